/* The namespace: directories, symbolic links, and the walk along a path. */
#include "ntsim/ob/obp.h"

#include "ntsim/io/sim.h"
#include "ntsim/rtl/rtlp.h"
#include "ntsim/verifier/leftovers.h"

enum { TAG = 'bOtN', MOST_LINKS = 32 };

struct directory {
    LIST_ENTRY Entries; /* of ob_header.DirectoryEntry */
};

struct symbolic_link {
    UNICODE_STRING Target; /* absolute */
    LARGE_INTEGER Created;
};

static void delete_link(PVOID body)
{
    const struct symbolic_link *link = body;
    if (link->Target.Buffer)
        ExFreePoolWithTag(link->Target.Buffer, TAG);
}

OBJECT_TYPE ob_directory_type = {
    .Name = L"Directory",
    .BodySize = sizeof(struct directory),
    .Mapping = {STANDARD_RIGHTS_READ | DIRECTORY_QUERY | DIRECTORY_TRAVERSE,
                STANDARD_RIGHTS_WRITE | DIRECTORY_CREATE_OBJECT | DIRECTORY_CREATE_SUBDIRECTORY,
                STANDARD_RIGHTS_EXECUTE | DIRECTORY_QUERY | DIRECTORY_TRAVERSE, DIRECTORY_ALL_ACCESS},
};
OBJECT_TYPE ob_symbolic_link_type = {
    .Name = L"SymbolicLink",
    .BodySize = sizeof(struct symbolic_link),
    .Delete = delete_link,
    .Mapping = {STANDARD_RIGHTS_READ | SYMBOLIC_LINK_QUERY, STANDARD_RIGHTS_WRITE,
                STANDARD_RIGHTS_EXECUTE | SYMBOLIC_LINK_QUERY, SYMBOLIC_LINK_ALL_ACCESS},
};

static PVOID root_directory;

static PVOID lookup(struct directory *directory, PCUNICODE_STRING name)
{
    for (LIST_ENTRY *entry = directory->Entries.Flink; entry != &directory->Entries; entry = entry->Flink) {
        struct ob_header *header = CONTAINING_RECORD(entry, struct ob_header, DirectoryEntry);
        if (RtlEqualUnicodeString(&header->Name, name, TRUE))
            return header->Body;
    }
    return NULL;
}

/* Cuts the first part off a path; both without the separators between them. */
static UNICODE_STRING next_part(UNICODE_STRING *path)
{
    USHORT skipped = 0, length = 0, units = path->Length / sizeof(WCHAR);
    while (skipped < units && path->Buffer[skipped] == OBJ_NAME_PATH_SEPARATOR)
        skipped++;
    while (skipped + length < units && path->Buffer[skipped + length] != OBJ_NAME_PATH_SEPARATOR)
        length++;
    UNICODE_STRING part = {length * sizeof(WCHAR), length * sizeof(WCHAR), path->Buffer + skipped};
    path->Buffer += skipped + length;
    path->Length -= (skipped + length) * sizeof(WCHAR);
    return part;
}

NTSTATUS ob_insert(PVOID body, PVOID root, PCUNICODE_STRING path)
{
    UNICODE_STRING last = *path, folder = *path;
    while (last.Length && last.Buffer[last.Length / sizeof(WCHAR) - 1] != OBJ_NAME_PATH_SEPARATOR)
        last.Length -= sizeof(WCHAR);
    folder.Length = last.Length;
    last.Buffer += last.Length / sizeof(WCHAR);
    last.Length = path->Length - folder.Length;
    if (last.Length == 0)
        return STATUS_OBJECT_NAME_INVALID;
    PVOID directory;
    const struct ob_open open = {.Type = &ob_directory_type, .Mode = KernelMode};
    NTSTATUS status = ob_open_by_name(root, &folder, &open, &directory);
    if (!NT_SUCCESS(status))
        return status;
    struct ob_header *header = ob_header_of(body);
    if (lookup(directory, &last))
        status = STATUS_OBJECT_NAME_COLLISION;
    else
        status = rtlp_copy_string(&header->Name, &last, TAG);
    if (NT_SUCCESS(status)) {
        header->Directory = directory;
        InsertTailList(&((struct directory *)directory)->Entries, &header->DirectoryEntry);
        ObfReferenceObject(body);
    } else {
        ObfDereferenceObject(directory);
    }
    return status;
}

void ob_remove_name(PVOID body)
{
    struct ob_header *header = ob_header_of(body);
    if (!header->Directory)
        return;
    RemoveEntryList(&header->DirectoryEntry);
    InitializeListHead(&header->DirectoryEntry);
    ObfDereferenceObject(header->Directory);
    header->Directory = NULL;
    ObfDereferenceObject(body);
}

