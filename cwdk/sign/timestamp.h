/*
 * RFC 3161 time stamps on signatures. Private to cwdk/sign.
 */
#ifndef CWDK_SIGN_TIMESTAMP_H
#define CWDK_SIGN_TIMESTAMP_H

#include <openssl/pkcs7.h>
#include <openssl/x509.h>
#include <stdbool.h>
#include <time.h>

/* True, with the time, where the signature bears a time stamp of it by a server that the store trusts. */
bool timestamp_verify(PKCS7_SIGNER_INFO *signer, X509_STORE *store, time_t *out);

#endif
