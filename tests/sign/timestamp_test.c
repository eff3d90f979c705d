/*
 * A time stamp keeps a signature good after the signer's certificate has ended. The server is this test's own, on the
 * loopback interface, and its clock is ten days late; the certificate ended five days ago.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/sign/sign.h"
#include "cwdk/sign/verify.h"
#include "tests/sign/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DAY = 24 * 60 * 60, SERVER_LATE = 10 * DAY, REQUEST_LIMIT = 16384 };

struct room {
    struct arena arena;
    struct diag diag;
    char *folder;
    const char *signer, *server; /* PEM files, key and certificate */
    const char *url;
    pid_t child;
};

static char *at(struct room *r, const char *name)
{
    return path_join(&r->arena, r->folder, name);
}

static void add_extension(X509 *certificate, int nid, const char *value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, nid, value);
    assert_non_null(extension);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/* A self-signed certificate for `usage`, valid from and to so many days from now. */
static const char *make_identity(struct room *r, const char *name, const char *usage, long from, long to)
{
    EVP_PKEY *key = EVP_RSA_gen(2048);
    X509 *certificate = X509_new();
    X509_NAME *subject = X509_get_subject_name(certificate);
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), (long)strlen(name));
    X509_gmtime_adj(X509_getm_notBefore(certificate), from * DAY);
    X509_gmtime_adj(X509_getm_notAfter(certificate), to * DAY);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, (const unsigned char *)name, -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    add_extension(certificate, NID_key_usage, "critical,digitalSignature");
    add_extension(certificate, NID_ext_key_usage, usage);
    assert_true(X509_sign(certificate, key, EVP_sha256()) > 0);

    const char *path = at(r, name);
    BIO *file = BIO_new_file(path, "w");
    assert_true(PEM_write_bio_X509(file, certificate));
    assert_true(PEM_write_bio_PrivateKey(file, key, NULL, NULL, 0, NULL, NULL));
    BIO_free(file);
    assert_int_equal(chmod(path, 0600), 0);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return path;
}

static ASN1_INTEGER *next_serial(struct TS_resp_ctx *context, void *data)
{
    (void)context, (void)data;
    ASN1_INTEGER *serial = ASN1_INTEGER_new();
    ASN1_INTEGER_set(serial, 1);
    return serial;
}

static int late_clock(struct TS_resp_ctx *context, void *data, long *seconds, long *microseconds)
{
    (void)context, (void)data;
    *seconds = time(NULL) - SERVER_LATE;
    *microseconds = 0;
    return 1;
}

/* The answer to a query in DER, or NULL. */
static TS_RESP *answer(const char *identity, const uint8_t *query, size_t size)
{
    BIO *pem = BIO_new_file(identity, "r"), *request = BIO_new_mem_buf(query, (int)size);
    X509 *certificate = PEM_read_bio_X509(pem, NULL, NULL, NULL);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(pem, NULL, NULL, NULL);
    ASN1_OBJECT *policy = OBJ_txt2obj("1.2.3.4.1", 1);
    TS_RESP_CTX *context = TS_RESP_CTX_new();
    TS_RESP_CTX_set_signer_cert(context, certificate);
    TS_RESP_CTX_set_signer_key(context, key);
    TS_RESP_CTX_set_signer_digest(context, EVP_sha256());
    TS_RESP_CTX_set_ess_cert_id_digest(context, EVP_sha256());
    TS_RESP_CTX_set_def_policy(context, policy);
    TS_RESP_CTX_add_md(context, EVP_sha256());
    TS_RESP_CTX_set_serial_cb(context, next_serial, NULL);
    TS_RESP_CTX_set_time_cb(context, late_clock, NULL);
    return TS_RESP_create_response(context, request);
}

