/* Transactions: there is no transaction manager, and whoever wants one is told so. */
#include <ntifs.h>

NTSTATUS ZwCreateTransactionManager(PHANDLE TmHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                                    PUNICODE_STRING LogFileName, ULONG CreateOptions, ULONG CommitStrength)
{
    return STATUS_NOT_SUPPORTED;
}

NTSTATUS ZwCreateTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                             LPGUID Uow, HANDLE TmHandle, ULONG CreateOptions, ULONG IsolationLevel,
                             ULONG IsolationFlags, PLARGE_INTEGER Timeout, PUNICODE_STRING Description)
{
    return STATUS_NOT_SUPPORTED;
}
