/* A module of bitcode on its way into the tables of program.h; what the files load*.c share. */
#ifndef CWDK_CHECK_LOAD_H
#define CWDK_CHECK_LOAD_H

#include "cwdk/check/program.h"

#include <llvm-c/Target.h>
#include <llvm-c/Types.h>

/* LLVM's pointers and our numbers: of functions, globals, then per function values and blocks. */
struct link {
    void *key;
    uint32_t index;
};

struct loader {
    struct program *p;
    LLVMModuleRef module;
    LLVMTargetDataRef layout;
    struct link *links;
    uint32_t link_count, link_capacity;
    struct function *function; /* being read */
    uint64_t unit;             /* the hash of the file's name */
    struct arena scratch;      /* of its instructions, until they are packed */
};

/* load_symbol.c. The entry of that pointer, with UINT32_MAX where it is new; it moves when others are made. */
struct link *load_link(struct loader *l, void *key);
const char *load_name(LLVMValueRef v);
/* The number of a source. */
uint32_t load_file(struct program *p, const char *name);
/* The number of a global, the function: made when they are met first; of all modules one where the name is shared. */
uint32_t load_global(struct loader *l, LLVMValueRef v);
struct function *load_function(struct loader *l, LLVMValueRef v);

/* load_value.c. */
unsigned load_width(const struct loader *l, LLVMTypeRef type);
struct operand load_operand(struct loader *l, LLVMValueRef v);

/* load_instruction.c. What values and blocks an instruction uses have their links already. */
void load_instruction(struct loader *l, struct instruction *i, LLVMValueRef v);
void load_targets(struct loader *l, struct instruction *i, const LLVMBasicBlockRef *blocks, unsigned count);

#endif
