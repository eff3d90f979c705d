/* Writes a catalog as ASN.1. */
#include "cwdk/catalog/catalog.h"
#include "cwdk/catalog/ctl.h"
#include "cwdk/catalog/text.h"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <stdlib.h>
#include <string.h>

/* What is still to be told of one member: the tag's bytes are sorted by, as Inf2Cat does. */
struct pending {
    const char *name;
    enum catalog_subject subject;
    enum catalog_hash hash;
    uint8_t digest[CATALOG_HASH_SIZE];
    const uint8_t *tag;
    size_t tag_size;
};

/* OpenSSL fails to make a value only when memory is out. */
static void *made(void *value)
{
    if (!value)
        memory_exhausted();
    return value;
}

static void done(bool ok)
{
    if (!ok)
        memory_exhausted();
}

static ASN1_OBJECT *object(const char *oid)
{
    return made(OBJ_txt2obj(oid, 1));
}

/* The DER of a value, in the arena. */
static struct bytes der(struct arena *a, const void *value, const ASN1_ITEM *item)
{
    unsigned char *data = NULL;
    const int size = ASN1_item_i2d(value, &data, item);
    done(size >= 0);
    const struct bytes result = {arena_copy(a, data, (size_t)size), (size_t)size};
    OPENSSL_free(data);
    return result;
}

static ASN1_STRING *utf16_string(struct arena *a, const char *text)
{
    size_t size;
    const uint8_t *units = text_to_utf16(a, text, TEXT_BIG_ENDIAN, false, &size);
    ASN1_STRING *string = made(ASN1_STRING_type_new(V_ASN1_BMPSTRING));
    done(ASN1_STRING_set(string, units, (int)size));
    return string;
}

/* An attribute with one value, a SEQUENCE given as DER. */
static void add_attribute(STACK_OF(X509_ATTRIBUTE) * list, const char *oid, struct bytes value)
{
    ASN1_OBJECT *const name = object(oid);
    X509_ATTRIBUTE *attribute =
        made(X509_ATTRIBUTE_create_by_OBJ(NULL, name, V_ASN1_SEQUENCE, value.data, (int)value.size));
    ASN1_OBJECT_free(name);
    done(sk_X509_ATTRIBUTE_push(list, attribute));
}

static struct bytes name_value(struct arena *a, const char *name, const char *value)
{
    size_t size;
    const uint8_t *units = text_to_utf16(a, value, TEXT_LITTLE_ENDIAN, true, &size);
    NAME_VALUE *pair = made(NAME_VALUE_new());
    ASN1_STRING_free(pair->name);
    pair->name = utf16_string(a, name);
    done(ASN1_INTEGER_set_uint64(pair->flags, CATALOG_ATTRIBUTE_FLAGS));
    done(ASN1_OCTET_STRING_set(pair->value, units, (int)size));
    const struct bytes result = der(a, pair, ASN1_ITEM_rptr(NAME_VALUE));
    NAME_VALUE_free(pair);
    return result;
}

static void add_member_info(struct arena *a, STACK_OF(X509_ATTRIBUTE) * list, enum catalog_version version,
                            enum catalog_subject subject)
{
    const bool pe = subject == CATALOG_SUBJECT_PE;
    if (version == CATALOG_V2) {
        /* The whole attribute: its value is empty, under context tag 0 for images and 2 for flat files.
         * OpenSSL has no setter for a value without a universal tag. */
        uint8_t whole[] = {0x30, 0x10, 0x06, 0x0A, 0x2B, 0x06, 0x01, 0x04, 0x01,
                           0x82, 0x37, 0x0C, 0x02, 0x03, 0x31, 0x02, 0x80, 0x00};
        const unsigned char *p = whole;
        whole[16] = pe ? 0x80 : 0x82;
        done(sk_X509_ATTRIBUTE_push(list, made(d2i_X509_ATTRIBUTE(NULL, &p, sizeof whole))));
        return;
    }
    MEMBER_INFO *info = made(MEMBER_INFO_new());
    ASN1_STRING_free(info->subject);
    info->subject =
        utf16_string(a, pe ? "{C689AAB8-8E78-11D0-8C47-00C04FC295EE}" : "{DE351A42-8E59-11D0-8C47-00C04FC295EE}");
    done(ASN1_INTEGER_set_uint64(info->version, 0x200));
    add_attribute(list, OID_MEMBER_INFO_V1, der(a, info, ASN1_ITEM_rptr(MEMBER_INFO)));
    MEMBER_INFO_free(info);
}

