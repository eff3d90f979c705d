/* Event channels: those of one provider have different numbers, and their logs suit their type. */
#include "cwdk/inf/check.h"

#include "cwdk/inf/names.h"

#define CHANNEL_ANALYTIC     3
#define CHANNEL_DEBUG        4
#define RETENTION_CIRCULAR   1
#define RETENTION_SEQUENTIAL 2

static void check_channel(struct check *c, const struct inf_line *channel, const struct inf_section *section)
{
    const struct inf_line *backup = inf_line(section, "LoggingAutoBackup");
    const struct inf_line *kept = inf_line(section, "LoggingRetention");
    int64_t type, on, retention = RETENTION_CIRCULAR; /* the default of Admin and Operational */
    if (!backup || !inf_number(inf_field_value(backup, 0), &on) || on != 1 ||
        !inf_number(inf_field_value(channel, 1), &type))
        return;
    if (type == CHANNEL_ANALYTIC || type == CHANNEL_DEBUG) {
        check_report(c, CODE_INF1181, inf_place_of_line(c->inf, backup),
                     "LoggingAutoBackup = 1 in [%s] cannot be used with the channel type %d (%s)", section->name,
                     (int)type, type == CHANNEL_DEBUG ? "Debug" : "Analytic");
        return;
    }
    if (kept && !inf_number(inf_field_value(kept, 0), &retention))
        return;
    if (retention != RETENTION_SEQUENTIAL)
        check_report(c, CODE_INF1182, inf_place_of_line(c->inf, backup),
                     "LoggingAutoBackup = 1 in [%s] wants LoggingRetention = 2 (sequential)", section->name);
}

static void check_provider(struct check *c, const struct inf_section *provider)
{
    struct inf_names numbers = {0};
    for (const struct inf_line *line = inf_line(provider, "AddChannel"); line;
         line = inf_line_next(provider, line, "AddChannel")) {
        const struct inf_section *section = inf_section(c->inf, inf_field_value(line, 2));
        if (!section)
            continue;
        check_channel(c, line, section);
        const struct inf_line *value = inf_line(section, "Value");
        int64_t number;
        if (!value || !inf_number(inf_field_value(value, 0), &number))
            continue;
        const uint32_t first =
            inf_names_put(&numbers, arena_format(c->arena, "%lld", (long long)number), line->line, c->arena);
        if (first != line->line)
            check_report(c, CODE_INF1180, inf_place_of_line(c->inf, line),
                         "channel %s of [%s] has the Value %lld, as has the channel of line %u",
                         inf_field_value(line, 0), provider->name, (long long)number, (unsigned)first);
    }
}

void check_events(struct check *c)
{
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++)
        if (c->walk.uses[i]->section && c->walk.uses[i]->kind == INF_KIND_EVENT_PROVIDER)
            check_provider(c, c->walk.uses[i]->section);
}
