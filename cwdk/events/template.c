/*
 * The WEVT_TEMPLATE resource, in its version 3.1, which all Windows since Vista reads.
 *
 * Source of facts: libfwevt's documentation of the format, and files that mc has made. Offsets count from the beginning
 * of the resource. A string is its size with the size itself, UTF-16 ended by a zero, filled up to four bytes.
 */
#include "cwdk/host/blob.h"
#include "cwdk/events/events.h"
#include "cwdk/project/xml.h"

#include <ctype.h>
#include <openssl/sha.h>
#include <stdlib.h>
#include <string.h>

/* Kinds of lists. */
enum { LEVELS, TASKS, OPCODES, KEYWORDS, EVENTS, CHANNELS, MAPS, TEMPLATES };

/* Places for lists in a provider's head, whether used or not. */
enum { LISTS = 11 };

/* Tokens of binary XML (MS-EVEN6, 2.2.12). */
enum {
    XML_END,
    XML_OPEN,
    XML_CLOSE_START,
    XML_CLOSE = 4,
    XML_VALUE,
    XML_ATTRIBUTE,
    XML_SUBSTITUTION = 13,
    XML_FRAGMENT = 15,
    XML_MORE = 0x40
};

static void put_string(struct blob *b, const char *text)
{
    const size_t start = b->size;
    blob_u32(b, 0);
    blob_utf16(b, text);
    blob_u16(b, 0);
    blob_align(b, 4);
    blob_patch32(b, start, b->size - start);
}

/* A list begins with its tag, its size and its count; an empty one has the size 0. */
static size_t begin_list(struct blob *b, const char *tag, size_t count)
{
    const size_t start = b->size;
    blob_put(b, tag, 4);
    blob_u32(b, 0);
    blob_u32(b, count);
    return start;
}

static void end_list(struct blob *b, size_t start, size_t count)
{
    blob_patch32(b, start + 4, count ? b->size - start : 0);
}

static size_t count_of(const struct event_item *list)
{
    size_t count = 0;
    for (; list; list = list->next)
        count++;
    return count;
}

static uint64_t sort_key(int kind, const struct event_item *item)
{
    return kind == OPCODES ? item->value << 16 | item->task : kind == LEVELS || kind == KEYWORDS ? item->value : 0;
}

/* By value where the format wants that; equal ones stay in their order. */
static struct event_item **sorted(struct arena *a, int kind, struct event_item *list, size_t count)
{
    struct event_item **items = arena_array(a, count + 1, sizeof(struct event_item *));
    size_t n = 0;
    for (; list; list = list->next) {
        size_t i = n++;
        for (; i && sort_key(kind, items[i - 1]) > sort_key(kind, list); i--)
            items[i] = items[i - 1];
        items[i] = list;
    }
    return items;
}

/* Levels, tasks, opcodes, keywords and channels: entries with the offset of their name, then the names. */
static void put_items(struct blob *b, int kind, struct event_item *list)
{
    static const char *const tags[] = {"LEVL", "TASK", "OPCO", "KEYW", NULL, "CHAN"};
    const size_t count = count_of(list), start = begin_list(b, tags[kind], count);
    struct event_item **items = sorted(b->a, kind, list, count);
    size_t *names = arena_array(b->a, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        struct event_item *item = items[i];
        item->offset = (uint32_t)b->size;
        if (kind == CHANNELS) {
            blob_u32(b, item->imported);
            names[i] = b->size;
            blob_u32(b, 0);
            blob_u32(b, item->value);
            blob_u32(b, item->message.id);
            continue;
        }
        if (kind == KEYWORDS) {
            blob_u64(b, item->value);
        } else if (kind == OPCODES) {
            blob_u16(b, item->task);
            blob_u16(b, (unsigned)item->value);
        } else {
            blob_u32(b, item->value);
        }
        blob_u32(b, item->message.id);
        if (kind == TASKS)
            blob_put(b, item->guid, sizeof item->guid);
        names[i] = b->size;
        blob_u32(b, 0);
    }
    for (size_t i = 0; i < count; i++) {
        blob_patch32(b, names[i], b->size);
        put_string(b, items[i]->name);
    }
    end_list(b, start, count);
}

