/* Chains of certificates. */
#include "cwdk/sign/trust.h"
#include "cwdk/diag/codes.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

time_t trust_time(const ASN1_TIME *time)
{
    struct tm parts = {0};
    return time && ASN1_TIME_to_tm(time, &parts) ? timegm(&parts) : 0;
}

char *trust_name(const X509_NAME *name, struct arena *a)
{
    BIO *text = BIO_new(BIO_s_mem());
    char *data;
    if (!text || X509_NAME_print_ex(text, name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB) < 0)
        memory_exhausted();
    const long size = BIO_get_mem_data(text, &data);
    char *copy = arena_substring(a, data, (size_t)size);
    BIO_free(text);
    return copy;
}

/* Adds every certificate of a PEM file, or the one of a DER file; gives their number. */
static size_t add_file(X509_STORE *store, struct bytes content)
{
    size_t count = 0;
    const unsigned char *p = content.data;
    X509 *certificate = d2i_X509(NULL, &p, (long)content.size);
    if (certificate) {
        count += X509_STORE_add_cert(store, certificate) == 1;
        X509_free(certificate);
        return count;
    }
    BIO *text = BIO_new_mem_buf(content.data, (int)content.size);
    while (text && (certificate = PEM_read_bio_X509(text, NULL, NULL, NULL))) {
        count += X509_STORE_add_cert(store, certificate) == 1;
        X509_free(certificate);
    }
    BIO_free(text);
    ERR_clear_error();
    return count;
}

bool trust_holds_certificate(struct bytes content)
{
    X509_STORE *store = X509_STORE_new();
    if (!store)
        memory_exhausted();
    const bool holds = add_file(store, content);
    X509_STORE_free(store);
    return holds;
}

static bool no_certificate(const char *path, struct diag *d)
{
    return diag_error(d, CODE_SIG1002, diag_in_file(path), "there is no certificate in %s", path);
}

bool verify_trust_usable(const struct verify_trust *trust, struct arena *a, struct diag *d)
{
    bool ok = true;
    for (const char *const *path = trust->certificates; path && *path; path++) {
        struct bytes content;
        if (!file_read(*path, a, &content, d))
            ok = false;
        else if (!trust_holds_certificate(content))
            ok = no_certificate(*path, d);
    }
    return ok;
}

X509_STORE *trust_store(const struct verify_trust *trust, struct arena *a, struct diag *d)
{
    X509_STORE *store = X509_STORE_new();
    if (!store)
        memory_exhausted();
    if (trust->system)
        X509_STORE_set_default_paths(store);
    /* A certificate that the user trusts ends the chain, be it a root or the signer's own. */
    X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    for (const char *const *path = trust->certificates; path && *path; path++) {
        struct bytes content;
        if (file_read(*path, a, &content, d) && (add_file(store, content) || no_certificate(*path, d)))
            continue;
        X509_STORE_free(store);
        return NULL;
    }
    return store;
}

static bool refused(X509_STORE_CTX *context, const char *name, const char *path, struct diag *d)
{
    const int error = X509_STORE_CTX_get_error(context);
    const char *reason = X509_verify_cert_error_string(error);
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
        diag_error(d, CODE_SIG2007, diag_in_file(path), "the certificate of %s was not valid at the time: %s", name,
                   reason);
        diag_help(d, "sign anew, or sign with a time stamp, which keeps a signature good after the certificate ends");
        return false;
    default:
        diag_error(d, CODE_SIG2006, diag_in_file(path), "the signer %s is not trusted: %s", name, reason);
        diag_help(d, "give the certificate that you trust; for a test package it is the .cer beside the INF");
        return false;
    }
}

static bool may_sign_code(X509 *certificate)
{
    return (X509_get_key_usage(certificate) & KU_DIGITAL_SIGNATURE) &&
           (X509_get_extended_key_usage(certificate) & (XKU_CODE_SIGN | XKU_ANYEKU));
}

bool trust_check(X509_STORE *store, X509 *signer, STACK_OF(X509) * others, time_t when, const char *path,
                 struct diag *d)
{
    struct arena a = {0};
    const char *name = trust_name(X509_get_subject_name(signer), &a);
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    if (!context || !X509_STORE_CTX_init(context, store, signer, others))
        memory_exhausted();
    X509_STORE_CTX_set_time(context, 0, when);
    bool ok = X509_verify_cert(context) == 1 || refused(context, name, path, d);
    X509_STORE_CTX_free(context);
    ERR_clear_error();
    /* A certificate that says nothing of its purpose may serve all. */
    if (ok && !may_sign_code(signer)) {
        ok = diag_error(d, CODE_SIG2008, diag_in_file(path), "the certificate of %s is not for signing code", name);
        diag_help(d, "use one whose extended key usage has codeSigning (1.3.6.1.5.5.7.3.3)");
    }
    arena_free(&a);
    return ok;
}
