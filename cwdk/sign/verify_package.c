/* Verifies catalogs, and a whole package against its catalogs. */
#include "cwdk/diag/codes.h"
#include "cwdk/inf/inf.h"
#include "cwdk/sign/message.h"
#include "cwdk/sign/sign.h"
#include "cwdk/sign/trust.h"
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
    if (!catalog_read(content, path, a, catalog, d)) {
        *catalog = (struct catalog){0}; /* what it lists is not known, even where a part was read */
        return false;
    }
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

/* A file of the package with its hashes, and what became of it. */
struct entry {
    const char *relative, *path;
    struct bytes content;
    enum catalog_subject subject;
    uint8_t digests[2][CATALOG_HASH_SIZE]; /* by enum catalog_hash */
    bool matched;                          /* some member of a catalog has its hash */
    bool covered;                          /* one whose hash is good enough */
    bool sound;                            /* its own signature is good, or it has none */
};

struct list {
    const char **items; /* ended by NULL where there is one */
    size_t count;
};

struct package {
    struct arena *arena; /* of this check */
    struct diag *diag;
    size_t begun; /* entries that stood there before */
    const char *folder;
    struct verify_trust trust;
    struct entry *entries;
    size_t count, capacity;
    struct list catalogs, certificates;
    struct list told;    /* files that a finding was reported of: what else is wrong with them follows from it */
    struct list changed; /* of them, those that are not as signed */
    bool catalogs_unread, certificates_unread;
    struct verify_summary summary;
};

static bool has_extension(const char *name, const char *extension)
{
    return !strcasecmp(path_extension(name), extension);
}

static void append(struct package *p, struct list *list, const char *path)
{
    const char **longer = arena_array(p->arena, list->count + 2, sizeof *longer);
    if (list->count)
        memcpy(longer, list->items, list->count * sizeof *longer);
    longer[list->count++] = path;
    list->items = longer;
}

static bool is_told(const struct package *p, const char *relative)
{
    for (size_t i = 0; i < p->told.count; i++)
        if (!strcasecmp(p->told.items[i], relative))
            return true;
    return false;
}

/* Catalogs know names, not folders. */
static bool is_name_told(const struct package *p, const char *name)
{
    for (size_t i = 0; i < p->told.count; i++)
        if (!strcasecmp(path_name(p->told.items[i]), name))
            return true;
    return false;
}

static void tell(struct package *p, const char *file)
{
    append(p, &p->told, file);
}

static void tell_changed(struct package *p, const char *file)
{
    tell(p, file);
    append(p, &p->changed, file);
}

/* ---- Reading ---- */

static bool add_entry(struct package *p, const char *relative, const char *path, struct bytes content)
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
    *entry = (struct entry){.relative = relative, .path = path, .content = content, .sound = true};
    for (enum catalog_hash hash = CATALOG_SHA1; hash <= CATALOG_SHA256; hash++)
        if (!catalog_hash_file(content, path, hash, entry->digests[hash], &entry->subject, p->diag))
            return false;
    p->count++;
    return true;
}

static bool add_certificate(struct package *p, const char *path, struct bytes content)
{
    if (!trust_holds_certificate(content))
        return diag_error(p->diag, CODE_SIG1002, diag_in_file(path), "there is no certificate in %s", path);
    append(p, &p->certificates, path);
    return true;
}

static bool take(struct package *p, const char *relative, const char *path)
{
    struct bytes content;
    if (!file_read(path, p->arena, &content, p->diag) || !sign_refuse_private_key(path, content, p->diag))
        return false;
    if (has_extension(relative, ".cer"))
        return add_certificate(p, path, content);
    return add_entry(p, relative, path, content);
}

