#include "cwdk/rust/toolchain.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"
#include "cwdk/host/text.h"

#include <stdlib.h>
#include <string.h>

/* clang-19 reads the bitcode of its own version of LLVM and of those before. */
enum { NEWEST_BITCODE = 19 };

struct candidate {
    const char *path, *version, *sysroot;
    unsigned llvm;
};

/* What follows `name` on a line of `rustc -vV`; "" where there is no such line. */
static const char *value_of(const char *text, const char *name, struct arena *a)
{
    const char *at = strstr(text, name);
    return at ? arena_substring(a, at + strlen(name), strcspn(at + strlen(name), " \n")) : "";
}

/* A rustc that does not run is passed over: rustup's stand-in without a toolchain is one. */
static bool ask(const char *path, struct arena *a, struct candidate *out)
{
    const char *const version[] = {path, "-vV", NULL}, *const sysroot[] = {path, "--print", "sysroot", NULL};
    struct process_result said, root;
    struct diag unread = {0};
    const bool ok = process_run(version, NULL, true, a, &said, &unread) && !said.status &&
                    process_run(sysroot, NULL, true, a, &root, &unread) && !root.status;
    diag_free(&unread);
    if (!ok)
        return false;
    root.output[strcspn(root.output, "\n")] = 0;
    *out = (struct candidate){.path = path,
                              .version = value_of(said.output, "\nrelease: ", a),
                              .sysroot = root.output,
                              .llvm = (unsigned)strtoul(value_of(said.output, "\nLLVM version: ", a), NULL, 10)};
    return true;
}

/* Every rustc of PATH once, whatever links lead to it. */
static const char **candidates(struct arena *a)
{
    struct arguments list = {.arena = a}, real = {.arena = a};
    const char *chosen = getenv("CWDK_RUSTC"), *path = getenv("PATH");
    if (chosen && *chosen) {
        char *found = process_find(chosen, a);
        if (found)
            arguments_add(&list, found);
        return list.items;
    }
    while (path && *path) {
        const size_t length = strcspn(path, ":");
        char *program = process_find(path_join(a, arena_substring(a, path, length), "rustc"), a);
        const char *where = program ? path_absolute(a, path_folder(a, program)) : NULL;
        if (where && !arguments_have(&real, where)) {
            arguments_add(&real, where);
            arguments_add(&list, program);
        }
        path += length + (path[length] == ':');
    }
    return list.items;
}

/* The file of one precompiled crate, "libcore-9aa248f2a8a892f4.rlib". */
static const char *find_crate(const char *folder, const char *name, struct arena *a)
{
    struct diag unread = {0};
    const char *start = arena_format(a, "lib%s-", name), *found = NULL;
    char **names = path_is_folder(folder) ? folder_list(folder, a, NULL, &unread) : NULL;
    diag_free(&unread);
    for (; names && *names; names++)
        if (!strncmp(*names, start, strlen(start)) && !strcmp(path_extension(*names), ".rlib"))
            found = path_join(a, folder, *names);
    return found;
}

static bool has_target(const struct candidate *c, const char *target, struct arena *a, struct rust_toolchain *out)
{
    static const char *const names[] = {"alloc", "core", "compiler_builtins"};
    struct arguments core = {.arena = a};
    const char *folder = arena_format(a, "%s/lib/rustlib/%s/lib", c->sysroot, target);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *found = find_crate(folder, names[i], a);
        if (!found)
            return false;
        arguments_add(&core, found);
    }
    *out = (struct rust_toolchain){.rustc = c->path,
                                   .version = c->version,
                                   .target = target,
                                   .libraries = folder,
                                   .core = core.items,
                                   .through_bitcode = !strstr(target, "-msvc")};
    return true;
}

static bool report_missing(enum arch arch, const char *const *tried, struct diag *d)
{
    const char *target = arch == ARCH_AMD64 ? "x86_64-pc-windows-msvc" : "aarch64-pc-windows-msvc";
    if (tried)
        diag_error(d, CODE_ENV0006, diag_nowhere(), "%s cannot compile for Windows on %s: it lacks the target's core",
                   *tried, arch_name(arch));
    else
        diag_error(d, CODE_ENV0006, diag_nowhere(), "the driver is in Rust, and there is no rustc");
    if (arch == ARCH_AMD64)
        diag_help(d, "apt-get install rustc libstd-rust-dev-windows, or rustup target add %s", target);
    else
        diag_help(d, "rustup target add %s; Debian has the target of amd64 alone", target);
    return false;
}

bool rust_toolchain_find(enum arch arch, struct arena *a, struct rust_toolchain *out, struct diag *d)
{
    static const char *const msvc[] = {
        [ARCH_AMD64] = "x86_64-pc-windows-msvc", [ARCH_ARM64] = "aarch64-pc-windows-msvc"};
    static const char *const gnu[] = {[ARCH_AMD64] = "x86_64-pc-windows-gnu", [ARCH_ARM64] = NULL};
    const char **paths = candidates(a);
    bool found = false;
    for (const char **path = paths; path && *path; path++) {
        struct candidate c;
        if (!ask(*path, a, &c))
            continue;
        if (has_target(&c, msvc[arch], a, out))
            return true;
        if (!found && gnu[arch] && c.llvm <= NEWEST_BITCODE)
            found = has_target(&c, gnu[arch], a, out);
    }
    return found || report_missing(arch, paths, d);
}
