/*
 * The user's test-signing identity: one self-signed certificate for code signing with its key, made at the
 * first use and kept in ${XDG_DATA_HOME:-~/.local/share}/cwdk/test-signing, a folder that no one else can
 * enter.
 *
 * Key and certificate stand in one PEM file, so there is never one without the other; making it is guarded by
 * a lock, so two builds at once end up with the same identity.
 */
#ifndef CWDK_SIGN_IDENTITY_H
#define CWDK_SIGN_IDENTITY_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

/* The path of that PEM file; made where there is none or its certificate has expired. NULL after reporting.
 */
const char *identity_test(struct arena *a, struct diag *d);

/* Writes the first certificate of a PEM file in DER (.cer), untouched where it would be the same. */
bool identity_export(const char *pem, const char *cer, struct diag *d);

#endif
