/*
 * Which certificates are believed. Private to cwdk/sign.
 */
#ifndef CWDK_SIGN_TRUST_H
#define CWDK_SIGN_TRUST_H

#include "cwdk/sign/verify.h"

#include <openssl/x509.h>

/* True where the bytes are a certificate, or PEM text with one. */
bool trust_holds_certificate(struct bytes content);

/* A store with the trusted certificates; free it with X509_STORE_free. NULL after reporting a file without one. */
X509_STORE *trust_store(const struct verify_trust *trust, struct arena *a, struct diag *d);

/* Checks the chain of `signer`, with `others` to build it from, its validity at `when`, and that it may sign code. */
bool trust_check(X509_STORE *store, X509 *signer, STACK_OF(X509) * others, time_t when, const char *path,
                 struct diag *d);

time_t trust_time(const ASN1_TIME *time); /* 0 where it is malformed */
char *trust_name(const X509_NAME *name, struct arena *a);

#endif
