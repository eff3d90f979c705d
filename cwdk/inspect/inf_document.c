/* The document of an INF or INX, and its text. */
#include "cwdk/inf/inf.h"
#include "cwdk/inspect/binary.h"
#include "cwdk/inspect/inspect.h"

static const char *encoding_name(const struct inf *inf)
{
    switch (inf->encoding) {
    case INF_UTF16LE:
        return "utf-16le";
    case INF_UTF16BE:
        return "utf-16be";
    case INF_UTF8:
        return "utf-8";
    default:
        return "windows-1252";
    }
}

static json_t *version_section(const struct inf *inf, struct arena *a)
{
    const struct inf_section *section = inf_section(inf, "Version");
    json_t *object = json_object();
    for (size_t i = 0; section && i < section->count; i++) {
        const struct inf_line *line = &section->lines[i];
        const char *value = inf_field_value(line, 0);
        for (size_t f = 1; f < line->count; f++)
            value = arena_format(a, "%s,%s", value, inf_field_value(line, f));
        if (line->key)
            json_object_set_new(object, text_clean(a, line->key->value), json_string(text_clean(a, value)));
    }
    return object;
}

static json_t *devices(const struct inf *inf, struct arena *a)
{
    size_t count;
    const struct inf_device *list = inf_devices(inf, INF_ARCH_NONE, a, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        const struct inf_device *device = &list[i];
        json_t *compatible = json_array();
        for (const char **id = device->compatible_ids; id && *id; id++)
            json_array_append_new(compatible, json_string(text_clean(a, *id)));
        json_array_append_new(array,
                              json_pack("{ss ss ss ss sI so}", "description", text_clean(a, device->description),
                                        "hardware_id", text_clean(a, device->hardware_id ? device->hardware_id : ""),
                                        "install", text_clean(a, device->install), "decoration",
                                        text_clean(a, device->models->decoration.text), "line",
                                        (json_int_t)device->line->line, "compatible_ids", compatible));
    }
    return array;
}

static json_t *files(const struct inf *inf, struct arena *a)
{
    size_t count;
    const struct inf_file *list = inf_files(inf, INF_ARCH_NONE, a, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(
            array, json_pack("{ss ss sI ss sb}", "path", text_clean(a, list[i].path), "target",
                             text_clean(a, list[i].target ? list[i].target : ""), "dirid", (json_int_t)list[i].dirid,
                             "subdir", text_clean(a, list[i].subdir ? list[i].subdir : ""), "listed", list[i].listed));
    return array;
}

static json_t *decorations(const struct inf *inf, struct arena *a)
{
    size_t count;
    const struct inf_models *models = inf_models(inf, a, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        const struct inf_decoration *d = &models[i].decoration;
        const struct windows_version v = {d->version.major, d->version.minor, d->version.build};
        char text[WINDOWS_VERSION_TEXT];
        json_t *entry = json_pack("{ss ss ss sI}", "decoration", text_clean(a, d->text), "architecture",
                                  inf_arch_name(d->arch), "section", text_clean(a, models[i].section_name), "line",
                                  (json_int_t)models[i].manufacturer->line);
        if (d->has_version)
            json_object_set_new(
                entry, "windows",
                json_pack("{ss ss}", "version", windows_version_format(v, text), "name", windows_version_name(v)));
        json_array_append_new(array, entry);
    }
    return array;
}

static json_t *catalogs(const struct inf *inf, struct arena *a)
{
    size_t count;
    const struct inf_catalog *list = inf_catalogs(inf, a, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, json_pack("{ss ss}", "name", text_clean(a, list[i].name), "decoration",
                                               text_clean(a, list[i].decoration)));
    return array;
}

json_t *inspect_inf(struct bytes content, const char *path, struct arena *a, struct diag *d)
{
    const struct inf *inf = inf_parse(path, content, a, d);
    if (!inf)
        return NULL;
    json_t *sections = json_array();
    for (size_t i = 0; i < inf->count; i++)
        json_array_append_new(sections, json_pack("{ss sI sI}", "name", text_clean(a, inf->sections[i].name), "line",
                                                  (json_int_t)inf->sections[i].line, "entries",
                                                  (json_int_t)inf->sections[i].count));
    return json_pack("{ss ss sI ss so so so so so so}", "file", text_clean(a, path_name(path)), "kind", "inf", "size",
                     (json_int_t)content.size, "encoding", encoding_name(inf), "version", version_section(inf, a),
                     "catalogs", catalogs(inf, a), "models", decorations(inf, a), "devices", devices(inf, a), "files",
                     files(inf, a), "sections", sections);
}

void inspect_print_inf(const json_t *doc, unsigned parts, FILE *out)
{
    static const char *const shown[] = {"Class", "Provider", "DriverVer", "CatalogFile"};
    const json_t *version = json_object_get(doc, "version"), *item;
    size_t i;
    fprintf(out, "%s: setup information, %zu sections, %s, %lld bytes\n\n", document_text(doc, "file"),
            json_array_size(json_object_get(doc, "sections")), document_text(doc, "encoding"),
            (long long)document_number(doc, "size"));
    for (i = 0; i < sizeof shown / sizeof *shown; i++)
        if (*document_text(version, shown[i]))
            fprintf(out, "  %-12s %s\n", shown[i], document_text(version, shown[i]));
    fputs("\nfor\n", out);
    json_array_foreach(json_object_get(doc, "models"), i, item)
    {
        const json_t *windows = json_object_get(item, "windows");
        const char *text = document_text(item, "decoration");
        fprintf(out, "  %-26s %s%s\n", *text ? text : "(no decoration)",
                windows ? document_text(windows, "name") : "any Windows", windows ? " and later" : "");
    }
    fputs("\ndevices\n", out);
    json_array_foreach(json_object_get(doc, "devices"), i, item)
    {
        fprintf(out, "  %-30s %s, installed by [%s]\n", document_text(item, "hardware_id"),
                document_text(item, "description"), document_text(item, "install"));
    }
    fputs("\nfiles\n", out);
    json_array_foreach(json_object_get(doc, "files"), i, item)
    {
        fprintf(out, "  %-30s to %%%lld%%%s%s\n", document_text(item, "path"),
                (long long)document_number(item, "dirid"), *document_text(item, "subdir") ? "\\" : "",
                document_text(item, "subdir"));
    }
    if (!(parts & INSPECT_SECTIONS))
        return;
    fputs("\nsections\n", out);
    json_array_foreach(json_object_get(doc, "sections"), i, item)
    {
        fprintf(out, "  %5lld  [%s]\n", (long long)document_number(item, "line"), document_text(item, "name"));
    }
}
