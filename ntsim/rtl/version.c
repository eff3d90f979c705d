/* Which Windows this is. */
#include "ntsim/ke/ki.h"

/* NTDDI_VERSION of the newest interface: Windows 11 24H2. */
enum { NEWEST = 0x0A000010, SAME_SYSTEM = 0xFFFF0000 };

static const RTL_OSVERSIONINFOEXW current = {
    .dwMajorVersion = KI_VERSION_MAJOR,
    .dwMinorVersion = KI_VERSION_MINOR,
    .dwBuildNumber = KI_VERSION_BUILD,
    .dwPlatformId = VER_PLATFORM_WIN32_NT,
    .wSuiteMask = 0x100, /* one user at a time */
    .wProductType = VER_NT_WORKSTATION,
};

NTSTATUS RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation)
{
    const ULONG size = lpVersionInformation->dwOSVersionInfoSize;
    if (size != sizeof(RTL_OSVERSIONINFOW) && size != sizeof(RTL_OSVERSIONINFOEXW))
        return STATUS_INVALID_PARAMETER;
    RtlCopyMemory(lpVersionInformation, &current, size);
    lpVersionInformation->dwOSVersionInfoSize = size;
    return STATUS_SUCCESS;
}

/* How a field is to be compared: three bits each, by the place of the field's own bit. */
static ULONG condition_of(ULONGLONG mask, ULONG type)
{
    return (ULONG)(mask >> (RtlFindLeastSignificantBit(type) * VER_NUM_BITS_PER_CONDITION_MASK)) & VER_CONDITION_MASK;
}

ULONGLONG VerSetConditionMask(ULONGLONG ConditionMask, ULONG TypeMask, UCHAR Condition)
{
    for (ULONG type = 1; type <= VER_PRODUCT_TYPE; type <<= 1)
        if (TypeMask & type)
            ConditionMask |= (ULONGLONG)(Condition & VER_CONDITION_MASK)
                             << (RtlFindLeastSignificantBit(type) * VER_NUM_BITS_PER_CONDITION_MASK);
    return ConditionMask;
}

static BOOLEAN holds(ULONG condition, ULONG have, ULONG want)
{
    switch (condition) {
    case VER_EQUAL:
        return have == want;
    case VER_GREATER:
        return have > want;
    case VER_GREATER_EQUAL:
        return have >= want;
    case VER_LESS:
        return have < want;
    case VER_LESS_EQUAL:
        return have <= want;
    default:
        return FALSE;
    }
}

/* The parts of the version one after another: the first that differs decides. */
static BOOLEAN version_holds(const RTL_OSVERSIONINFOEXW *want, ULONG types, ULONGLONG mask)
{
    const struct {
        ULONG Type, Have, Want;
    } parts[] = {
        {VER_MAJORVERSION, current.dwMajorVersion, want->dwMajorVersion},
        {VER_MINORVERSION, current.dwMinorVersion, want->dwMinorVersion},
        {VER_SERVICEPACKMAJOR, current.wServicePackMajor, want->wServicePackMajor},
        {VER_SERVICEPACKMINOR, current.wServicePackMinor, want->wServicePackMinor},
    };
    BOOLEAN result = TRUE;
    for (ULONG i = 0; i < RTL_NUMBER_OF(parts); i++) {
        if (!(types & parts[i].Type))
            continue;
        result = holds(condition_of(mask, parts[i].Type), parts[i].Have, parts[i].Want);
        if (parts[i].Have != parts[i].Want)
            return result;
    }
    return result;
}

NTSTATUS RtlVerifyVersionInfo(PRTL_OSVERSIONINFOEXW VersionInfo, ULONG TypeMask, ULONGLONG ConditionMask)
{
    if (TypeMask == 0)
        return STATUS_INVALID_PARAMETER;
    for (ULONG type = 1; type <= VER_PRODUCT_TYPE; type <<= 1)
        if (TypeMask & type && condition_of(ConditionMask, type) == 0)
            return STATUS_INVALID_PARAMETER;
    BOOLEAN result = version_holds(VersionInfo, TypeMask, ConditionMask);
    if (TypeMask & VER_BUILDNUMBER)
        result &=
            holds(condition_of(ConditionMask, VER_BUILDNUMBER), current.dwBuildNumber, VersionInfo->dwBuildNumber);
    if (TypeMask & VER_PLATFORMID)
        result &= holds(condition_of(ConditionMask, VER_PLATFORMID), current.dwPlatformId, VersionInfo->dwPlatformId);
    if (TypeMask & VER_PRODUCT_TYPE)
        result &= holds(condition_of(ConditionMask, VER_PRODUCT_TYPE), current.wProductType, VersionInfo->wProductType);
    if (TypeMask & VER_SUITENAME) {
        const ULONG common = current.wSuiteMask & VersionInfo->wSuiteMask;
        const ULONG condition = condition_of(ConditionMask, VER_SUITENAME);
        if (condition != VER_AND && condition != VER_OR)
            return STATUS_INVALID_PARAMETER;
        result &= condition == VER_AND ? common == VersionInfo->wSuiteMask : common != 0;
    }
    return result ? STATUS_SUCCESS : STATUS_REVISION_MISMATCH;
}

BOOLEAN RtlIsNtDdiVersionAvailable(ULONG Version)
{
    return Version <= NEWEST;
}

BOOLEAN RtlIsServicePackVersionInstalled(ULONG Version)
{
    return (Version & SAME_SYSTEM) == (NEWEST & SAME_SYSTEM) && Version <= NEWEST;
}

/* As on a desktop edition. */
BOOLEAN RtlIsStateSeparationEnabled(VOID)
{
    return FALSE;
}
