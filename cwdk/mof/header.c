/*
 * The C header of WMI classes: for each class with a GUID the GUID, for each property with a WmiDataId a member, its
 * number and its size, for each method its number and its parameters.
 *
 * A data block has its members in the order of their WmiDataId, aligned as in C. From the first one of variable size on
 * there are no members: VariableData stands for the rest. A text with MaxLen is an array with its length in the first
 * element. (Public documentation of WMI's data blocks, and the use of such headers in Microsoft's public samples.)
 */
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"
#include "cwdk/mof/mof.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct writer {
    const struct mof *mof;
    struct text *t;
    struct arena *a;
    struct diag *d;
};

static const char *string_of(const struct mof_qualifier *list, const char *name, const char *fallback)
{
    const struct mof_qualifier *q = mof_find(list, name);
    return q && q->type == MOF_STRING ? q->text : fallback;
}

static int32_t number_of(const struct mof_qualifier *list, const char *name)
{
    const struct mof_qualifier *q = mof_find(list, name);
    return q && q->type == MOF_SINT32 ? q->number : 0;
}

static bool is_identifier(const char *text)
{
    if (!isalpha((unsigned char)*text) && *text != '_')
        return false;
    while (isalnum((unsigned char)*text) || *text == '_')
        text++;
    return !*text;
}

/* HeaderName gives a class or a property another name in C. */
static const char *c_name(const struct mof_qualifier *list, const char *name)
{
    const char *other = string_of(list, "HeaderName", name);
    return is_identifier(other) ? other : name;
}

static const struct mof_class *class_of(const struct writer *w, const char *name)
{
    for (const struct mof_class *c = w->mof->classes; c; c = c->next)
        if (!strcasecmp(c->name, name))
            return c;
    return NULL;
}

static const char *scalar_type(enum mof_type type)
{
    switch (type) {
    case MOF_BOOLEAN:
        return "BOOLEAN";
    case MOF_UINT8:
        return "UCHAR";
    case MOF_SINT8:
        return "CHAR";
    case MOF_UINT16:
        return "USHORT";
    case MOF_SINT16:
        return "SHORT";
    case MOF_UINT32:
        return "ULONG";
    case MOF_SINT32:
        return "LONG";
    case MOF_UINT64:
        return "ULONGLONG";
    case MOF_SINT64:
        return "LONGLONG";
    case MOF_CHAR16:
        return "WCHAR";
    case MOF_REAL32:
        return "float";
    case MOF_REAL64:
        return "double";
    default:
        return NULL;
    }
}

static bool is_fixed(const struct writer *w, const struct mof_class *c, unsigned depth);

/* The size of one element is known. */
static bool has_fixed_element(const struct writer *w, const struct mof_variable *v, unsigned depth)
{
    if (v->type == MOF_STRING)
        return number_of(v->qualifiers, "MaxLen") > 0;
    if (v->type == MOF_OBJECT) {
        const struct mof_class *c = class_of(w, v->type_name);
        return c && is_fixed(w, c, depth + 1);
    }
    return true;
}

static bool is_fixed(const struct writer *w, const struct mof_class *c, unsigned depth)
{
    bool fixed = depth < 16; /* classes in classes; one in itself has no size */
    for (const struct mof_variable *v = c->properties; v && fixed; v = v->next)
        fixed = !number_of(v->qualifiers, "WmiDataId") || (has_fixed_element(w, v, depth) && (!v->array || v->count));
    return fixed;
}

/* "sizeof(ULONG[4])" and "ULONG x[4]": the type, and what stands behind the name. */
static const char *element_type(const struct writer *w, const struct mof_variable *v)
{
    if (v->type == MOF_STRING || v->type == MOF_DATETIME)
        return "WCHAR";
    if (v->type == MOF_OBJECT) {
        const struct mof_class *c = class_of(w, v->type_name);
        return c_name(c->qualifiers, c->name);
    }
    return scalar_type(v->type);
}