static void add_indirect_data(struct arena *a, STACK_OF(X509_ATTRIBUTE) * list, const struct pending *member)
{
    /* SpcPeImageData: the flags for resources and import tables, and an empty file name; for flat files the
     * name alone. */
    static const uint8_t image[] = {0x30, 0x0A, 0x03, 0x02, 0x05, 0xA0, 0xA0, 0x04, 0xA2, 0x02, 0x80, 0x00};
    static const uint8_t flat[] = {0xA2, 0x02, 0x80, 0x00};
    const bool pe = member->subject == CATALOG_SUBJECT_PE;
    const unsigned char *p = pe ? image : flat;
    INDIRECT_DATA *data = made(INDIRECT_DATA_new());
    X509_ALGOR *algorithm;
    ASN1_OCTET_STRING *digest;

    ASN1_OBJECT_free(data->data->type);
    data->data->type = object(pe ? OID_PE_IMAGE_DATA : OID_FLAT_DATA);
    data->data->value = made(d2i_ASN1_TYPE(NULL, &p, pe ? sizeof image : sizeof flat));
    X509_SIG_getm(data->digest, &algorithm, &digest);
    done(X509_ALGOR_set0(algorithm, OBJ_nid2obj(member->hash == CATALOG_SHA1 ? NID_sha1 : NID_sha256), V_ASN1_NULL,
                         NULL));
    done(ASN1_OCTET_STRING_set(digest, member->digest, (int)catalog_hash_size(member->hash)));
    add_attribute(list, OID_INDIRECT_DATA, der(a, data, ASN1_ITEM_rptr(INDIRECT_DATA)));
    INDIRECT_DATA_free(data);
}

static void add_entry(struct arena *a, CTL *list, const struct catalog_request *request, const struct pending *member)
{
    CTL_ENTRY *entry = made(CTL_ENTRY_new());
    done(ASN1_OCTET_STRING_set(entry->tag, member->tag, (int)member->tag_size));
    add_member_info(a, entry->attributes, request->version, member->subject);
    add_attribute(entry->attributes, OID_NAME_VALUE, name_value(a, "OSAttr", request->os_attr));
    add_attribute(entry->attributes, OID_NAME_VALUE, name_value(a, "File", member->name));
    if (request->version == CATALOG_V1 || member->hash == CATALOG_SHA256)
        add_indirect_data(a, entry->attributes, member);
    done(sk_CTL_ENTRY_push(list->entries, entry));
}

static void add_extension(struct arena *a, CTL *list, const char *name, const char *value)
{
    const struct bytes pair = name_value(a, name, value);
    ASN1_OBJECT *const oid = object(OID_NAME_VALUE);
    ASN1_OCTET_STRING *data = made(ASN1_OCTET_STRING_new());
    done(ASN1_OCTET_STRING_set(data, pair.data, (int)pair.size));
    X509_EXTENSION *extension = made(X509_EXTENSION_create_by_OBJ(NULL, oid, 0, data));
    ASN1_OCTET_STRING_free(data);
    ASN1_OBJECT_free(oid);
    done(sk_X509_EXTENSION_push(list->extensions, extension));
}

struct hardware_id {
    const char *text;
    size_t place;
};

static int compare_ids(const void *left, const void *right)
{
    const struct hardware_id *l = left, *r = right;
    const int order = strcmp(l->text, r->text);
    return order ? order : (l->place > r->place) - (l->place < r->place);
}

static int compare_places(const void *left, const void *right)
{
    const struct hardware_id *l = left, *r = right;
    return (l->place > r->place) - (l->place < r->place);
}

