/*
 * Every function once, callees first: those of one level need nothing of each other and are analysed at the same time.
 * A function gets tables of its own, and what it leaves is taken up in one order, so the result is the same whatever
 * was analysed when, and where.
 */
#include "cwdk/check/family.h"
#include "cwdk/check/keep.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORKERS = 64, WORTH_IT = 8 /* functions of a level, for each worker */ };

/* The functions of one level. */
struct batch {
    struct function **functions;
    uint32_t count;
    atomic_uint next;
};

struct worker {
    struct engine e;
    struct program p; /* the driver's, but for the nodes */
    struct arena own, kept;
    struct batch *batch;
    pthread_t thread;
};

static void analyse(struct worker *w, struct function *f)
{
    struct engine *e = &w->e;
    struct record record = {0};
    struct findings found = *e->findings;
    found.arena = e->arena = &w->own;
    found.items = NULL;
    found.count = found.capacity = 0;
    found.collecting = true;
    struct findings *const all = e->findings;
    e->findings = &found;
    e->record = &record;
    nodes_begin(&w->p.nodes, f->constants, f->constant_count);
    if (f->called || !f->role)
        engine_analyse(e, f, NULL, -1, true);
    if (f->role && !f->majors)
        engine_analyse(e, f, f->role, -1, !f->called);
    for (int major = 0; major < 28; major++)
        if (f->majors >> major & 1)
            engine_analyse(e, f, f->role, major, !f->called && !f->summary);
    keep_record(e, f);
    e->findings = all;
    arena_free(&w->own);
}

static void *work(void *worker)
{
    struct worker *w = worker;
    for (uint32_t i; (i = atomic_fetch_add(&w->batch->next, 1)) < w->batch->count;)
        analyse(w, w->batch->functions[i]);
    return NULL;
}

static void run_batch(struct worker *workers, unsigned count, struct batch *b)
{
    unsigned started = 1;
    for (unsigned i = 0; i < count; i++)
        workers[i].batch = b;
    for (; started < count && started * WORTH_IT < b->count; started++)
        if (pthread_create(&workers[started].thread, NULL, work, &workers[started]))
            break;
    work(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}

/* The functions to analyse by level, in order within each. */
static struct function **by_level(const struct program *p, uint32_t **first, uint32_t *levels)
{
    *levels = 0;
    for (uint32_t i = 0; i < p->order_count; i++)
        if (p->order[i]->level >= *levels)
            *levels = p->order[i]->level + 1;
    *first = memory_new((size_t)*levels + 2, sizeof **first);
    for (uint32_t i = 0; i < p->order_count; i++)
        (*first)[p->order[i]->level + 1] += !p->order[i]->framework;
    for (uint32_t i = 0; i < *levels; i++)
        (*first)[i + 1] += (*first)[i];
    uint32_t *at = memory_new((size_t)*levels + 1, sizeof *at);
    memcpy(at, *first, *levels * sizeof *at);
    struct function **list = memory_new((size_t)p->order_count + 1, sizeof(struct function *));
    for (uint32_t i = 0; i < p->order_count; i++)
        if (!p->order[i]->framework)
            list[at[p->order[i]->level]++] = p->order[i];
    free(at);
    return list;
}

static void take(struct engine *e, struct function *f)
{
    const struct record *k = f->record;
    for (size_t i = 0; i < k->finding_count; i++)
        finding_take(e->findings, &k->findings[i]);
    locks_take(e, k);
    guarded_take(e, k);
    if (k->bounded)
        e->first_bounded = e->bounded++ ? e->first_bounded : f;
}

/* Rules about the driver as a whole, which judge what all functions left. */
static void judge_whole(struct engine *e)
{
    struct record whole = {0};
    e->whole = &whole;
    for (uint32_t i = 0; i < e->p->order_count; i++)
        if (e->p->order[i]->record)
            take(e, e->p->order[i]);
    lock_orders(e);
    timers_end(e);
    guarded_end(e);
}

void engine_run(struct engine *e)
{
    const unsigned count = e->jobs > MOST_WORKERS ? MOST_WORKERS : e->jobs ? e->jobs : 1;
    struct worker *workers = memory_new(count, sizeof *workers);
    guarded_begin(e);
    cancels_find(e);
    sources_begin(e->findings);
    for (unsigned i = 0; i < count; i++) {
        struct worker *w = &workers[i];
        w->e = *e;
        w->p = *e->p;
        w->p.nodes = (struct nodes){0};
        w->e.p = &w->p;
        w->e.kept = &w->kept;
    }
    uint32_t *first, levels;
    struct function **list = by_level(e->p, &first, &levels);
    for (uint32_t i = 0; i < levels; i++) {
        struct batch b = {.functions = &list[first[i]], .count = first[i + 1] - first[i]};
        run_batch(workers, count, &b);
    }
    free(list);
    free(first);
    judge_whole(e);
    for (unsigned i = 0; i < count; i++) {
        nodes_free(&workers[i].p.nodes);
        nodes_free(&workers[i].e.building);
        arena_free(&workers[i].kept);
    }
    free(workers);
}
