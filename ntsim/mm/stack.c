/* Kernel stacks. Those given back are kept for the next thread of the same size. */
#include "ntsim/mm/mi.h"

#include "ntsim/ke/ki.h"
#include "ntsim/verifier/shadow.h"

static SINGLE_LIST_ENTRY free_stacks; /* of KI_KERNEL_STACK bytes; the link lies at the stack's lowest address */

PUCHAR mi_allocate_stack(SIZE_T size)
{
    if (size == KI_KERNEL_STACK && free_stacks.Next) {
        PUCHAR limit = (PUCHAR)PopEntryList(&free_stacks);
        RtlZeroMemory(limit, size);
        vf_unpoison(limit, size);
        return limit;
    }
    PUCHAR pages = ki_services->map(size + PAGE_SIZE, false);
    if (!pages)
        return NULL;
    ki_services->protect(pages, PAGE_SIZE, MACHINE_NO_ACCESS);
    return pages + PAGE_SIZE;
}

void mi_free_stack(PUCHAR limit, SIZE_T size)
{
    if (size == KI_KERNEL_STACK)
        PushEntryList(&free_stacks, (PSINGLE_LIST_ENTRY)limit);
    else
        ki_services->unmap(limit - PAGE_SIZE, size + PAGE_SIZE);
}
