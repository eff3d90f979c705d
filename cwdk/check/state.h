/*
 * What is known at one point of one path: memory cell by cell, ranges of values, and the things that are had there.
 * States are copied where paths part and joined where they meet again; see engine.h for when.
 */
#ifndef CWDK_CHECK_STATE_H
#define CWDK_CHECK_STATE_H

#include "cwdk/check/program.h"

/* Where a cell's offset is this, its value tells what the object holds where no cell is: see enum rest. */
#define REST INT64_MIN
/* Cells of these offsets tell about the object as a whole, not what it holds. */
#define ABOUT(n)       (INT64_MIN + INT64_C(8) * (n))
#define EXTENT_OWN     ABOUT(1)  /* how many bytes the driver asked for */
#define EXTENT_USER    ABOUT(2)  /* how many a program gave */
#define POOL_KIND      ABOUT(3)  /* its tag, and POOL_PAGED */
#define USER_MEMORY    ABOUT(4)  /* it is a program's: enum user_memory */
#define INIT_TAKEN     ABOUT(5)  /* the call of WdfDeviceCreate that took it, or INIT_GONE, or 0 */
#define IRP_MARKED     ABOUT(6)  /* pending: of rules_irp.c */
#define IRP_PREPARED   ABOUT(7)  /* the next driver has a stack location */
#define IRP_SKIPPED    ABOUT(8)  /* it is this driver's own */
#define CANCEL_WON     ABOUT(9)  /* what tells whether the cancel routine was removed in time: of rules_cancel.c */
#define TIMER_STOPPED  ABOUT(10) /* what KeCancelTimer gave for a timer in it: of rules_teardown.c */
#define HANDLE_TYPE    ABOUT(11) /* of a framework object: the number of its type */
#define HANDLE_CONTEXT ABOUT(12) /* what describes its context, or 0: none */
#define QUEUE_MADE     ABOUT(13) /* of a device: the status of what made its default queue */
#define LENT_BY        ABOUT(14) /* the request that what it stands for is of: of rules_lent.c */
#define IRP_ROUTINE    ABOUT(15) /* a completion routine is set: of rules_completion.c */
#define IRP_STATUS     ABOUT(16) /* it was completed with */
#define IRP_SENT       ABOUT(17) /* by IoCallDriver: of rules_driver.c */
#define CONTROL_DEVICE ABOUT(18) /* what makes one; that there is a driver object */
#define HANDLE_PARENT  ABOUT(19) /* whose child it is: of rules_parents.c */
#define DMA_STATE      ABOUT(20) /* of a DMA transaction: of rules_transfer.c */
#define HANDLE_SCOPE   ABOUT(21) /* of a device or queue: its level, and 256 times its scope: of rules_scope.c */
#define HANDLE_CALLS   ABOUT(22) /* of a work item or timer: of rules_objects.c */
#define PROBED_BYTES   ABOUT(23) /* of a program's memory */
#define LISTED         ABOUT(24) /* the list that it was put into: of rules_inside.c */
#define INFORMATION    ABOUT(25) /* of a request: how many bytes it returns */
#define BUFFER_WRITTEN ABOUT(26) /* of an IRP: of rules_information.c */
#define OWN_MADE       ABOUT(27) /* of a request: the driver has made it */
#define OWN_SENT       ABOUT(28) /* of an IRP or request: it was sent, and not made anew since: of rules_own.c */
#define SIGNALLED_BY   ABOUT(29) /* of an event: the IRP that it goes with, then what sending that gave */
#define OWN_THREAD     ABOUT(30) /* of an IRP: the I/O manager frees it */
#define BEFORE_ALL     ABOUT(31) /* no cell of what the object holds lies before it */
#define POOL_PAGED     (INT64_C(1) << 32)
#define INIT_GONE      INT64_C(-1)
enum rest { REST_INITIAL, REST_UNDEFINED, REST_ZERO, REST_UNKNOWN };

struct cell {
    node_id base;
    uint16_t width; /* bits; of a REST cell: enum rest */
    int64_t offset;
    struct value value; /* of a REST cell: offset is the instruction that made it so */
};

static inline bool is_attribute(int64_t offset)
{
    return offset != REST && offset < BEFORE_ALL;
}

/* It is of no use where nothing else leads to the object. */
static inline bool is_aside(int64_t offset)
{
    return offset == LENT_BY || offset == OWN_MADE || offset == OWN_SENT || offset == OWN_THREAD;
}

struct range {
    int64_t low, high;
    bool nonzero;
};

struct fact {
    node_id node;
    bool compared; /* with what is not a number: it may be bounded in a way that its range does not tell */
    bool limited;  /* by a comparison with a number: its highest may well be */
    struct range range;
};

enum user_memory { USER_NONE, USER_UNPROBED, USER_PROBED, USER_EMBEDDED };

enum status {
    STATUS_HAD,    /* and has to be ended, released, completed */
    STATUS_ENDED,  /* no more to be touched */
    STATUS_TAKEN,  /* by another owner */
    STATUS_SHARED, /* somebody else will end it */
};

