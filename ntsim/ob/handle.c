/*
 * Handles. One table for the kernel and one for each process; a kernel handle is told by its sign bit. Indices are used
 * again only after all others, so that a stale handle is not somebody else's.
 */
#include "ntsim/ob/obp.h"
#include "ntsim/ps/psp.h"
#include "ntsim/verifier/unloaded.h"

enum { TAG = 'bOtN', FIRST_ENTRIES = 64, MOST_ENTRIES = 1 << 24 };
#define KERNEL_HANDLE 0xFFFFFFFF80000000ULL

struct handle_entry {
    PVOID Body; /* NULL: free */
    ACCESS_MASK Access;
    ULONG Attributes;
    vf_stack Made; /* where a driver has made it */
};

struct ob_handle_table {
    struct handle_entry *Entries;
    ULONG Size, Next; /* where the search for a free one begins */
    ULONG Used;
};

static struct ob_handle_table kernel_table;

static struct ob_handle_table *table_of_process(void)
{
    PEPROCESS process = CONTAINING_RECORD(ki_current_thread()->Process, struct _EPROCESS, Pcb);
    if (&process->Pcb == ki_system_process)
        return &kernel_table;
    if (!process->Handles)
        process->Handles = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*process->Handles), TAG);
    return process->Handles;
}

static BOOLEAN grow(struct ob_handle_table *table)
{
    ULONG size = table->Size ? table->Size * 2 : FIRST_ENTRIES;
    if (size > MOST_ENTRIES)
        return FALSE;
    struct handle_entry *entries = ExAllocatePool2(POOL_FLAG_NON_PAGED, size * sizeof(*entries), TAG);
    if (!entries)
        return FALSE;
    if (table->Entries) {
        RtlCopyMemory(entries, table->Entries, table->Size * sizeof(*entries));
        ExFreePoolWithTag(table->Entries, TAG);
    }
    table->Next = table->Size ? table->Size : 1; /* 0 is no handle */
    table->Entries = entries;
    table->Size = size;
    return TRUE;
}

static NTSTATUS make_handle(PVOID body, ACCESS_MASK access, ULONG attributes, PHANDLE handle)
{
    BOOLEAN kernel = (attributes & OBJ_KERNEL_HANDLE) != 0;
    struct ob_handle_table *table = kernel ? &kernel_table : table_of_process();
    if (!table || (table->Used + 1 >= table->Size && !grow(table)))
        return STATUS_INSUFFICIENT_RESOURCES;
    while (table->Next == 0 || table->Entries[table->Next].Body)
        table->Next = (table->Next + 1) % table->Size;
    ULONG index = table->Next;
    table->Next = (index + 1) % table->Size;
    table->Entries[index] = (struct handle_entry){
        .Body = body, .Access = access, .Attributes = attributes, .Made = table == &kernel_table ? vf_here() : 0};
    table->Used++;
    ObfReferenceObject(body);
    ob_header_of(body)->HandleCount++;
    *handle = (HANDLE)(ULONG_PTR)(index * 4ULL | (table == &kernel_table && kernel ? KERNEL_HANDLE : 0));
    return STATUS_SUCCESS;
}

/* `source`: the process with the handle of which this is a copy; NULL: it is none. */
static NTSTATUS watched_handle(PVOID body, PVOID source, ACCESS_MASK access, ULONG attributes, PHANDLE handle)
{
    POBJECT_TYPE type = ob_header_of(body)->Type;
    access = ob_map_access(type, access);
    if (type != *PsProcessType && type != *PsThreadType)
        return make_handle(body, access, attributes, handle);
    struct ob_handle_operation operation = {.What = source ? OB_OPERATION_HANDLE_DUPLICATE : OB_OPERATION_HANDLE_CREATE,
                                            .Object = body,
                                            .Type = type,
                                            .KernelHandle = (attributes & OBJ_KERNEL_HANDLE) != 0,
                                            .Original = access,
                                            .SourceProcess = source,
                                            .TargetProcess = PsGetCurrentProcess()};
    ob_before_handle(&operation);
    NTSTATUS status = make_handle(body, operation.Granted, attributes, handle);
    ob_after_handle(&operation, status);
    return status;
}

NTSTATUS ob_create_handle(PVOID body, ACCESS_MASK access, ULONG attributes, PHANDLE handle)
{
    return watched_handle(body, NULL, access, attributes, handle);
}

NTSTATUS ob_duplicate_handle(PVOID body, PVOID source, ACCESS_MASK access, ULONG attributes, PHANDLE handle)
{
    return watched_handle(body, source, access, attributes, handle);
}

NTSTATUS ob_open_handle(const OBJECT_ATTRIBUTES *attributes, struct ob_open *open, PHANDLE handle)
{
    PVOID body;
    NTSTATUS status = ob_open_by_attributes(attributes, open, &body);
    if (!NT_SUCCESS(status))
        return status;
    status = ob_create_handle(body, open->DesiredAccess, attributes->Attributes, handle);
    ObDereferenceObject(body);
    return status;
}

static struct handle_entry *entry_of(HANDLE handle, KPROCESSOR_MODE mode, struct ob_handle_table **table)
{
    ULONG64 value = (ULONG64)handle;
    BOOLEAN kernel = (value & KERNEL_HANDLE) == KERNEL_HANDLE;
    if (kernel && mode != KernelMode)
        return NULL;
    *table = kernel ? &kernel_table : table_of_process();
    ULONG64 index = (kernel ? value & ~KERNEL_HANDLE : value) / 4;
    if (!*table || index >= (*table)->Size || !(*table)->Entries[index].Body)
        return NULL;
    return &(*table)->Entries[index];
}

