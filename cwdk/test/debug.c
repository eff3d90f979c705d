/*
 * A driver under gdb. The driver that runs is the one that ships; its symbols for gdb, which reads no PDB, come from a
 * second image: the same sources, compiled and linked by the same commands, with DWARF instead of CodeView. Code does
 * not depend on the kind of debugging information, so both images have the same addresses; that is checked.
 */
#include "cwdk/test/test.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Where drivers are linked to: cwdk/build/link.c says so for .sys files, lld by itself for DLLs. */
#define SYS_BASE "0x140000000"
#define DLL_BASE "0x180000000"

struct rewriter {
    const struct test_subject *subject;
    const char *objects; /* folder of the objects, as the commands name it, with a slash */
    const char *dwarf;   /* the folder for ours, absolute */
    const char *image;   /* what the link makes */
};

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text), size = strlen(end);
    return length >= size && strcmp(text + length - size, end) == 0;
}

/* An object, or a list of what one depends on, in our folder; everything else as it is. */
static void put_word(const struct rewriter *r, const char *word, struct text *out)
{
    const char *at = strstr(word, r->objects);
    const size_t length = strlen(r->objects);
    const bool object = at && (ends_with(word, ".obj") || ends_with(word, ".obj.d"));
    if (strcmp(word, "/Z7") == 0)
        text_put(out, "-gdwarf /clang:-gdwarf-4");
    else if (strcmp(word, "/debug") == 0)
        text_put(out, "/debug:dwarf");
    else if (strncmp(word, "/pdb:", 5) == 0)
        return;
    else if (strncmp(word, "/out:", 5) == 0)
        text_format(out, "/out:%s", r->image);
    else if (object) {
        text_add(out, word, (size_t)(at - word));
        text_put(out, r->dwarf);
        text_put(out, at + length);
    } else
        text_put(out, word);
}

/* Only what compiles and links is done again: headers and resources that were made are there. */
static bool is_wanted(const struct rewriter *r, const char *command)
{
    const bool links = strstr(command, " /out:") && strstr(command, "lld-link");
    return (strstr(command, " /Z7 ") && strstr(command, r->objects)) ||
           (links && (strstr(command, ".sys") || strstr(command, ".dll")));
}

static const char *rewrite(const struct rewriter *r, char *command, struct arena *a)
{
    struct text out = {0};
    while (command) {
        put_word(r, strsep(&command, " "), &out);
        text_put(&out, " ");
    }
    const char *result = arena_substring(a, out.data, out.size);
    text_free(&out);
    return result;
}

static bool run_command(const char *command, const char *root, struct arena *a, struct diag *d)
{
    const char *const argv[] = {"/bin/sh", "-c", command, NULL};
    struct process_result result;
    if (!process_run(argv, root, true, a, &result, d))
        return false;
    if (result.status == 0)
        return true;
    diag_error(d, CODE_TST1001, diag_nowhere(), "the symbols for gdb cannot be made: %s", result.output);
    return false;
}

/* The sections of both images begin at the same addresses and have the same sizes, but for those of DWARF. */
static bool same_layout(const char *image, const char *debug, struct arena *a, struct diag *d)
{
    const char *const files[2] = {image, debug};
    const char *tables[2];
    for (int i = 0; i < 2; i++) {
        const char *const argv[] = {"llvm-objdump-19", "--section-headers", files[i], NULL};
        struct process_result result;
        struct text table = {0};
        if (!process_run(argv, NULL, true, a, &result, d))
            return false;
        text_put(&table, "");
        char *rest = strstr(result.output, "Idx ");
        while (rest) {
            const char *line = strsep(&rest, "\n");
            if (strstr(line, ".text") || strstr(line, ".data") || strstr(line, "INIT") || strstr(line, "PAGE"))
                text_format(&table, "%s\n", line);
        }
        tables[i] = arena_string(a, table.data);
        text_free(&table);
    }
    return strcmp(tables[0], tables[1]) == 0 ||
           diag_error(d, CODE_TST1001, diag_nowhere(), "the image with DWARF is not laid out as %s is",
                      path_name(image));
}

static bool make_debug_image(const struct test_subject *subject, const char **image, struct arena *a, struct diag *d)
{
    const char *link = path_join(a, subject->objects, path_name(subject->image));
    const char *const argv[] = {"ninja", "-f", "target/build.ninja", "-t", "commands", link, NULL};
    const struct rewriter r = {
        .subject = subject,
        .objects = arena_format(a, "%s/", subject->objects),
        .dwarf = arena_format(a, "%s/dwarf/", subject->work),
        .image = arena_format(a, "%s/dwarf/%s.debug", subject->work, subject->name),
    };
    struct process_result result;
    *image = r.image;
    if (!folder_make(r.dwarf, d) || !process_run(argv, subject->root, true, a, &result, d))
        return false;
    char *rest = result.output;
    while (rest && *rest) {
        char *command = strsep(&rest, "\n");
        if (!is_wanted(&r, command))
            continue;
        const char *own = rewrite(&r, command, a);
        const char *object = strstr(own, r.dwarf);
        if (object && strchr(object + strlen(r.dwarf), '/') &&
            !folder_make(path_folder(a, arena_substring(a, object, strcspn(object, " "))), d))
            return false;
        if (!run_command(own, subject->root, a, d))
            return false;
    }
    return same_layout(path_join(a, subject->root, link), r.image, a, d);
}

bool test_debug(const struct test_kit *kit, const struct test_subject *subject, const struct test_host_options *options,
                const char *test, struct arena *a, struct diag *d)
{
    const char *image, *script = path_join(a, subject->work, "gdb.txt");
    struct test_host_options host = *options;
    struct arguments arguments = {.arena = a};
    struct text text = {0};
    if (!process_find("gdb", a)) {
        diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run gdb: it is not installed");
        diag_help(d, "apt-get install gdb");
        return false;
    }
    if (!make_debug_image(subject, &image, a, d))
        return false;
    host.seconds = 0; /* people take their time */
    /* Faults of the driver are the simulator's business; machine_debugger is called when the driver is mapped. */
    text_format(&text,
                "set confirm off\nset pagination off\nset breakpoint pending on\n"
                "handle SIGSEGV SIGBUS SIGILL SIGFPE SIGPROF nostop noprint pass\n"
                "directory %s\n"
                "tbreak machine_debugger\nrun\n"
                "eval \"add-symbol-file '%s' -o 0x%%lx\", *(unsigned long *)&machine_debugger_base - %s\n"
                "tbreak DriverEntry\ncontinue\n",
                subject->root, image, strcasecmp(path_extension(subject->image), ".dll") == 0 ? DLL_BASE : SYS_BASE);
    const bool written = file_write(script, text.data, text.size, 0644, d);
    text_free(&text);
    if (!written)
        return false;
    const char *const gdb[] = {"gdb", "-q", "-x", script, "--args", NULL};
    arguments_add_all(&arguments, "", gdb);
    test_host_arguments(kit, subject, &host, &arguments);
    arguments_format(&arguments, "--tests=%s", subject->library);
    arguments_format(&arguments, "--test=%s", test);
    fflush(NULL);
    execvp("gdb", (char *const *)arguments.items);
    return diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run gdb: %s", strerror(errno));
}
