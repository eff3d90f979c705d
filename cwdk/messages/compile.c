/* The message compiler: reading the message file, writing the header and the script. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/decode.h"
#include "cwdk/messages/messages.h"
#include "cwdk/messages/table.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A severity, facility or language: name=number[:what]. */
struct name {
    const char *name;
    uint32_t number;
    const char *what;                 /* a symbol, or the table's file name; NULL */
    struct message *messages, **last; /* of a language */
    struct name *next;
};

struct compiler {
    const char *path;
    const char *text, *p; /* UTF-8, lines end in \n */
    unsigned line;
    const struct messages_options *options;
    struct arena *a;
    struct diag *d;
    struct name *severities, *facilities, *languages;
    const char *type; /* MessageIdTypedef, or "" */
    bool decimal;
    const struct name *severity, *facility; /* of the last message */
    uint16_t *last_id;                      /* by facility */
    char *header;                           /* text so far, and its room */
    size_t header_size, header_room;
    size_t message_count;
};

static bool fail(const struct compiler *c, const char *what)
{
    return diag_error(c->d, CODE_MSG0001, ((struct diag_place){c->path, c->line, 0}), "%s", what);
}

static void put(struct compiler *c, const char *text, size_t size)
{
    if (c->header_room - c->header_size <= size) {
        c->header_room = (c->header_room + size) * 2 + 256;
        char *grown = arena_alloc(c->a, c->header_room);
        if (c->header_size)
            memcpy(grown, c->header, c->header_size);
        c->header = grown;
    }
    memcpy(c->header + c->header_size, text, size);
    c->header_size += size;
    c->header[c->header_size] = 0;
}

static void put_line(struct compiler *c, const char *text)
{
    put(c, text, strlen(text));
    put(c, "\n", 1);
}

/* "\r\n" becomes "\n", in place. */
static char *with_plain_line_ends(char *text)
{
    char *out = text;
    for (const char *p = text; *p; p++)
        if (*p != '\r' || p[1] != '\n')
            *out++ = *p;
    *out = 0;
    return text;
}

static struct name *find(struct name *names, const char *name)
{
    for (; names; names = names->next)
        if (!strcasecmp(names->name, name))
            return names;
    return NULL;
}

static struct name *add_name(struct compiler *c, struct name **names, const char *name, uint32_t number,
                             const char *what)
{
    struct name *n = find(*names, name), **end = names;
    if (!n) {
        while (*end)
            end = &(*end)->next;
        n = *end = arena_alloc(c->a, sizeof *n);
        n->last = &n->messages;
    }
    n->name = name;
    n->number = number;
    n->what = what;
    return n;
}

static void take_line(struct compiler *c, const char **start, size_t *length)
{
    *start = c->p;
    *length = strcspn(c->p, "\n");
    c->p += *length;
    if (*c->p) {
        c->p++;
        c->line++;
    }
}

/* Passes over white space; a line that begins with a semicolon goes to the header. */
static void skip_space(struct compiler *c)
{
    for (;;) {
        if (*c->p == ';') {
            const char *start;
            size_t length;
            take_line(c, &start, &length);
            put(c, start + 1, length - 1);
            put(c, "\n", 1);
        } else if (isspace((unsigned char)*c->p)) {
            c->line += *c->p == '\n';
            c->p++;
        } else {
            return;
        }
    }
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '.' || c == '\\' || (unsigned char)c >= 0x80;
}

static const char *take_word(struct compiler *c)
{
    skip_space(c);
    const char *start = c->p;
    while (is_word(*c->p))
        c->p++;
    return arena_substring(c->a, start, (size_t)(c->p - start));
}

static bool take_number(struct compiler *c, uint32_t most, uint32_t *out)
{
    const char *word = take_word(c);
    char *end;
    if (!isdigit((unsigned char)*word))
        return fail(c, "a number was expected");
    const unsigned long long value = strtoull(word, &end, 0);
    if (*end || value > most)
        return fail(c, arena_format(c->a, "%s is no number up to 0x%X", word, most));
    *out = (uint32_t)value;
    return true;
}

static bool take_char(struct compiler *c, char wanted)
{
    skip_space(c);
    if (*c->p != wanted)
        return fail(c, arena_format(c->a, "a %c was expected", wanted));
    c->p++;
    return true;
}

/* "(name=number:what name=number …)" */
static bool take_names(struct compiler *c, struct name **names, uint32_t most, bool languages)
{
    if (!take_char(c, '('))
        return false;
    for (;;) {
        skip_space(c);
        if (*c->p == ')') {
            c->p++;
            return true;
        }
        const char *name = take_word(c), *what = NULL;
        uint32_t number;
        if (!*name)
            return fail(c, "a name or a closing parenthesis was expected");
        if (!take_char(c, '=') || !take_number(c, most, &number))
            return false;
        skip_space(c);
        if (*c->p == ':') {
            c->p++;
            what = take_word(c);
        }
        if (languages && (!what || !*what || strpbrk(what, "/\\")))
            return fail(c, "a language needs the name of its table, as in English=0x409:MSG00409");
        add_name(c, names, name, number, what);
    }
}

