/* The rules for display, camera, audio and older network drivers: each with a file that breaks it and one that keeps
 * it.
 *
 * A row says: in a sound package of the class, replace `find` by `put`; then `code` is an error on the line of `at`, in
 * every mode or in mode windows alone. Where `code` is NULL, the change is a sound one, and nothing of these rules is
 * reported. */
#include "tests/inf/rules.h"

#define PACKAGE(class, guid, install, services, more)                                                                  \
    "[Version]\nSignature = \"$WINDOWS NT$\"\nClass = " class                                                          \
        "\nClassGuid = {" guid "}\nProvider = %Contoso%\n"                                                             \
        "DriverVer = 11/22/2026,1.2.3.4\nCatalogFile = x.cat\nPnpLockdown = 1\n"                                       \
        "[DestinationDirs]\nFiles = 13\n[SourceDisksNames]\n1 = Disk\n[SourceDisksFiles]\nx.sys = 1\nx.dll = 1\n"      \
        "[Manufacturer]\n%Contoso% = Models,NTamd64.10.0...16299\n"                                                    \
        "[Models.NTamd64.10.0...16299]\n%Device% = X,Root\\Contoso\n"                                                  \
        "[X]\n" install "[X.Services]\n" services more                                                                 \
        "[Service]\nServiceType = 1\nStartType = 3\nErrorControl = 1\nServiceBinary = %13%\\x.sys\n"                   \
        "[Files]\nx.sys\nx.dll\n[Strings]\nContoso = \"Contoso\"\nDevice = \"Device\"\nDisk = \"Disk\"\n"

static const char display[] = PACKAGE(
    "Display", "4d36e968-e325-11ce-bfc1-08002be10318", "CopyFiles = Files\nAddReg = Settings\n",
    "AddService = x, 2, Service\n",
    "[Settings]\nHKR,,InstalledDisplayDrivers,0x00010000,x\nHKR,,UserModeDriverName,0x00010000,%13%\\x.dll,,\n");

static const char camera[] =
    PACKAGE("Camera", "ca3e7ab9-b4c3-4ae6-8251-579ef933890f",
            "Include = ks.inf, kscaptur.inf\nNeeds = KS.Registration, KSCAPTUR.Registration.NT\nCopyFiles = Files\n",
            "AddService = x, 2, Service\n", "");

static const char audio[] = PACKAGE(
    "MEDIA", "4d36e96c-e325-11ce-bfc1-08002be10318",
    "Include = ks.inf, wdmaudio.inf\nNeeds = KS.Registration, WDMAUDIO.Registration, mssysfx.CopyFilesAndRegister\n"
    "CopyFiles = Files\n",
    "AddService = x, 2, Service\n",
    "[X.Interfaces]\nAddInterface = {65e8773e-8f56-11d0-a3b9-00a0c9223196}, Wave, Wave_Interface\n[Wave_Interface]\n"
    "AddReg = Effects\n[Effects]\n"
    "HKR,FX\\0,\"{D04E05A6-594B-4fb6-A80D-01AF5EED7D1D},5\",,{62dc1a93-ae24-464c-a43e-452f824c4250}\n");

static const char filter[] =
    PACKAGE("NetService", "4d36e974-e325-11ce-bfc1-08002be10318",
            "CopyFiles = Files\nAddReg = Kind, Class\n"
            "Characteristics = 0x40000\nNetCfgInstanceId = \"{5c9f2b1e-0d3a-4f57-9a64-2f8f3c1e7a02}\"\n",
            "AddService = x,, Service\n",
            "[Kind]\nHKR,Ndi,FilterType,0x00010001,2\n[Class]\nHKR,Ndi,FilterClass,,compression\n");

enum scope { EVERY_MODE, WINDOWS_ONLY };

