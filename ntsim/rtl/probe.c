/* Probing addresses that user mode gave. */
#include "ntsim/machine/services.h"
#include "ntsim/verifier/user.h"

#include <ntifs.h>

static void check(const volatile VOID *address, SIZE_T length, ULONG alignment)
{
    const ULONG64 begin = (ULONG64)address;
    if (begin & (alignment - 1))
        ExRaiseDatatypeMisalignment();
    if (begin + length < begin || begin + length > MACHINE_USER_END)
        ExRaiseAccessViolation();
    vf_user_probed(address, length);
}

VOID ProbeForRead(const volatile VOID *Address, SIZE_T Length, ULONG Alignment)
{
    if (Length != 0)
        check(Address, Length, Alignment);
}

/* Every page must be writable: it is written. */
VOID ProbeForWrite(volatile VOID *Address, SIZE_T Length, ULONG Alignment)
{
    if (Length == 0)
        return;
    check(Address, Length, Alignment);
    const ULONG64 last = (ULONG64)Address + Length - 1;
    for (ULONG64 at = (ULONG64)Address; at <= last; at = (at & ~(PAGE_SIZE - 1ull)) + PAGE_SIZE) {
        volatile CHAR *byte = (volatile CHAR *)at;
        *byte = *byte;
    }
}
