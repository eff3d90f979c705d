/*
 * The ASN.1 inside of an image's signature, beyond what catalogs use. Private to cwdk/sign. Source of facts:
 * Microsoft's public paper "Windows Authenticode Portable Executable Signature Format".
 */
#ifndef CWDK_SIGN_SPC_H
#define CWDK_SIGN_SPC_H

#include "cwdk/catalog/ctl.h"

#define OID_PAGE_HASHES_SHA1   "1.3.6.1.4.1.311.2.3.1"
#define OID_PAGE_HASHES_SHA256 "1.3.6.1.4.1.311.2.3.2"
#define OID_TIMESTAMP          "1.3.6.1.4.1.311.3.3.1" /* an RFC 3161 token as an attribute that is not signed */

/* SpcSerializedObject: data of a kind that a GUID names. */
typedef struct {
    ASN1_OCTET_STRING *kind;
    ASN1_OCTET_STRING *data;
} SERIALIZED;

/* SpcLink: a name, or serialized data such as page hashes. */
typedef struct {
    int type; /* 0, 1, 2 in the order below */
    union {
        ASN1_IA5STRING *url;
        SERIALIZED *object;
        ASN1_TYPE *file;
    } value;
} LINK;

/* SpcPeImageData */
typedef struct {
    ASN1_BIT_STRING *flags;
    LINK *file;
} IMAGE_DATA;

/* What the serialized data of page hashes is: a set of attributes. */
typedef STACK_OF(X509_ATTRIBUTE) ATTRIBUTE_SET;

DECLARE_ASN1_FUNCTIONS(SERIALIZED)
DECLARE_ASN1_FUNCTIONS(LINK)
DECLARE_ASN1_FUNCTIONS(IMAGE_DATA)
DECLARE_ASN1_ITEM(ATTRIBUTE_SET)

#endif
