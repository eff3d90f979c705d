/* Which drivers a device has: what INF files and the registry's Services say elsewhere, the host says here. */
#include "ntsim/pnp/pip.h"

struct registration {
    LIST_ENTRY Entry;
    PWSTR Id;
    PDRIVER_OBJECT *Drivers;
    ULONG Count;
};

static LIST_ENTRY registrations = {&registrations, &registrations};

static struct registration *find(PCWSTR id)
{
    UNICODE_STRING wanted, known;
    RtlInitUnicodeString(&wanted, id);
    for (LIST_ENTRY *entry = registrations.Flink; entry != &registrations; entry = entry->Flink) {
        struct registration *registration = CONTAINING_RECORD(entry, struct registration, Entry);
        RtlInitUnicodeString(&known, registration->Id);
        if (RtlEqualUnicodeString(&wanted, &known, TRUE))
            return registration;
    }
    return NULL;
}

static const struct registration *find_in(PCWSTR list)
{
    const struct registration *found = NULL;
    for (PCWSTR id = list; id && *id && !found; id += pip_string_size(id) / sizeof(WCHAR))
        found = find(id);
    return found;
}

NTSTATUS pip_set_drivers(struct pip_node *node, PDRIVER_OBJECT const *drivers, ULONG count)
{
    if (count == 0)
        return STATUS_SUCCESS;
    PDRIVER_OBJECT *own = pip_copy(drivers, count * sizeof(*drivers));
    if (!own)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (node->Drivers)
        ExFreePoolWithTag(node->Drivers, PIP_TAG);
    node->Drivers = own;
    node->DriverCount = count;
    return STATUS_SUCCESS;
}

NTSTATUS pip_find_drivers(struct pip_node *node)
{
    if (node->DriverCount)
        return STATUS_SUCCESS;
    const struct registration *registration = find_in(node->HardwareIds);
    if (!registration)
        registration = find_in(node->CompatibleIds);
    return registration ? pip_set_drivers(node, registration->Drivers, registration->Count) : STATUS_SUCCESS;
}

static void forget(struct registration *registration)
{
    RemoveEntryList(&registration->Entry);
    ExFreePoolWithTag(registration->Id, PIP_TAG);
    ExFreePoolWithTag(registration->Drivers, PIP_TAG);
    ExFreePoolWithTag(registration, PIP_TAG);
}

__declspec(dllexport) int32_t SimRegisterDriver(const uint16_t *hardware_id, void *const *drivers, uint32_t count)
{
    struct registration *old = find(hardware_id), *registration;
    if (old)
        forget(old);
    if (count == 0)
        return STATUS_SUCCESS;
    registration = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*registration), PIP_TAG);
    if (!registration)
        return STATUS_INSUFFICIENT_RESOURCES;
    registration->Id = pip_copy(hardware_id, pip_string_size(hardware_id));
    registration->Drivers = pip_copy(drivers, count * sizeof(*drivers));
    registration->Count = count;
    if (!registration->Id || !registration->Drivers)
        return STATUS_INSUFFICIENT_RESOURCES;
    InsertTailList(&registrations, &registration->Entry);
    return STATUS_SUCCESS;
}
