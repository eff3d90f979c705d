/*
 * What the analysis of each function left, kept between runs in a file beside check.json, under the hash of all that it
 * depends on: the function itself, without the lines it stands at, what callers see of each function that it needs, and
 * the settings of the driver. A function whose hash is there is not analysed again; where one that was analysed again
 * looks the same to its callers, theirs is still there. Places are kept by instruction, so what is told has the lines
 * of today. A record that is cut off or altered is as none, so is a file of another version, of another cwdk, or of
 * other contracts.
 */
#ifndef CWDK_CHECK_RECALL_H
#define CWDK_CHECK_RECALL_H

#include "cwdk/check/engine.h"

enum { DIGEST = 32 };

struct recall;

/* Opens the file; NULL where `path` is NULL. `home` is the kit's. */
struct recall *recall_open(const char *path, const char *home, struct engine *e);
/* Gives the function what its analysis left the last time: false where it has to be analysed. From any thread, after
 * the same of all that it needs. */
bool recall_function(struct recall *k, struct engine *e, struct function *f);
/* Keeps what its analysis left. */
void recall_keep(struct recall *k, struct engine *e, struct function *f);
/* Writes the file and gives everything back; that it cannot be written is no error. The number of functions that were
 * analysed. */
uint32_t recall_close(struct recall *k);

/* recall_key.c: the hash of what the analysis of a function depends on; `settings` is that of the driver's settings. */
void recall_key(struct engine *e, const struct function *f, const unsigned char settings[DIGEST],
                unsigned char out[DIGEST]);
void recall_settings(const struct engine *e, const char *home, unsigned char out[DIGEST]);
/* What callers see of a function without its summary, as bytes. */
void recall_describe(const struct function *f, struct text *out);

/* recall_record.c: summary and record as bytes; false where something of them has no name that lasts. Sets f->seen. */
bool recall_write(const struct engine *e, struct function *f, struct text *out);
/* And back. False where the bytes make no sense; then the function is as it was. */
bool recall_read(const struct recall *k, struct engine *e, struct function *f, const unsigned char *bytes, size_t size);

/* recall.c: names that last. */
uint64_t function_symbol(const struct function *f);
uint64_t global_symbol(const struct global *g);
struct function *recall_function_of(const struct recall *k, uint64_t symbol);
uint32_t recall_global_of(const struct recall *k, uint64_t symbol); /* UINT32_MAX: none */

#endif
