/*
 * The steps after the link: the driver's package. The image is signed, the INF stamped, further files are copied, then
 * the catalog is made over all of them and signed. All that happens in a folder among the objects; a last step moves
 * the members into the package, so what fails leaves the package as it was. Each step but the copies is a plumbing
 * command of cwdk itself, so a person can run it by hand.
 */
#include "cwdk/build/plan.h"
#include "cwdk/build/ninja.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/inf/inf.h"

#include <string.h>

static void rule(struct text *t, const char *name, const char *command, const char *description)
{
    text_format(t, "rule %s\n  command = %s\n  description = %s\n  restat = 1\n\n", name, command, description);
}

void package_rules(const struct plan *plan, struct text *t)
{
    struct text sign = {0};
    text_put(&sign, "");
    for (const char *const *word = plan->options->sign_arguments; word && *word; word++) {
        text_put_shell_word(&sign, *word);
        text_put(&sign, " ");
    }
    ninja_variable(t, "", "sign_arguments", sign.data);
    text_free(&sign);
    rule(t, "copy", "cp -f $in $out.new && mv -f $out.new $out || { rm -f $out.new; exit 1; }", "$arch copy $out");
    rule(t, "sign", "$cwdk sign $sign_arguments --output $out $in", "$arch sign $out");
    rule(t, "certificate", "$cwdk sign --export-certificate $out", "$arch certificate $out");
    rule(t, "stamp", "$cwdk stamp $in $out --arch $arch $stamp", "$arch stamp $out");
    rule(t, "infverif", "$cwdk infverif $in --mode $mode --arch $arch --stamp $out", "$arch check $in");
    rule(t, "catalog", "$cwdk catalog $folder --inf $in --output $out --arch $arch", "$arch catalog $out");
    /* What can fail, for want of space, comes before the package is touched. */
    rule(
        t, "package",
        "rm -rf $fresh && mkdir $fresh && cp $in $fresh/ && mkdir -p $folder && mv -f $copies $folder/ && rmdir $fresh "
        "|| { rm -rf $fresh; exit 1; }",
        "$arch package $folder");
}

/* The name in CatalogFile.NTamd64, CatalogFile.NT or CatalogFile of the INF; NULL where it has none. What is wrong with
 * the INF is reported by the step that stamps it. */
static const char *inf_catalog(const struct plan *plan, const struct unit *unit, const char *path)
{
    struct diag unread = {0};
    const struct inf *inf = inf_read(path, plan->arena, &unread);
    diag_free(&unread);
    if (!inf)
        return NULL;
    const char *keys[] = {arena_format(plan->arena, "CatalogFile.NT%s", arch_name(unit->arch)), "CatalogFile.NT",
                          "CatalogFile"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *name = inf_value(inf, "Version", keys[i]);
        if (name && *name && !strpbrk(name, "/\\$\r\n"))
            return name;
    }
    return NULL;
}

void package_name(const struct plan *plan, struct unit *unit)
{
    struct arena *a = plan->arena;
    const struct project *p = unit->project;
    if (!p->infs || !p->infs[0])
        return;
    const char *name = path_name(p->infs[0]);
    unit->inf =
        arena_format(a, "%s/%.*s.inf", unit->package_folder, (int)(strlen(name) - strlen(path_extension(name))), name);
    const char *catalog = p->catalog ? p->catalog : inf_catalog(plan, unit, p->infs[0]);
    unit->catalog =
        arena_format(a, "%s/%s", unit->package_folder, catalog ? catalog : arena_format(a, "%s.cat", p->target_name));
}

static bool signs(const struct plan *plan)
{
    return plan->options->sign_mode == SIGN_TEST;
}

static void begin(const struct plan *plan, const struct unit *unit, struct text *t, const char *name,
                  const char *output, const char *input, const char *const *implicit, const char *const *order_only)
{
    const char *outputs[] = {output, NULL}, *inputs[] = {input, NULL};
    struct arguments all = {.arena = plan->arena};
    arguments_add_all(&all, "", implicit);
    if (strcmp(name, "copy") != 0)
        arguments_add(&all, plan->self);
    if (!strcmp(name, "sign"))
        arguments_add_all(&all, "", plan->options->sign_files);
    ninja_edge(t, &(struct ninja_edge){.rule = name,
                                       .outputs = outputs,
                                       .inputs = input ? inputs : NULL,
                                       .implicit_inputs = all.items,
                                       .order_only = order_only});
    ninja_variable(t, "  ", "arch", arch_name(unit->arch));
}

