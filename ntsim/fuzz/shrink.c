/* Making an input smaller that ends badly. */
#include "ntsim/fuzz/shrink.h"

#include <string.h>

enum { MOST_ATTEMPTS = 4000, MOST_ENDS = 400 /* of the driver, which take longer */ };

struct shrinker {
    struct operations *best;
    struct operations trial;
    const struct outcome *wanted;
    unsigned attempts;
};

/* Whether the trial ends the same way; then it is the best. */
static bool is_as_bad(struct shrinker *s)
{
    struct outcome outcome;
    if (s->attempts++ >= (s->wanted->at_end ? MOST_ENDS : MOST_ATTEMPTS))
        return false;
    target_run(&s->trial, s->wanted->at_end ? TARGET_TO_END : TARGET_FUZZ, &outcome);
    if (!outcome_is(&outcome, s->wanted))
        return false;
    *s->best = s->trial;
    return true;
}

static bool drop(struct shrinker *s, size_t from, size_t count)
{
    s->trial = *s->best;
    s->trial.count -= count;
    memmove(s->trial.list + from, s->trial.list + from + count, (s->trial.count - from) * sizeof(*s->trial.list));
    return is_as_bad(s);
}

static void drop_operations(struct shrinker *s)
{
    for (size_t part = s->best->count; part; part /= 2)
        for (size_t from = s->best->count; from > 0;) {
            from = from > part ? from - part : 0;
            if (from + part <= s->best->count)
                drop(s, from, part);
        }
}

enum number { NUMBER_INPUT, NUMBER_OUTPUT, NUMBER_WAIT, NUMBER_WHICH, NUMBER_ACCESS, NUMBERS };

static uint16_t get(const struct operation *operation, enum number which)
{
    const uint16_t numbers[NUMBERS] = {operation->input, operation->output, operation->milliseconds, operation->which,
                                       operation->access};
    return numbers[which];
}

static void set(struct operation *operation, enum number which, uint16_t value)
{
    if (which == NUMBER_INPUT)
        operation->input = value;
    else if (which == NUMBER_OUTPUT)
        operation->output = value;
    else if (which == NUMBER_WAIT)
        operation->milliseconds = value;
    else if (which == NUMBER_WHICH)
        operation->which = (uint8_t)value;
    else
        operation->access = (uint8_t)value;
}

/* The smallest that a search by halves meets: what goes wrong need not do so at all that are larger. */
static void lower(struct shrinker *s, size_t index, enum number which)
{
    uint32_t low = 0, high = get(&s->best->list[index], which);
    while (low < high) {
        const uint32_t middle = low == 0 && high > 1 ? 0 : low + (high - low) / 2;
        s->trial = *s->best;
        set(&s->trial.list[index], which, (uint16_t)middle);
        if (is_as_bad(s))
            high = middle;
        else
            low = middle + 1;
    }
}

static void clear_bytes(struct shrinker *s, size_t index)
{
    const struct operation operation = s->best->list[index];
    for (size_t part = operation.input; part; part /= 2)
        for (size_t from = 0; from < operation.input; from += part) {
            const size_t size = operation.input - from < part ? operation.input - from : part;
            bool is_clear = true;
            for (size_t i = 0; i < size; i++)
                is_clear &= s->best->data[operation.data + from + i] == 0;
            if (is_clear)
                continue;
            s->trial = *s->best;
            memset(s->trial.data + operation.data + from, 0, size);
            is_as_bad(s);
        }
}

void shrink(struct operations *operations, const struct outcome *wanted)
{
    static struct shrinker s;
    s.best = operations;
    s.wanted = wanted;
    s.attempts = 0;
    drop_operations(&s);
    for (size_t i = 0; i < operations->count; i++) {
        for (enum number which = 0; which < NUMBERS; which++)
            lower(&s, i, which);
        clear_bytes(&s, i);
    }
    drop_operations(&s);
}
