/* Reads a catalog from bytes that may come from anywhere. */
#include "cwdk/catalog/catalog.h"
#include "cwdk/catalog/ctl.h"
#include "cwdk/catalog/text.h"
#include "cwdk/diag/codes.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <string.h>

struct reader {
    struct arena *arena;
    struct diag *diag;
    const char *path;
    struct catalog *catalog;
};

static bool broken(struct reader *r, const char *code, const char *what)
{
    return diag_error(r->diag, code, diag_in_file(r->path), "%s is no usable catalog: %s", r->path, what);
}

static bool is_object(const ASN1_OBJECT *object, const char *oid)
{
    char text[80];
    return OBJ_obj2txt(text, sizeof text, object, 1) > 0 && !strcmp(text, oid);
}

static const uint8_t *string_data(const ASN1_STRING *string, size_t *size)
{
    *size = (size_t)ASN1_STRING_length(string);
    return ASN1_STRING_get0_data(string);
}

static char *bmp_text(struct reader *r, const ASN1_STRING *string)
{
    size_t size;
    const uint8_t *data = string_data(string, &size);
    return text_from_utf16(r->arena, data, size, TEXT_BIG_ENDIAN);
}

/* A name and value out of its DER. */
static bool read_pair(struct reader *r, const uint8_t *data, size_t size, struct catalog_attribute *out)
{
    NAME_VALUE *pair = d2i_NAME_VALUE(NULL, &data, (long)size);
    if (!pair)
        return broken(r, CODE_CAT2003, "an attribute is not a name with a value");
    uint64_t flags;
    size_t length;
    const uint8_t *value = string_data(pair->value, &length);
    out->name = bmp_text(r, pair->name);
    out->value = text_from_utf16(r->arena, value, length, TEXT_LITTLE_ENDIAN);
    out->flags = ASN1_INTEGER_get_uint64(&flags, pair->flags) ? (uint32_t)flags : 0;
    NAME_VALUE_free(pair);
    return true;
}

static bool read_digest(struct reader *r, const uint8_t *data, size_t size, struct catalog_member *member, bool *found)
{
    INDIRECT_DATA *indirect = d2i_INDIRECT_DATA(NULL, &data, (long)size);
    if (!indirect)
        return broken(r, CODE_CAT2003, "the hash of a member is malformed");
    const X509_ALGOR *algorithm;
    const ASN1_OCTET_STRING *digest;
    const ASN1_OBJECT *oid;
    X509_SIG_get0(indirect->digest, &algorithm, &digest);
    X509_ALGOR_get0(&oid, NULL, NULL, algorithm);
    const int nid = OBJ_obj2nid(oid);
    size_t length;
    const uint8_t *bytes = string_data(digest, &length);
    bool ok = (nid == NID_sha1 && length == 20) || (nid == NID_sha256 && length == 32);
    if (ok) {
        member->hash = nid == NID_sha1 ? CATALOG_SHA1 : CATALOG_SHA256;
        memcpy(member->digest, bytes, length);
        *found = true;
        if (is_object(indirect->data->type, OID_PE_IMAGE_DATA))
            member->subject = CATALOG_SUBJECT_PE;
        else if (is_object(indirect->data->type, OID_FLAT_DATA))
            member->subject = CATALOG_SUBJECT_FLAT;
    }
    INDIRECT_DATA_free(indirect);
    return ok || broken(r, CODE_CAT2003, "a member's hash is neither SHA-1 nor SHA-256, or of the wrong length");
}

static bool read_attribute(struct reader *r, X509_ATTRIBUTE *attribute, struct catalog_member *member,
                           struct catalog_attribute *pairs, bool *digest_found)
{
    const ASN1_OBJECT *oid = X509_ATTRIBUTE_get0_object(attribute);
    const ASN1_TYPE *value = X509_ATTRIBUTE_get0_type(attribute, 0);
    if (!value || X509_ATTRIBUTE_count(attribute) != 1)
        return broken(r, CODE_CAT2003, "a member's attribute has not exactly one value");
    const bool sequence = value->type == V_ASN1_SEQUENCE;
    size_t size = 0;
    const uint8_t *data = sequence || value->type == V_ASN1_OTHER ? string_data(value->value.asn1_string, &size) : NULL;

