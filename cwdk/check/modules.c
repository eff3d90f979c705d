/* Threads that parse bitcode ahead of its reader. */
#include "cwdk/check/modules.h"
#include "cwdk/host/memory.h"

#include <llvm-c/BitReader.h>
#include <llvm-c/Core.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

enum { MOST_THREADS = 8, AHEAD = 2 /* modules that wait for the reader, by thread */ };

struct modules {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct module *items;
    size_t count, taken, freed; /* how many the reader has had; all before are freed */
    pthread_t threads[MOST_THREADS];
    unsigned thread_count;
    bool closed;
};

static void parse(struct module *m)
{
    char *message = NULL;
    m->context = LLVMContextCreate();
    if (LLVMCreateMemoryBufferWithContentsOfFile(m->file, &m->buffer, &message))
        m->problem = message;
    else if (LLVMParseBitcodeInContext2(m->context, m->buffer, &m->parsed))
        m->parsed = NULL;
}

static void free_module(struct module *m)
{
    if (m->parsed)
        LLVMDisposeModule(m->parsed);
    if (m->buffer)
        LLVMDisposeMemoryBuffer(m->buffer);
    if (m->problem)
        LLVMDisposeMessage(m->problem);
    LLVMContextDispose(m->context);
}

/* Moves one on by what stands in its way; the lock is held but for the work itself. */
static void advance(struct modules *m, struct module *item)
{
    const bool first = item->state == MODULE_UNTOUCHED;
    item->state = first ? MODULE_STARTED : MODULE_FREED;
    pthread_mutex_unlock(&m->lock);
    (first ? parse : free_module)(item);
    pthread_mutex_lock(&m->lock);
    if (first)
        item->state = MODULE_PARSED;
    pthread_cond_broadcast(&m->changed);
}

/* What a thread may do now: memory is freed before more is taken. */
static struct module *find_work(struct modules *m)
{
    while (m->freed < m->taken && m->items[m->freed].state == MODULE_FREED)
        m->freed++;
    for (size_t i = m->freed; i < m->taken; i++)
        if (m->items[i].state == MODULE_READ)
            return &m->items[i];
    const size_t most = m->taken + (size_t)m->thread_count * AHEAD;
    for (size_t i = m->taken; i < m->count && i < most && !m->closed; i++)
        if (m->items[i].state == MODULE_UNTOUCHED)
            return &m->items[i];
    return NULL;
}

static void *work(void *modules)
{
    struct modules *m = modules;
    pthread_mutex_lock(&m->lock);
    for (;;) {
        struct module *item = find_work(m);
        if (item)
            advance(m, item);
        else if (m->closed || (m->taken == m->count && m->items[m->count - 1].state >= MODULE_READ))
            break;
        else
            pthread_cond_wait(&m->changed, &m->lock);
    }
    pthread_mutex_unlock(&m->lock);
    return NULL;
}

struct modules *modules_open(const char *const *files, unsigned jobs)
{
    struct modules *m = memory_new(1, sizeof *m);
    while (files[m->count])
        m->count++;
    m->items = memory_new(m->count + 1, sizeof *m->items);
    for (size_t i = 0; i < m->count; i++)
        m->items[i].file = files[i];
    pthread_mutex_init(&m->lock, NULL);
    pthread_cond_init(&m->changed, NULL);
    pthread_mutex_lock(&m->lock);
    while (m->thread_count + 1 < jobs && m->thread_count + 1 < m->count && m->thread_count < MOST_THREADS &&
           !pthread_create(&m->threads[m->thread_count], NULL, work, m))
        m->thread_count++;
    pthread_mutex_unlock(&m->lock);
    return m;
}

struct module *modules_next(struct modules *m)
{
    if (m->taken == m->count)
        return NULL;
    struct module *item = &m->items[m->taken];
    pthread_mutex_lock(&m->lock);
    if (item->state == MODULE_UNTOUCHED)
        advance(m, item);
    while (item->state != MODULE_PARSED)
        pthread_cond_wait(&m->changed, &m->lock);
    m->taken++;
    pthread_cond_broadcast(&m->changed);
    pthread_mutex_unlock(&m->lock);
    return item;
}

void modules_give_back(struct modules *m, struct module *module)
{
    pthread_mutex_lock(&m->lock);
    module->state = MODULE_READ;
    if (!m->thread_count)
        advance(m, module);
    pthread_cond_broadcast(&m->changed);
    pthread_mutex_unlock(&m->lock);
}

void modules_close(struct modules *m)
{
    pthread_mutex_lock(&m->lock);
    m->closed = true;
    pthread_cond_broadcast(&m->changed);
    pthread_mutex_unlock(&m->lock);
    for (unsigned i = 0; i < m->thread_count; i++)
        pthread_join(m->threads[i], NULL);
    for (size_t i = 0; i < m->count; i++)
        if (m->items[i].state == MODULE_PARSED || m->items[i].state == MODULE_READ)
            free_module(&m->items[i]);
    pthread_cond_destroy(&m->changed);
    pthread_mutex_destroy(&m->lock);
    free(m->items);
    free(m);
}
