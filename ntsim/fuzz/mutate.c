/* libFuzzer's custom mutator: changes inputs as rows of operations. Bytes of buffers are left to libFuzzer's own
 * mutators, and to what the driver's comparisons have told. */
#include "ntsim/fuzz/dictionary.h"
#include "ntsim/fuzz/learn.h"
#include "ntsim/fuzz/libfuzzer.h"
#include "ntsim/fuzz/operations.h"

#include <stdbool.h>
#include <string.h>

static uint64_t state;

static uint32_t draw(uint32_t below)
{
    state += 0x9E3779B97F4A7C15ULL; /* SplitMix64 */
    uint64_t value = state;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ value >> 27) * 0x94D049BB133111EBULL;
    return (uint32_t)((value ^ value >> 31) >> 16) % below;
}

/* --- values --- */

enum { METHOD_MASK = 3, METHODS = 4, ACCESS_SHIFT = 14, FUNCTION_SHIFT = 2, UNKNOWN_DEVICE = 0x22, VENDOR = 0x800 };

/* Mostly one that the driver knows; else a neighbour of it, or another with its method or access changed. */
static uint32_t draw_code(uint32_t now)
{
    uint32_t code = now;
    if (learned_code_count && draw(8))
        code = learned_codes[draw((uint32_t)learned_code_count)];
    else if (!code)
        code = (uint32_t)UNKNOWN_DEVICE << 16 | draw(4) << ACCESS_SHIFT | (VENDOR + draw(32)) << FUNCTION_SHIFT |
               draw(METHODS);
    switch (draw(16)) {
    case 0:
        return (code & ~(uint32_t)METHOD_MASK) | draw(METHODS);
    case 1:
        return code ^ (1 + draw(3)) << ACCESS_SHIFT;
    case 2:
        return code + ((draw(9) - 4) << FUNCTION_SHIFT);
    default:
        return code;
    }
}

static uint16_t draw_length(uint16_t now)
{
    static const uint16_t lengths[] = {0, 1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32, 40, 48, 64},
                          long_lengths[] = {96, 128, 256, 512, 1024, 4096};
    enum { SHORT = 64 };
    switch (draw(16)) {
    case 0:
        return (uint16_t)(now + 1 < MOST_LENGTH ? now + 1 : now);
    case 1:
        return (uint16_t)(now ? now - 1 : 0);
    case 2: { /* what the driver has compared a length with */
        const struct comparison *one = &learned_comparisons[draw(MOST_COMPARISONS)];
        const uint64_t value = (one->second == now ? one->first : one->second) + draw(3) - 1;
        return value <= 4096 ? (uint16_t)value : now;
    }
    case 3:
    case 4:
        return (uint16_t)draw(SHORT);
    default:
        return draw(12) ? lengths[draw(sizeof(lengths) / sizeof(*lengths))]
                        : long_lengths[draw(sizeof(long_lengths) / sizeof(*long_lengths))];
    }
}

/* --- buffers --- */

/* Makes room for `length` bytes of input, the new ones drawn or zero. */
static void resize(struct operations *all, struct operation *operation, uint16_t length)
{
    if (length > sizeof(all->data) - all->used)
        return;
    uint8_t *bytes = all->data + all->used;
    const uint16_t kept = operation->input < length ? operation->input : length;
    const bool zero = draw(2);
    memcpy(bytes, all->data + operation->data, kept);
    for (uint16_t i = kept; i < length; i++)
        bytes[i] = zero ? 0 : (uint8_t)draw(256);
    operation->data = (uint32_t)all->used;
    operation->input = length;
    all->used += length;
}

static void replace(uint8_t *data, uint16_t length, uint64_t from, uint64_t to, uint32_t size)
{
    if (size == 0 || size > length)
        return;
    const uint32_t begin = draw(length - size + 1);
    for (uint32_t i = 0; i <= length - size; i++) { /* in the data as the driver has seen it */
        uint8_t *at = data + (begin + i) % (length - size + 1);
        if (memcmp(at, &from, size) == 0) {
            memcpy(at, &to, size);
            return;
        }
    }
    const uint32_t at = draw(4) ? begin / size * size : begin;
    memcpy(data + at, &to, size);
}

static void use_comparison(struct operations *all, const struct operation *operation)
{
    enum { TRIES = 8 };
    for (int i = 0; i < TRIES; i++) {
        const struct comparison *one = &learned_comparisons[draw(MOST_COMPARISONS)];
        if (!one->size)
            continue;
        const bool forth = draw(2);
        replace(all->data + operation->data, operation->input, forth ? one->first : one->second,
                forth ? one->second : one->first, one->size);
        return;
    }
}

static void use_word(struct operations *all, const struct operation *operation)
{
    const struct word *word = dictionary_draw(draw(1U << 30));
    if (word && word->size <= operation->input)
        memcpy(all->data + operation->data + draw((uint32_t)(operation->input - word->size + 1)), word->bytes,
               word->size);
}

