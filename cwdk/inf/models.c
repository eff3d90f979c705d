/* Manufacturers, models, devices, and the install sections that belong to them. */
#include "cwdk/inf/walk.h"

#include "cwdk/inf/names.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Without an architecture a models section is for x86, since Windows Server 2003 SP1. */
static bool serves(const struct inf_decoration *decoration, enum inf_arch arch)
{
    return !arch || (decoration->arch ? decoration->arch : INF_ARCH_X86) == arch;
}

struct inf_models *inf_models(const struct inf *inf, struct arena *a, size_t *count)
{
    const struct inf_section *manufacturers = inf_section(inf, "Manufacturer");
    size_t room = 0;
    *count = 0;
    for (size_t i = 0; manufacturers && i < manufacturers->count; i++)
        room += manufacturers->lines[i].count + 1;
    struct inf_models *models = arena_array(a, room, sizeof *models);
    for (size_t i = 0; manufacturers && i < manufacturers->count; i++) {
        const struct inf_line *line = &manufacturers->lines[i];
        const char *base = inf_field_value(line, 0);
        if (!*base)
            continue;
        /* With decorations the undecorated section counts only for systems that know none of them. */
        for (size_t f = line->count > 1 ? 1 : 0; f < line->count; f++) {
            struct inf_models *m = &models[(*count)++];
            *m = (struct inf_models){.manufacturer = line, .section_name = base};
            if (f) {
                m->target = &line->fields[f];
                m->decoration_valid = inf_decoration_parse(m->target->value, &m->decoration);
                m->section_name = arena_format(a, "%s.%s", base, m->target->value);
            } else {
                m->decoration_valid = true;
                m->decoration.text = "";
            }
            m->section = inf_section(inf, m->section_name);
        }
    }
    return models;
}

struct inf_device *inf_devices(const struct inf *inf, enum inf_arch arch, struct arena *a, size_t *count)
{
    size_t model_count, room = 0;
    const struct inf_models *models = inf_models(inf, a, &model_count);
    bool *seen = arena_array(a, inf->count, sizeof *seen);
    *count = 0;
    for (int pass = 0; pass < 2; pass++) {
        static struct inf_device none;
        struct inf_device *devices = pass ? arena_array(a, room, sizeof *devices) : &none;
        memset(seen, 0, inf->count * sizeof *seen);
        for (size_t i = 0; i < model_count; i++) {
            const struct inf_section *section = models[i].section;
            if (!section || seen[section - inf->sections] || !models[i].decoration_valid ||
                !serves(&models[i].decoration, arch))
                continue;
            seen[section - inf->sections] = true;
            room += pass ? 0 : section->count;
            for (size_t n = 0; pass && n < section->count; n++) {
                const struct inf_line *line = &section->lines[n];
                if (!line->key)
                    continue;
                const size_t ids = line->count > 2 ? line->count - 2 : 0;
                struct inf_device *device = &devices[(*count)++];
                *device = (struct inf_device){.models = &models[i],
                                              .line = line,
                                              .description = line->key->value,
                                              .install = inf_field_value(line, 0),
                                              .hardware_id = inf_field_value(line, 1),
                                              .compatible_ids = arena_array(a, ids + 1, sizeof(char *))};
                for (size_t id = 0; id < ids; id++)
                    device->compatible_ids[id] = line->fields[id + 2].value;
            }
        }
        if (pass)
            return devices;
    }
    return NULL;
}

/* ---- Install sections ---- */

/* The dot in front of a decoration that ends the name, or NULL. */
static const char *decoration_start(const char *name, struct inf_decoration *out)
{
    for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.'))
        if (!strncasecmp(dot + 1, "NT", 2) && inf_decoration_parse(dot + 1, out))
            return dot;
    return NULL;
}

void inf_index_decorated(struct inf *inf, struct arena *a)
{
    struct inf_names *names = arena_alloc(a, sizeof *names);
    struct inf_decorated *all = arena_array(a, inf->count, sizeof *all);
    uint32_t count = 0;
    for (size_t i = inf->count; i-- > 0;) { /* backwards, so that each chain is in the order of the file */
        struct inf_decorated *item = &all[count];
        const char *dot = decoration_start(inf->sections[i].name, &item->decoration);
        if (!dot)
            continue;
        const char *base = arena_substring(a, inf->sections[i].name, (size_t)(dot - inf->sections[i].name));
        item->section = (uint32_t)i;
        item->next = inf_names_replace(names, base, count, a);
        count++;
    }
    inf->decorated_names = names;
    inf->decorated = all;
}

