/*
 * The options that name a key to sign with, the same for every command that signs. A child parser of argp, whose input
 * is a struct key_arguments; that the options fit together is checked at the end.
 */
#ifndef CWDK_CMD_KEYS_H
#define CWDK_CMD_KEYS_H

#include "cwdk/sign/sign.h"

#include <argp.h>

struct key_arguments {
    struct sign_options *sign; /* `kind` is set, too: SIGN_KEY_TEST where no key is named */
    const char *more;          /* --sign-args, split by key_arguments_finish; or NULL */
};

extern const struct argp key_argp;

/* What follows from the options and the environment: splits `more`, and takes SOURCE_DATE_EPOCH for the signing time.
 * Reports what is wrong with either and returns false. */
bool key_arguments_finish(struct key_arguments *arguments, struct arena *a, struct diag *d);

#endif