    if (is_object(oid, OID_NAME_VALUE)) {
        struct catalog_attribute *pair = &pairs[member->attribute_count];
        if (!sequence || !read_pair(r, data, size, pair))
            return sequence ? false : broken(r, CODE_CAT2003, "an attribute is not a name with a value");
        member->attribute_count++;
        if (!strcmp(pair->name, "File"))
            member->file = pair->value;
        return true;
    }
    if (is_object(oid, OID_INDIRECT_DATA))
        return sequence ? read_digest(r, data, size, member, digest_found)
                        : broken(r, CODE_CAT2003, "the hash of a member is malformed");
    if (is_object(oid, OID_MEMBER_INFO_V2) && member->subject == CATALOG_SUBJECT_OTHER && size)
        member->subject = data[0] == 0x80   ? CATALOG_SUBJECT_PE
                          : data[0] == 0x82 ? CATALOG_SUBJECT_FLAT
                                            : CATALOG_SUBJECT_OTHER;
    return true;
}

/* The tag as hexadecimal: bytes in version 2, UTF-16 letters in version 1. */
static char *tag_text(struct reader *r, const ASN1_OCTET_STRING *tag)
{
    size_t size;
    const uint8_t *data = string_data(tag, &size);
    if (r->catalog->version == CATALOG_V1)
        return text_from_utf16(r->arena, data, size, TEXT_LITTLE_ENDIAN);
    return text_hex(r->arena, data, size);
}

static bool read_member(struct reader *r, const CTL_ENTRY *entry, struct catalog_member *member)
{
    const int count = sk_X509_ATTRIBUTE_num(entry->attributes);
    if (count > CATALOG_ATTRIBUTE_LIMIT)
        return broken(r, CODE_CAT2004, "a member has more than 65536 attributes");
    struct catalog_attribute *pairs = arena_array(r->arena, (size_t)count, sizeof *pairs);
    bool digest_found = false;
    member->attributes = pairs;
    member->tag = tag_text(r, entry->tag);
    for (int i = 0; i < count; i++)
        if (!read_attribute(r, sk_X509_ATTRIBUTE_value(entry->attributes, i), member, pairs, &digest_found))
            return false;

    /* The SHA-1 members of version 2 say their hash by the tag alone. */
    uint8_t named[CATALOG_HASH_SIZE];
    size_t size = 0;
    const bool tag_is_hash = text_unhex(member->tag, named, sizeof named, &size) && (size == 20 || size == 32);
    if (!digest_found) {
        if (!tag_is_hash)
            return broken(r, CODE_CAT2003, "a member has no hash");
        member->hash = size == 20 ? CATALOG_SHA1 : CATALOG_SHA256;
        memcpy(member->digest, named, size);
    } else if (tag_is_hash && (size != catalog_hash_size(member->hash) || memcmp(named, member->digest, size) != 0)) {
        return broken(r, CODE_CAT2003, "a member's tag and hash contradict each other");
    }
    return true;
}

static bool read_members(struct reader *r, const CTL *list)
{
    const int count = list->entries ? sk_CTL_ENTRY_num(list->entries) : 0;
    if (count > CATALOG_MEMBER_LIMIT)
        return broken(r, CODE_CAT2004, "it has more than 65536 members");
    struct catalog_member *members = arena_array(r->arena, (size_t)count, sizeof *members);
    r->catalog->members = members;
    r->catalog->member_count = (size_t)count;
    for (int i = 0; i < count; i++)
        if (!read_member(r, sk_CTL_ENTRY_value(list->entries, i), &members[i]))
            return false;
    return true;
}