static int by_name(const void *left, const void *right)
{
    const struct event_map *const *x = left, *const *y = right;
    return strcmp((*x)->name, (*y)->name);
}

static int by_value(const void *left, const void *right)
{
    const struct event_map_value *const *x = left, *const *y = right;
    return ((*x)->value > (*y)->value) - ((*x)->value < (*y)->value);
}

/* Maps in the order of the file; the array of offsets at the beginning, and the names at the end, by name. */
static void put_maps(struct blob *b, struct event_map *list)
{
    size_t count = 0;
    for (const struct event_map *map = list; map; map = map->next)
        count++;
    const size_t start = begin_list(b, "MAPS", count), offsets = b->size;
    struct event_map **maps = arena_array(b->a, count + 1, sizeof(struct event_map *));
    count = 0;
    for (struct event_map *map = list; map; map = map->next)
        maps[count++] = map;
    qsort(maps, count, sizeof(struct event_map *), by_name);
    blob_zeros(b, 4 * count);
    for (struct event_map *map = list; map; map = map->next) {
        size_t values = 0;
        for (const struct event_map_value *v = map->values; v; v = v->next)
            values++;
        const struct event_map_value **all = arena_array(b->a, values + 1, sizeof(struct event_map_value *));
        values = 0;
        for (const struct event_map_value *v = map->values; v; v = v->next)
            all[values++] = v;
        qsort(all, values, sizeof *all, by_value);
        map->offset = (uint32_t)b->size;
        blob_put(b, map->bits ? "BMAP" : "VMAP", 4);
        blob_u32(b, 20 + 8 * values);
        blob_u32(b, 0);
        blob_u32(b, map->bits);
        blob_u32(b, values);
        for (size_t i = 0; i < values; i++) {
            blob_u32(b, all[i]->value);
            blob_u32(b, all[i]->message.id);
        }
    }
    for (size_t i = 0; i < count; i++) {
        blob_patch32(b, offsets + 4 * i, maps[i]->offset);
        blob_patch32(b, maps[i]->offset + 8, b->size);
        put_string(b, maps[i]->name);
    }
    end_list(b, start, count);
}

static void xml_name(struct blob *b, const char *name)
{
    const size_t start = b->size;
    blob_u32(b, 0);
    const size_t length = blob_utf16(b, name);
    uint32_t hash = 0;
    for (size_t i = 0; i < length; i++)
        hash = hash * 65599 + (b->data[start + 4 + 2 * i] | (uint32_t)b->data[start + 5 + 2 * i] << 8);
    blob_patch16(b, start, hash & 0xFFFF);
    blob_patch16(b, start + 2, length);
    blob_u16(b, 0);
}

static void xml_attribute_value(struct blob *b, const char *name, const char *value, bool more)
{
    blob_u8(b, XML_ATTRIBUTE | (more ? XML_MORE : 0));
    xml_name(b, name);
    blob_u8(b, XML_VALUE);
    blob_u8(b, 1);
    const size_t length = b->size;
    blob_u16(b, 0);
    blob_patch16(b, length, blob_utf16(b, value));
}

static size_t xml_open(struct blob *b, const char *name, bool attributes)
{
    blob_u8(b, XML_OPEN | (attributes ? XML_MORE : 0));
    blob_u16(b, 0xFFFF);
    const size_t size = b->size;
    blob_u32(b, 0);
    xml_name(b, name);
    return size;
}

static void xml_close(struct blob *b, size_t size)
{
    blob_u8(b, XML_CLOSE);
    blob_patch32(b, size, b->size - size - 4);
}

static uint8_t xml_type(const struct event_field *field)
{
    return field->structure ? 1 : (uint8_t)(field->in_type | (field->count_kind != NUMBER_NONE ? 0x80 : 0));
}

static void xml_substitute(struct blob *b, const struct event_template *t, size_t index)
{
    const struct event_field *field = t->fields;
    for (size_t i = 0; i < index; i++)
        field = field->next;
    blob_u8(b, XML_SUBSTITUTION);
    blob_u16(b, (unsigned)index);
    blob_u8(b, xml_type(field));
}

