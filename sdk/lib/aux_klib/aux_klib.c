/*
 * aux_klib.lib: what aux_klib.h declares. No kernel exports these names; they stand on ZwQuerySystemInformation, which
 * is found at run time since the documented interface has no declaration of it. Layouts of its answers: phnt.
 */
#include <aux_klib.h>
#include <ntimage.h>

#include "image.h"

#define SYSTEM_MODULE_INFORMATION         11
#define SYSTEM_FIRMWARE_TABLE_INFORMATION 76
#define POOL_TAG_AUX                      'xuAk'

typedef NTSTATUS QUERY_SYSTEM_INFORMATION(ULONG Class, PVOID Information, ULONG Length, PULONG ReturnLength);

struct module {
    HANDLE section;
    PVOID mapped_base;
    PVOID image_base;
    ULONG image_size;
    ULONG flags;
    USHORT load_order, init_order, load_count;
    USHORT file_name_offset;
    UCHAR path[AUX_KLIB_MODULE_PATH_LEN];
};
struct modules {
    ULONG count;
    struct module entries[1];
};
C_ASSERT(sizeof(struct module) == 296 && FIELD_OFFSET(struct modules, entries) == 8);

enum firmware_action { FIRMWARE_ENUMERATE, FIRMWARE_GET };
struct firmware_tables {
    ULONG provider;
    ULONG action;
    ULONG table;
    ULONG length;
    UCHAR data[1];
};

static QUERY_SYSTEM_INFORMATION *query_system_information;
static PKBUGCHECK_DATA bug_check_data;

static PVOID routine(PCWSTR text)
{
    UNICODE_STRING name;
    RtlInitUnicodeString(&name, text);
    return MmGetSystemRoutineAddress(&name);
}

_Use_decl_annotations_ NTSTATUS AuxKlibInitialize(VOID)
{
    QUERY_SYSTEM_INFORMATION *query = (QUERY_SYSTEM_INFORMATION *)(ULONG_PTR)routine(L"ZwQuerySystemInformation");
    if (!query)
        return STATUS_PROCEDURE_NOT_FOUND;
    bug_check_data = routine(L"KiBugCheckData");
    query_system_information = query;
    return STATUS_SUCCESS;
}

/* The list of modules, to be freed with ExFreePoolWithTag. It may grow between two questions. */
static NTSTATUS query_modules(struct modules **modules)
{
    ULONG length = sizeof(struct modules);
    *modules = NULL;
    if (!query_system_information)
        return STATUS_DEVICE_NOT_READY;
    for (;;) {
        struct modules *list = ExAllocatePoolWithTag(PagedPool, length, POOL_TAG_AUX);
        if (!list)
            return STATUS_INSUFFICIENT_RESOURCES;
        ULONG needed = 0;
        const NTSTATUS status = query_system_information(SYSTEM_MODULE_INFORMATION, list, length, &needed);
        if (NT_SUCCESS(status)) {
            *modules = list;
            return status;
        }
        ExFreePoolWithTag(list, POOL_TAG_AUX);
        if (status != STATUS_INFO_LENGTH_MISMATCH || needed <= length)
            return NT_SUCCESS(status) || status == STATUS_INFO_LENGTH_MISMATCH ? STATUS_UNSUCCESSFUL : status;
        length = needed + 4 * sizeof(struct module);
    }
}

static VOID describe(const struct module *module, BOOLEAN extended, PVOID out)
{
    AUX_MODULE_EXTENDED_INFO *info = out;
    info->BasicInfo.ImageBase = module->image_base;
    if (!extended)
        return;
    info->ImageSize = module->image_size;
    info->FileNameOffset = module->file_name_offset;
    RtlCopyMemory(info->FullPathName, module->path, sizeof info->FullPathName);
}

