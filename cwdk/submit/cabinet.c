/* Writes the cabinet by libgcab, in memory. */
#include "cwdk/diag/codes.h"
#include "cwdk/submit/rules.h"

#include <gio/gio.h>
#include <libgcab.h>

/* Offsets in a cabinet are 32 bits wide, and readers take them for signed ones. */
static const size_t size_limit = INT32_MAX;

static const char *with_backslashes(struct arena *a, const char *path)
{
    char *text = arena_string(a, path);
    for (char *p = text; *p; p++)
        if (*p == '/')
            *p = '\\';
    return text;
}

static bool add_file(GCabFolder *folder, const struct submit_file *file, GDateTime *date, struct arena *a,
                     GError **error)
{
    GBytes *bytes = g_bytes_new_static(file->content.data, file->content.size);
    GCabFile *entry = gcab_file_new_with_bytes(with_backslashes(a, file->name), bytes);
    gcab_file_set_date_time(entry, date);
    gcab_file_set_attributes(entry, GCAB_FILE_ATTRIBUTE_ARCH);
    const bool ok = gcab_folder_add_file(folder, entry, FALSE, NULL, error);
    g_object_unref(entry);
    g_bytes_unref(bytes);
    return ok;
}

static bool add_driver(GCabCabinet *cabinet, const struct submit_driver *driver, GDateTime *date, struct arena *a,
                       GError **error)
{
    GCabFolder *folder = gcab_folder_new(GCAB_COMPRESSION_MSZIP);
    bool ok = true;
    for (size_t i = 0; ok && i < driver->file_count; i++)
        ok = add_file(folder, &driver->files[i], date, a, error);
    ok = ok && gcab_cabinet_add_folder(cabinet, folder, error);
    g_object_unref(folder);
    return ok;
}

/* Dates in a cabinet are those of FAT, from 1980 to 2107. */
static GDateTime *date_of(time_t date)
{
    const time_t first = 315532800, last = 4354819198;
    return g_date_time_new_from_unix_utc(date < first ? first : date > last ? last : date);
}

static bool write_all(GCabCabinet *cabinet, struct arena *a, struct bytes *out, GError **error)
{
    GOutputStream *stream = g_memory_output_stream_new_resizable();
    const bool ok = gcab_cabinet_write(cabinet, stream, NULL, NULL, NULL, NULL, error);
    if (ok) {
        GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM(stream);
        const size_t size = g_memory_output_stream_get_data_size(memory);
        *out = (struct bytes){arena_copy(a, g_memory_output_stream_get_data(memory), size), size};
    }
    g_object_unref(stream);
    return ok;
}

bool submit_cabinet(const struct submit_driver *drivers, size_t count, time_t date, struct arena *a, struct bytes *out,
                    struct diag *d)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t f = 0; f < drivers[i].file_count; f++)
            size += drivers[i].files[f].content.size;
    if (size > size_limit)
        return diag_error(d, CODE_SUB4001, diag_nowhere(), "the packages have %zu bytes, more than a cabinet holds",
                          size);

    GCabCabinet *cabinet = gcab_cabinet_new();
    GDateTime *when = date_of(date);
    GError *error = NULL;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = add_driver(cabinet, &drivers[i], when, a, &error);
    ok = ok && write_all(cabinet, a, out, &error);
    if (!ok)
        diag_error(d, CODE_SUB4001, diag_nowhere(), "the cabinet could not be made: %s",
                   error ? error->message : "no reason given");
    g_clear_error(&error);
    g_date_time_unref(when);
    g_object_unref(cabinet);
    return ok;
}
