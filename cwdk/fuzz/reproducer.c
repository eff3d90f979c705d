/* A finding's input as a test in C, and in words. */
#include "cwdk/fuzz/fuzz.h"
#include "cwdk/host/file.h"
#include "ntsim/fuzz/operations.h"

#include <stdlib.h>
#include <string.h>

/* What the text needs to know while it goes through the operations. */
struct writer {
    const struct operations *all;
    const struct test_run *run;
    struct arena *arena;
    struct text *out;
    size_t files, requests;
    size_t request_files[MOST_OPERATIONS];
    bool open[MOST_FILES];
};

static const struct operations *read_input(const char *path, struct arena *a, struct diag *d)
{
    struct bytes bytes;
    struct operations *all = arena_array(a, 1, sizeof *all);
    if (!file_read(path, a, &bytes, d))
        return NULL;
    operations_read(bytes.data, bytes.size, all);
    return all;
}

static bool is_request(const struct operation *operation)
{
    return operation->kind <= OPERATION_WRITE;
}

/* --- C --- */

/* As an initialiser, or as a compound literal's. */
static const char *bytes_text(const struct operations *all, const struct operation *operation, struct arena *a)
{
    enum { A_LINE = 16 };
    struct text text = {0};
    size_t length = operation->input;
    while (length > 1 && all->data[operation->data + length - 1] == 0)
        length--; /* C fills up with zeroes */
    text_put(&text, "");
    for (size_t i = 0; i < length; i++)
        text_format(&text, "%s0x%02x", i == 0 ? "" : i % A_LINE ? ", " : ",\n        ", all->data[operation->data + i]);
    const char *result = arena_string(a, text.data);
    text_free(&text);
    return result;
}

static const char *device_name(const struct writer *w, size_t index)
{
    const char *name = "";
    size_t at = 0;
    for (size_t i = 0; i < w->run->count; i++)
        if (strcmp(w->run->events[i].type, "name") == 0 && at++ == index)
            name = w->run->events[i].fields[0];
    /* \??\Name is \\.\Name to programs */
    struct text text = {0};
    text_put(&text, "L\"\\\\\\\\.\\\\");
    for (const char *c = strncmp(name, "\\??\\", 4) == 0 ? name + 4 : name; *c; c++)
        text_format(&text, *c == '\\' || *c == '"' ? "\\%c" : "%c", *c);
    text_put(&text, "\"");
    const char *result = arena_string(w->arena, text.data);
    text_free(&text);
    return result;
}

static size_t count_names(const struct writer *w, size_t *first)
{
    size_t count = 0;
    *first = 0;
    for (size_t i = 0; i < w->run->count; i++)
        if (strcmp(w->run->events[i].type, "name") == 0) {
            if (test_event_number(&w->run->events[i], 1))
                *first = count;
            count++;
        }
    return count;
}

static void put_request(struct writer *w, const struct operation *operation)
{
    const size_t number = w->requests;
    if (operation->which >= w->files || !w->open[operation->which])
        return;
    w->request_files[w->requests++] = operation->which;
    if (operation->input)
        text_format(w->out, "    static const UCHAR input%zu[%u] = {%s};\n", number, operation->input,
                    bytes_text(w->all, operation, w->arena));
    if (operation->output)
        text_format(w->out, "    static UCHAR output%zu[%u];\n", number, operation->output);
    text_format(w->out, "    struct sim_request *request%zu = ", number);
    const char *input =
        operation->input ? arena_format(w->arena, "input%zu, sizeof input%zu", number, number) : "NULL, 0";
    const char *output =
        operation->output ? arena_format(w->arena, "output%zu, sizeof output%zu", number, number) : "NULL, 0";
    if (operation->kind == OPERATION_CONTROL)
        text_format(w->out, "sim_begin_ioctl(file%u, 0x%08x, %s, %s);\n", operation->which, operation->code, input,
                    output);
    else if (operation->kind == OPERATION_READ)
        text_format(w->out, "sim_begin_read(file%u, %s);\n", operation->which, output);
    else
        text_format(w->out, "sim_begin_write(file%u, %s);\n", operation->which, input);
    text_format(w->out, "    if (!sim_poll(request%zu))\n        sim_advance(0);\n", number);
}

