/* The document of a PDB, and its text. */
#include "cwdk/inspect/binary.h"
#include "cwdk/inspect/inspect.h"
#include "cwdk/pdb/pdb.h"

static const char *machine_name(uint16_t machine)
{
    return machine == PE_MACHINE_AMD64   ? "amd64"
           : machine == PE_MACHINE_ARM64 ? "arm64"
           : machine == PE_MACHINE_I386  ? "x86"
           : machine == PE_MACHINE_ARM   ? "arm"
                                         : "unknown";
}

json_t *inspect_pdb(struct bytes content, const char *path, struct arena *a, struct diag *d)
{
    struct pdb pdb;
    if (!pdb_read(content, path, a, &pdb, d))
        return NULL;
    json_t *document = json_pack("{ss ss sI ss sI sI sI sI sI sI}", "file", text_clean(a, path_name(path)), "kind",
                                 "pdb", "size", (json_int_t)content.size, "guid", text_guid(a, pdb.guid), "age",
                                 (json_int_t)pdb.age, "signature", (json_int_t)pdb.signature, "version",
                                 (json_int_t)pdb.version, "block_size", (json_int_t)pdb.block_size, "blocks",
                                 (json_int_t)pdb.block_count, "streams", (json_int_t)pdb.stream_count);
    if (!pdb.has_dbi)
        return document;
    json_object_set_new(document, "architecture", json_string(machine_name(pdb.machine)));
    json_object_set_new(document, "image_age", json_integer(pdb.image_age));
    json_object_set_new(document, "stripped", json_boolean(pdb.stripped));
    json_object_set_new(document, "source_files", json_integer(pdb.source_file_count));
    json_object_set_new(document, "public_symbols", json_integer(pdb.public_count));
    json_object_set_new(document, "global_symbols", json_integer(pdb.global_count));
    json_t *modules = json_array();
    for (uint32_t i = 0; i < pdb.module_count; i++) {
        const struct pdb_module *m = &pdb.modules[i];
        json_array_append_new(modules, json_pack("{ss ss sI sI sI ss*}", "name", text_clean(a, m->name), "object",
                                                 text_clean(a, m->object), "source_files", (json_int_t)m->source_files,
                                                 "symbol_bytes", (json_int_t)m->symbol_bytes, "line_bytes",
                                                 (json_int_t)m->line_bytes, "compiler",
                                                 m->compiler ? text_clean(a, m->compiler) : NULL));
    }
    json_object_set_new(document, "modules", modules);
    return document;
}

void inspect_print_pdb(const json_t *doc, unsigned parts, FILE *out)
{
    const json_t *modules = json_object_get(doc, "modules"), *module;
    size_t i;
    fprintf(out, "%s: program database, %lld bytes\n\n", document_text(doc, "file"),
            (long long)document_number(doc, "size"));
    fprintf(out, "  %-12s %s age %lld\n", "identity", document_text(doc, "guid"),
            (long long)document_number(doc, "age"));
    if (modules) {
        fprintf(out, "  %-12s %s\n", "image for", document_text(doc, "architecture"));
        fprintf(out, "  %-12s %lld source files in %zu modules; %lld public and %lld global symbols%s\n", "holds",
                (long long)document_number(doc, "source_files"), json_array_size(modules),
                (long long)document_number(doc, "public_symbols"), (long long)document_number(doc, "global_symbols"),
                json_is_true(json_object_get(doc, "stripped")) ? "; private symbols are stripped" : "");
    } else {
        fprintf(out, "  %-12s no image: types of a compiler only\n", "holds");
    }
    if (!(parts & INSPECT_MODULES))
        return;
    fputs("\nmodules\n", out);
    json_array_foreach(modules, i, module)
    {
        fprintf(out, "  %s (%lld source files)\n", document_text(module, "name"),
                (long long)document_number(module, "source_files"));
    }
}
