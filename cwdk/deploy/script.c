/* deploy.cmd: certutil, pnputil and bcdedit as Microsoft documents them, and the agent for what they lack. Some of
 * their failures are negative, so that `if errorlevel 1` would not see them. */
#include "cwdk/deploy/script.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <openssl/pem.h>
#include <openssl/x509.h>
#include <string.h>

/* Where Windows looks for who may sign what. */
static const char *const stores[] = {"Root", "TrustedPublisher"};

/* In quotation marks these mean themselves to cmd.exe. */
static bool plain(const char *name, struct diag *d)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.\\&{}*# ";
    return !name[strspn(name, allowed)] ||
           diag_error(d, CODE_DEP0003, diag_nowhere(), "'%s' has characters that a script cannot carry", name);
}

/* What certutil finds a certificate by: the SHA-1 of its DER form. */
static bool certificate_id(const struct deploy_payload *payload, struct arena *a, char id[41], struct diag *d)
{
    const char *path = path_join(a, payload->folder, payload->certificate);
    struct bytes content;
    unsigned char hash[20];
    if (!file_read(path, a, &content, d))
        return false;
    const unsigned char *data = content.data;
    X509 *certificate = d2i_X509(NULL, &data, (long)content.size);
    BIO *text = certificate ? NULL : BIO_new_mem_buf(content.data, (int)content.size);
    if (text)
        certificate = PEM_read_bio_X509(text, NULL, NULL, NULL);
    BIO_free(text);
    const bool ok = certificate && X509_digest(certificate, EVP_sha1(), hash, NULL);
    X509_free(certificate);
    for (size_t i = 0; ok && i < sizeof hash; i++)
        snprintf(id + 2 * i, 3, "%02X", hash[i]);
    return ok || diag_error(d, CODE_DEP0003, diag_in_file(path), "%s is no certificate", payload->certificate);
}

static void put_certificate(struct text *t, const char *certificate, const char *id)
{
    text_put(t, "rem The test certificate, so that the package's signatures count on this machine.\n");
    for (size_t i = 0; i < sizeof stores / sizeof *stores; i++)
        text_format(t,
                    "certutil -store %s %s >nul 2>nul\n"
                    "if %%errorlevel%%==0 goto has%s\n"
                    "if not exist added\\%s mkdir added\\%s\n"
                    "echo %s>added\\%s\\%s\n"
                    "certutil -f -addstore %s \"%s\"\n"
                    "if not %%errorlevel%%==0 goto failed\n"
                    ":has%s\n",
                    stores[i], id, stores[i], stores[i], stores[i], certificate, stores[i], id, stores[i], certificate,
                    stores[i]);
}

static void put_install(struct text *t, const struct deploy_payload *payload, const char *id, unsigned seconds)
{
    text_put(t, ":install\n");
    if (payload->certificate)
        put_certificate(t, payload->certificate, id);
    text_format(t,
                "rem The driver store; 259: no device has it yet, 3010: after a restart.\n"
                "pnputil /add-driver \"%s\" /install\n"
                "if %%errorlevel%%==3010 exit /b %d\n"
                "if %%errorlevel%%==259 goto added\n"
                "if not %%errorlevel%%==0 goto failed\n"
                ":added\n",
                payload->inf, SCRIPT_REBOOT);
    if (payload->hardware_id)
        text_format(t,
                    "rem The device %s, and its service.\n"
                    "cwdk-agent.exe device %s \"%s\" \"%s\" %u\n"
                    "if %%errorlevel%%==5 exit /b %d\n"
                    "if not %%errorlevel%%==0 goto failed\n",
                    payload->hardware_id, payload->service, payload->hardware_id, payload->inf, seconds, SCRIPT_REBOOT);
    text_format(t,
                "exit /b %d\n"
                ":failed\n"
                "rem Lines of the setup log that name this package, or are errors.\n"
                "if exist \"%%windir%%\\inf\\setupapi.dev.log\" findstr /i /n /c:\"%s\" /c:\"!!!\" "
                "\"%%windir%%\\inf\\setupapi.dev.log\"\n"
                "exit /b %d\n",
                SCRIPT_DONE, payload->inf, SCRIPT_FAILED);
}

