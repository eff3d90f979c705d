/* Reading instrumentation manifests. */
#include "cwdk/events/manifest.h"
#include "cwdk/diag/codes.h"
#include "cwdk/project/xml.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Providers that numbers of messages tell apart. */
enum { PROVIDERS_MOST = 16 };

/* Kinds of messages: the highest four bits of their numbers. */
enum {
    TAG_KEYWORD = 1,
    TAG_OPCODE = 3,
    TAG_LEVEL = 5,
    TAG_TASK = 7,
    TAG_OTHER = 9,
    TAG_EVENT = 11,
    TAG_VALUE_MAP = 13,
    TAG_BIT_MAP = 15
};

struct reader {
    struct event_manifest *m;
    struct event_provider *p;
    struct arena *a;
    struct diag *d;
    uint32_t others, map_values, map_bits; /* numbers given so far */
};

/* What Windows defines for all manifests. */
static const struct standard {
    const char *name, *text;
    uint64_t value;
} standard_levels[] = {{"win:LogAlways", "Log Always", 0},
                       {"win:Critical", "Critical", 1},
                       {"win:Error", "Error", 2},
                       {"win:Warning", "Warning", 3},
                       {"win:Informational", "Information", 4},
                       {"win:Verbose", "Verbose", 5},
                       {0}},
  standard_opcodes[] = {{"win:Info", "Info", 0},         {"win:Start", "Start", 1},
                        {"win:Stop", "Stop", 2},         {"win:DC_Start", "DCStart", 3},
                        {"win:DC_Stop", "DCStop", 4},    {"win:Extension", "Extension", 5},
                        {"win:Reply", "Reply", 6},       {"win:Resume", "Resume", 7},
                        {"win:Suspend", "Suspend", 8},   {"win:Send", "Send", 9},
                        {"win:Receive", "Receive", 240}, {0}},
  standard_keywords[] = {{"win:ResponseTime", "Response Time", 0x1000000000000},
                         {"win:WDIContext", "WDI Context", 0x2000000000000},
                         {"win:WDIDiag", "WDI Diag", 0x4000000000000},
                         {"win:SQM", "SQM", 0x8000000000000},
                         {"win:AuditFailure", "Audit Failure", 0x10000000000000},
                         {"win:AuditSuccess", "Audit Success", 0x20000000000000},
                         {"win:CorrelationHint", "Correlation Hint", 0x40000000000000},
                         {"win:EventlogClassic", "Classic", 0x80000000000000},
                         {0}},
  standard_channels[] = {{"TraceClassic", "TraceClassic", 0},  {"System", "System", 8},
                         {"Application", "Application", 9},    {"Security", "Security", 10},
                         {"TraceLogging", "TraceLogging", 11}, {0}};

static bool fail(struct reader *r, const xmlNode *node, const char *what)
{
    return diag_error(r->d, CODE_EVT0001, xml_place(r->m->path, node), "%s", what);
}

static bool unsupported(struct reader *r, const xmlNode *node)
{
    return diag_error(r->d, CODE_EVT0002, xml_place(r->m->path, node), "<%s> in an event manifest is not supported",
                      (const char *)node->name);
}

static const char *attribute(struct reader *r, const xmlNode *node, const char *name)
{
    return xml_attribute(node, name, r->a);
}

/* An attribute that must be there. NULL after reporting. */
static const char *needed(struct reader *r, const xmlNode *node, const char *name)
{
    const char *value = attribute(r, node, name);
    if (!value || !*value) {
        fail(r, node, arena_format(r->a, "<%s> needs the attribute %s", (const char *)node->name, name));
        return NULL;
    }
    return value;
}

static bool number(struct reader *r, const xmlNode *node, const char *name, uint64_t most, uint64_t *out)
{
    const char *text = needed(r, node, name);
    char *end;
    if (!text)
        return false;
    while (isspace((unsigned char)*text))
        text++;
    const int base = !strncasecmp(text, "0x", 2) ? 16 : 10;
    *out = strtoull(text, &end, base);
    while (isspace((unsigned char)*end))
        end++;
    return (isdigit((unsigned char)*text) && !*end && *out <= most) ||
           fail(r, node,
                arena_format(r->a, "%s=\"%s\" is no number up to 0x%llX", name, text, (unsigned long long)most));
}

