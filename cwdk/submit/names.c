/* Names and paths in the cabinet, and the systems that its drivers are for. */
#include "cwdk/diag/codes.h"
#include "cwdk/submit/rules.h"

#include <string.h>
#include <strings.h>

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* "No special characters", say the requirements, and not which they are: these are certainly none. */
static bool is_plain(const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!is_letter_or_digit(name[i]) && !strchr("-_.", name[i]))
            return false;
    return length && name[0] != '.' && name[length - 1] != '.';
}

static void check_folder(const char *name, size_t length, const char *path, struct diag *d)
{
    if (length >= SUBMIT_FOLDER_LIMIT)
        diag_error(d, CODE_SUB1001, diag_in_file(path),
                   "the folder name %.*s has %zu characters; the dashboard takes fewer than %d", (int)length, name,
                   length, SUBMIT_FOLDER_LIMIT);
    else if (!is_plain(name, length))
        diag_error(d, CODE_SUB1001, diag_in_file(path),
                   "the folder name '%.*s' has other characters than letters, digits, '-', '_' and '.'", (int)length,
                   name);
    else
        return;
    diag_help(d, "name the driver's folder in the cabinet by FOLDER=PACKAGE; folders below it are the INF's to name");
}

void submit_check_folders(const struct submit_driver *drivers, size_t count, struct diag *d)
{
    for (size_t i = 0; i < count; i++) {
        check_folder(drivers[i].folder, strlen(drivers[i].folder), drivers[i].path, d);
        for (size_t other = 0; other < i; other++) {
            if (strcasecmp(drivers[i].folder, drivers[other].folder) != 0)
                continue;
            diag_error(d, CODE_SUB1004, diag_in_file(drivers[i].path),
                       "%s and %s would both be the folder %s of the cabinet", drivers[other].path, drivers[i].path,
                       drivers[i].folder);
            diag_help(d, "name one of them: FOLDER=%s", drivers[i].path);
            break;
        }
    }
}

/* What no file on Windows is called. */
static bool is_possible(const char *name)
{
    const size_t length = strlen(name);
    for (size_t i = 0; i < length; i++)
        if (name[i] < ' ' || name[i] > '~' || strchr("<>:\"\\|?*", name[i]))
            return false;
    return length && name[length - 1] != '.' && name[length - 1] != ' ';
}

static void check_file(const struct submit_driver *driver, const char *name, struct arena *a, struct diag *d)
{
    const char *path = path_join(a, driver->path, name + strlen(driver->folder) + 1);
    if (strlen(name) >= SUBMIT_PATH_LIMIT) {
        diag_error(d, CODE_SUB1002, diag_in_file(path),
                   "the path %s has %zu characters in the cabinet; the dashboard takes fewer than %d", name,
                   strlen(name), SUBMIT_PATH_LIMIT);
        diag_help(d, "shorten the names of the file and its folders, or the driver's by FOLDER=PACKAGE");
    }
    if (!is_possible(path_name(name))) {
        diag_error(d, CODE_SUB1003, diag_in_file(path), "a file cannot be called '%s' on Windows, or not in a cabinet",
                   text_clean(a, path_name(name)));
        diag_help(d, "rename it to ASCII letters, digits and such, also in the INF");
    }
}

void submit_check_names(const struct submit_driver *driver, struct arena *a, struct diag *d)
{
    const char *last = "";
    for (size_t i = 0; i < driver->file_count; i++) {
        const char *name = driver->files[i].name;
        check_file(driver, name, a, d);
        const char *below = name + strlen(driver->folder) + 1, *end = strrchr(below, '/');
        const size_t length = end ? (size_t)(end - below) : 0;
        if (length && (strncmp(last, below, length) != 0 || last[length])) {
            last = arena_substring(a, below, length);
            for (const char *at = last; *at; at += strspn(at, "/")) {
                check_folder(at, strcspn(at, "/"), driver->path, d);
                at += strcspn(at, "/");
            }
        }
        for (size_t other = 0; other < i; other++)
            if (!strcasecmp(driver->files[other].name, name))
                diag_error(d, CODE_SUB1003, diag_in_file(driver->path), "%s and %s are one file on Windows",
                           driver->files[other].name, name);
    }
}

/* --- systems --- */

static const enum inf_arch architectures[] = {INF_ARCH_X86, INF_ARCH_AMD64, INF_ARCH_ARM, INF_ARCH_ARM64};
enum { ARCHITECTURES = sizeof architectures / sizeof *architectures };

static unsigned served(const struct submit_driver *driver)
{
    unsigned set = 0;
    struct inf_version lowest;
    for (size_t i = 0; i < driver->package.inf_count; i++)
        for (size_t n = 0; n < ARCHITECTURES; n++)
            set |= inf_lowest_version(driver->package.infs[i], architectures[n], &lowest) ? 1u << n : 0;
    return set;
}

static const char *spelled(unsigned set, struct arena *a)
{
    const char *text = "";
    for (size_t n = 0; n < ARCHITECTURES; n++)
        if (set & 1u << n)
            text = arena_format(a, "%s%s%s", text, *text ? " and " : "", inf_arch_name(architectures[n]));
    return *text ? text : "no architecture";
}

/* Attestation is for Windows 10 and later. */
static void check_lowest(const struct submit_driver *driver, struct diag *d)
{
    for (size_t i = 0; i < driver->package.inf_count; i++)
        for (size_t n = 0; n < ARCHITECTURES; n++) {
            const struct inf *inf = driver->package.infs[i];
            struct inf_version lowest;
            if (!inf_lowest_version(inf, architectures[n], &lowest) || lowest.major >= 10)
                continue;
            diag_warning(d, CODE_SUB1006, diag_in_file(inf->path),
                         "the INF serves %s before Windows 10, for which there is no attestation signature",
                         inf_arch_name(architectures[n]));
            diag_help(d, "decorate its models sections, NT%s.10.0...BUILD, or submit results of the HLK",
                      inf_arch_name(architectures[n]));
        }
}

void submit_check_systems(const struct submit_driver *drivers, size_t count, struct arena *a, struct diag *d)
{
    const unsigned first = served(&drivers[0]);
    for (size_t i = 0; i < count; i++) {
        check_lowest(&drivers[i], d);
        const unsigned set = served(&drivers[i]);
        if (set == first)
            continue;
        diag_error(d, CODE_SUB1005, diag_in_file(drivers[i].path),
                   "%s serves %s, but %s serves %s: all folders of a cabinet must serve the same architectures",
                   drivers[i].path, spelled(set, a), drivers[0].path, spelled(first, a));
        diag_help(d, "make a cabinet for each architecture, or packages that serve both");
    }
}
