/* From libfyaml's events to a tree. */
#include "cwdk/project/yaml.h"
#include "cwdk/diag/codes.h"
#include "cwdk/project/text.h"

#include <libfyaml.h>
#include <stdlib.h>
#include <string.h>

struct builder {
    const char *file;
    struct arena *a;
    struct diag *d;
    struct yaml_node *root;
    struct yaml_node *open[YAML_DEPTH_LIMIT];
    unsigned depth;
    size_t nodes, documents;
    const char *key; /* read, its value not yet */
    struct diag_place key_place;
};

static struct diag_place event_place(const struct builder *b, struct fy_event *event)
{
    const struct fy_mark *mark = fy_event_start_mark(event);
    struct diag_place place = {.file = b->file};
    if (mark) {
        place.line = (unsigned)mark->line + 1;
        place.column = (unsigned)mark->column + 1;
    }
    return place;
}

static bool refuse(struct builder *b, struct diag_place place, const char *what, const char *help)
{
    diag_error(b->d, CODE_PRJ2005, place, "%s", what);
    diag_help(b->d, "%s", help);
    return false;
}

/* The map or list that is being read, or NULL. */
static struct yaml_node *innermost(const struct builder *b)
{
    return b->depth ? b->open[b->depth - 1] : NULL;
}

static bool take_key(struct builder *b, const struct yaml_node *map, struct fy_event *event, struct diag_place place)
{
    size_t length = 0;
    const char *text = event->type == FYET_SCALAR ? fy_token_get_text(event->scalar.value, &length) : NULL;
    if (event->type != FYET_SCALAR || (length && memchr(text, 0, length)))
        return refuse(b, place, "a key must be a plain word", "write `name: value`");
    b->key = arena_substring(b->a, text ? text : "", length);
    b->key_place = place;
    const struct yaml_node *old = yaml_get(map, b->key);
    if (old) {
        diag_error(b->d, CODE_PRJ2003, place, "the key '%s' stands here a second time", b->key);
        diag_help(b->d, "the first is in line %u; keep one of them", old->key_place.line);
        return false;
    }
    return true;
}

