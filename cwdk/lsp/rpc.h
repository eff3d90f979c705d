/*
 * JSON-RPC 2.0 in the frames of the Language Server Protocol: headers, an empty line, Content-Length bytes of JSON.
 * Source: "Language Server Protocol Specification - 3.17", base protocol. What comes in may be anything.
 */
#ifndef CWDK_LSP_RPC_H
#define CWDK_LSP_RPC_H

#include "cwdk/host/text.h"

#include <jansson.h>

/* Limits of what is taken: no editor comes near them. */
enum { RPC_HEADERS_MOST = 4096, RPC_CONTENT_MOST = 16 * 1024 * 1024 };

/* Errors of JSON-RPC. */
enum {
    RPC_PARSE_ERROR = -32700,
    RPC_INVALID_REQUEST = -32600,
    RPC_METHOD_NOT_FOUND = -32601,
    RPC_INVALID_PARAMS = -32602,
    RPC_NOT_INITIALIZED = -32002,
};

/* Bytes that came and were not taken yet. Zero-initialise it, free `waiting` with text_free. */
struct rpc {
    struct text waiting;
    size_t taken;
};

enum rpc_next {
    RPC_NONE,    /* not all of a message is there yet */
    RPC_MESSAGE, /* *content is the text of one, which the caller frees; it need not be JSON */
    RPC_BROKEN,  /* the frame makes no sense, so nothing after it can be found; *why tells */
};

void rpc_feed(struct rpc *r, const char *bytes, size_t size);
enum rpc_next rpc_take(struct rpc *r, struct text *content, const char **why);
/* Some of a message has come, but not all. */
bool rpc_is_cut(const struct rpc *r);

/* Appends a message in its frame; takes `message` over. */
void rpc_put(struct text *out, json_t *message);

#endif