/* How a path came to be what it is. Shared between states of one function; what is told of is kept: keep.h. */
struct step {
    const struct step *before;
    const struct step *inside; /* of a call: the last step there */
    uint32_t instruction;
    uint8_t kind;  /* enum step_kind */
    bool taken;    /* of a branch: its condition in LLVM's terms */
    uint8_t sense; /* of a branch: that of the source, enum sense */
    uint8_t class;
    uint8_t says; /* once kept, in place of `subject`: enum said */
    uint32_t
        number; /* where it was kept, + 1: in the record of its function; of what `inside` leads to: in the summary */
    uint32_t owner; /* of what `inside` leads to: the function + 1 */
    struct value subject;
};
/* What a branch tells of the value that it looks at. */
enum said { SAID_NOTHING, SAID_NULL, SAID_NOT_NULL, SAID_FAILURE, SAID_SUCCESS };
enum step_kind {
    STEP_ENTRY,
    STEP_BRANCH,
    STEP_BEGUN,
    STEP_ENDED,
    STEP_TAKEN,
    STEP_NULL,
    STEP_CALL,
    STEP_INSIDE,
    STEP_RAISED
};

struct thing {
    struct value subject;
    uint8_t class, status;
    bool escaped;   /* somebody else knows it */
    bool given;     /* of a lock: it was held when the function was called; of a mark: so was what is over */
    bool own;       /* begun on this path, in this function or one that it called */
    uint8_t times;  /* of a lock that counts: acquired so often more */
    int8_t irql;    /* of a lock: the level before */
    uint64_t key;   /* of a lock: which it is, in every function; 0: not known */
    uint32_t since; /* the instruction of the last change */
    const struct step *step;
};

struct state {
    struct cell *cells;
    struct fact *facts;
    struct thing *things;
    uint32_t cell_count, cell_room, fact_count, fact_room, thing_count, thing_room;
    int8_t irql;  /* IRQL_UNKNOWN: that of the function's caller */
    bool decided; /* the last branch could only go this way; of no use to callers */
    const struct step *step;
    uint32_t exit; /* the last jump that the source has a statement for */
    bool raises;   /* memory was accessed since the last call that may raise an exception */
};

/* Numbers of results: what out-parameter `i` got is 64 + i, and OUT_UNSET + i where it had no value before; the second
 * word of a string OUT_SECOND + i. */
enum { OUT_SET = 64, OUT_UNSET = 96, OUT_SECOND = 128, OUT_MOST = 32 };

struct state *state_copy(const struct state *s);
void state_free(struct state *s);

/* Cells are sorted by base and offset. */
struct cell *state_cell(const struct state *s, node_id base, int64_t offset);
void state_put(struct state *s, node_id base, int64_t offset, unsigned width, struct value value);
/* Removes cells that overlap bytes [from, to) of the object. */
void state_cut(struct state *s, node_id base, int64_t from, int64_t to);
void state_set_rest(struct state *s, node_id base, enum rest rest, uint32_t instruction);
enum rest state_rest(const struct program *p, const struct state *s, node_id base, uint32_t *instruction);
/* The first cell of an object, its index. */
uint32_t state_first(const struct state *s, node_id base);

/* The range of a value, as signed numbers. */
struct range state_range(const struct program *p, const struct state *s, struct value v);
/* Says what it is of a node, whatever was known. */
void state_set_range(struct state *s, node_id node, struct range range);
/* What `v` is made of was compared with something. */
void state_set_compared(const struct program *p, struct state *s, struct value v);
/* Some of what `v` is made of was. */
bool state_compared(const struct program *p, const struct state *s, struct value v);
void state_set_limited(struct state *s, node_id node);
/* A comparison has put the limit there that the value's range has: it may be that much. */
bool state_reaches(const struct program *p, const struct state *s, struct value v, int64_t high);
/* Narrows it; false where nothing is left. */
bool state_narrow(struct program *p, struct state *s, struct value v, struct range range);
/* 1, 0, or -1: not known. */
int state_truth(const struct program *p, const struct state *s, struct value v);
/* Takes a condition for true or false; false where it cannot be. */
bool state_assume(struct program *p, struct state *s, struct value v, bool truth);

struct thing *state_thing(const struct state *s, struct value subject, unsigned class);
struct thing *state_add_thing(struct state *s, struct value subject, unsigned class);

/* What `id` stood for in an earlier round of a loop is told apart from what it will stand for. */
void state_retire(struct program *p, struct state *s, node_id id);

/* States with the same signature differ in no thing that is tracked. */
uint64_t state_signature(const struct state *s);
/* The same without what is over and done with: so many rounds of a loop as there are things to free are alike. */
uint64_t state_loop_signature(const struct state *s);
bool state_equal(const struct state *a, const struct state *b);
/* Both in one, at the start of `block`. Things that only one of them has, or has differently, are forgotten. */
struct state *state_join(struct program *p, const struct state *a, const struct state *b, uint32_t block);
/* Where there are more than `most` cells, those go first that most steps through memory lead to. */
void state_forget_far(const struct program *p, struct state *s, uint32_t most);
/* Drops cells of plain variables that are not live, and facts about what is in no cell or thing any more. */
void state_tidy(struct program *p, struct state *s, const struct function *f, const struct block *b);

/* What a cell of outside memory held has escaped, if that is all that is known of it. */
void state_escape(struct state *s, node_id subject);

/* Everything that `roots` and memory outside of the function lead to: marks[i] for things[i]. */
void state_reach(const struct program *p, const struct state *s, struct value root, const struct function *f,
                 bool *marks);

#endif
