/* One page a name, and the list of names. */
#include "reference.h"

#include "cwdk/inspect/windows.h"

#include <ctype.h>
#include <string.h>

#define LINE 100 /* columns of a declaration */

const char *kind_name(enum kind kind)
{
    static const char *const names[] = {
        [FUNCTION] = "function", [CALLBACK] = "callback",    [RECORD] = "struct",
        [ENUMERATION] = "enum",  [MACRO_FUNCTION] = "macro", [TYPE] = "type",
        [VARIABLE] = "variable", [CONSTANT] = "constant",    [ENUMERATOR] = "enumerator"};
    return names[kind];
}

bool has_page(const struct entry *e)
{
    return !e->same && (e->kind <= MACRO_FUNCTION || (e->kind == VARIABLE && e->module));
}

const char *title_of(const struct entry *e)
{
    return e->title ? e->title : e->name;
}

static const char *kind_of(const struct entry *e)
{
    return e->kind == RECORD && !strncmp(e->text, "union", 5) ? "union" : kind_name(e->kind);
}

void name_write(const struct entry *e, FILE *out)
{
    const struct entry *page = e->same ? e->same : e;
    const char *text =
        e->kind == FUNCTION || e->kind == CALLBACK || e->kind == RECORD || e->kind == ENUMERATION || !e->text ? ""
                                                                                                              : e->text;
    fprintf(out, "%s\t%s\t%s\t%s\t%.400s\n", e->name, e->same ? kind_of(page) : kind_of(e), e->header,
            has_page(page) ? title_of(page) : "", text);
}

/* What stands in the outermost parentheses of "_IRQL_requires_max_(APC_LEVEL)"; its length in *length. */
static const char *argument(const char *contract, int *length)
{
    const char *open = strchr(contract, '('), *p = open;
    int depth = 0;
    *length = 0;
    if (!open)
        return "";
    do {
        depth += (*p == '(') - (*p == ')');
        p++;
    } while (*p && depth);
    *length = (int)(p - open - 2);
    return open + 1;
}

static bool starts(const char *text, const char *with)
{
    return !strncmp(text, with, strlen(with));
}

/* Words of a contract and what they say. A `%` stands for what is in the parentheses. */
struct meaning {
    const char *word, *text;
};

static const struct meaning irql[] = {
    {"_IRQL_requires_max_", "at most %"},
    {"_IRQL_requires_min_", "at least %"},
    {"_IRQL_requires_", "%"},
    {"_IRQL_raises_", "raised to % on return"},
    {"_IRQL_always_function_max_", "never above % inside"},
    {"_IRQL_always_function_min_", "never below % inside"},
    {"_IRQL_saves_", "the IRQL before is saved in the result"},
    {"_IRQL_restores_", "back to what was saved"},
    {"_IRQL_requires_same_", "the same on return as on entry"},
    {"_IRQL_uses_cancel_", "the IRQL saved for a cancel routine"},
    {NULL, NULL},
};

static const struct meaning promises[] = {
    {"_Must_inspect_result_", "The caller must look at the result."},
    {"_Check_return_", "The caller must look at the result."},
    {"_Ret_maybenull_", "The result may be NULL."},
    {"_Post_maybenull_", "The result may be NULL."},
    {"_Ret_notnull_", "The result is never NULL."},
    {"_Ret_writes_bytes_maybenull_", "The result is memory of % bytes, or NULL."},
    {"__drv_allocatesMem", "The caller owns the memory that it gets, and frees it."},
    {"_Acquires_lock_", "Acquires the lock %."},
    {"_Acquires_exclusive_lock_", "Acquires % exclusively."},
    {"_Acquires_shared_lock_", "Acquires % shared."},
    {"_Acquires_nonreentrant_lock_", "Acquires the lock %, which must not be held already."},
    {"_Releases_lock_", "Releases the lock %."},
    {"_Releases_exclusive_lock_", "Releases %, which was held exclusively."},
    {"_Releases_shared_lock_", "Releases %, which was held shared."},
    {"_Releases_nonreentrant_lock_", "Releases the lock %."},
    {"_Requires_lock_held_", "The lock % must be held."},
    {"_Requires_lock_not_held_", "The lock % must not be held."},
    {"_Function_class_", "A callback of the class %."},
    {"_Kernel_clear_do_init_", "Clears DO_DEVICE_INITIALIZING: %."},
    {"_Maybe_raises_SEH_exception_", "May raise an exception."},
    {NULL, NULL},
};

