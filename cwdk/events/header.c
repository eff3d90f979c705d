/* The header of an event manifest. What all headers share is in the kit's <wdk/events.h>. */
#include "cwdk/diag/codes.h"
#include "cwdk/events/events.h"
#include "cwdk/host/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct writer {
    const struct event_manifest *m;
    const struct events_options *options;
    struct text *t;
    struct arena *a;
    struct diag *d;
    bool kernel; /* of the macros being written */
};

enum { IN_WIDE = 1, IN_NARROW = 2, IN_BINARY = 14, IN_SID = 19, OUT_IPV6 = 24 };

/* As a name of C: what is none of its characters becomes an underscore. */
static const char *identifier(struct arena *a, const char *text)
{
    char *name = arena_format(a, "%s%s", isdigit((unsigned char)*text) ? "_" : "", text);
    for (char *p = name; *p; p++)
        if (!isalnum((unsigned char)*p) && *p != '_')
            *p = '_';
    return name;
}

static void put_guid(struct text *t, const uint8_t *g)
{
    text_format(t, "{0x%02x%02x%02x%02x, 0x%02x%02x, 0x%02x%02x, {", g[3], g[2], g[1], g[0], g[5], g[4], g[7], g[6]);
    for (int i = 8; i < 16; i++)
        text_format(t, "%s0x%02x", i > 8 ? ", " : "", g[i]);
    text_put(t, "}}");
}

static void put_items(struct text *t, const char *what, const struct event_item *list)
{
    bool any = false;
    for (; list; list = list->next) {
        if (!list->symbol)
            continue;
        if (!any)
            text_format(t, "\n/* %s */\n", what);
        any = true;
        text_format(t, "#define %s 0x%llx\n", list->symbol, (unsigned long long)list->value);
        if (list->keyword)
            text_format(t, "#define %s_KEYWORD 0x%llx\n", list->symbol, (unsigned long long)list->keyword);
    }
}

static void put_maps(struct text *t, const struct event_map *maps)
{
    for (; maps; maps = maps->next)
        for (const struct event_map_value *v = maps->values; v; v = v->next)
            if (v->symbol)
                text_format(t, "#define %s 0x%x\n", v->symbol, v->value);
}

static void put_descriptors(struct text *t, const struct event *events)
{
    text_put(t, "\n/* events: number, version, channel, level, opcode, task, keywords */\n");
    for (const struct event *e = events; e; e = e->next) {
        if (!e->symbol) {
            text_format(t, "/* event %u has no symbol */\n", e->value);
            continue;
        }
        text_format(t, "EXTERN_C __declspec(selectany) const EVENT_DESCRIPTOR %s = {%u, %u, %u, %u, %u, %u, 0x%llx};\n",
                    e->symbol, e->value, e->version, e->channel ? (unsigned)e->channel->value : 0,
                    e->level ? (unsigned)e->level->value : 0, e->opcode ? (unsigned)e->opcode->value : 0,
                    e->task ? (unsigned)e->task->value : 0, (unsigned long long)e->mask);
        text_format(t, "#define %s_value 0x%x\n", e->symbol, e->value);
    }
}

static const char *field_argument(struct writer *w, const struct event_template *t, size_t index)
{
    const struct event_field *field = t->fields;
    while (field && index--)
        field = field->next;
    return field ? arena_format(w->a, "arg_%s", identifier(w->a, field->name)) : "0";
}

/* How many elements `field` has, as an expression; NULL: one, or a string up to its zero. */
static const char *element_count(struct writer *w, const struct event_template *t, const struct event_field *field)
{
    const char *length = NULL, *count = NULL;
    if (field->length_kind != NUMBER_NONE && field->in_type != IN_SID)
        length = field->length_kind == NUMBER_FIXED ? arena_format(w->a, "%uu", field->length)
                                                    : field_argument(w, t, field->length);
    else if (field->in_type == IN_BINARY && field->out_type == OUT_IPV6)
        length = "16u";
    if (field->count_kind != NUMBER_NONE)
        count = field->count_kind == NUMBER_FIXED ? arena_format(w->a, "%uu", field->count)
                                                  : field_argument(w, t, field->count);
    return length && count ? arena_format(w->a, "(SIZE_T)%s * %s", length, count) : length ? length : count;
}

