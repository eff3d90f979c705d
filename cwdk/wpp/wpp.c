/*
 * The header that goes with a source.
 *
 * A trace function becomes a macro that expands to the name of a macro for this call, told by file, function and line,
 * which then takes the arguments. That one tests the driver's WPP_…_ENABLED and calls a small function, out of line,
 * whose parameter types come from the format string. What does the writing is in sdk/include/wdk/wpp.h.
 */
#include "cwdk/wpp/wpp.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/wpp/format.h"
#include "cwdk/wpp/scan.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define EVENT_NAME 1000 /* bytes of a message that name its event */
#define FIELD_NAME 60   /* bytes of an expression that name its field */

struct emitter {
    struct wpp_config config;
    const char *source, *file; /* "nonpnp.c", "nonpnp_c" */
    bool recorder;
    FILE *out;
};

static const char *identifier(struct arena *a, const char *name)
{
    char *out = arena_format(a, "%s%s", isdigit((unsigned char)*name) ? "_" : "", name);
    for (char *p = out; *p; p++)
        if (!isalnum((unsigned char)*p))
            *p = '_';
    return out;
}

/* LEVEL_FLAGS of Trace(LEVEL,FLAGS,MSG,...), or "" */
static const char *condition(struct arena *a, const struct wpp_function *f)
{
    const char *text = "";
    for (size_t i = 0; i < f->count; i++)
        if (strcmp(f->parameters[i].name, "MSG") != 0)
            text = arena_format(a, "%s%s%s", text, *text ? "_" : "", f->parameters[i].name);
    return text;
}

static const char *macro_name(struct arena *a, const struct wpp_function *f, const char *what)
{
    const char *c = condition(a, f);
    return arena_format(a, "WPP_%s%s%s", c, *c ? "_" : "", what);
}

/* (LEVEL, FLAGS), with the values of those that are fixed; or the bare names for a definition. */
static const char *conditions(struct arena *a, const struct wpp_function *f, bool with_values)
{
    const char *text = "";
    for (size_t i = 0; i < f->count; i++) {
        const struct wpp_parameter *p = &f->parameters[i];
        if (strcmp(p->name, "MSG") != 0)
            text = arena_format(a, "%s%s%s", text, *text ? ", " : "", with_values && p->value ? p->value : p->name);
    }
    return text;
}

/* The level that the event carries. In a function with one condition only that is a flag, whatever its name. */
static const char *event_level(struct arena *a, const struct wpp_function *f)
{
    size_t count = 0;
    const char *level = NULL;
    for (size_t i = 0; i < f->count; i++) {
        const struct wpp_parameter *p = &f->parameters[i];
        count += strcmp(p->name, "MSG") != 0;
        if (!strcasecmp(p->name, "LEVEL") || !strcasecmp(p->name, "lvl"))
            level = p->value ? p->value : p->name;
    }
    return level && count > 1 ? arena_format(a, "(UCHAR)(%s)", level) : "0";
}

