/* From complaints to edits, and from edits to text. */
#include "cwdk/dialect/dialect.h"
#include "cwdk/host/complaint.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* `removed` bytes at `offset` make way for `text`. */
struct edit {
    struct dialect_file *file;
    size_t offset, removed;
    const char *text;
};

struct work {
    struct dialect *dialect;
    struct edit *edits;
    size_t count;
    bool members; /* some got another name */
    bool known;   /* a call of what cl knows without a header */
};

/* ---- Reading what the compiler said ---- */

/* "PATH:LINE:COLUMN: KIND: MESSAGE"; NULL where the line is none of that kind, else its message. */
static const char *parse_line(struct arena *a, const char *line, const char *kind, struct diag_place *place)
{
    const char *found = strstr(line, kind);
    return found && complaint_place(a, line, found, place) ? found + strlen(kind) : NULL;
}

/* ---- Files ---- */

static bool starts_with(const char *text, const char *start)
{
    return !strncmp(text, start, strlen(start));
}

static struct dialect_file *file_of(struct dialect *dialect, const char *path)
{
    for (size_t i = 0; i < dialect->file_count; i++)
        if (!strcmp(dialect->files[i].path, path))
            return &dialect->files[i];
    for (const char *const *fixed = dialect->fixed; fixed && *fixed; fixed++)
        if (starts_with(path, *fixed))
            return NULL;
    struct bytes content;
    struct diag unread = {0};
    const bool read = dialect->file_count < 64 && file_read(path, dialect->arena, &content, &unread);
    diag_free(&unread);
    if (!read)
        return NULL;
    struct dialect_file *files = arena_array(dialect->arena, dialect->file_count + 1, sizeof *files);
    if (dialect->file_count)
        memcpy(files, dialect->files, dialect->file_count * sizeof *files);
    dialect->files = files;
    files += dialect->file_count++;
    *files = (struct dialect_file){path, arena_substring(dialect->arena, (const char *)content.data, content.size),
                                   content.size};
    return files;
}

/* The offset of a place in its file's text; SIZE_MAX where there is none. */
static size_t offset_of(const struct dialect_file *file, struct diag_place place)
{
    size_t offset = 0;
    for (unsigned line = 1; line < place.line; line++) {
        const char *newline = memchr(file->text + offset, '\n', file->size - offset);
        if (!newline)
            return SIZE_MAX;
        offset = (size_t)(newline - file->text) + 1;
    }
    const char *end = memchr(file->text + offset, '\n', file->size - offset);
    const size_t length = end ? (size_t)(end - file->text) - offset : file->size - offset;
    return place.column && place.column - 1 <= length ? offset + place.column - 1 : SIZE_MAX;
}

static void add_edit(struct work *w, struct dialect_file *file, size_t offset, size_t removed, const char *text)
{
    struct edit *edits = arena_array(w->dialect->arena, w->count + 1, sizeof *edits);
    if (w->count)
        memcpy(edits, w->edits, w->count * sizeof *edits);
    edits[w->count++] = (struct edit){file, offset, removed, text};
    w->edits = edits;
}

static void note(struct dialect *dialect, struct diag_place place, const char *what)
{
    char **notes = arena_array(dialect->arena, dialect->note_count + 1, sizeof *notes);
    if (dialect->note_count)
        memcpy(notes, dialect->notes, dialect->note_count * sizeof *notes);
    notes[dialect->note_count++] =
        arena_format(dialect->arena, "%s:%u:%u: warning: %s", place.file, place.line, place.column, what);
    dialect->notes = notes;
}

/* The offset behind the parenthesis that closes the one at `open`; 0 where none does. */
static size_t behind_parenthesis(const struct dialect_file *file, size_t open)
{
    size_t depth = 0;
    for (size_t i = open; i < file->size; i++) {
        if (file->text[i] == '#' || file->text[i] == '"' || file->text[i] == '\'')
            return 0; /* a directive or a literal: not what these edits are for */
        depth += file->text[i] == '(';
        depth -= file->text[i] == ')';
        if (!depth)
            return i + 1;
    }
    return 0;
}

/* ---- The kinds ---- */

/* The cast (T) whose parenthesis is at `open`, or within more parentheses there, becomes *(T*)& and so an object. */
static bool adapt_cast_at(struct work *w, struct dialect_file *file, size_t open)
{
    for (;;) {
        if (file->text[open] != '(')
            return false;
        const size_t next = open + 1 + strspn(file->text + open + 1, " \t");
        if (file->text[next] != '(')
            break;
        open = next;
    }
    const size_t close = behind_parenthesis(file, open);
    for (size_t i = open + 1; i + 1 < close; i++)
        if (!isalnum((unsigned char)file->text[i]) && !strchr("_ *\t", file->text[i]))
            return false;
    if (!close)
        return false;
    add_edit(w, file, open, 1, "*(");
    add_edit(w, file, close - 1, 1, "*)&");
    /* What is cast is a cast itself: (T)(U)x, and not a name in parentheses. */
    const size_t next = close + strspn(file->text + close, " \t"),
                 end = file->text[next] == '(' ? behind_parenthesis(file, next) : 0;
    if (end && (isalpha((unsigned char)file->text[end]) || file->text[end] == '_'))
        adapt_cast_at(w, file, next);
    return true;
}