/* The text of a message, up to the line that is a period. Lines end in CR and LF in tables. */
static bool take_text(struct compiler *c, const char **out)
{
    const char *begin = c->p;
    const unsigned first = c->line;
    const char *start;
    size_t length, size = 0;
    char *text;
    for (;;) { /* measure */
        if (!*c->p) {
            c->line = first;
            return fail(c, "the text that begins here has no line with a period alone at its end");
        }
        take_line(c, &start, &length);
        if (length && *start == '.' && strspn(start, ". \t") >= length && start[1] != '.')
            break;
        size += length + 2;
    }
    const char *end = start;
    text = arena_alloc(c->a, size + 4);
    char *q = text;
    for (const char *p = begin; p < end; p++) {
        if (*p == '\n')
            *q++ = '\r';
        *q++ = *p;
    }
    if (c->options->terminated) {
        while (q > text && (q[-1] == '\n' || q[-1] == '\r'))
            q--;
        memcpy(q, "%0", 2);
        q += 2;
    }
    *q = 0;
    *out = text;
    return true;
}

static void put_number(struct compiler *c, const char *symbol, const char *type, uint32_t number)
{
    const char *digits = arena_format(c->a, c->decimal ? "%u" : "0x%08X", number);
    const char *value = *type ? arena_format(c->a, "((%s)%sL)", type, digits) : arena_format(c->a, "%sL", digits);
    put_line(c, arena_format(c->a, "#define %s %s", symbol, value));
}

static bool take_reference(struct compiler *c, struct name *names, const char *kind, const struct name **out)
{
    const char *word = take_word(c);
    *out = find(names, word);
    return *out || fail(c, arena_format(c->a, "there is no %s '%s'", kind, word));
}

/* "MessageId=", its number, then the keywords of the message and its texts. */
static bool take_message(struct compiler *c)
{
    uint32_t number = 1;
    bool relative = true;
    const char *symbol = "";
    skip_space(c);
    if (*c->p == '+' || isdigit((unsigned char)*c->p)) {
        relative = *c->p == '+';
        c->p += relative;
        if (!take_number(c, 0xFFFF, &number))
            return false;
    }
    uint32_t id = 0;
    bool fixed = false;
    struct name *language;
    for (;;) {
        const char *word = take_word(c);
        if (!*word)
            return fail(c,
                        "a keyword of a message was expected: Severity, Facility, SymbolicName, OutputBase, Language");
        if (!take_char(c, '='))
            return false;
        if (!strcasecmp(word, "Severity")) {
            if (!take_reference(c, c->severities, "severity", &c->severity))
                return false;
        } else if (!strcasecmp(word, "Facility")) {
            if (!take_reference(c, c->facilities, "facility", &c->facility))
                return false;
        } else if (!strcasecmp(word, "SymbolicName")) {
            symbol = take_word(c);
        } else if (!strcasecmp(word, "OutputBase")) {
            uint32_t base;
            if (!take_number(c, 16, &base))
                return false;
            c->decimal = base == 10;
        } else if (!strcasecmp(word, "MessageIdTypedef")) {
            c->type = take_word(c);
        } else if (!strcasecmp(word, "Language")) {
            const struct name *found;
            if (!take_reference(c, c->languages, "language", &found))
                return false;
            language = find(c->languages, found->name);
            if (!fixed) {
                const uint32_t last = c->last_id[c->facility->number & 0xFFF], code = relative ? last + number : number;
                if (code > 0xFFFF)
                    return fail(c, "the number of the message is greater than 0xFFFF");
                c->last_id[c->facility->number & 0xFFF] = (uint16_t)code;
                id = c->severity->number << 30 | (c->options->customer ? 0x20000000u : 0) | c->facility->number << 16 |
                     code;
                fixed = true;
                if (*symbol) {
                    put_line(c, arena_format(c->a, "/* message 0x%X: %s */", code, symbol));
                    put_number(c, symbol, c->type, id);
                    put_line(c, "");
                }
            }
            const char *rest;
            size_t length;
            take_line(c, &rest, &length);
            struct message *m = arena_alloc(c->a, sizeof *m);
            m->id = id;
            if (!take_text(c, &m->text))
                return false;
            for (const struct message *other = language->messages; other; other = other->next)
                if (other->id == id && c->message_count < 4096)
                    return fail(c, arena_format(c->a, "the number 0x%08X has a text in this language already", id));
            *language->last = m;
            language->last = &m->next;
            c->message_count++;
            /* Another language of the same message follows, or something else. */
            skip_space(c);
            if (strncasecmp(c->p, "Language", 8) != 0 || isalnum((unsigned char)c->p[8]))
                return true;
        } else {
            return fail(c, arena_format(c->a, "'%s' is no keyword of a message", word));
        }
    }
}

