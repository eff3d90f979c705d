/*
 * The IRQL limits of all functions, as rows that the simulator's verifier is compiled with (ntsim/verifier/limits.c),
 * in the order of their names:
 *
 *   LIMIT(KeSetBasePriorityThread, PASSIVE_LEVEL, APC_LEVEL)
 *   CONDITIONAL(KeWaitForSingleObject, ARGUMENT(4, PLARGE_INTEGER, Timeout),
 *               AT_MOST(Timeout == NULL || Timeout->QuadPart != 0, APC_LEVEL) AT_MOST(…))
 *
 * Conditions are C as the headers have it. Those on arguments of headers that the verifier does not include are left
 * out, and with them the functions that have no other limit.
 */
#include "reference.h"

#include <ctype.h>
#include <string.h>

struct limit {
    const char *condition; /* NULL: always */
    int condition_length;
    const char *irql;
    int irql_length;
    bool least, most;
};

/* What stands in the parentheses that open at `open`; its length in *length. */
static const char *inside(const char *open, int *length)
{
    const char *p = open;
    int depth = 0;
    do {
        depth += (*p == '(') - (*p == ')');
        p++;
    } while (*p && depth);
    *length = (int)(p - open - 2);
    return open + 1;
}

static bool is_word(const char *text, const char *word, size_t length)
{
    return strlen(word) == length && strncmp(text, word, length) == 0;
}

/* "_IRQL_requires_max_(APC_LEVEL)" at `text`. */
static bool read_limit(const char *text, struct limit *limit)
{
    const size_t length = strcspn(text, "(");
    if (!text[length])
        return false;
    limit->most = is_word(text, "_IRQL_requires_max_", length) || is_word(text, "__drv_maxIRQL", length);
    limit->least = is_word(text, "_IRQL_requires_min_", length);
    if (is_word(text, "_IRQL_requires_", length))
        limit->most = limit->least = true;
    limit->irql = inside(text + length, &limit->irql_length);
    if (!strncmp(limit->irql, "DISPATCH_LEVEL", 14) &&
        strcspn(limit->irql + 14, "+") < (size_t)limit->irql_length - 14) {
        limit->irql = "DEVICE_LEVEL"; /* "DISPATCH_LEVEL+1" is how the annotations say DIRQL */
        limit->irql_length = 12;
    }
    return limit->most || limit->least;
}

/* A contract's limit; of "_When_(Wait, _Must_… _IRQL_requires_max_(APC_LEVEL))" with its condition. */
static bool limit_of(const char *contract, struct limit *limit)
{
    *limit = (struct limit){0};
    if (strncmp(contract, "_When_(", 7) != 0)
        return read_limit(contract, limit);
    const char *condition = contract + 7, *p = condition;
    for (int depth = 0; *p && (depth || *p != ','); p++)
        depth += (*p == '(') - (*p == ')');
    limit->condition = condition;
    limit->condition_length = (int)(p - condition);
    for (; *p; p++)
        if (!isalnum((unsigned char)p[-1]) && p[-1] != '_' && read_limit(p, limit))
            return true;
    return false;
}

/* Those that limits.c can compile: of ntifs.h and wdf.h. What a function returns is not known at its call. */
static bool is_usable(const struct entry *e, const struct limit *limit)
{
    return !limit->condition || ((!strncmp(e->file, "km/nt/", 6) || !strncmp(e->file, "wdf/", 4)) &&
                                 strncmp(limit->condition, "return", 6) != 0);
}

static bool mentions(const struct limit *limit, const char *name)
{
    const size_t length = strlen(name);
    const char *end = limit->condition + limit->condition_length;
    for (const char *p = limit->condition; p && p + length <= end; p++) {
        const bool begins = p == limit->condition || (!isalnum((unsigned char)p[-1]) && p[-1] != '_');
        if (begins && !strncmp(p, name, length) && !isalnum((unsigned char)p[length]) && p[length] != '_')
            return true;
    }
    return false;
}

static void write_arguments(const struct entry *e, size_t first, FILE *out)
{
    for (size_t i = first; i < e->parameter_count; i++) {
        bool used = false;
        struct limit limit;
        for (size_t j = 0; j < e->contracts.count; j++)
            used |= limit_of(e->contracts.items[j], &limit) && is_usable(e, &limit) &&
                    mentions(&limit, e->parameters[i].name);
        if (used)
            fprintf(out, " ARGUMENT(%zu, %s, %s)", i - first, e->parameters[i].type, e->parameters[i].name);
    }
}

static void write_part(const struct limit *limit, const char *macro, FILE *out)
{
    fprintf(out, " %s(%.*s, %.*s)", macro, limit->condition ? limit->condition_length : 1,
            limit->condition ? limit->condition : "1", limit->irql_length, limit->irql);
}

static void write_conditional(const struct entry *e, FILE *out)
{
    fprintf(out, "CONDITIONAL(%s,", e->name);
    write_arguments(e, 0, out);
    fputs(",", out);
    for (int conditional = 0; conditional < 2; conditional++)
        for (size_t i = 0; i < e->contracts.count; i++) {
            struct limit limit;
            if (!limit_of(e->contracts.items[i], &limit) || !is_usable(e, &limit) ||
                (limit.condition != NULL) != conditional)
                continue;
            if (limit.most)
                write_part(&limit, "AT_MOST", out);
            if (limit.least)
                write_part(&limit, "AT_LEAST", out);
        }
    fputs(")\n", out);
}

static void write_limit(const struct entry *e, FILE *out)
{
    struct limit least = {.irql = "PASSIVE_LEVEL", .irql_length = 13}, most = {.irql = "HIGH_LEVEL", .irql_length = 10};
    bool any = false, conditional = false;
    for (size_t i = 0; i < e->contracts.count; i++) {
        struct limit limit;
        if (!limit_of(e->contracts.items[i], &limit) || !is_usable(e, &limit))
            continue;
        any = true;
        conditional |= limit.condition != NULL;
        if (limit.least)
            least = limit;
        if (limit.most)
            most = limit;
    }
    if (conditional)
        write_conditional(e, out);
    else if (any)
        fprintf(out, "LIMIT(%s, %.*s, %.*s)\n", e->name, least.irql_length, least.irql, most.irql_length, most.irql);
}

void irql_limits_write(const struct reference *r, FILE *out)
{
    fputs("/* Derived from the headers' annotations by sdk/reference. */\n", out);
    for (size_t i = 0; i < r->count; i++)
        if (r->entries[i]->kind == FUNCTION && (!r->entries[i]->in_line || r->entries[i]->kmdf))
            write_limit(r->entries[i], out);
}
