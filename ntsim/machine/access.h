/* Carrying out instructions that touch devices; between the machine's own files. */
#ifndef NTSIM_MACHINE_ACCESS_H
#define NTSIM_MACHINE_ACCESS_H

#include "ntsim/machine/machine.h"

#include <Zydis/Zydis.h>

/* Changes the context as the instruction would, but for rip. False: it touches no device and no page of the system's,
 * or is one that this does not know. */
bool access_memory(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                   const ZydisDecodedOperand *operands);
bool access_port(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                 const ZydisDecodedOperand *operands);
/* The same of memory in the user half, which is there. */
bool access_user_memory(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                        const ZydisDecodedOperand *operands);
/* False: the operand is not in memory. */
bool access_operand_address(const struct machine_context *context, const ZydisDecodedInstruction *instruction,
                            const ZydisDecodedOperand *operand, uint64_t *address);
/* The whole register that one is part of; NULL: it is no general one. */
uint64_t *access_register(struct machine_context *context, ZydisRegister name);

#endif
