/* Targets by name: in the user's own file, in the project's manifest, or spelled out. */
#include "cwdk/deploy/deploy.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/text.h"
#include "cwdk/project/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A folder of the user's, by a variable or below the home folder; NULL where neither is known. */
static const char *user_folder(struct arena *a, const char *variable, const char *below_home)
{
    const char *given = getenv(variable), *home = getenv("HOME");
    if (given && *given == '/')
        return given;
    return home && *home ? path_join(a, home, below_home) : NULL;
}

/* Absolute; ~/ is the home folder, and other names are relative to `folder`. */
static const char *resolve(struct arena *a, const char *folder, const char *path)
{
    const char *home = getenv("HOME");
    if (!strncmp(path, "~/", 2) && home)
        return path_join(a, home, path + 2);
    const char *absolute = path_absolute(a, folder);
    return path_join(a, absolute ? absolute : folder, path);
}

/* Words that name what belongs neither in a project nor in a file of targets. */
static bool is_secret(const char *key)
{
    static const char *const words[] = {"password", "passwd", "passphrase", "secret", "token", "pin"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcasecmp(key, words[i]))
            return true;
    return false;
}

static bool secret(const struct yaml_node *node, struct diag *d)
{
    diag_error(d, CODE_DEP0002, node->key_place, "'%s' does not belong in a file: targets hold no secrets", node->key);
    diag_help(d, "take it out; ssh finds its keys by itself, and an agent (ssh-agent) holds their passphrases");
    return false;
}

static bool parse_kind(const struct yaml_node *node, enum target_kind *out, struct diag *d)
{
    static const char *const kinds[] = {"wine", "ssh", "qemu"};
    for (int i = 0; i < 3; i++)
        if (node->kind == YAML_SCALAR && !strcmp(node->text, kinds[i])) {
            *out = (enum target_kind)i;
            return true;
        }
    return diag_error(d, CODE_DEP0001, node->place, "a target's kind is wine, ssh or qemu");
}

/* The items of a list of plain values; NULL after reporting. */
static const char *const *take_list(const struct yaml_node *node, struct arena *a, struct diag *d)
{
    struct arguments list = {.arena = a};
    const struct yaml_node *item = node->kind == YAML_LIST ? node->first : NULL;
    for (; item && item->kind == YAML_SCALAR; item = item->next)
        arguments_add(&list, item->text);
    if (item || node->kind != YAML_LIST) {
        diag_error(d, CODE_DEP0001, (item ? item : node)->place, "'%s' is a list of the program's arguments",
                   node->key);
        return NULL;
    }
    if (arguments_have(&list, "-daemonize")) {
        diag_error(d, CODE_DEP0001, node->place, "with -daemonize the machine would go on when cwdk ends");
        return NULL;
    }
    arguments_add(&list, NULL);
    return list.items;
}

static bool take_seconds(const struct yaml_node *node, unsigned *out, struct diag *d)
{
    char *end = NULL;
    const unsigned long seconds = node->kind == YAML_SCALAR ? strtoul(node->text, &end, 10) : 0;
    *out = (unsigned)seconds;
    return (seconds && seconds <= 3600 && !*end) ||
           diag_error(d, CODE_DEP0001, node->place, "'%s' is a number from 1 to 3600", node->key);
}

/* A value that begins with a dash would be an option of ssh. */
static bool take_key(const struct yaml_node *node, struct arena *a, struct deploy_target *out, struct diag *d)
{
    enum { WINE = 1 << TARGET_WINE, SSH = 1 << TARGET_SSH, QEMU = 1 << TARGET_QEMU };
    const struct {
        const char *name;
        int kinds;
        bool path;
        const char **value;
    } keys[] = {
        {"prefix", WINE, true, &out->prefix},
        {"host", SSH | QEMU, false, &out->host},
        {"port", SSH | QEMU, false, &out->port},
        {"identity", SSH | QEMU, true, &out->identity},
        {"known-hosts", SSH | QEMU, true, &out->known_hosts},
        {"program", QEMU, false, &out->program},
        {"snapshot", QEMU, false, &out->snapshot},
        {"debugger-port", QEMU, false, &out->debugger_port},
    };
    if (out->kind == TARGET_QEMU && !strcmp(node->key, "arguments"))
        return (out->arguments = take_list(node, a, d)) != NULL;
    if (out->kind == TARGET_QEMU && !strcmp(node->key, "boot-seconds"))
        return take_seconds(node, &out->boot_seconds, d);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (!(keys[i].kinds & 1 << out->kind) || strcmp(keys[i].name, node->key) != 0)
            continue;
        if (node->kind != YAML_SCALAR || !*node->text || *node->text == '-')
            return diag_error(d, CODE_DEP0001, node->place, "'%s' has no value that it can have", node->key);
        *keys[i].value = keys[i].path ? resolve(a, out->folder, node->text) : node->text;
        return true;
    }
    diag_error(d, CODE_DEP0001, node->key_place, "'%s' is no key of a target of this kind", node->key);
    diag_help(
        d, "kind: wine has prefix; ssh has host, port, identity and known-hosts; qemu has those of ssh, and program, "
           "arguments, snapshot, boot-seconds and debugger-port");
    return false;
}