static const struct meaning directions[] = {
    {"_Inout_opt_", "in and out, may be NULL"},
    {"_Inout_updates_bytes_opt_", "in and out, % bytes, may be NULL"},
    {"_Inout_updates_bytes_", "in and out, % bytes"},
    {"_Inout_updates_opt_", "in and out, % elements, may be NULL"},
    {"_Inout_updates_", "in and out, % elements"},
    {"_Inout_", "in and out"},
    {"_In_reads_bytes_opt_", "in, % bytes, may be NULL"},
    {"_In_reads_bytes_", "in, % bytes"},
    {"_In_reads_opt_", "in, % elements, may be NULL"},
    {"_In_reads_or_z_opt_", "in, at most % elements, may be NULL"},
    {"_In_reads_", "in, % elements"},
    {"_In_opt_z_", "in, a text that ends by NUL, may be NULL"},
    {"_In_z_", "in, a text that ends by NUL"},
    {"_In_opt_", "in, may be NULL"},
    {"_In_", "in"},
    {"_Out_writes_bytes_to_opt_", "out, capacity and written bytes: %, may be NULL"},
    {"_Out_writes_bytes_to_", "out, capacity and written bytes: %"},
    {"_Out_writes_bytes_opt_", "out, % bytes, may be NULL"},
    {"_Out_writes_bytes_all_", "out, % bytes"},
    {"_Out_writes_bytes_", "out, % bytes"},
    {"_Out_writes_to_opt_", "out, capacity and written elements: %, may be NULL"},
    {"_Out_writes_to_", "out, capacity and written elements: %"},
    {"_Out_writes_opt_", "out, % elements, may be NULL"},
    {"_Out_writes_", "out, % elements"},
    {"_Outptr_result_maybenull_", "out, a pointer that may be NULL"},
    {"_Outptr_opt_result_maybenull_", "out, a pointer that may be NULL; may be NULL itself"},
    {"_Outptr_result_nullonfailure_", "out, a pointer; NULL on failure"},
    {"_Outptr_result_bytebuffer_", "out, a pointer to % bytes"},
    {"_Outptr_result_buffer_", "out, a pointer to % elements"},
    {"_Outptr_opt_", "out, a pointer; may be NULL itself"},
    {"_Outptr_", "out, a pointer"},
    {"_Out_opt_", "out, may be NULL"},
    {"_Out_", "out"},
    {"_Reserved_", "reserved: NULL or 0"},
    {"_Frees_ptr_opt_", "freed; may be NULL"},
    {"_Frees_ptr_", "freed"},
    {"__drv_freesMem", "freed or taken over: not the caller's any more"},
    {"__drv_aliasesMem", "kept: must stay until it is taken back"},
    {"__drv_allocatesMem", "the caller frees what it gets"},
    {"__drv_strictTypeMatch", ""},
    {"_IRQL_restores_", "the IRQL to go back to"},
    {"_IRQL_saves_", "gets the IRQL before"},
    {"_Acquires_lock_", "acquired"},
    {"_Releases_lock_", "released"},
    {"_Requires_lock_held_", "must be held"},
    {"_Requires_lock_not_held_", "must not be held"},
    {"_Printf_format_string_", "a format like printf's"},
    {NULL, NULL},
};

static const struct meaning *meaning_of(const struct meaning *table, const char *contract)
{
    const size_t length = strcspn(contract, "(");
    for (; table->word; table++)
        if (strlen(table->word) == length && !strncmp(table->word, contract, length))
            return table;
    return NULL;
}

static void say(const struct meaning *meaning, const char *contract, FILE *out)
{
    int length;
    const char *inside = argument(contract, &length);
    for (const char *p = meaning->text; *p; p++)
        if (*p == '%')
            fprintf(out, "`%.*s`", length, inside);
        else
            fputc(*p, out);
}

