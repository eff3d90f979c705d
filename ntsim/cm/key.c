/* Keys and the walk along a path. */
#include "ntsim/cm/cmp.h"

#include "ntsim/ke/ki.h"
#include "ntsim/rtl/rtlp.h"
#include "ntsim/se/sep.h"

static struct cm_key root = {.Entry = {&root.Entry, &root.Entry},
                             .Children = {&root.Children, &root.Children},
                             .Values = {&root.Values, &root.Values},
                             .References = 1};

static void release(struct cm_key *key)
{
    if (--key->References > 0)
        return;
    while (!IsListEmpty(&key->Values))
        cm_delete_value(CONTAINING_RECORD(key->Values.Flink, struct cm_value, Entry));
    SeDeassignSecurity(&key->SecurityDescriptor);
    ExFreePoolWithTag(key->Name.Buffer, CMP_TAG);
    ExFreePoolWithTag(key, CMP_TAG);
}

/* Callers of user mode are checked, and those who ask for it. */
static NTSTATUS check_access(const struct cm_key *key, const struct ob_open *open)
{
    SECURITY_SUBJECT_CONTEXT subject;
    ACCESS_MASK granted;
    NTSTATUS status;
    if (!key->SecurityDescriptor || (open->Mode == KernelMode && !(open->Attributes & OBJ_FORCE_ACCESS_CHECK)))
        return STATUS_SUCCESS;
    SeCaptureSubjectContext(&subject);
    SeAccessCheck(key->SecurityDescriptor, &subject, FALSE, open->DesiredAccess, 0, NULL, &cm_key_type.Mapping,
                  UserMode, &granted, &status);
    SeReleaseSubjectContext(&subject);
    return status;
}

static void delete_object(PVOID body)
{
    struct cm_key *key = ((struct cm_key_object *)body)->Key;
    cm_clean_up_contexts(body);
    if (key)
        release(key);
}

/* The last handle is gone. */
static void close_object(PVOID body)
{
    REG_KEY_HANDLE_CLOSE_INFORMATION information = {.Object = body};
    struct cm_operation operation = CM_OPERATION(KeyHandleClose, information, body);
    cm_begin(&operation); /* nobody can refuse it */
    cm_clean_up_contexts(body);
    cm_end(&operation);
}

struct cm_key *cm_find_child(struct cm_key *parent, PCUNICODE_STRING name)
{
    for (LIST_ENTRY *entry = parent->Children.Flink; entry != &parent->Children; entry = entry->Flink) {
        struct cm_key *key = CONTAINING_RECORD(entry, struct cm_key, Entry);
        if (RtlEqualUnicodeString(&key->Name, name, TRUE))
            return key;
    }
    return NULL;
}

ULONG cm_count(const LIST_ENTRY *list)
{
    ULONG count = 0;
    for (const LIST_ENTRY *entry = list->Flink; entry != list; entry = entry->Flink)
        count++;
    return count;
}

static struct cm_key *add_child(struct cm_key *parent, PCUNICODE_STRING name)
{
    struct cm_key *key = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*key), CMP_TAG);
    if (!key)
        return NULL;
    if (!NT_SUCCESS(rtlp_copy_string(&key->Name, name, CMP_TAG))) {
        ExFreePoolWithTag(key, CMP_TAG);
        return NULL;
    }
    InitializeListHead(&key->Children);
    InitializeListHead(&key->Values);
    key->Parent = parent;
    key->References = 1;
    key->LastWrite = (LONG64)(ki_boot_time + ki_interrupt_time);
    InsertTailList(&parent->Children, &key->Entry);
    return key;
}

void cm_delete_key(struct cm_key *key)
{
    RemoveEntryList(&key->Entry);
    InitializeListHead(&key->Entry);
    key->Parent = NULL;
    key->Deleted = TRUE;
    release(key);
}

/* Cuts the first part off. */
static UNICODE_STRING next_part(UNICODE_STRING *path)
{
    while (path->Length && path->Buffer[0] == L'\\') {
        path->Buffer++;
        path->Length -= sizeof(WCHAR);
    }
    UNICODE_STRING part = {0, 0, path->Buffer};
    while (part.Length < path->Length && path->Buffer[part.Length / sizeof(WCHAR)] != L'\\')
        part.Length += sizeof(WCHAR);
    path->Buffer += part.Length / sizeof(WCHAR);
    path->Length -= part.Length;
    return part;
}

