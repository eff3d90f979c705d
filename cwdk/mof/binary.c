/*
 * Binary MOF. Everything has its size in front, names and texts are UTF-16 ended by a zero and filled up to four bytes;
 * after the classes a list tells the flavors of qualifiers.
 */
#include "cwdk/host/blob.h"
#include "cwdk/mof/mof.h"

#include <string.h>
#include <strings.h>

enum { NONE = 0xFFFFFFFF, ARRAY = 0x2000, FLAVOR_CIMTYPE = 0x03, FLAVOR_ID = 0x11 };

struct encoder {
    struct blob b;
    struct blob flavors; /* offset and flavor of each qualifier that has one */
};

static size_t begin(struct encoder *e)
{
    blob_u32(&e->b, 0);
    return e->b.size - 4;
}

static void end(struct encoder *e, size_t start)
{
    blob_patch32(&e->b, start, e->b.size - start);
}

static size_t put_text(struct encoder *e, const char *text)
{
    const size_t start = e->b.size;
    blob_utf16(&e->b, text);
    blob_u16(&e->b, 0);
    while ((e->b.size - start) % 4)
        blob_u8(&e->b, 0);
    return e->b.size - start;
}

static void put_qualifier(struct encoder *e, const char *name, enum mof_type type, int32_t number, const char *text,
                          uint32_t flavor)
{
    const size_t start = begin(e);
    blob_u32(&e->b, (size_t)type);
    blob_u32(&e->b, 0);
    const size_t length = e->b.size;
    blob_u32(&e->b, 0);
    blob_patch32(&e->b, length, put_text(e, name));
    if (type == MOF_STRING)
        put_text(e, text);
    else
        blob_u32(&e->b, type == MOF_BOOLEAN ? (number ? 0xFFFF : 0) : (uint32_t)number);
    end(e, start);
    if (flavor) {
        blob_u32(&e->flavors, start);
        blob_u32(&e->flavors, flavor);
    }
}

/* The block of qualifiers is open: its count so far. */
static size_t begin_qualifiers(struct encoder *e, const struct mof_qualifier *list, size_t *count)
{
    const size_t start = begin(e);
    blob_u32(&e->b, 0);
    *count = 0;
    for (; list; list = list->next) {
        if (list->type == MOF_NONE)
            continue;
        put_qualifier(e, list->name, list->type, list->number, list->text, list->flavor);
        ++*count;
    }
    return start;
}

static void end_qualifiers(struct encoder *e, size_t start, size_t count)
{
    blob_patch32(&e->b, start + 4, count);
    end(e, start);
}

/* `id` is the place of a parameter among all of its method; negative for a property and for what a method returns. */
static void put_variable(struct encoder *e, const struct mof_variable *v, int id, const char *only)
{
    const size_t start = begin(e);
    size_t count;
    blob_u32(&e->b, (size_t)v->type | (v->array ? ARRAY : 0));
    blob_u32(&e->b, 0);
    blob_u32(&e->b, NONE);
    const size_t length = e->b.size;
    blob_u32(&e->b, 0);
    blob_patch32(&e->b, length, put_text(e, v->name));
    struct mof_qualifier *kept = NULL, **last = &kept;
    for (const struct mof_qualifier *q = v->qualifiers; q; q = q->next) {
        const bool in = !strcasecmp(q->name, "in"), out = !strcasecmp(q->name, "out");
        if (only && (in || out) && strcasecmp(q->name, only) != 0)
            continue;
        *last = arena_copy(e->b.a, q, sizeof *q);
        (*last)->next = NULL;
        last = &(*last)->next;
    }
    const size_t qualifiers = begin_qualifiers(e, kept, &count);
    if (v->array && v->count) {
        put_qualifier(e, "MAX", MOF_SINT32, (int32_t)v->count, NULL, 0);
        count++;
    }
    if (id >= 0) {
        put_qualifier(e, "ID", MOF_SINT32, id, NULL, FLAVOR_ID);
        count++;
    }
    const char *type = v->type == MOF_OBJECT ? arena_format(e->b.a, "object:%s", v->type_name) : v->type_name;
    put_qualifier(e, "CIMTYPE", MOF_STRING, 0, type, FLAVOR_CIMTYPE);
    end_qualifiers(e, qualifiers, count + 1);
    end(e, start);
}

/* __CLASS and its like. */
static void put_system(struct encoder *e, const char *name, const char *text)
{
    const size_t start = begin(e);
    blob_u32(&e->b, MOF_STRING);
    blob_u32(&e->b, 0);
    const size_t length = e->b.size;
    blob_u32(&e->b, 0);
    blob_u32(&e->b, NONE);
    blob_patch32(&e->b, length, put_text(e, name));
    put_text(e, text);
    end(e, start);
}

