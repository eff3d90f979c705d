/* Verifies catalogs, and a whole package against its catalogs. */
#include "cwdk/diag/codes.h"
#include "cwdk/sign/message.h"
#include "cwdk/sign/sign.h"
#include "cwdk/sign/verify.h"
#include "ntsim/pe/authenticode.h"

#include <openssl/err.h>
#include <string.h>
#include <strings.h>

bool verify_catalog(struct bytes content, const char *path, const struct verify_trust *trust, struct arena *a,
                    struct catalog *catalog, struct verify_signer *signer, struct diag *d)
{
    struct catalog unwanted_catalog = {0};
    struct verify_signer unwanted_signer = {0};
    catalog = catalog ? catalog : &unwanted_catalog;
    signer = signer ? signer : &unwanted_signer;
    *signer = (struct verify_signer){0};
    if (!catalog_read(content, path, a, catalog, d))
        return false;
    if (!catalog->signer_count) {
        diag_error(d, CODE_SIG2011, diag_in_file(path), "the catalog %s is not signed", path_name(path));
        diag_help(d, "sign it with `cwdk sign`, or build with --sign-mode test");
        return false;
    }
    const unsigned char *p = content.data;
    PKCS7 *message = d2i_PKCS7(NULL, &p, (long)content.size);
    const bool ok = message && message_verify(message, "1.3.6.1.4.1.311.10.1", "catalog", path, trust, a, signer, d);
    PKCS7_free(message);
    ERR_clear_error();
    return ok;
}

/* A file of the package with its hashes, and whether a member of a catalog is it. */
struct entry {
    const char *relative, *path;
    struct bytes content;
    enum catalog_subject subject;
    uint8_t digests[2][CATALOG_HASH_SIZE]; /* by enum catalog_hash */
    bool matched;                          /* some member of a catalog has its hash */
    bool covered;                          /* one whose hash is good enough */
};

struct package {
    struct arena *arena;
    struct diag *diag;
    const char *folder;
    struct verify_trust trust;
    struct entry *entries;
    size_t count, capacity;
    const char **catalogs, **certificates;
    const char **reported; /* files that were named as changed or missing */
    size_t catalog_count, certificate_count, reported_count;
    struct verify_summary summary;
};

static bool has_extension(const char *name, const char *extension)
{
    return !strcasecmp(path_extension(name), extension);
}

static void append(struct package *p, const char ***list, size_t *count, const char *path)
{
    const char **longer = arena_array(p->arena, *count + 2, sizeof *longer);
    if (*count)
        memcpy(longer, *list, *count * sizeof *longer);
    longer[(*count)++] = path;
    *list = longer;
}

static bool add_entry(struct package *p, const char *relative, const char *path)
{
    if (p->count == p->capacity) {
        const size_t capacity = p->capacity ? p->capacity * 2 : 16;
        struct entry *longer = arena_array(p->arena, capacity, sizeof *longer);
        if (p->count)
            memcpy(longer, p->entries, p->count * sizeof *longer);
        p->entries = longer;
        p->capacity = capacity;
    }
    struct entry *entry = &p->entries[p->count];
    *entry = (struct entry){.relative = relative, .path = path};
    if (!file_read(path, p->arena, &entry->content, p->diag) ||
        !catalog_hash_file(entry->content, path, CATALOG_SHA1, entry->digests[CATALOG_SHA1], &entry->subject,
                           p->diag) ||
        !catalog_hash_file(entry->content, path, CATALOG_SHA256, entry->digests[CATALOG_SHA256], &entry->subject,
                           p->diag))
        return false;
    p->count++;
    return true;
}

static bool collect(struct package *p, const char *relative_folder)
{
    const char *folder = *relative_folder ? path_join(p->arena, p->folder, relative_folder) : p->folder;
    char **names = folder_list(folder, p->arena, NULL, p->diag);
    bool ok = names;
    for (; names && *names; names++) {
        const char *relative = *relative_folder ? path_join(p->arena, relative_folder, *names) : *names;
        const char *path = path_join(p->arena, p->folder, relative);
        if (path_is_folder(path) && !path_is_link(path))
            ok = collect(p, relative) && ok;
        else if (has_extension(*names, ".cat"))
            append(p, &p->catalogs, &p->catalog_count, path);
        else if (has_extension(*names, ".cer"))
            append(p, &p->certificates, &p->certificate_count, path);
        else
            ok = add_entry(p, relative, path) && ok;
    }
    return ok;
}

/* True the first time: a file has several members, but what befell it is one finding. */
static bool first_report(struct package *p, const char *file)
{
    for (size_t i = 0; i < p->reported_count; i++)
        if (!strcasecmp(p->reported[i], file))
            return false;
    append(p, &p->reported, &p->reported_count, file);
    return true;
}