/* ((T)(U)x)-- is complained about at its operator, behind what it changes. */
static bool adapt_step(struct work *w, struct diag_place place, const char *what)
{
    struct dialect_file *file = file_of(w->dialect, place.file);
    size_t at = file ? offset_of(file, place) : SIZE_MAX, depth = 0;
    if (at >= (file ? file->size : 0) || !strchr("+-", file->text[at]))
        return false;
    do {
        if (!at || file->text[at - 1] == '\n')
            return false;
        at--;
        depth += file->text[at] == ')';
        depth -= file->text[at] == '(';
    } while (depth || file->text[at] == ' ');
    if (file->text[at] != '(' || !adapt_cast_at(w, file, at))
        return false;
    note(w->dialect, place, what);
    return true;
}

/* A cast stands where an object must: its address is taken, or it is assigned to. Where a macro does that, the cast is
 * in the macro's arguments, and is known by its type. */
static bool adapt_cast(struct work *w, struct diag_place place, const char *message, const char *what)
{
    struct dialect_file *file = file_of(w->dialect, place.file);
    const size_t at = file ? offset_of(file, place) : SIZE_MAX;
    if (at >= (file ? file->size : 0))
        return false;
    bool adapted = false;
    if (file->text[at] == '(') {
        adapted = adapt_cast_at(w, file, at);
    } else if (file->text[at] == '&') {
        adapted = adapt_cast_at(w, file, at + 1 + strspn(file->text + at + 1, " \t"));
    } else {
        const char *type = strchr(message, '\''), *end = type ? strchr(type + 1, '\'') : NULL;
        const char *line = arena_substring(w->dialect->arena, file->text + at, strcspn(file->text + at, "\n"));
        const char *cast =
            end ? strstr(line, arena_format(w->dialect->arena, "(%.*s)", (int)(end - type - 1), type + 1)) : NULL;
        adapted = cast && adapt_cast_at(w, file, at + (size_t)(cast - line));
    }
    if (adapted)
        note(w->dialect, place, what);
    return adapted;
}

static bool is_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* The zeros that a call of the function whose definition's parenthesis is at `open` would take: "0, 0". */
static const char *zeros_for(struct arena *a, const struct dialect_file *file, size_t open)
{
    const size_t close = behind_parenthesis(file, open);
    const char *zeros = "0";
    size_t depth = 0;
    for (size_t i = open; i < close; i++) {
        depth += file->text[i] == '(';
        depth -= file->text[i] == ')';
        if (file->text[i] == ',' && depth == 1)
            zeros = arena_format(a, "%s, 0", zeros);
    }
    return close ? zeros : NULL;
}

/* DRIVER_DISPATCH Dispatch; at whose name `at` is: it keeps only what the role returns. */
static bool adapt_role(struct work *w, struct diag_place place, struct dialect_file *file, size_t at)
{
    struct dialect_file *own = file_of(w->dialect, place.file);
    size_t name = own ? offset_of(own, place) : SIZE_MAX, role = at;
    if (name >= (own ? own->size : 0))
        return false;
    size_t open = name;
    while (is_name(own->text[open]))
        open++;
    open += strspn(own->text + open, " \t\r\n");
    while (role && strchr(" \t", file->text[role - 1]))
        role--;
    const size_t end = role;
    while (role && is_name(file->text[role - 1]))
        role--;
    const char *zeros = own->text[open] == '(' ? zeros_for(w->dialect->arena, own, open) : NULL;
    if (!zeros || role == end)
        return false;
    size_t behind = at;
    while (is_name(file->text[behind]))
        behind++;
    add_edit(w, file, role, 0, "__typeof__((*(");
    add_edit(w, file, end, 0, arena_format(w->dialect->arena, " *)0)(%s))", zeros));
    add_edit(w, file, behind, 0, "()");
    return true;
}