static const struct row {
    const char *code, *package;
    enum scope scope;
    const char *find, *put, *at;
} rows[] = {
    {NULL, display, EVERY_MODE, "", "", NULL},
    {CODE_INF2600, display, EVERY_MODE, "= %13%\\x.sys", "= %12%\\x.sys", "ServiceBinary"},
    {CODE_INF2600, display, EVERY_MODE, "= %13%\\x.sys", "= \"\"\"%11%\\drivers\\x.sys\"\"\"", "ServiceBinary"},
    {NULL, display, EVERY_MODE, "= %13%\\x.sys", "= \"\"\"%13%\\x.sys\"\"\"", NULL},
    {CODE_INF2601, display, EVERY_MODE, ",%13%\\x.dll", ",%11%\\x.dll", "HKR,,UserMode"},
    {CODE_INF2601, display, EVERY_MODE, ",%13%\\x.dll,,", ",%13%\\x.dll,x.dll,", "HKR,,UserMode"},
    {CODE_INF2601, display, EVERY_MODE, "[Settings]\n", "[Settings]\nHKR,,OpenGLDriverName,0x00010000,x.dll\n",
     "HKR,,OpenGLDriverName"},
    {NULL, display, EVERY_MODE, "[Settings]\n", "[Settings]\nHKR,,OpenGLVersion,0x00010001,1\n", NULL},
    {CODE_INF2602, display, EVERY_MODE, "StartType = 3", "StartType = 1", "StartType"},
    {NULL, camera, EVERY_MODE, "", "", NULL},
    {CODE_INF2650, camera, EVERY_MODE, "= %13%\\x.sys", "= %12%\\UsbVideo.sys", "ServiceBinary"},
    {CODE_INF2651, camera, EVERY_MODE, "ks.inf, kscaptur.inf", "ks.inf", "Needs"},
    {CODE_INF2651, camera, EVERY_MODE, "Needs = ", "Needs = USBVideo.NT.Other, ", "Needs"},
    {NULL, camera, EVERY_MODE, "ks.inf, kscaptur.inf", "kscaptur.inf, KS.inf", NULL},
    {CODE_INF2652, camera, EVERY_MODE,
     "ks.inf, kscaptur.inf\nNeeds = ", "ks.inf, kscaptur.inf, usbvideo.inf\nNeeds = USBVideo.NT, ", "[X]"},
    {CODE_INF2652, camera, EVERY_MODE, "[X.Services]\n",
     "Include = usbvideo.inf\nNeeds = USBVideo.NT\n[X.HW]\nInclude = other.inf\nNeeds = Other.HW\n[X.Services]\n",
     "[X.HW]"},
    {NULL, camera, EVERY_MODE, "[X.Services]\n",
     "Include = usbvideo.inf\nNeeds = USBVideo.NT\n[X.HW]\nInclude = usbvideo.inf\nNeeds = "
     "USBVideo.NT.HW\n[X.Services]\n",
     NULL},
    {NULL, audio, EVERY_MODE, "", "", NULL},
    {CODE_INF2660, audio, WINDOWS_ONLY, "[Effects]\n",
     "[Effects]\nHKCR,AudioEngine\\AudioProcessingObjects\\{b48dea3f-d962-425a-8d9a-9a5bb37a9904},,,x\n", "HKCR,Audio"},
    {CODE_INF2661, audio, WINDOWS_ONLY, "[Effects]\n",
     "[Effects]\nHKR,AudioEngine\\AudioProcessingObjects\\{b48dea3f-d962-425a-8d9a-9a5bb37a9904},,,x\n", "HKR,Audio"},
    {NULL, audio, EVERY_MODE, "[Effects]\n", "[Effects]\nHKR,AudioEngine\\AudioProcessingObjectsX,,,x\n", NULL},
    {CODE_INF2662, audio, WINDOWS_ONLY, "ks.inf, wdmaudio.inf", "ks.inf, other.inf", "HKR,FX"},
    {CODE_INF2663, audio, WINDOWS_ONLY, ", mssysfx.CopyFilesAndRegister", "", "HKR,FX"},
    {NULL, audio, EVERY_MODE, "mssysfx.CopyFilesAndRegister", "mssysfx.CopyFilesAndRegisterCapX", NULL},
    {NULL, audio, EVERY_MODE, "62dc1a93-ae24-464c-a43e-452f824c4250", "889c03c8-abad-4004-bf0a-bc7bb825e166", NULL},
    {NULL, filter, EVERY_MODE, "", "", NULL},
    {CODE_INF2411, filter, EVERY_MODE, "{5c9f2b1e-0d3a-4f57-9a64-2f8f3c1e7a02}", "contoso", "NetCfgInstanceId"},
    {CODE_INF2411, filter, EVERY_MODE, "{5c9f2b1e-0d3a-4f57-9a64-2f8f3c1e7a02}", "{5c9f2b1e}", "NetCfgInstanceId"},
    {CODE_INF2418, filter, EVERY_MODE, "AddReg = Kind, Class", "AddReg = Kind", "HKR,Ndi,FilterType"},
    {NULL, filter, EVERY_MODE, "FilterType,0x00010001,2\n[Class]\nHKR,Ndi,FilterClass,,compression",
     "FilterType,0x00010001,1\n[Class]\nHKR,Ndi,HelpText,,x", NULL},
};

/* One of the codes that this test is about. */
static bool of_class(const char *code)
{
    return code && (!strncmp(code, "INF26", 5) || !strcmp(code, CODE_INF2411) || !strcmp(code, CODE_INF2418));
}

/* How often such a code is an error on the line; -1 where one stands elsewhere or another one is there, too. */
static int errors_at(const struct diag *d, const char *code, unsigned line)
{
    int found = 0;
    for (size_t i = 0; i < d->count; i++) {
        const struct diag_entry *e = &d->entries[i];
        if (!of_class(e->code))
            continue;
        if (!code || strcmp(e->code, code) != 0 || e->place.line != line || e->severity != DIAG_ERROR)
            return -1;
        found++;
    }
    return found;
}

static void a_rule(void **state)
{
    const struct row *row = *state;
    for (enum inf_mode mode = INF_MODE_DESKTOP; mode <= INF_MODE_WINDOWS; mode++) {
        struct bench b = {0};
        const char *text = rules_changed(&b, row->package, row->find, row->put);
        const bool wanted = row->code && (row->scope == EVERY_MODE || mode == INF_MODE_WINDOWS);
        rules_verify(&b, text, mode);
        const int found = errors_at(&b.diag, row->code, rules_line(text, row->at));
        rules_finish(&b, wanted ? found >= 1 : found == 0, wanted ? row->code : "nothing", mode);
    }
}

int main(void)
{
    return rules_run(rows, sizeof rows / sizeof *rows, sizeof *rows, a_rule);
}
