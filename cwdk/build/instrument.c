/*
 * Drivers that the simulator watches from within: clang's address checks, called as functions of wdksanitize.lib
 * (sdk/lib/sanitize), and its coverage. clang-cl offers neither for a kernel on Windows, but the compiler proper does.
 */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"

const char *instrument_folder(const struct plan *plan)
{
    static const char *const names[] = {
        [INSTRUMENT_SANITIZE] = "sanitize", [INSTRUMENT_COVERAGE] = "coverage", [INSTRUMENT_FUZZ] = "fuzz"};
    const char *profile = profile_name(plan->options->profile);
    if (plan->options->instrument == INSTRUMENT_NOT)
        return profile;
    const char *name = names[plan->options->instrument];
    return plan->options->profile == PROFILE_DEV ? name : arena_format(plan->arena, "%s-%s", name, profile);
}

static bool is_wanted(const struct plan *plan, const struct unit *unit)
{
    return plan->options->instrument != INSTRUMENT_NOT && unit->arch == ARCH_AMD64 &&
           unit->project->kind != PROJECT_PROGRAM;
}

static void pass(struct arguments *out, const char *const *options)
{
    for (; *options; options++) {
        arguments_add(out, **options == '-' && options[0][1] == 'f' ? "-Xclang" : "-mllvm");
        arguments_add(out, *options);
    }
}

static const char *mark_of_merging(const struct plan *plan)
{
    return arena_format(plan->arena, "%s/amd64/%s/.merges-globals", plan->target, instrument_folder(plan));
}

void instrument_read_merging(struct plan *plan)
{
    plan->merges_globals = path_exists(mark_of_merging(plan));
}

bool instrument_note_merging(struct plan *plan, struct diag *d)
{
    plan->merges_globals = true;
    return file_write_if_changed(mark_of_merging(plan), "", 0, 0644, d);
}

bool instrument_splits_globals(const struct plan *plan)
{
    const enum instrument how = plan->options->instrument;
    return (how == INSTRUMENT_SANITIZE || how == INSTRUMENT_FUZZ) && !plan->merges_globals;
}

static const char *const blocks[] = {"-fsanitize-coverage-type=3", "-fsanitize-coverage-trace-pc-guard",
                                     "-fsanitize-coverage-pc-table", "-sanitizer-coverage-prune-blocks=0", NULL};
static const char *const edges[] = {"-fsanitize-coverage-type=3", "-fsanitize-coverage-inline-8bit-counters",
                                    "-fsanitize-coverage-pc-table", "-fsanitize-coverage-trace-cmp", NULL};

void instrument_compile(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    static const char *const address[] = {"-fsanitize=kernel-address",
                                          "-fsanitize-address-use-after-scope",
                                          "-asan-instrumentation-with-call-threshold=0",
                                          "-asan-kernel-mem-intrinsic-prefix=1",
                                          "-asan-stack=1",
                                          "-asan-globals=1",
                                          "-asan-opt-globals=0",
                                          "-asan-opt-same-temp=0",
                                          "-asan-use-odr-indicator=0",
                                          NULL};
    const enum instrument how = plan->options->instrument;
    if (!is_wanted(plan, unit))
        return;
    if (how != INSTRUMENT_COVERAGE)
        pass(out, address);
    if (instrument_splits_globals(plan))
        arguments_add(out, "/clang:-fno-common");
    pass(out, how == INSTRUMENT_FUZZ ? edges : blocks);
}

void instrument_rust(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    if (is_wanted(plan, unit))
        pass(out, plan->options->instrument == INSTRUMENT_FUZZ ? edges : blocks);
}

void instrument_link(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    if (!is_wanted(plan, unit) || unit->project->kind != PROJECT_DRIVER)
        return;
    arguments_format(out, "%s/sdk/lib/amd64/wdksanitize.lib", plan->home);
    arguments_add(out, "/include:CwdkInstrumentation");
    arguments_add(out, "/export:CwdkInstrumentation,DATA");
}
