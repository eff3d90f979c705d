/* The document of a .sys, .dll or .exe. */
#include "cwdk/inspect/binary.h"
#include "cwdk/diag/codes.h"
#include "cwdk/inspect/inspect.h"
#include "cwdk/inspect/signature.h"

#include <string.h>
#include <time.h>

struct flag_name {
    uint32_t bit;
    const char *name;
};

static json_t *flags(uint32_t value, const struct flag_name *names, size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        if (value & names[i].bit)
            json_array_append_new(list, json_string(names[i].name));
    return list;
}
#define FLAGS(value, names) flags(value, names, sizeof(names) / sizeof *(names))

static const struct flag_name characteristics[] = {
    {PE_CHAR_RELOCS_STRIPPED, "relocations_stripped"},
    {PE_CHAR_EXECUTABLE, "executable"},
    {PE_CHAR_LARGE_ADDRESS_AWARE, "large_address_aware"},
    {PE_CHAR_DEBUG_STRIPPED, "debug_stripped"},
    {PE_CHAR_SYSTEM, "system"},
    {PE_CHAR_DLL, "dll"},
};

static const struct flag_name dll_characteristics[] = {
    {PE_DLL_HIGH_ENTROPY_VA, "high_entropy_va"},
    {PE_DLL_DYNAMIC_BASE, "dynamic_base"},
    {PE_DLL_FORCE_INTEGRITY, "force_integrity"},
    {PE_DLL_NX_COMPAT, "nx_compat"},
    {PE_DLL_NO_ISOLATION, "no_isolation"},
    {PE_DLL_NO_SEH, "no_seh"},
    {PE_DLL_NO_BIND, "no_bind"},
    {PE_DLL_APPCONTAINER, "appcontainer"},
    {PE_DLL_WDM_DRIVER, "wdm_driver"},
    {PE_DLL_GUARD_CF, "guard_cf"},
    {PE_DLL_TERMINAL_SERVER_AWARE, "terminal_server_aware"},
};

static const struct flag_name section_flags[] = {
    {PE_SECTION_READ, "read"},
    {PE_SECTION_WRITE, "write"},
    {PE_SECTION_EXECUTE, "execute"},
    {PE_SECTION_CODE, "code"},
    {PE_SECTION_INITIALIZED, "initialized"},
    {PE_SECTION_UNINITIALIZED, "uninitialized"},
    {PE_SECTION_DISCARDABLE, "discardable"},
    {PE_SECTION_NOT_CACHED, "not_cached"},
    {PE_SECTION_NOT_PAGED, "not_paged"},
    {PE_SECTION_SHARED, "shared"},
};

static const struct flag_name guard_flags[] = {
    {PE_GUARD_CF_INSTRUMENTED, "cf_instrumented"},
    {PE_GUARD_CFW_INSTRUMENTED, "cfw_instrumented"},
    {PE_GUARD_CF_TABLE_PRESENT, "cf_function_table_present"},
    {PE_GUARD_COOKIE_UNUSED, "security_cookie_unused"},
    {PE_GUARD_PROTECT_DELAYLOAD_IAT, "protect_delayload_iat"},
    {PE_GUARD_EXPORT_SUPPRESSION, "export_suppression"},
    {PE_GUARD_LONGJUMP_TABLE, "longjump_table_present"},
    {PE_GUARD_RETPOLINE, "retpoline_present"},
    {PE_GUARD_EH_TABLE, "eh_continuation_table_present"},
};

static const char *subsystem(uint16_t value)
{
    switch (value) {
    case PE_SUBSYSTEM_NATIVE:
        return "native";
    case PE_SUBSYSTEM_WINDOWS_GUI:
        return "windows_gui";
    case PE_SUBSYSTEM_WINDOWS_CONSOLE:
        return "windows_console";
    case PE_SUBSYSTEM_EFI_APPLICATION:
        return "efi_application";
    case PE_SUBSYSTEM_EFI_BOOT_DRIVER:
        return "efi_boot_driver";
    case PE_SUBSYSTEM_EFI_RUNTIME_DRIVER:
        return "efi_runtime_driver";
    case PE_SUBSYSTEM_BOOT_APPLICATION:
        return "boot_application";
    default:
        return "unknown";
    }
}

