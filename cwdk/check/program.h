/*
 * The driver as the checker reads it: every function of every source with its blocks and instructions, in one table,
 * without LLVM. load*.c makes it out of bitcode.
 */
#ifndef CWDK_CHECK_PROGRAM_H
#define CWDK_CHECK_PROGRAM_H

#include "cwdk/check/contract.h"
#include "cwdk/check/value.h"
#include "cwdk/diag/diag.h"

enum opcode {
    OP_OPAQUE, /* gives something, nobody knows what */
    OP_LOCAL,  /* makes a variable of `size` bytes */
    OP_LOAD,
    OP_STORE, /* operand 0 to address 1 */
    OP_ADDRESS,
    OP_BINARY,
    OP_COMPARE,
    OP_CAST,
    OP_SELECT,
    OP_PHI,
    OP_CALL,   /* operands are the arguments; `callee`, or the pointer as the last operand */
    OP_SET,    /* memset(0, 1, 2) */
    OP_COPY,   /* memcpy(0, 1, 2) */
    OP_FRAME,  /* address of a variable of the function that this one is a part of */
    OP_JUMP,   /* to targets[0] */
    OP_BRANCH, /* on operand 0 to targets[0], else [1] */
    OP_SWITCH, /* on operand 0: targets[0] is the default, targets[i] goes with operand i */
    OP_MAYBE,  /* to any of the targets: exceptions */
    OP_RETURN,
    OP_STOP, /* goes nowhere on: an assertion that failed, a bug check */
};

enum operand_kind { OPERAND_VALUE, OPERAND_PARAMETER, OPERAND_INSTRUCTION };

struct operand {
    uint8_t kind;       /* enum operand_kind */
    uint16_t width;     /* in bits; 64 of a pointer */
    uint32_t index;     /* of the parameter, or of the instruction in its function */
    struct value value; /* made of the function's constants */
};

struct place {
    uint32_t file; /* index of program.files; 0: none */
    uint32_t line, column;
};

struct record; /* a structure of the source, see contract.h */

struct instruction {
    uint8_t op, sub;  /* sub: enum binary, compare, cast */
    bool negate : 1;  /* OP_COMPARE: the other way round */
    bool pointer : 1; /* gives one */
    bool is_volatile : 1;
    bool used : 1, crosses : 1; /* the result: at all, and in another block */
    bool repeats : 1;           /* stands in a loop: a path may run it again */
    bool varies : 1;            /* OP_LOCAL: a loop writes it */
    bool bits : 1;              /* OP_LOAD: of a word with bit fields, perhaps only to set one */
    bool tested : 1;            /* OP_COMPARE: with 0, as the source tests a value without saying so */
    uint16_t width;             /* of the result in bits, or of what is stored; 0: none */
    uint32_t id;                /* in the whole program; 0 is none */
    uint32_t plain;             /* OP_LOCAL: number + 1 among those whose address goes nowhere; 0: it does */
    struct place place;
    uint32_t operand_count, target_count;
    struct operand *operands;
    uint32_t *targets;       /* blocks; of OP_PHI where each operand comes from */
    const char *name;        /* OP_LOCAL: of the variable, or NULL */
    int64_t size;            /* OP_LOCAL; OP_ADDRESS: constant part; */
    int64_t *scales;         /* OP_ADDRESS: bytes that each further operand counts */
    const char *record;      /* OP_ADDRESS: the name of the structure whose field it is, or NULL */
    int64_t field;           /* the offset of the field in it */
    struct function *callee; /* OP_CALL: NULL where it is a pointer */
};

/* `sub` of OP_OPAQUE: exceptions are caught from there on, until there; the status of the one that was caught. */
enum try_mark { TRY_BEGINS = 1, TRY_ENDS, EXCEPTION_CODE };

/* What coming to a block says about the condition of the source's statement. */
enum sense { SENSE_NONE, SENSE_TRUE, SENSE_FALSE };

struct block {
    uint32_t first, count; /* instructions */
    uint32_t order;        /* reverse postorder */
    uint32_t id;           /* in the whole program */
    uint8_t sense;         /* enum sense */
    uint8_t guards;        /* __try blocks with __except that it lies in */
    bool loop;             /* reached from a block that does not come before it */
    uint64_t *live;        /* bits: which plain variables are read from here on before they are written */
};

struct summary;
struct record;
struct role;
struct declared;

struct function {
    const char *name;
    const char **parameters; /* names */
    bool *pointer_parameters;
    struct block *blocks;
    struct instruction *instructions;
    const struct node *constants;    /* what values of its operands are made of; the first is none */
    const struct contract *contract; /* NULL: none */
    struct declared *declared;       /* what the driver declares of it, or NULL: declared.h */
    const struct role *role;         /* what Windows calls it as, or NULL */
    struct summary *summary;
    struct record *record;   /* what its analysis left besides */
    uint64_t module;         /* the hash of the file that it is known in alone; 0: it is known in all of them */
    unsigned char seen[16];  /* the hash of what callers see of its summary; 0: nothing is kept */
    struct function **needs; /* functions whose summaries it uses, by order */
    uint32_t id;
    struct place place;
    uint32_t parameter_count;
    uint32_t result_width;
    uint32_t block_count;
    uint32_t instruction_count;
    uint32_t constant_count;
    uint32_t majors; /* bits: the major functions that it is the dispatch routine of; 0: not known */
    uint32_t need_count;
    uint32_t users;          /* functions that need it */
    uint32_t plain_count;    /* variables whose address goes nowhere */
    uint32_t visited, order; /* of the call graph */
    bool defined, from_kit, pageable, address_taken, variadic, no_return;
    bool result_pointer;
    bool started, done;
    bool called;    /* by name, in the driver */
    bool framework; /* calls the framework's table: what it does is in its contract */
};

struct global {
    const char *name;
    uint64_t module; /* as of functions */
    bool constant;
    bool pageable;               /* in a section that is paged out */
    bool proven;                 /* the place of a check of the safe layer that cannot fail */
    int64_t size;                /* in bytes; 0: not known */
    struct function **functions; /* whose addresses its first value holds, ended by NULL */
    int64_t *places;             /* where it holds each of them, in bytes */
};

struct program {
    struct arena *arena;
    struct nodes nodes; /* of the function that is read or analysed */
    struct contracts *contracts;
    const char **files; /* as the user sees them; [0] is "" */
    uint32_t file_count, file_capacity;
    const char *folder, *prefix; /* names of sources are relative to the one, and get the other */
    const char *home;            /* sources below it are the kit's */
    struct function **functions;
    uint32_t function_count, function_capacity;
    struct global *globals;
    uint32_t global_count, global_capacity;
    uint32_t instruction_count, block_count; /* the next ids */
    struct instruction **by_id;              /* instructions by id */
    struct function **owner_by_id;
    uint32_t by_id_capacity;
    struct function **order; /* callees first; made by order.c */
    uint32_t order_count;
    struct name_table *names; /* of load*.c */
};

/* The functions of all bitcode files (ended by NULL), which `jobs` threads parse. What files share (by name) becomes
 * one. Reports CHK0001. */
bool program_load(struct program *p, const char *const *files, unsigned jobs, struct diag *d);
/* After the last file: the order of analysis, loops, and variables that die. */
void program_finish(struct program *p);
void program_free(struct program *p);

/* What an operand's value is made of, in whatever function. */
static inline const struct node *constant_at(const struct function *f, struct value v)
{
    return &f->constants[v.base];
}

static inline const struct node *node_at(const struct program *p, node_id id)
{
    return &p->nodes.items[id];
}

#endif
