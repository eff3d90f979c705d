/* Who signed the cabinet, as far as the requirements speak of it. */
#include "cwdk/diag/codes.h"
#include "cwdk/submit/rules.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pkcs7.h>
#include <openssl/x509v3.h>
#include <string.h>

/* The policy of certificates for code signing with extended validation, by the CA/Browser Forum. */
static const char extended_validation[] = "2.23.140.1.3";

static uint32_t read32(const uint8_t *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* A signed cabinet reserves 20 bytes behind its header, at 40: two words, then place and size of the signature. */
static PKCS7 *read_signature(struct bytes cabinet)
{
    enum { FLAGS = 30, HAS_RESERVE = 4, PLACE = 44, HEADER = 60 };
    if (cabinet.size < HEADER || memcmp(cabinet.data, "MSCF", 4) != 0 || !(cabinet.data[FLAGS] & HAS_RESERVE))
        return NULL;
    const uint32_t place = read32(cabinet.data + PLACE), size = read32(cabinet.data + PLACE + 4);
    if (place > cabinet.size || size > cabinet.size - place)
        return NULL;
    const uint8_t *p = cabinet.data + place;
    return d2i_PKCS7(NULL, &p, (long)size);
}

static bool has_policy(X509 *certificate, const char *policy)
{
    CERTIFICATEPOLICIES *policies = X509_get_ext_d2i(certificate, NID_certificate_policies, NULL, NULL);
    bool found = false;
    for (int i = 0; i < sk_POLICYINFO_num(policies); i++) {
        char text[64];
        OBJ_obj2txt(text, sizeof text, sk_POLICYINFO_value(policies, i)->policyid, 1);
        found |= !strcmp(text, policy);
    }
    CERTIFICATEPOLICIES_free(policies);
    return found;
}

static bool check_certificate(X509 *certificate, const char *path, struct diag *d)
{
    int digest = NID_undef;
    X509_get_signature_info(certificate, &digest, NULL, NULL, NULL);
    if (X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0 ||
        X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0) {
        diag_error(d, CODE_SUB3004, diag_in_file(path), "the certificate that would sign %s is not valid today", path);
        diag_help(d, "the dashboard wants one that is valid at the time of submission");
        return false;
    }
    if (digest == NID_sha1 || digest == NID_md5) {
        diag_error(d, CODE_SUB3004, diag_in_file(path), "the certificate that would sign %s rests on %s", path,
                   OBJ_nid2sn(digest));
        diag_help(d, "the dashboard takes certificates of the SHA-2 family only");
        return false;
    }
    if (!has_policy(certificate, extended_validation)) {
        diag_warning(d, CODE_SUB3003, diag_in_file(path),
                     "the certificate that signs %s does not say extended validation", path);
        diag_help(d, "it must be registered with the account at the Partner Center, which needs an EV one besides");
    }
    return true;
}

bool submit_check_signer(struct bytes cabinet, const char *path, struct diag *d)
{
    PKCS7 *message = read_signature(cabinet);
    STACK_OF(X509) *signers = message ? PKCS7_get0_signers(message, NULL, 0) : NULL;
    bool ok = sk_X509_num(signers) > 0;
    if (!ok)
        diag_error(d, CODE_SUB4001, diag_in_file(path), "there is no signature in %s after it was signed", path);
    ok = ok && check_certificate(sk_X509_value(signers, 0), path, d);
    sk_X509_free(signers);
    PKCS7_free(message);
    ERR_clear_error();
    return ok;
}