static const char *image_kind(const struct binary *b)
{
    if (b->model != BINARY_NO_DRIVER)
        return b->image.characteristics & PE_CHAR_DLL && b->model != BINARY_UMDF ? "kernel_library" : "driver";
    return b->image.characteristics & PE_CHAR_DLL ? "dll" : "program";
}

static json_t *pair(unsigned major, unsigned minor)
{
    return json_sprintf("%u.%u", major, minor);
}

static json_t *windows(struct windows_version v)
{
    char text[WINDOWS_VERSION_TEXT];
    return json_pack("{ss ss}", "version", windows_version_format(v, text), "name", windows_version_name(v));
}

static json_t *framework(const struct binary *b)
{
    if (!b->framework_major)
        return json_null();
    struct windows_version since;
    const bool known = framework_since(binary_framework(b->model), b->framework_major, b->framework_minimum, &since);
    return json_pack("{ss so so so}", "name", binary_model_name(b->model), "version",
                     pair(b->framework_major, b->framework_minor), "minimum",
                     pair(b->framework_major, b->framework_minimum), "since", known ? windows(since) : json_null());
}

static json_t *time_stamp(const struct binary *b)
{
    const time_t when = (time_t)b->image.time;
    char text[32] = "";
    struct tm utc;
    if (!b->reproducible && gmtime_r(&when, &utc))
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return json_pack("{sI ss* sb}", "value", (json_int_t)b->image.time, "utc", *text ? text : NULL, "reproducible",
                     b->reproducible);
}

static json_t *headers(const struct binary *b, struct arena *a)
{
    const struct pe_image *i = &b->image;
    const struct pe_section *entry = pe_section_of(i, i->entry);
    const uint32_t computed = pe_checksum(i);
    return json_pack(
        "{sI so sI ss* so so so so so ss sI sI sI sI sI s{sI sI sb} so so sI}", "machine", (json_int_t)i->machine,
        "time", time_stamp(b), "entry", (json_int_t)i->entry, "entry_section",
        entry ? text_clean(a, entry->name) : NULL, "linker_version", pair(i->linker_major, i->linker_minor),
        "os_version", pair(i->os_major, i->os_minor), "image_version", pair(i->image_major, i->image_minor),
        "subsystem_version", pair(i->subsystem_major, i->subsystem_minor), "image_base",
        json_sprintf("0x%llx", (unsigned long long)i->image_base), "subsystem", subsystem(i->subsystem),
        "subsystem_value", (json_int_t)i->subsystem, "image_size", (json_int_t)i->image_size, "headers_size",
        (json_int_t)i->headers_size, "section_alignment", (json_int_t)i->section_alignment, "file_alignment",
        (json_int_t)i->file_alignment, "checksum", "stored", (json_int_t)i->checksum, "computed", (json_int_t)computed,
        "correct", i->checksum == computed, "characteristics", FLAGS(i->characteristics, characteristics),
        "dll_characteristics", FLAGS(i->dll_characteristics, dll_characteristics), "dll_characteristics_value",
        (json_int_t)i->dll_characteristics);
}

static json_t *directories(const struct binary *b)
{
    static const char *const names[PE_DIR_COUNT] = {"export",         "import",       "resource",    "exception",
                                                    "certificate",    "relocation",   "debug",       "architecture",
                                                    "global_pointer", "tls",          "load_config", "bound_import",
                                                    "import_address", "delay_import", "clr",         "reserved"};
    json_t *list = json_array();
    for (unsigned i = 0; i < b->image.directory_count; i++) {
        const struct pe_range *range = &b->image.directories[i];
        if (!range->rva && !range->size)
            continue;
        json_array_append_new(list, json_pack("{ss ss sI sI}", "name", names[i], "relative_to",
                                              i == PE_DIR_CERTIFICATE ? "file" : "image", "address",
                                              (json_int_t)range->rva, "size", (json_int_t)range->size));
    }
    return list;
}

static json_t *sections(const struct binary *b, struct arena *a)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < b->image.section_count; i++) {
        const struct pe_section *s = &b->image.sections[i];
        json_array_append_new(list,
                              json_pack("{ss sI sI sI sI sI so}", "name", text_clean(a, s->name), "address",
                                        (json_int_t)s->rva, "virtual_size", (json_int_t)s->virtual_size, "file_offset",
                                        (json_int_t)s->offset, "file_size", (json_int_t)s->raw_size, "flags_value",
                                        (json_int_t)s->flags, "flags", FLAGS(s->flags, section_flags)));
    }
    return list;
}

