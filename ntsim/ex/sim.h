/*
 * What the host and the other images of the system ask Ex for, in types of fixed width: exports of ntoskrnl.exe whose
 * names begin with Sim. All follow Microsoft's calling convention and run on a thread of the system.
 */
#ifndef NTSIM_EX_SIM_H
#define NTSIM_EX_SIM_H

#include "ntsim/machine/services.h"

/* A block of pool that has not been freed. */
struct sim_pool_block {
    uint64_t address;
    uint64_t size;   /* as it was asked for */
    uint64_t caller; /* the address after the call that allocated it */
    uint32_t tag;    /* four characters, the first in the lowest byte */
    uint32_t type;   /* POOL_TYPE */
};

struct sim_pool_usage {
    uint64_t blocks, bytes; /* live, as they were asked for */
    uint64_t mapped;        /* bytes that the machine has mapped for pool, free ones among them */
};

typedef void(MACHINE_ABI sim_pool_callback)(void *context, const struct sim_pool_block *block);

/* SimPoolLeaks: tells of each live block that code in [base, base + size) has allocated, in the order of allocation;
 * returns their number. SimPoolUsage: of the whole pool. SimPoolFail: the allocation after `after` further ones fails
 * for want of memory, once; negative: none does. */
typedef uint64_t(MACHINE_ABI sim_pool_leaks)(uint64_t base, uint64_t size, sim_pool_callback *callback, void *context);
typedef void(MACHINE_ABI sim_pool_usage_of)(struct sim_pool_usage *usage);
typedef void(MACHINE_ABI sim_pool_fail)(int64_t after);

#endif
