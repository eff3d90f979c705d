/* The rules for display, camera, audio and older network drivers: each with a file that breaks it and one that keeps
 * it.
 *
 * A row says: in a sound package of the class, replace `find` by `put`; then `code` is an error on the line of `at`, in
 * every mode or in mode windows alone. Where `code` is NULL, the change is a sound one, and nothing of these rules is
 * reported. */
#include "cwdk/inf/verify.h"
#include "tests/inf/bench.h"

#include <stdio.h>

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
    const char *package, *code;
    enum scope scope;
    const char *find, *put, *at;
} rows[] = {
    {display, NULL, EVERY_MODE, "", "", NULL},
    {display, CODE_INF2600, EVERY_MODE, "= %13%\\x.sys", "= %12%\\x.sys", "ServiceBinary"},
    {display, CODE_INF2600, EVERY_MODE, "= %13%\\x.sys", "= \"\"\"%11%\\drivers\\x.sys\"\"\"", "ServiceBinary"},
    {display, NULL, EVERY_MODE, "= %13%\\x.sys", "= \"\"\"%13%\\x.sys\"\"\"", NULL},
    {display, CODE_INF2601, EVERY_MODE, ",%13%\\x.dll", ",%11%\\x.dll", "HKR,,UserMode"},
    {display, CODE_INF2601, EVERY_MODE, ",%13%\\x.dll,,", ",%13%\\x.dll,x.dll,", "HKR,,UserMode"},
    {display, CODE_INF2601, EVERY_MODE, "[Settings]\n", "[Settings]\nHKR,,OpenGLDriverName,0x00010000,x.dll\n",
     "HKR,,OpenGLDriverName"},
    {display, NULL, EVERY_MODE, "[Settings]\n", "[Settings]\nHKR,,OpenGLVersion,0x00010001,1\n", NULL},
    {display, CODE_INF2602, EVERY_MODE, "StartType = 3", "StartType = 1", "StartType"},
    {camera, NULL, EVERY_MODE, "", "", NULL},
    {camera, CODE_INF2650, EVERY_MODE, "= %13%\\x.sys", "= %12%\\UsbVideo.sys", "ServiceBinary"},
    {camera, CODE_INF2651, EVERY_MODE, "ks.inf, kscaptur.inf", "ks.inf", "Needs"},
    {camera, CODE_INF2651, EVERY_MODE, "Needs = ", "Needs = USBVideo.NT.Other, ", "Needs"},
    {camera, NULL, EVERY_MODE, "ks.inf, kscaptur.inf", "kscaptur.inf, KS.inf", NULL},
    {camera, CODE_INF2652, EVERY_MODE,
     "ks.inf, kscaptur.inf\nNeeds = ", "ks.inf, kscaptur.inf, usbvideo.inf\nNeeds = USBVideo.NT, ", "[X]"},
    {camera, CODE_INF2652, EVERY_MODE, "[X.Services]\n",
     "Include = usbvideo.inf\nNeeds = USBVideo.NT\n[X.HW]\nInclude = other.inf\nNeeds = Other.HW\n[X.Services]\n",
     "[X.HW]"},
    {camera, NULL, EVERY_MODE, "[X.Services]\n",
     "Include = usbvideo.inf\nNeeds = USBVideo.NT\n[X.HW]\nInclude = usbvideo.inf\nNeeds = "
     "USBVideo.NT.HW\n[X.Services]\n",
     NULL},
    {audio, NULL, EVERY_MODE, "", "", NULL},
    {audio, CODE_INF2660, WINDOWS_ONLY, "[Effects]\n",
     "[Effects]\nHKCR,AudioEngine\\AudioProcessingObjects\\{b48dea3f-d962-425a-8d9a-9a5bb37a9904},,,x\n", "HKCR,Audio"},
    {audio, CODE_INF2661, WINDOWS_ONLY, "[Effects]\n",
     "[Effects]\nHKR,AudioEngine\\AudioProcessingObjects\\{b48dea3f-d962-425a-8d9a-9a5bb37a9904},,,x\n", "HKR,Audio"},
    {audio, NULL, EVERY_MODE, "[Effects]\n", "[Effects]\nHKR,AudioEngine\\AudioProcessingObjectsX,,,x\n", NULL},
    {audio, CODE_INF2662, WINDOWS_ONLY, "ks.inf, wdmaudio.inf", "ks.inf, other.inf", "HKR,FX"},
    {audio, CODE_INF2663, WINDOWS_ONLY, ", mssysfx.CopyFilesAndRegister", "", "HKR,FX"},
    {audio, NULL, EVERY_MODE, "mssysfx.CopyFilesAndRegister", "mssysfx.CopyFilesAndRegisterCapX", NULL},
    {audio, NULL, EVERY_MODE, "62dc1a93-ae24-464c-a43e-452f824c4250", "889c03c8-abad-4004-bf0a-bc7bb825e166", NULL},
    {filter, NULL, EVERY_MODE, "", "", NULL},
    {filter, CODE_INF2411, EVERY_MODE, "{5c9f2b1e-0d3a-4f57-9a64-2f8f3c1e7a02}", "contoso", "NetCfgInstanceId"},
    {filter, CODE_INF2411, EVERY_MODE, "{5c9f2b1e-0d3a-4f57-9a64-2f8f3c1e7a02}", "{5c9f2b1e}", "NetCfgInstanceId"},
    {filter, CODE_INF2418, EVERY_MODE, "AddReg = Kind, Class", "AddReg = Kind", "HKR,Ndi,FilterType"},
    {filter, NULL, EVERY_MODE, "FilterType,0x00010001,2\n[Class]\nHKR,Ndi,FilterClass,,compression",
     "FilterType,0x00010001,1\n[Class]\nHKR,Ndi,HelpText,,x", NULL},
};

static unsigned line_of(const char *text, const char *place)
{
    unsigned line = 1;
    for (; text < place; text++)
        line += *text == '\n';
    return line;
}

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
        const char *place = strstr(row->package, row->find);
        assert_non_null(place);
        const char *text = arena_format(&b.arena, "%.*s%s%s", (int)(place - row->package), row->package, row->put,
                                        place + strlen(row->find));
        const char *at = row->at ? strstr(text, row->at) : NULL;
        assert_true(!row->at || at);
        struct inf *inf = bench_parse(&b, text, strlen(text));
        assert_non_null(inf);
        const struct inf_verify options = {mode, INF_ARCH_NONE};
        inf_verify(inf, &options, &b.diag);
        const bool wanted = row->code && (row->scope == EVERY_MODE || mode == INF_MODE_WINDOWS);
        const int found = errors_at(&b.diag, row->code, at ? line_of(text, at) : 0);
        if (wanted ? found < 1 : found != 0) {
            for (size_t i = 0; i < b.diag.count; i++)
                print_message("# %s line %u: %s\n", b.diag.entries[i].code, b.diag.entries[i].place.line,
                              b.diag.entries[i].message);
            fail_msg("%s in mode %s is not what was found", wanted ? row->code : "nothing", inf_mode_name(mode));
        }
        diag_free(&b.diag);
        arena_free(&b.arena);
    }
}

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };
    static struct CMUnitTest tests[ROWS];
    static char names[ROWS][64];
    for (size_t i = 0; i < ROWS; i++) {
        snprintf(names[i], sizeof names[i], "row %zu: %s", i + 1, rows[i].code ? rows[i].code : "sound");
        tests[i] = (struct CMUnitTest){names[i], a_rule, NULL, NULL, (void *)&rows[i]};
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
