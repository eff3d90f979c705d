/* Facts of an image: gathered from the directories, and the driver model from its imports and its bind information. */
#include "cwdk/inspect/binary.h"
#include "cwdk/diag/codes.h"

#include <string.h>
#include <strings.h>

static const char *fault_code(enum pe_fault fault)
{
    static const char *const codes[] = {
        [PE_FAULT_NONE] = NULL,
#define FAULT(name, number, text) [PE_FAULT_##name] = CODE_PE##number,
#include "ntsim/pe/faults.def"
#undef FAULT
    };
    return codes[fault];
}

static bool report(const struct pe_error *error, const char *path, struct diag *d)
{
    return diag_error(d, fault_code(error->fault), diag_in_file(path), "%s (%s 0x%llx)", pe_fault_text(error->fault),
                      error->is_rva ? "RVA" : "offset", (unsigned long long)error->offset);
}

/* True for an item; a broken directory is reported and noted. */
static bool took(enum pe_step step, const struct pe_error *error, struct binary *out, struct diag *d)
{
    if (step == PE_BROKEN) {
        report(error, out->path, d);
        out->sound = false;
    }
    return step == PE_ITEM;
}

static const char *architecture(uint16_t machine)
{
    switch (machine) {
    case PE_MACHINE_AMD64:
        return "amd64";
    case PE_MACHINE_ARM64:
        return "arm64";
    case PE_MACHINE_I386:
        return "x86";
    case PE_MACHINE_ARM:
        return "arm";
    default:
        return "unknown";
    }
}

static void read_imports(struct binary *out, enum pe_import_kind kind, struct arena *a, struct diag *d)
{
    struct pe_import_walk walk = {.kind = kind};
    struct pe_import_module module;
    struct pe_import import;
    struct pe_error error;
    size_t capacity = out->import_count;
    while (took(pe_import_module(&out->image, &walk, &module, &error), &error, out, d)) {
        enum pe_step step;
        while (took(step = pe_import(&out->image, &walk, &import, &error), &error, out, d)) {
            if (out->import_count == capacity) {
                struct binary_import *grown = arena_array(a, capacity * 2 + 64, sizeof *grown);
                if (capacity)
                    memcpy(grown, out->imports, capacity * sizeof *grown);
                capacity = capacity * 2 + 64;
                out->imports = grown;
            }
            out->imports[out->import_count++] =
                (struct binary_import){module.name, import.name, import.ordinal, kind == PE_IMPORTS_DELAYED};
        }
        if (step == PE_BROKEN)
            return;
    }
}

static void read_debug(struct binary *out, struct diag *d)
{
    struct pe_debug debug;
    struct pe_error error;
    for (uint32_t i = 0; took(pe_debug_at(&out->image, i, &debug, &error), &error, out, d); i++) {
        if (debug.type == PE_DEBUG_REPRO)
            out->reproducible = true;
        if (debug.type == PE_DEBUG_EX_DLL_CHARACTERISTICS && debug.data && debug.size)
            out->cet = debug.data[0] & PE_EX_DLL_CET_COMPAT;
    }
    /* A broken directory has been reported above. */
    out->has_pdb = pe_codeview(&out->image, &out->pdb, &error) == PE_ITEM;
}

/* --- the driver's model --- */

static bool imports(const struct binary *binary, const char *module, const char *name)
{
    for (size_t i = 0; i < binary->import_count; i++) {
        const struct binary_import *import = &binary->imports[i];
        if (import->name && !strcasecmp(import->module, module) && !strcmp(import->name, name))
            return true;
    }
    return false;
}

static bool exports(const struct binary *binary, const char *wanted)
{
    struct pe_exports table;
    struct pe_error error;
    if (pe_exports(&binary->image, &table, &error) != PE_ITEM)
        return false;
    for (uint32_t i = 0; i < table.name_count; i++) {
        const char *name;
        uint32_t function;
        if (!pe_export_name(&binary->image, &table, i, &name, &function, &error))
            return false;
        if (!strcmp(name, wanted))
            return true;
    }
    return false;
}