static void put_symbols(struct compiler *c, const char *title, const struct name *names)
{
    bool any = false;
    for (; names; names = names->next) {
        if (!names->what || !*names->what)
            continue;
        if (!any)
            put_line(c, arena_format(c->a, "/* %s */", title));
        any = true;
        put_line(c, arena_format(c->a, c->decimal ? "#define %s %u" : "#define %s 0x%X", names->what, names->number));
    }
    if (any)
        put_line(c, "");
}

static bool take_file(struct compiler *c)
{
    bool symbols = false;
    for (;;) {
        skip_space(c);
        if (!*c->p)
            return true;
        const char *word = take_word(c);
        if (!*word)
            return fail(c, "a keyword was expected");
        if (!take_char(c, '='))
            return false;
        bool ok = true;
        uint32_t base;
        if (!strcasecmp(word, "MessageIdTypedef"))
            c->type = take_word(c);
        else if (!strcasecmp(word, "SeverityNames"))
            ok = take_names(c, &c->severities, 3, false);
        else if (!strcasecmp(word, "FacilityNames"))
            ok = take_names(c, &c->facilities, c->options->hresult ? 0x7FF : 0xFFF, false);
        else if (!strcasecmp(word, "LanguageNames"))
            ok = take_names(c, &c->languages, 0xFFFF, true);
        else if (!strcasecmp(word, "OutputBase")) {
            ok = take_number(c, 16, &base);
            c->decimal = ok && base == 10;
        } else if (!strcasecmp(word, "MessageId")) {
            if (!symbols) {
                put_symbols(c, "severities", c->severities);
                put_symbols(c, "facilities", c->facilities);
            }
            symbols = true;
            ok = take_message(c);
        } else {
            ok = fail(c, arena_format(c->a, "'%s' is no keyword of a message file", word));
        }
        if (!ok)
            return false;
    }
}

static bool write_tables(struct compiler *c, struct messages_output *out)
{
    size_t count = 0;
    const char *script = "/* Made by cwdk messages. */\n";
    for (const struct name *n = c->languages; n; n = n->next)
        count += n->messages != NULL;
    out->tables = arena_array(c->a, count + 1, sizeof *out->tables);
    for (const struct name *n = c->languages; n; n = n->next) {
        const struct message *bad;
        if (!n->messages)
            continue;
        /* 1 is what the documentation gives English; the low ten bits of a language are its primary one. */
        const uint16_t language = n->number == 1 ? 0x409 : (uint16_t)n->number;
        struct messages_table *table = &out->tables[out->table_count++];
        table->language = language;
        table->name = arena_format(c->a, "%s%s.bin", c->options->table_name ? c->options->table_name : "", n->what);
        if (!message_table(n->messages, c->options->ansi, c->a, &table->content, &bad))
            return diag_error(c->d, CODE_MSG0002, diag_in_file(c->path),
                              "the text of message 0x%08X in %s is longer than a table can hold, or has no form in it",
                              bad->id, n->name);
        script = arena_format(c->a, "%sLANGUAGE 0x%X,0x%X\n1 11 \"%s\"\n", script, language & 0x3FF, language >> 10,
                              table->name);
    }
    out->script = script;
    return true;
}

bool messages_compile(const char *path, struct bytes content, const struct messages_options *options, struct arena *a,
                      struct messages_output *out, struct diag *d)
{
    struct compiler c = {
        .path = path, .line = 1, .options = options, .a = a, .d = d, .type = "", .decimal = options->decimal};
    *out = (struct messages_output){0};
    if (content.size > MESSAGES_SIZE_LIMIT)
        return diag_error(d, CODE_MSG0001, diag_in_file(path), "the message file is larger than 16 MiB");
    char *text = decode_text(content, a);
    if (!text)
        return diag_error(d, CODE_MSG0001, diag_in_file(path), "the file is no text");
    c.text = c.p = with_plain_line_ends(text);
    c.last_id = arena_array(a, 0x1000, sizeof *c.last_id);
    c.severity = add_name(&c, &c.severities, "Success", 0, NULL);
    add_name(&c, &c.severities, "Informational", 1, NULL);
    add_name(&c, &c.severities, "Warning", 2, NULL);
    add_name(&c, &c.severities, "Error", 3, NULL);
    add_name(&c, &c.facilities, "System", 0xFF, NULL);
    c.facility = add_name(&c, &c.facilities, "Application", options->hresult ? 0x7FF : 0xFFF, NULL);
    add_name(&c, &c.languages, "English", 1, "MSG00001");
    put_line(&c,
             "/* Made by cwdk messages. Bits of a number: 30 and 31 severity, 29 customer, 16 to 27 facility, 0 to 15 "
             "code. */");
    if (!take_file(&c))
        return false;
    out->header = c.header;
    return write_tables(&c, out);
}
