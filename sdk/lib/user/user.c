/* Copies between the kernel and a program's memory, which may fault. */
#include <ntddk.h>
#include <stdint.h>

NTSTATUS wdk_user_copy_in(void *target, uintptr_t user, size_t bytes);
NTSTATUS wdk_user_copy_out(uintptr_t user, const void *source, size_t bytes);

NTSTATUS wdk_user_copy_in(void *target, uintptr_t user, size_t bytes)
{
    __try {
        ProbeForRead((void *)user, bytes, 1);
        RtlCopyMemory(target, (const void *)user, bytes);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        RtlZeroMemory(target, bytes); /* nobody sees what was there before */
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

NTSTATUS wdk_user_copy_out(uintptr_t user, const void *source, size_t bytes)
{
    __try {
        ProbeForWrite((void *)user, bytes, 1);
        RtlCopyMemory((void *)user, source, bytes);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}
