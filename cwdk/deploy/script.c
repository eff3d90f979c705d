/* deploy.cmd: certutil and pnputil as Microsoft documents them, and the agent for what they lack. */
#include "cwdk/deploy/script.h"
#include "cwdk/diag/codes.h"

#include <string.h>

/* In quotation marks these mean themselves to cmd.exe. */
static bool plain(const char *name, struct diag *d)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.\\&{}*# ";
    return !name[strspn(name, allowed)] ||
           diag_error(d, CODE_DEP0003, diag_nowhere(), "'%s' has characters that a script cannot carry", name);
}

static void put_certificate(struct text *t, const char *certificate)
{
    static const char *const stores[] = {"Root", "TrustedPublisher"};
    for (size_t i = 0; i < 2; i++)
        text_format(t,
                    "certutil -f -addstore %s \"%s\"\n"
                    "if errorlevel 1 goto failed\n",
                    stores[i], certificate);
}

bool script_write(const struct deploy_payload *payload, unsigned seconds, struct text *out, struct diag *d)
{
    struct text t = {0};
    if (!payload->inf)
        return diag_error(d, CODE_DEP0003, diag_in_file(payload->folder), "a package without INF goes to Wine only");
    if (!plain(payload->inf, d) || (payload->hardware_id && !plain(payload->hardware_id, d)) ||
        (payload->certificate && !plain(payload->certificate, d)))
        return false;
    text_format(&t,
                "@echo off\n"
                "rem Made by cwdk deploy for the driver %s.\n"
                "cd /d \"%%~dp0\"\n"
                "if \"%%1\"==\"keep\" goto keep\n"
                "if \"%%1\"==\"rollback\" goto rollback\n"
                "if not \"%%1\"==\"install\" exit /b 1\n",
                payload->service);
    if (payload->certificate) {
        text_put(&t, "rem The test certificate, so that the package's signatures count on this machine.\n");
        put_certificate(&t, payload->certificate);
    }
    text_format(&t,
                "rem The driver store; 259: no device has it yet, 3010: after a reboot.\n"
                "pnputil /add-driver \"%s\" /install\n"
                "if %%errorlevel%%==3010 exit /b %d\n"
                "if %%errorlevel%%==259 goto added\n"
                "if errorlevel 1 goto failed\n"
                ":added\n",
                payload->inf, SCRIPT_REBOOT);
    if (payload->hardware_id)
        text_format(&t,
                    "rem The device %s, and its service.\n"
                    "cwdk-agent.exe device %s \"%s\" \"%s\" %u\n"
                    "if %%errorlevel%%==5 exit /b %d\n"
                    "if errorlevel 1 goto failed\n",
                    payload->hardware_id, payload->service, payload->hardware_id, payload->inf, seconds, SCRIPT_REBOOT);
    text_format(&t,
                "exit /b %d\n"
                ":failed\n"
                "rem Lines of the setup log that name this package, or are errors.\n"
                "if exist \"%%windir%%\\inf\\setupapi.dev.log\" findstr /i /n /c:\"%s\" /c:\"!!!\" "
                "\"%%windir%%\\inf\\setupapi.dev.log\"\n"
                "exit /b %d\n"
                ":rollback\n"
                "if not exist ..\\current\\deploy.cmd exit /b %d\n"
                "call ..\\current\\deploy.cmd install\n"
                "exit /b %%errorlevel%%\n"
                ":keep\n"
                "if exist ..\\current rmdir /s /q ..\\current\n"
                "xcopy /e /i /q /y . ..\\current\n"
                "exit /b %%errorlevel%%\n",
                SCRIPT_DONE, payload->inf, SCRIPT_FAILED, SCRIPT_NOTHING_BEFORE);
    for (const char *c = t.data; *c; c++) {
        if (*c == '\n')
            text_add(out, "\r", 1);
        text_add(out, c, 1);
    }
    text_free(&t);
    return true;
}
