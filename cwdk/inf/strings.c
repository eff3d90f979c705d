/* Substitution of string tokens. */
#include "cwdk/inf/strings.h"

#include "cwdk/diag/codes.h"
#include "cwdk/inf/encoding.h"
#include "cwdk/inf/names.h"

#include <string.h>
#include <strings.h>

/* What a token stands for, in characters, is bounded as a field is; so is what we build before we look. */
#define VALUE_BYTES_LIMIT ((size_t)INF_FIELD_LIMIT * 4)

bool inf_token_next(const char *text, struct inf_token *out)
{
    const char *open = strchr(text, '%');
    const char *close = open ? strchr(open + 1, '%') : NULL;
    if (!close)
        return false;
    *out = (struct inf_token){open + 1, (size_t)(close - open - 1), open, close + 1};
    return true;
}

bool inf_is_strings_section(const char *name)
{
    return !strncasecmp(name, "strings", 7) && (name[7] == 0 || name[7] == '.');
}

const struct inf_line *inf_string(const struct inf *inf, const char *token)
{
    const uint32_t index = inf_names_find(inf->strings, token);
    return index == INF_NAME_NONE ? NULL : &inf->lines[index];
}

/* The text of a token, or NULL. */
static const char *definition(const struct inf *inf, const char *token)
{
    const struct inf_line *line = inf_string(inf, token);
    if (!line)
        return NULL;
    return line->count ? line->fields[0].text : "";
}

/* Writes the value of `text` into `out`, which holds VALUE_BYTES_LIMIT bytes and a NUL; false where it is too
 * small. */
static bool substitute(const struct inf *inf, const char *text, char *out)
{
    size_t size = 0;
    struct inf_token token;
    while (inf_token_next(text, &token)) {
        char name[1024];
        const char *put = "%";
        size_t put_size = 1;
        const size_t plain = (size_t)(token.start - text);
        if (token.length) {
            put = NULL;
            if (token.length < sizeof name) {
                memcpy(name, token.name, token.length);
                name[token.length] = 0;
                put = definition(inf, name);
            }
            put_size = put ? strlen(put) : (size_t)(token.end - token.start);
            put = put ? put : token.start;
        }
        if (size + plain + put_size > VALUE_BYTES_LIMIT)
            return false;
        memcpy(out + size, text, plain);
        memcpy(out + size + plain, put, put_size);
        size += plain + put_size;
        text = token.end;
    }
    const size_t rest = strlen(text);
    if (size + rest > VALUE_BYTES_LIMIT)
        return false;
    memcpy(out + size, text, rest + 1);
    return true;
}

static size_t characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += (*text & 0xC0) != 0x80;
    return count;
}

static void collect(struct inf *inf, struct arena *a)
{
    struct inf_names *names = arena_alloc(a, sizeof *names);
    inf->strings = names;
    for (int localised = 0; localised < 2; localised++) {
        for (size_t i = 0; i < inf->count; i++) {
            const struct inf_section *section = &inf->sections[i];
            if (!inf_is_strings_section(section->name) || (section->name[7] != 0) != localised)
                continue;
            for (size_t n = 0; n < section->count; n++)
                if (section->lines[n].key)
                    inf_names_put(names, section->lines[n].key->text, (uint32_t)(&section->lines[n] - inf->lines), a);
        }
    }
}

void inf_resolve(struct inf *inf, struct inf_field *fields, size_t count, struct arena *a, struct diag *d)
{
    char value[VALUE_BYTES_LIMIT + 1];
    size_t errors = 0, total = 0;
    collect(inf, a);
    for (size_t i = 0; i < count && errors < INF_ERROR_LIMIT; i++) {
        struct inf_field *field = &fields[i];
        if (field->literal || !strchr(field->text, '%'))
            continue;
        if (!substitute(inf, field->text, value) || characters(value) > INF_FIELD_LIMIT) {
            errors++;
            diag_error(d, CODE_INF0109, inf_place_of_field(inf, field),
                       "the field has more than %d characters once its strings are put in", INF_FIELD_LIMIT);
            continue;
        }
        if (!strcmp(value, field->text))
            continue;
        field->value = arena_string(a, value);
        total += strlen(value);
        if (total > INF_FILE_LIMIT) {
            diag_error(d, CODE_INF0110, inf_place_of_field(inf, field),
                       "the strings put in up to here have more than %zu bytes together", INF_FILE_LIMIT);
            return;
        }
    }
}