static bool has_keys(const struct yaml_node *map, const char *const *names, struct diag *d)
{
    for (; *names; names++)
        if (!yaml_get(map, *names))
            return diag_error(d, CODE_DEP0001, map->place, "the target '%s' must have the key '%s'", map->key, *names);
    return true;
}

static bool read_target(const struct yaml_node *map, const char *folder, struct arena *a, struct deploy_target *out,
                        struct diag *d)
{
    static const char *const needed[][4] = {
        [TARGET_WINE] = {NULL}, [TARGET_SSH] = {"host", NULL}, [TARGET_QEMU] = {"host", "arguments", "snapshot", NULL}};
    const char *absolute = path_absolute(a, folder);
    *out = (struct deploy_target){.name = map->key,
                                  .place = map->key_place,
                                  .folder = absolute ? absolute : folder,
                                  .program = "qemu-system-x86_64",
                                  .boot_seconds = 300};
    if (map->kind != YAML_MAP || !yaml_get(map, "kind"))
        return diag_error(d, CODE_DEP0001, map->place, "the target '%s' must be a map with the key 'kind'", map->key);
    if (!parse_kind(yaml_get(map, "kind"), &out->kind, d))
        return false;
    for (const struct yaml_node *node = map->first; node; node = node->next) {
        if (is_secret(node->key))
            return secret(node, d);
        if (strcmp(node->key, "kind") != 0 && !take_key(node, a, out, d))
            return false;
    }
    return has_keys(map, needed[out->kind], d);
}

/* Looks in one file, where it exists. `found` says whether it defines the target. */
static bool look_in(const char *file, bool manifest, const char *name, struct arena *a, struct deploy_target *out,
                    bool *found, struct diag *d)
{
    struct bytes content;
    if (!file || !path_is_file(file))
        return true;
    if (!file_read(file, a, &content, d))
        return false;
    const struct yaml_node *root = yaml_parse(file, (const char *)content.data, content.size, a, d);
    if (!root)
        return false;
    const struct yaml_node *targets = manifest && root->kind == YAML_MAP ? yaml_get(root, "targets") : root;
    if (!targets || (manifest && targets == root))
        return true;
    if (targets->kind != YAML_MAP)
        return diag_error(d, CODE_DEP0001, targets->place, "targets must be a map of names");
    const struct yaml_node *map = yaml_get(targets, name);
    *found = map != NULL;
    return !map || read_target(map, path_folder(a, file), a, out, d);
}

/* "wine" and "wine:FOLDER" need no definition. */
static bool spelled_out(const char *name, struct arena *a, struct deploy_target *out)
{
    *out = (struct deploy_target){.name = name};
    if (!strncmp(name, "wine:", 5) && name[5])
        out->prefix = resolve(a, ".", name + 5);
    else if (!strncmp(name, "ssh:", 4) && name[4] && name[4] != '-') {
        out->kind = TARGET_SSH;
        out->host = name + 4;
    } else {
        return !strcmp(name, "wine");
    }
    return true;
}

bool deploy_target_find(const char *name, const char *manifest, struct arena *a, struct deploy_target *out,
                        struct diag *d)
{
    const char *config = user_folder(a, "XDG_CONFIG_HOME", ".config");
    const char *own = config ? path_join(a, config, "cwdk/targets.yaml") : NULL;
    bool found = false;
    if (!look_in(own, false, name, a, out, &found, d) || (!found && !look_in(manifest, true, name, a, out, &found, d)))
        return false;
    if (!found && !spelled_out(name, a, out)) {
        diag_error(d, CODE_DEP0001, diag_nowhere(), "there is no target '%s'", name);
        diag_help(d, "define it under `targets:` in cwdk.yaml or in %s, or say wine, wine:FOLDER or ssh:HOST",
                  own ? own : "~/.config/cwdk/targets.yaml");
        return false;
    }
    if (out->kind == TARGET_WINE && !out->prefix) {
        const char *data = user_folder(a, "XDG_DATA_HOME", ".local/share");
        if (!data)
            return diag_error(d, CODE_DEP0001, diag_nowhere(), "no prefix is named, and HOME is not set");
        out->prefix = path_join(a, data, "cwdk/wine");
    }
    return true;
}
