/* The order of the steps: read and verify each package, check them together, write, sign. */
#include "cwdk/submit/submit.h"
#include "cwdk/diag/codes.h"
#include "cwdk/submit/rules.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static bool has_extension(const char *path, const char *extension)
{
    return !strcasecmp(path_extension(path), extension);
}

/* FOLDER=PACKAGE, or PACKAGE: then the folder is called as it is, without the -package that `cwdk build` adds. */
static void name_driver(struct submit_driver *driver, const char *text, struct arena *a)
{
    const char *equals = path_is_folder(text) ? NULL : strchr(text, '=');
    if (equals) {
        driver->folder = arena_substring(a, text, (size_t)(equals - text));
        driver->path = equals + 1;
        return;
    }
    static const char ending[] = "-package";
    const char *path = path_absolute(a, text), *name = path_name(path ? path : text);
    const size_t length = strlen(name), end = sizeof ending - 1;
    driver->path = text;
    driver->folder =
        length > end && !strcmp(name + length - end, ending) ? arena_substring(a, name, length - end) : name;
}

/* Symbols may lie in the package here: the cabinet has them there, too. */
static bool is_about_symbols(const struct diag_entry *entry)
{
    return entry->code == CODE_PKG1003 && entry->place.file && has_extension(entry->place.file, ".pdb");
}

static bool verify(const struct submit_options *o, struct submit_driver *driver, struct arena *a, struct diag *d)
{
    const struct package_options options = {
        .folder = driver->path, .trust = o->trust, .trust_system = o->trust_system, .mode = o->mode};
    struct diag found = {0};
    const bool ok = package_verify(&options, a, &driver->package, &found);
    for (size_t i = 0; i < found.count; i++) {
        const struct diag_entry *entry = &found.entries[i];
        if (is_about_symbols(entry))
            continue;
        diag_report(d, entry->severity, entry->code, entry->place, "%s", entry->message);
        if (entry->help)
            diag_help(d, "%s", entry->help);
    }
    diag_free(&found);
    return ok;
}

static bool is_copied(const struct package *package, const char *name, struct arena *a)
{
    for (size_t i = 0; i < package->inf_count; i++) {
        size_t count;
        const struct inf_file *files = inf_files(package->infs[i], INF_ARCH_NONE, a, &count);
        for (size_t f = 0; f < count; f++)
            if (inf_same(files[f].path, name))
                return true;
    }
    return false;
}

/* Everything but certificates that lie there for test machines; room is left for a PDB of each image. */
static void take_files(struct submit_driver *driver, struct arena *a)
{
    const struct package *p = &driver->package;
    driver->files = arena_array(a, p->file_count + p->binary_count + 1, sizeof *driver->files);
    for (size_t i = 0; i < p->file_count; i++) {
        const char *name = p->files[i].name;
        if ((has_extension(name, ".cer") || has_extension(name, ".crt")) && !is_copied(p, name, a))
            continue;
        driver->files[driver->file_count++] =
            (struct submit_file){arena_format(a, "%s/%s", driver->folder, name), p->files[i].content};
    }
}

static bool collect(const struct submit_options *o, struct arena *a, struct submit_result *r, struct diag *d)
{
    while (o->packages[r->driver_count])
        r->driver_count++;
    r->drivers = arena_array(a, r->driver_count, sizeof *r->drivers);
    for (size_t i = 0; i < r->driver_count; i++) {
        struct submit_driver *driver = &r->drivers[i];
        name_driver(driver, o->packages[i], a);
        if (!verify(o, driver, a, d))
            return false;
        take_files(driver, a);
        submit_add_symbols(driver, o->symbols, a, d);
        submit_check_names(driver, a, d);
    }
    submit_check_folders(r->drivers, r->driver_count, d);
    submit_check_systems(r->drivers, r->driver_count, a, d);
    return !d->errors;
}

/* A cabinet that was signed is looked at before it gets its name. */
static bool sign(const struct submit_options *o, struct submit_result *r, struct bytes cabinet, struct arena *a,
                 struct diag *d)
{
    const char *unsigned_path = arena_format(a, "%s.%ld.unsigned", r->output, (long)getpid());
    const char *signed_path = arena_format(a, "%s.%ld.signed", r->output, (long)getpid());
    struct sign_options options = o->sign;
    struct bytes content = {0};
    options.no_page_hashes = true;
    if (o->signing == SUBMIT_SIGN_TEST)
        options.kind = SIGN_KEY_TEST;
    bool ok = file_write(unsigned_path, cabinet.data, cabinet.size, 0644, d) &&
              sign_file(&options, unsigned_path, signed_path, a, d) && file_read(signed_path, a, &content, d);
    if (ok && o->signing == SUBMIT_SIGN_KEY)
        ok = submit_check_signer(content, r->output, d);
    if (ok && rename(signed_path, r->output))
        ok = diag_error(d, CODE_ENV0002, diag_in_file(r->output), "cannot write %s: %s", r->output, strerror(errno));
    unlink(unsigned_path);
    unlink(signed_path);
    r->size = content.size;
    return ok;
}

static bool may_sign(const struct submit_options *o, struct diag *d)
{
    if (o->signing != SUBMIT_SIGN_KEY || o->sign.kind != SIGN_KEY_TEST)
        return true;
    diag_error(d, CODE_SUB3001, diag_nowhere(),
               "the cabinet must be signed with a certificate that the dashboard knows");
    diag_help(d,
              "name the key by --pfx or --key and --certificate; --sign-mode test or off makes a cabinet to look at");
    return false;
}

static void warn_of_signature(const struct submit_options *o, const char *output, struct diag *d)
{
    if (o->signing == SUBMIT_SIGN_KEY)
        return;
    diag_warning(d, CODE_SUB3002, diag_in_file(output), "%s is %s: the dashboard will refuse it", output,
                 o->signing == SUBMIT_SIGN_TEST ? "signed with a test certificate" : "not signed");
    diag_help(d, "sign it with a certificate that is registered with the account, by --pfx or --key");
}

bool submit_make(const struct submit_options *options, struct arena *a, struct submit_result *result, struct diag *d)
{
    struct bytes cabinet;
    *result = (struct submit_result){.output = options->output};
    if (!may_sign(options, d) || !collect(options, a, result, d))
        return false;
    if (!result->output)
        result->output = arena_format(a, "%s.cab", result->drivers[0].folder);
    if (path_is_folder(result->output))
        return diag_error(d, CODE_ENV0002, diag_in_file(result->output), "cannot write %s: it is a folder",
                          result->output);
    if (!submit_cabinet(result->drivers, result->driver_count, options->date, a, &cabinet, d))
        return false;
    result->size = cabinet.size;
    const bool ok = options->signing == SUBMIT_SIGN_OFF
                        ? file_write(result->output, cabinet.data, cabinet.size, 0644, d)
                        : sign(options, result, cabinet, a, d);
    if (ok)
        warn_of_signature(options, result->output, d);
    return ok;
}
