/*
 * Verifies signatures without Windows: of images, of catalogs, and of a whole driver package.
 *
 * Every check is recomputed here from the bytes: the chain of certificates up to a trusted one and its validity, the
 * purpose of the signer's certificate, the signature itself, the hash of the image, the hash of each of its pages, and
 * the hash of each catalog member's file. Any input is safe. Codes SIG2001 and following; each finding names the file.
 */
#ifndef CWDK_SIGN_VERIFY_H
#define CWDK_SIGN_VERIFY_H

#include "cwdk/catalog/catalog.h"
#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"
#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <time.h>

struct verify_trust {
    const char *const *certificates; /* files of trusted certificates, PEM or DER, ended by NULL; or NULL */
    bool system;                     /* trust what the system's OpenSSL trusts, too */
    time_t time;                     /* when the certificates must be valid; 0: now, or the time stamp's */
    bool unreadable; /* what was to be trusted could not be read, which was reported: believe no signer, report none */
};

/* Is there a certificate in each of the files? Reports ENV0001 or SIG1002 for those without one. */
bool verify_trust_usable(const struct verify_trust *trust, struct arena *a, struct diag *d);

/* Whose signature it is; for people. Strings are NULL where there is no signature. */
struct verify_signer {
    const char *subject, *issuer; /* "CN = ..." */
    const char *digest;           /* "SHA256" */
    time_t not_before, not_after;
    bool has_signing_time; /* said by the signer, not proven */
    time_t signing_time;
    bool has_timestamp; /* said by a time stamp server that `trust` trusts */
    time_t timestamp;
    size_t page_hashes; /* pages of an image that were compared */
    bool changed;       /* what was signed is not what is there, or the signature itself is damaged */
};

/* A PE image with its embedded signature. False after reporting, where what was changed after signing is one finding:
 * the first page that does not fit, else the image as a whole. `signer` (may be NULL) is filled as far as known. An
 * image without signature is SIG2001. */
bool verify_image(struct bytes content, const char *path, const struct verify_trust *trust, struct arena *a,
                  struct verify_signer *signer, struct diag *d);

/* The signature of a catalog; its members' files are verify_package's business. `catalog` (may be NULL) is filled where
 * it could be read. */
bool verify_catalog(struct bytes content, const char *path, const struct verify_trust *trust, struct arena *a,
                    struct catalog *catalog, struct verify_signer *signer, struct diag *d);

struct verify_request {
    const char *folder; /* of the package */
    struct verify_trust trust;
    const char *const
        *known; /* files of it, missing ones too, that findings were reported of; ended by NULL; or NULL */
};

struct verify_summary {
    size_t catalogs, members, files; /* checked and found good */
    size_t images, pages;            /* with a good signature of their own; page hashes compared */
    const char *const *changed;      /* files, by their paths in the folder, that are not as signed; ended by NULL */
};

/* The signatures of a package: each signed image, each catalog, each member of it against the files, each INF and each
 * file that one copies against the members, and that no private key lies there. Without trusted certificates in `trust`
 * those in the package (*.cer) are trusted, which proves integrity, not origin. One fault is one finding, however many
 * checks fail by it: nothing more is said of the `known` files, and no file is called unlisted where a catalog could
 * not be read. `summary` may be NULL; its strings lie in the arena. */
bool verify_package(const struct verify_request *request, struct arena *a, struct verify_summary *summary,
                    struct diag *d);

#endif
