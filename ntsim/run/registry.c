/* The service keys of the drivers under test. And memory that runs out. */
#include "ntsim/run/branch.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"

#include <stdlib.h>

void sim_set_registry_at(struct sim_place place, const WCHAR *key, const WCHAR *name, ULONG type, const void *data,
                         ULONG size)
{
    if (session_description.driver_count == 0)
        sim_fail(place, "there is no driver whose service key it could be");
    const NTSTATUS status = kernel_set_registry(session_description.drivers[0].service, (const uint16_t *)key,
                                                (const uint16_t *)name, type, data, size);
    sim_check_status(place, "the value is set", status, STATUS_SUCCESS);
}

/* ASCII, as the description has it. */
static ULONG widen(const char *text, uint16_t *out, ULONG room)
{
    ULONG count = 0;
    while (*text && count + 1 < room)
        out[count++] = (uint8_t)*text++;
    out[count] = 0;
    return count;
}

enum { ROOM = 1024, REG_BINARY = 3, REG_DWORD };

/* The value's data; returns its size. */
static ULONG convert(const struct value_record *value, uint16_t text[ROOM])
{
    ULONG size = 0;
    if (value->type == REG_DWORD) {
        const ULONG number = (ULONG)strtoul(value->data, NULL, 0);
        memcpy(text, &number, sizeof(number));
        return sizeof(number);
    }
    if (value->type != REG_BINARY)
        return (widen(value->data, text, ROOM) + 1) * (ULONG)sizeof(*text);
    for (const char *at = value->data; *at && size < ROOM * sizeof(*text); size++) {
        char *end;
        ((uint8_t *)text)[size] = (uint8_t)strtoul(at, &end, 16);
        at = *end ? end + 1 : end;
    }
    return size;
}

void registry_apply(const struct value_record *value)
{
    uint16_t key[ROOM], name[ROOM], text[ROOM];
    const ULONG size = convert(value, text);
    widen(value->key, key, ROOM);
    widen(value->name, name, ROOM);
    if (value->of_device)
        kernel_register_setting(value->service, key, name, value->type, text, size);
    else
        kernel_set_registry(value->service, key, name, value->type, text, size);
}

void sim_fail_allocation(LONGLONG after)
{
    if (!branch_taken()) /* one thing goes wrong in a run */
        kernel_fail_allocation(after);
}
