/* cwdk bindings: the kit's headers for another language. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"
#include "cwdk/host/text.h"
#include "cwdk/rust/bindings.h"

#include <argp.h>
#include <stdio.h>
#include <string.h>

enum { OPTION_RUST = 256, OPTION_OUT, OPTION_MODEL, OPTION_FRAMEWORK, OPTION_ARCH, OPTION_HEADER, OPTION_PLAIN };

static const struct argp_option options[] = {
    {"rust", OPTION_RUST, NULL, 0, "for Rust: crates named wdk-sys, wdk, wdk-alloc and wdk-panic", 0},
    {"out", OPTION_OUT, "DIR", 0, "where the crates go; default: rust", 0},
    {"model", OPTION_MODEL, "NAME", 0, "kmdf (the default), wdm or umdf", 0},
    {"framework", OPTION_FRAMEWORK, "VERSION", 0, "of the framework, 1.33 or 2.33 by default", 0},
    {"arch", OPTION_ARCH, "ARCH", 0, "amd64 (the default) or arm64", 0},
    {"header", OPTION_HEADER, "NAME", 0, "read this header as well, as #include <NAME> finds it; may be repeated", 0},
    {"include", 'I', "DIR", 0, "look for such headers there", 0},
    {"plain", OPTION_PLAIN, NULL, 0, "leave the generated files as they are, where rustfmt would lay them out", 0},
    {0},
};

struct settings {
    struct rust_bindings wanted;
    struct arena arena;
    struct arguments headers, folders;
    const char *framework;
    bool rust;
};

static enum driver_model parse_model(const char *text, struct argp_state *state)
{
    if (!strcasecmp(text, "kmdf"))
        return MODEL_KMDF;
    if (!strcasecmp(text, "wdm"))
        return MODEL_WDM;
    if (!strcasecmp(text, "umdf"))
        return MODEL_UMDF;
    argp_error(state, "there is no model '%s': kmdf, wdm or umdf", text);
    return MODEL_NONE;
}

static void finish(struct settings *s, struct argp_state *state)
{
    struct rust_bindings *w = &s->wanted;
    char rest;
    if (!s->rust)
        argp_error(state, "say for which language: --rust");
    rust_default_framework(w->model, &w->major, &w->minor);
    if (s->framework && sscanf(s->framework, "%u.%u%c", &w->major, &w->minor, &rest) != 2)
        argp_error(state, "--framework wants a version such as 1.33, not '%s'", s->framework);
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    switch (key) {
    case OPTION_RUST:
        s->rust = true;
        return 0;
    case OPTION_OUT:
        s->wanted.folder = text;
        return 0;
    case OPTION_MODEL:
        s->wanted.model = parse_model(text, state);
        return 0;
    case OPTION_FRAMEWORK:
        s->framework = text;
        return 0;
    case OPTION_ARCH:
        if (!arch_parse(text, &s->wanted.arch))
            argp_error(state, "there is no architecture '%s': amd64 or arm64", text);
        return 0;
    case OPTION_HEADER:
        arguments_add(&s->headers, text);
        return 0;
    case 'I':
        arguments_add(&s->folders, text);
        return 0;
    case OPTION_PLAIN:
        s->wanted.readable = false;
        return 0;
    case ARGP_KEY_END:
        finish(s, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int cmd_bindings(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        NULL,
        "Writes bindings of the kit's headers: raw ones that have the names of Microsoft's wdk-sys, and beside them "
        "what "
        "can be safe at no cost. `cwdk build` does the same for a driver in Rust by itself.\v"
        "examples:\n  cwdk bindings --rust --out rust\n"
        "  cwdk bindings --rust --model wdm --arch arm64 --header ntifs.h\n",
        NULL,
        NULL,
        NULL};
    struct settings s = {.wanted = {.folder = "rust", .model = MODEL_KMDF, .readable = true}};
    struct diag d = {0};
    s.headers.arena = s.folders.arena = &s.arena;
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    s.wanted.headers = s.headers.items;
    s.wanted.folders = s.folders.items;
    s.wanted.home = home_folder(&s.arena, &d);
    if (s.wanted.home)
        rust_bindings_write(&s.wanted, &s.arena, &d);
    const int status = command_finish(&d, CWDK_USAGE);
    arena_free(&s.arena);
    return status;
}
