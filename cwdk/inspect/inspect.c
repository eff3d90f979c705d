/* Which document a file has. */
#include "cwdk/inspect/inspect.h"
#include "cwdk/diag/codes.h"
#include "cwdk/pdb/msf.h"
#include "ntsim/pe/image.h"

#include <strings.h>

const char *document_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

json_int_t document_number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static bool has_extension(const char *path, const char *const *list)
{
    for (; *list; list++)
        if (!strcasecmp(path_extension(path), *list))
            return true;
    return false;
}

enum inspect_kind inspect_recognise(struct bytes content, const char *path)
{
    static const char *const images[] = {".sys", ".dll", ".exe", ".efi", NULL};
    static const char *const texts[] = {".inf", ".inx", NULL};
    static const char *const catalogs[] = {".cat", NULL};
    static const char *const databases[] = {".pdb", NULL};
    if (pe_recognise(content.data, content.size))
        return INSPECT_PE;
    if (msf_recognise(content))
        return INSPECT_PDB;
    /* Damaged files are told from their names, so that their reader can say what is wrong. */
    if (has_extension(path, texts))
        return INSPECT_INF;
    if (has_extension(path, catalogs))
        return INSPECT_CATALOG;
    if (has_extension(path, images))
        return INSPECT_PE;
    return has_extension(path, databases) ? INSPECT_PDB : INSPECT_UNKNOWN;
}

json_t *inspect_document(const char *path, struct arena *a, struct diag *d)
{
    struct bytes content;
    if (!file_read(path, a, &content, d))
        return NULL;
    switch (inspect_recognise(content, path)) {
    case INSPECT_PE:
        return inspect_pe(content, path, a, d);
    case INSPECT_PDB:
        return inspect_pdb(content, path, a, d);
    default:
        diag_error(d, CODE_PKG4002, diag_in_file(path), "neither content nor name is of a kind that is known");
        diag_help(d, "inspect reads .sys, .dll, .exe, .pdb, .cat, .inf and .inx");
        return NULL;
    }
}

void inspect_print(const json_t *document, unsigned parts, FILE *out)
{
    static const struct {
        const char *kind;
        void (*print)(const json_t *document, unsigned parts, FILE *out);
    } printers[] = {{"pe", inspect_print_pe}, {"pdb", inspect_print_pdb}};
    for (size_t i = 0; i < sizeof printers / sizeof *printers; i++)
        if (!strcasecmp(document_text(document, "kind"), printers[i].kind))
            printers[i].print(document, parts, out);
}
