/*
 * What the analysis of one function leaves besides its summary: what was found, and what rules about the whole driver
 * gather. It is made of the function, the summaries of what it calls and the driver's settings, and of nothing else, so
 * that functions can be analysed at the same time, and need not be where none of these changed. A rule that wants to
 * know something of other functions has it noted here, and judges after the last function.
 */
#ifndef CWDK_CHECK_RECORD_H
#define CWDK_CHECK_RECORD_H

#include "cwdk/check/finding.h"

/* Locks are bits of a set: of those of one function, and later those of the driver. Beyond these, and where it is not
 * known which ones are held, any may be. */
enum { MOST_LOCKS = 64 };
#define ANY_LOCK UINT64_MAX

/* What the paths to an access or a call have in common. */
struct visit {
    const struct instruction *in;
    struct function *function; /* that it stands in */
    uint64_t all, any;         /* locks that this function holds there on each path, on some */
    uint64_t released;         /* locks of its callers that it released before, on some path */
    bool by_driver;            /* in a run of the function as one that the driver calls: its callers' locks count */
    bool by_windows;
    bool write;
    const char *field; /* of an access */
    const struct function *callee;
};

struct visits {
    struct visit *items;
    uint32_t count, room;
    uint32_t *at; /* while the function is analysed, by its instructions: index + 1 */
};

/* Where a lock is first acquired or released. */
struct lock_place {
    uint64_t key;
    const struct instruction *in;
    struct function *function;
};

/* One lock was acquired while another was held. */
struct lock_pair {
    uint64_t first, second;
    const struct instruction *in; /* that acquired the second */
    struct function *function;
    const struct step *step;
};

/* How a lock is acquired somewhere, or what is done with it or without it: the first place of each kind. */
enum lock_way { WAY_PLAIN, WAY_QUEUED, WAY_HELD, WAY_BARE, WAY_COUNT };
struct lock_use {
    uint64_t key;
    const struct instruction *in;
    struct function *function;
    const struct step *step;
    uint8_t way; /* enum lock_way */
};

struct record {
    struct finding *findings; /* with their paths, not yet told */
    size_t finding_count;
    const struct step **steps; /* of all paths that are kept, each after those before it */
    uint32_t step_count, step_room;
    struct visits accesses, calls;
    uint64_t *locks; /* what the bits in visits stand for: MOST_LOCKS at most */
    uint32_t lock_count;
    struct lock_place *places;
    uint32_t place_count, place_room;
    struct lock_pair *pairs;
    uint32_t pair_count, pair_room;
    struct lock_use *uses;
    uint32_t use_count, use_room;
    bool concurrent; /* it may run while others use the same data */
    bool unclear;    /* locks are acquired in it in a way that is not understood */
    bool bounded;    /* a limit was hit */
};

/* Doubles the room of a list in an arena where it is full. */
void *record_room(struct arena *a, void *items, uint32_t count, uint32_t *room, size_t size);

#endif