/* The distinct hardware ids in lower case, in the order of their first mention; the INF may have very many. */
static struct hardware_id *distinct_ids(struct arena *a, const char *const *texts, size_t *used)
{
    size_t count = 0;
    while (texts[count])
        count++;
    struct hardware_id *ids = arena_array(a, count + 1, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = (struct hardware_id){text_lower(a, texts[i]), i};
    if (count)
        qsort(ids, count, sizeof *ids, compare_ids);
    *used = 0;
    for (size_t i = 0; i < count; i++)
        if (!*used || strcmp(ids[*used - 1].text, ids[i].text) != 0)
            ids[(*used)++] = ids[i];
    if (*used)
        qsort(ids, *used, sizeof *ids, compare_places);
    return ids;
}

/* The hardware ids are numbered in the order of the INF and stand last one first, behind "OS". */
static void add_extensions(struct arena *a, CTL *list, const struct catalog_request *request)
{
    size_t count;
    const struct hardware_id *ids = distinct_ids(a, request->hardware_ids, &count);
    list->extensions = made(sk_X509_EXTENSION_new_null());
    add_extension(a, list, "OS", request->os);
    for (size_t i = count; i; i--)
        add_extension(a, list, arena_format(a, "HWID%zu", i), ids[i - 1].text);
}

static int compare_pending(const void *left, const void *right)
{
    const struct pending *l = left, *r = right;
    const size_t shorter = l->tag_size < r->tag_size ? l->tag_size : r->tag_size;
    const int order = memcmp(l->tag, r->tag, shorter);
    if (order)
        return order;
    if (l->tag_size != r->tag_size)
        return l->tag_size < r->tag_size ? -1 : 1;
    return strcmp(l->name, r->name);
}

/* Every (file, hash) pair, sorted; NULL after reporting. */
static struct pending *collect(const struct catalog_request *request, struct arena *a, size_t *count, struct diag *d)
{
    struct pending *list = arena_array(a, request->file_count * 2 + 1, sizeof *list);
    *count = 0;
    for (size_t i = 0; i < request->file_count; i++) {
        const struct catalog_file *file = &request->files[i];
        for (int hash = CATALOG_SHA1; hash <= (request->version == CATALOG_V1 ? CATALOG_SHA1 : CATALOG_SHA256);
             hash++) {
            struct pending *member = &list[(*count)++];
            member->name = text_lower(a, file->name);
            member->hash = (enum catalog_hash)hash;
            if (!catalog_hash_file(file->content, file->path, member->hash, member->digest, &member->subject, d))
                return NULL;
            const size_t size = catalog_hash_size(member->hash);
            member->tag = arena_copy(a, member->digest, size);
            member->tag_size = size;
            if (request->version == CATALOG_V1)
                member->tag =
                    text_to_utf16(a, text_hex(a, member->digest, size), TEXT_LITTLE_ENDIAN, true, &member->tag_size);
        }
    }
    if (*count)
        qsort(list, *count, sizeof *list, compare_pending);
    return list;
}

static CTL *build_list(const struct catalog_request *request, const struct pending *members, size_t count,
                       struct arena *a)
{
    CTL *list = made(CTL_new());
    done(sk_ASN1_OBJECT_push(list->usage, object(OID_CATALOG_LIST)));
    list->identifier = made(ASN1_OCTET_STRING_new());
    const uint8_t none[CATALOG_LIST_ID_SIZE] = {0};
    done(ASN1_OCTET_STRING_set(list->identifier, none, sizeof none));
    done(ASN1_TIME_set(list->this_update, request->time) != NULL);
    done(X509_ALGOR_set0(list->algorithm,
                         object(request->version == CATALOG_V1 ? OID_CATALOG_MEMBER_V1 : OID_CATALOG_MEMBER_V2),
                         V_ASN1_NULL, NULL));
    list->entries = made(sk_CTL_ENTRY_new_null());
    /* Two files of the same bytes are one member: the tag is the member's name. */
    for (size_t i = 0; i < count; i++)
        if (!i || members[i].tag_size != members[i - 1].tag_size ||
            memcmp(members[i].tag, members[i - 1].tag, members[i].tag_size) != 0)
            add_entry(a, list, request, &members[i]);
    add_extensions(a, list, request);

    uint8_t digest[EVP_MAX_MD_SIZE];
    const struct bytes content = der(a, list, ASN1_ITEM_rptr(CTL));
    done(EVP_Digest(content.data, content.size, digest, NULL, EVP_sha256(), NULL));
    done(ASN1_OCTET_STRING_set(list->identifier, digest, CATALOG_LIST_ID_SIZE));
    return list;
}

/* The list as the content of a SignedData that nobody has signed yet. */
static struct bytes wrap(struct arena *a, struct bytes list)
{
    PKCS7 *message = made(PKCS7_new());
    done(PKCS7_set_type(message, NID_pkcs7_signed));
    PKCS7 *content = made(PKCS7_new());
    content->type = object(OID_CTL);
    content->d.other = made(ASN1_TYPE_new());
    ASN1_STRING *text = made(ASN1_STRING_new());
    done(ASN1_STRING_set(text, list.data, (int)list.size));
    ASN1_TYPE_set(content->d.other, V_ASN1_SEQUENCE, text);
    PKCS7_free(message->d.sign->contents);
    message->d.sign->contents = content;
    const struct bytes result = der(a, message, ASN1_ITEM_rptr(PKCS7));
    PKCS7_free(message);
    return result;
}

bool catalog_encode(const struct catalog_request *request, struct arena *a, struct bytes *out, struct diag *d)
{
    size_t count;
    const struct pending *members = collect(request, a, &count, d);
    if (!members)
        return false;
    CTL *list = build_list(request, members, count, a);
    *out = wrap(a, der(a, list, ASN1_ITEM_rptr(CTL)));
    CTL_free(list);
    return true;
}
