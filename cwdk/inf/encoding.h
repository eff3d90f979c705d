/* The bytes of an INF as text and back. Private to the engine. */
#ifndef CWDK_INF_ENCODING_H
#define CWDK_INF_ENCODING_H

#include "cwdk/inf/inf.h"

struct inf_text {
    enum inf_encoding encoding;
    bool byte_order_mark;
    bool repaired;
    char *utf8; /* ended by a NUL that is not counted */
    size_t size;
};

/* UTF-16 and UTF-8 by their byte order mark, UTF-16 without one by where its zero bytes lie, everything else
 * as windows-1252, the way SetupAPI decides. Reports malformed text with its place and returns false. */
bool inf_decode(const char *path, struct bytes content, struct arena *a, struct inf_text *out, struct diag *d);
/* The inverse; gives back the very bytes that inf_decode read (but for a repair). False where a character has
 * no form in windows-1252. */
bool inf_encode(const struct inf_text *text, struct arena *a, struct bytes *out);

/* Decodes one character of valid UTF-8 and moves on. */
uint32_t utf8_next(const char **text);
/* Writes a character, returns the bytes used (1 to 4). */
size_t utf8_put(char *out, uint32_t character);

#endif
