/*
 * Reads the files of a package with Wine's own functions and prints what it sees, for the test to compare.
 *
 *     package_client catalog FILE.cat     one line a member: algorithm, digest, subject type
 *     package_client list FILE.cat        the catalog as a certificate trust list: members, attributes, signature
 *     package_client inf FILE.inf         every section with its lines, strings expanded
 *     package_client load FILE.dll NAME   loads a DLL, looks for the export, unloads it
 */
#include <windows.h>
#include <wintrust.h>
#include <mscat.h>
#include <setupapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed(const char *what)
{
    printf("failed: %s, error %lu\n", what, GetLastError());
    return 1;
}

static const char *algorithm_name(const char *oid)
{
    if (oid && !strcmp(oid, "1.3.14.3.2.26"))
        return "sha1";
    if (oid && !strcmp(oid, "2.16.840.1.101.3.4.2.1"))
        return "sha256";
    return oid ? oid : "none";
}

/* What a member is the digest of: an image with its signature left out, or a whole file. */
static const char *subject_name(const GUID *subject)
{
    static const GUID image = {0xC689AAB8, 0x8E78, 0x11D0, {0x8C, 0x47, 0x00, 0xC0, 0x4F, 0xC2, 0x95, 0xEE}};
    static const GUID flat = {0xDE351A42, 0x8E59, 0x11D0, {0x8C, 0x47, 0x00, 0xC0, 0x4F, 0xC2, 0x95, 0xEE}};
    return IsEqualGUID(subject, &image) ? "image" : IsEqualGUID(subject, &flat) ? "flat" : "another";
}

static int show_catalog(const char *path)
{
    WCHAR name[MAX_PATH];
    if (!MultiByteToWideChar(CP_ACP, 0, path, -1, name, MAX_PATH))
        return failed("the path");
    HANDLE catalog = CryptCATOpen(name, CRYPTCAT_OPEN_EXISTING, 0, 0, 0);
    if (!catalog || catalog == INVALID_HANDLE_VALUE)
        return failed("CryptCATOpen");
    int members = 0;
    for (CRYPTCATMEMBER *member = NULL; (member = CryptCATEnumerateMember(catalog, member)) != NULL; members++) {
        const SIP_INDIRECT_DATA *data = member->pIndirectData;
        if (!data) {
            printf("a member without a digest\n");
            continue;
        }
        printf("%s ", algorithm_name(data->DigestAlgorithm.pszObjId));
        for (DWORD i = 0; i < data->Digest.cbData; i++)
            printf("%02X", data->Digest.pbData[i]);
        printf(" %s\n", subject_name(&member->gSubjectType));
    }
    CryptCATClose(catalog);
    return members ? 0 : failed("no members");
}

