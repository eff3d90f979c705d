/* Finding sections, lines and values in an INF that was read. */
#include "cwdk/inf/inf.h"
#include "cwdk/inf/names.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>

bool inf_same(const char *a, const char *b)
{
    return !strcasecmp(a, b);
}

const struct inf_section *inf_section(const struct inf *inf, const char *name)
{
    const uint32_t number = inf_names_find(inf->section_names, name);
    return number == INF_NAME_NONE ? NULL : &inf->sections[number];
}

static const struct inf_line *line_from(const struct inf_section *section, const struct inf_line *line, const char *key)
{
    for (; line < section->lines + section->count; line++)
        if (line->key && inf_same(line->key->value, key))
            return line;
    return NULL;
}

const struct inf_line *inf_line(const struct inf_section *section, const char *key)
{
    if (!section)
        return NULL;
    if (!section->keys)
        return line_from(section, section->lines, key);
    const uint32_t number = inf_names_find(section->keys, key);
    return number == INF_NAME_NONE ? NULL : &section->lines[number];
}

const struct inf_line *inf_line_next(const struct inf_section *section, const struct inf_line *line, const char *key)
{
    return line_from(section, line + 1, key);
}

const char *inf_field_value(const struct inf_line *line, size_t index)
{
    return index < line->count ? line->fields[index].value : "";
}

const char *inf_value(const struct inf *inf, const char *section, const char *key)
{
    const struct inf_line *line = inf_line(inf_section(inf, section), key);
    return line ? inf_field_value(line, 0) : NULL;
}

struct diag_place inf_place_of_field(const struct inf *inf, const struct inf_field *field)
{
    return (struct diag_place){inf->path, field->line, field->column};
}

struct diag_place inf_place_of_line(const struct inf *inf, const struct inf_line *line)
{
    return (struct diag_place){inf->path, line->line, line->column};
}

struct diag_place inf_place_of_section(const struct inf *inf, const struct inf_section *section)
{
    return (struct diag_place){inf->path, section->line, section->column};
}

bool inf_number(const char *text, int64_t *out)
{
    const bool negative = *text == '-';
    const char *digits = text + (*text == '-' || *text == '+');
    const int base = digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X') ? 16 : 10;
    if (base == 16)
        digits += 2;
    if (!(base == 16 ? isxdigit((unsigned char)*digits) : isdigit((unsigned char)*digits)))
        return false;
    char *end;
    errno = 0;
    const long long value = strtoll(digits, &end, base);
    if (*end || errno)
        return false;
    *out = negative ? -value : value;
    return true;
}
