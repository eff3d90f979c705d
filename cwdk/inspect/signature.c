/* Signers of PKCS#7 data. */
#include "cwdk/inspect/signature.h"
#include "cwdk/inspect/binary.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>
#include <limits.h>
#include <string.h>
#include <time.h>

static const char *name_text(X509_NAME *name, struct arena *a)
{
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    char *text = NULL;
    if (at >= 0) {
        unsigned char *utf8 = NULL;
        const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
        if (length >= 0)
            text = arena_substring(a, (const char *)utf8, (size_t)length);
        OPENSSL_free(utf8);
    }
    if (!text) {
        char *line = X509_NAME_oneline(name, NULL, 0);
        text = arena_string(a, line ? line : "?");
        OPENSSL_free(line);
    }
    return text_clean(a, text);
}

static const char *date_text(const ASN1_TIME *time, struct arena *a)
{
    struct tm tm;
    if (ASN1_TIME_to_tm(time, &tm) != 1)
        return "";
    return arena_format(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

static bool has_countersignature(PKCS7_SIGNER_INFO *info)
{
    /* PKCS#9 countersignature, and Microsoft's RFC 3161 time stamp */
    static const char *const kinds[] = {"1.2.840.113549.1.9.6", "1.3.6.1.4.1.311.3.3.1"};
    const STACK_OF(X509_ATTRIBUTE) *attributes = info->unauth_attr;
    for (int i = 0; i < sk_X509_ATTRIBUTE_num(attributes); i++) {
        char oid[64];
        OBJ_obj2txt(oid, sizeof oid, X509_ATTRIBUTE_get0_object(sk_X509_ATTRIBUTE_value(attributes, i)), 1);
        if (!strcmp(oid, kinds[0]) || !strcmp(oid, kinds[1]))
            return true;
    }
    return false;
}

static struct signer summary(PKCS7 *p7, PKCS7_SIGNER_INFO *info, struct arena *a)
{
    struct signer s = {"?", "?", "?", "", false, has_countersignature(info)};
    X509_ALGOR *digest = NULL;
    PKCS7_SIGNER_INFO_get0_algs(info, NULL, &digest, NULL);
    if (digest && digest->algorithm) {
        const char *name = OBJ_nid2ln(OBJ_obj2nid(digest->algorithm));
        s.digest = name ? name : "?";
    }
    X509 *certificate = info->issuer_and_serial ? PKCS7_cert_from_signer_info(p7, info) : NULL;
    if (certificate) {
        s.subject = name_text(X509_get_subject_name(certificate), a);
        s.issuer = name_text(X509_get_issuer_name(certificate), a);
        s.not_after = date_text(X509_get0_notAfter(certificate), a);
        s.self_signed = X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
    }
    return s;
}

struct signer *signature_summary(const uint8_t *der, size_t size, struct arena *a, size_t *count)
{
    struct signer *signers = NULL;
    *count = 0;
    if (size > LONG_MAX)
        return NULL;
    PKCS7 *p7 = d2i_PKCS7(NULL, &der, (long)size);
    if (p7 && PKCS7_type_is_signed(p7) && p7->d.sign) {
        STACK_OF(PKCS7_SIGNER_INFO) *infos = PKCS7_get_signer_info(p7);
        const int number = sk_PKCS7_SIGNER_INFO_num(infos);
        signers = arena_array(a, number > 0 ? (size_t)number : 1, sizeof *signers);
        for (int i = 0; i < number; i++)
            signers[(*count)++] = summary(p7, sk_PKCS7_SIGNER_INFO_value(infos, i), a);
    }
    PKCS7_free(p7);
    ERR_clear_error();
    return signers;
}
