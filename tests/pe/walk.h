/* Runs every reader of ntsim/pe over a buffer and touches every byte that they hand out. For tests and
 * fuzzing. */
#ifndef TESTS_PE_WALK_H
#define TESTS_PE_WALK_H

#include "ntsim/pe/image.h"

#include <string.h>

struct walk_counts {
    unsigned modules, imports, exports, names, relocations, certificates, strings, broken;
    unsigned long touched;
};

static inline void walk_touch(struct walk_counts *c, const void *data, size_t size)
{
    const uint8_t *bytes = data;
    for (size_t i = 0; i < size; i++)
        c->touched += bytes[i];
}

static inline void walk_imports(const struct pe_image *image, enum pe_import_kind kind, struct walk_counts *c)
{
    struct pe_import_walk walk = {.kind = kind};
    struct pe_import_module module;
    struct pe_import import;
    struct pe_error error = {0};
    enum pe_step step;
    while ((step = pe_import_module(image, &walk, &module, &error)) == PE_ITEM) {
        c->modules++;
        walk_touch(c, module.name, strlen(module.name));
        while ((step = pe_import(image, &walk, &import, &error)) == PE_ITEM) {
            c->imports++;
            if (import.name && c->imports < 4096)
                walk_touch(c, import.name, strlen(import.name));
        }
        if (step == PE_BROKEN)
            break;
    }
    c->broken += step == PE_BROKEN;
}

static inline void walk_exports(const struct pe_image *image, struct walk_counts *c)
{
    struct pe_exports exports;
    struct pe_export function;
    struct pe_error error = {0};
    const char *name;
    uint32_t index;
    const enum pe_step step = pe_exports(image, &exports, &error);
    c->broken += step == PE_BROKEN;
    if (step != PE_ITEM)
        return;
    for (uint32_t i = 0; i < exports.function_count; i++) {
        c->exports++;
        if (!pe_export_at(image, &exports, i, &function, &error))
            c->broken++;
        else if (function.forwarder && i < 64)
            walk_touch(c, function.forwarder, strlen(function.forwarder));
    }
    for (uint32_t i = 0; i < exports.name_count; i++) {
        c->names++;
        if (!pe_export_name(image, &exports, i, &name, &index, &error))
            c->broken++;
        else if (i < 64)
            walk_touch(c, name, strlen(name));
    }
}

static inline void walk_rest(const struct pe_image *image, struct walk_counts *c)
{
    struct pe_error error = {0};
    struct pe_load_config config;
    struct pe_debug debug;
    struct pe_codeview codeview;
    struct pe_relocation_walk relocations = {0};
    struct pe_relocation relocation;
    struct pe_tls tls;
    struct pe_certificate certificate;
    static struct pe_version version;
    uint32_t count, offset = 0;
    const uint8_t *table;
    enum pe_step step;

    c->broken += pe_load_config(image, &config, &error) == PE_BROKEN;
    for (uint32_t i = 0; (step = pe_debug_at(image, i, &debug, &error)) == PE_ITEM; i++)
        if (debug.data)
            walk_touch(c, debug.data, debug.size);
    c->broken += step == PE_BROKEN;
    step = pe_codeview(image, &codeview, &error);
    c->broken += step == PE_BROKEN;
    if (step == PE_ITEM)
        walk_touch(c, codeview.path, strlen(codeview.path));
    while ((step = pe_relocation(image, &relocations, &relocation, &error)) == PE_ITEM)
        c->relocations++;
    c->broken += step == PE_BROKEN;
    step = pe_exception_table(image, &count, &table, &error);
    c->broken += step == PE_BROKEN;
    if (step == PE_ITEM)
        walk_touch(c, table, count * (size_t)(image->machine == PE_MACHINE_ARM64 ? 8 : 12));
    c->broken += pe_tls(image, &tls, &error) == PE_BROKEN;
    while ((step = pe_certificate(image, &offset, &certificate, &error)) == PE_ITEM) {
        c->certificates++;
        walk_touch(c, certificate.data, certificate.size);
    }
    c->broken += step == PE_BROKEN;
    step = pe_version(image, &version, &error);
    c->broken += step == PE_BROKEN;
    for (unsigned i = 0; step == PE_ITEM && i < version.string_count; i++) {
        const struct pe_version_string *s = &version.strings[i];
        c->strings++;
        walk_touch(c, s->key.data, s->key.units * (size_t)2);
        walk_touch(c, s->value.data, s->value.units * (size_t)2);
        walk_touch(c, s->table.data, s->table.units * (size_t)2);
    }
}

/* False where the headers were refused. */
static inline bool walk_image(const void *data, size_t size, struct walk_counts *c)
{
    struct pe_image image;
    struct pe_error error;
    *c = (struct walk_counts){0};
    if (!pe_open(data, size, &image, &error))
        return false;
    for (unsigned i = 0; i < image.section_count; i++)
        walk_touch(c, image.data + image.sections[i].offset, image.sections[i].raw_size ? 1 : 0);
    walk_imports(&image, PE_IMPORTS_STATIC, c);
    walk_imports(&image, PE_IMPORTS_DELAYED, c);
    walk_exports(&image, c);
    walk_rest(&image, c);
    c->touched += pe_checksum(&image);
    return true;
}

#endif
