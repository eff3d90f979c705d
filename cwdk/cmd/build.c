/* cwdk build: compiles, links, packages and signs. */
#include "cwdk/build/build.h"
#include "cwdk/host/text.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/number.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/date.h"
#include "cwdk/host/file.h"
#include "cwdk/sbom/sbom.h"
#include "cwdk/sign/sign.h"

#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    OPTION_ARCH = 256,
    OPTION_PROFILE,
    OPTION_CONFIGURATION,
    OPTION_PLATFORM,
    OPTION_SIGN_MODE,
    OPTION_VERIFY,
    OPTION_SBOM,
    OPTION_TRUST,
    OPTION_SIGN_ARGS, /* from here on: passed on to `cwdk sign` */
    OPTION_TIMESTAMP,
    OPTION_PASSWORD_VARIABLE,
    OPTION_PASSWORD_FILE, /* from here on: files */
    OPTION_PKCS11_MODULE,
    OPTION_PKCS11_ENGINE,
    OPTION_CERTIFICATE,
    OPTION_KEY, /* from here on: a key of the user's own */
    OPTION_PFX,
};

static const struct argp_option options[] = {
    {"arch", OPTION_ARCH, "ARCH", 0, "amd64, arm64, or all (the default)", 1},
    {"profile", OPTION_PROFILE, "NAME", 0, "dev (the default) or release", 1},
    {"configuration", OPTION_CONFIGURATION, "NAME", 0,
     "of Visual Studio projects, where it is not Debug or Release; the profile is release where NAME has that in it",
     1},
    {"release", 'r', NULL, 0, "the same as --profile release", 1},
    {"target-platform", OPTION_PLATFORM, "NAME", 0,
     "rules for the INF: universal, desktop or windows; else the project says", 1},
    {"sbom", OPTION_SBOM, NULL, 0, "write NAME.spdx.json beside each package: what it consists of (cwdk sbom)", 1},
    {"jobs", 'j', "N", 0, "run N commands at a time", 1},
    {"verbose", 'v', NULL, 0, "show each command", 1},
    {NULL, 0, NULL, 0, "Signing:", 2},
    {"sign-mode", OPTION_SIGN_MODE, "MODE", 0, "test (the default) or off", 2},
    {"verify-signature", OPTION_VERIFY, NULL, 0, "check every signature and catalog member after the build", 2},
    {"trust", OPTION_TRUST, "FILE", 0, "a certificate that --verify-signature takes for good, for keys of your own", 2},
    {"pfx", OPTION_PFX, "FILE", 0, "sign with the key and certificates of a PKCS#12 file", 2},
    {"key", OPTION_KEY, "FILE", 0, "sign with a PEM key; with --pkcs11-module, the token's key by URI or id", 2},
    {"certificate", OPTION_CERTIFICATE, "FILE", 0, "PEM certificates that go with --key, the signer's first", 2},
    {"pkcs11-module", OPTION_PKCS11_MODULE, "FILE", 0, "the library of a PKCS#11 token that holds the key", 2},
    {"pkcs11-engine", OPTION_PKCS11_ENGINE, "FILE", 0, "OpenSSL's engine for PKCS#11, where it is not found by itself",
     2},
    {"password-file", OPTION_PASSWORD_FILE, "FILE", 0, "the key's password or PIN is the file's first line", 2},
    {"password-env", OPTION_PASSWORD_VARIABLE, "NAME", 0, "the key's password or PIN is in that variable", 2},
    {"timestamp", OPTION_TIMESTAMP, "URL", 0, "have an RFC 3161 server put its time on the signatures", 2},
    {"sign-args", OPTION_SIGN_ARGS, "TEXT", 0, "more arguments for osslsigncode, split at spaces", 2},
    {0},
};

struct settings {
    struct build_options build;
    struct arena arena;
    struct arguments sign, sign_files, trusted, needed; /* `needed`: files, as the user calls them */
    struct sign_options key;                            /* what the steps that sign will be told, to look at it first */
    bool sbom;
    bool given[OPTION_PFX + 1]; /* by option */
};

static const char description[] =
    "Builds every driver, library and program at PATH (a folder, a .sln, a .vcxproj or a cwdk.yaml; "
    "the current folder where none is given).";
static const char examples[] = "examples:\n"
                               "  cwdk build\n"
                               "  cwdk build kmdfecho.sln --arch arm64 --profile release\n"
                               "  cwdk build vioserial --configuration \"Win11 Release\"\n"
                               "  cwdk build --pfx vendor.pfx --password-env PFX_PASSWORD\n";

/* The names of the choices stand in the order of their enums. */
static const char *const profiles[] = {"dev", "release", NULL};
static const char *const platforms[] = {"universal", "desktop", "windows", NULL};
static const char *const sign_modes[] = {"test", "off", NULL};

