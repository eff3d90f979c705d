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
    const char *more;          /* --sign-args, for sign_split_arguments; or NULL */
};

extern const struct argp key_argp;

#endif
