/* Frames of messages. */
#include "cwdk/lsp/rpc.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

void rpc_feed(struct rpc *r, const char *bytes, size_t size)
{
    if (r->taken) {
        const size_t left = r->waiting.size - r->taken;
        memmove(r->waiting.data, r->waiting.data + r->taken, left);
        r->waiting.size = left;
        r->taken = 0;
    }
    text_add(&r->waiting, bytes, size);
}

bool rpc_is_cut(const struct rpc *r)
{
    return r->waiting.size > r->taken;
}

/* The value of a Content-Length header; -1: none, -2: absurd. */
static long length_of(const char *line, size_t size)
{
    static const char name[] = "Content-Length:";
    if (size < sizeof name - 1 || strncasecmp(line, name, sizeof name - 1) != 0)
        return -1;
    size_t at = sizeof name - 1;
    while (at < size && line[at] == ' ')
        at++;
    long length = 0;
    const size_t from = at;
    for (; at < size && line[at] >= '0' && line[at] <= '9' && length <= RPC_CONTENT_MOST; at++)
        length = length * 10 + (line[at] - '0');
    return at == from || at < size || length > RPC_CONTENT_MOST ? -2 : length;
}

/* Where the line ends, without its end; NULL where the end has not come. */
static const char *line_end(const char *line, const char *end, const char **after)
{
    const char *newline = memchr(line, '\n', (size_t)(end - line));
    if (!newline)
        return NULL;
    *after = newline + 1;
    return newline > line && newline[-1] == '\r' ? newline - 1 : newline;
}

enum rpc_next rpc_take(struct rpc *r, struct text *content, const char **why)
{
    const char *from = r->waiting.data + r->taken, *end = r->waiting.data + r->waiting.size, *line = from;
    long length = -1;
    if (!rpc_is_cut(r))
        return RPC_NONE;
    for (;;) {
        const char *after = NULL, *stop = line_end(line, end, &after);
        if ((stop ? stop : end) - from > RPC_HEADERS_MOST) {
            *why = "the headers of a message have no end";
            return RPC_BROKEN;
        }
        if (!stop)
            return RPC_NONE;
        const long here = length_of(line, (size_t)(stop - line));
        if (here == -2 || (here >= 0 && length >= 0)) {
            *why = "a message's Content-Length is no number up to 16 MiB, or is there twice";
            return RPC_BROKEN;
        }
        if (here >= 0)
            length = here;
        const bool empty = stop == line;
        line = after;
        if (empty)
            break;
    }
    if (length < 0) {
        *why = "a message has no Content-Length";
        return RPC_BROKEN;
    }
    if (end - line < length)
        return RPC_NONE;
    text_add(content, line, (size_t)length);
    r->taken = (size_t)(line - r->waiting.data) + (size_t)length;
    return RPC_MESSAGE;
}

void rpc_put(struct text *out, json_t *message)
{
    json_object_set_new(message, "jsonrpc", json_string("2.0"));
    char *text = json_dumps(message, JSON_COMPACT);
    text_format(out, "Content-Length: %zu\r\n\r\n", strlen(text));
    text_put(out, text);
    free(text);
    json_decref(message);
}
