/* Signed messages. */
#include "cwdk/sign/message.h"
#include "cwdk/diag/codes.h"
#include "cwdk/sign/spc.h"
#include "cwdk/sign/timestamp.h"
#include "cwdk/sign/trust.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <string.h>

bool message_is_object(const ASN1_OBJECT *object, const char *oid)
{
    char text[80];
    return object && OBJ_obj2txt(text, sizeof text, object, 1) > 0 && !strcmp(text, oid);
}

bool message_content(const PKCS7 *message, const char *content_oid, struct bytes *inside, struct bytes *whole)
{
    const PKCS7 *content = PKCS7_type_is_signed(message) && message->d.sign ? message->d.sign->contents : NULL;
    if (!content || !message_is_object(content->type, content_oid) || !content->d.other ||
        content->d.other->type != V_ASN1_SEQUENCE)
        return false;
    const ASN1_STRING *string = content->d.other->value.sequence;
    const unsigned char *data = ASN1_STRING_get0_data(string), *p = data;
    long length;
    int tag, class;
    *whole = (struct bytes){data, (size_t)ASN1_STRING_length(string)};
    if (ASN1_get_object(&p, &length, &tag, &class, (long)whole->size) != V_ASN1_CONSTRUCTED || tag != V_ASN1_SEQUENCE)
        return false;
    *inside = (struct bytes){p, (size_t)length};
    return true;
}

static bool malformed(const char *what, const char *path, const char *how, struct diag *d)
{
    return diag_error(d, CODE_SIG2002, diag_in_file(path), "the signature of the %s %s is malformed: %s", what,
                      path_name(path), how);
}

/* The certificate the one signer signed with, or NULL after reporting. */
static X509 *signer_of(PKCS7 *message, PKCS7_SIGNER_INFO **info, const char *what, const char *path, struct diag *d)
{
    STACK_OF(PKCS7_SIGNER_INFO) *infos = PKCS7_get_signer_info(message);
    if (!infos || sk_PKCS7_SIGNER_INFO_num(infos) != 1) {
        malformed(what, path, "it has not exactly one signer", d);
        return NULL;
    }
    *info = sk_PKCS7_SIGNER_INFO_value(infos, 0);
    const PKCS7_ISSUER_AND_SERIAL *wanted = (*info)->issuer_and_serial;
    X509 *signer = message->d.sign->cert
                       ? X509_find_by_issuer_and_serial(message->d.sign->cert, wanted->issuer, wanted->serial)
                       : NULL;
    if (!signer)
        malformed(what, path, "the signer's certificate is not in it", d);
    return signer;
}

static void describe(X509 *certificate, PKCS7_SIGNER_INFO *info, struct arena *a, struct verify_signer *out)
{
    const ASN1_OBJECT *digest;
    X509_ALGOR_get0(&digest, NULL, NULL, info->digest_alg);
    out->subject = trust_name(X509_get_subject_name(certificate), a);
    out->issuer = trust_name(X509_get_issuer_name(certificate), a);
    out->digest = arena_string(a, OBJ_nid2sn(OBJ_obj2nid(digest)));
    out->not_before = trust_time(X509_get0_notBefore(certificate));
    out->not_after = trust_time(X509_get0_notAfter(certificate));
    const ASN1_TYPE *time = PKCS7_get_signed_attribute(info, NID_pkcs9_signingTime);
    if (time && (time->type == V_ASN1_UTCTIME || time->type == V_ASN1_GENERALIZEDTIME)) {
        out->has_signing_time = true;
        out->signing_time = trust_time(time->value.asn1_string);
    }
}

/* True where `md` of the content is the signed one. */
static bool digest_fits(PKCS7_SIGNER_INFO *info, const EVP_MD *md, struct bytes content)
{
    uint8_t digest[EVP_MAX_MD_SIZE];
    unsigned size;
    const ASN1_TYPE *stored = PKCS7_get_signed_attribute(info, NID_pkcs9_messageDigest);
    return stored && stored->type == V_ASN1_OCTET_STRING &&
           EVP_Digest(content.data, content.size, digest, &size, md, NULL) &&
           (unsigned)ASN1_STRING_length(stored->value.octet_string) == size &&
           !memcmp(ASN1_STRING_get0_data(stored->value.octet_string), digest, size);
}