/* The place of a member of the package until all are finished. */
static const char *staged(const struct plan *plan, const struct unit *unit, const char *member)
{
    return path_join(plan->arena, unit->stage_folder, path_name(member));
}

static void stamp(const struct plan *plan, const struct unit *unit, struct text *t)
{
    struct arguments words = {.arena = plan->arena};
    const struct project *p = unit->project;
    if (p->driver_version) {
        arguments_add(&words, "--version");
        arguments_add(&words, p->driver_version);
    }
    if (p->inf_decoration)
        arguments_format(&words, "--arch=%s.%s", arch_name(unit->arch), p->inf_decoration);
    for (const char **text = p->inf_texts; *text; text++)
        arguments_format(&words, "--replace=%s", *text);
    if (p->model == MODEL_KMDF)
        arguments_format(&words, "--kmdf=%u.%u", p->framework_major, p->framework_minor);
    if (p->model == MODEL_UMDF)
        arguments_format(&words, "--umdf=%u.%u.0", p->framework_major, p->framework_minor);
    arguments_format(&words, p->catalog ? "--catalog=%s" : "--default-catalog=%s", path_name(unit->catalog));
    begin(plan, unit, t, "stamp", staged(plan, unit, unit->inf), plan_relative(plan, p->infs[0]), NULL, NULL);
    ninja_words(t, "  ", "stamp", words.items);
}

/* The stamped INF against the rules of InfVerif. The catalog waits for it: what breaks them becomes no package. */
static const char *check_inf(const struct plan *plan, const struct unit *unit, struct text *t)
{
    static const char *const modes[] = {"universal", "desktop", "windows"};
    const char *checked = arena_format(plan->arena, "%s/%s.checked", unit->object_folder, path_name(unit->inf));
    begin(plan, unit, t, "infverif", checked, staged(plan, unit, unit->inf), NULL, NULL);
    ninja_variable(t, "  ", "mode", modes[unit->project->platform]);
    return checked;
}

/* The finished file of this name that another project of the build makes, or NULL. */
static const char *made_by_another(const struct plan *plan, const struct unit *unit, const char *name)
{
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *other = &plan->units[i];
        if (other != unit && other->arch == unit->arch && !strcasecmp(path_name(other->result), name))
            return other->result;
    }
    return NULL;
}

/* A project may list its own INF or image among the files of the package. */
static bool is_own(const struct unit *unit, const char *member)
{
    return !strcasecmp(member, unit->result) || (unit->inf && !strcasecmp(member, unit->inf)) ||
           (unit->catalog && !strcasecmp(member, unit->catalog));
}

static bool add_files(const struct plan *plan, const struct unit *unit, struct arguments *members, struct text *t,
                      struct diag *d)
{
    bool ok = true;
    for (const char *const *file = unit->project->package_files; file && *file; file++) {
        const char *member = path_join(plan->arena, unit->package_folder, path_name(*file));
        const char *made = made_by_another(plan, unit, path_name(*file));
        if (is_own(unit, member))
            continue;
        if (made && !path_is_file(*file)) {
            begin(plan, unit, t, "copy", staged(plan, unit, member), made, NULL, NULL);
            arguments_add(members, member);
        } else if (!path_is_file(*file)) {
            ok = diag_error(d, CODE_BLD0008, diag_in_file(unit->project->file), "the package's file %s is missing",
                            plan_relative(plan, *file));
        } else if (!arguments_have(members, member)) {
            begin(plan, unit, t, "copy", staged(plan, unit, member), plan_relative(plan, *file), NULL, NULL);
            arguments_add(members, member);
        }
    }
    return ok;
}

static void add_catalog(const struct plan *plan, const struct unit *unit, const char *const *content,
                        const char *const *order_only, struct text *t)
{
    const char *const folder[] = {unit->stage_folder, NULL};
    const char *finished = staged(plan, unit, unit->catalog);
    const char *made = signs(plan) ? path_join(plan->arena, unit->object_folder, path_name(unit->catalog)) : finished;
    begin(plan, unit, t, "catalog", made, staged(plan, unit, unit->inf), content, order_only);
    ninja_words(t, "  ", "folder", folder);
    if (signs(plan))
        begin(plan, unit, t, "sign", finished, made, NULL, NULL);
}

