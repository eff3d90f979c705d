/* Reading contracts.tsv; a line is understood when it is asked for. */
#include "cwdk/check/contract.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/text.h"

#include <stdlib.h>
#include <string.h>

const struct class_entry class_table[CLASS_COUNT] = {
#define CLASS(name, ...) {__VA_ARGS__},
#include "cwdk/check/classes.def"
#undef CLASS
};

static const struct effect effects[] = {
#define EFFECT(function, verb, class, argument, when) {function, VERB_##verb, CLASS_##class, argument, WHEN_##when},
#include "cwdk/check/effects.def"
#undef EFFECT
};

struct line {
    const char *kind, *name;
    char *rest; /* fields from the third on */
    struct contract *contract;
    struct role *role;
    struct line *next; /* the next field of the same record */
};

struct contracts {
    struct arena *arena;
    struct line *slots; /* by kind's second letter and name */
    uint32_t capacity, count;
};

static uint32_t hash(char kind, const char *name, size_t length)
{
    uint32_t h = 2166136261u ^ (unsigned char)kind;
    for (size_t i = 0; i < length; i++)
        h = (h ^ (unsigned char)name[i]) * 16777619u;
    return h;
}

static struct line *find(struct contracts *c, char kind, const char *name, size_t length)
{
    uint32_t at = hash(kind, name, length) & (c->capacity - 1);
    for (; c->slots[at].name; at = (at + 1) & (c->capacity - 1))
        if (c->slots[at].kind[1] == kind && !strncmp(c->slots[at].name, name, length) && !c->slots[at].name[length])
            return &c->slots[at];
    return &c->slots[at];
}

/* Cuts off the next field. */
static char *cut(char **p, char separator)
{
    char *from = *p, *end = from ? strchr(from, separator) : NULL;
    *p = end ? end + 1 : NULL;
    if (end)
        *end = 0;
    return from;
}

static void add(struct contracts *c, char *text)
{
    char *kind = cut(&text, '\t'), *name = cut(&text, '\t');
    if (!name)
        return;
    struct line *l = find(c, kind[1], name, strlen(name));
    if (l->name) {
        struct line *more = arena_alloc(c->arena, sizeof *more);
        *more = *l;
        l->next = more;
    } else {
        c->count++;
    }
    l->kind = kind;
    l->name = name;
    l->rest = text;
    l->contract = NULL;
}

struct contracts *contracts_load(const char *home, struct arena *a, struct diag *d)
{
    struct bytes content;
    struct diag unread = {0};
    const char *path = path_join(a, home, "sdk/contracts.tsv");
    const bool ok = file_read(path, a, &content, &unread);
    diag_free(&unread);
    if (!ok) {
        diag_error(d, CODE_ENV0004, diag_in_file(path), "the kit's contracts are missing");
        diag_help(d, "install the kit as a whole: cmake --install build, or run build/bin/cwdk where it was built");
        return NULL;
    }
    struct contracts *c = arena_alloc(a, sizeof *c);
    c->arena = a;
    uint32_t lines = 0;
    for (size_t i = 0; i < content.size; i++)
        lines += content.data[i] == '\n';
    for (c->capacity = 1024; c->capacity < lines * 2 + 1024;)
        c->capacity *= 2;
    c->slots = arena_array(a, c->capacity, sizeof *c->slots);
    char *text = arena_copy(a, content.data, content.size + 1);
    while (text && *text)
        add(c, cut(&text, '\n'));
    return c;
}

