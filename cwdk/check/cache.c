/* Findings in a file of the target folder. */
#include "cwdk/check/cache.h"
#include "cwdk/check/finding.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

enum { VERSION = 1, PRINT_DIGITS = 16 };

static void add_bytes(EVP_MD_CTX *hash, const void *bytes, size_t size)
{
    const uint64_t length = size; /* so that where one file ends counts */
    EVP_DigestUpdate(hash, &length, sizeof length);
    EVP_DigestUpdate(hash, bytes, size);
}

static bool add_file(EVP_MD_CTX *hash, const char *path)
{
    struct arena own = {0};
    struct diag unread = {0};
    struct bytes content;
    const bool ok = file_read(path, &own, &content, &unread);
    if (ok)
        add_bytes(hash, content.data, content.size);
    diag_free(&unread);
    arena_free(&own);
    return ok;
}

static const char *finish(EVP_MD_CTX *hash, struct arena *a)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    EVP_DigestFinal_ex(hash, digest, &size);
    EVP_MD_CTX_free(hash);
    char *text = arena_alloc(a, (size_t)size * 2 + 1);
    for (size_t i = 0; i < size; i++) {
        static const char digits[] = "0123456789abcdef";
        text[i * 2] = digits[digest[i] >> 4];
        text[i * 2 + 1] = digits[digest[i] & 15];
    }
    return text;
}

static EVP_MD_CTX *begin(void)
{
    EVP_MD_CTX *hash = EVP_MD_CTX_new();
    if (!hash || !EVP_DigestInit_ex(hash, EVP_sha256(), NULL))
        memory_exhausted();
    return hash;
}

const char *cache_key(const struct check_options *options, struct arena *a)
{
    EVP_MD_CTX *hash = begin();
    bool ok = add_file(hash, path_join(a, options->home, "sdk/contracts.tsv")) && add_file(hash, "/proc/self/exe");
    for (const char *const *file = options->files; *file && ok; file++)
        ok = add_file(hash, *file);
    const char *key = finish(hash, a);
    return ok ? key : NULL;
}

/* Of the sources' text: findings speak in their words, and comments are in no bitcode. */
static const char *sources_key(struct findings *f, struct arena *a)
{
    EVP_MD_CTX *hash = begin();
    for (uint32_t i = 1; i < f->file_count; i++) {
        size_t size = 0;
        const char *text = source_whole(f, i, &size);
        add_bytes(hash, text ? text : "", text ? size : 0);
    }
    return finish(hash, a);
}

static json_t *place_json(struct place place)
{
    return json_pack("[III]", (json_int_t)place.file, (json_int_t)place.line, (json_int_t)place.column);
}

static json_t *finding_json(const struct finding *x)
{
    json_t *steps = json_array();
    for (size_t i = 0; i < x->step_count; i++)
        json_array_append_new(steps, json_pack("{so sI ss}", "place", place_json(x->steps[i].place), "depth",
                                               (json_int_t)x->steps[i].depth, "text", x->steps[i].text));
    char print[PRINT_DIGITS + 1];
    snprintf(print, sizeof print, "%016llx", (unsigned long long)x->line_print);
    return json_pack("{ss so ss ss ss ss ss so}", "code", x->code, "place", place_json(x->place), "claim", x->claim,
                     "label", x->label ? x->label : "", "help", x->help ? x->help : "", "function", x->function,
                     "print", print, "steps", steps);
}

void cache_write(const struct check_options *options, const char *key, const struct check_result *result,
                 struct arena *a)
{
    struct findings *f = result->findings;
    json_t *files = json_array(), *list = json_array();
    bool ok = true; /* false: text that is no UTF-8 */
    for (uint32_t i = 0; i < f->file_count; i++)
        ok &= !json_array_append_new(files, json_string(f->files[i]));
    for (size_t i = 0; i < f->count; i++)
        ok &= !json_array_append_new(list, finding_json(&f->items[i]));
    json_t *document =
        json_pack("{si ss ss sI sI ss so so}", "version", VERSION, "key", key, "sources", sources_key(f, a),
                  "functions", (json_int_t)result->functions, "bounded", (json_int_t)result->bounded, "first",
                  result->bounded_first ? result->bounded_first : "", "files", files, "findings", list);
    char *text = ok && document ? json_dumps(document, JSON_COMPACT) : NULL;
    struct diag unwritten = {0};
    if (text && folder_make(path_folder(a, options->cache), &unwritten))
        file_write(options->cache, text, strlen(text), 0644, &unwritten);
    diag_free(&unwritten);
    free(text);
    json_decref(document);
}