static const char **all_staged(const struct plan *plan, const struct unit *unit, const struct arguments *members)
{
    struct arguments all = {.arena = plan->arena};
    for (size_t i = 0; i < members->count; i++)
        arguments_add(&all, staged(plan, unit, members->items[i]));
    return all.items;
}

/* The last step: the package gets its members, all at once. */
static void publish(const struct plan *plan, const struct unit *unit, const struct arguments *members, struct text *t)
{
    struct arena *a = plan->arena;
    const char *fresh = arena_format(a, "%s/.fresh", unit->object_folder);
    const char *const fresh_word[] = {fresh, NULL}, *const folder[] = {unit->package_folder, NULL};
    struct arguments copies = {.arena = a};
    for (size_t i = 0; i < members->count; i++)
        arguments_add(&copies, path_join(a, fresh, path_name(members->items[i])));
    ninja_edge(t, &(struct ninja_edge){
                      .rule = "package", .outputs = members->items, .inputs = all_staged(plan, unit, members)});
    ninja_variable(t, "  ", "arch", arch_name(unit->arch));
    ninja_words(t, "  ", "fresh", fresh_word);
    ninja_words(t, "  ", "folder", folder);
    ninja_words(t, "  ", "copies", copies.items);
}

bool package_edges(const struct plan *plan, const struct unit *unit, struct text *t, struct diag *d)
{
    if (!unit->package_folder)
        return true;
    struct arguments members = {.arena = plan->arena}, before = {.arena = plan->arena};
    arguments_add(&members, unit->result);
    begin(plan, unit, t, signs(plan) ? "sign" : "copy", staged(plan, unit, unit->result), unit->image, NULL, NULL);
    if (!add_files(plan, unit, &members, t, d))
        return false;
    struct arguments content = {.arena = plan->arena};
    arguments_add_all(&content, "", all_staged(plan, unit, &members));
    if (unit->certificate) {
        begin(plan, unit, t, "certificate", staged(plan, unit, unit->certificate), NULL, NULL, NULL);
        arguments_add(&before, staged(plan, unit, unit->certificate));
        arguments_add(&members, unit->certificate);
    }
    if (unit->inf) {
        stamp(plan, unit, t);
        arguments_add(&content, check_inf(plan, unit, t));
        add_catalog(plan, unit, content.items, before.items, t);
        arguments_add(&members, unit->inf);
        arguments_add(&members, unit->catalog);
    }
    publish(plan, unit, &members, t);
    return true;
}

/* Whether this build makes a file of the name, or copies it there. */
static bool belongs(const struct unit *unit, const char *name)
{
    const char *const own[] = {unit->result, unit->inf, unit->catalog, unit->certificate};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i] && !strcmp(path_name(own[i]), name))
            return true;
    for (const char *const *file = unit->project->package_files; file && *file; file++)
        if (!strcmp(path_name(*file), name))
            return true;
    return false;
}

static bool prune(const struct plan *plan, const struct unit *unit, const char *relative, bool *changed, struct diag *d)
{
    struct arena *a = plan->arena;
    const char *folder = path_join(a, plan->root, relative);
    if (!path_is_folder(folder))
        return true;
    char **names = folder_list(folder, a, NULL, d);
    bool ok = names;
    for (; ok && *names; names++)
        if (!belongs(unit, *names)) {
            ok = path_remove(path_join(a, folder, *names), d);
            *changed = true;
        }
    return ok;
}

bool package_prune_stage(const struct plan *plan, const struct unit *unit, struct diag *d)
{
    bool changed = false;
    if (unit->stage_folder && !prune(plan, unit, unit->stage_folder, &changed, d))
        return false;
    if (!changed || !unit->catalog)
        return true;
    /* ninja does not see that there is less to list: have the catalog made anew. */
    const char *made[] = {path_join(plan->arena, unit->object_folder, path_name(unit->catalog)),
                          staged(plan, unit, unit->catalog)};
    return path_remove(path_join(plan->arena, plan->root, made[0]), d) &&
           path_remove(path_join(plan->arena, plan->root, made[1]), d);
}

bool package_prune(const struct plan *plan, const struct unit *unit, struct diag *d)
{
    bool changed = false;
    return !unit->package_folder || prune(plan, unit, unit->package_folder, &changed, d);
}
