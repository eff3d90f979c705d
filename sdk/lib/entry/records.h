/*
 * What the entry stubs of both frameworks find in their image: records of the driver's other objects, gathered by the
 * linker between a marker in $a and one in $c. Both sections end up in .data. The includer defines ENTRY_INIT, what
 * stands before code that is needed at start only; GLOBALS; and VERSION_BIND_CLASS, VERSION_UNBIND_CLASS, the loader's
 * functions for class extensions.
 */
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

/*
 * Finds the next record from `at` on. The linker aligns records with zeros, and a record's first word, its size, is
 * never zero. At the end this is `end`; NULL says that what stands there is no record.
 */
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

/* The class extensions up to here are bound. */
static PVOID *classes_bound;

ENTRY_INIT static NTSTATUS bind_class(PWDF_CLASS_BIND_INFO Class)
{
    if (Class->ClientBindClass != NULL) {
        return Class->ClientBindClass(VERSION_BIND_CLASS, BIND_INFO, GLOBALS, Class);
    }
    return VERSION_BIND_CLASS(BIND_INFO, GLOBALS, Class);
}

static VOID unbind_class(PWDF_CLASS_BIND_INFO Class)
{
    if (Class->ClientUnbindClass != NULL) {
        Class->ClientUnbindClass(VERSION_UNBIND_CLASS, BIND_INFO, GLOBALS, Class);
    } else {
        VERSION_UNBIND_CLASS(BIND_INFO, GLOBALS, Class);
    }
}

ENTRY_INIT static NTSTATUS bind_classes(VOID)
{
    PVOID *end = section_pointer(classes_end);
    PVOID *at;

    classes_bound = section_pointer(classes_begin);
    at = next_class(classes_bound, end);
    while (at != NULL && at != end) {
        PWDF_CLASS_BIND_INFO class = (PWDF_CLASS_BIND_INFO)at;
        NTSTATUS status = bind_class(class);

        if (!NT_SUCCESS(status)) {
            return status;
        }
        classes_bound = at + class->Size / sizeof(*at);
        at = next_class(classes_bound, end);
    }
    return at != NULL ? STATUS_SUCCESS : STATUS_INVALID_IMAGE_FORMAT;
}

static VOID unbind_classes(VOID)
{
    PVOID *at = next_class(section_pointer(classes_begin), classes_bound);

    while (at != NULL && at != classes_bound) {
        PWDF_CLASS_BIND_INFO class = (PWDF_CLASS_BIND_INFO)at;

        unbind_class(class);
        at = next_class(at + class->Size / sizeof(*at), classes_bound);
    }
    classes_bound = section_pointer(classes_begin);
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
