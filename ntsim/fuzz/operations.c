/* The bytes of an input. */
#include "ntsim/fuzz/operations.h"

#include <stdbool.h>
#include <string.h>

struct cursor {
    const uint8_t *at;
    size_t left;
};

static uint32_t take(struct cursor *cursor, unsigned bytes)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < bytes && cursor->left; i++, cursor->at++, cursor->left--)
        value |= (uint32_t)*cursor->at << 8 * i;
    return value;
}

static uint16_t take_length(struct cursor *cursor, uint32_t most)
{
    const uint32_t length = take(cursor, 2);
    return (uint16_t)(length < most ? length : most);
}

static void take_data(struct cursor *cursor, struct operations *out, struct operation *operation)
{
    const size_t there = operation->input < cursor->left ? operation->input : cursor->left;
    const size_t room = sizeof(out->data) - out->used;
    operation->input = (uint16_t)(operation->input < room ? operation->input : room);
    operation->data = (uint32_t)out->used;
    const size_t taken = there < operation->input ? there : operation->input;
    memcpy(out->data + out->used, cursor->at, taken);
    memset(out->data + out->used + taken, 0, operation->input - taken);
    out->used += operation->input;
    cursor->at += there;
    cursor->left -= there;
}

void operations_read(const uint8_t *bytes, size_t size, struct operations *out)
{
    struct cursor cursor = {bytes, size};
    out->count = out->used = 0;
    while (cursor.left && out->count < MOST_OPERATIONS) {
        struct operation *operation = &out->list[out->count++];
        *operation = (struct operation){0};
        operation->kind = (uint8_t)(take(&cursor, 1) % OPERATION_KINDS);
        operation->which = (uint8_t)take(&cursor, 1);
        switch (operation->kind) {
        case OPERATION_CONTROL:
            operation->code = take(&cursor, 4);
            operation->input = take_length(&cursor, MOST_LENGTH);
            operation->output = take_length(&cursor, MOST_LENGTH);
            take_data(&cursor, out, operation);
            break;
        case OPERATION_READ:
            operation->output = take_length(&cursor, MOST_LENGTH);
            break;
        case OPERATION_WRITE:
            operation->input = take_length(&cursor, MOST_LENGTH);
            take_data(&cursor, out, operation);
            break;
        case OPERATION_OPEN:
            operation->access = (uint8_t)(take(&cursor, 1) % 4);
            break;
        case OPERATION_WAIT:
            operation->milliseconds = take_length(&cursor, MOST_WAIT);
            break;
        default:
            break;
        }
    }
}

static uint8_t *put(uint8_t *at, uint32_t value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        *at++ = (uint8_t)(value >> 8 * i);
    return at;
}

size_t operations_write(const struct operations *operations, uint8_t *bytes, size_t room)
{
    enum { LONGEST_HEAD = 10 };
    uint8_t *at = bytes;
    for (size_t i = 0; i < operations->count; i++) {
        const struct operation *operation = &operations->list[i];
        uint8_t head[LONGEST_HEAD], *end = put(put(head, operation->kind, 1), operation->which, 1);
        if (operation->kind == OPERATION_CONTROL)
            end = put(put(put(end, operation->code, 4), operation->input, 2), operation->output, 2);
        else if (operation->kind == OPERATION_READ)
            end = put(end, operation->output, 2);
        else if (operation->kind == OPERATION_WRITE)
            end = put(end, operation->input, 2);
        else if (operation->kind == OPERATION_OPEN)
            end = put(end, operation->access, 1);
        else if (operation->kind == OPERATION_WAIT)
            end = put(end, operation->milliseconds, 2);
        const size_t length = (size_t)(end - head);
        if (length + operation->input > room - (size_t)(at - bytes))
            break;
        memcpy(at, head, length);
        memcpy(at + length, operations->data + operation->data, operation->input);
        at += length + operation->input;
    }
    return (size_t)(at - bytes);
}