/* Bytes as the inside of a string literal; octal where a reader or the preprocessor could trip. */
static void put_bytes(FILE *out, const char *bytes, size_t size)
{
    fputs("    \"", out);
    for (size_t i = 0, width = 0; i < size; i++, width++) {
        const unsigned char c = (unsigned char)bytes[i];
        if (width == 80) {
            fputs("\"\n    \"", out);
            width = 0;
        }
        if (c < 0x20 || c > 0x7E || strchr("\"\\?", c))
            fprintf(out, "\\%03o", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

/* The name of a value's field: its expression, or its number where that is long or has signs that viewers trip over. */
static const char *field_name(struct arena *a, const char *expression, size_t index)
{
    const size_t length = strlen(expression);
    for (const char *p = expression; *p; p++)
        if (!isgraph((unsigned char)*p) || *p == '"')
            return arena_format(a, "value%zu", index + 1);
    return length && length <= FIELD_NAME ? expression : arena_format(a, "value%zu", index + 1);
}

/* The description of a self-describing event: size, tags, its name, and name and type of each field. */
static size_t describe(struct arena *a, const char *message, const struct wpp_value *values, size_t count, char **out)
{
    size_t length = strlen(message), room = 64;
    while (length && isspace((unsigned char)message[length - 1]))
        length--;
    length = length < EVENT_NAME ? length : EVENT_NAME;
    while (length && ((unsigned char)message[length] & 0xC0) == 0x80) /* no part of a character */
        length--;
    for (size_t i = 0; i < count; i++)
        room += FIELD_NAME + 10;
    char *data = arena_alloc(a, room + length), *p = data + 3;
    p = (char *)mempcpy(p, message, length) + 1;
    p = (char *)mempcpy(p, "function", 9);
    *p++ = 2; /* text */
    p = (char *)mempcpy(p, "line", 5);
    *p++ = 8; /* 32 bits, unsigned */
    for (size_t i = 0; i < count; i++) {
        const struct wpp_type *type = values[i].type;
        p = stpcpy(p, field_name(a, values[i].text, i)) + 1;
        *p++ = (char)(type->in | (type->out ? 0x80 : 0) | (type->repeat ? 0x20 : 0));
        if (type->out)
            *p++ = (char)type->out;
        if (type->repeat) {
            *p++ = (char)type->repeat;
            *p++ = 0;
        }
    }
    const size_t size = (size_t)(p - data);
    data[0] = (char)(size & 0xFF);
    data[1] = (char)(size >> 8);
    *out = data;
    return size;
}

static void put_descriptor(FILE *out, const struct wpp_value *value, size_t index)
{
    static const char *const macros[] = {[WPP_NUMBER] = "BYTES", [WPP_POINTER] = "BYTES",   [WPP_TEXT] = "TEXT",
                                         [WPP_WIDE] = "WIDE",    [WPP_UNICODE] = "UNICODE", [WPP_ANSI] = "ANSI",
                                         [WPP_GUID] = "GUID",    [WPP_SID] = "SID",         [WPP_ENUM] = "BYTES"};
    if (value->type->kind == WPP_CUSTOM)
        fprintf(out, " %s(v%zu)", value->type->macro, index + 1);
    else
        fprintf(out, " CWDK_WPP_%s(v%zu)", macros[value->type->kind], index + 1);
}

/* Which of the values come from the call, and whether a message that the function does not name comes before them. */
struct given {
    size_t from, to;
    bool message;
};

/* A call with inner parentheses takes them off in two steps: what stands in them is several arguments only then. */
static void put_unwrapping(FILE *out, const struct wpp_function *f, const char *id)
{
    fprintf(out, "#define cwdk_wpp_call_%s(", id);
    for (size_t i = 0; i < f->inner; i++)
        fprintf(out, "cwdk_wpp_outer_%zu, ", i);
    fprintf(out, "cwdk_wpp_inner) cwdk_wpp_pass_%s(", id);
    for (size_t i = 0; i < f->inner; i++)
        fprintf(out, "cwdk_wpp_outer_%zu, ", i);
    fprintf(out, "CWDK_WPP_UNWRAP cwdk_wpp_inner)\n#define cwdk_wpp_pass_%s(...) cwdk_wpp_open_%s(__VA_ARGS__)\n", id,
            id);
}

/* "enabled ? (trace(logger" */
static void put_condition(struct emitter *e, const struct wpp_function *f, const char *fixed, const char *id)
{
    struct arena *a = e->config.a;
    const char *enabled = macro_name(a, f, "ENABLED"), *logger = macro_name(a, f, "LOGGER");
    if (!e->recorder) {
        fprintf(e->out, "(%s(%s)) ? (cwdk_wpp_trace_%s(%s(%s)", enabled, fixed, id, logger, fixed);
        return;
    }
    const char *c = condition(a, f), *line = *c ? "_" : "";
    fprintf(e->out,
            "((%s(%s)) || (WPP_RECORDER_%s%sFILTER(%s))) ? (cwdk_wpp_trace_%s(cwdk_wpp_choose((%s(%s)) != 0, %s(%s) "
            "(WPP_RECORDER_%s%sFILTER(%s)) != 0, WPP_RECORDER_%s%sARGS(%s)),",
            enabled, fixed, c, line, fixed, id, enabled, fixed, logger, fixed, c, line, fixed, c, line, fixed);
}

/* The function that writes one event, and the macro that calls it. */
static void put_call(struct emitter *e, const struct wpp_call *call, const char *message,
                     const struct wpp_value *values, size_t count, struct given given)
{
    struct arena *a = e->config.a;
    const struct wpp_function *f = call->function;
    const char *id = arena_format(a, "%s_%s_%u", e->file, f->name, call->line);
    const char *fixed = conditions(a, f, true);
    char *event;
    const size_t size = describe(a, message, values, count, &event);
    FILE *out = e->out;

    fprintf(out, "\n/* line %u */\nstatic const char cwdk_wpp_event_%s[] =\n", call->line, id);
    put_bytes(out, event, size);
    fputs(";\n", out);
    fprintf(out, "static CWDK_WPP_COLD void cwdk_wpp_trace_%s(struct cwdk_wpp_%s to, UCHAR level, const char *function",
            id, e->recorder ? "target" : "logger");
    for (size_t i = 0; i < count; i++)
        fprintf(out, ", %s v%zu", values[i].type->c_type, i + 1);
    fprintf(out,
            ")\n{\n    const ULONG line = %u;\n    CWDK_WPP_DATA data[] = {CWDK_WPP_PROVIDER(to%s) "
            "CWDK_WPP_EVENT(cwdk_wpp_event_%s)\n        CWDK_WPP_TEXT(function) CWDK_WPP_BYTES(line)",
            call->line, e->recorder ? ".logger" : "", id);
    for (size_t i = 0; i < count; i++)
        put_descriptor(out, &values[i], i);
    fprintf(out, "};\n    cwdk_wpp_%s(to, level, data, sizeof data / sizeof *data);\n}\n",
            e->recorder ? "write_and_record" : "write");

    if (f->doubled)
        fprintf(out, "#define cwdk_wpp_call_%s(arguments) cwdk_wpp_open_%s arguments\n", id, id);
    else if (f->inner)
        put_unwrapping(out, f, id);
    fprintf(out, "#define cwdk_wpp_%s_%s(", f->doubled || f->inner ? "open" : "call", id);
    const char *comma = "";
    for (size_t i = 0; i < f->count; i++)
        if (!f->parameters[i].value) {
            fprintf(out, "%s%s", comma, f->parameters[i].name);
            comma = ", ";
        }
    if (given.message) {
        fprintf(out, "%scwdk_wpp_message", comma);
        comma = ", ";
    }
    for (size_t i = given.from; i < given.to; i++, comma = ", ")
        fprintf(out, "%scwdk_wpp_%zu", comma, i + 1);
    fprintf(out, ") \\\n    CWDK_WPP_BEGIN %s(%s) \\\n    ((void)(", macro_name(a, f, "PRE"), fixed);
    put_condition(e, f, fixed, id);
    fprintf(out, " %s, __FUNCTION__", event_level(a, f));
    for (size_t i = 0; i < count; i++) {
        const bool address = values[i].type->kind == WPP_POINTER || values[i].type->kind == WPP_ENUM;
        fprintf(out, ", %s", !address ? "" : values[i].type->kind == WPP_ENUM ? "(ULONG)(" : "(ULONG_PTR)(");
        if (i >= given.from && i < given.to)
            fprintf(out, "cwdk_wpp_%zu", i + 1);
        else
            fputs(values[i].text, out);
        if (address)
            fputc(')', out);
    }
    fprintf(out, "), 0) : 0)) \\\n    %s(%s) CWDK_WPP_END\n", macro_name(a, f, "POST"), fixed);
}

/* Fits a call's arguments to the parameters of its function and to the formats, and writes it. */
static bool take_call(struct emitter *e, const struct wpp_call *call)
{
    struct wpp_config *c = &e->config;
    const struct wpp_function *f = call->function;
    const struct diag_place place = {.file = e->source, .line = call->line};
    const char *message = NULL;
    size_t next = 0, wanted = 0, prefix_used = 0, used = 0, suffix_used = 0, count = 0;
    for (size_t i = 0; i < f->count; i++) {
        wanted += !f->parameters[i].value;
        if (f->parameters[i].value || next >= call->count)
            continue;
        if (!strcmp(f->parameters[i].name, "MSG"))
            message = call->arguments[next];
        next++;
    }
    if (call->count < wanted || (call->count > wanted && !f->variadic))
        return diag_error(c->d, CODE_WPP1003, place, "%s takes %s%zu arguments, and the call has %zu", f->name,
                          f->variadic ? "at least " : "", wanted, call->count);
    const bool optional = !message && call->count > wanted; /* Check(RESULT,...) with a message */
    if (optional)
        message = call->arguments[wanted++];
    const char *format = message ? wpp_literal(c->a, message) : "";
    if (!format) {
        diag_error(c->d, CODE_WPP1003, place, "the message of %s is no string literal: %.60s", f->name, message);
        diag_help(c->d, "the format is read when the driver is built; write it out, without macros and without L");
        return false;
    }
    struct wpp_value values[WPP_PARAMETERS + 1];
    const char *const *given = call->arguments + wanted;
    const size_t given_count = call->count - wanted;
    if (!wpp_read_format(c, f->prefix, f->prefix_values, f->prefix_count, &prefix_used, place, values, &count) ||
        !wpp_read_format(c, format, given, given_count, &used, place, values, &count) ||
        !wpp_read_format(c, f->suffix, f->suffix_values, f->suffix_count, &suffix_used, place, values, &count))
        return false;
    if (used < given_count) {
        diag_error(c->d, CODE_WPP1003, place, "the format has no place for the value %s", given[used]);
        diag_help(c->d, "it takes %zu values, and the call gives %zu", used, given_count);
        return false;
    }
    const char *whole = wpp_decode(c->a, *format ? format : *f->suffix ? f->suffix : f->prefix);
    put_call(e, call, *whole ? whole : f->name, values, count,
             (struct given){prefix_used, prefix_used + given_count, optional});
    return true;
}

/* Whether a function before `f` in the list has the same conditions. */
static bool same_conditions_before(const struct emitter *e, const struct wpp_function *f)
{
    const char *wanted = condition(e->config.a, f);
    for (const struct wpp_function *other = e->config.functions; other != f; other = other->next)
        if (other->used && !strcmp(condition(e->config.a, other), wanted))
            return true;
    return false;
}

/* The name of the function's condition that is one of `names`, or NULL. */
static const char *condition_called(const struct wpp_function *f, const char *const *names)
{
    for (; *names; names++)
        for (size_t i = 0; i < f->count; i++)
            if (!strcasecmp(f->parameters[i].name, *names))
                return f->parameters[i].name;
    return NULL;
}

static void put_default(struct emitter *e, const struct wpp_function *f, const char *name, const char *meaning)
{
    fprintf(e->out, "#ifndef %s\n#define %s(%s) %s\n#endif\n", name, name, conditions(e->config.a, f, false), meaning);
}

/* In a driver with the recorder level and flag are enough: who is to get a message follows from them. A log of the
 * driver's own is a condition that is called IFRLOG. */
static void put_recorder_defaults(struct emitter *e, const struct wpp_function *f)
{
    static const char *const levels[] = {"LEVEL", "LVL", NULL}, *const flags[] = {"FLAGS", "FLAG", NULL},
                             *const logs[] = {"IFRLOG", NULL};
    struct arena *a = e->config.a;
    const char *level = condition_called(f, levels), *flag = condition_called(f, flags);
    const char *log = condition_called(f, logs), *c = condition(a, f);
    const char *both = arena_format(a, "%s, %s", level, flag);
    const char *args = arena_format(a, "WPP_RECORDER_%s%sARGS", c, *c ? "_" : "");
    const char *taken = arena_format(a, "%s(%s)", args, conditions(a, f, false));
    if (level && flag && strcmp(c, "LEVEL_FLAGS") != 0) { /* the runtime's header has those of LEVEL_FLAGS */
        put_default(e, f, args,
                    log ? arena_format(a, "%s, %s, WPP_BIT_##%s", log, level, flag)
                        : arena_format(a, "WPP_RECORDER_LEVEL_FLAGS_ARGS(%s)", both));
        put_default(e, f, arena_format(a, "WPP_RECORDER_%s_FILTER", c),
                    arena_format(a, "WPP_RECORDER_LEVEL_FLAGS_FILTER(%s)", both));
    }
    put_default(e, f, macro_name(a, f, "ENABLED"), arena_format(a, "cwdk_wpp_wants(%s)", taken));
    put_default(e, f, macro_name(a, f, "LOGGER"), arena_format(a, "cwdk_wpp_from(%s),", taken));
}

/* What the driver may define around a trace point, and need not. */
static void put_defaults(struct emitter *e)
{
    struct arena *a = e->config.a;
    for (const struct wpp_function *f = e->config.functions; f; f = f->next)
        if (f->used && !same_conditions_before(e, f)) {
            put_default(e, f, macro_name(a, f, "PRE"), "");
            put_default(e, f, macro_name(a, f, "POST"), "");
            if (e->recorder)
                put_recorder_defaults(e, f);
        }
}

static void put_head(struct emitter *e, const struct wpp_settings *settings, bool calls)
{
    FILE *out = e->out;
    fprintf(out, "/* Made out of %s by `cwdk wpp`. */\n", path_name(e->source));
    struct list defines = {0};
    list_add_all(&defines, e->config.a, settings->defines);
    list_add_all(&defines, e->config.a, e->config.defines.items);
    for (size_t i = 0; i < defines.count; i++) {
        const char *define = defines.items[i];
        const int name = (int)strcspn(define, "=("), head = (int)strcspn(define, "=");
        fprintf(out, "#ifndef %.*s\n#define %.*s %s\n#endif\n", name, define, head, define,
                define[head] ? define + head + 1 : "1");
    }
    if (settings->control_guid)
        fprintf(out, "#ifndef WPP_CONTROL_GUIDS\n#define WPP_CONTROL_GUIDS %s\n#endif\n",
                wpp_control_guids(e->config.a, settings->control_guid));
    if (calls)
        fprintf(
            out,
            "#ifndef WPP_CONTROL_GUIDS\n#error \"WPP_CONTROL_GUIDS must be defined before %s is included\"\n#endif\n",
            path_name(wpp_header_name(e->config.a, ".", e->source)));
    fprintf(out, "#ifdef WPP_CONTROL_GUIDS\n#define CWDK_WPP_%s 1\n%s#include <wdk/wpp.h>\n#endif\n",
            settings->kernel ? "KERNEL" : "USER", settings->recorder ? "#define CWDK_WPP_RECORDER 1\n" : "");
    fprintf(out, "#undef CWDK_WPP_FILE\n#define CWDK_WPP_FILE %s\n", e->file);
    for (const struct wpp_function *f = e->config.functions; f; f = f->next)
        if (f->used)
            fprintf(out, "#undef %s\n#define %s CWDK_WPP_CALL(%s_)\n", f->name, f->name, f->name);
    put_defaults(e);
}

static bool configure(struct wpp_config *c, const char *source, const struct wpp_settings *settings,
                      struct list *inputs)
{
    const struct diag_place nowhere = {0};
    const char *local = path_join(c->a, path_folder(c->a, source), "localwpp.ini");
    bool ok = wpp_add_function(c, "DoTraceMessage(LEVEL,MSG,...)", nowhere);
    for (const char *const *scan = settings->scans; scan && *scan; scan++)
        ok = wpp_read_config(c, *scan, !strcasecmp(path_extension(*scan), ".ini")) && ok;
    list_add_all(inputs, c->a, settings->scans);
    if (path_is_file(local))
        list_add(inputs, c->a, local);
    if (path_is_file(local) && !wpp_read_config(c, local, true))
        ok = false;
    ok = wpp_read_config(c, source, false) && ok;
    for (const char *const *function = settings->functions; function && *function; function++)
        ok = wpp_add_function(c, *function, nowhere) && ok;
    return ok;
}

char *wpp_header_name(struct arena *a, const char *folder, const char *source)
{
    const char *name = path_name(source);
    const size_t stem = strlen(name) - strlen(path_extension(name));
    return path_join(a, folder, arena_format(a, "%.*s.tmh", (int)stem, name));
}

char *wpp_header(const char *source, const struct wpp_settings *settings, struct list *inputs, struct arena *a,
                 struct diag *d)
{
    struct emitter e = {
        .config = {.a = a, .d = d, .kernel = settings->kernel}, .source = source, .recorder = settings->recorder};
    struct wpp_call *calls;
    struct bytes content;
    struct list unused = {0};
    e.file = identifier(a, path_name(source));
    if (settings->control_guid && !wpp_control_guids(a, settings->control_guid)) {
        diag_error(d, CODE_WPP1001, diag_nowhere(), "the control GUID %.60s is none", settings->control_guid);
        diag_help(d, "write 8-4-4-4-12 hexadecimal digits");
        return NULL;
    }
    if (!configure(&e.config, source, settings, inputs ? inputs : &unused) || !file_read(source, a, &content, d) ||
        !wpp_scan(&e.config, source, (const char *)content.data, content.size, &calls))
        return NULL;
    char *text = NULL;
    size_t size;
    e.out = open_memstream(&text, &size);
    if (!e.out)
        memory_exhausted();
    put_head(&e, settings, calls);
    bool ok = true;
    for (const struct wpp_call *call = calls; call; call = call->next)
        ok = take_call(&e, call) && ok;
    if (fclose(e.out))
        memory_exhausted();
    char *copy = ok ? arena_string(a, text) : NULL;
    free(text);
    return copy;
}