/* "%3" is the third field; other text has no place in an event. */
static void xml_content(struct blob *b, const struct event_template *t, const char *text)
{
    const char *percent = strchr(text, '%');
    const size_t index = percent ? strtoul(percent + 1, NULL, 10) : 0;
    if (index && index <= t->field_count)
        xml_substitute(b, t, index - 1);
}

/* What the manifest has inside UserData. Its depth is bounded by libxml2. */
static void xml_user_data(struct blob *b, const struct event_template *t, xmlNode *node)
{
    size_t attributes = 0;
    for (const xmlAttr *p = node->properties; p; p = p->next)
        attributes++;
    const size_t size = xml_open(b, (const char *)node->name, attributes || node->nsDef);
    if (attributes || node->nsDef) {
        const size_t list = b->size;
        blob_u32(b, 0);
        if (node->nsDef && node->nsDef->href)
            xml_attribute_value(b, "xmlns", (const char *)node->nsDef->href, attributes);
        for (const xmlAttr *p = node->properties; p; p = p->next) {
            const char *value = xml_attribute(node, (const char *)p->name, b->a);
            xml_attribute_value(b, (const char *)p->name, value ? value : "", --attributes);
        }
        blob_patch32(b, list, b->size - list - 4);
    }
    blob_u8(b, XML_CLOSE_START);
    xmlNode *child = xml_element(node->children);
    if (!child)
        xml_content(b, t, xml_text(node, b->a));
    for (; child; child = xml_element(child->next))
        xml_user_data(b, t, child);
    xml_close(b, size);
}

static void xml_event_data(struct blob *b, const struct event_template *t)
{
    const size_t size = xml_open(b, "EventData", t->name);
    if (t->name) {
        const size_t list = b->size;
        blob_u32(b, 0);
        xml_attribute_value(b, "Name", t->name, false);
        blob_patch32(b, list, b->size - list - 4);
    }
    blob_u8(b, XML_CLOSE_START);
    size_t index = 0;
    for (const struct event_field *field = t->fields; field; field = field->next) {
        const size_t inner = xml_open(b, field->structure ? "ComplexData" : "Data", true), list = b->size;
        blob_u32(b, 0);
        xml_attribute_value(b, "Name", field->name, false);
        blob_patch32(b, list, b->size - list - 4);
        blob_u8(b, XML_CLOSE_START);
        xml_substitute(b, t, index++);
        xml_close(b, inner);
    }
    xml_close(b, size);
}

/* A template's identity: SHA-256 over the XML as text and the types of its fields, made into a GUID of version 5. */
static void template_guid(struct arena *a, const struct event_template *t, uint8_t guid[16])
{
    struct blob text = {.a = a};
    uint8_t hash[SHA256_DIGEST_LENGTH];
    blob_put(&text, "MS-WEVT", 8);
    if (t->user_data) {
        xmlBuffer *buffer = xmlBufferCreate();
        xmlNodeDump(buffer, NULL, t->user_data, 0, 0);
        blob_utf16(&text, (const char *)xmlBufferContent(buffer));
        xmlBufferFree(buffer);
    } else {
        blob_utf16(&text, t->name ? arena_format(a, "<EventData Name=\"%s\"", t->name) : "<EventData");
        blob_utf16(&text, t->fields ? ">" : "/>");
        size_t index = 0;
        for (const struct event_field *field = t->fields; field; field = field->next) {
            const char *element = field->structure ? "ComplexData" : "Data";
            blob_utf16(&text, arena_format(a, "<%s Name=\"%s\">%%%zu</%s>", element, field->name, ++index, element));
        }
        if (t->fields)
            blob_utf16(&text, "</EventData>");
    }
    for (const struct event_field *field = t->fields; field; field = field->next)
        blob_u32(&text, xml_type(field));
    SHA256(text.data, text.size, hash);
    memcpy(guid, hash, 16);
    guid[7] = (uint8_t)((guid[7] & 0x0F) | 0x50);
}

enum { FLAG_STRUCTURE = 1, FLAG_LENGTH = 2, FLAG_LENGTH_FIELD = 4, FLAG_COUNT = 8, FLAG_COUNT_FIELD = 16 };

