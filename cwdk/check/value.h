/*
 * Values as the checker knows them: a base plus a constant. Base 0 is none, so (0, 5) is the number 5 and (0, 0) is
 * NULL. Any other base is a node of a table, in which equal nodes are one: what is written the same way is the same.
 * Each function has a table of its own while it is analysed, so that nothing depends on what was analysed before.
 * A pointer to a field is its record's pointer plus the field's offset.
 */
#ifndef CWDK_CHECK_VALUE_H
#define CWDK_CHECK_VALUE_H

#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t node_id; /* 0: none */

struct value {
    node_id base;
    int64_t offset;
};

enum node_kind {
    NODE_NONE,
    NODE_UNDEFINED, /* what nobody has written: of the memory at `x` */
    NODE_GLOBAL,    /* address of global `a` */
    NODE_FUNCTION,  /* address of function `a` */
    NODE_LOCAL,     /* address of the variable that instruction `a` makes, of function `b` */
    NODE_PARAMETER, /* parameter `a` of the function in question */
    NODE_INITIAL,   /* what the memory at `x` held when the function began */
    NODE_LOAD,      /* what the memory at `x` holds since instruction `a` changed it in an unknown way */
    NODE_RESULT,    /* what instruction `a` gave, number `b`: a call's result, a new object, an out-parameter */
    NODE_WITHIN,    /* something of a function called by instruction `a`, number `b` among what its summary does not
                       explain */
    NODE_JOINED,    /* of the cell `x`, at the start of block `a` */
    NODE_OLD,       /* what `a` stood for in an earlier round of its loop */
    NODE_ELEMENT,   /* address of element `y` of the array at `x`, each `op` bytes */
    NODE_BINARY,    /* `op` of `x` and `y` */
    NODE_COMPARE,   /* `op` of `x` and `y`: COMPARE_* */
    NODE_CAST,      /* `x`, as `op` says, to `width` bits */
    NODE_CONTEXT,   /* what the framework always gives for handle `x`: `a` says what, `y` more, `b` enum context */
    NODE_IRQL,      /* the level at which the function was called */
};

enum context {
    CONTEXT_POINTER,
    CONTEXT_CANCEL_LOCK,
    CONTEXT_WAITED,
    CONTEXT_HOLD,
    CONTEXT_OFFERED, /* or NULL */
    CONTEXT_INPUT_LENGTH,
    CONTEXT_OUTPUT_LENGTH
};
/* BELOW is unsigned, LESS signed; the others say that the sum, the product, unsigned, has no room in as many bits. */
enum compare { COMPARE_EQUAL, COMPARE_BELOW, COMPARE_LESS, COMPARE_SUM_WRAPS, COMPARE_PRODUCT_WRAPS };
enum binary {
    BINARY_ADD,
    BINARY_SUB,
    BINARY_MUL,
    BINARY_DIV,
    BINARY_REM,
    BINARY_AND,
    BINARY_OR,
    BINARY_XOR,
    BINARY_SHL,
    BINARY_SHR
};
enum cast { CAST_ZERO, CAST_SIGN, CAST_TRUNCATE };

struct node {
    uint8_t kind, width; /* width: bits */
    uint16_t depth;      /* how far it is from a leaf */
    uint32_t op, a, b;
    uint64_t parts; /* a bit for each node in it, more than one node a bit: tells quickly what is not in it */
    struct value x, y;
};

struct nodes {
    uint32_t *marks, mark_room, mark; /* scratch: a node is marked where its entry is `mark` */
    struct node *items;
    uint32_t count, capacity;
    uint32_t *slots;
    uint32_t slot_count;
};

static inline struct value value_number(int64_t number)
{
    return (struct value){0, number};
}
static inline struct value value_of(node_id base)
{
    return (struct value){base, 0};
}
static inline bool value_is_number(struct value v)
{
    return !v.base;
}
static inline bool value_same(struct value a, struct value b)
{
    return a.base == b.base && a.offset == b.offset;
}

/* The node equal to `node`, which is new or was there. `depth` is filled in. */
node_id nodes_get(struct nodes *n, struct node node);
/* Empties the table, but for these, which get the numbers that they have there; the first stands for none. */
void nodes_begin(struct nodes *n, const struct node *first, uint32_t count);
void nodes_free(struct nodes *n);

/* Operations, folded where the operands allow it. `width` in bits is that of the result, of compare that of the
 * operands. */
struct value value_binary(struct nodes *n, enum binary op, struct value x, struct value y, unsigned width);
struct value value_compare(struct nodes *n, enum compare op, struct value x, struct value y, unsigned width);
struct value value_not(struct nodes *n, struct value x);
/* The sum or product that COMPARE_SUM_WRAPS, COMPARE_PRODUCT_WRAPS are about. */
struct value value_wrapping(struct nodes *n, enum compare op, struct value x, struct value y, unsigned width);
struct value value_cast(struct nodes *n, enum cast op, struct value x, unsigned from, unsigned to);
struct value value_element(struct nodes *n, struct value array, struct value index, int64_t size);

/* The object that an address lies in: an element's array, and so on. */
node_id value_object(const struct nodes *n, node_id base);
/* Marks: nodes_unmark forgets all of them, nodes_mark marks a node with its parts. */
void nodes_unmark(struct nodes *n);
void nodes_mark(struct nodes *n, node_id id);
static inline bool nodes_marked(const struct nodes *n, node_id id)
{
    return n->marks[id] == n->mark;
}
/* `base` is made of `part`, or is it. */
bool value_mentions(const struct nodes *n, node_id base, node_id part);

#endif
