/* Carrying out an instruction on memory that is none: by the processor itself, on a copy. */
#ifndef NTSIM_MACHINE_NATIVE_H
#define NTSIM_MACHINE_NATIVE_H

#include "ntsim/machine/machine.h"

#include <Zydis/Zydis.h>

enum { NATIVE_OPERAND = 64 }; /* bytes, at most */

/* The floating-point state of the signal frame, of which machine_context has the lower halves of the vectors only. */
void native_bind(void *state);
/*
 * Runs the instruction with the context's registers, and `bytes` in the place of the memory that its operand number
 * `which` names; registers, flags and bytes become what the instruction makes of them. False, and nothing done: it is
 * none that can be moved (it uses the stack, other registers than these, or divides).
 */
bool native_run(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                const ZydisDecodedOperand *operands, unsigned which, uint8_t bytes[NATIVE_OPERAND]);

#endif
