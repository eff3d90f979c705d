/* The file of what functions left, and names that last. */
#include "cwdk/check/recall.h"
#include "cwdk/check/bytes.h"
#include "cwdk/host/file.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file: this, the hash of the settings, and then for each function its key, the hash and the length of its bytes,
 * and these. */
static const char magic[8] = "cwdkfn1";

struct kept {
    const unsigned char *key; /* and the rest behind it */
};

struct recall {
    pthread_mutex_t lock; /* of the file that is written, and the counts */
    struct arena arena;
    unsigned char settings[DIGEST];
    const unsigned char *old; /* the file of the last time, or NULL */
    size_t old_size;
    struct kept *slots; /* its functions by key */
    uint32_t slot_count, kept_count;
    const char *path, *partial;
    FILE *out;
    uint32_t analysed, recalled;
    struct name {
        uint64_t symbol;
        struct function *function;
        uint32_t global; /* + 1 */
    } *names;
    uint32_t name_count; /* of slots */
};

enum { FRAME = DIGEST + DIGEST + 4 };

static uint64_t symbol_of(const char *name, uint64_t module)
{
    const uint64_t own = text_hash64(name) ^ module * 0x9E3779B97F4A7C15u;
    return own ? own : 1;
}

uint64_t function_symbol(const struct function *f)
{
    return symbol_of(f->name, f->module);
}

uint64_t global_symbol(const struct global *g)
{
    return ~symbol_of(g->name, g->module);
}

static struct name *name_slot(const struct recall *k, uint64_t symbol)
{
    uint32_t at = (uint32_t)symbol & (k->name_count - 1);
    while (k->names[at].symbol && k->names[at].symbol != symbol)
        at = (at + 1) & (k->name_count - 1);
    return &k->names[at];
}

static void list_names(struct recall *k, const struct program *p)
{
    for (k->name_count = 1024; k->name_count < 2 * (p->function_count + p->global_count) + 2;)
        k->name_count *= 2;
    k->names = memory_new(k->name_count, sizeof *k->names);
    for (uint32_t i = 0; i < p->function_count; i++) {
        struct name *n = name_slot(k, function_symbol(p->functions[i]));
        *n = (struct name){function_symbol(p->functions[i]), p->functions[i], 0};
    }
    for (uint32_t i = 0; i < p->global_count; i++) {
        struct name *n = name_slot(k, global_symbol(&p->globals[i]));
        *n = (struct name){global_symbol(&p->globals[i]), NULL, i + 1};
    }
}

struct function *recall_function_of(const struct recall *k, uint64_t symbol)
{
    return symbol ? name_slot(k, symbol)->function : NULL;
}

uint32_t recall_global_of(const struct recall *k, uint64_t symbol)
{
    return symbol ? name_slot(k, symbol)->global - 1 : UINT32_MAX;
}

static uint32_t length_of(const unsigned char *key)
{
    uint32_t length;
    memcpy(&length, key + DIGEST + DIGEST, sizeof length);
    return length;
}

static struct kept *slot_of(const struct recall *k, const unsigned char key[DIGEST])
{
    uint32_t at;
    memcpy(&at, key, sizeof at);
    for (at &= k->slot_count - 1; k->slots[at].key && memcmp(k->slots[at].key, key, DIGEST) != 0;)
        at = (at + 1) & (k->slot_count - 1);
    return &k->slots[at];
}

static void index_old(struct recall *k)
{
    const unsigned char *const end = k->old + k->old_size;
    uint32_t count = 0;
    for (int filling = 0; filling < 2; filling++) {
        const unsigned char *at = k->old + sizeof magic + DIGEST;
        while (end - at >= FRAME && (size_t)(end - at) - FRAME >= length_of(at)) {
            if (filling)
                slot_of(k, at)->key = at;
            else
                count++;
            at += FRAME + length_of(at);
        }
        if (!filling) {
            for (k->slot_count = 1024; k->slot_count < 2 * count + 2;)
                k->slot_count *= 2;
            k->slots = memory_new(k->slot_count, sizeof *k->slots);
        }
    }
    k->kept_count = count;
}

