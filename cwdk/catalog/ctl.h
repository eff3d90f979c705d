/*
 * The ASN.1 of a catalog: a PKCS#7 SignedData whose content is a certificate trust list with one entry for
 * each member. Private to cwdk/catalog and cwdk/sign. Sources of facts: the public description of certificate
 * trust lists in the Win32 security documentation (CTL_INFO, CTL_ENTRY, CRYPT_ATTRIBUTE), RFC 2315 for
 * PKCS#7, and the bytes of catalogs that Inf2Cat made for openly published drivers.
 */
#ifndef CWDK_CATALOG_CTL_H
#define CWDK_CATALOG_CTL_H

#include <openssl/asn1t.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>

/* Object identifiers, dotted. */
#define OID_CTL               "1.3.6.1.4.1.311.10.1"
#define OID_CATALOG_LIST      "1.3.6.1.4.1.311.12.1.1" /* the list's usage */
#define OID_CATALOG_MEMBER_V1 "1.3.6.1.4.1.311.12.1.2" /* the list's algorithm: members named by text */
#define OID_CATALOG_MEMBER_V2 "1.3.6.1.4.1.311.12.1.3" /* members named by their hash's bytes */
#define OID_NAME_VALUE        "1.3.6.1.4.1.311.12.2.1"
#define OID_MEMBER_INFO_V1    "1.3.6.1.4.1.311.12.2.2"
#define OID_MEMBER_INFO_V2    "1.3.6.1.4.1.311.12.2.3"
#define OID_INDIRECT_DATA     "1.3.6.1.4.1.311.2.1.4"
#define OID_PE_IMAGE_DATA     "1.3.6.1.4.1.311.2.1.15"
#define OID_FLAT_DATA         "1.3.6.1.4.1.311.2.1.25"

/* CertificateTrustList ::= SEQUENCE { ... }. Optional fields are NULL where absent. */
typedef struct {
    ASN1_INTEGER *version;
    STACK_OF(ASN1_OBJECT) * usage;
    ASN1_OCTET_STRING *identifier;
    ASN1_INTEGER *sequence_number;
    ASN1_TIME *this_update;
    ASN1_TIME *next_update;
    X509_ALGOR *algorithm;
    STACK_OF(CTL_ENTRY) * entries;
    STACK_OF(X509_EXTENSION) * extensions;
} CTL;

/* An entry: the member's tag and its attributes. */
typedef struct {
    ASN1_OCTET_STRING *tag;
    STACK_OF(X509_ATTRIBUTE) * attributes;
} CTL_ENTRY;
/* cppcheck-suppress unknownMacro */
DEFINE_STACK_OF(CTL_ENTRY)

/* CatalogNameValue: a catalog's or member's attribute. The value of a text attribute is UTF-16LE with its
 * terminator. */
typedef struct {
    ASN1_BMPSTRING *name;
    ASN1_INTEGER *flags;
    ASN1_OCTET_STRING *value;
} NAME_VALUE;

/* MemberInfo of version 1: which kind of subject the hash is of, as a GUID in text. */
typedef struct {
    ASN1_BMPSTRING *subject;
    ASN1_INTEGER *version;
} MEMBER_INFO;

/* SpcIndirectDataContent: what kind of data was hashed, and its hash. Also the content of a PE file's own
 * signature. */
typedef struct {
    ASN1_OBJECT *type;
    ASN1_TYPE *value;
} INDIRECT_TYPE;
typedef struct {
    INDIRECT_TYPE *data;
    X509_SIG *digest;
} INDIRECT_DATA;

DECLARE_ASN1_FUNCTIONS(CTL)
DECLARE_ASN1_FUNCTIONS(CTL_ENTRY)
DECLARE_ASN1_FUNCTIONS(NAME_VALUE)
DECLARE_ASN1_FUNCTIONS(MEMBER_INFO)
DECLARE_ASN1_FUNCTIONS(INDIRECT_TYPE)
DECLARE_ASN1_FUNCTIONS(INDIRECT_DATA)

#endif