static json_t *guards(const struct binary *b, struct arena *a)
{
    static const char *const states[] = {"yes", "no", "not_applicable"};
    json_t *list = json_array();
    size_t count;
    const struct guard *table = binary_guards(b, a, &count);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, json_pack("{ss ss ss ss*}", "key", table[i].key, "title", table[i].title, "state",
                                              states[table[i].state], "detail", table[i].detail));
    return list;
}

/* --- imports, with what the table of exports knows of them --- */

static json_t *import_entry(const struct binary_import *import, const struct export_table *table,
                            const struct binary *b, struct arena *a, struct windows_version *lowest,
                            const char **because)
{
    if (!import->name)
        return json_pack("{sI}", "ordinal", (json_int_t)import->ordinal);
    const char *name = text_clean(a, import->name);
    const struct export_row *row = export_find(table, import->module, import->name, b->architecture);
    json_t *entry = json_pack("{ss}", "name", name);
    if (!row)
        return entry;
    if (*row->header)
        json_object_set_new(entry, "header", json_string(row->header));
    if (row->since.major) {
        json_object_set_new(entry, "since", windows(row->since));
        if (windows_version_compare(row->since, *lowest) > 0) {
            *lowest = row->since;
            *because = name;
        }
    }
    return entry;
}

static json_t *imports(const struct binary *b, struct arena *a, json_t *document)
{
    /* Without the table (a tool copied away from its kit) imports are shown without versions. */
    struct export_table table = {0};
    struct diag quiet = {0};
    struct windows_version lowest = {0};
    const char *because = NULL;
    export_table_read(a, &table, &quiet);
    diag_free(&quiet);

    json_t *list = json_array(), *functions = NULL;
    const char *module = NULL;
    bool delayed = false;
    for (size_t i = 0; i < b->import_count; i++) {
        const struct binary_import *import = &b->imports[i];
        if (import->module != module || import->delayed != delayed) {
            module = import->module;
            delayed = import->delayed;
            functions = json_array();
            json_array_append_new(list,
                                  json_pack("{ss sb sb so}", "module", text_clean(a, module), "delayed", delayed,
                                            "known", export_module_known(&table, module), "functions", functions));
        }
        json_array_append_new(functions, import_entry(import, &table, b, a, &lowest, &because));
    }
    struct windows_version since;
    if (b->framework_major &&
        framework_since(binary_framework(b->model), b->framework_major, b->framework_minimum, &since) &&
        windows_version_compare(since, lowest) > 0) {
        lowest = since;
        because = arena_format(a, "%s %u.%u", binary_model_name(b->model), b->framework_major, b->framework_minimum);
    }
    if (because) {
        json_t *runs = windows(lowest);
        json_object_set_new(runs, "because", json_string(because));
        json_object_set_new(document, "lowest_windows", runs);
    }
    return list;
}

static json_t *exports(const struct binary *b, struct arena *a, struct diag *d)
{
    struct pe_exports table;
    struct pe_error error;
    json_t *list = json_array();
    if (pe_exports(&b->image, &table, &error) != PE_ITEM)
        return list;
    const char **names = arena_array(a, table.function_count + 1, sizeof *names);
    size_t bytes = 0;
    for (uint32_t i = 0; i < table.name_count; i++) {
        const char *name;
        uint32_t function;
        if (!pe_export_name(&b->image, &table, i, &name, &function, &error))
            continue;
        bytes += strlen(name);
        if (bytes > PE_LIMIT_NAME_BYTES) {
            diag_error(d, CODE_PE1006, diag_in_file(b->path), "the exported names have more than %d bytes together",
                       PE_LIMIT_NAME_BYTES);
            return list;
        }
        names[function] = text_clean(a, name);
    }
    for (uint32_t i = 0; i < table.function_count; i++) {
        struct pe_export e;
        if (!pe_export_at(&b->image, &table, i, &e, &error) || !e.rva)
            continue;
        json_t *entry = json_pack("{sI ss*}", "ordinal", (json_int_t)e.ordinal, "name", names[i]);
        if (e.forwarder)
            json_object_set_new(entry, "forwarder", json_string(text_clean(a, e.forwarder)));
        else
            json_object_set_new(entry, "address", json_integer(e.rva));
        json_array_append_new(list, entry);
    }
    return list;
}