static void put_open(struct writer *w, const struct operation *operation)
{
    static const char *const accesses[] = {"GENERIC_READ | GENERIC_WRITE", "GENERIC_READ", "GENERIC_WRITE", "0"};
    size_t first;
    const size_t names = count_names(w, &first);
    if (w->files == MOST_FILES || !names)
        return;
    text_format(
        w->out,
        "    struct sim_file *file%zu;\n    if (!NT_SUCCESS(sim_try_open(%s, %s, &file%zu)))\n        return;\n",
        w->files, device_name(w, operation->which % names), accesses[operation->access % 4], w->files);
    w->open[w->files++] = true;
}

static void put_operation(struct writer *w, const struct operation *operation)
{
    switch (operation->kind) {
    case OPERATION_CANCEL:
        if (operation->which < w->requests)
            text_format(w->out, "    sim_cancel(request%zu);\n", w->requests - 1 - operation->which);
        break;
    case OPERATION_OPEN:
        put_open(w, operation);
        break;
    case OPERATION_CLOSE:
        if (operation->which < w->files && w->open[operation->which]) {
            text_format(w->out, "    sim_close(file%u);\n", operation->which);
            w->open[operation->which] = false;
        }
        break;
    case OPERATION_WAIT:
        text_format(w->out, "    sim_advance(%u);\n", operation->milliseconds);
        break;
    default:
        put_request(w, operation);
        break;
    }
}

bool fuzz_write_test(const char *path, const char *name, const char *claim, const char *input,
                     const struct test_run *run, struct arena *a, struct diag *d)
{
    struct text text = {0};
    struct writer w = {.run = run, .arena = a, .out = &text, .all = read_input(input, a, d)};
    size_t first;
    if (!w.all)
        return false;
    const size_t names = count_names(&w, &first);
    text_format(
        &text,
        "/* Found by cwdk fuzz: %s.\n * It fails until that is mended; then it is a test like any other. Run it by "
        "`cwdk test --sanitize`. */\n"
        "#include <ntsim/ntsim.h>\n\nTEST(%s)\n{\n",
        claim, name);
    if (test_event_find(run, "plug"))
        text_put(&text, "    sim_plug(NULL);\n");
    if (names)
        text_format(&text, "    struct sim_file *file0 = sim_open(%s);\n", device_name(&w, first));
    w.open[w.files++] = true;
    for (size_t i = 0; i < w.all->count; i++)
        put_operation(&w, &w.all->list[i]);
    for (size_t i = 0; i < w.files; i++)
        if (w.open[i])
            text_format(&text, "    sim_end(file%zu);\n", i);
    text_put(&text, "}\n");
    const bool fine = file_write(path, text.data, text.size, 0644, d);
    text_free(&text);
    return fine;
}

/* --- words --- */

bool fuzz_describe(const char *input, struct arena *a, struct text *out, struct diag *d)
{
    static const char *const methods[] = {"METHOD_BUFFERED", "METHOD_IN_DIRECT", "METHOD_OUT_DIRECT", "METHOD_NEITHER"};
    const struct operations *all = read_input(input, a, d);
    if (!all)
        return false;
    for (size_t i = 0; i < all->count; i++) {
        const struct operation *operation = &all->list[i];
        text_format(out, "          %zu  ", i);
        switch (operation->kind) {
        case OPERATION_CONTROL:
            text_format(out, "control request 0x%08x (%s), %u bytes in, %u out", operation->code,
                        methods[operation->code & 3], operation->input, operation->output);
            break;
        case OPERATION_READ:
            text_format(out, "read of %u bytes", operation->output);
            break;
        case OPERATION_WRITE:
            text_format(out, "write of %u bytes", operation->input);
            break;
        case OPERATION_CANCEL:
            text_format(out, "cancel the latest request but %u", operation->which);
            break;
        case OPERATION_OPEN:
            text_put(out, "open another file");
            break;
        case OPERATION_CLOSE:
            text_put(out, "close");
            break;
        default:
            text_format(out, "%u ms go by", operation->milliseconds);
            break;
        }
        if ((is_request(operation) || operation->kind == OPERATION_CLOSE) && operation->which)
            text_format(out, ", of file %u", operation->which);
        text_put(out, "\n");
    }
    return true;
}
