/*
 * Passwords and PINs on their way from the user to the signer. Private to cwdk/sign.
 */
#ifndef CWDK_SIGN_PASSWORD_H
#define CWDK_SIGN_PASSWORD_H

#include "cwdk/sign/sign.h"

struct password {
    int fd;           /* -1: there is none */
    const char *path; /* under which the signer finds it; valid for processes started from this one */
};

/* Fetches the password, and makes sure that it opens a locked PEM key: the signer would ask the terminal for a better
 * one, in the middle of a build. The text lies in memory only, never in a file. False after reporting. */
bool password_open(const struct sign_options *options, struct password *out, struct arena *a, struct diag *d);
void password_close(struct password *password);

/* Whether the password opens the PKCS#12 file. Reports SIG1008. */
bool password_opens_pfx(const struct sign_options *options, struct arena *a, struct diag *d);

#endif
