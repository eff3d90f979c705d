/*
 * What the interface's functions expect and promise. Two sources: contracts.tsv of the kit, derived from the headers'
 * annotations when the kit is built (sdk/reference/contract.c), and effects.def for what annotations cannot say.
 */
#ifndef CWDK_CHECK_CONTRACT_H
#define CWDK_CHECK_CONTRACT_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <stdint.h>

/* Levels as NT numbers them on amd64. */
enum { IRQL_PASSIVE = 0, IRQL_APC = 1, IRQL_DISPATCH = 2, IRQL_DEVICE = 5, IRQL_HIGH = 15, IRQL_UNKNOWN = -1 };

/* A kind of thing that is had and given back. */
enum class {
#define CLASS(name, ...) CLASS_##name,
#include "cwdk/check/classes.def"
#undef CLASS
    CLASS_COUNT
};

struct class_entry {
    const char *noun;                 /* "memory" */
    const char *begun, *ended;        /* "allocated", "freed" */
    const char *leak, *twice, *after; /* the codes of the rules, or NULL */
    bool lock;
    bool mark; /* says something of what others have: nobody has to end it */
};
extern const struct class_entry class_table[CLASS_COUNT];

enum verb {
    VERB_MAKES,    /* gives a new one */
    VERB_STARTS,   /* makes the memory of the argument into one: it has no other address */
    VERB_ENDS,     /* frees, closes, completes */
    VERB_TAKES,    /* takes it over: it is no more the caller's affair, nor to be touched */
    VERB_EXPOSES,  /* reads and writes it from now on */
    VERB_SHARES,   /* keeps it, and the caller may go on using it, but need not end it */
    VERB_ACQUIRES, /* locks */
    VERB_RELEASES,
    VERB_TRIES,   /* acquires if the result is not 0 */
    VERB_WAITS,   /* blocks, unless the argument points to 0 */
    VERB_RAISES,  /* sets the level to the argument, or to `level` */
    VERB_LOWERS,  /* sets the level to what the argument remembers */
    VERB_UNLINKS, /* takes it out of whatever list leads to it */
    VERB_FAILS,   /* gives a failure, if the argument is still had */
    VERB_TELLS,   /* success and failure are paths of their own: a family looks at each */
    VERB_GIVES,   /* writes a pointer, that is NULL where it fails */
    VERB_STOPS,   /* does not return */
};
enum when { WHEN_ALWAYS, WHEN_NONNULL, WHEN_SUCCESS, WHEN_PENDING, WHEN_NOT_PENDING, WHEN_TRUE };

enum { ARGUMENT_RESULT = -1, ARGUMENT_NONE = -2, ARGUMENT_OF_HANDLE = -3 };

/* It lies in memory that is something else besides: a list in a structure. */
static inline bool class_is_inside(unsigned class)
{
    return class == CLASS_LOOKASIDE || class == CLASS_RESOURCE_DATA || class == CLASS_PAGES;
}
/* Known to somebody by a handle, wherever that is kept: nothing leads to it. */
static inline bool class_is_registered(unsigned class)
{
    return class == CLASS_SG_DMA || class == CLASS_INTERRUPT;
}
/* Memory, or what has an address or handle of its own. */
static inline bool class_is_whole(unsigned class)
{
    return !class_table[class].lock && !class_is_inside(class) && !class_is_registered(class);
}
/* A lock that raises the level to DISPATCH_LEVEL while it is held, or to that of its interrupt. */
static inline bool class_spins(unsigned class)
{
    return class == CLASS_SPIN_LOCK || class == CLASS_CANCEL_LOCK || class == CLASS_VPB_LOCK ||
           class == CLASS_INTERRUPT_LOCK;
}
/* A lock that its owner may acquire again: it counts. */
static inline bool class_counts(unsigned class)
{
    return class == CLASS_RESOURCE || class == CLASS_REGION || class == CLASS_GUARDED_REGION ||
           class == CLASS_OBJECT_LOCK;
}

struct effect {
    const char *function;
    enum verb verb;
    enum class class;
    int argument;
    enum when when;
};

enum parameter_flag {
    PARAMETER_IN = 1,        /* reads what it points to */
    PARAMETER_OUT = 2,       /* writes it */
    PARAMETER_OPTIONAL = 4,  /* may be NULL */
    PARAMETER_CONST = 8,     /* only reads */
    PARAMETER_SAVES = 16,    /* gets the level there was */
    PARAMETER_RESTORES = 32, /* has the level that there will be */
    PARAMETER_KEEPS = 64,    /* is kept: an alias of it is stored */
    PARAMETER_BUFFER = 128,  /* written in a length that is told otherwise */
    PARAMETER_SPECIFIED = 256,
};

struct role {
    const char *name;
    int8_t least, most; /* the level it is called at; IRQL_UNKNOWN: not told */
};

struct parameter_contract {
    unsigned flags;
    int8_t length; /* the parameter with the number of elements that the buffer has; -1: none */
    uint8_t unit;  /* bytes of an element */
    const char *type;
    const struct role *role; /* it is a function that is called as that later */
};

struct contract {
    const char *name;
    const char *result; /* the type */
    bool must_inspect, returns_status, maybe_null, zeroes;
    int8_t least, most, raises; /* levels; IRQL_UNKNOWN: none */
    struct parameter_contract *parameters;
    uint32_t parameter_count;
    const struct effect *effects; /* of effects.def */
    uint32_t effect_count;
};

struct contracts;

/* Reads contracts.tsv of the kit at `home`. Reports ENV0004 where it is missing. */
struct contracts *contracts_load(const char *home, struct arena *a, struct diag *d);
/* Takes what an annotation such as _IRQL_requires_max_(APC_LEVEL) says of levels into the two. */
void contract_read_level(const char *annotation, int8_t *least, int8_t *most);
/* NULL where nothing is known. A name that ends in ".1" is that without. */
const struct contract *contract_find(struct contracts *c, const char *function);
const struct role *role_find(struct contracts *c, const char *role);
/* The role of a function that is stored in that field; `offset` may lie inside of an array. */
const struct role *role_of_field(struct contracts *c, const char *record, int64_t offset);

#endif
