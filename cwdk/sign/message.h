/*
 * A signed PKCS#7 message and whether to believe it. Private to cwdk/sign.
 */
#ifndef CWDK_SIGN_MESSAGE_H
#define CWDK_SIGN_MESSAGE_H

#include "cwdk/sign/verify.h"

#include <openssl/pkcs7.h>

/* Checks signature, certificate chain, validity and purpose of a message whose content is of the type `content_oid`.
 * `what` names the thing signed in messages ("catalog", "image"). False after reporting. */
bool message_verify(PKCS7 *message, const char *content_oid, const char *what, const char *path,
                    const struct verify_trust *trust, struct arena *a, struct verify_signer *signer, struct diag *d);

/* The content: the bytes inside of its SEQUENCE, which is what is signed. False where it is no SEQUENCE of that type.
 */
bool message_content(const PKCS7 *message, const char *content_oid, struct bytes *inside, struct bytes *whole);

/* True where the object identifier is the dotted one. */
bool message_is_object(const ASN1_OBJECT *object, const char *oid);

#endif
