/* cwdk new NAME: a driver project that is worth starting from. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"
#include "cwdk/template/template.h"

#include <argp.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

static const struct argp_option options[] = {
    {"kmdf", 'k', NULL, 0, "kernel-mode driver on KMDF 1.33", 0},
    {"umdf", 'u', NULL, 0, "user-mode driver on UMDF 2.33", 0},
    {"wdm", 'w', NULL, 0, "kernel-mode driver on WDM alone", 0},
    {"safe", 's', NULL, 0, "on the safe layer, and held to its rules (docs/safe.md)", 0},
    {"rust", 'r', NULL, 0, "with --kmdf: in Rust (docs/rust.md)", 0},
    {"guid", 'g', "GUID", 0, "of the device interface (32 hexadecimal digits, dashes allowed); default: a new one", 0},
    {0},
};

struct arguments {
    const char *path;
    enum driver_model model;
    uint8_t guid[16];
    bool has_guid, safe, rust;
};

static bool parse_guid(const char *text, uint8_t guid[16])
{
    size_t digits = 0;
    memset(guid, 0, 16);
    for (; *text; text++) {
        const char *const hex = "0123456789abcdef", *at;
        if (strchr("{}-", *text))
            continue;
        at = strchr(hex, *text | 0x20);
        if (!at || digits == 32)
            return false;
        guid[digits / 2] = (uint8_t)(guid[digits / 2] << 4 | (at - hex));
        digits++;
    }
    return digits == 32;
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    enum driver_model model = MODEL_NONE;
    switch (key) {
    case 'k':
        model = MODEL_KMDF;
        break;
    case 'u':
        model = MODEL_UMDF;
        break;
    case 'w':
        model = MODEL_WDM;
        break;
    case 's':
        arguments->safe = true;
        return 0;
    case 'r':
        arguments->rust = true;
        return 0;
    case 'g':
        arguments->has_guid = parse_guid(text, arguments->guid);
        if (!arguments->has_guid)
            argp_error(state, "'%s' is no GUID", text);
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one NAME at a time");
        arguments->path = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->path)
            argp_error(state, "a NAME is missing");
        if (!arguments->model)
            argp_error(state, "say which model: --kmdf, --umdf or --wdm");
        if (arguments->rust && (arguments->model != MODEL_KMDF || arguments->safe))
            argp_error(state, "--rust goes with --kmdf, and not with --safe");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    if (arguments->model && arguments->model != model)
        argp_error(state, "one of --kmdf, --umdf and --wdm, not two");
    arguments->model = model;
    return 0;
}

/* A random GUID: RFC 4122, version 4. */
static bool make_guid(uint8_t guid[16], struct diag *d)
{
    if (getrandom(guid, 16, 0) != 16)
        return diag_error(d, CODE_ENV0001, diag_nowhere(), "the system gives no random bytes for a new GUID");
    guid[6] = (uint8_t)((guid[6] & 0x0f) | 0x40);
    guid[8] = (uint8_t)((guid[8] & 0x3f) | 0x80);
    return true;
}

int cmd_new(int argc, char **argv)
{
    static const struct argp argp = {options,
                                     parse,
                                     "NAME",
                                     "Makes the folder NAME with a driver in it: a device, its default queue "
                                     "with read, write and device control, a "
                                     "device interface, clean unload, an INX and a manifest. NAME may be a "
                                     "path; its last part is the driver's name.\v"
                                     "example:\n  cwdk new echo --kmdf && cd echo && cwdk build\n",
                                     NULL,
                                     NULL,
                                     NULL};
    struct arguments arguments = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);

    struct diag d = {0};
    struct arena a = {0};
    const char *home = home_folder(&a, &d);
    if (home) {
        char *path = arena_string(&a, arguments.path);
        for (size_t length = strlen(path); length > 1 && path[length - 1] == '/'; length--)
            path[length - 1] = 0;
        if ((arguments.has_guid || make_guid(arguments.guid, &d)) &&
            template_expand(home, path, path_name(path), arguments.model,
                            arguments.rust   ? TEMPLATE_RUST
                            : arguments.safe ? TEMPLATE_SAFE
                                             : TEMPLATE_RAW,
                            arguments.guid, &d))
            printf("made the driver %s in %s\nnext: cd %s && cwdk build\n", path_name(path), path, path);
    }
    arena_free(&a);
    return command_finish(&d, CWDK_USAGE);
}
