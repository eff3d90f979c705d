#include "cwdk/host/decode.h"

#include <iconv.h>
#include <string.h>

/* NULL where the text is not of this encoding. */
static char *from_encoding(const char *encoding, const char *from, size_t size, struct arena *a)
{
    size_t left = size * 3;
    char *out = arena_alloc(a, left + 1), *to = out;
    iconv_t converter = iconv_open("UTF-8", encoding);
    if ((intptr_t)converter == -1)
        return NULL;
    const bool ok = iconv(converter, (char **)&from, &size, &to, &left) == 0;
    iconv_close(converter);
    *to = 0;
    return ok && strlen(out) == (size_t)(to - out) ? out : NULL;
}

static bool begins(struct bytes content, const char *mark)
{
    return content.size >= strlen(mark) && !memcmp(content.data, mark, strlen(mark));
}

char *decode_text(struct bytes content, struct arena *a)
{
    const char *text = (const char *)content.data;
    if (begins(content, "\xFF\xFE"))
        return from_encoding("UTF-16LE", text + 2, content.size - 2, a);
    if (begins(content, "\xFE\xFF"))
        return from_encoding("UTF-16BE", text + 2, content.size - 2, a);
    const size_t mark = begins(content, "\xEF\xBB\xBF") ? 3 : 0;
    char *decoded = from_encoding("UTF-8", text + mark, content.size - mark, a);
    return decoded ? decoded : from_encoding("WINDOWS-1252", text + mark, content.size - mark, a);
}
