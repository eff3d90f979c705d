/* The rules for network drivers: each with a file that breaks it and one that keeps it, as in verify_test.c.
 *
 * A row says: replace `find` by `put` in the sound package; then `code` is an error in every mode on the line of `at`.
 * Where `code` is NULL, the change is a sound one, and nothing may be reported. */
#include "tests/inf/rules.h"

/* The class's GUID is no part of the rules; this one is made up. */
static const char sound[] = "[Version]\n"
                            "Signature = \"$WINDOWS NT$\"\n"
                            "Class = NetDriver\n"
                            "ClassGuid = {3b0a2a9e-52c1-4c7e-9d55-0c1f6c1a7e10}\n"
                            "Provider = %Contoso%\n"
                            "DriverVer = 11/22/2026,1.2.3.4\n"
                            "CatalogFile = net.cat\n"
                            "PnpLockdown = 1\n"
                            "[DestinationDirs]\n"
                            "Files = 13\n"
                            "[SourceDisksNames]\n"
                            "1 = Disk\n"
                            "[SourceDisksFiles]\n"
                            "net.sys = 1\n"
                            "[DefaultInstall.NTamd64]\n"
                            "CopyFiles = Files\n"
                            "[DefaultInstall.NTamd64.Services]\n"
                            "AddService = net, , Service\n"
                            "[DefaultInstall.NTamd64.NetDrivers]\n"
                            "AddNetFilter = contoso_filter, Filter\n"
                            "AddNetProtocol = contoso_protocol2, Protocol\n"
                            "[Filter]\n"
                            "FilterClass = compression\n"
                            "[Protocol]\n"
                            "[Service]\n"
                            "ServiceType = 1\n"
                            "StartType = 3\n"
                            "ErrorControl = 1\n"
                            "ServiceBinary = %13%\\net.sys\n"
                            "[Files]\n"
                            "net.sys\n"
                            "[Strings]\n"
                            "Contoso = \"Contoso\"\n";

#define FILTER   "AddNetFilter = contoso_filter, Filter\n"
#define PROTOCOL "AddNetProtocol = contoso_protocol2, Protocol\n"

static const struct row {
    const char *code, *find, *put, *at;
} rows[] = {
    {NULL, "", "", NULL},
    {CODE_INF2400, FILTER, FILTER "AddNetFilter = other\n", "AddNetFilter = other"},
    {CODE_INF2400, FILTER, FILTER "AddNetFilter = other,\n", "AddNetFilter = other"},
    {CODE_INF2400, FILTER, FILTER "AddNetFilter = , Filter\n", "AddNetFilter = ,"},
    {CODE_INF2400, FILTER, FILTER "AddNetProtocol = other, Filter, more\n", "AddNetProtocol = other"},
    {NULL, FILTER, FILTER "AddNetFilter = other, Filter\n", NULL},
    {CODE_INF2403, "= compression", "= compression, custom", "FilterClass"},
    {CODE_INF2414, "= compression", "=", "FilterClass"},
    {NULL, "= compression", "= custom", NULL},
    {CODE_INF2405, "Class = NetDriver\nClassGuid = {3b0a2a9e-52c1-4c7e-9d55-0c1f6c1a7e10}",
     "Class = NetService\nClassGuid = {4d36e974-e325-11ce-bfc1-08002be10318}", "[DefaultInstall.NTamd64.NetDrivers]"},
    {NULL, "Class = NetDriver", "Class = netdriver", NULL},
    {CODE_INF2412, "contoso_filter", "Contoso_filter", "AddNetFilter"},
    {CODE_INF2412, "contoso_protocol2", "contoso.protocol", "AddNetProtocol"},
    {NULL, "contoso_filter", "2_contoso", NULL},
    {CODE_INF2414, "= compression", "= Compression", "FilterClass"},
    {CODE_INF2414, "= compression", "= two-words", "FilterClass"},
    {NULL, "= compression", "= ms_switch_filter", NULL},
    {CODE_INF2415, "contoso_filter", "ms_filter", "AddNetFilter"},
    {CODE_INF2415, "contoso_protocol2", "vms_protocol", "AddNetProtocol"},
    {NULL, "contoso_filter", "xms_filter", NULL},
    {CODE_INF2420, "[DefaultInstall.NTamd64.NetDrivers]\n" FILTER PROTOCOL, "", "[DefaultInstall.NTamd64]"},
    {CODE_INF2420, FILTER PROTOCOL, "", "[DefaultInstall.NTamd64.NetDrivers]"},
    {CODE_INF2420, "[DefaultInstall.NTamd64]", "[DefaultInstall.NTarm64]\nCopyFiles = Files\n[DefaultInstall.NTamd64]",
     "[DefaultInstall.NTarm64]"},
    {NULL, FILTER PROTOCOL "[Filter]\nFilterClass = compression\n", PROTOCOL, NULL},
    {NULL, "FilterClass = compression\n",
     "FilterClass = compression\nAddReg = Filter_Reg\n[Filter_Reg]\nHKR,,Count,0x00010001,1\n", NULL},
    {CODE_INF1203, "[Protocol]\n", "", "AddNetProtocol"},
};

static bool has_error(const struct diag *d, const char *code, unsigned line)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->entries[i].code && !strcmp(d->entries[i].code, code) && d->entries[i].place.line == line &&
            d->entries[i].severity == DIAG_ERROR)
            return true;
    return false;
}

/* One test for each row, in all three modes. */
static void a_rule(void **state)
{
    const struct row *row = *state;
    for (enum inf_mode mode = INF_MODE_DESKTOP; mode <= INF_MODE_WINDOWS; mode++) {
        struct bench b = {0};
        const char *text = rules_changed(&b, sound, row->find, row->put);
        rules_verify(&b, text, mode);
        const bool right = row->code ? has_error(&b.diag, row->code, rules_line(text, row->at)) : b.diag.count == 0;
        rules_finish(&b, right, row->code ? row->code : "nothing", mode);
    }
}

int main(void)
{
    return rules_run(rows, sizeof rows / sizeof *rows, sizeof *rows, a_rule);
}