static bool put_parameter(struct writer *w, const struct event_template *t, const struct event_field *field)
{
    const struct field_type type = type_c(field->in_type, w->kernel);
    const char *count = field->structure ? NULL : element_count(w, t, field);
    if (field->structure || (field->count_kind != NUMBER_NONE && !count) ||
        (field->count_kind != NUMBER_NONE && (field->in_type == IN_WIDE || field->in_type == IN_NARROW) &&
         field->length_kind == NUMBER_NONE) ||
        (field->count_kind != NUMBER_NONE && field->in_type == IN_SID))
        return diag_error(
            w->d, CODE_EVT0002, diag_in_file(w->m->path),
            "the field %s of the template %s is a structure or an array of strings, which no macro writes", field->name,
            t->id);
    if (field->in_type == IN_BINARY && !count)
        return diag_error(w->d, CODE_EVT0001, diag_in_file(w->m->path),
                          "the field %s of the template %s is binary and has no length", field->name, t->id);
    const char *name = arena_format(w->a, "arg_%s", identifier(w->a, field->name));
    if (type.scalar && field->count_kind == NUMBER_NONE)
        text_format(w->t, ", %s%s%s", type.scalar, type.scalar[strlen(type.scalar) - 1] == '*' ? "" : " ", name);
    else if (field->in_type == IN_BINARY || field->in_type == IN_SID)
        text_format(w->t, ", const void *%s", name);
    else if (type.scalar && type.scalar[strlen(type.scalar) - 1] == '*')
        text_format(w->t, ", %sconst *%s", type.scalar, name);
    else
        text_format(w->t, ", const %s *%s", type.element, name);
    return true;
}

static void put_data(struct writer *w, const struct event_template *t, const struct event_field *field, size_t index)
{
    const struct field_type type = type_c(field->in_type, w->kernel);
    const char *name = arena_format(w->a, "arg_%s", identifier(w->a, field->name)), *count = element_count(w, t, field);
    if (type.scalar && field->count_kind == NUMBER_NONE)
        text_format(w->t, "    cwdk_event_data(&data[%zu], &%s, sizeof %s);\n", index, name, name);
    else if (field->in_type == IN_SID)
        text_format(w->t, "    cwdk_event_sid(&data[%zu], %s);\n", index, name);
    else if (!count && field->in_type <= IN_NARROW)
        text_format(w->t, "    cwdk_event_%s(&data[%zu], %s);\n", field->in_type == IN_WIDE ? "wide" : "narrow", index,
                    name);
    else
        text_format(w->t, "    cwdk_event_data(&data[%zu], %s, (SIZE_T)%u * %s);\n", index, name, type.size,
                    count ? count : "1");
}

static bool put_event(struct writer *w, const struct event_provider *p, const struct event *e)
{
    struct text *t = w->t;
    const struct event_template empty = {0}, *fields = e->template ? e->template : &empty;
    const char *prefix = w->options->prefix ? w->options->prefix : "EventWrite", *symbol = e->symbol,
               *strip = w->options->strip ? w->options->strip : "", *provider = p->symbol,
               *name = identifier(w->a, p->name);
    if (*strip && !strncmp(symbol, strip, strlen(strip)) && symbol[strlen(strip)])
        symbol += strlen(strip);
    text_format(t, "\nstatic __inline cwdk_event_status cwdk_event_%s(const GUID *activity", e->symbol);
    for (const struct event_field *field = fields->fields; field; field = field->next)
        if (!put_parameter(w, fields, field))
            return false;
    text_put(t, ")\n{\n");
    if (fields->field_count)
        text_format(t, "    EVENT_DATA_DESCRIPTOR data[%zu];\n\n", fields->field_count);
    size_t index = 0;
    for (const struct event_field *field = fields->fields; field; field = field->next)
        put_data(w, fields, field, index++);
    text_format(t, "    return cwdk_event_write(%sHandle, &%s, activity, %zu, %s);\n}\n", name, e->symbol,
                fields->field_count, fields->field_count ? "data" : "NULL");
    const char *parameters = w->kernel ? "Activity" : "", *arguments = w->kernel ? "Activity" : "NULL";
    for (size_t i = 0; i < fields->field_count; i++) {
        const char *argument = field_argument(w, fields, i);
        parameters = arena_format(w->a, "%s%s%s", parameters, *parameters ? ", " : "", argument);
        arguments = arena_format(w->a, "%s, (%s)", arguments, argument);
    }
    text_format(t, "#define EventEnabled%s() McGenEventEnabled(&%s_Context, &%s)\n", symbol, provider, e->symbol);
    text_format(t, "#define %s%s_AssumeEnabled(%s) cwdk_event_%s(%s)\n", prefix, symbol, parameters, e->symbol,
                arguments);
    text_format(t, "#define %s%s(%s) (EventEnabled%s() ? cwdk_event_%s(%s) : (cwdk_event_status)0)\n", prefix, symbol,
                parameters, symbol, e->symbol, arguments);
    return true;
}

