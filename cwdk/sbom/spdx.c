/* The document: packages, files, relationships, and the head that names it by what it says. */
#include "cwdk/sbom/spdx.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

static const char *hash_text(struct arena *a, const EVP_MD *how, const void *data, size_t size)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (!EVP_Digest(data, size, digest, &length, how, NULL))
        memory_exhausted(); /* the only way for a hash of OpenSSL's own to fail */
    char *text = arena_alloc(a, (size_t)length * 2 + 1);
    for (unsigned i = 0; i < length; i++)
        snprintf(text + (size_t)i * 2, 3, "%02x", digest[i]);
    return text;
}

void spdx_begin(struct spdx *spdx, struct arena *a)
{
    *spdx = (struct spdx){.arena = a, .packages = json_array(), .files = json_array(), .relationships = json_array()};
}

/* Ids have letters, digits, dots and hyphens. */
static const char *id_of(struct arena *a, const char *kind, const char *name)
{
    char *id = arena_format(a, "SPDXRef-%s-%s", kind, name);
    for (char *p = id; *p; p++)
        if (!isalnum((unsigned char)*p) && *p != '.' && *p != '-')
            *p = '-';
    return id;
}

static void set(json_t *object, const char *key, const char *text)
{
    if (text)
        json_object_set_new(object, key, json_string(text));
}

static const json_t *find_package(const struct spdx *spdx, const char *id)
{
    size_t i;
    json_t *package;
    json_array_foreach(spdx->packages, i, package)
    {
        if (!strcmp(json_string_value(json_object_get(package, "SPDXID")), id))
            return package;
    }
    return NULL;
}

const char *spdx_package(struct spdx *spdx, const struct spdx_package *p)
{
    const char *id =
        id_of(spdx->arena, "Package", p->version ? arena_format(spdx->arena, "%s-%s", p->name, p->version) : p->name);
    if (find_package(spdx, id))
        return id;
    json_t *package = json_pack("{ss ss ss sb ss ss ss}", "SPDXID", id, "name", p->name, "downloadLocation",
                                "NOASSERTION", "filesAnalyzed", 0, "licenseConcluded", "NOASSERTION", "licenseDeclared",
                                p->licence ? p->licence : "NOASSERTION", "copyrightText", "NOASSERTION");
    set(package, "versionInfo", p->version);
    set(package, "supplier", p->supplier);
    set(package, "primaryPackagePurpose", p->purpose);
    set(package, "comment", p->comment);
    if (p->locator)
        json_object_set_new(package, "externalRefs",
                            json_pack("[{ss ss ss}]", "referenceCategory", "PACKAGE-MANAGER", "referenceType", "purl",
                                      "referenceLocator", p->locator));
    json_array_append_new(spdx->packages, package);
    return id;
}

void spdx_relate(struct spdx *spdx, const char *from, const char *type, const char *to)
{
    const size_t length = strlen(type);
    const bool reversed = length > 3 && !strcmp(type + length - 3, "_OF");
    json_t *relation = json_pack("{ss ss ss}", "spdxElementId", reversed ? to : from, "relationshipType", type,
                                 "relatedSpdxElement", reversed ? from : to);
    size_t i;
    const json_t *other;
    if (strcmp(type, "CONTAINS") != 0)
        json_array_foreach(spdx->relationships, i, other)
        {
            if (json_equal(other, relation)) {
                json_decref(relation);
                return;
            }
        }
    json_array_append_new(spdx->relationships, relation);
}

static const char *file_type(const char *name)
{
    static const char *const types[][2] = {
        {".sys", "BINARY"}, {".dll", "BINARY"}, {".exe", "BINARY"}, {".lib", "BINARY"}, {".pdb", "BINARY"},
        {".cat", "BINARY"}, {".c", "SOURCE"},   {".h", "SOURCE"},   {".inf", "TEXT"},   {".md", "DOCUMENTATION"}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!strcasecmp(path_extension(name), types[i][0]))
            return types[i][1];
    return "OTHER";
}

