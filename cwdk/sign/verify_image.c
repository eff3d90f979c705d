/* Verifies the signature embedded in an image. */
#include "cwdk/diag/codes.h"
#include "cwdk/sign/message.h"
#include "cwdk/sign/spc.h"
#include "cwdk/sign/verify.h"
#include "ntsim/pe/authenticode.h"
#include "ntsim/pe/format.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <string.h>

struct checking {
    struct bytes image;
    const char *path;
    struct authenticode_layout layout;
    struct arena *arena;
    struct diag *diag;
};

static bool malformed(const struct checking *c, const char *how)
{
    return diag_error(c->diag, CODE_SIG2002, diag_in_file(c->path), "the signature of the image %s is malformed: %s",
                      path_name(c->path), how);
}

static uint32_t get32(const uint8_t *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* The PKCS#7 message of the one entry in the certificate table, or NULL after reporting. */
static PKCS7 *read_message(const struct checking *c)
{
    const struct authenticode_range table = c->layout.certificates;
    const uint8_t *entry = c->image.data + table.offset;
    if (table.size <= PE_CERT_HEADER || get32(entry + PE_CERT_LENGTH) > table.size ||
        get32(entry + PE_CERT_LENGTH) <= PE_CERT_HEADER ||
        (entry[PE_CERT_TYPE] | entry[PE_CERT_TYPE + 1] << 8) != PE_CERT_PKCS7) {
        malformed(c, "the certificate table has no entry that fits into it");
        return NULL;
    }
    const uint32_t length = get32(entry + PE_CERT_LENGTH);
    const unsigned char *p = entry + PE_CERT_HEADER;
    PKCS7 *message = d2i_PKCS7(NULL, &p, (long)(length - PE_CERT_HEADER));
    ERR_clear_error();
    if (!message) {
        malformed(c, "the certificate table holds no PKCS#7 message");
        return NULL;
    }
    /* Up to seven zeros round the entry up; anything else behind the message would be data that nobody signed. */
    const uint8_t *const end = entry + table.size;
    bool clean = end - p < 8;
    for (; clean && p < end; p++)
        clean = !*p;
    if (clean)
        return message;
    malformed(c, "bytes follow it in the certificate table");
    PKCS7_free(message);
    return NULL;
}

static void hash_ranges(const struct checking *c, const EVP_MD *md, const struct authenticode_range *ranges,
                        uint64_t padding, uint8_t digest[EVP_MAX_MD_SIZE])
{
    static const uint8_t zeros[4096];
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool ok = context && EVP_DigestInit_ex(context, md, NULL);
    for (size_t i = 0; ok && i < AUTHENTICODE_RANGES; i++)
        ok = EVP_DigestUpdate(context, c->image.data + ranges[i].offset, ranges[i].size);
    for (uint64_t left = padding; ok && left;) {
        const size_t part = left < sizeof zeros ? (size_t)left : sizeof zeros;
        ok = EVP_DigestUpdate(context, zeros, part);
        left -= part;
    }
    if (!ok || !EVP_DigestFinal_ex(context, digest, NULL))
        memory_exhausted();
    EVP_MD_CTX_free(context);
}

/* The octets of the page hash attribute and the hash they are made with; empty where the image has no page hashes. */
static bool find_page_hashes(const struct checking *c, const INDIRECT_DATA *indirect, struct bytes *list,
                             const EVP_MD **md)
{
    const ASN1_TYPE *value = indirect->data->value;
    *list = (struct bytes){0};
    if (!value || value->type != V_ASN1_SEQUENCE)
        return true;
    const unsigned char *p = ASN1_STRING_get0_data(value->value.sequence);
    IMAGE_DATA *data = d2i_IMAGE_DATA(NULL, &p, ASN1_STRING_length(value->value.sequence));
    if (!data)
        return malformed(c, "its description of the image cannot be read");
    ATTRIBUTE_SET *set = NULL;
    bool ok = true;
    if (data->file && data->file->type == 1) {
        const ASN1_OCTET_STRING *object = data->file->value.object->data;
        p = ASN1_STRING_get0_data(object);
        set = (ATTRIBUTE_SET *)ASN1_item_d2i(NULL, &p, ASN1_STRING_length(object), ASN1_ITEM_rptr(ATTRIBUTE_SET));
        ok = set || malformed(c, "its page hashes cannot be read");
    }
    for (int i = 0; set && i < sk_X509_ATTRIBUTE_num(set); i++) {
        X509_ATTRIBUTE *attribute = sk_X509_ATTRIBUTE_value(set, i);
        const ASN1_OBJECT *oid = X509_ATTRIBUTE_get0_object(attribute);
        const ASN1_TYPE *hashes = X509_ATTRIBUTE_get0_type(attribute, 0);
        const bool sha256 = message_is_object(oid, OID_PAGE_HASHES_SHA256);
        if ((!sha256 && !message_is_object(oid, OID_PAGE_HASHES_SHA1)) || !hashes ||
            hashes->type != V_ASN1_OCTET_STRING)
            continue;
        const ASN1_STRING *octets = hashes->value.octet_string;
        const size_t size = (size_t)ASN1_STRING_length(octets);
        *list = (struct bytes){arena_copy(c->arena, ASN1_STRING_get0_data(octets), size), size};
        *md = sha256 ? EVP_sha256() : EVP_sha1();
    }
    sk_X509_ATTRIBUTE_pop_free(set, X509_ATTRIBUTE_free);
    IMAGE_DATA_free(data);
    return ok;
}

/* The pages that do not have their hash: the first of them, and how many follow. */
struct changed_pages {
    struct authenticode_page first;
    size_t number, count;
};

static bool pages_changed(const struct checking *c, const struct changed_pages *changed)
{
    const struct authenticode_page *page = &changed->first;
    const char *more = changed->count > 1 ? arena_format(c->arena, "; %zu more pages, too", changed->count - 1) : "";
    if (!page->section)
        diag_error(c->diag, CODE_SIG2004, diag_in_file(c->path),
                   "the headers of %s (page 0) were changed after it was signed%s", path_name(c->path), more);
    else
        diag_error(c->diag, CODE_SIG2004, diag_in_file(c->path),
                   "page %zu of %s was changed after it was signed: file offset 0x%x, RVA 0x%x, section %s%s",
                   changed->number, path_name(c->path), page->file_offset, page->rva, page->section->name, more);
    diag_help(c->diag, "put the signed file back, or sign it and make its catalog anew");
    return false;
}

/* Every page in turn: its offset in the file and its hash, then an entry for the end. */
static bool check_pages(const struct checking *c, const INDIRECT_DATA *indirect, size_t *count)
{
    struct bytes list;
    const EVP_MD *md = NULL;
    *count = 0;
    if (!find_page_hashes(c, indirect, &list, &md))
        return false;
    if (!list.size)
        return true;
    const size_t hash_size = (size_t)EVP_MD_get_size(md), entry_size = 4 + hash_size;
    struct authenticode_walk walk = {0};
    struct authenticode_page page;
    struct changed_pages changed = {0};
    const uint8_t *entry = list.data, *const end = list.data + list.size;
    for (; authenticode_page(&c->layout, &walk, &page); entry += entry_size) {
        uint8_t digest[EVP_MAX_MD_SIZE];
        if ((size_t)(end - entry) < entry_size)
            return malformed(c, "it has too few page hashes");
        if (get32(entry) != page.file_offset)
            return malformed(c, "its page hashes are not those of this image's sections");
        hash_ranges(c, md, page.covered, page.padding, digest);
        if (memcmp(digest, entry + 4, hash_size) != 0 && !changed.count++) {
            changed.first = page;
            changed.number = *count;
        }
        ++*count;
    }
    if ((size_t)(end - entry) != entry_size || get32(entry) != authenticode_end(&c->layout))
        return malformed(c, "its page hashes do not end with the image's last section");
    return !changed.count || pages_changed(c, &changed);
}

/* The hash of the whole image. `told` where what is wrong with it was reported already. */
static bool check_digest(const struct checking *c, const INDIRECT_DATA *indirect, bool told)
{
    const X509_ALGOR *algorithm;
    const ASN1_OCTET_STRING *stored;
    const ASN1_OBJECT *oid;
    X509_SIG_get0(indirect->digest, &algorithm, &stored);
    X509_ALGOR_get0(&oid, NULL, NULL, algorithm);
    const EVP_MD *md = EVP_get_digestbyobj(oid);
    if (told)
        return false;
    if (!md || EVP_MD_get_size(md) < 32 || ASN1_STRING_length(stored) != EVP_MD_get_size(md)) {
        diag_error(c->diag, CODE_SIG2009, diag_in_file(c->path), "the image %s is hashed with %s, expected SHA-256",
                   path_name(c->path), OBJ_nid2sn(OBJ_obj2nid(oid)));
        diag_help(c->diag, "sign with SHA-256");
        return false;
    }
    uint8_t digest[EVP_MAX_MD_SIZE];
    hash_ranges(c, md, c->layout.covered, c->layout.padding, digest);
    if (!memcmp(digest, ASN1_STRING_get0_data(stored), (size_t)EVP_MD_get_size(md)))
        return true;
    diag_error(c->diag, CODE_SIG2003, diag_in_file(c->path),
               "%s was changed after it was signed: its hash is not the signed one", path_name(c->path));
    diag_help(c->diag, "put the signed file back, or sign it and make its catalog anew");
    return false;
}

/* `weak` where the signature's own hash was refused; the image's, which is the same, need not be as well. */
static bool check_content(const struct checking *c, const PKCS7 *message, bool weak, size_t *pages)
{
    struct bytes inside, whole;
    INDIRECT_DATA *indirect = NULL;
    if (message_content(message, OID_INDIRECT_DATA, &inside, &whole)) {
        const unsigned char *p = whole.data;
        indirect = d2i_INDIRECT_DATA(NULL, &p, (long)whole.size);
    }
    if (!indirect || !message_is_object(indirect->data->type, OID_PE_IMAGE_DATA)) {
        INDIRECT_DATA_free(indirect);
        ERR_clear_error();
        return malformed(c, "it does not sign an image");
    }
    const bool pages_fit = check_pages(c, indirect, pages), whole_fits = check_digest(c, indirect, weak || !pages_fit);
    INDIRECT_DATA_free(indirect);
    ERR_clear_error();
    return whole_fits && pages_fit;
}

bool verify_image(struct bytes content, const char *path, const struct verify_trust *trust, struct arena *a,
                  struct verify_signer *signer, struct diag *d)
{
    struct verify_signer unwanted = {0};
    struct checking c = {.image = content, .path = path, .arena = a, .diag = d};
    signer = signer ? signer : &unwanted;
    *signer = (struct verify_signer){0};
    const char *wrong = authenticode_locate(content.data, content.size, &c.layout);
    if (wrong)
        return diag_error(d, CODE_SIG2002, diag_in_file(path), "%s cannot be verified as an image: %s", path_name(path),
                          wrong);
    if (!c.layout.certificates.size) {
        diag_error(d, CODE_SIG2001, diag_in_file(path), "the image %s has no signature", path_name(path));
        diag_help(d, "sign it with `cwdk sign`, or build with --sign-mode test");
        return false;
    }
    signer->changed = true;
    PKCS7 *message = read_message(&c);
    if (!message)
        return false;
    const bool believed = message_verify(message, OID_INDIRECT_DATA, "image", path, trust, a, signer, d);
    /* A signature that is damaged itself says nothing of the image. */
    const bool weak = signer->digest && EVP_MD_get_size(EVP_get_digestbyname(signer->digest)) < 32;
    const bool fits = !signer->changed && check_content(&c, message, weak, &signer->page_hashes);
    signer->changed = !fits && !weak;
    PKCS7_free(message);
    return fits && believed;
}
