/* The policy of scheduling, out of an option's text. */
#include "ntsim/run/host.h"

#include <stdlib.h>

enum { DEFAULT_PERCENT = 20, MOST_PERCENT = 100 };

static bool number(const char **text, uint64_t most, uint64_t *out)
{
    char *end;
    if (**text < '0' || **text > '9')
        return false;
    *out = strtoull(*text, &end, 10);
    *text = end;
    return *out <= most;
}

static bool skip(const char **text, char what)
{
    if (**text != what)
        return false;
    ++*text;
    return true;
}

/* "7=1,9=64": decisions, which ascend. */
static bool parse_decisions(const char *text, struct machine_schedule *out)
{
    size_t room = 1;
    for (const char *at = text; *at; at++)
        room += *at == ',';
    struct machine_decision *decisions = calloc(room, sizeof(*decisions));
    out->decisions = decisions;
    while (decisions && *text) {
        struct machine_decision *decision = &decisions[out->decision_count];
        uint64_t chosen;
        if (!number(&text, UINT64_MAX, &decision->number) || !skip(&text, '=') ||
            !number(&text, MACHINE_ANOTHER_THREAD, &chosen) || (*text && !skip(&text, ',')))
            return false;
        decision->chosen = (uint32_t)chosen;
        if (out->decision_count && decision[-1].number >= decision->number)
            return false;
        out->decision_count++;
    }
    return decisions != NULL;
}

bool schedule_parse(const char *text, struct machine_schedule *out)
{
    static const char random[] = "random", follow[] = "follow:";
    *out = (struct machine_schedule){.policy = MACHINE_COOPERATIVE, .percent = DEFAULT_PERCENT};
    if (strcmp(text, "cooperative") == 0)
        return true;
    if (strncmp(text, random, strlen(random)) == 0) {
        uint64_t percent = DEFAULT_PERCENT;
        text += strlen(random);
        out->policy = MACHINE_RANDOM;
        if (*text && (!skip(&text, ':') || !number(&text, MOST_PERCENT, &percent) || *text))
            return false;
        out->percent = (uint32_t)percent;
        return true;
    }
    if (strncmp(text, follow, strlen(follow)) != 0)
        return false;
    out->policy = MACHINE_FOLLOW;
    return parse_decisions(text + strlen(follow), out);
}