/* Calls `visit` for each section NAME.DECORATION; the index was made by the reader. */
static size_t decorated(const struct inf *inf, const char *name,
                        void (*visit)(void *context, const struct inf_section *section,
                                      const struct inf_decoration *decoration),
                        void *context)
{
    size_t count = 0;
    for (uint32_t i = inf_names_find(inf->decorated_names, name); i != INF_NAME_NONE;
         i = inf->decorated[i].next, count++)
        visit(context, &inf->sections[inf->decorated[i].section], &inf->decorated[i].decoration);
    return count;
}

struct selection {
    const struct inf_target *target;
    const struct inf_section *section;
    struct inf_decoration decoration;
};

static void select_closest(void *context, const struct inf_section *section, const struct inf_decoration *decoration)
{
    struct selection *s = context;
    if (inf_decoration_applies(decoration, s->target) &&
        (!s->section || inf_decoration_compare(decoration, &s->decoration) > 0)) {
        s->section = section;
        s->decoration = *decoration;
    }
}

const struct inf_section *inf_install_section(const struct inf *inf, const char *name, const struct inf_target *target)
{
    struct selection s = {.target = target};
    decorated(inf, name, select_closest, &s);
    return s.section ? s.section : inf_section(inf, name);
}

/* Of the sections without a version one is taken: that of the architecture, else NT, else the plain one. */
struct variants {
    enum inf_arch arch;
    size_t count;
    bool arch_found, nt_found;
    int pass; /* 0: look, 1: those with a version or an architecture, 2: NT */
    void (*visit)(void *context, const struct inf_section *section, const struct inf_decoration *decoration);
    void *context;
};

static void visit_variant(void *context, const struct inf_section *section, const struct inf_decoration *decoration)
{
    struct variants *v = context;
    if (v->arch && decoration->arch && decoration->arch != v->arch)
        return;
    const bool plain = !decoration->has_version && !decoration->product_type && !decoration->suite_mask;
    if (v->pass == 0) {
        v->arch_found |= plain && decoration->arch;
        v->nt_found |= plain && !decoration->arch;
        return;
    }
    if ((v->pass == 2) == (plain && !decoration->arch)) {
        v->visit(v->context, section, decoration);
        v->count++;
    }
}

size_t inf_install_variants(const struct inf *inf, const char *name, enum inf_arch arch,
                            void (*visit)(void *context, const struct inf_section *section,
                                          const struct inf_decoration *decoration),
                            void *context)
{
    struct variants v = {.arch = arch, .visit = visit, .context = context};
    decorated(inf, name, visit_variant, &v);
    v.pass = 1;
    decorated(inf, name, visit_variant, &v);
    v.pass = 2;
    if (!arch || !v.arch_found)
        decorated(inf, name, visit_variant, &v);
    const struct inf_section *plain = inf_section(inf, name);
    if (plain && (!arch || (!v.arch_found && !v.nt_found))) {
        static const struct inf_decoration undecorated = {.text = ""};
        visit(context, plain, &undecorated);
        v.count++;
    }
    return v.count;
}

/* ---- Targets ---- */

struct target_list {
    struct inf_decoration *items;
    size_t count, capacity;
    enum inf_arch arch;
};

static void add_target(struct target_list *list, const struct inf_decoration *decoration)
{
    for (size_t i = 0; i < list->count; i++)
        if (inf_same(list->items[i].text, decoration->text))
            return;
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 8;
        list->items = memory_resize(list->items, list->capacity, sizeof *list->items);
    }
    list->items[list->count++] = *decoration;
}

static void add_default_install(void *context, const struct inf_section *section,
                                const struct inf_decoration *decoration)
{
    struct target_list *list = context;
    (void)section;
    if (serves(decoration, list->arch))
        add_target(list, decoration);
}

struct inf_decoration *inf_targets(const struct inf *inf, enum inf_arch arch, struct arena *a, size_t *count)
{
    struct target_list list = {.arch = arch};
    size_t model_count;
    const struct inf_models *models = inf_models(inf, a, &model_count);
    for (size_t i = 0; i < model_count; i++)
        if (models[i].decoration_valid && models[i].section && models[i].section->count &&
            serves(&models[i].decoration, arch))
            add_target(&list, &models[i].decoration);
    inf_install_variants(inf, "DefaultInstall", arch, add_default_install, &list);
    struct inf_decoration *result = arena_copy(a, list.items, list.count * sizeof *list.items);
    *count = list.count;
    free(list.items);
    return result;
}

bool inf_lowest_version(const struct inf *inf, enum inf_arch arch, struct inf_version *out)
{
    struct arena scratch = {0};
    size_t count;
    const struct inf_decoration *targets = inf_targets(inf, arch, &scratch, &count);
    for (size_t i = 0; i < count; i++)
        if (!i || inf_version_compare(targets[i].version, *out) < 0)
            *out = targets[i].version;
    arena_free(&scratch);
    return count != 0;
}