/* The declaration at `declared` says no more what its parameters are, so that the definition does. */
static bool adapt_declaration(struct work *w, struct diag_place place, struct diag_place declared)
{
    static const char other[] = "_declared_otherwise";
    struct dialect_file *file = file_of(w->dialect, declared.file);
    const size_t start = file ? offset_of(file, declared) : SIZE_MAX;
    size_t at = start;
    if (at >= (file ? file->size : 0))
        return false;
    while (is_name(file->text[at]))
        at++;
    const size_t open = at + strspn(file->text + at, " \t\r\n");
    const size_t close = file->text[open] == '(' ? behind_parenthesis(file, open) : 0;
    const char *what = "parameters of other types than in the declaration are taken as cl takes them (C4028)";
    if (file->text[open] == ';' && adapt_role(w, place, file, start)) {
        note(w->dialect, place, what);
        return true;
    }
    if (close <= open + 2)
        return false;
    char *blank = arena_substring(w->dialect->arena, file->text + open + 1, close - open - 2);
    for (char *p = blank; *p; p++)
        if (*p != '\n' && *p != '\r')
            *p = ' ';
    if (strncmp(blank, file->text + open + 1, strlen(blank)) != 0)
        add_edit(w, file, open + 1, strlen(blank), blank);
    else if (!starts_with(file->text + at - strlen(other), other))
        add_edit(w, file, at, 0, other); /* a parameter as small as a USHORT wants a declaration that tells of it */
    else
        return false;
    note(w->dialect, place, what);
    return true;
}

static bool insert(struct work *w, struct diag_place place, const char *text, const char *what)
{
    struct dialect_file *file = file_of(w->dialect, place.file);
    const size_t at = file ? offset_of(file, place) : SIZE_MAX;
    if (at > (file ? file->size : 0))
        return false;
    add_edit(w, file, at, 0, text);
    note(w->dialect, place, what);
    return true;
}

/* fix-it:"hw.cpp":{25:1-25:1}:"template<> " */
static bool adapt_specialization(struct work *w, const char *rest)
{
    static const char start[] = "\nfix-it:\"";
    const char *next = strstr(rest, ": error: "), *fix = strstr(rest, start);
    if (!fix || (next && next < fix))
        return false;
    const char *path = fix + strlen(start), *end = strchr(path, '"');
    char *numbers = NULL;
    if (!end || !starts_with(end, "\":{") || !strstr(end, "}:\"template<> \""))
        return false;
    struct diag_place place = {.file = arena_substring(w->dialect->arena, path, (size_t)(end - path))};
    place.line = (unsigned)strtoul(end + 3, &numbers, 10);
    place.column = *numbers == ':' ? (unsigned)strtoul(numbers + 1, NULL, 10) : 0;
    return insert(w, place, "template<> ", "a specialization without template<> is taken as cl takes it");
}

/* A union's member and one of a structure without a name in it are called the same: the first keeps the name. */
static bool adapt_member(struct work *w, struct diag_place place)
{
    struct dialect_file *file = file_of(w->dialect, place.file);
    size_t at = file ? offset_of(file, place) : SIZE_MAX;
    if (at >= (file ? file->size : 0))
        return false;
    while (is_name(file->text[at]))
        at++;
    add_edit(w, file, at, 0, "_redeclared");
    w->members = true;
    note(w->dialect, place, "a member declared again in a structure without a name is left to the first one");
    return true;
}

