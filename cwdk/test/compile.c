/* Compiling the tests of a driver for this machine: a Ninja file in the work folder, and a run of ninja. */
#include "cwdk/test/test.h"
#include "cwdk/build/ninja.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <string.h>

#define COMPILER "clang-19"

/* `path` as the person who reads messages would write it. */
static const char *from_here(const char *path, struct arena *a)
{
    const char *here = path_absolute(a, ".");
    const size_t length = here ? strlen(here) : 0;
    return length && strncmp(path, here, length) == 0 && path[length] == '/' ? path + length + 1 : path;
}

static void compile_words(const struct test_kit *kit, const struct test_subject *subject, bool colour,
                          struct arguments *words)
{
    struct arena *a = words->arena;
    static const char *const fixed[] = {"-std=gnu17",
                                        "-g",
                                        "-O0",
                                        "-fno-omit-frame-pointer",
                                        "-fPIC",
                                        "-fshort-wchar",
                                        "-Wall",
                                        "-Wextra",
                                        "-fms-extensions",
                                        "-Wno-microsoft",
                                        NULL};
    arguments_add(words, COMPILER);
    arguments_add_all(words, "", fixed);
    arguments_add(words, colour ? "-fcolor-diagnostics" : "-fno-color-diagnostics");
    arguments_format(words, "-I%s", path_join(a, kit->system, "include"));
    arguments_format(words, "-I%s", path_join(a, kit->system, "include/ntsim/windows"));
    arguments_format(words, "-I%s", subject->folder);
    arguments_add_all(words, "-I", subject->includes);
    arguments_format(words, "-idirafter%s", path_join(a, kit->home, "sdk/include/wdk-sys/shared"));
    arguments_format(words, "-idirafter%s", path_join(a, kit->home, "sdk/include/wdk-sys/km"));
}

static void write_graph(const struct test_kit *kit, const struct test_subject *subject, bool colour, struct arena *a,
                        struct text *ninja)
{
    struct arguments compile = {.arena = a}, objects = {.arena = a};
    const char *library[] = {from_here(subject->library, a), NULL};
    compile_words(kit, subject, colour, &compile);
    text_put(ninja, "ninja_required_version = 1.8\n");
    ninja_variable(ninja, "", "builddir", from_here(subject->work, a));
    ninja_words(ninja, "", "compile", compile.items);
    text_put(ninja,
             "rule compile\n  command = $compile -MD -MF $out.d -c $in -o $out\n  depfile = $out.d\n  deps = gcc\n"
             "rule link\n  command = " COMPILER " -shared -o $out $in\n");
    for (size_t i = 0; subject->sources[i]; i++) {
        const char *source[] = {from_here(subject->sources[i], a), NULL};
        const char *object[] = {
            from_here(path_join(a, subject->work, arena_format(a, "%s.o", path_name(source[0]))), a), NULL};
        ninja_edge(ninja, &(struct ninja_edge){.rule = "compile", .outputs = object, .inputs = source});
        arguments_add(&objects, object[0]);
    }
    ninja_edge(ninja, &(struct ninja_edge){.rule = "link", .outputs = library, .inputs = objects.items});
}

/* What the compiler said, without ninja's own lines and the commands it shows. */
static void show_output(char *text, FILE *output)
{
    bool skip = false;
    while (text && *text) {
        const char *line = strsep(&text, "\n");
        if (skip) {
            skip = false;
            continue;
        }
        skip = strncmp(line, "FAILED: ", 8) == 0;
        if (!skip && strncmp(line, "ninja: ", 7) != 0 && line[0] != '[')
            fprintf(output, "%s\n", line);
    }
    fflush(output);
}

bool test_compile(const struct test_kit *kit, const struct test_subject *subject, FILE *output, bool colour,
                  struct arena *a, struct diag *d)
{
    const char *file = path_join(a, subject->work, "build.ninja");
    const char *const argv[] = {"ninja", "--quiet", "-f", from_here(file, a), NULL};
    struct process_result result;
    struct text ninja = {0};
    write_graph(kit, subject, colour, a, &ninja);
    const bool written = file_write_if_changed(file, ninja.data, ninja.size, 0644, d);
    text_free(&ninja);
    if (!written)
        return false;
    if (!process_find(COMPILER, a)) {
        diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run %s: it is not installed", COMPILER);
        diag_help(d, "apt-get install %s", process_package(COMPILER));
        return false;
    }
    if (!process_run(argv, NULL, true, a, &result, d))
        return false;
    show_output(result.output, output);
    return result.status == 0 ||
           diag_error(d, CODE_TST1001, diag_in_file(subject->folder), "the tests of %s do not compile", subject->name);
}