static bool is_symbol(const char *text)
{
    if (!isalpha((unsigned char)*text) && *text != '_')
        return false;
    for (; *text; text++)
        if (!isalnum((unsigned char)*text) && *text != '_')
            return false;
    return true;
}

/* The symbol attribute, which goes into C. *out is NULL without one. */
static bool symbol_of(struct reader *r, const xmlNode *node, const char **out)
{
    *out = attribute(r, node, "symbol");
    return !*out || is_symbol(*out) || fail(r, node, arena_format(r->a, "symbol=\"%s\" is no name of C", *out));
}

/* "$(string.id)" */
static bool message_of(struct reader *r, const xmlNode *node, uint32_t id, struct event_message *out)
{
    static const char begin[] = "$(string.";
    const char *text = attribute(r, node, "message");
    *out = (struct event_message){.id = NO_MESSAGE};
    if (!text)
        return true;
    const size_t length = strlen(text);
    if (strncmp(text, begin, sizeof begin - 1) != 0 || text[length - 1] != ')')
        return fail(r, node, arena_format(r->a, "message=\"%s\" is not of the form $(string.id)", text));
    out->reference = arena_substring(r->a, text + sizeof begin - 1, length - sizeof begin);
    out->id = id;
    return true;
}

static uint32_t message_id(const struct reader *r, unsigned tag, uint32_t value)
{
    return tag << 28 | r->p->index << 24 | (value & 0xFFFFFF);
}

static void keep_message(struct reader *r, struct event_message *message)
{
    struct event_manifest *m = r->m;
    if (message->id == NO_MESSAGE)
        return;
    if (!(m->message_count & (m->message_count - 1))) { /* full */
        struct event_message **grown =
            arena_array(r->a, m->message_count ? 2 * m->message_count : 1, sizeof(struct event_message *));
        if (m->message_count)
            memcpy(grown, m->messages, m->message_count * sizeof *grown);
        m->messages = grown;
    }
    m->messages[m->message_count++] = message;
}

static struct event_item *append(struct reader *r, struct event_item **list)
{
    while (*list)
        list = &(*list)->next;
    *list = arena_alloc(r->a, sizeof **list);
    (*list)->message.id = NO_MESSAGE;
    return *list;
}

/* Lists are short but for tasks and events; names are compared as they stand. */
static struct event_item *find(struct event_item *list, const char *name)
{
    for (; list; list = list->next)
        if (!strcmp(list->name, name) || (list->chid && !strcmp(list->chid, name)))
            return list;
    return NULL;
}

static bool begin_item(struct reader *r, const xmlNode *node, struct event_item **list, struct event_item **out)
{
    const char *name = needed(r, node, "name");
    if (!name)
        return false;
    struct event_item *item = append(r, list);
    item->name = name;
    item->place = xml_place(r->m->path, node);
    *out = item;
    return symbol_of(r, node, &item->symbol);
}

static unsigned bit_count(uint64_t mask)
{
    unsigned count = 0;
    for (; mask; mask >>= 1)
        count++;
    return count;
}

static bool take_level(struct reader *r, const xmlNode *node)
{
    struct event_item *item;
    if (!begin_item(r, node, &r->p->levels, &item) || !number(r, node, "value", 255, &item->value) ||
        !message_of(r, node, message_id(r, TAG_LEVEL, (uint32_t)item->value), &item->message))
        return false;
    keep_message(r, &item->message);
    return true;
}

static bool take_opcode(struct reader *r, const xmlNode *node, unsigned task)
{
    struct event_item *item;
    if (!begin_item(r, node, &r->p->opcodes, &item) || !number(r, node, "value", 255, &item->value) ||
        !message_of(r, node, message_id(r, TAG_OPCODE, (task & 0xFF) << 16 | (uint32_t)item->value), &item->message))
        return false;
    item->task = task;
    keep_message(r, &item->message);
    return true;
}

