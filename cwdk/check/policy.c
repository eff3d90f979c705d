/* Levels of rules, and baselines. */
#include "cwdk/check/policy.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_rule(const char *code)
{
    return !strncmp(code, "CHK", 3) || !strncmp(code, "SAF", 3);
}

static bool names(const char *rules, const char *code)
{
    return !strcasecmp(rules, "all") || !strncasecmp(rules, code, strlen(rules));
}

bool policy_add(struct policy *policy, const char *rules, enum policy_level level, struct arena *a)
{
    bool any = false;
    for (size_t i = 0; *rules && code_at(i); i++)
        any |= is_rule(code_at(i)->id) && names(rules, code_at(i)->id);
    if (!any)
        return false;
    void *more = arena_array(a, policy->count + 1, sizeof *policy->items);
    if (policy->count)
        memcpy(more, policy->items, policy->count * sizeof *policy->items);
    policy->items = more;
    policy->items[policy->count].rules = rules;
    policy->items[policy->count++].level = level;
    return true;
}

enum policy_level policy_of(const struct policy *policy, const char *code)
{
    for (size_t i = policy->count; i-- > 0;)
        if (names(policy->items[i].rules, code))
            return policy->items[i].level;
    if (code == CODE_SAF6001 || code == CODE_SAF6003) /* counted, and told who asks */
        return POLICY_ALLOW;
    return code == CODE_CHK0003 || code == CODE_CHK8010 ? POLICY_WARN : POLICY_DENY;
}

static bool refuse(const char *path, struct diag *d, unsigned line, const char *why)
{
    diag_error(d, CODE_CHK0005, ((struct diag_place){path, line, 0}), "%s", why);
    diag_help(d, "write it again: cwdk check --write-baseline %s", path);
    return false;
}

static bool read_print(const json_t *item, uint64_t *out)
{
    const char *text = json_string_value(json_object_get(item, "fingerprint"));
    char *end;
    if (!text || strlen(text) != 16 || strspn(text, "0123456789abcdef") != 16)
        return false;
    *out = strtoull(text, &end, 16);
    return true;
}

bool baseline_read(const char *path, struct arena *a, struct baseline *out, struct diag *d)
{
    struct bytes content;
    *out = (struct baseline){0};
    if (!file_read(path, a, &content, d))
        return false;
    json_error_t error;
    json_t *document = json_loadb((const char *)content.data, content.size, JSON_REJECT_DUPLICATES, &error);
    if (!document)
        return refuse(path, d, error.line > 0 ? (unsigned)error.line : 0,
                      arena_format(a, "the baseline is no JSON: %s", error.text));
    const json_t *list = json_object_get(document, "findings");
    bool ok = json_integer_value(json_object_get(document, "baseline")) == 1 && json_is_array(list);
    if (!ok)
        refuse(path, d, 0, "the file is no baseline: it lacks `baseline`, which is 1, or the list `findings`");
    out->count = json_array_size(list);
    out->prints = arena_array(a, out->count + 1, sizeof *out->prints);
    out->met = arena_array(a, out->count + 1, sizeof *out->met);
    for (size_t i = 0; ok && i < out->count; i++)
        if (!read_print(json_array_get(list, i), &out->prints[i])) {
            refuse(path, d, 0, arena_format(a, "finding %zu of the baseline has no fingerprint of 16 digits", i + 1));
            ok = false;
        }
    json_decref(document);
    return ok;
}

bool baseline_meets(const struct baseline *b, uint64_t print)
{
    bool any = false;
    for (size_t i = 0; b && i < b->count; i++)
        if (b->prints[i] == print)
            any = b->met[i] = true;
    return any;
}

size_t baseline_gone(const struct baseline *b)
{
    size_t gone = 0;
    for (size_t i = 0; b && i < b->count; i++)
        gone += !b->met[i];
    return gone;
}