static BYTE *read_file(const char *path, DWORD *size)
{
    HANDLE file = CreateFileA(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return NULL;
    *size = GetFileSize(file, NULL);
    BYTE *bytes = malloc(*size);
    if (bytes && !ReadFile(file, bytes, *size, size, NULL))
        *size = 0;
    CloseHandle(file);
    return bytes;
}

/* A parameter of a message, in memory that is never freed: the program is about to end. */
static void *message_parameter(HCRYPTMSG message, DWORD parameter, DWORD *size)
{
    void *value = NULL;
    if (CryptMsgGetParam(message, parameter, 0, NULL, size))
        value = malloc(*size);
    return value && CryptMsgGetParam(message, parameter, 0, value, size) ? value : NULL;
}

/* True if the first signature in the message is one by the certificate that the message says it is by. */
static BOOL signature_holds(HCRYPTMSG message)
{
    DWORD size = 0;
    CERT_INFO *signer = message_parameter(message, CMSG_SIGNER_CERT_INFO_PARAM, &size);
    HCERTSTORE certificates =
        CertOpenStore(CERT_STORE_PROV_MSG, X509_ASN_ENCODING | PKCS_7_ASN_ENCODING, 0, 0, message);
    if (!signer || !certificates)
        return FALSE;
    PCCERT_CONTEXT certificate =
        CertGetSubjectCertificateFromStore(certificates, X509_ASN_ENCODING | PKCS_7_ASN_ENCODING, signer);
    return certificate && CryptMsgControl(message, 0, CMSG_CTRL_VERIFY_SIGNATURE, certificate->pCertInfo);
}

static int show_list(const char *path)
{
    DWORD size = 0;
    BYTE *bytes = read_file(path, &size);
    HCRYPTMSG message = CryptMsgOpenToDecode(X509_ASN_ENCODING | PKCS_7_ASN_ENCODING, 0, 0, 0, NULL, NULL);
    if (!bytes || !message || !CryptMsgUpdate(message, bytes, size, TRUE))
        return failed("CryptMsgUpdate");
    const BYTE *content = message_parameter(message, CMSG_CONTENT_PARAM, &size);
    CTL_INFO *list = NULL;
    DWORD list_size = 0;
    if (!content || !CryptDecodeObjectEx(X509_ASN_ENCODING | PKCS_7_ASN_ENCODING, PKCS_CTL, content, size,
                                         CRYPT_DECODE_ALLOC_FLAG, NULL, &list, &list_size))
        return failed("CryptDecodeObjectEx");
    printf("usage %s\n", list->SubjectUsage.cUsageIdentifier ? list->SubjectUsage.rgpszUsageIdentifier[0] : "none");
    printf("member list %s\n", list->SubjectAlgorithm.pszObjId);
    for (DWORD i = 0; i < list->cCTLEntry; i++) {
        const CTL_ENTRY *entry = &list->rgCTLEntry[i];
        printf("member ");
        for (DWORD j = 0; j < entry->SubjectIdentifier.cbData; j++)
            printf("%02X", entry->SubjectIdentifier.pbData[j]);
        printf("\n");
    }
    for (DWORD i = 0; i < list->cExtension; i++)
        printf("attribute %s\n", list->rgExtension[i].pszObjId);
    printf("signature %s\n", signature_holds(message) ? "holds" : "does not hold");
    return 0;
}

static void show_line(INFCONTEXT *line)
{
    char field[1024];
    const DWORD count = SetupGetFieldCount(line);
    for (DWORD i = 0; i <= count; i++) {
        if (!SetupGetStringFieldA(line, i, field, sizeof field, NULL))
            continue;
        printf("%s%s", i > 1 ? "|" : "", field);
        if (i == 0)
            printf("=");
    }
    printf("\n");
}

static int show_inf(const char *path)
{
    UINT wrong_line = 0;
    HINF inf = SetupOpenInfFileA(path, NULL, INF_STYLE_WIN4, &wrong_line);
    if (inf == INVALID_HANDLE_VALUE) {
        printf("line %u\n", wrong_line);
        return failed("SetupOpenInfFile");
    }
    char section[256];
    for (UINT i = 0; SetupEnumInfSectionsA(inf, i, section, sizeof section, NULL); i++) {
        printf("[%s]\n", section);
        INFCONTEXT line;
        if (SetupFindFirstLineA(inf, section, NULL, &line)) {
            do
                show_line(&line);
            while (SetupFindNextLine(&line, &line));
        }
    }
    SetupCloseInfFile(inf);
    return 0;
}

/* Lets the loader take a DLL in, run its entry point, and find an export. */
static int load(const char *path, const char *name)
{
    HMODULE module = LoadLibraryA(path);
    if (!module)
        return failed("LoadLibrary");
    printf("loaded, %s is %s\n", name, GetProcAddress(module, name) ? "there" : "not there");
    printf("%s\n", FreeLibrary(module) ? "unloaded" : "not unloaded");
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && !strcmp(argv[1], "catalog"))
        return show_catalog(argv[2]);
    if (argc == 3 && !strcmp(argv[1], "list"))
        return show_list(argv[2]);
    if (argc == 4 && !strcmp(argv[1], "load"))
        return load(argv[2], argv[3]);
    if (argc == 3 && !strcmp(argv[1], "inf"))
        return show_inf(argv[2]);
    return 2;
}
