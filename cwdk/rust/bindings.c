/* Headers to crates: clang lists the macros, bindgen reads the rest, and its text is taken apart into three files. */
#include "cwdk/rust/bindings.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"
#include "cwdk/host/text.h"
#include "cwdk/rust/constants.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define MINGW_HEADERS "/usr/share/mingw-w64/include"
#define OLD_LIBCLANG  "/usr/lib/llvm-14/lib"

static const char *const model_names[] = {[MODEL_WDM] = "wdm", [MODEL_KMDF] = "kmdf", [MODEL_UMDF] = "umdf"};

void rust_default_framework(enum driver_model model, unsigned *major, unsigned *minor)
{
    *major = model == MODEL_UMDF ? 2 : 1;
    *minor = 33;
}

static void add_defines(const struct rust_bindings *w, struct arguments *out)
{
    static const char *const amd64[] = {"_WIN64", "_AMD64_", "AMD64", "_M_AMD64", NULL};
    static const char *const arm64[] = {"_WIN64", "_ARM64_", "ARM64", "_M_ARM64", NULL};
    arguments_add_all(out, "-D", w->arch == ARCH_AMD64 ? amd64 : arm64);
    arguments_add(out, "-DNTDDI_VERSION=0x0A000010");
    arguments_add(out, "-D_WIN32_WINNT=0x0A00");
    if (w->model != MODEL_UMDF)
        arguments_add(out, "-D_KERNEL_MODE=1");
    if (w->model != MODEL_WDM) {
        const char *name = w->model == MODEL_KMDF ? "KMDF" : "UMDF";
        arguments_format(out, "-D%s_VERSION_MAJOR=%u", name, w->major);
        arguments_format(out, "-D%s_VERSION_MINOR=%u", name, w->minor);
    }
}

/* The folder of clang-19's own headers, <stdarg.h> and the like: another libclang need not have brought its own. */
static const char *compiler_headers(struct arena *a, struct diag *d)
{
    const char *const argv[] = {"clang-19", "-print-resource-dir", NULL};
    struct process_result result;
    if (!process_run(argv, NULL, true, a, &result, d))
        return NULL;
    result.output[strcspn(result.output, "\n")] = 0;
    return path_join(a, result.output, "include");
}

/* Vector instructions are no part of bindings, and older libclangs do not read clang-19's. */
static void add_user(const char *headers, const char *own, struct arguments *out)
{
    static const char *const left_out[] = {
        "__INTRIN_H", "__MMINTRIN_H", "__XMMINTRIN_H", "__EMMINTRIN_H", "__IMMINTRIN_H", "__X86INTRIN_H", NULL};
    arguments_add_all(out, "-D", left_out);
    arguments_add(out, "-fgnuc-version=4.2.1");
    arguments_format(out, "-isystem%s", own);
    arguments_format(out, "-isystem%s/um", headers);
}

/* What clang is told, the same by clang-19 for the macros and by bindgen's libclang. */
static bool add_clang(const struct rust_bindings *w, struct arguments *out, struct diag *d)
{
    static const char *const always[] = {"-xc",
                                         "-nostdinc",
                                         "-ffreestanding",
                                         "-fno-builtin",
                                         "-fms-extensions",
                                         "-fms-compatibility-version=19.40",
                                         "-Wno-everything",
                                         NULL};
    const char *headers = path_join(out->arena, w->home, "sdk/include/wdk-sys");
    const char *own = compiler_headers(out->arena, d);
    const bool kernel = w->model != MODEL_UMDF;
    if (!own)
        return false;
    arguments_format(out, "--target=%s", w->arch == ARCH_AMD64 ? "x86_64-pc-windows-msvc" : "aarch64-pc-windows-msvc");
    arguments_add_all(out, "", always);
    add_defines(w, out);
    for (const char *const *folder = w->folders; folder && *folder; folder++)
        arguments_format(out, "-I%s", *folder);
    if (!kernel)
        add_user(headers, own, out);
    arguments_format(out, "-isystem%s/wdf", headers);
    arguments_format(out, "-isystem%s", kernel ? path_join(out->arena, headers, "km") : MINGW_HEADERS);
    arguments_format(out, "-isystem%s/shared", headers);
    arguments_format(out, "-isystem%s", own);
    return true;
}

static bool write_input(const struct rust_bindings *w, const char *path, struct diag *d)
{
    struct text t = {0};
    text_put(&t, w->model == MODEL_UMDF ? "#include <windows.h>\n" : "#include <ntddk.h>\n");
    if (w->model != MODEL_WDM)
        text_put(&t, "#include <wdf.h>\n");
    for (const char *const *header = w->headers; header && *header; header++)
        text_format(&t, "#include <%s>\n", *header);
    const bool ok = file_write_if_changed(path, t.data, t.size, 0644, d);
    text_free(&t);
    return ok;
}

