/* Any bytes as what an editor sends, in pieces; each message as a request for actions and as a report to show. */
#include "cwdk/lsp/lsp.h"
#include "cwdk/lsp/rpc.h"

#include <stdlib.h>

static void use(const struct text *content)
{
    struct arena a = {0};
    json_error_t error;
    json_t *message = json_loadb(content->data ? content->data : "", content->size, 0, &error), *shown = json_object();
    json_t *actions = lsp_actions(message, &a), *list = lsp_publish(message, shown, NULL, &a);
    if (!json_is_array(actions) || (list && !json_is_array(message)))
        abort();
    json_decref(list);
    json_decref(actions);
    json_decref(shown);
    json_decref(message);
    arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rpc r = {0};
    const char *why = NULL;
    enum rpc_next next = RPC_NONE;
    for (size_t at = 0, piece = size ? data[0] % 16 + 1 : 1; at < size && next != RPC_BROKEN; at += piece) {
        rpc_feed(&r, (const char *)data + at, size - at < piece ? size - at : piece);
        do {
            struct text content = {0};
            next = rpc_take(&r, &content, &why);
            if (next == RPC_MESSAGE)
                use(&content);
            text_free(&content);
        } while (next == RPC_MESSAGE);
    }
    if (next == RPC_BROKEN && !why)
        abort();
    text_free(&r.waiting);
    return 0;
}
