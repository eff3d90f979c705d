/*
 * Writes the cabinet by the program gcab, out of a folder of our own. Its library is not linked: so no other command
 * loads GLib and GIO, and gcab is needed only where a cabinet is made.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/host/process.h"
#include "cwdk/submit/rules.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

/* gcab writes one compressed run of data ("folder" to the format), of at most so many blocks of 32 KiB. */
static const size_t size_limit = (size_t)65535 * 32768;

/* Dates in a cabinet are those of FAT, from 1980 to 2107. */
static bool set_date(const char *path, time_t date, struct diag *d)
{
    const time_t first = 315532800, last = 4354819198;
    const struct timespec when = {.tv_sec = date < first ? first : date > last ? last : date};
    if (!utimensat(AT_FDCWD, path, (const struct timespec[]){when, when}, 0))
        return true;
    return diag_error(d, CODE_ENV0002, diag_in_file(path), "cannot set the date of %s: %s", path, strerror(errno));
}

static bool lay_out(const struct submit_driver *driver, const char *folder, time_t date, struct arena *a,
                    struct diag *d)
{
    for (size_t i = 0; i < driver->file_count; i++) {
        const struct submit_file *file = &driver->files[i];
        const char *path = path_join(a, folder, file->name);
        if (!folder_make(path_folder(a, path), d) ||
            !file_write(path, file->content.data, file->content.size, 0644, d) || !set_date(path, date, d))
            return false;
    }
    return true;
}

/* It reads dates as those of the place it runs in. */
static bool run(const struct submit_driver *drivers, size_t count, size_t files, const char *folder, struct arena *a,
                struct diag *d)
{
    static const char *const command[] = {"env", "TZ=UTC0", "gcab", "--create", "--zip", "--", "../made.cab"};
    const size_t words = sizeof command / sizeof *command;
    const char **arguments = arena_array(a, words + files + 1, sizeof *arguments), **end = arguments + words;
    struct process_result result;
    memcpy(arguments, command, sizeof command);
    for (size_t i = 0; i < count; i++)
        for (size_t f = 0; f < drivers[i].file_count; f++)
            *end++ = drivers[i].files[f].name;
    if (!process_run(arguments, folder, true, a, &result, d))
        return false;
    if (result.status)
        return diag_error(d, CODE_SUB4001, diag_nowhere(), "gcab could not make the cabinet (status %d): %s",
                          result.status, *result.output ? result.output : "it gave no reason");
    return true;
}

static bool make(const struct submit_driver *drivers, size_t count, size_t files, const char *folder, time_t date,
                 struct arena *a, struct bytes *out, struct diag *d)
{
    const char *in = path_join(a, folder, "in");
    for (size_t i = 0; i < count; i++)
        if (!lay_out(&drivers[i], in, date, a, d))
            return false;
    return run(drivers, count, files, in, a, d) && file_read(path_join(a, folder, "made.cab"), a, out, d);
}

bool submit_cabinet(const struct submit_driver *drivers, size_t count, time_t date, struct arena *a, struct bytes *out,
                    struct diag *d)
{
    size_t size = 0, files = 0;
    for (size_t i = 0; i < count; i++) {
        files += drivers[i].file_count;
        for (size_t f = 0; f < drivers[i].file_count; f++)
            size += drivers[i].files[f].content.size;
    }
    if (size > size_limit)
        return diag_error(d, CODE_SUB4001, diag_nowhere(), "the packages have %zu bytes, more than a cabinet holds",
                          size);
    if (!process_find("gcab", a)) {
        diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run gcab: it is not installed");
        diag_help(d, "apt-get install %s", process_package("gcab"));
        return false;
    }
    char *folder = folder_make_temporary("cwdk-cabinet", a, d);
    if (!folder)
        return false;
    const bool ok = make(drivers, count, files, folder, date, a, out, d);
    return path_remove(folder, d) && ok;
}