static NTSTATUS parse(PVOID body, PCUNICODE_STRING remaining, const struct ob_open *open, PVOID *result)
{
    struct cm_create *create = open->Context;
    struct cm_key *key = ((struct cm_key_object *)body)->Key;
    UNICODE_STRING path = *remaining;
    if (open->Type && open->Type != &cm_key_type)
        return STATUS_OBJECT_TYPE_MISMATCH;
    if (key->Deleted)
        return STATUS_KEY_DELETED;
    if (create)
        create->Disposition = REG_OPENED_EXISTING_KEY;
    for (UNICODE_STRING part = next_part(&path); part.Length; part = next_part(&path)) {
        struct cm_key *child = cm_find_child(key, &part);
        if (!child && (!create || (path.Length && !create->WholePath)))
            return STATUS_OBJECT_NAME_NOT_FOUND;
        if (!child) {
            child = add_child(key, &part);
            if (!child)
                return STATUS_INSUFFICIENT_RESOURCES;
            create->Disposition = REG_CREATED_NEW_KEY;
            if (create->SecurityDescriptor)
                SeAssignSecurity(NULL, create->SecurityDescriptor, &child->SecurityDescriptor, FALSE, NULL,
                                 &cm_key_type.Mapping, PagedPool);
        }
        key = child;
    }
    if (!create || create->Disposition == REG_OPENED_EXISTING_KEY) {
        NTSTATUS status = check_access(key, open);
        if (!NT_SUCCESS(status))
            return status;
    }
    struct cm_key_object *object = ob_create(&cm_key_type, 0);
    if (!object)
        return STATUS_INSUFFICIENT_RESOURCES;
    object->Key = key;
    key->References++;
    *result = object;
    return STATUS_SUCCESS;
}

OBJECT_TYPE cm_key_type = {
    .Name = L"Key",
    .BodySize = sizeof(struct cm_key_object),
    .Delete = delete_object,
    .Close = close_object,
    .Parse = parse,
    .Mapping = {KEY_READ, KEY_WRITE, KEY_EXECUTE, KEY_ALL_ACCESS},
};
POBJECT_TYPE key_object_type = &cm_key_type;
POBJECT_TYPE *CmKeyObjectType = &key_object_type;
#pragma comment(linker, "/EXPORT:CmKeyObjectType=key_object_type,DATA")

static PVOID root_object;

PVOID cm_root_object(void)
{
    return root_object;
}

/* Devices' keys are the PnP manager's: others may look. */
static NTSTATUS guard_devices(void)
{
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Registry\\Machine\\System\\CurrentControlSet\\Enum");
    const struct ob_open open = {.Type = &cm_key_type};
    PVOID object;
    NTSTATUS status = ob_open_by_name(NULL, &name, &open, &object);
    if (!NT_SUCCESS(status))
        return status;
    struct cm_key *key = ((struct cm_key_object *)object)->Key;
    status = sep_make_descriptor(L"D:P(A;;0xF003F;;;SY)(A;;0x20019;;;WD)", &key->SecurityDescriptor);
    ObDereferenceObject(object);
    return status;
}

NTSTATUS cm_init(void)
{
    static const PCWSTR keys[] = {L"\\Registry\\Machine\\System\\CurrentControlSet\\Services",
                                  L"\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class",
                                  L"\\Registry\\Machine\\System\\CurrentControlSet\\Enum\\Root",
                                  L"\\Registry\\Machine\\Software\\Microsoft\\Windows NT\\CurrentVersion",
                                  L"\\Registry\\Machine\\Hardware\\DeviceMap",
                                  L"\\Registry\\User\\.Default"};
    struct cm_key_object *object = ob_create(&cm_key_type, 0);
    UNICODE_STRING name;
    if (!object)
        return STATUS_INSUFFICIENT_RESOURCES;
    object->Key = &root;
    root_object = object;
    root.References++;
    ob_header_of(object)->Permanent = TRUE;
    RtlInitUnicodeString(&name, L"\\Registry");
    NTSTATUS status = ob_insert(object, NULL, &name);
    for (ULONG i = 0; NT_SUCCESS(status) && i < ARRAYSIZE(keys); i++) {
        struct cm_create create = {.WholePath = TRUE};
        const struct ob_open open = {.Type = &cm_key_type, .Context = &create};
        PVOID key;
        RtlInitUnicodeString(&name, keys[i]);
        status = ob_open_by_name(NULL, &name, &open, &key);
        if (NT_SUCCESS(status))
            ObDereferenceObject(key);
    }
    return NT_SUCCESS(status) ? guard_devices() : status;
}