/* Catalogs are left for later; everything else is read, unless what is wrong with it is known. */
static bool collect(struct package *p, const char *relative_folder)
{
    const char *folder = *relative_folder ? path_join(p->arena, p->folder, relative_folder) : p->folder;
    char **names = folder_list(folder, p->arena, NULL, p->diag);
    bool ok = names;
    for (; names && *names; names++) {
        const char *relative = *relative_folder ? path_join(p->arena, relative_folder, *names) : *names;
        const char *path = path_join(p->arena, p->folder, relative);
        if (path_is_folder(path) && !path_is_link(path)) {
            ok = collect(p, relative) && ok;
        } else if (has_extension(relative, ".cat")) {
            append(p, &p->catalogs, relative);
        } else if (is_told(p, relative) || !take(p, relative, path)) {
            p->certificates_unread |= has_extension(relative, ".cer");
            tell(p, relative);
            ok = false;
        }
    }
    return ok;
}

/* One signer signs many files; that he is not believed is said of the first. Takes what was reported of one. */
static void report_new(struct package *p, struct diag *found)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct diag_entry *entry = &found->entries[i];
        bool said = false;
        for (size_t s = p->begun; s < p->diag->count && !said; s++)
            said = p->diag->entries[s].code == entry->code && !strcmp(p->diag->entries[s].message, entry->message);
        if (said)
            continue;
        diag_report(p->diag, entry->severity, entry->code, entry->place, "%s", entry->message);
        if (entry->help)
            diag_help(p->diag, "%s", entry->help);
    }
    diag_free(found);
}

/* ---- Images ---- */

/* A driver that Windows loads before it can look into catalogs must be signed itself. */
static void note_unsigned(struct package *p, const struct entry *entry)
{
    if (!has_extension(entry->relative, ".sys"))
        return;
    diag_note(p->diag, CODE_SIG2001, diag_in_file(entry->path),
              "%s has no signature of its own, only the catalog's: not enough for a driver that starts at boot",
              entry->relative);
    diag_help(p->diag, "sign it with `cwdk sign` before the catalog is made; Windows takes a signed image everywhere");
}

static bool check_image(struct package *p, struct entry *entry)
{
    struct authenticode_layout layout;
    struct verify_signer signer;
    struct diag found = {0};
    if (entry->subject != CATALOG_SUBJECT_PE || authenticode_locate(entry->content.data, entry->content.size, &layout))
        return true;
    if (!layout.certificates.size) {
        note_unsigned(p, entry);
        return true;
    }
    entry->sound = verify_image(entry->content, entry->path, &p->trust, p->arena, &signer, &found);
    report_new(p, &found);
    p->summary.images += entry->sound;
    p->summary.pages += entry->sound ? signer.page_hashes : 0;
    if (signer.changed)
        tell_changed(p, entry->relative);
    return entry->sound;
}

/* ---- Catalogs ---- */

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

/* Says what became of the file that a member stands for, where no file has its hash. A file has several members, but
 * what befell it is one finding. */
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
    if (named ? is_told(p, named->relative) : member->file && is_name_told(p, member->file))
        return false;
    if (named) {
        tell_changed(p, named->relative);
        return diag_error(p->diag, CODE_SIG2013, diag_in_file(named->path),
                          "%s is not the file that the catalog %s lists: its hash differs", named->relative,
                          path_name(catalog));
    }
    if (member->file)
        tell(p, member->file);
    return diag_error(p->diag, CODE_SIG2014, diag_in_file(catalog),
                      "the catalog %s lists %s (%s %s), which is not in the package", path_name(catalog),
                      member->file ? member->file : "a file", catalog_hash_name(member->hash), member->tag);
}

static bool check_catalog(struct package *p, const char *relative)
{
    const char *path = path_join(p->arena, p->folder, relative);
    struct bytes content;
    struct catalog catalog = {0};
    struct verify_signer signer;
    struct diag found = {0};
    if (is_told(p, relative) || !file_read(path, p->arena, &content, p->diag)) {
        p->catalogs_unread = true;
        return false;
    }
    bool ok = sign_refuse_private_key(path, content, p->diag);
    ok = verify_catalog(content, path, &p->trust, p->arena, &catalog, &signer, &found) && ok;
    report_new(p, &found);
    /* Of a list that was changed after it was signed, nothing follows for the files. */
    if (catalog.version == CATALOG_ANY_VERSION || signer.changed) {
        p->catalogs_unread = true;
        return false;
    }
    mark_members(p, &catalog);
    for (size_t i = 0; i < catalog.member_count; i++)
        ok = check_member(p, path, &catalog.members[i]) && ok;
    p->summary.catalogs += ok;
    p->summary.members += ok ? catalog.member_count : 0;
    return ok;
}