static int choose(struct argp_state *state, const char *text, const char *what, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (!strcasecmp(names[i], text))
            return i;
    if (names[2])
        argp_error(state, "there is no %s '%s': %s, %s or %s", what, text, names[0], names[1], names[2]);
    else
        argp_error(state, "there is no %s '%s': %s or %s", what, text, names[0], names[1]);
    return 0;
}

static error_t set_arch(struct build_options *b, const char *text, struct argp_state *state)
{
    enum arch arch;
    if (!strcasecmp(text, "all")) {
        b->archs[ARCH_AMD64] = b->archs[ARCH_ARM64] = true;
    } else if (arch_parse(text, &arch)) {
        b->archs[arch] = true;
    } else {
        argp_error(state, "there is no architecture '%s': amd64, arm64 or all", text);
    }
    return 0;
}

/* The name that an option of `options` is called by. */
static const char *option_name(int key)
{
    const struct argp_option *option = options;
    while (option->key != key)
        option++;
    return option->name;
}

static void trust(struct settings *s, const char *text)
{
    const char *file = path_absolute(&s->arena, text);
    arguments_add(&s->trusted, file ? file : text);
    arguments_add(&s->needed, text);
}

/* ninja runs elsewhere, so the names of files become absolute. A key in a token is none. */
static void pass_on(struct settings *s, int key, const char *text)
{
    const char *file = key >= OPTION_PASSWORD_FILE ? path_absolute(&s->arena, text) : NULL;
    arguments_format(&s->sign, "--%s=%s", option_name(key), file ? file : text);
    if (file)
        arguments_add(&s->sign_files, file);
    if (key == OPTION_CERTIFICATE)
        trust(s, text);
    s->given[key] = true;
    if (key == OPTION_PASSWORD_FILE || key == OPTION_PFX)
        arguments_add(&s->needed, text);
    if (key == OPTION_PFX)
        s->key.pfx = text;
    if (key == OPTION_CERTIFICATE)
        s->key.certificates = text;
    if (key == OPTION_PASSWORD_FILE)
        s->key.password_file = text;
    if (key == OPTION_PASSWORD_VARIABLE)
        s->key.password_variable = text;
    if (key == OPTION_KEY)
        s->key.key = text;
    if (key >= OPTION_KEY)
        s->build.own_key = true;
}

/* The same that `cwdk sign` would say, but before anything is compiled. */
static void check_keys(const struct settings *s, struct argp_state *state)
{
    const bool *given = s->given;
    if (given[OPTION_PFX] && (given[OPTION_KEY] || given[OPTION_PKCS11_MODULE]))
        argp_error(state, "--pfx brings its own key: leave out --key and --pkcs11-module");
    if (given[OPTION_KEY] != given[OPTION_CERTIFICATE])
        argp_error(state, "--key and --certificate go together");
    if (given[OPTION_PKCS11_MODULE] && !given[OPTION_KEY])
        argp_error(state, "--pkcs11-module needs --key and --certificate");
    if (given[OPTION_PASSWORD_FILE] && given[OPTION_PASSWORD_VARIABLE])
        argp_error(state, "--password-file and --password-env exclude each other");
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    struct build_options *b = &s->build;
    switch (key) {
    case OPTION_ARCH:
        return set_arch(b, text, state);
    case OPTION_PROFILE:
        b->profile = (enum profile)choose(state, text, "profile", profiles);
        s->given[OPTION_PROFILE] = true;
        return 0;
    case OPTION_CONFIGURATION:
        if (!*text || strchr(text, '|'))
            argp_error(state, "--configuration wants a name such as \"Win11 Release\"; the platform is --arch");
        b->configuration = text;
        return 0;
    case 'r':
        b->profile = PROFILE_RELEASE;
        s->given[OPTION_PROFILE] = true;
        return 0;
    case OPTION_PLATFORM:
        b->platform_given = true;
        b->platform = (enum target_platform)choose(state, text, "target platform", platforms);
        return 0;
    case OPTION_SIGN_MODE:
        b->sign_mode = (enum sign_mode)choose(state, text, "sign mode", sign_modes);
        return 0;
    case OPTION_VERIFY:
        b->verify_signatures = true;
        return 0;
    case OPTION_SBOM:
        s->sbom = true;
        return 0;
    case OPTION_TRUST:
        trust(s, text);
        return 0;
    case 'j':
        b->jobs = option_jobs(state, text);
        return 0;
    case 'v':
        b->verbose = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one PATH at a time");
        b->path = text;
        return 0;
    case ARGP_KEY_END:
        if (b->sign_mode == SIGN_OFF && (s->sign.count || b->verify_signatures))
            argp_error(state, "--sign-mode off goes with no other option for signing");
        check_keys(s, state);
        if (b->configuration && !s->given[OPTION_PROFILE])
            b->profile = profile_of_configuration(b->configuration);
        return 0;
    default:
        if (key < OPTION_SIGN_ARGS || key > OPTION_PFX)
            return ARGP_ERR_UNKNOWN;
        pass_on(s, key, text);
        return 0;
    }
}

