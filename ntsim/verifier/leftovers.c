/* Symbolic links and who made them. */
#include "ntsim/verifier/leftovers.h"

enum { LINKS = 64, NAME = 64 };

static struct link {
    WCHAR Name[NAME];
    USHORT Length; /* in bytes; 0: the row is free */
    ULONG64 Caller;
    vf_stack Stack;
} links[LINKS];

static UNICODE_STRING name_of(struct link *link)
{
    return (UNICODE_STRING){.Length = link->Length, .MaximumLength = link->Length, .Buffer = link->Name};
}

static struct link *find(PCUNICODE_STRING name)
{
    for (ULONG i = 0; i < LINKS; i++) {
        const UNICODE_STRING own = name_of(&links[i]);
        if (links[i].Length && RtlEqualUnicodeString(&own, name, TRUE))
            return &links[i];
    }
    return NULL;
}

void vf_link_made(PCUNICODE_STRING name, const VOID *caller, vf_stack stack)
{
    if (!vf_is_driver_itself(caller) || name->Length == 0 || name->Length > sizeof(links[0].Name))
        return;
    for (ULONG i = 0; i < LINKS; i++) {
        if (links[i].Length)
            continue;
        RtlCopyMemory(links[i].Name, name->Buffer, name->Length);
        links[i].Length = name->Length;
        links[i].Caller = (ULONG64)caller;
        links[i].Stack = stack;
        return;
    }
}

void vf_link_deleted(PCUNICODE_STRING name)
{
    struct link *link = find(name);
    if (link)
        link->Length = 0;
}

void vf_links_left(const char *image, ULONG64 base, SIZE_T size)
{
    for (ULONG i = 0; i < LINKS; i++) {
        UNICODE_STRING name = name_of(&links[i]);
        if (!links[i].Length || links[i].Caller - base >= size)
            continue;
        vf_find("VRF0802", links[i].Stack, NULL, 0, "%s goes, and leaves the symbolic link %wZ that it made here",
                image, &name);
        links[i].Length = 0;
    }
}
