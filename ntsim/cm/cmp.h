/*
 * Inside Cm: the registry, a tree in memory that begins empty but for the keys that every system has.
 *
 * For PASSIVE_LEVEL. A pointer to a key is good while the caller has a reference to an object of that key; one to a
 * value, until something is written to its key.
 */
#ifndef NTSIM_CM_CMP_H
#define NTSIM_CM_CMP_H

#include "ntsim/ob/obp.h"

enum { CMP_TAG = '  MC' };

struct cm_value {
    LIST_ENTRY Entry;
    UNICODE_STRING Name; /* in pool; empty: the default value */
    ULONG Type, Size;
    PUCHAR Data;
};

/* A key lives while it is in the tree, or an object refers to it. */
struct cm_key {
    LIST_ENTRY Entry; /* among its parent's */
    LIST_ENTRY Children, Values;
    struct cm_key *Parent; /* NULL: the root, or deleted */
    UNICODE_STRING Name;   /* in pool */
    ULONG References;      /* of key objects and children */
    BOOLEAN Deleted;
    LONG64 LastWrite;
    PSECURITY_DESCRIPTOR SecurityDescriptor; /* with which it was created, self-relative; NULL: none, all may do all */
};

/* What a handle refers to. */
struct cm_key_object {
    struct cm_key *Key;
    LIST_ENTRY Contexts; /* of callbacks; zeroed before the first */
};

extern OBJECT_TYPE cm_key_type;

/* --- key.c --- */
NTSTATUS cm_init(void);
/* That of \Registry. */
PVOID cm_root_object(void);
/* What a create says beyond the name; an open gives none. */
struct cm_create {
    BOOLEAN WholePath;                       /* make what is missing on the way, too */
    PSECURITY_DESCRIPTOR SecurityDescriptor; /* of the key that is made last; or NULL */
    ULONG Disposition;                       /* REG_CREATED_NEW_KEY or REG_OPENED_EXISTING_KEY, out */
};
/* NULL: there is none. */
struct cm_key *cm_find_child(struct cm_key *parent, PCUNICODE_STRING name);
/* Out of the tree; what refers to it keeps it. It has no children. */
void cm_delete_key(struct cm_key *key);
ULONG cm_count(const LIST_ENTRY *list);

/* --- value.c --- */
/* NULL: there is none. */
struct cm_value *cm_find_value(struct cm_key *key, PCUNICODE_STRING name);
/* Copies name and data. STATUS_KEY_DELETED, STATUS_INSUFFICIENT_RESOURCES. */
NTSTATUS cm_set_value(struct cm_key *key, PCUNICODE_STRING name, ULONG type, const void *data, ULONG size);
void cm_delete_value(struct cm_value *value);

/* --- callback.c --- */
enum { CM_MOST_CALLBACKS = 16 }; /* further ones are not asked */
struct cm_operation {
    REG_NOTIFY_CLASS Before, After;
    PVOID Information;                  /* as callbacks get it */
    PVOID Object;                       /* the key's; of a create or open the root's */
    PVOID *Result;                      /* of a create or open: where its object goes, with a reference; else NULL */
    PVOID *CallContext, *ObjectContext; /* in Information */
    NTSTATUS Status;
    BOOLEAN Bypassed;
    ULONG Count;
    struct {
        PVOID Callback, CallContext;
    } Visits[CM_MOST_CALLBACKS];
};
/* CM_OPERATION(SetValueKey, information, object) */
#define CM_OPERATION(name, information, object)                                                                        \
    {                                                                                                                  \
        .Before = RegNtPre##name,                                                                                      \
        .After = RegNtPost##name,                                                                                      \
        .Information = &(information),                                                                                 \
        .Object = (object),                                                                                            \
        .CallContext = &(information).CallContext,                                                                     \
        .ObjectContext = &(information).ObjectContext,                                                                 \
    }
/* Asks all. True: the operation is to be done, and its status to go to operation->Status; then cm_end either way. */
BOOLEAN cm_begin(struct cm_operation *operation);
/* Tells all who were asked and said yes. The status for the caller. */
NTSTATUS cm_end(struct cm_operation *operation);
/* The object goes. */
void cm_clean_up_contexts(struct cm_key_object *object);

/* --- query.c --- */
/* Answers as the system services do: STATUS_BUFFER_TOO_SMALL where not even the fixed part fits, STATUS_BUFFER_OVERFLOW
 * where what fits was written. */
NTSTATUS cm_query_key(const struct cm_key *key, KEY_INFORMATION_CLASS class, PVOID buffer, ULONG length, PULONG needed);
NTSTATUS cm_query_value(const struct cm_value *value, KEY_VALUE_INFORMATION_CLASS class, PVOID buffer, ULONG length,
                        PULONG needed);

#endif