/* Does no INF of the package copy the file? Where an INF could not be read, nobody knows: false. Names compare without
 * regard to case, as in INFs. */
static bool is_uncopied(struct package *p, const struct entry *file)
{
    size_t infs = 0;
    for (size_t i = 0; i < p->count; i++) {
        const struct entry *entry = &p->entries[i];
        if (!has_extension(entry->relative, ".inf") || strchr(entry->relative, '/'))
            continue;
        struct diag unwanted = {0};
        const struct inf *inf = inf_read(entry->path, p->arena, &unwanted);
        diag_free(&unwanted);
        if (!inf || entry == file)
            return false;
        size_t count;
        const struct inf_file *copied = inf_files(inf, INF_ARCH_NONE, p->arena, &count);
        for (size_t f = 0; f < count; f++)
            if (inf_same(copied[f].path, file->relative))
                return false;
        infs++;
    }
    return infs > 0;
}

/* What a catalog lists that could not be read is not known. That no INF copies a file is said by those who look at the
 * package's files; a catalog need not list it. */
static bool check_listed(struct package *p, const struct entry *entry)
{
    p->summary.files += entry->covered && entry->sound;
    if (entry->covered || p->catalogs_unread || is_told(p, entry->relative))
        return entry->covered;
    if (is_uncopied(p, entry))
        return true;
    diag_error(p->diag, CODE_SIG2012, diag_in_file(entry->path), "no catalog of the package lists %s", entry->relative);
    diag_help(p->diag, "make the catalog anew with `cwdk catalog`, then sign it");
    return false;
}

static bool check(struct package *p)
{
    bool ok = collect(p, "");
    if (!p->catalogs.count) {
        diag_error(p->diag, CODE_SIG2010, diag_in_file(p->folder), "there is no catalog in %s", p->folder);
        diag_help(p->diag, "make one with `cwdk catalog`, then sign it");
        ok = false;
    }
    if ((!p->trust.certificates || !*p->trust.certificates) && !p->trust.system) {
        p->trust.certificates = p->certificates.items;
        p->trust.unreadable = p->certificates_unread && !p->certificates.count;
    }
    for (size_t i = 0; i < p->count; i++)
        ok = check_image(p, &p->entries[i]) && ok;
    for (size_t i = 0; i < p->catalogs.count; i++)
        ok = check_catalog(p, p->catalogs.items[i]) && ok;
    for (size_t i = 0; p->catalogs.count && i < p->count; i++)
        ok = check_listed(p, &p->entries[i]) && ok;
    return ok;
}

static const char *const *kept(const struct list *list, struct arena *a)
{
    const char **copy = arena_array(a, list->count + 1, sizeof *copy);
    for (size_t i = 0; i < list->count; i++)
        copy[i] = arena_string(a, list->items[i]);
    return copy;
}

bool verify_package(const struct verify_request *request, struct arena *a, struct verify_summary *summary,
                    struct diag *d)
{
    struct arena arena = {0};
    struct package p = {
        .arena = &arena, .diag = d, .begun = d->count, .folder = request->folder, .trust = request->trust};
    if (!path_is_folder(request->folder))
        return diag_error(d, CODE_ENV0001, diag_in_file(request->folder), "%s is not a folder", request->folder);
    if (!verify_trust_usable(&request->trust, a, d))
        return false;
    for (const char *const *known = request->known; known && *known; known++)
        tell(&p, *known);
    const bool ok = check(&p);
    if (summary) {
        *summary = p.summary;
        summary->changed = kept(&p.changed, a);
    }
    arena_free(&arena);
    return ok;
}
