/* Text in catalogs is UTF-16: big-endian in ASN.1's BMPString, little-endian and terminated in attribute
 * values. */
#ifndef CWDK_CATALOG_TEXT_H
#define CWDK_CATALOG_TEXT_H

#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stdint.h>

enum text_order { TEXT_LITTLE_ENDIAN, TEXT_BIG_ENDIAN };

/* UTF-16 of a UTF-8 string, with its terminator if asked; `size` is set to the bytes. A byte that is no UTF-8
 * becomes U+FFFD. */
uint8_t *text_to_utf16(struct arena *a, const char *text, enum text_order order, bool terminate, size_t *size);
/* UTF-8 of UTF-16 up to a NUL or the end; a stray surrogate becomes U+FFFD, an odd last byte is left out. */
char *text_from_utf16(struct arena *a, const uint8_t *data, size_t size, enum text_order order);

/* Upper-case hexadecimal, and back (either case): false where it is anything else or longer than `limit`
 * bytes. */
char *text_hex(struct arena *a, const uint8_t *data, size_t size);
bool text_unhex(const char *text, uint8_t *out, size_t limit, size_t *size);

/* ASCII letters made small. */
char *text_lower(struct arena *a, const char *text);

#endif