/* Parameters of one direction, as an object of the class __PARAMETERS. False where there are none. */
static bool put_parameters(struct encoder *e, const struct mof_method *m, const char *direction)
{
    const bool out = !strcmp(direction, "out");
    size_t count = out && m->result;
    for (const struct mof_variable *v = m->parameters; v; v = v->next)
        count += mof_find(v->qualifiers, direction) != NULL;
    if (!count)
        return false;
    const size_t start = begin(e);
    blob_u32(&e->b, NONE);
    blob_u32(&e->b, 0);
    const size_t length = e->b.size;
    blob_u32(&e->b, 0);
    blob_u32(&e->b, 1);
    const size_t data = e->b.size, properties = begin(e);
    blob_u32(&e->b, count + 1);
    int id = 0;
    for (const struct mof_variable *v = m->parameters; v; v = v->next, id++)
        if (mof_find(v->qualifiers, direction))
            put_variable(e, v, id, direction);
    if (out && m->result)
        put_variable(e, m->result, -1, direction);
    put_system(e, "__CLASS", "__PARAMETERS");
    end(e, properties);
    blob_patch32(&e->b, length, e->b.size - data);
    blob_u32(&e->b, 8); /* no methods */
    blob_u32(&e->b, 0);
    end(e, start);
    return true;
}

static void put_method(struct encoder *e, const struct mof_method *m)
{
    const size_t start = begin(e);
    size_t count;
    const bool parameters = m->parameters || m->result;
    blob_u32(&e->b, parameters ? ARRAY | MOF_OBJECT : 0);
    blob_u32(&e->b, 0);
    const size_t places = e->b.size;
    blob_u32(&e->b, NONE);
    blob_u32(&e->b, 0);
    const size_t name = put_text(e, m->name);
    if (parameters) {
        blob_patch32(&e->b, places, name);
        const size_t list = begin(e);
        blob_u32(&e->b, 1);
        const size_t head = e->b.size;
        blob_u32(&e->b, 0);
        blob_u32(&e->b, 0);
        size_t objects = put_parameters(e, m, "in");
        objects += put_parameters(e, m, "out");
        blob_patch32(&e->b, head, objects);
        blob_patch32(&e->b, head + 4, e->b.size - head - 4);
        end(e, list);
    }
    blob_patch32(&e->b, places + 4, e->b.size - places - 8);
    const size_t qualifiers = begin_qualifiers(e, m->qualifiers, &count);
    end_qualifiers(e, qualifiers, count);
    end(e, start);
}

static void put_class(struct encoder *e, const struct mof_class *c)
{
    const size_t start = begin(e);
    size_t count;
    blob_u32(&e->b, 0);
    const size_t sizes = e->b.size;
    blob_u32(&e->b, 0);
    blob_u32(&e->b, 0);
    blob_u32(&e->b, 0);
    const size_t data = e->b.size, qualifiers = begin_qualifiers(e, c->qualifiers, &count);
    end_qualifiers(e, qualifiers, count);
    blob_patch32(&e->b, sizes, e->b.size - data);
    const size_t properties = begin(e);
    blob_u32(&e->b, 0);
    count = c->super ? 3 : 2;
    for (const struct mof_variable *v = c->properties; v; v = v->next, count++)
        put_variable(e, v, -1, NULL);
    put_system(e, "__CLASS", c->name);
    put_system(e, "__NAMESPACE", c->space);
    if (c->super)
        put_system(e, "__SUPERCLASS", c->super);
    blob_patch32(&e->b, properties + 4, count);
    end(e, properties);
    blob_patch32(&e->b, sizes + 4, e->b.size - data);
    const size_t methods = begin(e);
    blob_u32(&e->b, 0);
    count = 0;
    for (const struct mof_method *m = c->methods; m; m = m->next, count++)
        put_method(e, m);
    blob_patch32(&e->b, methods + 4, count);
    end(e, methods);
    end(e, start);
}

struct bytes mof_binary(const struct mof *mof, struct arena *a)
{
    struct encoder e = {.b = {.a = a}, .flavors = {.a = a}};
    size_t count = 0;
    blob_put(&e.b, "FOMB", 4);
    blob_u32(&e.b, 0);
    blob_u32(&e.b, 1);
    blob_u32(&e.b, 1);
    blob_u32(&e.b, 0);
    for (const struct mof_class *c = mof->classes; c; c = c->next, count++)
        put_class(&e, c);
    blob_patch32(&e.b, 4, e.b.size);
    blob_patch32(&e.b, 16, count);
    blob_put(&e.b, "BMOFQUALFLAVOR11", 16);
    blob_u32(&e.b, e.flavors.size / 8);
    blob_put(&e.b, e.flavors.data, e.flavors.size);
    const struct bytes packed = mof_compress((struct bytes){e.b.data, e.b.size}, a);
    struct blob out = {.a = a};
    blob_put(&out, "FOMB", 4);
    blob_u32(&out, 1);
    blob_u32(&out, packed.size);
    blob_u32(&out, e.b.size);
    blob_put(&out, packed.data, packed.size);
    return (struct bytes){out.data, out.size};
}