/* Functions that cl compiles without a declaration, as its reference lists them. */
static bool is_intrinsic(const char *name)
{
    static const char *const names[] = {"abs",  "acos", "asin",   "atan",   "atan2",  "cos",    "cosh",   "exp", "fabs",
                                        "fmod", "labs", "log",    "log10",  "memcmp", "memcpy", "memset", "pow", "sin",
                                        "sinh", "sqrt", "strcat", "strcmp", "strcpy", "strlen", "tan",    "tanh"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (starts_with(name, names[i]) && name[strlen(names[i])] == '\'')
            return true;
    return false;
}

/* `rest` is what follows the error's line. */
static bool adapt_error(struct work *w, struct diag_place place, const char *message, const char *rest)
{
    if (starts_with(message, "cannot take the address of an rvalue of type"))
        return adapt_cast(w, place, message, "the address of a cast is taken as cl takes it: of what is cast (C4213)");
    if (starts_with(message, "assignment to cast is illegal, lvalue casts are not supported"))
        return adapt_cast(w, place, message, "a cast is assigned to as cl does it: what is cast (C4213)");
    if (starts_with(message, "expression is not assignable"))
        return adapt_step(w, place, "a cast is stepped as cl does it: what is cast (C4213)");
    if (starts_with(message, "template specialization requires 'template<>'"))
        return adapt_specialization(w, rest);
    if (starts_with(message, "a type specifier is required for all declarations"))
        return insert(w, place, "int ", "a declaration without a type is taken as cl takes it: int (C4430)");
    if (starts_with(message, "member of anonymous struct redeclares"))
        return adapt_member(w, place);
    if (starts_with(message, "call to undeclared library function '"))
        return is_intrinsic(strchr(message, '\'') + 1) && (w->known = true);
    if (starts_with(message, "no member named '"))
        return w->members; /* may come of the members, which clang forgets; if not, it comes again */
    if (!starts_with(message, "conflicting types for '"))
        return false;
    for (const char *line = rest; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        const char *text = arena_substring(w->dialect->arena, line, strcspn(line, "\n"));
        struct diag_place declared;
        const char *said = parse_line(w->dialect->arena, text, ": note: ", &declared);
        if (said)
            return starts_with(said, "previous declaration is here") && adapt_declaration(w, place, declared);
        if (strstr(text, ": error: "))
            break;
    }
    return false;
}

/* ---- Text ---- */

static int from_the_end(const void *a, const void *b)
{
    const struct edit *x = a, *y = b;
    return (x->offset < y->offset) - (x->offset > y->offset);
}

static void apply(struct work *w)
{
    if (w->count)
        qsort(w->edits, w->count, sizeof *w->edits, from_the_end);
    for (size_t i = 0; i < w->count; i++) {
        const struct edit *e = &w->edits[i];
        if (i && e->file == e[-1].file && e->offset == e[-1].offset)
            continue; /* one complaint for two uses of a header */
        const size_t added = strlen(e->text), rest = e->file->size - e->offset - e->removed;
        char *text = arena_alloc(w->dialect->arena, e->offset + added + rest + 1);
        memcpy(text, e->file->text, e->offset);
        memcpy(text + e->offset, e->text, added);
        memcpy(text + e->offset + added, e->file->text + e->offset + e->removed, rest);
        e->file->text = text;
        e->file->size = e->offset + added + rest;
    }
}

bool dialect_adapt(struct dialect *dialect, const char *said)
{
    struct work w = {.dialect = dialect};
    const char *text = complaint_plain(dialect->arena, said);
    size_t errors = 0;
    for (const char *line = text; *line;) {
        const size_t length = strcspn(line, "\n");
        const char *rest = line + length, *one = arena_substring(dialect->arena, line, length);
        struct diag_place place;
        const char *message = parse_line(dialect->arena, one, ": error: ", &place);
        if (message ? !adapt_error(&w, place, message, rest) : strstr(one, "fatal error: ") != NULL)
            return false;
        errors += message != NULL;
        line = rest + (*rest == '\n');
    }
    apply(&w);
    dialect->intrinsics |= w.known;
    return errors && (w.count || w.known);
}

bool dialect_hides(const struct dialect *dialect, const char *said)
{
    return dialect->intrinsics &&
           strstr(complaint_plain(dialect->arena, said), ": warning: call to undeclared function '");
}

/* ---- The overlay ---- */

/* An absolute path without "." and "..", as the compiler's virtual file system looks it up. */
static const char *plain_path(struct arena *a, const char *path)
{
    char *here = get_current_dir_name();
    char *full = *path == '/' ? arena_string(a, path) : arena_format(a, "%s/%s", here ? here : "", path);
    free(here);
    char *out = full;
    for (const char *p = full; *p;) {
        const size_t length = strcspn(p + 1, "/");
        if (length == 2 && !strncmp(p + 1, "..", 2)) {
            while (out > full) {
                out--;
                if (*out == '/')
                    break;
            }
        } else if (length && !(length == 1 && p[1] == '.')) {
            memmove(out, p, length + 1);
            out += length + 1;
        }
        p += length + 1;
    }
    *out = 0;
    return full;
}

static const char *quoted(struct arena *a, const char *text)
{
    char *result = arena_alloc(a, strlen(text) * 2 + 3), *out = result;
    *out++ = '"';
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            *out++ = '\\';
        *out++ = *text;
    }
    *out++ = '"';
    *out = 0;
    return result;
}

bool dialect_write(const struct dialect *dialect, const char *folder, const char **overlay, struct diag *d)
{
    struct arena *a = dialect->arena;
    char *yaml =
        arena_string(a, "{\"version\": 0, \"use-external-names\": false, \"redirecting-with\": \"fallthrough\", "
                        "\"roots\": [");
    if (!folder_make(folder, d))
        return false;
    for (size_t i = 0; i < dialect->file_count; i++) {
        const struct dialect_file *file = &dialect->files[i];
        const char *copy = path_join(a, folder, arena_format(a, "%zu-%s", i, path_name(file->path)));
        if (!file_write(copy, file->text, file->size, 0644, d))
            return false;
        yaml = arena_format(a, "%s%s\n  {\"type\": \"file\", \"name\": %s, \"external-contents\": %s}", yaml,
                            i ? "," : "", quoted(a, plain_path(a, file->path)), quoted(a, plain_path(a, copy)));
    }
    yaml = arena_format(a, "%s\n]}\n", yaml);
    *overlay = path_join(a, folder, "overlay.yaml");
    return file_write(*overlay, yaml, strlen(yaml), 0644, d);
}
