/* Makes and finds the test-signing identity. */
#include "cwdk/sign/identity.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_BITS = 3072, VALID_DAYS = 3650, NAME_LIMIT = 64 /* of a common name, RFC 5280 */ };

static bool cannot_make(const char *what, struct diag *d)
{
    char reason[256];
    ERR_error_string_n(ERR_peek_last_error(), reason, sizeof reason);
    ERR_clear_error();
    return diag_error(d, CODE_SIG1001, diag_nowhere(), "cannot make the test certificate: %s: %s", what, reason);
}

static const char *data_folder(struct arena *a)
{
    const char *data = getenv("XDG_DATA_HOME");
    if (data && *data == '/')
        return path_join(a, data, "cwdk/test-signing");
    const char *home = getenv("HOME");
    if (!home || *home != '/') {
        const struct passwd *user = getpwuid(geteuid());
        home = user ? user->pw_dir : "/";
    }
    return path_join(a, home, ".local/share/cwdk/test-signing");
}

static bool add_extension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, NULL, NULL, 0);
    X509_EXTENSION *extension = X509V3_EXT_nconf_nid(NULL, &context, nid, value);
    const bool ok = extension && X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    return ok;
}

static bool set_serial(X509 *certificate)
{
    uint8_t random[16];
    if (RAND_bytes(random, sizeof random) != 1)
        return false;
    random[0] = (random[0] & 0x7F) | 0x40; /* positive, and always of the same length */
    BIGNUM *number = BN_bin2bn(random, sizeof random, NULL);
    const bool ok = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return ok;
}

static bool fill(X509 *certificate, EVP_PKEY *key, struct arena *a)
{
    const struct passwd *user = getpwuid(geteuid());
    char *name = arena_format(a, "cwdk test signing (%.*s)", NAME_LIMIT - 20, user ? user->pw_name : "unknown");
    X509_NAME *subject = X509_get_subject_name(certificate);
    return X509_set_version(certificate, X509_VERSION_3) && set_serial(certificate) &&
           X509_gmtime_adj(X509_getm_notBefore(certificate), -24L * 60 * 60) && /* clocks of test machines lag */
           X509_time_adj_ex(X509_getm_notAfter(certificate), VALID_DAYS, 0, NULL) &&
           X509_set_pubkey(certificate, key) &&
           X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, (unsigned char *)name, -1, -1, 0) &&
           X509_set_issuer_name(certificate, subject) &&
           add_extension(certificate, NID_key_usage, "critical,digitalSignature") &&
           add_extension(certificate, NID_ext_key_usage, "codeSigning") &&
           add_extension(certificate, NID_subject_key_identifier, "hash") &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

static bool make(const char *path, struct arena *a, struct diag *d)
{
    EVP_PKEY *key = EVP_RSA_gen(KEY_BITS);
    X509 *certificate = X509_new();
    BIO *text = BIO_new(BIO_s_secmem());
    if (!text)
        text = BIO_new(BIO_s_mem());
    char *data;
    bool ok = key && certificate && text && fill(certificate, key, a) && PEM_write_bio_X509(text, certificate) &&
              PEM_write_bio_PrivateKey(text, key, NULL, NULL, 0, NULL, NULL);
    if (!ok)
        cannot_make("the cryptographic library refused", d);
    const long size = ok ? BIO_get_mem_data(text, &data) : 0;
    ok = ok && file_write(path, data, (size_t)size, 0600, d);
    BIO_free(text);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return ok;
}

/* The first certificate of a PEM file, or NULL; nothing is reported. */
static X509 *first_certificate(const char *path)
{
    BIO *file = BIO_new_file(path, "r");
    X509 *certificate = file ? PEM_read_bio_X509(file, NULL, NULL, NULL) : NULL;
    BIO_free(file);
    ERR_clear_error();
    return certificate;
}

static bool usable(const char *path)
{
    X509 *certificate = first_certificate(path);
    const bool ok = certificate && X509_cmp_current_time(X509_get0_notAfter(certificate)) > 0;
    X509_free(certificate);
    return ok;
}

static bool make_folder(const char *folder, struct diag *d)
{
    struct stat info;
    if (!folder_make(folder, d)) {
        diag_help(d, "set XDG_DATA_HOME to a folder that you can write: the test certificate is kept in there");
        return false;
    }
    if (stat(folder, &info) || ((info.st_mode & 077) && chmod(folder, 0700)))
        return diag_error(d, CODE_ENV0002, diag_in_file(folder), "cannot close %s to others: %s", folder,
                          strerror(errno));
    return true;
}

const char *identity_test(struct arena *a, struct diag *d)
{
    const char *folder = data_folder(a), *path = path_join(a, folder, "identity.pem");
    if (usable(path))
        return path;
    if (!make_folder(folder, d))
        return NULL;
    const char *lock_path = path_join(a, folder, "lock");
    const int lock = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX)) {
        diag_error(d, CODE_ENV0002, diag_in_file(lock_path), "cannot lock %s: %s", lock_path, strerror(errno));
        if (lock >= 0)
            close(lock);
        return NULL;
    }
    /* Another build may have made it while this one waited. */
    const bool ok = usable(path) || make(path, a, d);
    close(lock);
    return ok ? path : NULL;
}

bool identity_export(const char *pem, const char *cer, struct diag *d)
{
    X509 *certificate = first_certificate(pem);
    if (!certificate)
        return diag_error(d, CODE_SIG1002, diag_in_file(pem), "there is no certificate in %s", pem);
    unsigned char *der = NULL;
    const int size = i2d_X509(certificate, &der);
    X509_free(certificate);
    const bool ok = size > 0 ? file_write_if_changed(cer, der, (size_t)size, 0644, d) : cannot_make("encoding", d);
    OPENSSL_free(der);
    return ok;
}
