/* Event tracing: a provider of user mode is one of the kernel's. */
#include "ntsim/user/win32/win32.h"

EXPORT ULONG EventRegister(LPCGUID provider, PETWENABLECALLBACK callback, PVOID context, PREGHANDLE handle)
{
    return win32_error(EtwRegister(provider, callback, context, handle));
}

EXPORT ULONG EventUnregister(REGHANDLE handle)
{
    return win32_error(EtwUnregister(handle));
}

EXPORT BOOLEAN EventEnabled(REGHANDLE handle, PCEVENT_DESCRIPTOR descriptor)
{
    return EtwEventEnabled(handle, descriptor);
}

EXPORT BOOLEAN EventProviderEnabled(REGHANDLE handle, UCHAR level, ULONGLONG keyword)
{
    return EtwProviderEnabled(handle, level, keyword);
}

EXPORT ULONG EventWrite(REGHANDLE handle, PCEVENT_DESCRIPTOR descriptor, ULONG count, PEVENT_DATA_DESCRIPTOR data)
{
    return win32_error(EtwWrite(handle, descriptor, NULL, count, data));
}

EXPORT ULONG EventWriteTransfer(REGHANDLE handle, PCEVENT_DESCRIPTOR descriptor, LPCGUID activity, LPCGUID related,
                                ULONG count, PEVENT_DATA_DESCRIPTOR data)
{
    return win32_error(EtwWriteTransfer(handle, descriptor, activity, related, count, data));
}

EXPORT ULONG EventWriteString(REGHANDLE handle, UCHAR level, ULONGLONG keyword, PCWSTR text)
{
    return win32_error(EtwWriteString(handle, level, keyword, NULL, text));
}

EXPORT ULONG EventActivityIdControl(ULONG code, GUID *activity)
{
    return win32_error(EtwActivityIdControl(code, activity));
}