static bool is_member(const struct entry *entry, const struct catalog_member *member)
{
    return !memcmp(entry->digests[member->hash], member->digest, catalog_hash_size(member->hash));
}

/* SHA-1 alone vouches for a file only in a catalog of version 1, which has nothing better. */
static void mark_members(struct package *p, const struct catalog *catalog)
{
    for (size_t i = 0; i < catalog->member_count; i++) {
        const struct catalog_member *member = &catalog->members[i];
        for (size_t e = 0; e < p->count; e++) {
            struct entry *entry = &p->entries[e];
            if (!is_member(entry, member))
                continue;
            entry->matched = true;
            entry->covered |= member->hash == CATALOG_SHA256 || catalog->version == CATALOG_V1;
        }
    }
}

/* Says what became of the file that a member stands for, where no file has its hash. */
static bool check_member(struct package *p, const char *catalog, const struct catalog_member *member)
{
    const struct entry *named = NULL;
    for (size_t i = 0; i < p->count; i++) {
        const struct entry *entry = &p->entries[i];
        if (is_member(entry, member))
            return true;
        if (member->file && !entry->matched && !strcasecmp(path_name(entry->relative), member->file))
            named = entry;
    }
    if (member->file && !first_report(p, named ? named->relative : member->file))
        return false;
    if (named)
        return diag_error(p->diag, CODE_SIG2013, diag_in_file(named->path),
                          "%s is not the file that the catalog %s lists: its hash differs", named->relative,
                          path_name(catalog));
    return diag_error(p->diag, CODE_SIG2014, diag_in_file(catalog),
                      "the catalog %s lists %s (%s %s), which is not in the package", path_name(catalog),
                      member->file ? member->file : "a file", catalog_hash_name(member->hash), member->tag);
}

static bool check_catalog(struct package *p, const char *path)
{
    struct bytes content;
    struct catalog catalog;
    if (!file_read(path, p->arena, &content, p->diag))
        return false;
    bool ok = verify_catalog(content, path, &p->trust, p->arena, &catalog, NULL, p->diag);
    mark_members(p, &catalog);
    for (size_t i = 0; i < catalog.member_count; i++)
        ok = check_member(p, path, &catalog.members[i]) && ok;
    p->summary.catalogs += ok;
    p->summary.members += ok ? catalog.member_count : 0;
    return ok;
}

static bool check_file(struct package *p, const struct entry *entry)
{
    bool ok = entry->covered;
    if (!ok && first_report(p, entry->relative)) {
        diag_error(p->diag, CODE_SIG2012, diag_in_file(entry->path), "no catalog of the package lists %s",
                   entry->relative);
        diag_help(p->diag, "make the catalog anew with `cwdk catalog`, then sign it");
    }
    struct authenticode_layout layout;
    if (entry->subject == CATALOG_SUBJECT_PE &&
        !authenticode_locate(entry->content.data, entry->content.size, &layout) && layout.certificates.size) {
        struct verify_signer signer;
        const bool good = verify_image(entry->content, entry->path, &p->trust, p->arena, &signer, p->diag);
        p->summary.images += good;
        p->summary.pages += good ? signer.page_hashes : 0;
        ok = good && ok;
    }
    p->summary.files += ok;
    return ok;
}

static bool check(struct package *p)
{
    bool ok = sign_refuse_private_keys(p->folder, p->diag);
    ok = collect(p, "") && ok;
    if (!p->catalog_count) {
        diag_error(p->diag, CODE_SIG2010, diag_in_file(p->folder), "there is no catalog in %s", p->folder);
        diag_help(p->diag, "make one with `cwdk catalog`, then sign it");
        ok = false;
    }
    if ((!p->trust.certificates || !*p->trust.certificates) && !p->trust.system)
        p->trust.certificates = p->certificates;
    for (size_t i = 0; i < p->catalog_count; i++)
        ok = check_catalog(p, p->catalogs[i]) && ok;
    for (size_t i = 0; p->catalog_count && i < p->count; i++)
        ok = check_file(p, &p->entries[i]) && ok;
    return ok;
}

bool verify_package(const char *folder, const struct verify_trust *trust, struct verify_summary *summary,
                    struct diag *d)
{
    struct arena a = {0};
    struct package p = {.arena = &a, .diag = d, .folder = folder, .trust = *trust};
    if (!path_is_folder(folder))
        return diag_error(d, CODE_ENV0001, diag_in_file(folder), "%s is not a folder", folder);
    const bool ok = check(&p);
    if (summary)
        *summary = p.summary;
    arena_free(&a);
    return ok;
}
