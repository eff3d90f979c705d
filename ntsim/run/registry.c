/* The service keys of the drivers under test. And memory that runs out. */
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

void registry_apply(const struct value_record *value)
{
    enum { ROOM = 1024, REG_DWORD = 4 };
    uint16_t key[ROOM], name[ROOM], text[ROOM];
    const ULONG number = (ULONG)strtoul(value->data, NULL, 0);
    widen(value->key, key, ROOM);
    widen(value->name, name, ROOM);
    const ULONG size = (widen(value->data, text, ROOM) + 1) * (ULONG)sizeof(*text);
    const bool is_number = value->type == REG_DWORD;
    kernel_set_registry(value->service, key, name, value->type, is_number ? (const void *)&number : text,
                        is_number ? sizeof(number) : size);
}

void sim_fail_allocation(LONGLONG after)
{
    kernel_fail_allocation(after);
}
