/*
 * Which bytes of an image its Authenticode signature covers, and how its pages are cut for page hashes.
 *
 * Only ranges come out of here: whoever verifies chooses the hash. Images of both widths are read, since a
 * package may carry 32-bit libraries. Nothing is allocated, no byte is trusted. Source of facts: Microsoft's
 * public paper "Windows Authenticode Portable Executable Signature Format" and the "PE Format" specification.
 */
#ifndef NTSIM_PE_AUTHENTICODE_H
#define NTSIM_PE_AUTHENTICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct authenticode_range {
    uint64_t offset, size; /* in the file, in bytes */
};

enum { AUTHENTICODE_RANGES = 3, AUTHENTICODE_SECTIONS = 96 };

struct authenticode_section {
    char name[9];
    uint32_t rva;
    struct authenticode_range raw;
};

struct authenticode_layout {
    /* The file hash: these ranges in this order, then `padding` zero bytes (0..7). */
    struct authenticode_range covered[AUTHENTICODE_RANGES];
    unsigned padding;
    /* The certificate table: entries as PE_CERT_... in format.h; size 0 where the image is not signed. */
    struct authenticode_range certificates;
    uint32_t page_size;    /* the section alignment */
    uint32_t headers_size; /* bytes of the headers, at most page_size of which make the first page */
    unsigned section_count;
    struct authenticode_section sections[AUTHENTICODE_SECTIONS]; /* those with bytes in the file */
};

/* True where the bytes begin like an MZ/PE file of any kind; Windows takes all else for plain data. */
bool authenticode_recognise(const void *data, size_t size);

/* Returns NULL, or what is wrong with the file in plain words (then `layout` is not to be used). A
 * certificate table that does not end the file is wrong: bytes behind it would go unsigned. */
const char *authenticode_locate(const void *data, size_t size, struct authenticode_layout *layout);

/* A page as page hashes see it: up to AUTHENTICODE_RANGES ranges of the file, then `padding` zero bytes. The
 * first page is the headers without the checksum and the certificate entry. */
struct authenticode_page {
    uint32_t file_offset; /* the page's name in the list of page hashes */
    struct authenticode_range covered[AUTHENTICODE_RANGES];
    uint64_t padding;
    const struct authenticode_section *section; /* NULL: the headers */
    uint32_t rva;                               /* of the page's first byte */
};

struct authenticode_walk {
    unsigned section; /* the next one, plus 1; 0: the headers are next */
    uint64_t done;    /* bytes of that section already given */
};

/* The next page, in the order of the file's section table; false at the end. Start with a zeroed walk. */
bool authenticode_page(const struct authenticode_layout *layout, struct authenticode_walk *walk,
                       struct authenticode_page *page);
/* The offset behind the last section's bytes, which ends the list of page hashes. */
uint32_t authenticode_end(const struct authenticode_layout *layout);

#endif