static json_t *load_config(const struct binary *b)
{
    const struct pe_load_config *c = &b->load_config;
    if (!b->has_load_config)
        return json_null();
    return json_pack("{sI sI sI sI sI sI so sI sI sI}", "size", (json_int_t)c->size, "security_cookie",
                     (json_int_t)c->cookie, "guard_check", (json_int_t)c->guard_check, "guard_dispatch",
                     (json_int_t)c->guard_dispatch, "guard_function_table", (json_int_t)c->guard_table,
                     "guard_flags_value", (json_int_t)c->guard_flags, "guard_flags", FLAGS(c->guard_flags, guard_flags),
                     "guard_functions", (json_int_t)c->guard_count, "guard_long_jumps", (json_int_t)c->guard_jump_count,
                     "guard_eh_continuations", (json_int_t)c->guard_eh_count);
}

static json_t *debug(const struct binary *b, struct arena *a)
{
    if (!b->has_pdb)
        return json_null();
    return json_pack("{ss ss sI}", "path", text_clean(a, b->pdb.path), "guid", text_guid(a, b->pdb.guid), "age",
                     (json_int_t)b->pdb.age);
}

static json_t *version(const struct binary *b, struct arena *a)
{
    const struct pe_version *v = b->version;
    if (!v)
        return json_null();
    json_t *strings = json_object();
    for (unsigned i = 0; i < v->string_count; i++)
        json_object_set_new(strings, text_wide(a, v->strings[i].key), json_string(text_wide(a, v->strings[i].value)));
    return json_pack("{so so sb so}", "file",
                     json_sprintf("%u.%u.%u.%u", v->file[0], v->file[1], v->file[2], v->file[3]), "product",
                     json_sprintf("%u.%u.%u.%u", v->product[0], v->product[1], v->product[2], v->product[3]), "debug",
                     (int)(v->flags & 1), "strings", strings);
}

static json_t *signatures(const struct binary *b, struct arena *a)
{
    struct pe_certificate certificate;
    struct pe_error error;
    json_t *list = json_array();
    for (uint32_t offset = 0; pe_certificate(&b->image, &offset, &certificate, &error) == PE_ITEM;) {
        size_t count;
        const struct signer *s = signature_summary(certificate.data, certificate.size, a, &count);
        for (size_t i = 0; s && i < count; i++)
            json_array_append_new(list, json_pack("{ss ss ss ss sb sb}", "subject", s[i].subject, "issuer", s[i].issuer,
                                                  "digest", s[i].digest, "not_after", s[i].not_after, "self_signed",
                                                  s[i].self_signed, "timestamped", s[i].timestamped));
    }
    return list;
}

json_t *inspect_pe(struct bytes content, const char *path, struct arena *a, struct diag *d)
{
    struct binary b;
    if (!binary_read(content, path, a, &b, d))
        return NULL;
    json_t *document =
        json_pack("{ss ss sI ss ss ss so sb}", "file", text_clean(a, path_name(path)), "kind", "pe", "size",
                  (json_int_t)content.size, "image", image_kind(&b), "architecture", b.architecture, "model",
                  binary_model_name(b.model), "framework", framework(&b), "sound", b.sound);
    json_object_set_new(document, "headers", headers(&b, a));
    json_object_set_new(document, "version", version(&b, a));
    json_object_set_new(document, "pdb", debug(&b, a));
    json_object_set_new(document, "signatures", signatures(&b, a));
    json_object_set_new(document, "hardening", guards(&b, a));
    json_object_set_new(document, "directories", directories(&b));
    json_object_set_new(document, "sections", sections(&b, a));
    json_object_set_new(document, "imports", imports(&b, a, document));
    json_object_set_new(document, "exports", exports(&b, a, d));
    json_object_set_new(document, "load_config", load_config(&b));
    json_object_set_new(document, "functions_with_unwind_data", json_integer(b.functions));
    json_object_set_new(document, "relocations", json_integer(b.relocations));
    json_object_set_new(document, "thread_local_storage", json_boolean(b.has_tls));
    return document;
}
