/*
 * In the place of a Windows tool that Wine lacks: adds its command line to the file of CALLS, and ends with the status
 * that the file NAME.status beside itself has, which it removes. Where there is none, it does with Wine's own functions
 * what the tool is documented to do: certificates in the machine's stores, packages in the driver store.
 */
#include <windows.h>
#include <setupapi.h>
#include <wincrypt.h>
#include <stdio.h>
#include <string.h>

/* A status that someone waits for, or -1. */
static int wanted_status(void)
{
    char path[MAX_PATH + 8];
    int status = -1;
    GetModuleFileNameA(NULL, path, MAX_PATH);
    strcpy(strrchr(path, '.'), ".status");
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    if (fscanf(file, "%d", &status) != 1)
        status = 98;
    fclose(file);
    DeleteFileA(path);
    return status;
}

static PCCERT_CONTEXT read_certificate(const char *path)
{
    static BYTE content[65536];
    FILE *file = fopen(path, "rb");
    const size_t size = file ? fread(content, 1, sizeof content, file) : 0;
    if (file)
        fclose(file);
    return CertCreateCertificateContext(X509_ASN_ENCODING, content, (DWORD)size);
}

static PCCERT_CONTEXT find_certificate(HCERTSTORE store, const char *id)
{
    BYTE hash[20];
    CRYPT_HASH_BLOB blob = {sizeof hash, hash};
    for (size_t i = 0; i < sizeof hash; i++) {
        unsigned byte;
        if (sscanf(id + 2 * i, "%2x", &byte) != 1)
            return NULL;
        hash[i] = (BYTE)byte;
    }
    return CertFindCertificateInStore(store, X509_ASN_ENCODING, 0, CERT_FIND_SHA1_HASH, &blob, NULL);
}

/* certutil -store STORE ID, -delstore STORE ID, -addstore STORE FILE. */
static int certificates(const char *command, const char *name, const char *what)
{
    const HCERTSTORE store =
        CertOpenStore(CERT_STORE_PROV_SYSTEM_REGISTRY_A, 0, 0, CERT_SYSTEM_STORE_LOCAL_MACHINE, name);
    const PCCERT_CONTEXT found = !strcmp(command, "-addstore") ? read_certificate(what) : find_certificate(store, what);
    if (!store || !found)
        return CRYPT_E_NOT_FOUND;
    BOOL ok = TRUE;
    if (!strcmp(command, "-addstore"))
        ok = CertAddCertificateContextToStore(store, found, CERT_STORE_ADD_REPLACE_EXISTING, NULL);
    else if (!strcmp(command, "-delstore"))
        ok = CertDeleteCertificateFromStore(found) && CertControlStore(store, 0, CERT_STORE_CTRL_COMMIT, NULL);
    CertCloseStore(store, 0);
    return ok ? 0 : (int)GetLastError();
}

int main(int argc, char **argv)
{
    FILE *calls = fopen(CALLS, "a");
    if (!calls)
        return 99;
    fprintf(calls, "%s\n", GetCommandLineA());
    fclose(calls);
    const int status = wanted_status();
    if (status != -1)
        return status;
    if (argc == 5 && !strcmp(argv[2], "-addstore"))
        return certificates(argv[2], argv[3], argv[4]);
    if (argc == 4 && strstr(argv[1], "store"))
        return certificates(argv[1], argv[2], argv[3]);
    if (argc == 5 && !strcmp(argv[1], "/delete-driver"))
        return SetupUninstallOEMInfA(argv[2], SUOI_FORCEDELETE, NULL) ? 0 : (int)GetLastError();
    return 0;
}