static bool take_task(struct reader *r, const xmlNode *node)
{
    struct event_item *item;
    if (!begin_item(r, node, &r->p->tasks, &item) || !number(r, node, "value", 0xFFFF, &item->value) ||
        !message_of(r, node, message_id(r, TAG_TASK, (uint32_t)item->value), &item->message))
        return false;
    keep_message(r, &item->message);
    const char *guid = attribute(r, node, "eventGUID");
    if (guid && !guid_parse(guid, item->guid))
        return fail(r, node, arena_format(r->a, "eventGUID=\"%s\" is no GUID", guid));
    for (xmlNode *list = xml_element(node->children); list; list = xml_element(list->next)) {
        if (!xml_is(list, "opcodes"))
            return unsupported(r, list);
        for (xmlNode *opcode = xml_element(list->children); opcode; opcode = xml_element(opcode->next))
            if (!take_opcode(r, opcode, (unsigned)item->value))
                return false;
    }
    return true;
}

static bool take_keyword(struct reader *r, const xmlNode *node)
{
    struct event_item *item;
    if (!begin_item(r, node, &r->p->keywords, &item) || !number(r, node, "mask", UINT64_MAX, &item->value) ||
        !message_of(r, node, message_id(r, TAG_KEYWORD, bit_count(item->value)), &item->message))
        return false;
    keep_message(r, &item->message);
    return true;
}

static const struct standard *standard_of(const struct standard *list, const char *name)
{
    for (; list->name; list++)
        if (!strcmp(list->name, name))
            return list;
    return NULL;
}

/* The first sixteen values are those of Windows' own channels; a provider's count up from there. The channel's place in
 * the list is its bit among the keywords, from the highest one down. */
static bool take_channel(struct reader *r, const xmlNode *node)
{
    struct event_item *item;
    unsigned index = 0;
    uint64_t next = 16;
    for (const struct event_item *other = r->p->channels; other; other = other->next) {
        index++;
        if (!other->standard && other->value >= next)
            next = other->value + 1;
    }
    if (!xml_is(node, "channel") && !xml_is(node, "importChannel"))
        return unsupported(r, node);
    if (index >= 16)
        return fail(r, node, "a provider has more than 16 channels");
    if (!begin_item(r, node, &r->p->channels, &item))
        return false;
    item->chid = attribute(r, node, "chid");
    item->imported = xml_is(node, "importChannel");
    item->keyword = 0x8000000000000000u >> index;
    const struct standard *standard = item->imported ? standard_of(standard_channels, item->name) : NULL;
    item->standard = standard;
    item->value = standard ? standard->value : next;
    if (attribute(r, node, "value") && !number(r, node, "value", 255, &item->value))
        return false;
    if (item->value > 255)
        return fail(r, node, "there is no number left for this channel");
    const uint32_t id = message_id(r, TAG_OTHER, r->others + 1);
    if (standard)
        item->message = (struct event_message){NULL, standard->text, id};
    else if (!message_of(r, node, id, &item->message))
        return false;
    r->others += item->message.id != NO_MESSAGE;
    keep_message(r, &item->message);
    return true;
}

static bool take_map(struct reader *r, const xmlNode *node)
{
    const bool bits = xml_is(node, "bitMap");
    struct event_map **end = &r->p->maps;
    const char *name = needed(r, node, "name");
    if (!bits && !xml_is(node, "valueMap"))
        return unsupported(r, node);
    if (!name)
        return false;
    while (*end) {
        if (!strcmp((*end)->name, name))
            return fail(r, node, arena_format(r->a, "there is a map '%s' already", name));
        end = &(*end)->next;
    }
    struct event_map *map = *end = arena_alloc(r->a, sizeof *map);
    *map = (struct event_map){.name = name, .bits = bits};
    struct event_map_value **last = &map->values;
    for (xmlNode *child = xml_element(node->children); child; child = xml_element(child->next)) {
        uint64_t value;
        struct event_map_value *v = *last = arena_alloc(r->a, sizeof *v);
        last = &v->next;
        if (!xml_is(child, "map"))
            return unsupported(r, child);
        uint32_t *counter = bits ? &r->map_bits : &r->map_values;
        if (!number(r, child, "value", UINT32_MAX, &value) || !symbol_of(r, child, &v->symbol) ||
            !message_of(r, child, message_id(r, bits ? TAG_BIT_MAP : TAG_VALUE_MAP, *counter + 1), &v->message))
            return false;
        *counter += v->message.id != NO_MESSAGE;
        v->value = (uint32_t)value;
        keep_message(r, &v->message);
    }
    return true;
}