/* The description of a field; the place for the offset of its name is returned. `first` is the index of the first
 * field that it counts lengths from. */
static size_t put_field(struct blob *b, const struct event_field *field, size_t *members, size_t first)
{
    unsigned flags = field->structure ? FLAG_STRUCTURE : 0, length = field->length, count = field->count;
    if (field->length_kind == NUMBER_FIXED)
        flags |= FLAG_LENGTH;
    if (field->length_kind == NUMBER_FIELD) {
        flags |= FLAG_LENGTH_FIELD;
        length += (unsigned)first;
    }
    if (field->count_kind == NUMBER_FIXED)
        flags |= FLAG_COUNT;
    if (field->count_kind == NUMBER_FIELD) {
        flags |= FLAG_COUNT_FIELD;
        count += (unsigned)first;
    }
    blob_u32(b, flags);
    if (field->structure) {
        blob_u16(b, (unsigned)*members);
        blob_u16(b, (unsigned)field->member_count);
        blob_u32(b, 0);
        *members += field->member_count;
    } else {
        blob_u8(b, field->in_type);
        blob_u8(b, field->out_type);
        blob_u16(b, 0);
        blob_u32(b, field->map ? field->map->offset : 0);
    }
    blob_u16(b, count);
    blob_u16(b, length);
    blob_u32(b, 0);
    return b->size - 4;
}

static void put_template(struct blob *b, struct event_template *t)
{
    const size_t start = b->size;
    size_t members = t->field_count, first = members, all = first, n = 0;
    uint8_t guid[16];
    for (const struct event_field *field = t->fields; field; field = field->next)
        all += field->member_count;
    template_guid(b->a, t, guid);
    t->offset = (uint32_t)start;
    blob_put(b, "TEMP", 4);
    blob_u32(b, 0);
    blob_u32(b, t->field_count);
    blob_u32(b, all);
    blob_u32(b, 0);
    blob_u32(b, t->user_data ? 2 : 1);
    blob_put(b, guid, sizeof guid);
    static const uint8_t head[] = {XML_FRAGMENT, 1, 1, 0};
    const size_t fragment = b->size;
    blob_put(b, head, sizeof head);
    if (t->user_data)
        xml_user_data(b, t, t->user_data);
    else
        xml_event_data(b, t);
    blob_u8(b, XML_END);
    blob_zeros(b, (4 - (b->size - fragment) % 4) % 4);
    blob_patch32(b, start + 16, b->size);
    size_t *places = arena_array(b->a, all + 1, sizeof *places);
    const char **names = arena_array(b->a, all + 1, sizeof *names);
    for (const struct event_field *field = t->fields; field; field = field->next) {
        names[n] = field->name;
        places[n++] = put_field(b, field, &members, 0);
    }
    for (const struct event_field *field = t->fields; field; field = field->next) {
        for (const struct event_field *member = field->members; member; member = member->next) {
            names[n] = member->name;
            places[n++] = put_field(b, member, &members, first);
        }
        first += field->member_count;
    }
    for (size_t i = 0; i < n; i++) {
        blob_patch32(b, places[i], b->size);
        put_string(b, names[i]);
    }
    blob_patch32(b, start + 4, b->size - start);
}

static void put_templates(struct blob *b, struct event_template *list)
{
    size_t count = 0;
    for (const struct event_template *t = list; t; t = t->next)
        count++;
    const size_t start = begin_list(b, "TTBL", count);
    for (struct event_template *t = list; t; t = t->next)
        put_template(b, t);
    end_list(b, start, count);
}

static int by_number(const void *left, const void *right)
{
    const struct event *const *x = left, *const *y = right;
    if ((*x)->value != (*y)->value)
        return (*x)->value - (*y)->value;
    return (*x)->place.line<(*y)->place.line ? -1 : (*x)->place.line>(*y)->place.line;
}

