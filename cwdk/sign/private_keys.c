/* Finds private keys where they must not be. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/sign/sign.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <string.h>
#include <strings.h>

/* The largest file looked into: keys are small, drivers' tables of data need not be parsed. */
enum { KEY_FILE_LIMIT = 256 * 1024 };

static bool is_pkcs12(struct bytes content)
{
    const unsigned char *p = content.data;
    PKCS12 *store = d2i_PKCS12(NULL, &p, (long)content.size);
    const bool is = store != NULL;
    PKCS12_free(store);
    return is;
}

static bool is_key(struct bytes content)
{
    const unsigned char *p = content.data;
    EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &p, (long)content.size);
    const bool is = key != NULL;
    EVP_PKEY_free(key);
    return is;
}

static bool holds_private_key(const char *name, struct bytes content)
{
    static const char mark[] = "PRIVATE KEY-----";
    static const char *const extensions[] = {".pfx", ".p12", ".pvk", ".key"};
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (!strcasecmp(path_extension(name), extensions[i]))
            return true;
    if (content.size > KEY_FILE_LIMIT)
        return false;
    if (memmem(content.data, content.size, mark, sizeof mark - 1))
        return true;
    const bool der = content.size > 16 && content.data[0] == 0x30 && (is_pkcs12(content) || is_key(content));
    ERR_clear_error();
    return der;
}

bool sign_refuse_private_key(const char *path, struct bytes content, struct diag *d)
{
    if (!holds_private_key(path, content))
        return true;
    diag_error(d, CODE_SIG1005, diag_in_file(path), "%s holds a private key and lies in a package", path);
    diag_help(d, "move it out of the package, and treat it as known to others if the package was given away");
    return false;
}

bool sign_refuse_private_keys(const char *folder, struct diag *d)
{
    struct arena a = {0};
    char **names = folder_list(folder, &a, NULL, d);
    bool ok = names;
    for (; names && *names; names++) {
        const char *path = path_join(&a, folder, *names);
        if (path_is_folder(path)) {
            /* A link may lead to a folder above: what it leads to is looked at where it lies, or is no part of this. */
            if (!path_is_link(path))
                ok = sign_refuse_private_keys(path, d) && ok;
            continue;
        }
        struct bytes content;
        ok = file_read(path, &a, &content, d) && sign_refuse_private_key(path, content, d) && ok;
    }
    arena_free(&a);
    return ok;
}
