/* Runs osslsigncode. */
#include "cwdk/sign/sign.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"
#include "cwdk/sign/identity.h"
#include "cwdk/sign/password.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIXED_ARGUMENTS = 40 };

struct command {
    const char **arguments;
    size_t count;
};

static void add(struct command *c, const char *argument)
{
    c->arguments[c->count++] = argument;
}

static void add_pair(struct command *c, const char *option, const char *value)
{
    add(c, option);
    add(c, value);
}

/* Keys that everyone on the machine can read are no secret. */
static bool check_key_file(const char *path, struct diag *d)
{
    struct stat info;
    if (stat(path, &info))
        return diag_error(d, CODE_ENV0001, diag_in_file(path), "cannot read %s: %s", path, strerror(errno));
    if (!(info.st_mode & S_IROTH))
        return true;
    diag_error(d, CODE_SIG1004, diag_in_file(path), "everyone can read the private key in %s", path);
    diag_help(d, "chmod 600 %s", path);
    return false;
}

static bool add_key(const struct sign_options *o, struct command *c, struct arena *a, struct diag *d)
{
    switch (o->kind) {
    case SIGN_KEY_TEST: {
        const char *identity = identity_test(a, d);
        if (!identity || !check_key_file(identity, d))
            return false;
        add_pair(c, "-certs", identity);
        add_pair(c, "-key", identity);
        return true;
    }
    case SIGN_KEY_PFX:
        add_pair(c, "-pkcs12", o->pfx);
        return check_key_file(o->pfx, d);
    case SIGN_KEY_PEM:
        add_pair(c, "-certs", o->certificates);
        add_pair(c, "-key", o->key);
        return check_key_file(o->key, d);
    case SIGN_KEY_PKCS11:
        if (o->engine)
            add_pair(c, "-pkcs11engine", o->engine);
        add_pair(c, "-pkcs11module", o->module);
        add_pair(c, "-certs", o->certificates);
        add_pair(c, "-key", o->key);
        return true;
    }
    return false;
}

static bool is_catalog(const char *path)
{
    return !strcasecmp(path_extension(path), ".cat");
}

/* Of what the signer printed, the lines that say why: not its banner, and not OpenSSL's trace of every format it tried.
 * Where it was called wrongly, its usage follows the one line that says how. */
static bool tells(const char *line)
{
    return strcmp(line, "Failed") != 0 && strncmp(line, "Calculated page hash", 20) != 0 && !strstr(line, ":error:");
}

static bool signer_failed(const char *in, const struct process_result *result, struct arena *a, struct diag *d)
{
    const char *what = "";
    for (char *line = strtok(result->output, "\r\n"); line && strncmp(line, "Usage:", 6) != 0;
         line = strtok(NULL, "\r\n"))
        if (tells(line))
            what = arena_format(a, "%s%s%s", what, *what ? "\n    " : "", line);
    diag_error(d, CODE_SIG1003, diag_in_file(in), "osslsigncode could not sign %s (status %d): %s", in, result->status,
               *what ? what : "it gave no reason");
    return false;
}

static bool run(struct command *c, const char *in, const char *out, struct arena *a, struct diag *d)
{
    const char *temporary = arena_format(a, "%s.%ld.signing", out, (long)getpid());
    struct process_result result;
    unlink(temporary); /* of a run that was cut off; the signer does not overwrite */
    add_pair(c, "-in", in);
    add_pair(c, "-out", temporary);
    add(c, NULL);
    bool ok = process_run(c->arguments, NULL, true, a, &result, d);
    if (ok && result.status)
        ok = signer_failed(in, &result, a, d);
    if (ok && rename(temporary, out))
        ok = diag_error(d, CODE_ENV0002, diag_in_file(out), "cannot write %s: %s", out, strerror(errno));
    if (!ok)
        unlink(temporary);
    return ok;
}

bool sign_file(const struct sign_options *options, const char *in, const char *out, struct arena *a, struct diag *d)
{
    size_t more = 0;
    while (options->arguments && options->arguments[more])
        more++;
    struct command c = {arena_array(a, FIXED_ARGUMENTS + more, sizeof(char *)), 0};
    if (!path_is_file(in))
        return diag_error(d, CODE_ENV0001, diag_in_file(in), "cannot read %s: there is no such file", in);
    const char *folder = path_folder(a, out);
    if (access(folder, W_OK))
        return diag_error(d, CODE_ENV0002, diag_in_file(out), "cannot write %s: %s", out, strerror(errno));
    add(&c, "osslsigncode");
    add(&c, "sign");
    if (!add_key(options, &c, a, d))
        return false;
    struct password password;
    if (!password_open(options, &password, a, d))
        return false;
    if (password.path)
        add_pair(&c, "-readpass", password.path);
    add_pair(&c, "-h", "sha256");
    if (!options->no_page_hashes && !is_catalog(in))
        add(&c, "-ph");
    if (options->timestamp_url)
        add_pair(&c, "-ts", options->timestamp_url);
    if (options->signing_time)
        add_pair(&c, "-time", arena_format(a, "%lld", (long long)options->signing_time));
    for (size_t i = 0; i < more; i++)
        add(&c, options->arguments[i]);
    const bool ok = run(&c, in, out, a, d);
    password_close(&password);
    return ok;
}

bool sign_check_key(const struct sign_options *options, struct arena *a, struct diag *d)
{
    struct command unused = {arena_array(a, FIXED_ARGUMENTS, sizeof(char *)), 0};
    struct password password;
    if (!add_key(options, &unused, a, d) || !password_open(options, &password, a, d))
        return false;
    password_close(&password);
    return options->kind != SIGN_KEY_PFX || password_opens_pfx(options, a, d);
}

const char **sign_split_arguments(const char *line, struct arena *a, struct diag *d)
{
    const char **list = arena_array(a, strlen(line) / 2 + 2, sizeof *list);
    size_t count = 0;
    for (const char *p = line; *p;) {
        if (*p == ' ' || *p == '\t') {
            p++;
            continue;
        }
        char *word = arena_alloc(a, strlen(p) + 1), *end = word;
        char quote = 0;
        for (; *p && (quote || (*p != ' ' && *p != '\t')); p++) {
            if (quote ? *p == quote : *p == '"' || *p == '\'')
                quote = quote ? 0 : *p;
            else
                *end++ = *p;
        }
        if (quote) {
            diag_error(d, CODE_SIG1006, diag_nowhere(), "a quote is not closed in the signer's arguments: %s", line);
            return NULL;
        }
        list[count++] = word;
    }
    return list;
}
