/* The system's routines by name, and the paging of drivers, whose pages all stay. */
#include "ntsim/mm/mi.h"

#include "ntsim/ke/ki.h"
#include "ntsim/verifier/user.h"
#include "ntsim/verifier/vf.h"

PVOID MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName)
{
    char name[256];
    ULONG length = SystemRoutineName->Length / sizeof(WCHAR);
    if (length >= sizeof(name))
        return NULL;
    for (ULONG i = 0; i < length; i++)
        name[i] = (char)SystemRoutineName->Buffer[i];
    name[length] = 0;
    if (name[0] == 'S' && name[1] == 'i' && name[2] == 'm')
        return NULL; /* the simulator's own */
    return vf_gate_by_name(name, ki_services->find("ntoskrnl.exe", name));
}

static struct machine_image *image_at(PVOID address)
{
    for (struct machine_image *image = ki_services->images(); image; image = image->next)
        if ((ULONG64)address - (ULONG64)image->base < image->size)
            return image;
    return NULL;
}

PVOID MmPageEntireDriver(PVOID AddressWithinSection)
{
    struct machine_image *image = image_at(AddressWithinSection);
    return image ? image->base : NULL;
}

VOID MmResetDriverPaging(PVOID AddressWithinSection)
{
    vf_code_is_locked(AddressWithinSection);
}

PVOID MmLockPagableDataSection(PVOID AddressWithinSection)
{
    if (ki_current_processor()->Irql > APC_LEVEL)
        ki_bug_check(IRQL_NOT_LESS_OR_EQUAL, (ULONG64)AddressWithinSection, ki_current_processor()->Irql, 0,
                     (ULONG64)_ReturnAddress(), NULL, "MmLockPagableDataSection above APC_LEVEL");
    vf_code_is_locked(AddressWithinSection);
    return AddressWithinSection;
}

VOID MmLockPagableSectionByHandle(PVOID ImageSectionHandle)
{
    vf_code_is_locked(ImageSectionHandle);
}

VOID MmUnlockPagableImageSection(PVOID ImageSectionHandle)
{
}

NTSTATUS MmProtectDriverSection(PVOID AddressWithinSection, SIZE_T Size, ULONG Flags)
{
    return image_at(AddressWithinSection) ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

/* Checks of Driver Verifier are made of all drivers, but none is told so: it runs as it would for its users. */
LOGICAL MmIsDriverVerifying(PDRIVER_OBJECT DriverObject)
{
    return FALSE;
}

LOGICAL MmIsDriverVerifyingByAddress(PVOID AddressWithinSection)
{
    return FALSE;
}

LOGICAL MmIsDriverSuspectForVerifier(PDRIVER_OBJECT DriverObject)
{
    return FALSE;
}

MM_SYSTEMSIZE MmQuerySystemSize(VOID)
{
    return MmLargeSystem;
}

BOOLEAN MmIsThisAnNtAsSystem(VOID)
{
    return FALSE;
}

/* A process's memory is its own to the end of the run: what is secured is what exists now. */
HANDLE MmSecureVirtualMemory(PVOID Address, SIZE_T Size, ULONG ProbeMode)
{
    ULONG64 begin = (ULONG64)Address;
    BOOLEAN write = ProbeMode == PAGE_READWRITE;
    vf_user_probed(Address, Size);
    vf_user_locked(Address, Size);
    if ((ProbeMode != PAGE_READONLY && !write) || Size == 0 || begin + Size < begin ||
        begin + Size > MACHINE_USER_END || !ki_services->accessible(Address, Size, write))
        return NULL;
    return (HANDLE)begin;
}

HANDLE MmSecureVirtualMemoryEx(PVOID Address, SIZE_T Size, ULONG ProbeMode, ULONG Flags)
{
    return MmSecureVirtualMemory(Address, Size, ProbeMode);
}

VOID MmUnsecureVirtualMemory(HANDLE SecureHandle)
{
}

/* Where user mode ends. */
PVOID highest_user_address = (PVOID)(MACHINE_USER_END - 1);
PVOID system_range_start = (PVOID)MACHINE_KERNEL_BEGIN;
ULONG64 user_probe_address = MACHINE_USER_END;
#pragma comment(linker, "/EXPORT:MmHighestUserAddress=highest_user_address,DATA")
#pragma comment(linker, "/EXPORT:MmSystemRangeStart=system_range_start,DATA")
#pragma comment(linker, "/EXPORT:MmUserProbeAddress=user_probe_address,DATA")