static const char *dimensions(const struct writer *w, const struct mof_variable *v)
{
    const char *array = !v->array ? "" : arena_format(w->a, "[%u]", v->count ? v->count : 1);
    if (v->type == MOF_DATETIME)
        return arena_format(w->a, "%s[25]", array);
    if (v->type == MOF_STRING)
        return arena_format(w->a, "%s[%d + 1]", array, number_of(v->qualifiers, "MaxLen"));
    return array;
}

/* The structure `name` of the variables, which are in order. */
static void put_structure(struct writer *w, const char *name, const struct mof_variable *const *members,
                          const unsigned *ids)
{
    struct text *t = w->t;
    const char *last = NULL;
    bool fixed = true;
    text_format(t, "\ntypedef struct _%s {\n", name);
    for (size_t i = 0; members[i]; i++) {
        const struct mof_variable *v = members[i];
        const char *member = c_name(v->qualifiers, v->name);
        text_format(t, "#define %s_%s_ID %u\n", name, member, ids[i]);
        if (!fixed)
            continue;
        if (!has_fixed_element(w, v, 0)) {
            text_put(t, "    UCHAR VariableData[1];\n");
            fixed = false;
            continue;
        }
        text_format(t, "    %s %s%s;\n", element_type(w, v), member, dimensions(w, v));
        text_format(t, "#define %s_%s_SIZE sizeof(%s%s)\n", name, member, element_type(w, v), dimensions(w, v));
        last = member;
        fixed = !v->array || v->count;
    }
    if (!members[0])
        text_put(t, "    UCHAR Unused;\n");
    text_format(t, "} %s, *P%s;\n", name, name);
    if (fixed && last)
        text_format(t, "#define %s_SIZE (FIELD_OFFSET(%s, %s) + %s_%s_SIZE)\n", name, name, last, name, last);
}

static bool check_object(struct writer *w, const struct mof_variable *v)
{
    return v->type != MOF_OBJECT || class_of(w, v->type_name) ||
           diag_error(w->d, CODE_MOF0003, v->place, "there is no class %s in this file", v->type_name);
}

static bool put_block(struct writer *w, const struct mof_class *c, const char *name)
{
    size_t count = 0;
    for (const struct mof_variable *v = c->properties; v; v = v->next)
        count++;
    const struct mof_variable **members = arena_array(w->a, count + 1, sizeof *members);
    unsigned *ids = arena_array(w->a, count + 1, sizeof *ids);
    count = 0;
    for (const struct mof_variable *v = c->properties; v; v = v->next) {
        const int32_t id = number_of(v->qualifiers, "WmiDataId");
        if (!check_object(w, v))
            return false;
        if (id <= 0)
            continue;
        size_t i = count++;
        for (; i && ids[i - 1] > (unsigned)id; i--) {
            members[i] = members[i - 1];
            ids[i] = ids[i - 1];
        }
        members[i] = v;
        ids[i] = (unsigned)id;
    }
    for (size_t i = 0; i < count; i++)
        if (ids[i] != i + 1)
            return diag_error(w->d, CODE_MOF0003, members[i]->place,
                              "the WmiDataIds of %s are not 1, 2, 3 and so on: %s has %u", c->name, members[i]->name,
                              ids[i]);
    if (count)
        put_structure(w, name, members, ids);
    return true;
}

static bool put_parameters(struct writer *w, const struct mof_method *m, const char *direction, const char *suffix)
{
    size_t count = 1;
    for (const struct mof_variable *v = m->parameters; v; v = v->next)
        count++;
    const struct mof_variable **members = arena_array(w->a, count + 1, sizeof *members);
    unsigned *ids = arena_array(w->a, count + 1, sizeof *ids);
    count = 0;
    for (const struct mof_variable *v = m->parameters; v; v = v->next) {
        if (!check_object(w, v))
            return false;
        if (!mof_find(v->qualifiers, direction))
            continue;
        members[count] = v;
        ids[count] = (unsigned)count + 1;
        count++;
    }
    if (count)
        put_structure(w, arena_format(w->a, "%s_%s", m->name, suffix), members, ids);
    return true;
}

