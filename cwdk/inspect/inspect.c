/* Which document a file has. */
#include "cwdk/inspect/inspect.h"
#include "cwdk/diag/codes.h"
#include "cwdk/pdb/msf.h"
#include "ntsim/pe/image.h"

#include <string.h>
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

/* A certificate trust list in PKCS#7 has its object identifier near the start. */
static bool looks_like_catalog(struct bytes content)
{
    static const uint8_t list[] = {0x06, 0x09, 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x0A, 0x01};
    const size_t looked_at = content.size < 128 ? content.size : 128;
    return looked_at && content.data[0] == 0x30 && memmem(content.data, looked_at, list, sizeof list);
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
    if (looks_like_catalog(content))
        return INSPECT_CATALOG;
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
    case INSPECT_CATALOG:
        return inspect_catalog(content, path, a, d);
    case INSPECT_INF:
        return inspect_inf(content, path, a, d);
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
    } printers[] = {{"pe", inspect_print_pe},
                    {"pdb", inspect_print_pdb},
                    {"catalog", inspect_print_catalog},
                    {"inf", inspect_print_inf}};
    for (size_t i = 0; i < sizeof printers / sizeof *printers; i++)
        if (!strcasecmp(document_text(document, "kind"), printers[i].kind))
            printers[i].print(document, parts, out);
}

void document_print_signatures(const json_t *signatures, const char *none, FILE *out)
{
    size_t i;
    const json_t *s;
    if (!json_array_size(signatures))
        fprintf(out, "  %-12s %s\n", "signature", none);
    json_array_foreach(signatures, i, s)
    {
        fprintf(out, "  %-12s %s, %s", i ? "" : "signature", document_text(s, "subject"), document_text(s, "digest"));
        if (json_is_true(json_object_get(s, "self_signed")))
            fputs(", self-signed", out);
        else
            fprintf(out, ", issued by %s", document_text(s, "issuer"));
        fprintf(out, ", until %s, %s (not verified here)\n", document_text(s, "not_after"),
                json_is_true(json_object_get(s, "timestamped")) ? "time-stamped" : "no time stamp");
    }
}
