/* What becomes of each finding: told, allowed by a comment, known before, or of a rule that is off. */
#include "cwdk/check/allow.h"
#include "cwdk/check/check.h"
#include "cwdk/check/finding.h"
#include "cwdk/diag/codes.h"

#include <stdlib.h>
#include <string.h>

/* The comments of one driver's sources. */
struct comments {
    struct allows *of; /* by file */
    uint32_t count;
};

static bool is_source(const struct findings *f, const char *name)
{
    const size_t home = strlen(f->home);
    return *name && (!home || strncmp(name, f->home, home) != 0);
}

static struct comments read_all(struct findings *f)
{
    struct comments c = {arena_array(f->arena, (size_t)f->file_count + 1, sizeof *c.of), f->file_count};
    for (uint32_t i = 1; i < f->file_count; i++) {
        size_t size;
        const char *text = is_source(f, f->files[i]) ? source_whole(f, i, &size) : NULL;
        if (text)
            allows_read(text, size, f->arena, &c.of[i]);
    }
    return c;
}

/* One that counts for that line. */
static struct allow *allow_of(const struct comments *c, const struct finding *x)
{
    if (x->place.file >= c->count)
        return NULL;
    for (size_t i = 0; i < c->of[x->place.file].count; i++) {
        struct allow *allow = &c->of[x->place.file].items[i];
        if (x->place.line >= allow->first && x->place.line <= allow->last && *allow->reason &&
            allow_names(allow, x->code))
            return allow;
    }
    return NULL;
}

static void judge(struct findings *f, const struct comments *c, const struct policy *policy)
{
    for (size_t i = 0; i < f->count; i++) {
        struct finding *x = &f->items[i];
        struct allow *allow = allow_of(c, x);
        if (allow) {
            allow->used = true;
            x->fate = FATE_ALLOWED;
            x->reason = allow->reason;
        } else if (baseline_meets(policy->known, x->fingerprint)) {
            x->fate = FATE_KNOWN;
            x->reason = "known before: in the baseline";
        }
    }
}

/* The same comment as another driver at the path reads it: NULL where it does not. */
static struct allow *same_in(const struct comments *c, const struct findings *f, const char *name, size_t number)
{
    for (uint32_t i = 1; i < c->count; i++)
        if (!strcmp(f->files[i], name))
            return number < c->of[i].count ? &c->of[i].items[number] : NULL;
    return NULL;
}

static const char *unknown_rule(const struct allow *allow)
{
    for (const char **code = allow->codes; *code; code++)
        if (strncmp(*code, "CHK", 3) != 0 || !strncmp(*code, "CHK0", 4) || !code_find(*code))
            return *code;
    return NULL;
}

/* What is wrong with the comment itself. */
static void add_fault(struct findings *f, const struct allow *allow, uint32_t file)
{
    const struct place place = {file, allow->line, allow->column};
    struct arena *a = f->arena;
    const char *unknown = allow->codes ? unknown_rule(allow) : NULL;
    const char *form = "write `cwdk: allow(CHK1003) why it is right here`";
    if (!allow->codes)
        finding_label(f, finding_new(f, CODE_CHK0004, place, "", "the comment is for cwdk, but cannot be understood"),
                      "neither `allow(CODE)` nor anything else that is known", form);
    else if (unknown)
        finding_label(
            f,
            finding_new(f, CODE_CHK0004, place, "", arena_format(a, "%s is no rule that a comment can allow", unknown)),
            "allows nothing",
            !strncmp(unknown, "SAF", 3) ? "the safe profile has WDK_UNSAFE(\"why\") { ... } for that"
                                        : "`cwdk explain --list` has the rules");
    else if (!*allow->reason)
        finding_label(f,
                      finding_new(f, CODE_CHK0002, place, "",
                                  arena_format(a, "%s is allowed here without a reason", allow->codes[0])),
                      "allows nothing without one", form);
    else
        finding_label(
            f,
            finding_new(f, CODE_CHK0003, place, "", arena_format(a, "nothing needs %s allowed here", allow->codes[0])),
            "allows nothing", "take the comment out, or put it where the finding is");
}

/* Comments with faults are told of once, whichever drivers share the source; unused is what none of them uses. */
static void add_faults(struct check_result *results, const struct comments *comments, size_t count, size_t own)
{
    struct findings *f = results[own].findings;
    for (uint32_t file = 1; file < comments[own].count; file++)
        for (size_t n = 0; n < comments[own].of[file].count; n++) {
            const struct allow *allow = &comments[own].of[file].items[n];
            bool told = allow->used;
            for (size_t k = 0; k < count && !told; k++) {
                const struct allow *same = k == own || !results[k].findings
                                               ? NULL
                                               : same_in(&comments[k], results[k].findings, f->files[file], n);
                told = same && (same->used || k < own);
            }
            if (!told)
                add_fault(f, allow, file);
        }
}

/* Takes out what is of rules that are off; the others get their level. */
static void weigh(struct check_result *result, const struct policy *policy)
{
    struct findings *f = result->findings;
    size_t out = 0;
    struct place *places = arena_array(f->arena, f->count + 1, sizeof *places);
    result->places = places;
    for (size_t i = 0; i < f->count; i++) {
        struct finding *x = &f->items[i];
        const enum policy_level level = policy_of(policy, x->code);
        if (x->code == CODE_SAF6001)
            places[result->left++] = x->place;
        result->failing += x->code == CODE_SAF6002;
        result->proven += x->code == CODE_SAF6003;
        if (level == POLICY_ALLOW)
            continue;
        x->warning = level == POLICY_WARN;
        result->allowed += x->fate == FATE_ALLOWED;
        result->known += x->fate == FATE_KNOWN;
        result->errors += x->fate == FATE_TOLD && !x->warning;
        result->warnings += x->fate == FATE_TOLD && x->warning;
        f->items[out++] = *x;
    }
    f->count = out;
}

void check_triage(struct check_result *results, size_t count, const struct policy *policy)
{
    struct comments *comments = memory_new(count + 1, sizeof *comments);
    for (size_t i = 0; i < count; i++)
        if (results[i].findings) {
            comments[i] = read_all(results[i].findings);
            judge(results[i].findings, &comments[i], policy);
        }
    for (size_t i = 0; i < count; i++)
        if (results[i].findings) {
            add_faults(results, comments, count, i);
            weigh(&results[i], policy);
            findings_sort(results[i].findings);
        }
    free(comments);
}
