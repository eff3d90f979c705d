/* Bytes that grow at their end, little-endian; earlier ones can be filled in later. */
#ifndef CWDK_HOST_BLOB_H
#define CWDK_HOST_BLOB_H

#include "cwdk/host/file.h"

/* Zero-initialise it but for the arena. */
struct blob {
    struct arena *a;
    uint8_t *data;
    size_t size, room;
};

void blob_put(struct blob *b, const void *bytes, size_t size);
void blob_zeros(struct blob *b, size_t count);
void blob_align(struct blob *b, size_t to); /* with zeros */
void blob_u8(struct blob *b, unsigned value);
void blob_u16(struct blob *b, unsigned value);
void blob_u32(struct blob *b, size_t value);
void blob_u64(struct blob *b, uint64_t value);
void blob_patch16(struct blob *b, size_t at, size_t value);
void blob_patch32(struct blob *b, size_t at, size_t value);
/* UTF-16 without an end; returns the count of units. What is no UTF-8 becomes U+FFFD. */
size_t blob_utf16(struct blob *b, const char *utf8);

#endif
