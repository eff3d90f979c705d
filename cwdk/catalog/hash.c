/* The hash of a file as catalogs list it. */
#include "cwdk/catalog/catalog.h"
#include "cwdk/diag/codes.h"
#include "ntsim/pe/authenticode.h"

#include <openssl/evp.h>

const char *catalog_hash_name(enum catalog_hash hash)
{
    return hash == CATALOG_SHA1 ? "SHA1" : "SHA256";
}

size_t catalog_hash_size(enum catalog_hash hash)
{
    return hash == CATALOG_SHA1 ? 20 : 32;
}

bool catalog_hash_file(struct bytes content, const char *path, enum catalog_hash hash,
                       uint8_t digest[CATALOG_HASH_SIZE], enum catalog_subject *subject, struct diag *d)
{
    static const uint8_t zeros[8];
    struct authenticode_layout layout = {.covered = {{0, content.size}}};
    /* What merely begins with MZ is no PE file to Windows either: DOS programs and plain data are hashed
     * flat. */
    const bool pe = authenticode_recognise(content.data, content.size);
    const char *wrong = pe ? authenticode_locate(content.data, content.size, &layout) : NULL;
    if (wrong)
        return diag_error(d, CODE_CAT1005, diag_in_file(path), "%s cannot be hashed as an image: %s", path, wrong);
    *subject = pe ? CATALOG_SUBJECT_PE : CATALOG_SUBJECT_FLAT;

    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool ok = context && EVP_DigestInit_ex(context, hash == CATALOG_SHA1 ? EVP_sha1() : EVP_sha256(), NULL);
    for (size_t i = 0; ok && i < AUTHENTICODE_RANGES; i++)
        ok = EVP_DigestUpdate(context, content.data + layout.covered[i].offset, layout.covered[i].size);
    ok = ok && EVP_DigestUpdate(context, zeros, layout.padding) && EVP_DigestFinal_ex(context, digest, NULL);
    EVP_MD_CTX_free(context);
    if (!ok)
        memory_exhausted();
    return true;
}