bool spdx_file(struct spdx *spdx, const char *owner, const char *folder, const char *name, struct diag *d)
{
    struct arena passing = {0};
    struct bytes content;
    if (!file_read(path_join(&passing, folder, name), &passing, &content, d)) {
        arena_free(&passing);
        return false;
    }
    const char *sha1 = hash_text(spdx->arena, EVP_sha1(), content.data, content.size);
    const char *sha256 = hash_text(&passing, EVP_sha256(), content.data, content.size);
    const char *id = id_of(&passing, "File", arena_format(&passing, "%zu-%s", spdx->file_count + 1, path_name(name)));
    json_array_append_new(spdx->files,
                          json_pack("{ss ss s[s] s[{ss ss} {ss ss}]}", "SPDXID", id, "fileName",
                                    arena_format(&passing, "./%s", name), "fileTypes", file_type(name), "checksums",
                                    "algorithm", "SHA1", "checksumValue", sha1, "algorithm", "SHA256", "checksumValue",
                                    sha256, "licenseConcluded", "NOASSERTION", "copyrightText", "NOASSERTION"));
    spdx_relate(spdx, owner, "CONTAINS", id);
    arena_free(&passing);
    if (spdx->file_count == spdx->file_room) {
        spdx->file_room = spdx->file_room ? 2 * spdx->file_room : 64;
        const char **sums = arena_array(spdx->arena, spdx->file_room, sizeof *sums);
        if (spdx->file_count)
            memcpy(sums, spdx->sums, spdx->file_count * sizeof *sums);
        spdx->sums = sums;
    }
    spdx->sums[spdx->file_count++] = sha1;
    return true;
}

static int compare_sums(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The hash of all files' hashes, sorted. */
static const char *verification_code(struct spdx *spdx)
{
    enum { SUM = 40 };
    char *all = arena_alloc(spdx->arena, spdx->file_count * SUM + 1);
    qsort(spdx->sums, spdx->file_count, sizeof *spdx->sums, compare_sums);
    for (size_t i = 0; i < spdx->file_count; i++)
        memcpy(all + i * SUM, spdx->sums[i], SUM);
    return hash_text(spdx->arena, EVP_sha1(), all, spdx->file_count * SUM);
}

static void mark_analyzed(struct spdx *spdx, const char *owner)
{
    size_t i;
    json_t *package;
    json_array_foreach(spdx->packages, i, package)
    {
        if (strcmp(json_string_value(json_object_get(package, "SPDXID")), owner) != 0)
            continue;
        json_object_set_new(package, "filesAnalyzed", json_true());
        json_object_set_new(package, "packageVerificationCode",
                            json_pack("{ss}", "packageVerificationCodeValue", verification_code(spdx)));
    }
}

static char *dump(const json_t *document, size_t flags)
{
    char *text = json_dumps(document, flags);
    if (text)
        return text;
    memory_exhausted();
}

static bool write_document(json_t *document, struct arena *a, const char *output, struct diag *d)
{
    char *text = dump(document, JSON_INDENT(1));
    const size_t size = strlen(text);
    text[size] = '\n'; /* in the place of the terminator */
    char *whole = arena_copy(a, text, size + 1);
    free(text);
    return file_write(output, whole, size + 1, 0644, d);
}

bool spdx_end(struct spdx *spdx, const char *name, const char *owner, const char *creator, time_t created,
              const char *output, struct diag *d)
{
    struct arena *a = spdx->arena;
    char date[sizeof "9999-12-31T23:59:59Z"];
    struct tm parts;
    if (!gmtime_r(&created, &parts) || !strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &parts))
        strcpy(date, "1970-01-01T00:00:00Z");
    if (spdx->file_count)
        mark_analyzed(spdx, owner);
    spdx_relate(spdx, "SPDXRef-DOCUMENT", "DESCRIBES", owner);
    json_t *document =
        json_pack("{ss ss ss ss s{ss s[s]} sO sO sO}", "spdxVersion", "SPDX-2.3", "dataLicense", "CC0-1.0", "SPDXID",
                  "SPDXRef-DOCUMENT", "name", name, "creationInfo", "created", date, "creators", creator, "packages",
                  spdx->packages, "files", spdx->files, "relationships", spdx->relationships);
    char *said = dump(document, JSON_COMPACT | JSON_SORT_KEYS);
    const char *hash = hash_text(a, EVP_sha256(), said, strlen(said));
    free(said);
    const char *plain = id_of(a, "x", name) + strlen("SPDXRef-x-");
    set(document, "documentNamespace", arena_format(a, "https://spdx.org/spdxdocs/%s-%.32s", plain, hash));
    const bool ok = write_document(document, a, output, d);
    json_decref(document);
    spdx_drop(spdx);
    return ok;
}

void spdx_drop(struct spdx *spdx)
{
    json_decref(spdx->packages);
    json_decref(spdx->files);
    json_decref(spdx->relationships);
    *spdx = (struct spdx){0};
}