static NTSTATUS finish(PVOID body, const struct ob_open *open, PVOID *result)
{
    if (open->Type && ob_header_of(body)->Type != open->Type)
        return STATUS_OBJECT_TYPE_MISMATCH;
    ObfReferenceObject(body);
    *result = body;
    return STATUS_SUCCESS;
}

static NTSTATUS walk(PVOID from, UNICODE_STRING path, const struct ob_open *open, ULONG links, PVOID *result)
{
    PVOID at = from;
    for (;;) {
        POBJECT_TYPE type = ob_header_of(at)->Type;
        UNICODE_STRING rest = path, part = next_part(&rest);
        if (type == &ob_symbolic_link_type && (part.Length || !(open->Attributes & OBJ_OPENLINK))) {
            UNICODE_STRING target;
            if (links == MOST_LINKS)
                return STATUS_STOPPED_ON_SYMLINK;
            NTSTATUS status = rtlp_join_strings(&target, &((struct symbolic_link *)at)->Target, &path, TAG);
            if (NT_SUCCESS(status)) {
                status = walk(root_directory, target, open, links + 1, result);
                ExFreePoolWithTag(target.Buffer, TAG);
            }
            return status;
        }
        if (type->Parse)
            return type->Parse(at, &path, open, result);
        if (part.Length == 0)
            return finish(at, open, result);
        if (type != &ob_directory_type)
            return STATUS_OBJECT_TYPE_MISMATCH;
        at = lookup(at, &part);
        if (!at)
            return rest.Length ? STATUS_OBJECT_PATH_NOT_FOUND : STATUS_OBJECT_NAME_NOT_FOUND;
        path = rest;
    }
}

NTSTATUS ob_open_by_name(PVOID root, PCUNICODE_STRING path, const struct ob_open *open, PVOID *result)
{
    if (!root && (path->Length < sizeof(WCHAR) || path->Buffer[0] != OBJ_NAME_PATH_SEPARATOR))
        return path->Length ? STATUS_OBJECT_PATH_SYNTAX_BAD : STATUS_OBJECT_NAME_INVALID;
    return walk(root ? root : root_directory, *path, open, 0, result);
}

NTSTATUS ob_open_by_attributes(const OBJECT_ATTRIBUTES *attributes, struct ob_open *open, PVOID *result)
{
    static const UNICODE_STRING empty = {0};
    PVOID root = NULL;
    open->Attributes = attributes->Attributes;
    if (attributes->RootDirectory) {
        NTSTATUS status = ObReferenceObjectByHandle(attributes->RootDirectory, 0, NULL, open->Mode, &root, NULL);
        if (!NT_SUCCESS(status))
            return status;
    }
    NTSTATUS status = ob_open_by_name(root, attributes->ObjectName ? attributes->ObjectName : &empty, open, result);
    if (root)
        ObfDereferenceObject(root);
    return status;
}

static NTSTATUS make_directory(PCWSTR path)
{
    struct directory *directory = ob_create(&ob_directory_type, 0);
    if (!directory)
        return STATUS_INSUFFICIENT_RESOURCES;
    InitializeListHead(&directory->Entries);
    ob_header_of(directory)->Permanent = TRUE;
    if (!root_directory) {
        root_directory = directory;
        return STATUS_SUCCESS;
    }
    UNICODE_STRING name;
    RtlInitUnicodeString(&name, path);
    NTSTATUS status = ob_insert(directory, NULL, &name);
    ObfDereferenceObject(directory);
    return status;
}

static NTSTATUS make_link(PCUNICODE_STRING name, PCUNICODE_STRING target)
{
    struct symbolic_link *link = ob_create(&ob_symbolic_link_type, 0);
    if (!link)
        return STATUS_INSUFFICIENT_RESOURCES;
    NTSTATUS status = rtlp_copy_string(&link->Target, target, TAG);
    if (NT_SUCCESS(status))
        status = ob_insert(link, NULL, name);
    ObfDereferenceObject(link);
    return status;
}

NTSTATUS ob_init(void)
{
    static const PCWSTR directories[] = {L"\\",           L"\\GLOBAL??",         L"\\Device",        L"\\Driver",
                                         L"\\FileSystem", L"\\BaseNamedObjects", L"\\KernelObjects", L"\\Callback",
                                         L"\\ObjectTypes"};
    static const PCWSTR links[][2] = {{L"\\??", L"\\GLOBAL??"},
                                      {L"\\DosDevices", L"\\??"},
                                      {L"\\GLOBAL??\\GLOBALROOT", L"\\"},
                                      {L"\\GLOBAL??\\Global", L"\\GLOBAL??"}};
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; NT_SUCCESS(status) && i < ARRAYSIZE(directories); i++)
        status = make_directory(directories[i]);
    for (ULONG i = 0; NT_SUCCESS(status) && i < ARRAYSIZE(links); i++) {
        UNICODE_STRING name, target;
        RtlInitUnicodeString(&name, links[i][0]);
        RtlInitUnicodeString(&target, links[i][1]);
        status = make_link(&name, &target);
    }
    return status;
}