static uint32_t word(const uint8_t *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint64_t address(const uint8_t *p)
{
    return word(p) | (uint64_t)word(p + 4) << 32;
}

/* WDF_BIND_INFO, which the client hands to the loader: fields of the 64-bit layout. The second form, larger by five
 * pointers, also points to the lowest framework version the driver is content with. */
enum bind_info {
    BIND_SIZE = 0,
    BIND_COMPONENT = 8, /* address of L"KmdfLibrary" or L"UmdfLibrary" */
    BIND_MAJOR = 16,
    BIND_MINOR = 20,
    BIND_SIZE_1 = 48,
    BIND_MINIMUM = 48, /* address of the minor version */
    BIND_SIZE_2 = 88,
};

static bool names_component(const struct binary *binary, uint64_t pointer, const char *component)
{
    uint32_t rva;
    const uint32_t length = (uint32_t)strlen(component) + 1;
    const uint8_t *text =
        pe_from_address(&binary->image, pointer, &rva) ? pe_at(&binary->image, rva, length * 2) : NULL;
    for (size_t i = 0; text && i < length; i++)
        if (text[2 * i] != (unsigned char)component[i] || text[2 * i + 1])
            return false;
    return text != NULL;
}

/* Looks for the bind information in the initialised data and takes the framework version from it. */
static bool find_bind_info(struct binary *out, const char *component)
{
    const struct pe_image *image = &out->image;
    for (unsigned i = 0; i < image->section_count; i++) {
        const struct pe_section *section = &image->sections[i];
        if (section->flags & PE_SECTION_EXECUTE)
            continue;
        const uint8_t *start = image->data + section->offset;
        for (uint32_t at = 0; section->raw_size >= BIND_SIZE_1 && at <= section->raw_size - BIND_SIZE_1; at += 8) {
            const uint8_t *info = start + at;
            const uint32_t size = word(info + BIND_SIZE), major = word(info + BIND_MAJOR),
                           minor = word(info + BIND_MINOR);
            if (size < BIND_SIZE_1 || size > section->raw_size - at || size > 4 * BIND_SIZE_2 || major > 9 ||
                minor > 999 || !names_component(out, address(info + BIND_COMPONENT), component))
                continue;
            uint32_t rva;
            const uint8_t *minimum = NULL;
            if (size >= BIND_SIZE_2 && pe_from_address(image, address(info + BIND_MINIMUM), &rva))
                minimum = pe_at(image, rva, 4);
            out->framework_major = major;
            out->framework_minor = minor;
            out->framework_minimum = minimum && word(minimum) <= minor ? word(minimum) : minor;
            return true;
        }
    }
    return false;
}

static void find_model(struct binary *out)
{
    if (out->image.subsystem == PE_SUBSYSTEM_NATIVE) {
        out->model = imports(out, "WDFLDR.SYS", "WdfVersionBind") ? BINARY_KMDF : BINARY_WDM;
        if (out->model == BINARY_KMDF)
            find_bind_info(out, "KmdfLibrary");
    } else if (out->image.characteristics & PE_CHAR_DLL && exports(out, "FxDriverEntryUm")) {
        out->model = BINARY_UMDF;
        find_bind_info(out, "UmdfLibrary");
    }
}

bool binary_read(struct bytes content, const char *path, struct arena *a, struct binary *out, struct diag *d)
{
    struct pe_error error;
    *out = (struct binary){.path = path, .sound = true};
    if (!pe_open(content.data, content.size, &out->image, &error))
        return report(&error, path, d);
    out->architecture = architecture(out->image.machine);
    read_imports(out, PE_IMPORTS_STATIC, a, d);
    read_imports(out, PE_IMPORTS_DELAYED, a, d);
    read_debug(out, d);
    out->has_load_config = took(pe_load_config(&out->image, &out->load_config, &error), &error, out, d);
    took(pe_exception_table(&out->image, &out->functions, NULL, &error), &error, out, d);
    out->has_tls = took(pe_tls(&out->image, &out->tls, &error), &error, out, d);

    struct pe_relocation_walk relocations = {0};
    struct pe_relocation relocation;
    while (took(pe_relocation(&out->image, &relocations, &relocation, &error), &error, out, d))
        out->relocations++;
    struct pe_certificate certificate;
    for (uint32_t offset = 0; took(pe_certificate(&out->image, &offset, &certificate, &error), &error, out, d);)
        out->certificates++;
    out->version = arena_alloc(a, sizeof *out->version);
    if (!took(pe_version(&out->image, out->version, &error), &error, out, d))
        out->version = NULL;
    struct pe_exports table;
    took(pe_exports(&out->image, &table, &error), &error, out, d);
    find_model(out);
    return true;
}

const char *binary_model_name(enum binary_model model)
{
    static const char *const names[] = {"none", "WDM", "KMDF", "UMDF"};
    return names[model];
}

enum framework binary_framework(enum binary_model model)
{
    return model == BINARY_KMDF ? FRAMEWORK_KMDF : model == BINARY_UMDF ? FRAMEWORK_UMDF : FRAMEWORK_NONE;
}