static const char *text_of(const json_t *object, const char *key, struct arena *a)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? arena_string(a, text) : NULL;
}

static bool number_of(const json_t *value, uint32_t most, uint32_t *out)
{
    const json_int_t number = json_integer_value(value);
    *out = (uint32_t)number;
    return json_is_integer(value) && number >= 0 && number <= (json_int_t)most;
}

static bool read_place(const json_t *value, const struct findings *f, struct place *out)
{
    return json_array_size(value) == 3 && number_of(json_array_get(value, 0), f->file_count, &out->file) &&
           out->file < f->file_count && number_of(json_array_get(value, 1), INT32_MAX, &out->line) &&
           number_of(json_array_get(value, 2), INT32_MAX, &out->column);
}

static bool read_steps(const json_t *list, const struct findings *f, struct finding *x, struct arena *a)
{
    x->steps = arena_array(a, json_array_size(list) + 1, sizeof *x->steps);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *step = json_array_get(list, i);
        struct finding_step *s = &x->steps[x->step_count++];
        s->text = text_of(step, "text", a);
        if (!s->text || !read_place(json_object_get(step, "place"), f, &s->place) ||
            !number_of(json_object_get(step, "depth"), 64, &s->depth))
            return false;
    }
    return json_is_array(list);
}

static bool read_finding(const json_t *value, struct findings *f, struct arena *a)
{
    const char *id = json_string_value(json_object_get(value, "code"));
    const struct code_entry *code = id ? code_find(id) : NULL;
    const char *claim = text_of(value, "claim", a), *function = text_of(value, "function", a);
    const char *label = text_of(value, "label", a), *help = text_of(value, "help", a);
    const char *print = json_string_value(json_object_get(value, "print"));
    struct place place;
    if (!code || !claim || !function || !label || !help || !print || strlen(print) != PRINT_DIGITS ||
        strspn(print, "0123456789abcdef") != PRINT_DIGITS || !read_place(json_object_get(value, "place"), f, &place))
        return false;
    struct finding *x = finding_new(f, code->id, place, function, claim);
    finding_label(f, x, *label ? label : NULL, *help ? help : NULL);
    x->line_print = strtoull(print, NULL, 16);
    return read_steps(json_object_get(value, "steps"), f, x, a);
}

static bool read_files(const json_t *list, struct findings *f, struct arena *a)
{
    f->files = arena_array(a, json_array_size(list) + 1, sizeof *f->files);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = json_string_value(json_array_get(list, i));
        if (!name)
            return false;
        f->files[f->file_count++] = arena_string(a, name);
    }
    return json_is_array(list);
}

static bool read_document(const json_t *document, const char *key, struct arena *a, struct check_result *out)
{
    struct findings *f = out->findings;
    const char *own = json_string_value(json_object_get(document, "key"));
    const char *sources = json_string_value(json_object_get(document, "sources"));
    uint32_t functions, bounded;
    if (json_integer_value(json_object_get(document, "version")) != VERSION || !own || strcmp(own, key) != 0 ||
        !sources || !read_files(json_object_get(document, "files"), f, a) || strcmp(sources, sources_key(f, a)) != 0 ||
        !number_of(json_object_get(document, "functions"), INT32_MAX, &functions) ||
        !number_of(json_object_get(document, "bounded"), INT32_MAX, &bounded))
        return false;
    out->functions = functions;
    out->bounded = bounded;
    out->bounded_first = text_of(document, "first", a);
    const json_t *list = json_object_get(document, "findings");
    for (size_t i = 0; i < json_array_size(list); i++)
        if (!read_finding(json_array_get(list, i), f, a))
            return false;
    return json_is_array(list) && out->bounded_first;
}

bool cache_read(const struct check_options *options, const char *key, struct arena *a, struct check_result *out)
{
    struct diag unread = {0};
    struct bytes content;
    json_error_t error;
    const bool there = path_is_file(options->cache) && file_read(options->cache, a, &content, &unread);
    diag_free(&unread);
    json_t *document = there ? json_loadb((const char *)content.data, content.size, 0, &error) : NULL;
    struct findings *f = arena_alloc(a, sizeof *f);
    *f = (struct findings){.arena = a,
                           .root = options->root,
                           .prefix = options->prefix,
                           .home = options->home,
                           .unsaved = options->unsaved,
                           .unsaved_count = options->unsaved_count};
    *out = (struct check_result){.name = options->name, .findings = f};
    const bool ok = document && read_document(document, key, a, out);
    json_decref(document);
    if (!ok)
        *out = (struct check_result){.name = options->name};
    return ok;
}