ACCESS_MASK ob_map_access(POBJECT_TYPE type, ACCESS_MASK access)
{
    const GENERIC_MAPPING *mapping = &type->Mapping;
    ACCESS_MASK mapped = access & ~(GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | GENERIC_ALL | MAXIMUM_ALLOWED);
    if (access & GENERIC_READ)
        mapped |= mapping->GenericRead;
    if (access & GENERIC_WRITE)
        mapped |= mapping->GenericWrite;
    if (access & GENERIC_EXECUTE)
        mapped |= mapping->GenericExecute;
    if (access & (GENERIC_ALL | MAXIMUM_ALLOWED))
        mapped |= mapping->GenericAll;
    return mapped;
}

/* The pseudo handles of the current process and thread. */
static PVOID pseudo(HANDLE handle)
{
    if (handle == ZwCurrentProcess())
        return CONTAINING_RECORD(ki_current_thread()->Process, struct _EPROCESS, Pcb);
    if (handle == ZwCurrentThread())
        return ki_current_thread();
    return NULL;
}

NTSTATUS ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                   KPROCESSOR_MODE AccessMode, PVOID *Object,
                                   POBJECT_HANDLE_INFORMATION HandleInformation)
{
    struct ob_handle_table *table;
    PVOID body = pseudo(Handle);
    ACCESS_MASK granted = ~0u;
    ULONG attributes = 0;
    *Object = NULL;
    if (!body) {
        const struct handle_entry *entry = entry_of(Handle, AccessMode, &table);
        if (!entry)
            return STATUS_INVALID_HANDLE;
        body = entry->Body;
        granted = entry->Access;
        attributes = entry->Attributes;
    }
    POBJECT_TYPE type = ob_header_of(body)->Type;
    if (ObjectType && type != ObjectType)
        return STATUS_OBJECT_TYPE_MISMATCH;
    if (AccessMode != KernelMode && (ob_map_access(type, DesiredAccess) & ~granted))
        return STATUS_ACCESS_DENIED;
    if (HandleInformation) {
        HandleInformation->GrantedAccess = granted;
        HandleInformation->HandleAttributes = attributes & OBJ_INHERIT;
    }
    ObfReferenceObject(body);
    *Object = body;
    return STATUS_SUCCESS;
}

NTSTATUS ObReferenceObjectByHandleWithTag(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                          KPROCESSOR_MODE AccessMode, ULONG Tag, PVOID *Object,
                                          POBJECT_HANDLE_INFORMATION HandleInformation)
{
    return ObReferenceObjectByHandle(Handle, DesiredAccess, ObjectType, AccessMode, Object, HandleInformation);
}

NTSTATUS ObOpenObjectByPointer(PVOID Object, ULONG HandleAttributes, PACCESS_STATE PassedAccessState,
                               ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                               PHANDLE Handle)
{
    if (ObjectType && ob_header_of(Object)->Type != ObjectType)
        return STATUS_OBJECT_TYPE_MISMATCH;
    return ob_create_handle(Object, DesiredAccess, HandleAttributes, Handle);
}

NTSTATUS ObOpenObjectByPointerWithTag(PVOID Object, ULONG HandleAttributes, PACCESS_STATE PassedAccessState,
                                      ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                                      ULONG Tag, PHANDLE Handle)
{
    return ObOpenObjectByPointer(Object, HandleAttributes, PassedAccessState, DesiredAccess, ObjectType, AccessMode,
                                 Handle);
}

BOOLEAN ObIsKernelHandle(HANDLE Handle)
{
    return ((ULONG64)Handle & KERNEL_HANDLE) == KERNEL_HANDLE;
}

NTSTATUS ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode)
{
    struct ob_handle_table *table;
    struct handle_entry *entry = entry_of(Handle, PreviousMode, &table);
    if (!entry)
        return STATUS_INVALID_HANDLE;
    struct ob_header *header = ob_header_of(entry->Body);
    *entry = (struct handle_entry){0};
    table->Used--;
    if (--header->HandleCount == 0) {
        if (header->Type->Close)
            header->Type->Close(header->Body);
        if (!header->Permanent && header->Directory && header->Type != &ob_symbolic_link_type)
            ob_remove_name(header->Body);
    }
    ObfDereferenceObject(header->Body);
    return STATUS_SUCCESS;
}

static void find_handle(const struct vf_unloaded *driver, vf_stack made)
{
    ULONG count = 0;
    for (ULONG i = 0; i < kernel_table.Size; i++)
        count += kernel_table.Entries[i].Body && kernel_table.Entries[i].Made == made;
    vf_find("VRF0409", made, NULL, 0, "%s is unloaded, and %lu handle%s that %s opened here %s left", driver->Name,
            count, count == 1 ? "" : "s", count == 1 ? "was" : "were", count == 1 ? "is" : "are");
}

void ob_find_handles(const struct vf_unloaded *driver)
{
    for (ULONG i = 0; i < kernel_table.Size; i++)
        if (kernel_table.Entries[i].Body && vf_is_of(kernel_table.Entries[i].Made, driver))
            find_handle(driver, kernel_table.Entries[i].Made);
}

NTSTATUS NtClose(HANDLE Handle)
{
    if (pseudo(Handle))
        return STATUS_SUCCESS;
    return ObCloseHandle(Handle, ExGetPreviousMode());
}