/* The one that Debian's bindgen was made for, unless the user has chosen. */
static void choose_libclang(void)
{
    if (path_is_folder(OLD_LIBCLANG))
        setenv("LIBCLANG_PATH", OLD_LIBCLANG, 0);
}

static bool failed(const char *program, const struct process_result *result, struct diag *d)
{
    diag_error(d, CODE_RST0001, diag_nowhere(), "%s ends with status %d: %.2000s", program, result->status,
               result->output);
    return false;
}

/* The macros of all headers as clang prints them; NULL after reporting. */
static const char *list_macros(const char *const *clang, const char *input, struct arena *a, struct diag *d)
{
    struct arguments argv = {.arena = a};
    struct process_result result;
    arguments_add(&argv, "clang-19");
    arguments_add_all(&argv, "", clang);
    arguments_add(&argv, "-E");
    arguments_add(&argv, "-dM");
    arguments_add(&argv, input);
    if (!process_run(argv.items, NULL, true, a, &result, d))
        return NULL;
    if (!result.status)
        return result.output;
    failed("clang-19", &result, d);
    return NULL;
}

static bool run_bindgen(const char *const *clang, const char *input, const char *output, struct arena *a,
                        struct diag *d)
{
    static const char *const options[] = {"--use-core",
                                          "--no-layout-tests",
                                          "--no-derive-debug",
                                          "--no-doc-comments",
                                          "--with-derive-default",
                                          "--ctypes-prefix=crate::c",
                                          "--default-enum-style=moduleconsts",
                                          "--no-rustfmt-bindings",
                                          "--blocklist-item=POOL_FLAG_.*",

                                          NULL};
    struct arguments argv = {.arena = a};
    struct process_result result;
    arguments_add(&argv, "bindgen");
    arguments_add_all(&argv, "", options);
    arguments_format(&argv, "--output=%s", output);
    arguments_add(&argv, input);
    arguments_add(&argv, "--");
    arguments_add_all(&argv, "", clang);
    choose_libclang();
    if (!process_run(argv.items, NULL, true, a, &result, d))
        return false;
    if (!result.status)
        return true;
    failed("bindgen", &result, d);
    if (!getenv("LIBCLANG_PATH"))
        diag_help(d, "Debian's bindgen wants the libclang of LLVM 14: apt-get install libclang1-14");
    return false;
}

/* The place in `text` behind `word`, a word of its own there. */
static const char *after_word(const char *text, const char *word)
{
    const size_t length = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at += length)
        if (!isalnum((unsigned char)at[length]) && at[length] != '_')
            return at + length;
    return NULL;
}

/* C's size_t is Rust's usize, which bindgen says by itself from version 0.61 on. */
static void put_bindings(const char *made, struct text *out)
{
    static const char alias[] = "pub type size_t = ";
    const char *at = strstr(made, alias), *end = at ? strchr(at, ';') : NULL;
    if (!end) {
        text_put(out, made);
        return;
    }
    text_add(out, made, (size_t)(at - made));
    text_format(out, "%susize%s", alias, end);
}

/* "pub const WdfDriverCreate: ..." for each function whose place in the table and whose type the bindings have. */
static void put_functions(const struct rust_bindings *w, const char *bindings, struct text *out)
{
    static const char suffix[] = "TableIndex", constant[] = "pub const Wdf";
    text_format(out,
                "pub use crate::bindings::WdfFunctions_%02u%03u as WdfFunctions;\n"
                "#[inline(always)]\npub(super) unsafe fn table() -> *const WDFFUNC {\n    WdfFunctions\n}\n",
                w->major, w->minor);
    const char *at = strstr(bindings, "pub mod _WDFFUNCENUM");
    const char *end = at ? strchr(at, '}') : NULL;
    while (at && (at = strstr(at, constant)) && at < end) {
        at += sizeof constant - 1 - 3;
        char name[128], type[128];
        size_t length = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
        if (length < sizeof suffix || length >= sizeof name ||
            strncmp(at + length - (sizeof suffix - 1), suffix, sizeof suffix - 1) != 0)
            continue;
        length -= sizeof suffix - 1;
        for (size_t i = 0; i <= length; i++) {
            name[i] = i < length ? at[i] : (char)0;
            type[i] = (char)toupper((unsigned char)name[i]);
        }
        struct arena own = {0};
        if (after_word(bindings, arena_format(&own, "pub type PFN_%s", type)))
            text_format(out, "pub const %s: Function<PFN_%s> = Function::at(_WDFFUNCENUM::%s%s as usize);\n", name,
                        type, name, suffix);
        arena_free(&own);
    }
}

