/* What drivers have given to the system and must take back before they are unloaded: routines that would be called. */
#include "ntsim/verifier/leftovers.h"
#include "ntsim/verifier/unloaded.h"

enum { MOST = 512 };

static struct registration {
    const VOID *Key; /* NULL: the row is free */
    const VOID *Routine;
    const char *What;
    vf_stack Stack;
} registrations[MOST];
static ULONG used; /* rows, from the first one on */

static struct registration *find(const VOID *key)
{
    for (ULONG i = 0; i < used; i++)
        if (registrations[i].Key == key)
            return &registrations[i];
    return NULL;
}

void vf_register(const char *what, const VOID *key, const VOID *routine, vf_stack stack)
{
    struct registration *row = vf_on ? find(NULL) : NULL;
    if (vf_on && !row && used < MOST)
        row = &registrations[used++];
    if (row)
        *row = (struct registration){key, routine, what, stack};
}

void vf_unregistered(const VOID *key)
{
    struct registration *row = find(key);
    if (row)
        row->Key = NULL;
}

void vf_rename_registered(const VOID *key, const VOID *other)
{
    struct registration *row = find(key);
    if (row)
        row->Key = other;
}

static BOOLEAN is_of(const struct registration *registration, const struct vf_unloaded *driver)
{
    return registration->Routine ? (ULONG64)registration->Routine - driver->Base < driver->Size
                                 : vf_is_of(registration->Stack, driver);
}

void vf_find_registrations(const struct vf_unloaded *driver)
{
    for (ULONG i = 0; i < used; i++) {
        if (!registrations[i].Key || !is_of(&registrations[i], driver))
            continue;
        vf_find("VRF0411", registrations[i].Stack, NULL, 0,
                "%s is unloaded, and %s that it has given to the system here is left", driver->Name,
                registrations[i].What);
        registrations[i].Key = NULL;
    }
}
