/*
 * Every function once, callees first, several at the same time. A function gets tables of its own, and what it leaves
 * is taken up in one order, so the result is the same whatever was analysed when, and where.
 */
#include "cwdk/check/family.h"
#include "cwdk/check/keep.h"
#include "cwdk/check/recall.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST_WORKERS = 64, AHEAD = 256 /* functions that are looked at for one whose callees are done */ };

/* What is left to do. */
struct schedule {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct function **order;
    uint32_t first, count; /* all before the first are started */
};

struct worker {
    struct engine e;
    struct program p; /* the driver's, but for the nodes */
    struct arena own, kept;
    struct schedule *schedule;
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

static bool is_ready(const struct function *f)
{
    for (uint32_t i = 0; i < f->need_count; i++)
        if (!f->needs[i]->done)
            return false;
    return !f->started;
}

static struct function *ready(const struct schedule *s)
{
    for (uint32_t i = s->first; i < s->count && i < s->first + AHEAD; i++)
        if (is_ready(s->order[i]))
            return s->order[i];
    return NULL;
}

/* Which one to do next, by the order, so that summaries are soon of no use any more; NULL: none is left. */
static struct function *start_next(struct schedule *s)
{
    struct function *f = NULL;
    pthread_mutex_lock(&s->lock);
    while (s->first < s->count && !(f = ready(s)))
        pthread_cond_wait(&s->changed, &s->lock);
    if (f)
        f->started = true;
    while (s->first < s->count && s->order[s->first]->started)
        s->first++;
    pthread_mutex_unlock(&s->lock);
    return f;
}

static void end(struct schedule *s, struct function *f)
{
    pthread_mutex_lock(&s->lock);
    f->done = true;
    for (uint32_t i = 0; i < f->need_count; i++)
        if (!--f->needs[i]->users)
            summary_free(f->needs[i]);
    if (!f->users)
        summary_free(f);
    pthread_cond_broadcast(&s->changed);
    pthread_mutex_unlock(&s->lock);
}

static void *work(void *worker)
{
    struct worker *w = worker;
    for (struct function *f; (f = start_next(w->schedule));) {
        struct recall *k = w->e.recall;
        if (!f->framework && !(k && recall_function(k, &w->e, f))) {
            analyse(w, f);
            if (k)
                recall_keep(k, &w->e, f);
        }
        end(w->schedule, f);
    }
    return NULL;
}

static void run_all(struct worker *workers, unsigned count, struct schedule *s)
{
    unsigned started = 1;
    for (unsigned i = 0; i < count; i++)
        workers[i].schedule = s;
    for (; started < count; started++)
        if (pthread_create(&workers[started].thread, NULL, work, &workers[started]))
            break;
    work(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
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
    e->whole = arena_array(e->arena, 1, sizeof *e->whole);
    for (uint32_t i = 0; i < e->p->order_count; i++)
        if (e->p->order[i]->record)
            take(e, e->p->order[i]);
    lock_orders(e);
    removal_end(e);
    timers_end(e);
    stopped_end(e);
    left_end(e);
    registrations_end(e);
    sleep_end(e);
    guarded_end(e);
}

void engine_run(struct engine *e)
{
    const unsigned count = e->jobs > MOST_WORKERS ? MOST_WORKERS : e->jobs ? e->jobs : 1;
    struct worker *workers = memory_new(count, sizeof *workers);
    cancels_find(e);
    completions_find(e);
    buffers_find(e);
    sources_begin(e->findings);
    e->recall = recall_open(e->cache, e->findings->home, e);
    for (unsigned i = 0; i < count; i++) {
        struct worker *w = &workers[i];
        w->e = *e;
        w->p = *e->p;
        w->p.nodes = (struct nodes){0};
        w->e.p = &w->p;
        w->e.kept = &w->kept;
    }
    struct schedule s = {.lock = PTHREAD_MUTEX_INITIALIZER,
                         .changed = PTHREAD_COND_INITIALIZER,
                         .order = e->p->order,
                         .count = e->p->order_count};
    run_all(workers, count, &s);
    e->analysed = e->recall ? recall_close(e->recall) : e->p->order_count;
    judge_whole(e);
    for (unsigned i = 0; i < count; i++) {
        nodes_free(&workers[i].p.nodes);
        nodes_free(&workers[i].e.building);
        arena_free(&workers[i].kept);
    }
    free(workers);
}
