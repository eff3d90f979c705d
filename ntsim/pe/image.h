/*
 * Reads Windows PE32+ files (.sys, .dll, .exe) from a buffer: headers, sections, imports, exports and the
 * other directories that a driver has.
 *
 * The reader allocates nothing, keeps no state but what the caller holds, and trusts no byte: every offset,
 * count and string is checked against the file before it is used, so any input gives an answer or a fault, in
 * time bounded by the limits below. What it returns points into the caller's buffer, which must outlive it.
 *
 * A fault says what is wrong and at which file offset (or RVA, where no file offset exists). Nothing here
 * prints. 32-bit images (PE32) are recognised and refused. Format: Microsoft's public "PE Format"
 * specification.
 */
#ifndef NTSIM_PE_IMAGE_H
#define NTSIM_PE_IMAGE_H

#include "ntsim/pe/format.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* More than any real driver has; a file that exceeds one is faulted as PE_FAULT_LIMIT. */
enum pe_limit {
    PE_LIMIT_SECTIONS = 96,        /* the Windows loader's own limit */
    PE_LIMIT_NAME = 4096,          /* bytes of an imported, exported or module name */
    PE_LIMIT_MODULES = 1024,       /* import descriptors */
    PE_LIMIT_NAME_BYTES = 8 << 20, /* of all imported names together: hostile tables share one long name */
    PE_LIMIT_IMPORTS = 65536,      /* imported functions of all modules */
    PE_LIMIT_EXPORTS = 65536,      /* an ordinal has 16 bits */
    PE_LIMIT_DEBUG_ENTRIES = 64,
    PE_LIMIT_RESOURCE_ENTRIES = 4096,
    PE_LIMIT_VERSION_STRINGS = 256,
    PE_LIMIT_TLS_CALLBACKS = 256,
};

enum pe_fault {
    PE_FAULT_NONE,
#define FAULT(name, number, text) PE_FAULT_##name,
#include "ntsim/pe/faults.def"
#undef FAULT
};

struct pe_error {
    enum pe_fault fault;
    uint64_t offset; /* in the file; an RVA where `is_rva` */
    bool is_rva;
};

/* The number of a fault's public code (1001 for PE1001), 0 for PE_FAULT_NONE; and one line in plain words. */
unsigned pe_fault_number(enum pe_fault fault);
const char *pe_fault_text(enum pe_fault fault);

/* What a walk gives: an item, the regular end, or a fault (then `error` is set and the walk is over). */
enum pe_step { PE_END, PE_ITEM, PE_BROKEN };

struct pe_range {
    uint32_t rva; /* of PE_DIR_CERTIFICATE: a file offset */
    uint32_t size;
};

struct pe_section {
    char name[PE_SECTION_NAME_SIZE + 1];
    uint32_t rva, virtual_size; /* in memory */
    uint32_t offset, raw_size;  /* in the file */
    uint32_t flags;             /* PE_SECTION_... */
};

struct pe_image {
    const uint8_t *data;
    size_t size;

    uint16_t machine; /* enum pe_machine, or any other value */
    uint16_t characteristics;
    uint32_t time; /* seconds since 1970, or a hash in a reproducible build */
    uint64_t image_base;
    uint32_t entry; /* RVA; 0: none */
    uint32_t section_alignment, file_alignment;
    uint32_t image_size, headers_size;
    uint16_t subsystem, dll_characteristics;
    uint8_t linker_major, linker_minor;
    uint16_t os_major, os_minor, image_major, image_minor, subsystem_major, subsystem_minor;
    uint32_t checksum; /* as stored */
    uint64_t stack_reserve, stack_commit, heap_reserve, heap_commit;

    unsigned directory_count; /* as stored, at most PE_DIR_COUNT */
    struct pe_range directories[PE_DIR_COUNT];

    unsigned section_count;
    struct pe_section sections[PE_LIMIT_SECTIONS];

    /* File offsets of the fields that a signature leaves out of its hash. */
    uint32_t checksum_offset, certificate_entry_offset;
};

/* Reads the headers and the section table. Returns false with `error` set where the Windows loader would
 * refuse the file too: bad magic, alignments, sections that overlap, leave the image or the file. */
bool pe_open(const void *data, size_t size, struct pe_image *image, struct pe_error *error);

/* True where the buffer begins like an MZ/PE file at all (of any width): for choosing a reader by content. */
bool pe_recognise(const void *data, size_t size);

/* The checksum of the file as the loader computes it; compare with `image->checksum`. */
uint32_t pe_checksum(const struct pe_image *image);

/* `size` bytes at `rva` as the file holds them, or NULL where any of them lies outside of the headers and
 * sections or in a section's zero-filled tail. */
const uint8_t *pe_at(const struct pe_image *image, uint32_t rva, uint32_t size);
/* The NUL-terminated string of at most PE_LIMIT_NAME bytes at `rva`, or NULL. */
const char *pe_string(const struct pe_image *image, uint32_t rva);
/* The file offset of `rva`; false where the file holds no byte of it. */
bool pe_offset(const struct pe_image *image, uint32_t rva, uint32_t *offset);
/* The RVA of a virtual address inside the image at its preferred base. */
bool pe_from_address(const struct pe_image *image, uint64_t address, uint32_t *rva);
/* The section that `rva` lies in, or NULL. */
const struct pe_section *pe_section_of(const struct pe_image *image, uint32_t rva);

/* --- imports --- */

enum pe_import_kind { PE_IMPORTS_STATIC, PE_IMPORTS_DELAYED };

struct pe_import_walk {
    enum pe_import_kind kind;
    uint32_t module;  /* the next descriptor */
    uint32_t lookup;  /* RVA of the current module's next lookup entry; 0: none */
    uint32_t slot;    /* RVA of the import address table's entry that goes with it */
    uint32_t imports; /* seen so far, over all modules */
    uint32_t bytes;   /* of their names */
};