static int level_of(const char *word)
{
    static const struct {
        const char *name;
        int level;
    } table[] = {{"PASSIVE_LEVEL", IRQL_PASSIVE}, {"APC_LEVEL", IRQL_APC}, {"DISPATCH_LEVEL", IRQL_DISPATCH},
                 {"HIGH_LEVEL", IRQL_HIGH},       {"DIRQL", IRQL_DEVICE},  {"CLOCK_LEVEL", 13},
                 {"PROFILE_LEVEL", 15},           {"IPI_LEVEL", 14}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (!strncmp(word, table[i].name, strlen(table[i].name)))
            return word[strcspn(word, "+)")] == '+' ? IRQL_DEVICE : table[i].level; /* DISPATCH_LEVEL + 1 */
    return IRQL_UNKNOWN;
}

struct levels {
    int8_t least, most, raises;
};

static void read_level(const char *word, struct levels *l)
{
    const char *inside = strchr(word, '(');
    if (!inside)
        return;
    const int8_t level = (int8_t)level_of(inside + 1);
    if (text_starts(word, "_IRQL_requires_max_") || text_starts(word, "__drv_maxIRQL"))
        l->most = level;
    else if (text_starts(word, "_IRQL_requires_min_") || text_starts(word, "__drv_minIRQL"))
        l->least = level;
    else if (text_starts(word, "_IRQL_requires_(") || text_starts(word, "__drv_requiresIRQL"))
        l->least = l->most = level;
    else if (text_starts(word, "_IRQL_raises_") || text_starts(word, "__drv_raisesIRQL") ||
             text_starts(word, "__drv_setsIRQL"))
        l->raises = level;
}

void contract_read_level(const char *annotation, int8_t *least, int8_t *most)
{
    struct levels levels = {*least, *most, IRQL_UNKNOWN};
    read_level(annotation, &levels);
    *least = levels.least;
    *most = levels.most;
}

static unsigned parameter_flags(char *words)
{
    unsigned flags = 0;
    while (words) {
        const char *word = cut(&words, 0x1F);
        if (!*word)
            continue;
        if (text_starts(word, "_In_") || text_starts(word, "_Inout_"))
            flags |= PARAMETER_IN | PARAMETER_SPECIFIED;
        if (text_starts(word, "_Out") || text_starts(word, "_Inout_") || text_starts(word, "_COM_Outptr"))
            flags |= PARAMETER_OUT | PARAMETER_SPECIFIED;
        if (strstr(word, "opt_") || text_starts(word, "_Reserved_") || text_starts(word, "_Pre_maybenull_"))
            flags |= PARAMETER_OPTIONAL;
        if (strstr(word, "_writes_") || strstr(word, "_updates_"))
            flags |= PARAMETER_BUFFER;
        if (text_starts(word, "_IRQL_saves_"))
            flags |= PARAMETER_SAVES;
        if (text_starts(word, "_IRQL_restores_"))
            flags |= PARAMETER_RESTORES;
        if (strstr(word, "aliasesMem"))
            flags |= PARAMETER_KEEPS;
    }
    return flags;
}

/* Bytes of what a pointer of that type points to; 0: not known. */
static uint8_t unit_of(const char *type)
{
    static const struct {
        const char *name;
        uint8_t size;
    } table[] = {{"PVOID", 1},  {"PUCHAR", 1},   {"PCHAR", 1},  {"PSTR", 1},    {"PCSTR", 1},   {"PBYTE", 1},
                 {"PWSTR", 2},  {"PWCHAR", 2},   {"PWCH", 2},   {"PCWSTR", 2},  {"PUSHORT", 2}, {"PULONG", 4},
                 {"PLONG", 4},  {"PULONG64", 8}, {"void", 1},   {"UCHAR", 1},   {"CHAR", 1},    {"WCHAR", 2},
                 {"USHORT", 2}, {"ULONG", 4},    {"HANDLE", 8}, {"wchar_t", 2}, {"char", 1}};
    if (!strncmp(type, "const ", 6))
        type += 6;
    const size_t length = strcspn(type, " *");
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strlen(table[i].name) == length && !strncmp(type, table[i].name, length))
            return table[i].size;
    return 0;
}

/* "_Out_writes_bytes_(#6)": the kit writes the number of the parameter. What is read up to a NUL may be shorter. */
static void read_size(struct parameter_contract *p, const char *words)
{
    const char *at = words ? strstr(words, "_(#") : NULL, *word = at;
    p->length = -1;
    if (!at)
        return;
    while (word > words && word[-1] != 0x1F)
        word--;
    const size_t before = (size_t)(at - word) + 1;
    if (text_starts(word, "_In_") && memmem(word, before, "_z_", 3))
        return;
    p->length = (int8_t)strtol(at + 3, NULL, 10);
    p->unit = memmem(word, before, "_bytes_", 7) ? 1 : unit_of(p->type);
}