/* True where the signed attributes, encoded as a SET as RFC 2315 wants them, are what the signer signed. */
static bool attributes_fit(PKCS7_SIGNER_INFO *info, const EVP_MD *md, X509 *certificate)
{
    unsigned char *attributes = NULL;
    const int size = ASN1_item_i2d((ASN1_VALUE *)info->auth_attr, &attributes, ASN1_ITEM_rptr(PKCS7_ATTR_VERIFY));
    EVP_PKEY *key = X509_get0_pubkey(certificate);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const bool ok = size > 0 && key && context && EVP_DigestVerifyInit(context, NULL, md, NULL, key) == 1 &&
                    EVP_DigestVerify(context, ASN1_STRING_get0_data(info->enc_digest),
                                     (size_t)ASN1_STRING_length(info->enc_digest), attributes, (size_t)size) == 1;
    EVP_MD_CTX_free(context);
    OPENSSL_free(attributes);
    ERR_clear_error();
    return ok;
}

/* The signature must be over this type of content, over its hash, and good. PKCS7_verify is not used: given hostile
 * input, OpenSSL 3.0's leaks. */
static bool check_signature(PKCS7_SIGNER_INFO *info, X509 *certificate, struct bytes content, const char *content_oid,
                            const char *what, const char *path, bool *changed, struct diag *d)
{
    const ASN1_TYPE *type = PKCS7_get_signed_attribute(info, NID_pkcs9_contentType);
    if (!type || type->type != V_ASN1_OBJECT || !message_is_object(type->value.object, content_oid))
        return malformed(what, path, "what is signed is not said to be of that kind", d);
    const ASN1_OBJECT *digest;
    X509_ALGOR_get0(&digest, NULL, NULL, info->digest_alg);
    const int nid = OBJ_obj2nid(digest);
    *changed = false;
    if (nid != NID_sha256 && nid != NID_sha384 && nid != NID_sha512) {
        diag_error(d, CODE_SIG2009, diag_in_file(path), "the %s %s is signed with %s, which Windows 10 does not accept",
                   what, path_name(path), OBJ_nid2sn(nid));
        diag_help(d, "sign with SHA-256");
        return false;
    }
    const EVP_MD *md = EVP_get_digestbynid(nid);
    *changed = !digest_fits(info, md, content) || !attributes_fit(info, md, certificate);
    return !*changed || diag_error(d, CODE_SIG2005, diag_in_file(path),
                                   "the signature of the %s %s does not fit: it, or what it signs, was changed", what,
                                   path_name(path));
}

bool message_verify(PKCS7 *message, const char *content_oid, const char *what, const char *path,
                    const struct verify_trust *trust, struct arena *a, struct verify_signer *signer, struct diag *d)
{
    struct bytes inside, whole;
    PKCS7_SIGNER_INFO *info;
    signer->changed = true;
    if (!message_content(message, content_oid, &inside, &whole))
        return malformed(what, path, "it holds other content", d);
    X509 *certificate = signer_of(message, &info, what, path, d);
    if (!certificate)
        return false;
    describe(certificate, info, a, signer);
    if (!check_signature(info, certificate, inside, content_oid, what, path, &signer->changed, d))
        return false;
    if (trust->unreadable)
        return false;
    X509_STORE *store = trust_store(trust, a, d);
    if (!store)
        return false;
    time_t when = trust->time ? trust->time : time(NULL);
    signer->has_timestamp = timestamp_verify(info, store, &signer->timestamp);
    if (signer->has_timestamp && !trust->time)
        when = signer->timestamp;
    const bool ok = trust_check(store, certificate, message->d.sign->cert, when, path, d);
    X509_STORE_free(store);
    return ok;
}
