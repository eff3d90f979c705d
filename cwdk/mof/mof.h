/*
 * The MOF compiler: classes of WMI become a binary MOF resource, and a C header with their GUIDs, data blocks and
 * methods (what wmimofck -h makes).
 *
 * Source of facts: the public documentation of MOF, of WMI's qualifiers and of wmimofck; Pali Rohár's description of
 * the binary format, and binary MOFs in the ACPI tables of public machines.
 */
#ifndef CWDK_MOF_MOF_H
#define CWDK_MOF_MOF_H

#include "cwdk/host/file.h"

#define MOF_SIZE_LIMIT ((size_t)4 * 1024 * 1024) /* bytes of a .mof */

/* Types of data; the numbers are CIM's (CIMTYPE_ENUMERATION). */
enum mof_type {
    MOF_NONE = 0, /* void */
    MOF_SINT16 = 2,
    MOF_SINT32 = 3,
    MOF_REAL32 = 4,
    MOF_REAL64 = 5,
    MOF_STRING = 8,
    MOF_BOOLEAN = 11,
    MOF_OBJECT = 13,
    MOF_SINT8 = 16,
    MOF_UINT8 = 17,
    MOF_UINT16 = 18,
    MOF_UINT32 = 19,
    MOF_SINT64 = 20,
    MOF_UINT64 = 21,
    MOF_DATETIME = 101,
    MOF_CHAR16 = 103,
};

struct mof_qualifier {
    const char *name;
    enum mof_type type; /* MOF_BOOLEAN, MOF_SINT32, MOF_STRING; MOF_NONE: a list */
    int32_t number;     /* of a boolean, too */
    const char *text;
    uint32_t flavor; /* bits of WBEM_FLAVOR_TYPE */
    struct mof_qualifier *next;
};

/* A property, or a parameter of a method. */
struct mof_variable {
    const char *name;
    enum mof_type type;
    const char *type_name; /* as the file spells it; of an object the class */
    bool array;
    uint32_t count; /* of an array; 0: as many as there are */
    struct mof_qualifier *qualifiers;
    struct diag_place place;
    struct mof_variable *next;
};

struct mof_method {
    const char *name;
    struct mof_variable *result; /* NULL: void */
    struct mof_variable *parameters;
    struct mof_qualifier *qualifiers;
    struct mof_method *next;
};

struct mof_class {
    const char *name, *super; /* super: NULL for none */
    const char *space;        /* its namespace */
    struct mof_qualifier *qualifiers;
    struct mof_variable *properties;
    struct mof_method *methods;
    struct diag_place place;
    struct mof_class *next;
};

struct mof {
    const char *path;
    struct mof_class *classes;
};

/* Reads MOF text: UTF-16 or UTF-8 by its byte order mark, else one byte a character. All in the arena. Reports what is
 * wrong and what is not supported, and warns of qualifiers that the binary form leaves out. */
bool mof_parse(const char *path, struct bytes content, struct arena *a, struct mof *out, struct diag *d);

/* The binary form, compressed as Windows wants it. */
struct bytes mof_binary(const struct mof *mof, struct arena *a);

/* The C header. `methods`: with structures for their parameters. NULL after reporting. */
const char *mof_header(const struct mof *mof, bool methods, struct arena *a, struct diag *d);

/* A qualifier by its name in any case, or NULL. */
const struct mof_qualifier *mof_find(const struct mof_qualifier *list, const char *name);

/* compress.c: DoubleSpace's compression, version 0.1, with its head. */
struct bytes mof_compress(struct bytes plain, struct arena *a);

#endif
