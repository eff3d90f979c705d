/* Fetches passwords and hands them on. */
#include "cwdk/sign/password.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <errno.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Sets `*text` to the password, "" where none is given. */
static bool fetch(const struct sign_options *o, const char **text, struct arena *a, struct diag *d)
{
    struct bytes content;
    *text = "";
    if (o->password_variable) {
        const char *value = getenv(o->password_variable);
        if (!value)
            return diag_error(d, CODE_SIG1007, diag_nowhere(), "the password's variable %s is not set",
                              o->password_variable);
        *text = value;
    } else if (o->password_file) {
        if (!file_read(o->password_file, a, &content, d))
            return false;
        const char *line = (const char *)content.data;
        *text = arena_substring(a, line, strcspn(line, "\r\n"));
    }
    return true;
}

static int give(char *buffer, int size, int writing, void *data)
{
    (void)writing;
    const struct bytes *password = data;
    if (password->size > (size_t)size)
        return -1;
    memcpy(buffer, password->data, password->size);
    return (int)password->size;
}

static bool opens(const char *key_path, const char *text, struct arena *a, struct diag *d)
{
    struct bytes content;
    if (!file_read(key_path, a, &content, d))
        return false;
    if (!strstr((const char *)content.data, "ENCRYPTED"))
        return true;
    BIO *pem = BIO_new_mem_buf(content.data, (int)content.size);
    struct bytes password = {(const uint8_t *)text, strlen(text)};
    EVP_PKEY *key = pem ? PEM_read_bio_PrivateKey(pem, NULL, give, &password) : NULL;
    const bool ok = key != NULL;
    EVP_PKEY_free(key);
    BIO_free(pem);
    ERR_clear_error();
    if (ok)
        return true;
    diag_error(d, CODE_SIG1008, diag_in_file(key_path), "the key in %s is locked, and %s", key_path,
               *text ? "the password does not open it" : "no password is given");
    diag_help(d, "give the password with --password-env or --password-file");
    return false;
}

bool password_opens_pfx(const struct sign_options *options, struct arena *a, struct diag *d)
{
    struct bytes content;
    const char *text;
    if (!file_read(options->pfx, a, &content, d) || !fetch(options, &text, a, d))
        return false;
    const unsigned char *data = content.data;
    PKCS12 *store = d2i_PKCS12(NULL, &data, (long)content.size);
    const bool read = store, opened = store && (!PKCS12_mac_present(store) || PKCS12_verify_mac(store, text, -1) ||
                                                (!*text && PKCS12_verify_mac(store, NULL, 0)));
    PKCS12_free(store);
    ERR_clear_error();
    if (opened)
        return true;
    if (!read)
        return diag_error(d, CODE_SIG1008, diag_in_file(options->pfx), "%s is no PKCS#12 file", options->pfx);
    diag_error(d, CODE_SIG1008, diag_in_file(options->pfx), "%s is locked, and %s", options->pfx,
               *text ? "the password does not open it" : "no password is given");
    diag_help(d, "give the password with --password-env or --password-file");
    return false;
}

bool password_open(const struct sign_options *options, struct password *out, struct arena *a, struct diag *d)
{
    const char *text;
    *out = (struct password){.fd = -1};
    if (!fetch(options, &text, a, d))
        return false;
    if (options->kind == SIGN_KEY_PEM && !opens(options->key, text, a, d))
        return false;
    if (!*text)
        return true;
    /* Not closed on exec: the signer opens it anew by its number. */
    out->fd = memfd_create("password", 0);
    if (out->fd < 0 || write(out->fd, text, strlen(text)) != (ssize_t)strlen(text)) {
        diag_error(d, CODE_ENV0002, diag_nowhere(), "cannot hand on the password: %s", strerror(errno));
        password_close(out);
        return false;
    }
    out->path = arena_format(a, "/proc/self/fd/%d", out->fd);
    return true;
}

void password_close(struct password *password)
{
    if (password->fd >= 0)
        close(password->fd);
    password->fd = -1;
}
