/*
 * `cwdk inspect`: a file as a document, for machines (JSON) and for people (text). The text is made from the document,
 * so both say the same. The keys are described in docs/inspect.md and keep their meaning.
 */
#ifndef CWDK_INSPECT_INSPECT_H
#define CWDK_INSPECT_INSPECT_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"

#include <jansson.h>
#include <stdio.h>

enum inspect_kind { INSPECT_UNKNOWN, INSPECT_PE, INSPECT_PDB, INSPECT_CATALOG, INSPECT_INF };

/* Parts of the text; 0 shows what a first look needs. */
enum inspect_part {
    INSPECT_HARDENING = 1,
    INSPECT_SECTIONS = 2,
    INSPECT_IMPORTS = 4,
    INSPECT_EXPORTS = 8,
    INSPECT_DIRECTORIES = 16,
    INSPECT_MODULES = 32, /* of a PDB */
};

/* By content first; a text file by its extension (.inf, .inx). */
enum inspect_kind inspect_recognise(struct bytes content, const char *path);

/* The document of a file; the caller releases it with json_decref. NULL after reporting, where nothing of it could be
 * read; where a part is broken that part is reported and left out. */
json_t *inspect_document(const char *path, struct arena *a, struct diag *d);

/* Documents of the kinds. */
json_t *inspect_pe(struct bytes content, const char *path, struct arena *a, struct diag *d);
json_t *inspect_pdb(struct bytes content, const char *path, struct arena *a, struct diag *d);
json_t *inspect_catalog(struct bytes content, const char *path, struct arena *a, struct diag *d);
json_t *inspect_inf(struct bytes content, const char *path, struct arena *a, struct diag *d);

/* The text of a document; `parts` are enum inspect_part. */
void inspect_print(const json_t *document, unsigned parts, FILE *out);
void inspect_print_pe(const json_t *document, unsigned parts, FILE *out);
void inspect_print_pdb(const json_t *document, unsigned parts, FILE *out);
void inspect_print_catalog(const json_t *document, unsigned parts, FILE *out);
void inspect_print_inf(const json_t *document, unsigned parts, FILE *out);

/* The member `key` as text or number; "" and 0 where it is missing. For the printers. */
const char *document_text(const json_t *object, const char *key);
json_int_t document_number(const json_t *object, const char *key);
/* The rows about signers; `none` stands where there are none. */
void document_print_signatures(const json_t *signatures, const char *none, FILE *out);

#endif