/* length="4" or length="SizeField" */
static bool take_number(struct reader *r, const xmlNode *node, const char *name, const struct event_field *before,
                        enum field_number *kind, unsigned *out)
{
    const char *text = attribute(r, node, name);
    uint64_t value;
    *kind = NUMBER_NONE;
    if (!text)
        return true;
    if (isdigit((unsigned char)*text)) {
        *kind = NUMBER_FIXED;
        if (!number(r, node, name, 0xFFFF, &value))
            return false;
        *out = (unsigned)value;
        return true;
    }
    *kind = NUMBER_FIELD;
    for (*out = 0; before; before = before->next, (*out)++)
        if (!strcmp(before->name, text))
            return true;
    return diag_error(r->d, CODE_EVT0003, xml_place(r->m->path, node), "%s=\"%s\" is no field before this one", name,
                      text);
}

static bool take_field(struct reader *r, const xmlNode *node, struct event_field **list, size_t *count, bool inner);

static bool take_fields(struct reader *r, const xmlNode *node, struct event_field **list, size_t *count, bool inner)
{
    for (xmlNode *child = xml_element(node->children); child; child = xml_element(child->next))
        if (!take_field(r, child, list, count, inner))
            return false;
    return true;
}

static bool take_type(struct reader *r, const xmlNode *node, struct event_field *field)
{
    const char *in = needed(r, node, "inType"), *out = attribute(r, node, "outType"), *map = attribute(r, node, "map");
    if (!in)
        return false;
    field->in_type = type_in(in);
    if (!field->in_type)
        return fail(r, node, arena_format(r->a, "there is no inType '%s'", in));
    field->out_type = out ? type_out(out) : type_out_default(field->in_type);
    if (!field->out_type)
        return fail(r, node, arena_format(r->a, "there is no outType '%s'", out));
    for (const struct event_map *m = r->p->maps; map && m && !field->map; m = m->next)
        if (!strcmp(m->name, map))
            field->map = m;
    return !map || field->map ||
           diag_error(r->d, CODE_EVT0003, xml_place(r->m->path, node), "there is no map '%s'", map);
}

static bool take_field(struct reader *r, const xmlNode *node, struct event_field **list, size_t *count, bool inner)
{
    const bool structure = xml_is(node, "struct");
    if (!structure && !xml_is(node, "data"))
        return unsupported(r, node);
    if (structure && inner)
        return fail(r, node, "a structure cannot have a structure in it");
    const char *name = needed(r, node, "name");
    if (!name)
        return false;
    struct event_field **end = list;
    while (*end) {
        if (!strcmp((*end)->name, name))
            return fail(r, node, arena_format(r->a, "there is a field '%s' already", name));
        end = &(*end)->next;
    }
    struct event_field *field = arena_alloc(r->a, sizeof *field);
    field->name = name;
    field->structure = structure;
    if (!take_number(r, node, "length", *list, &field->length_kind, &field->length) ||
        !take_number(r, node, "count", *list, &field->count_kind, &field->count))
        return false;
    *end = field;
    ++*count;
    if (structure)
        return take_fields(r, node, &field->members, &field->member_count, true);
    return take_type(r, node, field);
}

static bool take_template(struct reader *r, const xmlNode *node)
{
    const char *id = needed(r, node, "tid");
    if (!xml_is(node, "template"))
        return unsupported(r, node);
    if (!id)
        return false;
    struct event_template **end = &r->p->templates;
    while (*end) {
        if (!strcmp((*end)->id, id))
            return fail(r, node, arena_format(r->a, "there is a template '%s' already", id));
        end = &(*end)->next;
    }
    struct event_template *t = *end = arena_alloc(r->a, sizeof *t);
    t->id = id;
    t->name = attribute(r, node, "name");
    for (xmlNode *child = xml_element(node->children); child; child = xml_element(child->next)) {
        if (xml_is(child, "UserData"))
            t->user_data = xml_element(child->children);
        else if (!take_field(r, child, &t->fields, &t->field_count, false))
            return false;
    }
    return true;
}

