/*
 * Catalogs (.cat): the list of a driver package's files by their hashes, which is what Windows signs and
 * checks.
 *
 * Two versions exist. In version 2, which Windows 8 and later read and Inf2Cat writes for them, each file has
 * two members, by SHA-1 and by SHA-256; a member's tag is the hash. In version 1 a file has one member by
 * SHA-1 whose tag is the hash in hexadecimal letters. PE files count with their Authenticode hash (it is the
 * same before and after signing), all others with the hash of their bytes. What comes out has the structure
 * and order that Inf2Cat's own catalogs have.
 *
 * Everything returned lies in the arena given; strings are UTF-8 ended by a NUL.
 */
#ifndef CWDK_CATALOG_CATALOG_H
#define CWDK_CATALOG_CATALOG_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"
#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

enum catalog_version { CATALOG_ANY_VERSION = 0, CATALOG_V1 = 1, CATALOG_V2 = 2 };
enum catalog_hash { CATALOG_SHA1, CATALOG_SHA256 };
enum catalog_subject { CATALOG_SUBJECT_OTHER, CATALOG_SUBJECT_PE, CATALOG_SUBJECT_FLAT };

enum {
    CATALOG_HASH_SIZE = 32,    /* of the longest */
    CATALOG_LIST_ID_SIZE = 16, /* as written; other makers' may differ */
    CATALOG_MEMBER_LIMIT = 65536,
    CATALOG_ATTRIBUTE_LIMIT = 65536,
};

/* Flags that Inf2Cat gives each attribute: text, authenticated, in the catalog itself. */
#define CATALOG_ATTRIBUTE_FLAGS 0x10010001u

const char *catalog_hash_name(enum catalog_hash hash); /* "SHA1" or "SHA256" */
size_t catalog_hash_size(enum catalog_hash hash);      /* in bytes */

struct catalog_attribute {
    const char *name; /* "File", "OSAttr", "OS", "HWID1" ... */
    const char *value;
    uint32_t flags;
};

struct catalog_member {
    const char *tag; /* the hash in upper-case hexadecimal, in both versions */
    enum catalog_subject subject;
    enum catalog_hash hash;
    uint8_t digest[CATALOG_HASH_SIZE];
    const char *file; /* the value of "File", or NULL */
    const struct catalog_attribute *attributes;
    size_t attribute_count;
};

struct catalog {
    enum catalog_version version;
    const char *list_id; /* in upper-case hexadecimal */
    time_t time;
    const struct catalog_member *members; /* as they stand in the catalog */
    size_t member_count;
    const struct catalog_attribute *attributes; /* of the whole catalog, as they stand there */
    size_t attribute_count;
    size_t signer_count; /* 0: not signed */
};

/* Reads the bytes of a catalog that is called `path`. Returns false and reports CAT2001 and following; any
 * input is safe. */
bool catalog_read(struct bytes content, const char *path, struct arena *a, struct catalog *out, struct diag *d);

/* ---- Making one ---- */

/* The hash that a catalog lists for a file: Authenticode where the file is a PE file, else flat. Reports
 * CAT1005 for a PE file too broken to hash. */
bool catalog_hash_file(struct bytes content, const char *path, enum catalog_hash hash,
                       uint8_t digest[CATALOG_HASH_SIZE], enum catalog_subject *subject, struct diag *d);

struct catalog_file {
    const char *name; /* as the catalog calls it; made lower case, as Inf2Cat does */
    struct bytes content;
    const char *path; /* for messages */
};

struct catalog_request {
    enum catalog_version version;
    time_t time;
    const struct catalog_file *files;
    size_t file_count;
    const char *os;                  /* "_v100_X64,Server_v100_X64": see os.h */
    const char *os_attr;             /* "2:10.0" */
    const char *const *hardware_ids; /* ended by NULL; made lower case, repetitions left out */
};

/* The catalog's bytes, without a signature. The same request gives the same bytes: the list id is made of the
 * content. */
bool catalog_encode(const struct catalog_request *request, struct arena *a, struct bytes *out, struct diag *d);

#endif
