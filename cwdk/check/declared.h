/*
 * What the driver declares of its own functions, in SAL: read off the annotations in its bitcode. Conditions (_When_)
 * are not read, nor sizes in elements, nor locks that are no parameter.
 */
#ifndef CWDK_CHECK_DECLARED_H
#define CWDK_CHECK_DECLARED_H

#include "cwdk/check/program.h"

#include <llvm-c/Types.h>

enum declared_lock { DECLARED_ACQUIRES, DECLARED_RELEASES, DECLARED_REQUIRES };

struct declared_parameter {
    bool in;       /* _In_, _Inout_, _Out_ or one of their kin: not NULL */
    bool out;      /* _Out_: written wherever the function succeeds */
    bool optional; /* _In_opt_, _Inout_opt_, _Out_opt_: may be NULL */
    bool sized;    /* _In_reads_bytes_(size) and its kin */
    uint32_t size; /* the number of that parameter */
};

struct declared {
    int8_t least, most; /* levels; IRQL_UNKNOWN: not told */
    bool must_inspect, maybe_null, not_null;
    struct declared_parameter *parameters; /* as many as the function has; NULL of a mere declaration */
    struct {
        enum declared_lock verb;
        const char *name; /* of a parameter */
    } locks[4];
    uint32_t lock_count;
};

/* Reads the annotations of a module; `function_of` gives the table's entry of a function of it. */
void declared_read(struct program *p, LLVMModuleRef module, struct function *(*function_of)(void *, LLVMValueRef),
                   void *context);
/* The number of the parameter of that name; false where there is none. */
bool declared_parameter_of(const struct function *f, const char *name, uint32_t *number);

#endif
