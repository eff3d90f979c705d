/* Templates from which OpenSSL derives readers of an image's signed data. */
#include "cwdk/sign/spc.h"

ASN1_SEQUENCE(SERIALIZED) =
    {
        ASN1_SIMPLE(SERIALIZED, kind, ASN1_OCTET_STRING),
        ASN1_SIMPLE(SERIALIZED, data, ASN1_OCTET_STRING),
} ASN1_SEQUENCE_END(SERIALIZED) IMPLEMENT_ASN1_FUNCTIONS(SERIALIZED)

        ASN1_CHOICE(LINK) =
            {
                ASN1_IMP(LINK, value.url, ASN1_IA5STRING, 0),
                ASN1_IMP(LINK, value.object, SERIALIZED, 1),
                ASN1_EXP(LINK, value.file, ASN1_ANY, 2),
} ASN1_CHOICE_END(LINK) IMPLEMENT_ASN1_FUNCTIONS(LINK)

                ASN1_SEQUENCE(IMAGE_DATA) =
                    {
                        ASN1_OPT(IMAGE_DATA, flags, ASN1_BIT_STRING),
                        ASN1_EXP_OPT(IMAGE_DATA, file, LINK, 0),
} ASN1_SEQUENCE_END(IMAGE_DATA) IMPLEMENT_ASN1_FUNCTIONS(IMAGE_DATA)

                        ASN1_ITEM_TEMPLATE(ATTRIBUTE_SET) = ASN1_EX_TEMPLATE_TYPE(ASN1_TFLG_SET_OF, 0, attributes,
                                                                                  X509_ATTRIBUTE)
                            ASN1_ITEM_TEMPLATE_END(ATTRIBUTE_SET)