static void open_old(struct recall *k)
{
    const int file = open(k->path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    if (file < 0)
        return;
    if (!fstat(file, &about) && about.st_size > (off_t)(sizeof magic + DIGEST)) {
        void *map = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (map != MAP_FAILED) {
            k->old = map;
            k->old_size = (size_t)about.st_size;
        }
    }
    close(file);
    if (k->old &&
        (memcmp(k->old, magic, sizeof magic) != 0 || memcmp(k->old + sizeof magic, k->settings, DIGEST) != 0)) {
        munmap((void *)k->old, k->old_size);
        k->old = NULL;
    }
    if (k->old)
        index_old(k);
}

struct recall *recall_open(const char *path, const char *home, struct engine *e)
{
    if (!path)
        return NULL;
    struct recall *k = memory_new(1, sizeof *k);
    pthread_mutex_init(&k->lock, NULL);
    k->path = path_join(&k->arena, path_folder(&k->arena, path), "check.functions");
    k->partial = arena_format(&k->arena, "%s.new", k->path);
    recall_settings(e, home, k->settings);
    list_names(k, e->p);
    open_old(k);
    struct diag unmade = {0};
    if (folder_make(path_folder(&k->arena, path), &unmade))
        k->out = fopen(k->partial, "wbe");
    diag_free(&unmade);
    if (k->out) {
        fwrite(magic, 1, sizeof magic, k->out);
        fwrite(k->settings, 1, DIGEST, k->out);
    }
    return k;
}

static void write_out(struct recall *k, const unsigned char key[DIGEST], const unsigned char hash[DIGEST],
                      const void *bytes, uint32_t size)
{
    if (!k->out)
        return;
    fwrite(key, 1, DIGEST, k->out);
    fwrite(hash, 1, DIGEST, k->out);
    fwrite(&size, 1, sizeof size, k->out);
    fwrite(bytes, 1, size, k->out);
}

static void hash_of(const void *bytes, size_t size, unsigned char out[DIGEST])
{
    if (!EVP_Digest(bytes, size, out, NULL, EVP_sha256(), NULL))
        memory_exhausted();
}

bool recall_function(struct recall *k, struct engine *e, struct function *f)
{
    unsigned char key[DIGEST], hash[DIGEST];
    if (!k->old)
        return false;
    recall_key(e, f, k->settings, key);
    const unsigned char *at = slot_of(k, key)->key;
    if (!at)
        return false;
    const uint32_t size = length_of(at);
    hash_of(at + FRAME, size, hash);
    if (memcmp(hash, at + DIGEST, DIGEST) != 0 || !recall_read(k, e, f, at + FRAME, size))
        return false;
    pthread_mutex_lock(&k->lock);
    k->recalled++;
    write_out(k, key, hash, at + FRAME, size);
    pthread_mutex_unlock(&k->lock);
    return true;
}

void recall_keep(struct recall *k, struct engine *e, struct function *f)
{
    unsigned char key[DIGEST], hash[DIGEST];
    struct text bytes = {0};
    const bool lasting = recall_write(e, f, &bytes);
    recall_key(e, f, k->settings, key);
    hash_of(bytes.data, bytes.size, hash);
    pthread_mutex_lock(&k->lock);
    k->analysed++;
    if (lasting && bytes.size < UINT32_MAX)
        write_out(k, key, hash, bytes.data, (uint32_t)bytes.size);
    pthread_mutex_unlock(&k->lock);
    text_free(&bytes);
}

uint32_t recall_close(struct recall *k)
{
    const uint32_t analysed = k->analysed;
    if (k->out) {
        const bool whole = !ferror(k->out);
        if (fclose(k->out) || !whole || rename(k->partial, k->path))
            unlink(k->partial);
    }
    if (k->old)
        munmap((void *)k->old, k->old_size);
    pthread_mutex_destroy(&k->lock);
    free(k->slots);
    free(k->names);
    arena_free(&k->arena);
    free(k);
    return analysed;
}