static struct yaml_node *add_node(struct builder *b, enum yaml_kind kind, struct diag_place place)
{
    if (++b->nodes > YAML_NODE_LIMIT) {
        refuse(b, place, "the file has more than 10000 values", "a manifest is a page of text");
        return NULL;
    }
    struct yaml_node *node = arena_alloc(b->a, sizeof *node);
    node->kind = kind;
    node->place = place;
    node->key = b->key;
    node->key_place = b->key_place;
    b->key = NULL;
    struct yaml_node *parent = innermost(b);
    if (!parent) {
        b->root = node;
        return node;
    }
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

static bool open_node(struct builder *b, enum yaml_kind kind, struct diag_place place)
{
    if (b->depth == YAML_DEPTH_LIMIT)
        return refuse(b, place, "values are nested deeper than 16 levels", "a manifest needs four");
    struct yaml_node *node = add_node(b, kind, place);
    if (!node)
        return false;
    b->open[b->depth++] = node;
    return true;
}

static bool add_scalar(struct builder *b, struct fy_event *event, struct diag_place place)
{
    size_t length = 0;
    const char *text = fy_token_get_text(event->scalar.value, &length);
    if (length && memchr(text, 0, length))
        return refuse(b, place, "a value has a NUL character inside", "remove it");
    struct yaml_node *node = add_node(b, YAML_SCALAR, place);
    if (!node)
        return false;
    const enum fy_scalar_style style = fy_token_scalar_style(event->scalar.value);
    node->text = arena_substring(b->a, text ? text : "", length);
    node->quoted = style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED;
    return true;
}

static bool is_decorated(const struct fy_event *event)
{
    switch (event->type) {
    case FYET_SCALAR:
        return event->scalar.anchor || event->scalar.tag;
    case FYET_MAPPING_START:
        return event->mapping_start.anchor || event->mapping_start.tag;
    case FYET_SEQUENCE_START:
        return event->sequence_start.anchor || event->sequence_start.tag;
    default:
        return event->type == FYET_ALIAS;
    }
}

static bool take_event(struct builder *b, struct fy_event *event)
{
    const struct diag_place place = event_place(b, event);
    if (is_decorated(event))
        return refuse(b, place, "anchors (&x), aliases (*x) and tags (!x) are not used in a manifest",
                      "write the value out; what profiles share stands once above `profiles:`");
    const bool opens = event->type == FYET_MAPPING_START || event->type == FYET_SEQUENCE_START;
    const struct yaml_node *parent = innermost(b);
    if ((opens || event->type == FYET_SCALAR) && parent && parent->kind == YAML_MAP && !b->key)
        return take_key(b, parent, event, place);
    switch (event->type) {
    case FYET_DOCUMENT_START:
        if (b->documents++)
            return refuse(b, place, "a second document starts here", "a manifest is one document");
        return true;
    case FYET_MAPPING_START:
        return open_node(b, YAML_MAP, place);
    case FYET_SEQUENCE_START:
        return open_node(b, YAML_LIST, place);
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
        b->depth--;
        return true;
    case FYET_SCALAR:
        return add_scalar(b, event, place);
    default:
        return true;
    }
}

static void report_syntax(struct builder *b, struct fy_diag *errors)
{
    void *state = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(errors, &state);
    struct diag_place place = {.file = b->file};
    if (error && error->line > 0) {
        place.line = (unsigned)error->line;
        place.column = error->column > 0 ? (unsigned)error->column : 0;
    }
    diag_error(b->d, CODE_PRJ2001, place, "this is not YAML: %s",
               error && error->msg ? error->msg : "it cannot be parsed");
    diag_help(b->d, "indent with spaces, put a space after each colon, quote text that has `: ` or starts "
                    "with a special sign");
}

static bool read_events(struct builder *b, struct fy_parser *parser, struct fy_diag *errors)
{
    for (;;) {
        struct fy_event *event = fy_parser_parse(parser);
        if (!event) {
            report_syntax(b, errors);
            return false;
        }
        const bool end = event->type == FYET_STREAM_END;
        const bool ok = take_event(b, event);
        fy_parser_event_free(parser, event);
        if (!ok || end)
            return ok;
    }
}

struct yaml_node *yaml_parse(const char *file, const char *text, size_t size, struct arena *a, struct diag *d)
{
    struct builder b = {.file = file, .a = a, .d = d};
    struct diag_place bad = {.file = file};
    if (size > YAML_SIZE_LIMIT) {
        refuse(&b, bad, "the file is larger than 1 MiB", "a manifest is a page of text");
        return NULL;
    }
    if (!text_is_utf8(text, size, &bad.line, &bad.column)) {
        diag_error(d, CODE_PRJ2002, bad, "the file is not UTF-8 text");
        diag_help(d, "save it as UTF-8, without control characters");
        return NULL;
    }
    struct fy_diag_cfg quiet;
    fy_diag_cfg_default(&quiet);
    quiet.fp = NULL;
    struct fy_diag *errors = fy_diag_create(&quiet);
    if (!errors)
        memory_exhausted();
    fy_diag_set_collect_errors(errors, true);
    const struct fy_parse_cfg settings = {.flags = FYPCF_QUIET, .diag = errors};
    struct fy_parser *parser = fy_parser_create(&settings);
    if (!parser)
        memory_exhausted();
    const bool ok = !fy_parser_set_string(parser, text, size) && read_events(&b, parser, errors);
    fy_parser_destroy(parser);
    fy_diag_destroy(errors);
    if (!ok)
        return NULL;
    if (!b.root)
        return open_node(&b, YAML_MAP, (struct diag_place){file, 1, 1}) ? b.root : NULL;
    return b.root;
}

struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
    for (struct yaml_node *node = map->first; node; node = node->next)
        if (node->key && !strcmp(node->key, key))
            return node;
    return NULL;
}
