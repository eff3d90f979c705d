/* Judging single values: GUIDs, directory ids, security descriptors, names that are nearly right. */
#include "cwdk/inf/check.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

bool check_is_guid(const char *text)
{
    static const char form[] = "{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}";
    if (strlen(text) != sizeof form - 1)
        return false;
    for (size_t i = 0; form[i]; i++)
        if (form[i] == 'x' ? !isxdigit((unsigned char)text[i]) : text[i] != form[i])
            return false;
    return true;
}

bool check_split_dirid(const char *path, int64_t *dirid, const char **rest)
{
    const char *close = *path == '%' ? strchr(path + 1, '%') : NULL;
    char number[16];
    if (!close || close - path - 1 >= (ptrdiff_t)sizeof number)
        return false;
    memcpy(number, path + 1, (size_t)(close - path - 1));
    number[close - path - 1] = 0;
    if (!inf_number(number, dirid))
        return false;
    *rest = close + 1;
    while (**rest == '\\')
        (*rest)++;
    return true;
}

bool check_dirid_known(int64_t id)
{
    static const short single[] = {-1, 1, 10, 11, 12, 13, 17, 18, 20, 21, 23, 24, 25, 30, 50, 51, 52, 53, 54, 55};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (id == single[i])
            return true;
    return (id >= 16384 && id < 16384 + 64) || (id >= 66000 && id <= 66004);
}

/* ---- Names that are nearly right ---- */

#define NEAR_LENGTH 64

/* How many characters must be put in, taken out, exchanged or swapped with their neighbour; bounded by both lengths. */
static unsigned distance(const char *a, const char *b)
{
    unsigned rows[3][NEAR_LENGTH + 1];
    const size_t n = strlen(a), m = strlen(b);
    for (unsigned j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            const int x = tolower((unsigned char)a[i - 1]), y = tolower((unsigned char)b[j - 1]);
            unsigned best = above[j - 1] + (x != y);
            if (above[j] + 1 < best)
                best = above[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && x == tolower((unsigned char)b[j - 2]) && y == tolower((unsigned char)a[i - 2]) &&
                two_above[j - 2] + 1 < best)
                best = two_above[j - 2] + 1;
            row[j] = best;
        }
    }
    return rows[n % 3][m];
}

/* Improves on `*best` (an allowed distance) where `candidate` is nearer to `name`. */
static bool nearer(const char *name, const char *candidate, unsigned *best)
{
    const size_t n = strlen(name), m = strlen(candidate);
    if (n > NEAR_LENGTH || m > NEAR_LENGTH || (n > m ? n - m : m - n) >= *best)
        return false;
    const unsigned found = distance(name, candidate);
    if (found >= *best)
        return false;
    *best = found;
    return true;
}

static unsigned allowed(const char *name)
{
    const size_t length = strlen(name);
    return length < 4 ? 2 : length < 12 ? 3 : 4; /* one more than the distance that is still near */
}

const char *check_nearest(const char *name, const char *const *names)
{
    const char *result = NULL;
    for (unsigned best = allowed(name); *names; names++)
        if (nearer(name, *names, &best))
            result = *names;
    return result;
}

const char *check_nearest_section(const struct check *c, const char *name)
{
    const char *result = NULL;
    unsigned best = allowed(name);
    for (size_t i = 0; i < c->inf->count && i < NEAR_CANDIDATES; i++)
        if (!inf_same(c->inf->sections[i].name, name) && nearer(name, c->inf->sections[i].name, &best))
            result = c->inf->sections[i].name;
    return result;
}

/* ---- Security descriptors ---- */

static const char *skip_blanks(const char *p)
{
    while (*p == ' ' || *p == '\t')
        p++;
    return p;
}

/* A SID: two letters that stand for one, or S-1-... */
static bool read_sid(const char **text)
{
    const char *p = skip_blanks(*text);
    if ((p[0] == 'S' || p[0] == 's') && p[1] == '-') {
        p += 2;
        while (isalnum((unsigned char)*p) || *p == '-')
            p++;
        if (p - *text < 5)
            return false;
    } else {
        if (!isupper((unsigned char)p[0]) || !isupper((unsigned char)p[1]))
            return false;
        p += 2;
    }
    *text = p;
    return true;
}

/* Two-letter codes one after the other, each from the list "AA BB ". */
static bool codes_valid(const char *from, const char *to, const char *list)
{
    for (; from < to; from += 2) {
        if (to - from < 2)
            return false;
        const char code[] = {(char)toupper((unsigned char)from[0]), (char)toupper((unsigned char)from[1]), ' ', 0};
        if (!strstr(list, code))
            return false;
    }
    return true;
}

static bool rights_valid(const char *from, const char *to)
{
    static const char list[] = "GA GR GW GX RC SD WD WO RP WP CC DC LC SW LO DT CR FA FR FW FX KA KR KW KX NR NW NX ";
    if (to - from > 2 && from[0] == '0' && (from[1] == 'x' || from[1] == 'X')) {
        for (from += 2; from < to; from++)
            if (!isxdigit((unsigned char)*from))
                return false;
        return true;
    }
    const char *p = from;
    while (p < to && isdigit((unsigned char)*p))
        p++;
    return p == to || codes_valid(from, to, list);
}

/* (type;flags;rights;object;inherited object;account[;condition]) */
static bool read_ace(const char **text)
{
    static const char types[] = "A D OA OD AU AL OU OL ML XA XD XU ZA RA SP TL FL ";
    const char *fields[7], *ends[7];
    size_t count = 0;
    const char *p = *text + 1;
    for (int depth = 0; *p && !(depth == 0 && *p == ')'); p++) {
        if (count == 0)
            fields[count++] = p;
        depth += *p == '(';
        depth -= *p == ')';
        if (*p == ';' && depth == 0) {
            if (count == 7)
                return false;
            ends[count - 1] = p;
            fields[count++] = p + 1;
        }
    }
    if (*p != ')' || count < 6)
        return false;
    ends[count - 1] = p;
    char type[4] = "";
    const size_t length = (size_t)(ends[0] - fields[0]);
    if (length < 1 || length > 2)
        return false;
    memcpy(type, fields[0], length);
    for (char *q = type; *q; q++)
        *q = (char)toupper((unsigned char)*q);
    type[length] = ' ';
    const char *sid = fields[5];
    const char *known = strstr(types, type);
    if (!known || (known != types && known[-1] != ' '))
        return false;
    if (!codes_valid(fields[1], ends[1], "CI OI NP IO ID SA FA TP CR ") || !rights_valid(fields[2], ends[2]))
        return false;
    if (!read_sid(&sid) || skip_blanks(sid) != ends[5])
        return false;
    *text = p + 1;
    return true;
}

bool check_sddl(const char *text, const char **bad)
{
    const char *p = skip_blanks(text);
    bool any = false;
    while (*p) {
        *bad = p;
        const char part = (char)toupper((unsigned char)*p);
        if (!strchr("OGDS", part) || p[1] != ':')
            return false;
        p += 2;
        any = true;
        if (part == 'O' || part == 'G') {
            if (!read_sid(&p))
                return false;
        } else {
            while (*p == 'P' || !strncmp(p, "AR", 2) || !strncmp(p, "AI", 2))
                p += *p == 'P' ? 1 : 2;
            if (!strncmp(p, "NO_ACCESS_CONTROL", 17))
                p += 17;
            for (p = skip_blanks(p); *p == '('; p = skip_blanks(p)) {
                *bad = p;
                if (!read_ace(&p))
                    return false;
            }
        }
        p = skip_blanks(p);
    }
    *bad = text;
    return any;
}
