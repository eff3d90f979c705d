/* Time stamps. */
#include "cwdk/sign/timestamp.h"
#include "cwdk/sign/message.h"
#include "cwdk/sign/spc.h"
#include "cwdk/sign/trust.h"

#include <openssl/err.h>
#include <openssl/ts.h>

/* The token among the attributes that are not signed, or NULL. */
static PKCS7 *find_token(const PKCS7_SIGNER_INFO *signer)
{
    for (int i = 0; i < sk_X509_ATTRIBUTE_num(signer->unauth_attr); i++) {
        X509_ATTRIBUTE *attribute = sk_X509_ATTRIBUTE_value(signer->unauth_attr, i);
        const ASN1_TYPE *value = X509_ATTRIBUTE_get0_type(attribute, 0);
        if (!message_is_object(X509_ATTRIBUTE_get0_object(attribute), OID_TIMESTAMP) || !value ||
            value->type != V_ASN1_SEQUENCE)
            continue;
        const unsigned char *p = ASN1_STRING_get0_data(value->value.sequence);
        return d2i_PKCS7(NULL, &p, ASN1_STRING_length(value->value.sequence));
    }
    return NULL;
}

bool timestamp_verify(PKCS7_SIGNER_INFO *signer, X509_STORE *store, time_t *out)
{
    PKCS7 *token = find_token(signer);
    TS_TST_INFO *info = token ? PKCS7_to_TS_TST_INFO(token) : NULL;
    TS_VERIFY_CTX *context = TS_VERIFY_CTX_new();
    bool ok = info && context;
    if (ok) {
        X509_STORE_up_ref(store);
        TS_VERIFY_CTX_set_store(context, store);
        TS_VERIFY_CTX_set_data(context, BIO_new_mem_buf(ASN1_STRING_get0_data(signer->enc_digest),
                                                        ASN1_STRING_length(signer->enc_digest)));
        TS_VERIFY_CTX_set_flags(context, TS_VFY_SIGNATURE | TS_VFY_VERSION | TS_VFY_DATA);
        ok = TS_RESP_verify_token(context, token) == 1;
        *out = ok ? trust_time(TS_TST_INFO_get_time(info)) : 0;
        ok = ok && *out;
    }
    TS_VERIFY_CTX_free(context);
    TS_TST_INFO_free(info);
    PKCS7_free(token);
    ERR_clear_error();
    return ok;
}
