/* The document of a catalog, and its text. */
#include "cwdk/catalog/catalog.h"
#include "cwdk/inspect/binary.h"
#include "cwdk/inspect/inspect.h"
#include "cwdk/inspect/signature.h"

#include <string.h>
#include <time.h>

static const char *subject_name(enum catalog_subject subject)
{
    return subject == CATALOG_SUBJECT_PE ? "pe" : subject == CATALOG_SUBJECT_FLAT ? "flat" : "other";
}

static json_t *attributes(const struct catalog_attribute *list, size_t count, struct arena *a)
{
    json_t *object = json_object();
    for (size_t i = 0; i < count; i++)
        json_object_set_new(object, text_clean(a, list[i].name), json_string(text_clean(a, list[i].value)));
    return object;
}

static const char *hexadecimal(const uint8_t *bytes, size_t size, struct arena *a)
{
    static const char digits[] = "0123456789abcdef";
    char *text = arena_alloc(a, size * 2 + 1);
    for (size_t i = 0; i < size; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    return text;
}

json_t *inspect_catalog(struct bytes content, const char *path, struct arena *a, struct diag *d)
{
    struct catalog catalog;
    if (!catalog_read(content, path, a, &catalog, d))
        return NULL;
    char time[32] = "";
    struct tm utc;
    if (gmtime_r(&catalog.time, &utc))
        strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", &utc);

    json_t *members = json_array(), *signers = json_array();
    for (size_t i = 0; i < catalog.member_count; i++) {
        const struct catalog_member *m = &catalog.members[i];
        json_array_append_new(members,
                              json_pack("{ss* ss ss ss ss so}", "file", m->file ? text_clean(a, m->file) : NULL, "hash",
                                        catalog_hash_name(m->hash), "digest",
                                        hexadecimal(m->digest, catalog_hash_size(m->hash), a), "subject",
                                        subject_name(m->subject), "tag", text_clean(a, m->tag), "attributes",
                                        attributes(m->attributes, m->attribute_count, a)));
    }
    size_t count;
    const struct signer *s = signature_summary(content.data, content.size, a, &count);
    for (size_t i = 0; s && i < count; i++)
        json_array_append_new(signers, json_pack("{ss ss ss ss sb sb}", "subject", s[i].subject, "issuer", s[i].issuer,
                                                 "digest", s[i].digest, "not_after", s[i].not_after, "self_signed",
                                                 s[i].self_signed, "timestamped", s[i].timestamped));
    return json_pack("{ss ss sI sI ss ss so so so}", "file", text_clean(a, path_name(path)), "kind", "catalog", "size",
                     (json_int_t)content.size, "version", (json_int_t)catalog.version, "list_id",
                     text_clean(a, catalog.list_id), "time", time, "attributes",
                     attributes(catalog.attributes, catalog.attribute_count, a), "signatures", signers, "members",
                     members);
}

void inspect_print_catalog(const json_t *doc, unsigned parts, FILE *out)
{
    const json_t *members = json_object_get(doc, "members"), *member, *value;
    const char *key;
    size_t i;
    (void)parts;
    fprintf(out, "%s: catalog, version %lld, %zu members, %lld bytes\n\n", document_text(doc, "file"),
            (long long)document_number(doc, "version"), json_array_size(members),
            (long long)document_number(doc, "size"));
    fprintf(out, "  %-12s %s\n", "made", document_text(doc, "time"));
    document_print_signatures(json_object_get(doc, "signatures"), "none: Windows does not accept it yet", out);
    json_object_foreach((json_t *)json_object_get(doc, "attributes"), key, value)
    {
        fprintf(out, "  %-12s %s\n", key, json_string_value(value));
    }
    fputs("\nmembers\n", out);
    json_array_foreach(members, i, member)
    {
        const char *file = document_text(member, "file");
        fprintf(out, "  %-24s %-6s %s\n", *file ? file : "(no name)", document_text(member, "hash"),
                document_text(member, "digest"));
    }
}