/* An item by its name; one that Windows defines is added to the list when it is first used. */
static bool refer(struct reader *r, const xmlNode *node, const char *kind, const char *name, struct event_item **list,
                  const struct standard *standards, unsigned tag, const struct event_item **out)
{
    struct event_item *item = find(*list, name);
    const struct standard *standard = item ? NULL : standard_of(standards, name);
    if (standard) {
        item = append(r, list);
        item->name = standard->name;
        item->value = standard->value;
        item->standard = true;
        const uint32_t value = tag == TAG_KEYWORD ? bit_count(standard->value) : (uint32_t)standard->value;
        item->message = (struct event_message){NULL, standard->text, message_id(r, tag, value)};
        keep_message(r, &item->message);
    }
    *out = item;
    return item || diag_error(r->d, CODE_EVT0003, xml_place(r->m->path, node), "there is no %s '%s'", kind, name);
}

/* A channel of the provider, or one of Windows' own that needs no import. */
static bool refer_channel(struct reader *r, const xmlNode *node, const char *name, struct event *e)
{
    const struct standard *standard = find(r->p->channels, name) ? NULL : standard_of(standard_channels, name);
    if (standard) {
        struct event_item *item = append(r, &r->p->channels);
        *item =
            (struct event_item){.name = standard->name, .value = standard->value, .imported = true, .standard = true};
        item->message = (struct event_message){NULL, standard->text, message_id(r, TAG_OTHER, ++r->others)};
        keep_message(r, &item->message);
    }
    return refer(r, node, "channel", name, &r->p->channels, (const struct standard[]){{0}}, 0, &e->channel);
}

static bool take_keywords(struct reader *r, const xmlNode *node, const char *names, struct event *e)
{
    e->keywords = arena_array(r->a, strlen(names) / 2 + 1, sizeof *e->keywords);
    while (*names) {
        names += strspn(names, " \t\r\n");
        const size_t length = strcspn(names, " \t\r\n");
        if (!length)
            break;
        const char *name = arena_substring(r->a, names, length);
        names += length;
        if (!strcmp(name, "win:AnyKeyword"))
            continue;
        const struct event_item *keyword;
        if (!refer(r, node, "keyword", name, &r->p->keywords, standard_keywords, TAG_KEYWORD, &keyword))
            return false;
        size_t i = e->keyword_count++; /* by their masks */
        for (; i && e->keywords[i - 1]->value > keyword->value; i--)
            e->keywords[i] = e->keywords[i - 1];
        e->keywords[i] = keyword;
        e->mask |= keyword->value;
    }
    return true;
}

/* An opcode of the event's task comes before one of all tasks. */
static bool take_event_opcode(struct reader *r, const xmlNode *node, const char *name, struct event *e)
{
    for (const struct event_item *item = r->p->opcodes; item && e->task; item = item->next)
        if (item->task && item->task == e->task->value && !strcmp(item->name, name)) {
            e->opcode = item;
            return true;
        }
    for (const struct event_item *item = r->p->opcodes; item; item = item->next)
        if (!item->task && !strcmp(item->name, name)) {
            e->opcode = item;
            return true;
        }
    struct event_item *none = NULL, **list = find(r->p->opcodes, name) ? &none : &r->p->opcodes;
    return refer(r, node, "opcode", name, list, standard_opcodes, TAG_OPCODE, &e->opcode);
}

static bool take_event_template(struct reader *r, const xmlNode *node, const char *id, struct event *e)
{
    for (e->template = r->p->templates; e->template; e->template = e->template->next)
        if (!strcmp(e->template->id, id))
            return true;
    return diag_error(r->d, CODE_EVT0003, xml_place(r->m->path, node), "there is no template '%s'", id);
}