_Use_decl_annotations_ NTSTATUS AuxKlibQueryModuleInformation(PULONG BufferSize, ULONG ElementSize, PVOID QueryInfo)
{
    const BOOLEAN extended = ElementSize == sizeof(AUX_MODULE_EXTENDED_INFO);
    if (!BufferSize || (!extended && ElementSize != sizeof(AUX_MODULE_BASIC_INFO)))
        return STATUS_INVALID_PARAMETER;
    struct modules *modules;
    NTSTATUS status = query_modules(&modules);
    if (!NT_SUCCESS(status))
        return status;
    const ULONG needed = modules->count * ElementSize;
    if (QueryInfo && *BufferSize < needed) {
        status = STATUS_BUFFER_TOO_SMALL;
    } else if (QueryInfo) {
        for (ULONG i = 0; i < modules->count; i++)
            describe(&modules->entries[i], extended, (PUCHAR)QueryInfo + (SIZE_T)i * ElementSize);
    }
    *BufferSize = needed;
    ExFreePoolWithTag(modules, POOL_TAG_AUX);
    return status;
}

_Use_decl_annotations_ NTSTATUS AuxKlibGetBugCheckData(PKBUGCHECK_DATA BugCheckData)
{
    if (BugCheckData->BugCheckDataSize != sizeof *BugCheckData)
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!bug_check_data)
        return STATUS_PROCEDURE_NOT_FOUND;
    /* What the kernel keeps: the code and the four parameters, each as wide as a pointer. */
    const ULONG_PTR *data = (const ULONG_PTR *)(const VOID *)bug_check_data;
    BugCheckData->BugCheckCode = (ULONG)data[0];
    BugCheckData->Parameter1 = data[1];
    BugCheckData->Parameter2 = data[2];
    BugCheckData->Parameter3 = data[3];
    BugCheckData->Parameter4 = data[4];
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ PIMAGE_EXPORT_DIRECTORY AuxKlibGetImageExportDirectory(PVOID ImageBase)
{
    return (PIMAGE_EXPORT_DIRECTORY)(ULONG_PTR)image_export_directory(ImageBase);
}

static NTSTATUS query_firmware(ULONG provider, enum firmware_action action, ULONG table, PVOID buffer, ULONG length,
                               PULONG return_length)
{
    if (return_length)
        *return_length = 0;
    if (!query_system_information)
        return STATUS_DEVICE_NOT_READY;
    if (length > MAXULONG - sizeof(struct firmware_tables) || (length && !buffer))
        return STATUS_INVALID_PARAMETER;
    const ULONG size = FIELD_OFFSET(struct firmware_tables, data) + length;
    struct firmware_tables *request = ExAllocatePoolWithTag(PagedPool, size, POOL_TAG_AUX);
    if (!request)
        return STATUS_INSUFFICIENT_RESOURCES;
    request->provider = provider;
    request->action = action;
    request->table = table;
    request->length = length;
    ULONG needed = 0;
    const NTSTATUS status = query_system_information(SYSTEM_FIRMWARE_TABLE_INFORMATION, request, size, &needed);
    if (NT_SUCCESS(status) && length)
        RtlCopyMemory(buffer, request->data, min(length, request->length));
    if (return_length && (NT_SUCCESS(status) || status == STATUS_BUFFER_TOO_SMALL))
        *return_length = request->length;
    ExFreePoolWithTag(request, POOL_TAG_AUX);
    return status;
}

_Use_decl_annotations_ NTSTATUS AuxKlibEnumerateSystemFirmwareTables(ULONG FirmwareTableProviderSignature,
                                                                     PVOID FirmwareTableBuffer, ULONG BufferLength,
                                                                     PULONG ReturnLength)
{
    return query_firmware(FirmwareTableProviderSignature, FIRMWARE_ENUMERATE, 0, FirmwareTableBuffer, BufferLength,
                          ReturnLength);
}

_Use_decl_annotations_ NTSTATUS AuxKlibGetSystemFirmwareTable(ULONG FirmwareTableProviderSignature,
                                                              ULONG FirmwareTableID, PVOID FirmwareTableBuffer,
                                                              ULONG BufferLength, PULONG ReturnLength)
{
    return query_firmware(FirmwareTableProviderSignature, FIRMWARE_GET, FirmwareTableID, FirmwareTableBuffer,
                          BufferLength, ReturnLength);
}