/* Reads one HTTP request and answers it. */
static void serve(int connection, const char *identity)
{
    char request[REQUEST_LIMIT + 1];
    size_t used = 0, wanted = SIZE_MAX;
    const char *body = NULL;
    while (used < wanted && used < REQUEST_LIMIT) {
        const ssize_t got = read(connection, request + used, REQUEST_LIMIT - used);
        if (got <= 0)
            return;
        used += (size_t)got;
        request[used] = 0;
        const char *end = strstr(request, "\r\n\r\n"), *length = strcasestr(request, "Content-Length:");
        if (end && length && !body) {
            body = end + 4;
            wanted = (size_t)(body - request) + strtoul(length + 15, NULL, 10);
        }
    }
    TS_RESP *response = body ? answer(identity, (const uint8_t *)body, used - (size_t)(body - request)) : NULL;
    unsigned char *der = NULL;
    const int size = response ? i2d_TS_RESP(response, &der) : 0;
    dprintf(connection, "HTTP/1.0 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: %d\r\n\r\n",
            size);
    if (size > 0 && write(connection, der, (size_t)size) != size)
        _exit(1);
}

static void start_server(struct room *r)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0) {
        fail_msg("no socket");
        return;
    }
    assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(listener, 4), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &length), 0);
    r->url = arena_format(&r->arena, "http://127.0.0.1:%u/", ntohs(address.sin_port));
    r->child = fork();
    if (!r->child) {
        alarm(60);
        for (;;) {
            const int connection = accept(listener, NULL, NULL);
            serve(connection, r->server);
            close(connection);
        }
    }
    close(listener);
}

static int enter(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    char name[] = "/tmp/cwdk-timestamp-XXXXXX";
    r->folder = arena_string(&r->arena, mkdtemp(name));
    unsetenv("http_proxy");
    unsetenv("HTTP_PROXY");
    r->signer = make_identity(r, "signer.pem", "codeSigning", -20, -5);
    r->server = make_identity(r, "server.pem", "critical,timeStamping", -30, 30);
    start_server(r);
    *state = r;
    return 0;
}

static int leave(void **state)
{
    struct room *r = *state;
    kill(r->child, SIGKILL);
    waitpid(r->child, NULL, 0);
    path_remove(r->folder, &r->diag);
    diag_free(&r->diag);
    arena_free(&r->arena);
    free(r);
    return 0;
}

static struct bytes sign_image(struct room *r, const char *url)
{
    const struct sign_options options = {
        .kind = SIGN_KEY_PEM, .key = r->signer, .certificates = r->signer, .timestamp_url = url};
    uint8_t raw[IMAGE_SIZE];
    struct bytes content = {0};
    image_make(raw);
    diag_free(&r->diag);
    assert_true(file_write(at(r, "raw.sys"), raw, sizeof raw, 0644, &r->diag));
    if (!sign_file(&options, at(r, "raw.sys"), at(r, "x.sys"), &r->arena, &r->diag))
        diag_print(&r->diag, stderr);
    assert_true(file_read(at(r, "x.sys"), &r->arena, &content, &r->diag));
    assert_int_equal(r->diag.errors, 0);
    return content;
}

static bool verify(struct room *r, struct bytes image, const char *server, struct verify_signer *signer)
{
    const char *trusted[] = {r->signer, server, NULL};
    const struct verify_trust trust = {.certificates = trusted};
    return verify_image(image, "x.sys", &trust, &r->arena, signer, &r->diag);
}

static void without_time_stamp_the_signature_has_ended(void **state)
{
    struct room *r = *state;
    struct verify_signer signer;
    assert_false(verify(r, sign_image(r, NULL), r->server, &signer));
    assert_false(signer.has_timestamp);
    assert_string_equal(r->diag.entries[0].code, CODE_SIG2007);
}

static void with_time_stamp_it_holds(void **state)
{
    struct room *r = *state;
    struct verify_signer signer;
    const time_t before = time(NULL) - SERVER_LATE;
    assert_true(verify(r, sign_image(r, r->url), r->server, &signer));
    assert_true(signer.has_timestamp);
    assert_in_range(signer.timestamp, before - 1, before + 60);
}

static void a_server_that_nobody_trusts_proves_nothing(void **state)
{
    struct room *r = *state;
    struct verify_signer signer;
    assert_false(verify(r, sign_image(r, r->url), NULL, &signer));
    assert_false(signer.has_timestamp);
    assert_string_equal(r->diag.entries[0].code, CODE_SIG2007);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_time_stamp_the_signature_has_ended),
        cmocka_unit_test(with_time_stamp_it_holds),
        cmocka_unit_test(a_server_that_nobody_trusts_proves_nothing),
    };
    return cmocka_run_group_tests_name("timestamp", tests, enter, leave);
}