/* "_When_(Wait, _IRQL_requires_max_(PASSIVE_LEVEL))": what holds, and under which condition; contracts that are not
 * conditional have none. */
static const char *unconditional(const char *contract, const char **condition, int *length)
{
    *condition = NULL;
    if (!starts(contract, "_When_(") && !starts(contract, "_At_("))
        return contract;
    *condition = strchr(contract, '(') + 1;
    int depth = 0;
    const char *p = *condition;
    for (; *p && (depth || *p != ','); p++)
        depth += (*p == '(') - (*p == ')');
    *length = (int)(p - *condition);
    while (*p == ',' || *p == ' ')
        p++;
    return p;
}

static void write_irql(const struct entry *e, FILE *out)
{
    bool any = false;
    for (const struct meaning *meaning = irql; meaning->word; meaning++)
        for (size_t i = 0; i < e->contracts.count; i++) {
            const char *condition;
            int length = 0;
            const char *contract = unconditional(e->contracts.items[i], &condition, &length);
            if (meaning_of(irql, contract) != meaning || (any && !strcmp(meaning->word, "_IRQL_requires_same_")))
                continue;
            fputs(any ? "; " : "- IRQL: ", out);
            say(meaning, contract, out);
            if (condition)
                fprintf(out, " if `%.*s`", length, condition);
            any = true;
        }
    fputs(any ? "\n" : "- IRQL: not stated\n", out);
}

static void write_promises(const struct entry *e, FILE *out)
{
    for (size_t i = 0; i < e->contracts.count; i++) {
        const char *condition;
        int length = 0;
        const char *contract = unconditional(e->contracts.items[i], &condition, &length);
        const struct meaning *meaning = meaning_of(promises, contract);
        if (!meaning)
            continue;
        fputs("- ", out);
        if (condition)
            fprintf(out, "If `%.*s`: ", length, condition);
        say(meaning, contract, out);
        fputc('\n', out);
    }
}

static void write_since(const struct entry *e, FILE *out)
{
    struct windows_version version;
    if (windows_version_parse(e->since, &version))
        fprintf(out, "- First Windows: %s (%s)\n", windows_version_name(version), e->since);
    else
        fputs("- First Windows: not known\n", out);
}

static void write_origin(const struct entry *e, FILE *out)
{
    if (e->module) {
        fprintf(out, "- Module: %s (library %.*s.lib)\n", e->module, (int)strcspn(e->module, "."), e->module);
        write_since(e, out);
    }
    if (e->kmdf || e->umdf)
        fprintf(out, "- Framework: %s%s%s%s%s\n", e->kmdf ? "KMDF " : "", e->kmdf ? e->kmdf : "",
                e->kmdf && e->umdf ? ", " : "", e->umdf ? "UMDF " : "", e->umdf ? e->umdf : "");
    else if (e->kind == FUNCTION && !e->module)
        fputs(e->in_line ? "- Inline: nothing is imported\n" : "- Linked from a library of the kit, not imported\n",
              out);
    if (e->archs && e->archs != 3)
        fprintf(out, "- Only on %s\n", e->archs == 1 ? "amd64" : "arm64");
}

static void write_parameter(const struct parameter *p, const char *before, FILE *out)
{
    fputs(before, out);
    for (size_t i = 0; i < p->contracts.count; i++)
        fprintf(out, "%s ", p->contracts.items[i]);
    const char *pointer = strstr(p->type, "(*"), *array = strchr(p->type, '[');
    const size_t length = strlen(p->type);
    if (pointer)
        fprintf(out, "%.*s%s%s", (int)(pointer + 2 - p->type), p->type, p->name, pointer + 2);
    else if (array)
        fprintf(out, "%.*s%s%s", (int)(array - p->type), p->type, p->name, array);
    else
        fprintf(out, "%s%s%s", p->type, *p->name && p->type[length - 1] != '*' ? " " : "", p->name);
}