static bool take_event(struct reader *r, const xmlNode *node, struct event *e)
{
    uint64_t value, version = 0;
    const char *channel = attribute(r, node, "channel"), *level = attribute(r, node, "level"),
               *task = attribute(r, node, "task"), *opcode = attribute(r, node, "opcode"),
               *keywords = attribute(r, node, "keywords"), *template = attribute(r, node, "template");
    if (!xml_is(node, "event"))
        return unsupported(r, node);
    e->place = xml_place(r->m->path, node);
    if (!number(r, node, "value", 0xFFFF, &value) || !symbol_of(r, node, &e->symbol) ||
        (attribute(r, node, "version") && !number(r, node, "version", 255, &version)))
        return false;
    e->value = (uint16_t)value;
    e->version = (uint8_t)version;
    if ((keywords && !take_keywords(r, node, keywords, e)) || (channel && !refer_channel(r, node, channel, e)) ||
        (level && !refer(r, node, "level", level, &r->p->levels, standard_levels, TAG_LEVEL, &e->level)) ||
        (task && strcmp(task, "win:None") != 0 &&
         !refer(r, node, "task", task, &r->p->tasks, (const struct standard[]){{0}}, 0, &e->task)) ||
        (opcode && !take_event_opcode(r, node, opcode, e)) || (template && !take_event_template(r, node, template, e)))
        return false;
    if (e->channel)
        e->mask |= e->channel->keyword;
    /* Events of the classic logs keep the numbers that such logs show. */
    const bool classic = e->channel && e->channel->standard && e->channel->value >= 8 && e->channel->value <= 10;
    if (!message_of(r, node, message_id(r, classic ? 0 : TAG_EVENT, (uint32_t)e->version << 16 | e->value),
                    &e->message))
        return false;
    keep_message(r, &e->message);
    return true;
}

static bool take_events(struct reader *r, const xmlNode *node)
{
    struct event **end = &r->p->events;
    for (xmlNode *child = xml_element(node->children); child; child = xml_element(child->next)) {
        *end = arena_alloc(r->a, sizeof **end);
        if (!take_event(r, child, *end))
            return false;
        end = &(*end)->next;
    }
    return true;
}