static int width_of(const struct build_result *result, const char *(*text)(const struct build_artifact *), int least)
{
    for (size_t i = 0; i < result->artifact_count; i++) {
        const int width = (int)strlen(text(&result->artifacts[i]));
        least = width > least ? width : least;
    }
    return least;
}

static const char *project_of(const struct build_artifact *artifact)
{
    return artifact->project;
}

static const char *path_of(const struct build_artifact *artifact)
{
    return artifact->path;
}

static void print_table(const struct build_result *result)
{
    const int project = width_of(result, project_of, 7), path = width_of(result, path_of, 8);
    printf("%-*s  %-5s  %-*s  %10s  %s\n", project, "project", "arch", path, "artifact", "bytes", "signed");
    for (size_t i = 0; i < result->artifact_count; i++) {
        const struct build_artifact *artifact = &result->artifacts[i];
        printf("%-*s  %-5s  %-*s  %10llu  %s%s%s%s\n", project, artifact->project, arch_name(artifact->arch), path,
               artifact->path, (unsigned long long)artifact->size,
               !artifact->is_driver  ? "-"
               : artifact->is_signed ? "yes"
                                     : "no",
               artifact->note ? " (" : "", artifact->note ? artifact->note : "", artifact->note ? ")" : "");
    }
}

/* Findings are what the compiler, the linker and the check of the signatures say; everything else is bad input. */
static enum cwdk_status status_of(const struct diag *d)
{
    for (size_t i = 0; i < d->count; i++) {
        const struct diag_entry *entry = &d->entries[i];
        if (entry->severity == DIAG_ERROR && entry->code &&
            (!strncmp(entry->code, "BLD1", 4) || !strncmp(entry->code, "SIG2", 4)))
            return CWDK_FINDINGS;
    }
    return CWDK_USAGE;
}

/* Keys, certificates and passwords, before anything is compiled. */
static bool check_key_files(struct settings *s, struct diag *d)
{
    if (s->key.key && !s->given[OPTION_PKCS11_MODULE])
        arguments_add(&s->needed, s->key.key);
    bool ok = true;
    for (size_t i = 0; i < s->needed.count; i++) {
        const char *path = s->needed.items[i];
        if (!path_exists(path) || path_is_folder(path))
            ok = diag_error(d, CODE_ENV0001, diag_in_file(path), "cannot read %s: %s", path,
                            path_exists(path) ? "it is a folder" : "there is no such file");
    }
    if (!ok || !s->build.own_key || s->given[OPTION_PKCS11_MODULE])
        return ok;
    s->key.kind = s->key.pfx ? SIGN_KEY_PFX : SIGN_KEY_PEM;
    return sign_check_key(&s->key, &s->arena, d);
}

/* A driver without an INF has no package to write a bill of. */
static bool write_bills(const struct build_result *result, struct arena *a, struct diag *d)
{
    time_t created;
    if (!date_of_build(&created, NULL, d))
        return false;
    for (size_t i = 0; i < result->artifact_count; i++) {
        const char *package = path_folder(a, result->artifacts[i].path);
        if (!result->artifacts[i].is_driver || result->artifacts[i].note)
            continue;
        const struct sbom_driver driver = {.package = package,
                                           .kit_version = CWDK_VERSION,
                                           .created = created,
                                           .output = sbom_default_output(package, a)};
        if (!sbom_write_driver(&driver, d))
            return false;
    }
    return true;
}

int cmd_build(int argc, char **argv)
{
    struct settings s = {.build = {.path = ".", .output = stderr}};
    s.sign.arena = s.sign_files.arena = s.trusted.arena = s.needed.arena = &s.arena;
    const struct argp argp = {.options = options,
                              .parser = parse,
                              .args_doc = "[PATH]",
                              .doc = arena_format(&s.arena, "%s\v%s", description, examples)};
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    struct build_options *b = &s.build;
    b->archs_named = b->archs[ARCH_AMD64] || b->archs[ARCH_ARM64];
    if (!b->archs_named)
        b->archs[ARCH_AMD64] = b->archs[ARCH_ARM64] = true;
    b->sign_arguments = s.sign.items;
    b->sign_files = s.sign_files.items;
    b->trusted = s.trusted.items;
    b->progress = isatty(STDERR_FILENO);
    b->colour = b->progress && !getenv("NO_COLOR");

    struct diag d = {0};

    struct build_result result = {0};
    if (check_key_files(&s, &d) && build_run(b, &s.arena, &result, &d) &&
        (!s.sbom || write_bills(&result, &s.arena, &d)))
        print_table(&result);
    int status = command_finish(&d, result.status ? result.status : status_of(&d));
    if (result.interrupted) {
        fputs("cwdk: interrupted; what was finished is kept\n", stderr);
        status = 130;
    }
    arena_free(&s.arena);
    return status;
}
