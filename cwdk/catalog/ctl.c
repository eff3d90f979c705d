/* Templates from which OpenSSL derives readers and writers of a catalog's structures. */
#include "cwdk/catalog/ctl.h"

ASN1_SEQUENCE(CTL_ENTRY) =
    {
        ASN1_SIMPLE(CTL_ENTRY, tag, ASN1_OCTET_STRING),
        ASN1_SET_OF(CTL_ENTRY, attributes, X509_ATTRIBUTE),
} ASN1_SEQUENCE_END(CTL_ENTRY) IMPLEMENT_ASN1_FUNCTIONS(CTL_ENTRY)

        ASN1_SEQUENCE(CTL) =
            {
                ASN1_OPT(CTL, version, ASN1_INTEGER),
                ASN1_SEQUENCE_OF(CTL, usage, ASN1_OBJECT),
                ASN1_OPT(CTL, identifier, ASN1_OCTET_STRING),
                ASN1_OPT(CTL, sequence_number, ASN1_INTEGER),
                ASN1_SIMPLE(CTL, this_update, ASN1_TIME),
                ASN1_OPT(CTL, next_update, ASN1_TIME),
                ASN1_SIMPLE(CTL, algorithm, X509_ALGOR),
                ASN1_SEQUENCE_OF_OPT(CTL, entries, CTL_ENTRY),
                ASN1_EXP_SEQUENCE_OF_OPT(CTL, extensions, X509_EXTENSION, 0),
} ASN1_SEQUENCE_END(CTL) IMPLEMENT_ASN1_FUNCTIONS(CTL)

                ASN1_SEQUENCE(NAME_VALUE) =
                    {
                        ASN1_SIMPLE(NAME_VALUE, name, ASN1_BMPSTRING),
                        ASN1_SIMPLE(NAME_VALUE, flags, ASN1_INTEGER),
                        ASN1_SIMPLE(NAME_VALUE, value, ASN1_OCTET_STRING),
} ASN1_SEQUENCE_END(NAME_VALUE) IMPLEMENT_ASN1_FUNCTIONS(NAME_VALUE)

                        ASN1_SEQUENCE(MEMBER_INFO) =
                            {
                                ASN1_SIMPLE(MEMBER_INFO, subject, ASN1_BMPSTRING),
                                ASN1_SIMPLE(MEMBER_INFO, version, ASN1_INTEGER),
} ASN1_SEQUENCE_END(MEMBER_INFO) IMPLEMENT_ASN1_FUNCTIONS(MEMBER_INFO)

                                ASN1_SEQUENCE(INDIRECT_TYPE) =
                                    {
                                        ASN1_SIMPLE(INDIRECT_TYPE, type, ASN1_OBJECT),
                                        ASN1_OPT(INDIRECT_TYPE, value, ASN1_ANY),
} ASN1_SEQUENCE_END(INDIRECT_TYPE) IMPLEMENT_ASN1_FUNCTIONS(INDIRECT_TYPE)

                                        ASN1_SEQUENCE(INDIRECT_DATA) = {
                                            ASN1_SIMPLE(INDIRECT_DATA, data, INDIRECT_TYPE),
                                            ASN1_SIMPLE(INDIRECT_DATA, digest, X509_SIG),
} ASN1_SEQUENCE_END(INDIRECT_DATA) IMPLEMENT_ASN1_FUNCTIONS(INDIRECT_DATA)