static void change_bytes(struct operations *all, struct operation *operation)
{
    enum { ROOM = 4096 };
    uint8_t bytes[ROOM];
    if (operation->input == 0) {
        resize(all, operation, draw_length(0));
        return;
    }
    switch (draw(4)) {
    case 0:
        use_comparison(all, operation);
        return;
    case 1:
        use_word(all, operation);
        return;
    default:
        if (operation->input > ROOM)
            return;
        memcpy(bytes, all->data + operation->data, operation->input);
        const size_t size = LLVMFuzzerMutate(bytes, operation->input, draw(2) ? operation->input : ROOM);
        resize(all, operation, (uint16_t)size);
        if (operation->input == size)
            memcpy(all->data + operation->data, bytes, size);
    }
}

/* --- operations --- */

static void fill(struct operations *all, struct operation *operation)
{
    static const uint8_t kinds[] = {OPERATION_CONTROL, OPERATION_CONTROL, OPERATION_CONTROL, OPERATION_CONTROL,
                                    OPERATION_READ,    OPERATION_WRITE,   OPERATION_CANCEL,  OPERATION_OPEN,
                                    OPERATION_CLOSE,   OPERATION_WAIT};
    *operation = (struct operation){.kind = kinds[draw(sizeof(kinds))]};
    operation->which = draw(4) ? 0 : (uint8_t)draw(4);
    switch (operation->kind) {
    case OPERATION_CONTROL:
        operation->code = draw_code(0);
        operation->output = draw_length(0);
        resize(all, operation, draw_length(0));
        break;
    case OPERATION_READ:
        operation->output = draw_length(0);
        break;
    case OPERATION_WRITE:
        resize(all, operation, draw_length(0));
        break;
    case OPERATION_OPEN:
        operation->access = draw(4) ? 0 : (uint8_t)draw(4);
        break;
    case OPERATION_WAIT:
        operation->milliseconds = (uint16_t)(draw(4) ? 1 + draw(20) : draw(10000));
        break;
    default:
        break;
    }
}

static void insert(struct operations *all)
{
    if (all->count == MOST_OPERATIONS)
        return;
    const size_t at = draw((uint32_t)all->count + 1);
    memmove(all->list + at + 1, all->list + at, (all->count - at) * sizeof(*all->list));
    all->count++;
    if (all->count > 1 && draw(3) == 0)
        all->list[at] = all->list[at == 0 ? 1 + draw((uint32_t)all->count - 1) : draw((uint32_t)at)];
    else
        fill(all, &all->list[at]);
}

static void erase(struct operations *all)
{
    const size_t at = draw((uint32_t)all->count);
    all->count--;
    memmove(all->list + at, all->list + at + 1, (all->count - at) * sizeof(*all->list));
}

static void swap(struct operations *all)
{
    const size_t one = draw((uint32_t)all->count), other = draw((uint32_t)all->count);
    const struct operation kept = all->list[one];
    all->list[one] = all->list[other];
    all->list[other] = kept;
}

static void change(struct operations *all, struct operation *operation)
{
    const bool has_input = operation->kind == OPERATION_CONTROL || operation->kind == OPERATION_WRITE;
    const bool has_output = operation->kind == OPERATION_CONTROL || operation->kind == OPERATION_READ;
    const uint32_t what = draw(10);
    if (what < 5 && has_input)
        change_bytes(all, operation);
    else if (what < 6 && has_input)
        resize(all, operation, draw_length(operation->input));
    else if (what < 8 && has_output)
        operation->output = draw_length(operation->output);
    else if (what < 9 && operation->kind == OPERATION_CONTROL)
        operation->code = draw_code(operation->code);
    else if (operation->kind == OPERATION_WAIT)
        operation->milliseconds = (uint16_t)draw(10000);
    else if (operation->kind == OPERATION_OPEN && draw(2))
        operation->access = (uint8_t)draw(4);
    else
        operation->which = (uint8_t)draw(4);
}

static void mutate(struct operations *all)
{
    enum { MOST_CHANGES = 4, FEW = 3 };
    for (uint32_t changes = 1 + draw(MOST_CHANGES); changes; changes--) {
        const uint32_t what = all->count ? draw(10) : 0;
        if (what < 2 && draw((uint32_t)all->count / FEW + 1) == 0) /* long rows cost time */
            insert(all);
        else if (what < 3 && all->count > 1)
            erase(all);
        else if (what == 3)
            swap(all);
        else
            change(all, &all->list[draw((uint32_t)all->count)]);
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
    static struct operations all;
    state = seed;
    operations_read(data, size, &all);
    mutate(&all);
    const size_t result = operations_write(&all, data, room);
    return result ? result : size;
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other, size_t other_size,
                                 uint8_t *out, size_t room, unsigned seed)
{
    static struct operations first, second;
    state = seed;
    operations_read(one, one_size, &first);
    operations_read(other, other_size, &second);
    const size_t most = first.count > second.count ? first.count : second.count; /* rows do not grow by this */
    first.count = draw((uint32_t)first.count + 1);
    for (size_t i = second.count ? draw((uint32_t)second.count) : 0; i < second.count && first.count < most; i++) {
        struct operation operation = second.list[i];
        if (operation.input > sizeof(first.data) - first.used)
            break;
        memcpy(first.data + first.used, second.data + operation.data, operation.input);
        operation.data = (uint32_t)first.used;
        first.used += operation.input;
        first.list[first.count++] = operation;
    }
    const size_t result = operations_write(&first, out, room);
    return result ? result : operations_write(&second, out, room);
}
