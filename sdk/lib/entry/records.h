/*
 * Records that the driver's other objects leave for the entry stubs, gathered by the linker between a marker in $a and
 * one in $c: those of class extensions, and those of context types. Both sections end up in .data.
 *
 * The linker aligns records with zeros, and a record's first word, its size, is never zero. The includer may define
 * ENTRY_INIT, an attribute for code that only the start needs.
 */
#ifndef ENTRY_INIT
#define ENTRY_INIT
#endif

#pragma section(".kmdfclassbind$a", read, write)
#pragma section(".kmdfclassbind$c", read, write)
#pragma section(".kmdftypeinit$a", read, write)
#pragma section(".kmdftypeinit$c", read, write)
#pragma comment(linker, "/merge:.kmdfclassbind=.data")
#pragma comment(linker, "/merge:.kmdftypeinit=.data")

__declspec(allocate(".kmdfclassbind$a")) static PVOID classes_begin[2] = {NULL};
__declspec(allocate(".kmdfclassbind$c")) static PVOID classes_end[2] = {NULL};
__declspec(allocate(".kmdftypeinit$a")) static PVOID types_begin[2] = {NULL};
__declspec(allocate(".kmdftypeinit$c")) static PVOID types_end[2] = {NULL};

/* To the compiler the markers are two-element arrays of NULLs; this makes it forget where a pointer came from. */
static PVOID *section_pointer(PVOID *marker)
{
    __asm__ volatile("" : "+r"(marker));
    return marker;
}

/* The next record from `at` on, of either size; at the end `end`, and NULL says that what stands there is no record. */
static PVOID *next_record(PVOID *at, PVOID *end, ULONG size, ULONG other_size)
{
    while (at < end && *at == NULL) {
        at++;
    }
    if (at >= end) {
        return end;
    }
    ULONG found = *(ULONG *)at;
    if ((found != size && found != other_size) || found > (ULONG_PTR)end - (ULONG_PTR)at) {
        return NULL;
    }
    return at;
}

static PVOID *next_class(PVOID *at, PVOID *end)
{
    return next_record(at, end, sizeof(WDF_CLASS_BIND_INFO), sizeof(WDF_CLASS_BIND_INFO2));
}

/* Context types that the driver shares with another learn their identity from that one. */
ENTRY_INIT static NTSTATUS init_types(VOID)
{
    const ULONG size = sizeof(WDF_OBJECT_CONTEXT_TYPE_INFO);
    PVOID *end = section_pointer(types_end);
    PVOID *at = next_record(section_pointer(types_begin), end, size, size);

    while (at != NULL && at != end) {
        PWDF_OBJECT_CONTEXT_TYPE_INFO type = (PWDF_OBJECT_CONTEXT_TYPE_INFO)at;

        if (type->EvtDriverGetUniqueContextType != NULL) {
            type->UniqueType = type->EvtDriverGetUniqueContextType();
            if (type->UniqueType == NULL) {
                return STATUS_INVALID_IMAGE_FORMAT;
            }
        }
        at = next_record(at + size / sizeof(*at), end, size, size);
    }
    return at != NULL ? STATUS_SUCCESS : STATUS_INVALID_IMAGE_FORMAT;
}