static void put_events(struct blob *b, const struct event *list)
{
    size_t count = 0;
    for (const struct event *e = list; e; e = e->next)
        count++;
    const struct event **events = arena_array(b->a, count + 1, sizeof *events);
    count = 0;
    for (const struct event *e = list; e; e = e->next)
        events[count++] = e;
    qsort(events, count, sizeof *events, by_number);
    const size_t start = begin_list(b, "EVNT", count);
    blob_u32(b, 0);
    size_t *keywords = arena_array(b->a, count + 1, sizeof *keywords);
    for (size_t i = 0; i < count; i++) {
        const struct event *e = events[i];
        blob_u16(b, e->value);
        blob_u8(b, e->version);
        blob_u8(b, e->channel ? (unsigned)e->channel->value : 0);
        blob_u8(b, e->level ? (unsigned)e->level->value : 0);
        blob_u8(b, e->opcode ? (unsigned)e->opcode->value : 0);
        blob_u16(b, e->task ? (unsigned)e->task->value : 0);
        blob_u64(b, e->mask);
        blob_u32(b, e->message.id);
        blob_u32(b, e->template ? e->template->offset : 0);
        blob_u32(b, e->opcode ? e->opcode->offset : 0);
        blob_u32(b, e->level ? e->level->offset : 0);
        blob_u32(b, e->task ? e->task->offset : 0);
        blob_u32(b, e->keyword_count);
        keywords[i] = b->size;
        blob_u32(b, 0);
        blob_u32(b, e->channel ? e->channel->offset : 0);
    }
    for (size_t i = 0; i < count; i++) {
        if (events[i]->keyword_count)
            blob_patch32(b, keywords[i], b->size);
        for (size_t k = 0; k < events[i]->keyword_count; k++)
            blob_u32(b, events[i]->keywords[k]->offset);
    }
    end_list(b, start, count);
}

static void put_provider(struct blob *b, const struct event_provider *p)
{
    static const int order[] = {CHANNELS, MAPS, TEMPLATES, OPCODES, LEVELS, TASKS, KEYWORDS, EVENTS};
    const size_t start = b->size;
    size_t lists = 0;
    blob_put(b, "WEVT", 4);
    blob_u32(b, 0);
    blob_u32(b, p->message.id);
    blob_u32(b, 0);
    const size_t heads = b->size;
    blob_zeros(b, (size_t)8 * LISTS);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const int kind = order[i];
        if ((kind == CHANNELS && !p->channels) || (kind == MAPS && !p->maps) || (kind == TEMPLATES && !p->templates) ||
            (kind == EVENTS && !p->events))
            continue;
        if (kind == EVENTS)
            blob_align(b, 8);
        blob_patch32(b, heads + 8 * lists, (size_t)kind);
        blob_patch32(b, heads + 8 * lists++ + 4, b->size);
        if (kind == MAPS)
            put_maps(b, p->maps);
        else if (kind == TEMPLATES)
            put_templates(b, p->templates);
        else if (kind == EVENTS)
            put_events(b, p->events);
        else
            put_items(b, kind,
                      kind == CHANNELS  ? p->channels
                      : kind == OPCODES ? p->opcodes
                      : kind == LEVELS  ? p->levels
                      : kind == TASKS   ? p->tasks
                                        : p->keywords);
    }
    blob_patch32(b, start + 12, lists);
    blob_patch32(b, start + 4, b->size - start);
}

struct bytes events_template(const struct event_manifest *m, struct arena *a)
{
    struct blob b = {.a = a};
    size_t count = 0;
    for (const struct event_provider *p = m->providers; p; p = p->next)
        count++;
    blob_put(&b, "CRIM", 4);
    blob_u32(&b, 0);
    blob_u16(&b, 3);
    blob_u16(&b, 1);
    blob_u32(&b, count);
    const size_t table = b.size;
    for (const struct event_provider *p = m->providers; p; p = p->next) {
        blob_put(&b, p->guid, sizeof p->guid);
        blob_u32(&b, 0);
    }
    count = 0;
    for (const struct event_provider *p = m->providers; p; p = p->next) {
        blob_patch32(&b, table + 20 * count++ + 16, b.size);
        put_provider(&b, p);
    }
    blob_patch32(&b, 4, b.size);
    blob_u16(&b, 0); /* mc leaves two bytes after the end */
    return (struct bytes){b.data, b.size};
}
