/* What [Version] says: catalogs and DriverVer. */
#include "cwdk/inf/inf.h"

#include <string.h>
#include <strings.h>

/* "CatalogFile" itself, or "CatalogFile.DECORATION"; NULL for another key. */
static const char *decoration_of(const char *key, const char *name)
{
    const size_t length = strlen(name);
    if (strncasecmp(key, name, length) != 0 || (key[length] && key[length] != '.'))
        return NULL;
    return key[length] ? key + length + 1 : "";
}

struct inf_catalog *inf_catalogs(const struct inf *inf, struct arena *a, size_t *count)
{
    const struct inf_section *version = inf_section(inf, "Version");
    struct inf_catalog *catalogs = arena_array(a, version ? version->count : 0, sizeof *catalogs);
    *count = 0;
    for (size_t i = 0; version && i < version->count; i++) {
        const struct inf_line *line = &version->lines[i];
        const char *decoration = line->key ? decoration_of(line->key->value, "CatalogFile") : NULL;
        if (decoration)
            catalogs[(*count)++] = (struct inf_catalog){inf_field_value(line, 0), decoration, line};
    }
    return catalogs;
}

/* The line of NAME.NTarch, NAME.NT or NAME in [Version], the closest first. */
static const struct inf_line *closest(const struct inf *inf, const char *name, enum inf_arch arch)
{
    const struct inf_section *version = inf_section(inf, "Version");
    for (int i = arch ? 0 : 1; i < 3; i++) {
        char key[64];
        if (i == 0)
            snprintf(key, sizeof key, "%s.NT%s", name, inf_arch_name(arch));
        else
            snprintf(key, sizeof key, "%s%s", name, i == 1 ? ".NT" : "");
        const struct inf_line *line = inf_line(version, key);
        if (line)
            return line;
    }
    return NULL;
}

const char *inf_catalog_for(const struct inf *inf, enum inf_arch arch)
{
    const struct inf_line *line = closest(inf, "CatalogFile", arch);
    return line && *inf_field_value(line, 0) ? inf_field_value(line, 0) : NULL;
}

/* Reads one to `digits` digits and moves on. */
static bool digits(const char **p, unsigned most, unsigned *out)
{
    unsigned count = 0;
    *out = 0;
    for (; **p >= '0' && **p <= '9'; (*p)++) {
        *out = *out * 10 + (unsigned)(**p - '0');
        if (++count > most)
            return false;
    }
    return count != 0;
}

bool inf_date_parse(const char *text, struct inf_driver_ver *out)
{
    static const unsigned char days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const char *p = text;
    if (!digits(&p, 2, &out->month) || (*p != '/' && *p != '-'))
        return false;
    p++;
    if (!digits(&p, 2, &out->day) || (*p != '/' && *p != '-'))
        return false;
    p++;
    const char *year = p;
    if (!digits(&p, 4, &out->year) || *p || p - year != 4)
        return false;
    const bool leap = (out->year % 4 == 0 && out->year % 100 != 0) || out->year % 400 == 0;
    return out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= days[out->month - 1] &&
           (out->month != 2 || out->day < 29 || leap);
}

bool inf_version_parse(const char *text, unsigned version[4])
{
    const char *p = text;
    for (unsigned i = 0; i < 4; i++) {
        if (!digits(&p, 5, &version[i]) || version[i] > 65535)
            return false;
        if (!*p)
            return true;
        if (*p++ != '.' || i == 3)
            return false;
    }
    return false;
}

bool inf_driver_ver_parse(const struct inf_line *line, struct inf_driver_ver *out)
{
    *out = (struct inf_driver_ver){0};
    const char *version = inf_field_value(line, 1);
    out->has_version = *version != 0;
    return inf_date_parse(inf_field_value(line, 0), out) && (!*version || inf_version_parse(version, out->version));
}

bool inf_driver_ver(const struct inf *inf, enum inf_arch arch, struct inf_driver_ver *out)
{
    const struct inf_line *line = closest(inf, "DriverVer", arch);
    return line && inf_driver_ver_parse(line, out);
}
