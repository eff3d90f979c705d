/*
 * Who signed: a summary of the PKCS#7 data in an image's certificate table or in a catalog. Nothing is verified here.
 */
#ifndef CWDK_INSPECT_SIGNATURE_H
#define CWDK_INSPECT_SIGNATURE_H

#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct signer {
    const char *subject, *issuer; /* common names, or the whole name where there is none; "?" without a certificate */
    const char *digest;           /* "sha256" */
    const char *not_after;        /* "2036-11-20", of the certificate; "" where unknown */
    bool self_signed;
    bool timestamped; /* by a countersignature of either kind */
};

/* Every signer of the DER bytes, count in `count`; NULL where they are no PKCS#7 signature. Strings are fit to print.
 */
struct signer *signature_summary(const uint8_t *der, size_t size, struct arena *a, size_t *count);

#endif