__declspec(dllexport) bool SimNameAt(uint32_t index, sim_char16 *name, uint32_t units)
{
    static const WCHAR prefix[] = L"\\??\\";
    UNICODE_STRING path = RTL_CONSTANT_STRING(L"\\GLOBAL??");
    const struct ob_open open = {.Type = &ob_directory_type, .Mode = KernelMode};
    PVOID directory;
    bool found = false;
    if (!NT_SUCCESS(ob_open_by_name(NULL, &path, &open, &directory)))
        return false;
    struct directory *global = directory;
    for (LIST_ENTRY *entry = global->Entries.Flink; entry != &global->Entries && !found; entry = entry->Flink) {
        const struct ob_header *header = CONTAINING_RECORD(entry, struct ob_header, DirectoryEntry);
        if (index-- > 0)
            continue;
        if (sizeof(prefix) + header->Name.Length > units * sizeof(WCHAR))
            break;
        RtlCopyMemory(name, prefix, sizeof(prefix) - sizeof(WCHAR));
        RtlCopyMemory(name + ARRAYSIZE(prefix) - 1, header->Name.Buffer, header->Name.Length);
        name[ARRAYSIZE(prefix) - 1 + header->Name.Length / sizeof(WCHAR)] = 0;
        found = true;
    }
    ObfDereferenceObject(directory);
    return found;
}

NTSTATUS IoCreateSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName)
{
    const NTSTATUS status = make_link(SymbolicLinkName, DeviceName);
    if (NT_SUCCESS(status))
        vf_link_made(SymbolicLinkName, _ReturnAddress(), vf_here());
    return status;
}

NTSTATUS IoCreateUnprotectedSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName)
{
    const NTSTATUS status = make_link(SymbolicLinkName, DeviceName);
    if (NT_SUCCESS(status))
        vf_link_made(SymbolicLinkName, _ReturnAddress(), vf_here());
    return status;
}

NTSTATUS IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName)
{
    vf_link_deleted(SymbolicLinkName);
    PVOID link;
    const struct ob_open open = {.Type = &ob_symbolic_link_type, .Attributes = OBJ_OPENLINK, .Mode = KernelMode};
    NTSTATUS status = ob_open_by_name(NULL, SymbolicLinkName, &open, &link);
    if (NT_SUCCESS(status)) {
        ob_remove_name(link);
        ObfDereferenceObject(link);
    }
    return status;
}

NTSTATUS ob_insert_by_attributes(PVOID body, const OBJECT_ATTRIBUTES *attributes, KPROCESSOR_MODE mode)
{
    PVOID root = NULL;
    NTSTATUS status = STATUS_SUCCESS;
    if (attributes->RootDirectory)
        status = ObReferenceObjectByHandle(attributes->RootDirectory, 0, &ob_directory_type, mode, &root, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = ob_insert(body, root, attributes->ObjectName);
    if (root)
        ObfDereferenceObject(root);
    return status;
}

/* The full path, from the last part to the root. */
NTSTATUS ObQueryNameString(PVOID Object, POBJECT_NAME_INFORMATION ObjectNameInfo, ULONG Length, PULONG ReturnLength)
{
    SIZE_T bytes = 0;
    for (struct ob_header *at = ob_header_of(Object); at->Directory; at = ob_header_of(at->Directory))
        bytes += sizeof(WCHAR) + at->Name.Length;
    if (Object == root_directory)
        bytes = sizeof(WCHAR);
    *ReturnLength = (ULONG)(sizeof(*ObjectNameInfo) + (bytes ? bytes + sizeof(WCHAR) : 0));
    if (!ObjectNameInfo || Length < *ReturnLength)
        return STATUS_INFO_LENGTH_MISMATCH;
    ObjectNameInfo->Name = (UNICODE_STRING){0};
    if (bytes == 0)
        return STATUS_SUCCESS;
    PWSTR buffer = (PWSTR)(ObjectNameInfo + 1), end = buffer + bytes / sizeof(WCHAR);
    *end = 0;
    buffer[0] = OBJ_NAME_PATH_SEPARATOR;
    for (struct ob_header *at = ob_header_of(Object); at->Directory; at = ob_header_of(at->Directory)) {
        end -= at->Name.Length / sizeof(WCHAR);
        RtlCopyMemory(end, at->Name.Buffer, at->Name.Length);
        *--end = OBJ_NAME_PATH_SEPARATOR;
    }
    ObjectNameInfo->Name = (UNICODE_STRING){(USHORT)bytes, (USHORT)(bytes + sizeof(WCHAR)), buffer};
    return STATUS_SUCCESS;
}