static bool put_class(struct writer *w, const struct mof_class *c, bool methods)
{
    const char *name = c_name(c->qualifiers, c->name), *text = string_of(c->qualifiers, "guid", NULL);
    struct text *t = w->t;
    unsigned g[11];
    if (!mof_find(c->qualifiers, "WMI") || !text)
        return true;
    char rest;
    const int read = sscanf(text + (*text == '{'), "%8x-%4x-%4x-%2x%2x-%2x%2x%2x%2x%2x%2x%c", &g[0], &g[1], &g[2],
                            &g[3], &g[4], &g[5], &g[6], &g[7], &g[8], &g[9], &g[10], &rest);
    if (read != (*text == '{' ? 12 : 11) || (read == 12 && rest != '}'))
        return diag_error(w->d, CODE_MOF0003, c->place, "guid(\"%s\") of %s is no GUID", text, c->name);
    text_format(t, "\n/* class %s */\n#define %sGuid \\\n    {0x%08x, 0x%04x, 0x%04x, {", c->name, name, g[0], g[1],
                g[2]);
    for (int i = 3; i < 11; i++)
        text_format(t, "%s0x%02x", i > 3 ? ", " : "", g[i]);
    text_format(t, "}}\n\n#if !defined(MIDL_PASS)\nDEFINE_GUID(%s_GUID, 0x%08x, 0x%04x, 0x%04x", name, g[0], g[1],
                g[2]);
    for (int i = 3; i < 11; i++)
        text_format(t, ", 0x%02x", g[i]);
    text_put(t, ");\n#endif\n");
    for (const struct mof_method *m = c->methods; m; m = m->next) {
        const int32_t id = number_of(m->qualifiers, "WmiMethodId");
        if (!id)
            return diag_error(w->d, CODE_MOF0003, c->place, "the method %s of %s has no WmiMethodId", m->name, c->name);
        text_format(t, "\n#define %s %d\n", m->name, id);
        if (methods && (!put_parameters(w, m, "in", "IN") || !put_parameters(w, m, "out", "OUT")))
            return false;
    }
    return put_block(w, c, name);
}

/* Before a class come those that it has in it. */
static bool put_in_order(struct writer *w, const struct mof_class *c, bool methods, const struct mof_class **done,
                         size_t *count, unsigned depth)
{
    for (size_t i = 0; i < *count; i++)
        if (done[i] == c)
            return true;
    if (depth > 64)
        return diag_error(w->d, CODE_MOF0003, c->place, "the class %s has itself in it", c->name);
    for (const struct mof_variable *v = c->properties; v; v = v->next) {
        const struct mof_class *inner = v->type == MOF_OBJECT ? class_of(w, v->type_name) : NULL;
        if (inner && !put_in_order(w, inner, methods, done, count, depth + 1))
            return false;
    }
    for (size_t i = 0; i < *count; i++)
        if (done[i] == c)
            return true;
    done[(*count)++] = c;
    return put_class(w, c, methods);
}

const char *mof_header(const struct mof *mof, bool methods, struct arena *a, struct diag *d)
{
    struct text t = {0};
    struct writer w = {.mof = mof, .t = &t, .a = a, .d = d};
    size_t all = 0, count = 0;
    bool ok = true;
    for (const struct mof_class *c = mof->classes; c; c = c->next)
        all++;
    const struct mof_class **done = arena_array(a, all + 1, sizeof *done);
    text_put(&t, "/* Made by cwdk mof. */\n#pragma once\n");
    for (const struct mof_class *c = mof->classes; c && ok; c = c->next)
        ok = put_in_order(&w, c, methods, done, &count, 0);
    const char *header = ok ? arena_string(a, t.data) : NULL;
    text_free(&t);
    return header;
}
