/*
 * Inside Ob: every object is a body behind a header that counts its references and knows its type.
 *
 * Reference counts are those of NT: a pointer count that holds the body, and a handle count within it. A type's delete
 * routine runs when the last reference goes, on whatever thread that happens; its close routine when the last handle
 * does.
 *
 * Names and handles are for PASSIVE_LEVEL, ob_create and references for up to DISPATCH_LEVEL.
 */
#ifndef NTSIM_OB_OBP_H
#define NTSIM_OB_OBP_H

#include <ntifs.h>

struct ob_open;
typedef struct _OBJECT_TYPE OBJECT_TYPE;
struct _OBJECT_TYPE {
    PCWSTR Name;
    SIZE_T BodySize;            /* 0: given at each creation */
    void (*Delete)(PVOID body); /* or NULL */
    void (*Close)(PVOID body);  /* the last handle is gone; or NULL */
    /*
     * Opens what `remaining` names below the object (empty: the object itself); NULL where nothing is below. The result
     * has a reference. `context` is what ob_open_by_name was given.
     */
    NTSTATUS (*Parse)(PVOID body, PCUNICODE_STRING remaining, const struct ob_open *open, PVOID *result);
    GENERIC_MAPPING Mapping;
    BOOLEAN Waitable; /* the body begins with a DISPATCHER_HEADER */
    ULONG Objects;    /* that exist */
};

struct ob_header {
    LONG64 PointerCount, HandleCount;
    POBJECT_TYPE Type;
    LIST_ENTRY DirectoryEntry; /* in the directory that names it; self-linked where none does */
    UNICODE_STRING Name;       /* the last part, in pool; empty for nameless objects */
    PVOID Directory;           /* body of the directory object */
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    BOOLEAN Permanent;
    DECLSPEC_ALIGN(16) UCHAR Body[];
};

static inline struct ob_header *ob_header_of(PVOID body)
{
    return CONTAINING_RECORD(body, struct ob_header, Body);
}

extern OBJECT_TYPE ob_directory_type, ob_symbolic_link_type;

/* --- object.c --- */
/* A zeroed body with one reference and no name; `size` is used where the type has no size of its own. NULL: no memory.
 */
PVOID ob_create(POBJECT_TYPE type, SIZE_T size);

/* --- name.c --- */
/* Makes the root and the directories that every system has. */
NTSTATUS ob_init(void);
/*
 * Names an object: `path` is absolute, or relative to `root` (a directory's body) where that is not NULL. The directory
 * takes a reference. STATUS_OBJECT_NAME_COLLISION where the name is taken.
 */
NTSTATUS ob_insert(PVOID body, PVOID root, PCUNICODE_STRING path);
/* Takes the name away, and with it the directory's reference. Nothing where there is no name. */
void ob_remove_name(PVOID body);

struct ob_open {
    POBJECT_TYPE Type; /* wanted; NULL: any */
    ULONG Attributes;
    ACCESS_MASK DesiredAccess;
    KPROCESSOR_MODE Mode;
    PVOID Context; /* for the types' parse routines */
};

/* Names an object as OBJECT_ATTRIBUTES say; they have been probed. */
NTSTATUS ob_insert_by_attributes(PVOID body, const OBJECT_ATTRIBUTES *attributes, KPROCESSOR_MODE mode);

/* The object of that path, with a reference. */
NTSTATUS ob_open_by_name(PVOID root, PCUNICODE_STRING path, const struct ob_open *open, PVOID *result);
/* The same for what OBJECT_ATTRIBUTES say. The caller has probed them. */
NTSTATUS ob_open_by_attributes(const OBJECT_ATTRIBUTES *attributes, struct ob_open *open, PVOID *result);

/* --- handle.c --- */
/* A handle to the object, which takes a reference of its own. */
NTSTATUS ob_create_handle(PVOID body, ACCESS_MASK access, ULONG attributes, PHANDLE handle);
/* The same for a copy of a handle that `source`, a process, has. */
NTSTATUS ob_duplicate_handle(PVOID body, PVOID source, ACCESS_MASK access, ULONG attributes, PHANDLE handle);
/* A handle to the object that OBJECT_ATTRIBUTES name; see ob_open_by_attributes. */
NTSTATUS ob_open_handle(const OBJECT_ATTRIBUTES *attributes, struct ob_open *open, PHANDLE handle);

/* --- security.c --- */
/* Gives the object a copy of the descriptor. STATUS_INVALID_SECURITY_DESCR. */
NTSTATUS ob_set_security(PVOID body, PSECURITY_DESCRIPTOR descriptor);

/* --- callback.c --- */
enum { OB_MOST_CALLBACKS = 16 }; /* further registrations are not asked */
struct ob_handle_operation {
    OB_OPERATION What;
    PVOID Object, SourceProcess, TargetProcess; /* the processes of a duplicate */
    POBJECT_TYPE Type;
    BOOLEAN KernelHandle;
    ACCESS_MASK Original, Granted; /* in; out: what is left of it */
    ULONG Count;
    struct {
        PVOID Registration, CallContext;
    } Visits[OB_MOST_CALLBACKS];
};
/* Asks before a handle to a process or thread is made, tells after it. */
void ob_before_handle(struct ob_handle_operation *operation);
void ob_after_handle(struct ob_handle_operation *operation, NTSTATUS status);

/* Generic rights become the type's own. */
ACCESS_MASK ob_map_access(POBJECT_TYPE type, ACCESS_MASK access);

#endif