static void put_rollback(struct text *t, const struct deploy_payload *payload)
{
    text_format(t,
                ":rollback\n"
                "set status=%d\n"
                "set keep=\n"
                "if not exist ..\\current\\deploy.cmd goto undo\n"
                "call ..\\current\\deploy.cmd install\n"
                "set status=%%errorlevel%%\n"
                "set keep=..\\current\n"
                "cd /d \"%%~dp0\"\n"
                "goto store\n"
                ":remove\n"
                "set status=%d\n"
                "set keep=\n"
                ":undo\n",
                SCRIPT_NOTHING_BEFORE, SCRIPT_DONE);
    if (payload->hardware_id)
        text_format(t,
                    "rem The device, its service and the image of that.\n"
                    "cwdk-agent.exe remove %s \"%s\"\n"
                    "if not %%errorlevel%%==0 set status=%d\n",
                    payload->service, payload->image, SCRIPT_FAILED);
    text_format(t,
                ":store\n"
                "rem The package in the driver store, unless the version before is the same there.\n"
                "cwdk-agent.exe published \"%s\" %%keep%% >published.txt\n"
                "for /f %%%%n in (published.txt) do call :unpublish %%%%n\n"
                "rem The certificates that were not there.\n",
                payload->inf);
    for (size_t i = 0; i < sizeof stores / sizeof *stores; i++)
        text_format(t, "for %%%%h in (added\\%s\\*) do call :distrust %s %%%%~nxh\n", stores[i], stores[i]);
    text_format(t,
                "exit /b %%status%%\n"
                ":unpublish\n"
                "pnputil /delete-driver %%1 /uninstall /force\n"
                "if not %%errorlevel%%==0 set status=%d\n"
                "exit /b %d\n"
                ":distrust\n"
                "certutil -delstore %%1 %%2\n"
                "if not %%errorlevel%%==0 set status=%d\n"
                "exit /b %d\n",
                SCRIPT_FAILED, SCRIPT_DONE, SCRIPT_FAILED, SCRIPT_DONE);
}

bool script_write(const struct deploy_payload *payload, unsigned seconds, unsigned serial_port, struct arena *a,
                  struct text *out, struct diag *d)
{
    struct text t = {0};
    char id[41] = "";
    if (!payload->inf)
        return diag_error(d, CODE_DEP0003, diag_in_file(payload->folder), "a package without INF goes to Wine only");
    if (!plain(payload->inf, d) || !plain(payload->image, d) ||
        (payload->hardware_id && !plain(payload->hardware_id, d)) ||
        (payload->certificate && (!plain(payload->certificate, d) || !certificate_id(payload, a, id, d))))
        return false;
    text_format(&t,
                "@echo off\n"
                "rem Made by cwdk deploy for the driver %s.\n"
                "cd /d \"%%~dp0\"\n"
                "for %%%%m in (%sinstall rollback keep run remove) do if \"%%1\"==\"%%%%m\" goto %%%%m\n"
                "exit /b %d\n",
                payload->service, serial_port ? "debugger " : "", SCRIPT_FAILED);
    if (serial_port)
        text_format(&t,
                    ":debugger\n"
                    "bcdedit /debug on\n"
                    "if not %%errorlevel%%==0 exit /b %d\n"
                    "bcdedit /dbgsettings serial debugport:%u baudrate:115200\n"
                    "if not %%errorlevel%%==0 exit /b %d\n"
                    "exit /b %d\n",
                    SCRIPT_FAILED, serial_port, SCRIPT_FAILED, SCRIPT_REBOOT);
    put_install(&t, payload, id, seconds);
    put_rollback(&t, payload);
    text_put(&t, ":run\n"
                 "cd ..\\run\n"
                 "..\\current\\cwdk-agent.exe run program.txt\n"
                 "exit /b %errorlevel%\n"
                 ":keep\n"
                 "rem Beside the old one first: a disk that is full leaves that as it is.\n"
                 "if exist ..\\current\\added xcopy /e /i /q /y ..\\current\\added added\n"
                 "if exist ..\\kept rmdir /s /q ..\\kept\n"
                 "xcopy /e /i /q /y . ..\\kept\n"
                 "if not %errorlevel%==0 exit /b %errorlevel%\n"
                 "if exist ..\\current rmdir /s /q ..\\current\n"
                 "move ..\\kept ..\\current\n"
                 "exit /b %errorlevel%\n");
    for (const char *c = t.data; *c; c++) {
        if (*c == '\n')
            text_add(out, "\r", 1);
        text_add(out, c, 1);
    }
    text_free(&t);
    return true;
}