static void read_contract(struct contracts *c, struct contract *out, char *rest)
{
    struct levels levels = {IRQL_UNKNOWN, IRQL_UNKNOWN, IRQL_UNKNOWN};
    out->result = cut(&rest, '\t');
    char *words = cut(&rest, '\t');
    while (words) {
        const char *word = cut(&words, 0x1F);
        read_level(word, &levels);
        if (text_starts(word, "_Must_inspect_result_"))
            out->must_inspect = true;
        if (strstr(word, "maybenull"))
            out->maybe_null = true;
    }
    out->least = levels.least;
    out->most = levels.most;
    out->raises = levels.raises;
    out->returns_status = out->result && !strcmp(out->result, "NTSTATUS");
    uint32_t room = 1;
    for (const char *p = rest; p && *p; p++)
        room += *p == '\t';
    out->parameters = arena_array(c->arena, room, sizeof *out->parameters);
    while (rest) {
        struct parameter_contract *p = &out->parameters[out->parameter_count++];
        p->type = cut(&rest, '\t');
        char *annotations = cut(&rest, '\t');
        read_size(p, annotations);
        p->flags = parameter_flags(annotations);
        if (text_starts(p->type, "const ") || text_starts(p->type, "PCWSTR") ||
            text_starts(p->type, "PCUNICODE_STRING"))
            p->flags |= PARAMETER_CONST;
        p->role = role_find(c, p->type);
    }
}

static void add_effects(struct contract *out)
{
    const size_t count = sizeof effects / sizeof *effects;
    for (size_t i = 0; i < count; i++)
        if (!strcmp(effects[i].function, out->name)) {
            if (!out->effect_count)
                out->effects = &effects[i];
            out->effect_count++;
        }
}

const struct contract *contract_find(struct contracts *c, const char *function)
{
    size_t length = strlen(function);
    const char *dot = strrchr(function, '.');
    if (dot && strspn(dot + 1, "0123456789") == strlen(dot + 1))
        length = (size_t)(dot - function);
    struct line *l = find(c, 'u', function, length);
    if (l->name) {
        if (!l->contract) {
            l->contract = arena_alloc(c->arena, sizeof *l->contract);
            l->contract->name = l->name;
            read_contract(c, l->contract, l->rest);
            add_effects(l->contract);
            l->contract->zeroes = !strcmp(l->name, "ExAllocatePool2") || !strcmp(l->name, "ExAllocatePool3") ||
                                  !strcmp(l->name, "ExAllocatePoolZero") || !strcmp(l->name, "ExAllocatePoolQuotaZero");
        }
        return l->contract;
    }
    return NULL;
}

const struct role *role_find(struct contracts *c, const char *role)
{
    struct line *l = find(c, 'o', role, strlen(role));
    if (!l->name)
        return NULL;
    if (!l->role) {
        struct levels levels = {IRQL_UNKNOWN, IRQL_UNKNOWN, IRQL_UNKNOWN};
        char *rest = arena_string(c->arena, l->rest), *result = cut(&rest, '\t');
        char *words = result ? cut(&rest, '\t') : NULL;
        while (words)
            read_level(cut(&words, 0x1F), &levels);
        l->role = arena_alloc(c->arena, sizeof *l->role);
        *l->role = (struct role){l->name, levels.least, levels.most};
    }
    return l->role;
}

/* Callbacks of a structure that two headers define, each for its own port driver: the contracts have neither. */
static const struct {
    const char *record;
    int64_t offset;
    const char *role;
} shared_fields[] = {
    {"_HW_INITIALIZATION_DATA", 8, "HW_INITIALIZE"}, {"_HW_INITIALIZATION_DATA", 16, "HW_STARTIO"},
    {"_HW_INITIALIZATION_DATA", 24, "HW_INTERRUPT"}, {"_HW_INITIALIZATION_DATA", 40, "HW_RESET_BUS"},
    {"_HW_INITIALIZATION_DATA", 128, "HW_BUILDIO"},
};

const struct role *role_of_field(struct contracts *c, const char *record, int64_t offset)
{
    struct line *l = find(c, 'i', record, strlen(record));
    for (; l && l->name; l = l->next) {
        char *end;
        const long long at = strtoll(l->rest, &end, 10);
        if (at == offset && *end == '\t')
            return role_find(c, end + 1);
    }
    for (size_t i = 0; i < sizeof shared_fields / sizeof *shared_fields; i++)
        if (shared_fields[i].offset == offset && !strcmp(shared_fields[i].record, record))
            return role_find(c, shared_fields[i].role);
    return NULL;
}
