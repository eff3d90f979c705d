/*
 * Signs .sys, .dll, .exe and .cat files through osslsigncode, with SHA-256.
 *
 * The result is written beside its final name and renamed when it is whole. Passwords reach the signer through memory
 * that it inherits, never through a command line or a file. Everything lies in the caller's arena.
 */
#ifndef CWDK_SIGN_SIGN_H
#define CWDK_SIGN_SIGN_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"
#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <time.h>

enum sign_key_kind {
    SIGN_KEY_TEST,   /* the user's own, see identity.h */
    SIGN_KEY_PFX,    /* `pfx` */
    SIGN_KEY_PEM,    /* `key` and `certificates` */
    SIGN_KEY_PKCS11, /* `key` is a PKCS#11 URI or id, `certificates` a PEM file; `module`, and `engine` where
                        not the usual */
};

struct sign_options {
    enum sign_key_kind kind;
    const char *pfx, *key, *certificates, *module, *engine;
    const char *password_file;     /* its content is the password or PIN, up to the line's end; or NULL */
    const char *password_variable; /* environment variable with the password; or NULL */
    const char *timestamp_url;     /* RFC 3161 server, or NULL */
    bool no_page_hashes;           /* page hashes are for images only, and on unless this says no */
    time_t signing_time;           /* 0: now. Fixed, the same input gives the same bytes */
    const char *const *arguments;  /* more for osslsigncode, ended by NULL; or NULL */
};

/* Signs `in` into `out`; they may be the same. Reports SIG1003 with the signer's own words where it fails. */
bool sign_file(const struct sign_options *options, const char *in, const char *out, struct arena *a, struct diag *d);

/* Whether the key is there, is no one else's to read, and opens with the password: what can be known without signing. A
 * key in a token is not asked for. */
bool sign_check_key(const struct sign_options *options, struct arena *a, struct diag *d);

/* Splits a line of arguments at spaces; "..." and '...' keep spaces, a quote that is not closed is reported
 * (SIG1006). The list ends with NULL. */
const char **sign_split_arguments(const char *line, struct arena *a, struct diag *d);

/* Reports SIG1005 for every file in the folder and below that holds a private key in any usual form. */
bool sign_refuse_private_keys(const char *folder, struct diag *d);
/* The same for one file that was read. */
bool sign_refuse_private_key(const char *path, struct bytes content, struct diag *d);

#endif