static bool read_extensions(struct reader *r, const CTL *list)
{
    const int count = list->extensions ? sk_X509_EXTENSION_num(list->extensions) : 0;
    if (count > CATALOG_ATTRIBUTE_LIMIT)
        return broken(r, CODE_CAT2004, "it has more than 65536 attributes");
    struct catalog_attribute *pairs = arena_array(r->arena, (size_t)count, sizeof *pairs);
    r->catalog->attributes = pairs;
    for (int i = 0; i < count; i++) {
        X509_EXTENSION *extension = sk_X509_EXTENSION_value(list->extensions, i);
        size_t size;
        const uint8_t *data = string_data(X509_EXTENSION_get_data(extension), &size);
        if (!is_object(X509_EXTENSION_get_object(extension), OID_NAME_VALUE))
            continue;
        if (!read_pair(r, data, size, &pairs[r->catalog->attribute_count]))
            return false;
        r->catalog->attribute_count++;
    }
    return true;
}

static bool read_list(struct reader *r, const CTL *list)
{
    struct tm time = {0};
    const ASN1_OBJECT *algorithm;
    X509_ALGOR_get0(&algorithm, NULL, NULL, list->algorithm);
    if (sk_ASN1_OBJECT_num(list->usage) != 1 || !is_object(sk_ASN1_OBJECT_value(list->usage, 0), OID_CATALOG_LIST))
        return broken(r, CODE_CAT2002, "it is a certificate trust list of another use");
    if (is_object(algorithm, OID_CATALOG_MEMBER_V1))
        r->catalog->version = CATALOG_V1;
    else if (is_object(algorithm, OID_CATALOG_MEMBER_V2))
        r->catalog->version = CATALOG_V2;
    else
        return broken(r, CODE_CAT2002, "its members are named in an unknown way");
    if (!ASN1_TIME_to_tm(list->this_update, &time))
        return broken(r, CODE_CAT2003, "its date is malformed");
    r->catalog->time = timegm(&time);
    size_t size = 0;
    const uint8_t *data = list->identifier ? string_data(list->identifier, &size) : NULL;
    r->catalog->list_id = text_hex(r->arena, data, size);
    return read_members(r, list) && read_extensions(r, list);
}

/* The trust list inside of the message, or NULL after reporting. */
static CTL *list_of(struct reader *r, const PKCS7 *message)
{
    const PKCS7 *content = PKCS7_type_is_signed(message) && message->d.sign ? message->d.sign->contents : NULL;
    if (!content || !content->type || !is_object(content->type, OID_CTL)) {
        broken(r, CODE_CAT2002, "it is a PKCS#7 message, but has no certificate trust list in it");
        return NULL;
    }
    const ASN1_TYPE *value = content->d.other;
    if (!value || value->type != V_ASN1_SEQUENCE) {
        broken(r, CODE_CAT2002, "its certificate trust list is empty");
        return NULL;
    }
    size_t size;
    const uint8_t *data = string_data(value->value.sequence, &size), *p = data;
    CTL *list = d2i_CTL(NULL, &p, (long)size);
    if (list && p != data + size) {
        CTL_free(list);
        list = NULL;
    }
    if (!list)
        broken(r, CODE_CAT2003, "its certificate trust list is malformed");
    return list;
}

bool catalog_read(struct bytes content, const char *path, struct arena *a, struct catalog *out, struct diag *d)
{
    struct reader r = {.arena = a, .diag = d, .path = path, .catalog = out};
    *out = (struct catalog){0};
    const uint8_t *p = content.data;
    PKCS7 *message = d2i_PKCS7(NULL, &p, (long)content.size);
    bool ok = false;
    if (!message)
        broken(&r, CODE_CAT2001, "it is no PKCS#7 message, or ends early");
    else if (p != content.data + content.size)
        broken(&r, CODE_CAT2001, "bytes follow its end");
    else {
        CTL *list = list_of(&r, message);
        ok = list && read_list(&r, list);
        CTL_free(list);
        if (ok && message->d.sign->signer_info)
            out->signer_count = (size_t)sk_PKCS7_SIGNER_INFO_num(message->d.sign->signer_info);
    }
    PKCS7_free(message);
    ERR_clear_error();
    return ok;
}