static const char *replace_model(const char *text, const char *model, struct arena *a)
{
    static const char word[] = "@MODEL@";
    const char *at = strstr(text, word);
    return at ? arena_format(a, "%.*s%s%s", (int)(at - text), text, model, at + sizeof word - 1) : text;
}

/* The crates' own files, wherever the model is named its name. */
static bool copy_crate(const struct rust_bindings *w, const char *name, struct arena *a, struct diag *d)
{
    const char *from = arena_format(a, "%s/sdk/rust/%s", w->home, name), *to = path_join(a, w->folder, name);
    const char *sources = path_join(a, from, "src");
    char **files = folder_list(sources, a, NULL, d);
    struct bytes content;
    bool ok =
        files && folder_make(path_join(a, to, "src"), d) && file_read(path_join(a, from, "Cargo.toml"), a, &content, d);
    if (!ok)
        return false;
    const char *manifest = replace_model((const char *)content.data, model_names[w->model], a);
    ok = file_write_if_changed(path_join(a, to, "Cargo.toml"), manifest, strlen(manifest), 0644, d);
    for (; ok && *files; files++)
        ok = file_read(path_join(a, sources, *files), a, &content, d) &&
             file_write_if_changed(arena_format(a, "%s/src/%s", to, *files), content.data, content.size, 0644, d);
    return ok;
}

static bool write_workspace(const struct rust_bindings *w, struct arena *a, struct diag *d)
{
    static const char *const crates[] = {"wdk-sys", "wdk", "wdk-alloc", "wdk-panic"};
    static const char workspace[] = "[workspace]\nmembers = [\"wdk-sys\", \"wdk\", \"wdk-alloc\", \"wdk-panic\"]\n";
    const size_t count = w->model == MODEL_UMDF ? 2 : sizeof crates / sizeof *crates; /* the others are the kernel's */
    for (size_t i = 0; i < count; i++)
        if (!copy_crate(w, crates[i], a, d))
            return false;
    const char *text = count == 2 ? "[workspace]\nmembers = [\"wdk-sys\", \"wdk\"]\n" : workspace;
    return file_write_if_changed(path_join(a, w->folder, "Cargo.toml"), text, strlen(text), 0644, d);
}

static bool lay_out(const char *const *files, struct arena *a, struct diag *d)
{
    struct arguments argv = {.arena = a};
    struct process_result result;
    if (!process_find("rustfmt", a))
        return true;
    arguments_add(&argv, "rustfmt");
    arguments_add(&argv, "--edition=2021");
    arguments_add_all(&argv, "", files);
    return process_run(argv.items, NULL, true, a, &result, d); /* what it cannot lay out is as good as it was */
}

bool rust_bindings_write(const struct rust_bindings *w, struct arena *a, struct diag *d)
{
    const char *source = path_join(a, w->folder, "wdk-sys/src"), *raw = path_join(a, w->folder, ".bindgen.rs");
    const char *input = path_join(a, w->folder, "headers.h"), *values = path_join(a, w->folder, ".constants.h");
    const char *const files[] = {path_join(a, source, "bindings.rs"), path_join(a, source, "constants.rs"),
                                 path_join(a, source, "functions.rs"), NULL};
    struct arguments clang = {.arena = a};
    struct bytes made;
    if (!add_clang(w, &clang, d) || !folder_make(source, d) || !write_workspace(w, a, d) || !write_input(w, input, d))
        return false;
    const char *macros = list_macros(clang.items, input, a, d);
    if (!macros || !constants_write(macros, "headers.h", values, clang.items, a, d) ||
        !run_bindgen(clang.items, values, raw, a, d) || !file_read(raw, a, &made, d))
        return false;
    struct text rest = {0}, bindings = {0}, constants = {0}, functions = {0};
    constants_split((const char *)made.data, &rest, &constants);
    put_bindings(rest.data, &bindings);
    text_free(&rest);
    text_put(&functions, "");
    if (w->model != MODEL_WDM)
        put_functions(w, bindings.data, &functions);
    const struct text *const texts[] = {&bindings, &constants, &functions};
    bool ok = true;
    for (size_t i = 0; i < 3 && ok; i++)
        ok = file_write_if_changed(files[i], texts[i]->data, texts[i]->size, 0644, d);
    text_free(&bindings);
    text_free(&constants);
    text_free(&functions);
    return ok && path_remove(raw, d) && path_remove(values, d) && (!w->readable || lay_out(files, a, d));
}
