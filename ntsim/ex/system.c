/* What drivers ask about the computer and the caller. */
#include "ntsim/ex/exp.h"

KPROCESSOR_MODE ExGetPreviousMode(VOID)
{
    return ki_current_thread()->PreviousMode;
}

/* An amd64 processor as Windows 10 needs it. */
BOOLEAN ExIsProcessorFeaturePresent(ULONG ProcessorFeature)
{
    static const UCHAR present[] = {
        PF_COMPARE_EXCHANGE_DOUBLE,
        PF_MMX_INSTRUCTIONS_AVAILABLE,
        PF_XMMI_INSTRUCTIONS_AVAILABLE,
        PF_RDTSC_INSTRUCTION_AVAILABLE,
        PF_PAE_ENABLED,
        PF_NX_ENABLED,
        PF_XMMI64_INSTRUCTIONS_AVAILABLE,
        PF_SSE3_INSTRUCTIONS_AVAILABLE,
        PF_COMPARE_EXCHANGE128,
        PF_FASTFAIL_AVAILABLE,
    };
    for (ULONG i = 0; i < sizeof(present); i++)
        if (present[i] == ProcessorFeature)
            return TRUE;
    return FALSE;
}

/* The computer's clock and its user's are both UTC. */
VOID ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime)
{
    *SystemTime = *LocalTime;
}

VOID ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime)
{
    *LocalTime = *SystemTime;
}

/* Version 4, as RFC 9562 has it, from a row that begins with the run's seed: others each time, the same each run. */
NTSTATUS ExUuidCreate(GUID *Uuid)
{
    union {
        GUID Guid;
        ULONG64 Halves[2];
    } made = {.Halves = {ki_number(), ki_number()}};
    made.Guid.Data3 = (USHORT)((made.Guid.Data3 & 0x0FFF) | 0x4000);
    made.Guid.Data4[0] = (UCHAR)((made.Guid.Data4[0] & 0x3F) | 0x80);
    *Uuid = made.Guid;
    return STATUS_SUCCESS;
}

BOOLEAN ExIsSoftBoot(VOID)
{
    return FALSE;
}

FIRMWARE_TYPE ExGetFirmwareType(VOID)
{
    return FirmwareTypeUefi;
}

/* The firmware has no variables, and room for none. */
NTSTATUS ExGetFirmwareEnvironmentVariable(PUNICODE_STRING VariableName, LPGUID VendorGuid, PVOID Value,
                                          PULONG ValueLength, PULONG Attributes)
{
    return STATUS_VARIABLE_NOT_FOUND;
}

NTSTATUS ExSetFirmwareEnvironmentVariable(PUNICODE_STRING VariableName, LPGUID VendorGuid, PVOID Value,
                                          ULONG ValueLength, ULONG Attributes)
{
    return STATUS_INSUFFICIENT_RESOURCES;
}
