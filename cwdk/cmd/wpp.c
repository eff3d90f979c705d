/* cwdk wpp: the trace preprocessor as a step of a build. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"
#include "cwdk/project/list.h"
#include "cwdk/wpp/wpp.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { OPTION_KERNEL = 256, OPTION_USER, OPTION_RECORDER, OPTION_DEPFILE, OPTION_KIT_SCAN, OPTION_CONTROL_GUID };

static const struct argp_option options[] = {
    {"output", 'o', "PATH", 0, "where the headers go: a folder, or for one SOURCE a file NAME.tmh", 0},
    {"function", 'f', "DECLARATION", 0, "a trace function, as in \"TraceEvents(LEVEL,FLAGS,MSG,...)\"", 0},
    {"scan", 's', "FILE", 0, "look for `begin_wpp config` blocks in FILE, too; an .ini is one block", 0},
    {"define", 'D', "NAME[=VALUE]", 0, "a macro that the header defines where the source has not", 0},
    {"kernel", OPTION_KERNEL, NULL, 0, "the code runs in kernel mode (the default)", 0},
    {"user", OPTION_USER, NULL, 0, "the code runs in user mode", 0},
    {"depfile", OPTION_DEPFILE, "FILE", 0, "for one SOURCE: write what the header was made from, for make and ninja",
     0},
    {"kit-scan", OPTION_KIT_SCAN, "NAME", 0, "the same, in a header of the kit: wdftraceenums.h", 0},
    {"control-guid", OPTION_CONTROL_GUID, "GUID", 0,
     "defines WPP_CONTROL_GUIDS: a provider with the flags Error, Unusual and Noise", 0},
    {"recorder", OPTION_RECORDER, NULL, 0, "trace calls go to the in-flight recorder, too", 0},
    {0},
};

struct arguments {
    struct arena arena;
    const char *output, *depfile, *control_guid;
    struct list functions, scans, kit_scans, defines, sources;
    bool user, recorder;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'o':
        arguments->output = text;
        return 0;
    case 'f':
        list_add(&arguments->functions, &arguments->arena, text);
        return 0;
    case 's':
        list_add(&arguments->scans, &arguments->arena, text);
        return 0;
    case OPTION_KIT_SCAN:
        list_add(&arguments->kit_scans, &arguments->arena, text);
        return 0;
    case OPTION_CONTROL_GUID:
        arguments->control_guid = text;
        return 0;
    case 'D':
        list_add(&arguments->defines, &arguments->arena, text);
        arguments->recorder |= !strcmp(text, "ENABLE_WPP_RECORDER=1"); /* as the recorder was asked for before it had a
                                                                           setting of its own */
        return 0;
    case OPTION_KERNEL:
    case OPTION_USER:
        arguments->user = key == OPTION_USER;
        return 0;
    case OPTION_DEPFILE:
        arguments->depfile = text;
        return 0;
    case OPTION_RECORDER:
        arguments->recorder = true;
        return 0;
    case ARGP_KEY_ARG:
        list_add(&arguments->sources, &arguments->arena, text);
        return 0;
    case ARGP_KEY_END:
        if (!arguments->sources.count || !arguments->output)
            argp_error(state, "name an --output and at least one SOURCE");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool names_header(const char *path)
{
    return !strcmp(path_extension(path), ".tmh");
}

/* "output: source input…" as make reads it. */
static bool write_depfile(const char *path, const char *output, const char *source, const struct list *inputs,
                          struct arena *a, struct diag *d)
{
    struct list names = {0};
    const char *text = "";
    list_add(&names, a, output);
    list_add(&names, a, source);
    list_add_all(&names, a, inputs->items);
    for (size_t i = 0; i < names.count; i++) {
        char *escaped = arena_alloc(a, 2 * strlen(names.items[i]) + 1), *q = escaped;
        for (const char *p = names.items[i]; *p; p++) {
            if (strchr(" #\\", *p))
                *q++ = '\\';
            if (*p == '$')
                *q++ = '$';
            *q++ = *p;
        }
        text = arena_format(a, "%s%s%s", text, i ? " " : "", escaped);
        if (!i)
            text = arena_format(a, "%s:", text);
    }
    text = arena_format(a, "%s\n", text);
    return file_write(path, text, strlen(text), 0644, d);
}

static bool make_header(const struct arguments *arguments, const char *source, const struct wpp_settings *settings,
                        struct diag *d)
{
    struct arena a = {0};
    const char *output =
        names_header(arguments->output) ? arguments->output : wpp_header_name(&a, arguments->output, source);
    struct list inputs = {0};
    const char *text = wpp_header(source, settings, &inputs, &a, d);
    bool ok =
        text && folder_make(path_folder(&a, output), d) && file_write_if_changed(output, text, strlen(text), 0644, d);
    if (ok && arguments->depfile)
        ok = write_depfile(arguments->depfile, output, source, &inputs, &a, d);
    arena_free(&a);
    return ok;
}

/* Configuration in headers of the kit, found in any case, goes to the files that are scanned. */
static bool find_kit_scans(struct arguments *arguments, struct diag *d)
{
    static const char *const folders[] = {"wdf", "km", "shared", "um"};
    struct arena *a = &arguments->arena;
    const char *home = arguments->kit_scans.count ? home_folder(a, d) : "";
    bool ok = home;
    for (size_t i = 0; home && i < arguments->kit_scans.count; i++) {
        const char *found = NULL, *wanted = arguments->kit_scans.items[i];
        for (size_t f = 0; !found && f < sizeof folders / sizeof *folders; f++) {
            const char *folder = arena_format(a, "%s/sdk/include/wdk-sys/%s", home, folders[f]);
            char **names = folder_list(folder, a, NULL, d);
            for (; names && *names && !found; names++)
                if (!strcasecmp(*names, wanted))
                    found = path_join(a, folder, *names);
        }
        if (found)
            list_add(&arguments->scans, a, found);
        else
            ok = diag_error(d, CODE_WPP1002, diag_nowhere(), "the kit has no header %s to scan", wanted);
    }
    return ok;
}

int cmd_wpp(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "SOURCE...",
        "Makes the trace header NAME.tmh of each source that includes one. `cwdk build` runs it by itself.\v"
        "example:\n  cwdk wpp -o obj/driver.tmh --function='TraceEvents(LEVEL,FLAGS,MSG,...)' --scan=trace.h "
        "driver.c\n\n"
        "A header that would not change keeps its time, so nothing is compiled again for it.\n",
        NULL,
        NULL,
        NULL};
    struct arguments arguments = {0};
    struct diag d = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    if ((names_header(arguments.output) || arguments.depfile) && arguments.sources.count > 1) {
        diag_error(&d, NULL, diag_nowhere(), "one header or depfile is named, and there are %zu sources",
                   arguments.sources.count);
        diag_help(&d, "name a folder for several sources, and no --depfile");
    } else if (find_kit_scans(&arguments, &d)) {
        const struct wpp_settings settings = {.kernel = !arguments.user,
                                              .recorder = arguments.recorder,
                                              .control_guid = arguments.control_guid,
                                              .functions = list_items(&arguments.functions, &arguments.arena),
                                              .scans = list_items(&arguments.scans, &arguments.arena),
                                              .defines = list_items(&arguments.defines, &arguments.arena)};
        for (size_t i = 0; i < arguments.sources.count; i++)
            make_header(&arguments, arguments.sources.items[i], &settings, &d);
    }
    arena_free(&arguments.arena);
    return command_finish(&d, CWDK_USAGE);
}