static bool put_macros(struct writer *w, const struct event_provider *p)
{
    struct text *t = w->t;
    const char *name = identifier(w->a, p->name);
    text_format(t, "\n__declspec(selectany) REGHANDLE %sHandle = 0;\n", name);
    text_format(t, "__declspec(selectany) MCGEN_TRACE_CONTEXT %s_Context = {0};\n", p->symbol);
    text_format(
        t,
        "#define EventRegister%s() \\\n    McGenEventRegister(&%s, McGenControlCallbackV2, &%s_Context, &%sHandle)\n",
        name, p->symbol, p->symbol, name);
    text_format(t, "#define EventUnregister%s() McGenEventUnregister(&%sHandle)\n", name, name);
    for (const struct event *e = p->events; e; e = e->next)
        if (e->symbol && !put_event(w, p, e))
            return false;
    return true;
}

static void put_message_numbers(struct writer *w)
{
    text_put(w->t, "\n/* numbers of the texts */\n");
    for (size_t i = 0; i < w->m->message_count; i++) {
        const struct event_message *message = w->m->messages[i];
        bool first = message->reference;
        for (size_t k = 0; k < i && first; k++)
            first = !w->m->messages[k]->reference || strcmp(w->m->messages[k]->reference, message->reference) != 0;
        if (first)
            text_format(w->t, "#define MSG_%s 0x%08XL\n", identifier(w->a, message->reference), message->id);
    }
}

static bool put_provider(struct writer *w, const struct event_provider *p)
{
    struct text *t = w->t;
    text_format(t, "\n/* provider %s */\nEXTERN_C __declspec(selectany) const GUID %s = ", identifier(w->a, p->name),
                p->symbol);
    put_guid(t, p->guid);
    text_put(t, ";\n");
    put_items(t, "channels", p->channels);
    put_items(t, "levels", p->levels);
    put_items(t, "tasks", p->tasks);
    put_items(t, "opcodes", p->opcodes);
    put_items(t, "keywords", p->keywords);
    put_maps(t, p->maps);
    put_descriptors(t, p->events);
    if (w->options->kernel) {
        w->kernel = true;
        if (w->options->user)
            text_put(t, "\n#if defined(_KERNEL_MODE)\n");
        if (!put_macros(w, p))
            return false;
    }
    if (w->options->user) {
        w->kernel = false;
        if (w->options->kernel)
            text_put(t, "\n#else\n");
        if (!put_macros(w, p))
            return false;
        if (w->options->kernel)
            text_put(t, "#endif\n");
    }
    return true;
}

const char *events_header(const struct event_manifest *m, const struct events_options *options, struct arena *a,
                          struct diag *d)
{
    struct text t = {0};
    struct writer w = {.m = m, .options = options, .t = &t, .a = a, .d = d};
    bool ok = true;
    text_put(&t, "/* Made by cwdk events from an instrumentation manifest. */\n#pragma once\n#include <wdk/events.h>\n"
                 "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n");
    for (const struct event_provider *p = m->providers; p && ok; p = p->next)
        ok = put_provider(&w, p);
    put_message_numbers(&w);
    text_put(&t, "\n#ifdef __cplusplus\n}\n#endif\n");
    const char *header = ok ? arena_string(a, t.data) : NULL;
    text_free(&t);
    return header;
}
