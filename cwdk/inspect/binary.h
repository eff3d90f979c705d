/*
 * A .sys, .dll or .exe as a driver writer sees it: which model, which framework version, what it imports, how it is
 * hardened. Read once from the file's bytes; everything lies in the arena, or in the bytes, which must outlive it.
 */
#ifndef CWDK_INSPECT_BINARY_H
#define CWDK_INSPECT_BINARY_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"
#include "cwdk/inspect/exports.h"
#include "cwdk/inspect/windows.h"
#include "ntsim/pe/image.h"

enum binary_model { BINARY_NO_DRIVER, BINARY_WDM, BINARY_KMDF, BINARY_UMDF };

struct binary_import {
    const char *module, *name; /* name is NULL where the import is by ordinal */
    uint16_t ordinal;
    bool delayed;
};

struct binary {
    const char *path;
    struct pe_image image;
    const char *architecture; /* "amd64", "arm64", "x86", "arm" or "unknown" */
    enum binary_model model;
    /* The version the driver was built for, and the lowest one it runs with; 0.0 where the image does not say. */
    unsigned framework_major, framework_minor, framework_minimum;

    struct binary_import *imports;
    size_t import_count;

    bool has_load_config;
    struct pe_load_config load_config;
    bool has_pdb;
    struct pe_codeview pdb;
    bool reproducible;          /* the time stamp is a hash of the content */
    bool cet;                   /* compatible with shadow stacks */
    struct pe_version *version; /* NULL: no version resource */
    uint32_t functions;         /* in the exception table */
    uint32_t relocations;
    bool has_tls;
    struct pe_tls tls;
    uint32_t certificates; /* entries of the certificate table */
    bool sound;            /* no directory was broken */
};

/* Reports PE1001 to PE1006 and returns false where the headers are refused. A broken directory is reported too, is left
 * out, and clears `sound`. */
bool binary_read(struct bytes content, const char *path, struct arena *a, struct binary *out, struct diag *d);

/* Of an image that names a PDB: the file name, without the folders of the machine that it was linked on; and whether
 * this is the PDB of that very build. */
struct pdb;
const char *binary_pdb_name(const struct binary *binary);
bool binary_pdb_matches(const struct binary *binary, const struct pdb *pdb);

const char *binary_model_name(enum binary_model model); /* "KMDF" */
enum framework binary_framework(enum binary_model model);

/* --- what guards the image --- */

enum guard_state { GUARD_YES, GUARD_NO, GUARD_NOT_APPLICABLE };

struct guard {
    const char *key;   /* stable, for machines: "nx" */
    const char *title; /* for people */
    enum guard_state state;
    const char *detail; /* why, or NULL */
};

/* The table, always the same rows in the same order. */
struct guard *binary_guards(const struct binary *binary, struct arena *a, size_t *count);

/* --- text --- */

/* Bytes that came out of a file, fit to be printed and put into JSON: valid UTF-8 without control characters, others
 * spelled \xNN. */
const char *text_clean(struct arena *a, const char *text);
/* UTF-16LE to the same. */
const char *text_wide(struct arena *a, struct pe_text text);
/* "{2D4FC92B-2618-FF4D-4C4C-44205044422E}" from the 16 bytes as stored. */
const char *text_guid(struct arena *a, const uint8_t guid[16]);

#endif
