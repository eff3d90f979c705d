/*
 * Ranges of memory and ports in resource descriptors. Lengths of 32 bits and more are kept without their low bits,
 * which must be zero; how many those are, the descriptor's flags say.
 */
#include <ntifs.h>

/* The forms of a length; the first is for CmResourceTypeMemory and CmResourceTypePort. */
static const struct form {
    USHORT Flag;
    UCHAR Shift;
    ULONG64 Longest;
} forms[] = {
    {0, 0, MAXULONG},
    {CM_RESOURCE_MEMORY_LARGE_40, 8, CM_RESOURCE_MEMORY_LARGE_40_MAXLEN},
    {CM_RESOURCE_MEMORY_LARGE_48, 16, CM_RESOURCE_MEMORY_LARGE_48_MAXLEN},
    {CM_RESOURCE_MEMORY_LARGE_64, 32, CM_RESOURCE_MEMORY_LARGE_64_MAXLEN},
};

static const struct form *form_of(UCHAR type, USHORT flags)
{
    for (ULONG i = 1; type == CmResourceTypeMemoryLarge && i < RTL_NUMBER_OF(forms); i++)
        if (flags & forms[i].Flag)
            return &forms[i];
    return &forms[0];
}

/* NULL: it cannot be said. */
static const struct form *form_for(ULONGLONG length)
{
    for (ULONG i = 0; i < RTL_NUMBER_OF(forms); i++)
        if (length <= forms[i].Longest)
            return length & ((1ull << forms[i].Shift) - 1) ? NULL : &forms[i];
    return NULL;
}

static BOOLEAN is_range(UCHAR type)
{
    return type == CmResourceTypeMemory || type == CmResourceTypeMemoryLarge || type == CmResourceTypePort;
}

/* Ports have no large form; memory gets the one that it needs. */
static NTSTATUS choose(UCHAR *type, USHORT *flags, ULONGLONG length, const struct form **form)
{
    *form = form_for(length);
    if (!is_range(*type))
        return STATUS_INVALID_PARAMETER;
    if (!*form || (*type == CmResourceTypePort && (*form)->Shift != 0))
        return STATUS_UNSUCCESSFUL;
    if (*type != CmResourceTypePort) {
        *type = (*form)->Shift ? CmResourceTypeMemoryLarge : CmResourceTypeMemory;
        *flags = (USHORT)((*flags & ~CM_RESOURCE_MEMORY_LARGE) | (*form)->Flag);
    }
    return STATUS_SUCCESS;
}

ULONGLONG RtlCmDecodeMemIoResource(PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, PULONGLONG Start)
{
    if (Start)
        *Start = (ULONGLONG)Descriptor->u.Generic.Start.QuadPart;
    return (ULONGLONG)Descriptor->u.Generic.Length << form_of(Descriptor->Type, Descriptor->Flags)->Shift;
}

NTSTATUS RtlCmEncodeMemIoResource(PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, UCHAR Type, ULONGLONG Length,
                                  ULONGLONG Start)
{
    const struct form *form;
    USHORT flags = Descriptor->Flags;
    const NTSTATUS status = choose(&Type, &flags, Length, &form);
    if (!NT_SUCCESS(status))
        return status;
    Descriptor->Type = Type;
    Descriptor->Flags = flags;
    Descriptor->u.Generic.Start.QuadPart = (LONGLONG)Start;
    Descriptor->u.Generic.Length = (ULONG)(Length >> form->Shift);
    return STATUS_SUCCESS;
}

ULONGLONG RtlIoDecodeMemIoResource(PIO_RESOURCE_DESCRIPTOR Descriptor, PULONGLONG Alignment, PULONGLONG MinimumAddress,
                                   PULONGLONG MaximumAddress)
{
    const UCHAR shift = form_of(Descriptor->Type, Descriptor->Flags)->Shift;
    if (Alignment)
        *Alignment = (ULONGLONG)Descriptor->u.Memory.Alignment << shift;
    if (MinimumAddress)
        *MinimumAddress = (ULONGLONG)Descriptor->u.Memory.MinimumAddress.QuadPart;
    if (MaximumAddress)
        *MaximumAddress = (ULONGLONG)Descriptor->u.Memory.MaximumAddress.QuadPart;
    return (ULONGLONG)Descriptor->u.Memory.Length << shift;
}

/* The alignment is kept in the same form as the length, so both must be fit for it. */
NTSTATUS RtlIoEncodeMemIoResource(PIO_RESOURCE_DESCRIPTOR Descriptor, UCHAR Type, ULONGLONG Length, ULONGLONG Alignment,
                                  ULONGLONG MinimumAddress, ULONGLONG MaximumAddress)
{
    const struct form *form;
    USHORT flags = Descriptor->Flags;
    const NTSTATUS status = choose(&Type, &flags, max(Length, Alignment), &form);
    if (!NT_SUCCESS(status))
        return status;
    if ((Length | Alignment) & ((1ull << form->Shift) - 1))
        return STATUS_UNSUCCESSFUL;
    Descriptor->Type = Type;
    Descriptor->Flags = flags;
    Descriptor->u.Memory.Length = (ULONG)(Length >> form->Shift);
    Descriptor->u.Memory.Alignment = (ULONG)(Alignment >> form->Shift);
    Descriptor->u.Memory.MinimumAddress.QuadPart = (LONGLONG)MinimumAddress;
    Descriptor->u.Memory.MaximumAddress.QuadPart = (LONGLONG)MaximumAddress;
    return STATUS_SUCCESS;
}