struct pe_import_module {
    const char *name;
    bool bound; /* addresses were written into the file at build time */
    uint32_t lookup_rva, address_rva;
};

struct pe_import {
    const char *name; /* NULL: by ordinal */
    uint16_t hint, ordinal;
    uint32_t slot_rva; /* where the loader stores the address */
};

/* for (struct pe_import_walk w = {.kind = PE_IMPORTS_STATIC}; pe_import_module(&image, &w, &m, &e) == PE_ITEM;)
 *     while (pe_import(&image, &w, &i, &e) == PE_ITEM) ...                                      */
enum pe_step pe_import_module(const struct pe_image *image, struct pe_import_walk *walk,
                              struct pe_import_module *module, struct pe_error *error);
enum pe_step pe_import(const struct pe_image *image, struct pe_import_walk *walk, struct pe_import *import,
                       struct pe_error *error);

/* --- exports --- */

struct pe_exports {
    const char *module; /* the name the image was linked under, or NULL */
    uint32_t base;      /* the first ordinal */
    uint32_t function_count, name_count;
    uint32_t function_table, name_table, ordinal_table; /* RVAs */
};

struct pe_export {
    uint32_t ordinal;
    uint32_t rva;          /* of the code or data; 0 where the slot is empty */
    const char *forwarder; /* "MODULE.Name" or "MODULE.#5", or NULL */
};

/* PE_END: the image exports nothing. */
enum pe_step pe_exports(const struct pe_image *image, struct pe_exports *exports, struct pe_error *error);
/* The function number `index` below `function_count`. */
bool pe_export_at(const struct pe_image *image, const struct pe_exports *exports, uint32_t index, struct pe_export *out,
                  struct pe_error *error);
/* The name number `index` below `name_count`, and the function index it stands for. */
bool pe_export_name(const struct pe_image *image, const struct pe_exports *exports, uint32_t index, const char **name,
                    uint32_t *function, struct pe_error *error);

/* --- load configuration --- */

/* Fields that the directory's own size leaves out are 0. Addresses are RVAs, 0 where unset or outside of the
 * image. */
struct pe_load_config {
    uint32_t size;
    uint32_t cookie;
    uint32_t guard_check, guard_dispatch; /* the pointers the loader fills in */
    uint32_t guard_flags;                 /* PE_GUARD_... */
    uint32_t guard_table;
    uint64_t guard_count; /* functions that may be called indirectly; entries were checked to lie in the file */
    uint64_t guard_iat_count, guard_jump_count, guard_eh_count;
};

enum pe_step pe_load_config(const struct pe_image *image, struct pe_load_config *out, struct pe_error *error);

/* --- debug directory --- */

struct pe_debug {
    uint32_t type; /* enum pe_debug_type */
    uint32_t time;
    const uint8_t *data; /* NULL where the entry has none in the file */
    uint32_t size;
};

struct pe_codeview {
    uint8_t guid[16]; /* as stored: three little-endian fields, then eight bytes */
    uint32_t age;
    const char *path;
};

enum pe_step pe_debug_at(const struct pe_image *image, uint32_t index, struct pe_debug *out, struct pe_error *error);
/* The PDB's identity. PE_END: the image names none. */
enum pe_step pe_codeview(const struct pe_image *image, struct pe_codeview *out, struct pe_error *error);

/* --- relocations, exception data, TLS --- */

struct pe_relocation_walk {
    uint32_t block, entry; /* offsets inside the directory, and inside the block */
};

struct pe_relocation {
    uint32_t rva;
    uint8_t type; /* enum pe_relocation_type; padding entries are not returned */
};

enum pe_step pe_relocation(const struct pe_image *image, struct pe_relocation_walk *walk, struct pe_relocation *out,
                           struct pe_error *error);

/* The number of functions in the exception directory (12 bytes each on x64, 8 on ARM64), table checked to lie
 * in the file; `table` may be NULL. */
enum pe_step pe_exception_table(const struct pe_image *image, uint32_t *count, const uint8_t **table,
                                struct pe_error *error);

struct pe_tls {
    uint32_t start, end, index; /* RVAs */
    uint32_t zero_fill;
    uint32_t callback_count;
};

enum pe_step pe_tls(const struct pe_image *image, struct pe_tls *out, struct pe_error *error);

/* --- certificates (embedded signatures) --- */

struct pe_certificate {
    uint16_t revision, type; /* PE_CERT_PKCS7: a signature */
    const uint8_t *data;     /* without the entry's header */
    uint32_t size;
};

/* `*offset` starts at 0 and is moved on. */
enum pe_step pe_certificate(const struct pe_image *image, uint32_t *offset, struct pe_certificate *out,
                            struct pe_error *error);

/* --- resources --- */

/* The first resource of that type, first name, first language. PE_END: there is none. */
enum pe_step pe_resource(const struct pe_image *image, uint32_t type, const uint8_t **data, uint32_t *size,
                         struct pe_error *error);

/* Text of a version resource: UTF-16LE code units in the file, possibly unaligned, without a terminator. */
struct pe_text {
    const uint8_t *data;
    uint32_t units;
};

struct pe_version_string {
    struct pe_text key, value;
    struct pe_text table; /* the language and code page it is for, such as "040904b0" */
};

struct pe_version {
    uint16_t file[4], product[4]; /* most significant first; 0 where there is no fixed part */
    uint32_t flags, type, subtype;
    unsigned string_count;
    struct pe_version_string strings[PE_LIMIT_VERSION_STRINGS];
};

/* The version resource. PE_END: the image has none. */
enum pe_step pe_version(const struct pe_image *image, struct pe_version *out, struct pe_error *error);

#endif