/* The lists of a provider in the order in which one refers to another, whatever their order in the file. */
static bool take_lists(struct reader *r, const xmlNode *node)
{
    static const char *const lists[] = {"channels", "levels", "tasks",     "opcodes",
                                        "keywords", "maps",   "templates", "events"};
    for (xmlNode *list = xml_element(node->children); list; list = xml_element(list->next)) {
        bool known = false;
        for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
            known |= xml_is(list, lists[i]);
        if (!known)
            return unsupported(r, list);
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (xmlNode *list = xml_element(node->children); list; list = xml_element(list->next)) {
            if (!xml_is(list, lists[i]))
                continue;
            if (i == 7 && !take_events(r, list))
                return false;
            for (xmlNode *child = xml_element(list->children); child && i < 7; child = xml_element(child->next)) {
                const bool ok = i == 0   ? take_channel(r, child)
                                : i == 1 ? take_level(r, child)
                                : i == 2 ? take_task(r, child)
                                : i == 3 ? take_opcode(r, child, 0)
                                : i == 4 ? take_keyword(r, child)
                                : i == 5 ? take_map(r, child)
                                         : take_template(r, child);
                if (!ok)
                    return false;
            }
        }
    return true;
}

static bool take_provider(struct reader *r, const xmlNode *node)
{
    struct event_provider **end = &r->m->providers;
    unsigned index = 0;
    for (; *end; end = &(*end)->next)
        index++;
    if (!xml_is(node, "provider"))
        return unsupported(r, node);
    if (index >= PROVIDERS_MOST)
        return fail(r, node, "a manifest has more than 16 providers");
    struct event_provider *p = *end = r->p = arena_alloc(r->a, sizeof *p);
    p->index = index;
    p->name = needed(r, node, "name");
    const char *guid = needed(r, node, "guid");
    r->others = r->map_values = r->map_bits = 0;
    if (!p->name || !guid)
        return false;
    if (!guid_parse(guid, p->guid))
        return fail(r, node, arena_format(r->a, "guid=\"%s\" is no GUID", guid));
    if (!needed(r, node, "symbol") || !symbol_of(r, node, &p->symbol) ||
        !message_of(r, node, message_id(r, TAG_OTHER, 1), &p->message))
        return false;
    r->others = p->message.id != NO_MESSAGE;
    keep_message(r, &p->message);
    return take_lists(r, node);
}

static const struct {
    const char *culture;
    uint16_t language;
} cultures[] = {{"ar-SA", 0x401}, {"cs-CZ", 0x405}, {"da-DK", 0x406}, {"de-DE", 0x407}, {"el-GR", 0x408},
                {"en-GB", 0x809}, {"en-US", 0x409}, {"es-ES", 0xC0A}, {"fi-FI", 0x40B}, {"fr-FR", 0x40C},
                {"he-IL", 0x40D}, {"hu-HU", 0x40E}, {"it-IT", 0x410}, {"ja-JP", 0x411}, {"ko-KR", 0x412},
                {"nb-NO", 0x414}, {"nl-NL", 0x413}, {"pl-PL", 0x415}, {"pt-BR", 0x416}, {"pt-PT", 0x816},
                {"ro-RO", 0x418}, {"ru-RU", 0x419}, {"sk-SK", 0x41B}, {"sv-SE", 0x41D}, {"th-TH", 0x41E},
                {"tr-TR", 0x41F}, {"uk-UA", 0x422}, {"zh-CN", 0x804}, {"zh-HK", 0xC04}, {"zh-TW", 0x404}};

static bool take_resources(struct reader *r, const xmlNode *node)
{
    const char *culture = needed(r, node, "culture");
    if (!culture)
        return false;
    struct event_language *language = arena_alloc(r->a, sizeof *language), **end = &r->m->languages;
    while (*end)
        end = &(*end)->next;
    for (size_t i = 0; i < sizeof cultures / sizeof *cultures; i++)
        if (!strcasecmp(cultures[i].culture, culture))
            *language = (struct event_language){.language = cultures[i].language, .culture = cultures[i].culture};
    if (!language->language)
        return fail(r, node, arena_format(r->a, "the culture '%s' is not known", culture));
    *end = language;
    struct event_string **last = &language->strings;
    for (xmlNode *table = xml_element(node->children); table; table = xml_element(table->next)) {
        if (!xml_is(table, "stringTable"))
            return unsupported(r, table);
        for (xmlNode *child = xml_element(table->children); child; child = xml_element(child->next)) {
            const char *id = needed(r, child, "id"), *text = attribute(r, child, "value");
            if (!id || !text)
                return id ? fail(r, child, "<string> needs the attribute value") : false;
            struct event_string *s = *last = arena_alloc(r->a, sizeof *s);
            last = &s->next;
            *s = (struct event_string){.id = id, .text = text};
        }
    }
    return true;
}

static bool take_instrumentation(struct reader *r, const xmlNode *node)
{
    for (xmlNode *child = xml_element(node->children); child; child = xml_element(child->next)) {
        if (xml_is(child, "counters"))
            continue; /* `cwdk counters` reads those */
        if (!xml_is(child, "events"))
            return unsupported(r, child);
        for (xmlNode *provider = xml_element(child->children); provider; provider = xml_element(provider->next)) {
            if (xml_is(provider, "messageTable"))
                return unsupported(r, provider);
            if (!take_provider(r, provider))
                return false;
        }
    }
    return true;
}

static bool take_root(struct reader *r, const xmlNode *root)
{
    if (!xml_is(root, "instrumentationManifest"))
        return fail(r, root, "the root of an event manifest is <instrumentationManifest>");
    for (xmlNode *child = xml_element(root->children); child; child = xml_element(child->next)) {
        if (xml_is(child, "instrumentation")) {
            if (!take_instrumentation(r, child))
                return false;
        } else if (xml_is(child, "localization")) {
            for (xmlNode *node = xml_element(child->children); node; node = xml_element(node->next))
                if (xml_is(node, "resources") ? !take_resources(r, node) : !unsupported(r, node))
                    return false;
        } else if (!xml_is(child, "metadata")) {
            return unsupported(r, child);
        }
    }
    return r->m->providers || fail(r, root, "the manifest has no event provider");
}

bool manifest_load(const char *path, struct arena *a, struct event_manifest *out, struct diag *d)
{
    *out = (struct event_manifest){.path = path};
    xmlDoc *document = xml_read(path, MANIFEST_SIZE_LIMIT, a, d);
    if (!document)
        return false;
    out->document = document;
    struct reader r = {.m = out, .a = a, .d = d};
    if (take_root(&r, xmlDocGetRootElement(document)))
        return true;
    manifest_free(out);
    return false;
}

void manifest_free(struct event_manifest *manifest)
{
    xmlFreeDoc(manifest->document);
    manifest->document = NULL;
}