static void write_signature(const struct entry *e, FILE *out)
{
    size_t column = 0;
    for (size_t i = 0; i < e->contracts.count; i++) {
        const size_t length = strlen(e->contracts.items[i]) + 1;
        if (column && column + length > LINE) {
            fputc('\n', out);
            column = 0;
        }
        fprintf(out, "%s%s", column ? " " : "", e->contracts.items[i]);
        column += length;
    }
    fprintf(out, "%s%s%s%s%s(", column ? "\n" : "", e->kind == CALLBACK ? "typedef " : "", e->result,
            e->result[strlen(e->result) - 1] == '*' ? "" : " ", e->name);
    for (size_t i = 0; i < e->parameter_count; i++)
        write_parameter(&e->parameters[i], i ? ",\n    " : "\n    ", out);
    fputs(e->variadic ? ",\n    ...);\n" : e->parameter_count ? ");\n" : "void);\n", out);
}

static void write_parameters(const struct entry *e, FILE *out)
{
    if (e->parameter_count)
        fputs("\n", out);
    for (size_t i = 0; i < e->parameter_count; i++) {
        const struct parameter *p = &e->parameters[i];
        fprintf(out, "- `%s`", *p->name ? p->name : "unnamed");
        const char *separator = ": ";
        for (size_t k = 0; k < p->contracts.count; k++) {
            const char *condition;
            int length = 0;
            const char *contract = unconditional(p->contracts.items[k], &condition, &length);
            const struct meaning *meaning = meaning_of(directions, contract);
            if (!meaning || !*meaning->text)
                continue;
            fputs(separator, out);
            say(meaning, contract, out);
            if (condition)
                fprintf(out, " if `%.*s`", length, condition);
            separator = "; ";
        }
        fputc('\n', out);
    }
}

/* Functions that a macro's text calls, with what counts for who uses the macro. */
static void write_calls(const struct reference *r, const struct entry *e, FILE *out)
{
    for (const char *p = e->text + strlen(e->name); *p;) {
        size_t length = 0;
        while (isalnum((unsigned char)p[length]) || p[length] == '_')
            length++;
        char name[128];
        if (length && length < sizeof name && (p[length] == '(' || p[length] == ' ')) {
            memcpy(name, p, length);
            name[length] = 0;
            const struct entry *called = entry_find(r, name);
            if (called && called->kind == FUNCTION) {
                fprintf(out, "\nIt calls %s:\n\n", name);
                write_irql(called, out);
                write_promises(called, out);
                write_origin(called, out);
            }
        }
        p += length ? length : 1;
    }
}

static void write_aliases(const struct entry *e, FILE *out)
{
    bool any = e->title;
    if (any)
        fprintf(out, "- Also called `%s`", e->name);
    for (size_t i = 0; i < e->aliases.count; i++)
        if (!e->title || strcmp(e->aliases.items[i], e->title) != 0) {
            fprintf(out, "%s`%s`", any ? ", " : "- Also called ", e->aliases.items[i]);
            any = true;
        }
    if (any)
        fputc('\n', out);
}

void page_write(const struct reference *r, const struct entry *e, FILE *out)
{
    fprintf(out, "# %s\n\n%s of `%s`", title_of(e), kind_of(e), e->header);
    fprintf(out, strcmp(e->header, strrchr(e->file, '/') + 1) != 0 ? ", declared in %s\n\n```c\n" : "\n\n```c\n",
            e->file);
    const bool callable = e->kind == FUNCTION || e->kind == CALLBACK;
    if (callable)
        write_signature(e, out);
    else if (e->kind == MACRO_FUNCTION)
        fprintf(out, "#define %s\n", e->text);
    else if (e->kind == VARIABLE)
        fprintf(out, "extern %s;\n", e->text);
    else
        fprintf(out, "%s\n", e->text);
    fputs(e->kind == MACRO_FUNCTION ? "```\n" : "```\n\n", out);
    if (callable) {
        write_irql(e, out);
        write_promises(e, out);
    }
    write_origin(e, out);
    write_aliases(e, out);
    if (callable)
        write_parameters(e, out);
    if (e->kind == MACRO_FUNCTION)
        write_calls(r, e, out);
}
