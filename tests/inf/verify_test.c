/* Each rule of verification with a file that breaks it and one that keeps it: the sound package below, changed in one
 * place.
 *
 * A row says: replace `find` by `put` in the sound package; then `code` is reported on the line of `at` (or anywhere,
 * where that is NULL), as an error or a warning in the modes desktop, universal and windows as `levels` has it: E, W,
 * or - for nothing. That the sound package itself gives no report in any mode is a test of its own. */
#include "tests/inf/rules.h"

static const char sound[] = "; A sound package.\n"
                            "[Version]\n"
                            "Signature = \"$WINDOWS NT$\"\n"
                            "Class = System\n"
                            "ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}\n"
                            "Provider = %Contoso%\n"
                            "DriverVer = 11/22/2026,1.2.3.4\n"
                            "CatalogFile = echo.cat\n"
                            "PnpLockdown = 1\n"
                            "\n"
                            "[DestinationDirs]\n"
                            "DefaultDestDir = 13\n"
                            "Drivers_Dir = 13\n"
                            "Umdf_Dir = 13,sub\n"
                            "\n"
                            "[SourceDisksNames]\n"
                            "1 = %Disk%,,,\"\"\n"
                            "\n"
                            "[SourceDisksFiles]\n"
                            "echo.sys = 1,,\n"
                            "umdf.dll = 1,sub\n"
                            "helper.exe = 1\n"
                            "\n"
                            "[Manufacturer]\n"
                            "%Contoso% = Models,NTamd64.10.0...19041,NTarm64.10.0...19041\n"
                            "\n"
                            "[Models.NTamd64.10.0...19041]\n"
                            "%Echo% = Echo_Device, root\\echo\n"
                            "%Umdf% = Umdf_Device, root\\umdf, root\\other\n"
                            "[Models.NTarm64.10.0...19041]\n"
                            "%Echo% = Echo_Device, root\\echo\n"
                            "\n"
                            "[Echo_Device.NT]\n"
                            "CopyFiles = Drivers_Dir, @helper.exe\n"
                            "AddReg = Echo_Reg\n"
                            "FeatureScore = F0\n"
                            "[Echo_Device.NT.HW]\n"
                            "AddReg = Echo_Hw_Reg\n"
                            "[Echo_Device.NT.Services]\n"
                            "AddService = echo, 0x00000002, Echo_Service, Echo_Log, System\n"
                            "AddService = filter, , Filter_Service\n"
                            "[Echo_Device.NT.Filters]\n"
                            "AddFilter = filter, , Echo_Filter\n"
                            "[Echo_Filter]\n"
                            "FilterPosition = Upper\n"
                            "[Echo_Device.NT.Wdf]\n"
                            "KmdfService = echo, Echo_Wdf\n"
                            "[Echo_Wdf]\n"
                            "KmdfLibraryVersion = 1.33\n"
                            "[Echo_Device.NT.Interfaces]\n"
                            "AddInterface = {cdc35b6e-0be4-4936-bf5f-5537380a7c1a}\n"
                            "[Echo_Device.NT.Components]\n"
                            "AddComponent = part, , Echo_Component\n"
                            "[Echo_Component]\n"
                            "ComponentIDs = part1\n"
                            "[Echo_Device.NT.Software]\n"
                            "AddSoftware = helper, , Echo_Software\n"
                            "[Echo_Software]\n"
                            "SoftwareType = 1\n"
                            "SoftwareBinary = %13%\\helper.exe\n"
                            "[Echo_Device.NT.COM]\n"
                            "AddComServer = server, , Echo_Com\n"
                            "[Echo_Com]\n"
                            "ServerType = 1\n"
                            "AddComClass = {bb2b85ab-9473-42e5-8d1a-0f01d3879879}, , Echo_Com_Class\n"
                            "[Echo_Com_Class]\n"
                            "ThreadingModel = Both\n"
                            "\n"
                            "[Drivers_Dir]\n"
                            "echo.sys,,,2\n"
                            "[Echo_Reg]\n"
                            "HKR,,Count,0x00010001,10\n"
                            "HKR,,Bytes,1,00,ff,1a\n"
                            "HKR,,List,0x00010000,a,b\n"
                            "HKR,,Path,0x00020000,%%SystemRoot%%\\x.dll\n"
                            "[Echo_Hw_Reg]\n"
                            "HKR,,Security,,\"D:P(A;;GA;;;SY)(A;;GRGW;;;BA)\"\n"
                            "[Echo_Log]\n"
                            "AddReg = Echo_Log_Reg\n"
                            "[Echo_Log_Reg]\n"
                            "HKR,,TypesSupported,0x00010001,7\n"
                            "\n"
                            "[Echo_Service]\n"
                            "DisplayName = %Echo%\n"
                            "ServiceType = 1\n"
                            "StartType = 3\n"
                            "ErrorControl = 1\n"
                            "ServiceBinary = %13%\\echo.sys\n"
                            "AddReg = Echo_Service_Reg\n"
                            "Security = \"D:(A;;GA;;;SY)\"\n"
                            "[Echo_Service_Reg]\n"
                            "HKR,Parameters,Level,0x00010001,1\n"
                            "[Filter_Service]\n"
                            "ServiceType = 1\n"
                            "StartType = 3\n"
                            "ErrorControl = 1\n"
                            "ServiceBinary = %13%\\echo.sys\n"
                            "\n"
                            "[Umdf_Device.NT]\n"
                            "Include = wudfrd.inf\n"
                            "Needs = WUDFRD.NT\n"
                            "CopyFiles = Umdf_Dir\n"
                            "[Umdf_Device.NT.Services]\n"
                            "Include = wudfrd.inf\n"
                            "Needs = WUDFRD.NT.Services\n"
                            "[Umdf_Device.NT.Wdf]\n"
                            "UmdfService = Umdf, Umdf_Wdf\n"
                            "UmdfServiceOrder = Umdf\n"
                            "[Umdf_Wdf]\n"
                            "UmdfLibraryVersion = 2.33.0\n"
                            "ServiceBinary = %13%\\sub\\umdf.dll\n"
                            "[Umdf_Dir]\n"
                            "umdf.dll\n"
                            "\n"
                            "[Strings]\n"
                            "Contoso = \"Contoso\"\n"
                            "Disk = \"Disk\"\n"
                            "Echo = \"Echo\"\n"
                            "Umdf = \"Umdf\"\n"
                            "[Strings.0407]\n"
                            "Contoso = \"Contoso\"\n"
                            "Disk = \"Datentraeger\"\n"
                            "Echo = \"Echo\"\n"
                            "Umdf = \"Umdf\"\n";

struct row {
    const char *code, *levels, *find, *put, *at;
};

static const struct row rows[] = {
    /* [Version] */
    {CODE_INF1001, "EEE", "[Version]", "[Versoin]", NULL},
    {CODE_INF1001, "EEE", "$WINDOWS NT$", "$WINDOWS 95$", "Signature"},
    {CODE_INF1010, "EEE", "{4d36e97d-e325", "{4d36e97d_e325", "ClassGuid"},
    {CODE_INF1088, "EEE",
     "CatalogFile =", "DriverVer = 11/22/2026,1.2.3.4\nCatalogFile =", "DriverVer = 11/22/2026,1.2.3.4\nCat"},
    {CODE_INF1088, "EEE", "PnpLockdown = 1", "Class = Net\nPnpLockdown = 1", "Class = Net"},
    {CODE_INF1088, "WWW", "PnpLockdown = 1", "PnpLockdown = 1\nPnpLockdown = 1", NULL},
    {CODE_INF1204, "EEE", "Contoso = \"Contoso\"\nDisk = \"Disk\"", "Contoso = \"Microsoft Corp\"\nDisk = \"Disk\"",
     "Provider"},
    {CODE_INF1214, "EEE", "echo.cat", "cat\\echo.cat", "CatalogFile"},
    {CODE_INF1214, "EEE", "echo.cat", "echo", "CatalogFile"},
    {CODE_INF1217, "EEE", "2026,1.2.3.4", "2026,1.2.3.70000", "DriverVer"},
    {CODE_INF1217, "EEE", "2026,1.2.3.4", "2026", "DriverVer"},
    {CODE_INF1217, "EEE", "2026,1.2.3.4", "2026,0.0.0.0", "DriverVer"},
    {CODE_INF1218, "EEE", "11/22/2026", "2026-11-22", "DriverVer"},
    {CODE_INF1218, "EEE", "11/22/2026", "02/30/2026", "DriverVer"},
    {CODE_INF1233, "EEE", "CatalogFile = echo.cat\n", "", "[Version]"},
    {CODE_INF1233, "EEE", "DriverVer = 11/22/2026,1.2.3.4\n", "", "[Version]"},
    {CODE_INF1234, "EEE", "Provider = %Contoso%\n", "", "[Version]"},
    {CODE_INF1234, "EEE", "Class = System\n", "Class =\n", "Class ="},
    {CODE_INF1280, "EEE", "Class = System", "Class = Sensors", "Class ="},
    {CODE_INF1281, "EEE", "{4d36e97d-", "{4d36e9ff-", "ClassGuid"},
    {CODE_INF1284, "EEE", "Class = System\nClassGuid = {4d36e97d-", "Class = Computer\nClassGuid = {4d36e966-",
     "Class ="},
    {CODE_INF1284, "WWW", "Class = System\nClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}",
     "Class = Sample\nClassGuid = {78A1C341-4539-11d3-B88D-00C04FAD5171}", "Class ="},
    {CODE_INF1285, "EEE", "[Drivers_Dir]", "[ClassInstall32]\nAddReg = Echo_Reg\n[Drivers_Dir]", "[ClassInstall32]"},
    {CODE_INF1286, "EEE", "Class = System\nClassGuid = {4d36e97d-",
     "Class = ANameOfMoreThanThirtyOneLetters0\nClassGuid = {4d36eeee-", "Class ="},
    {CODE_INF1324, "WWE", "PnpLockdown = 1\n", "", "[Version]"},
    {CODE_INF1324, "WWE", "PnpLockdown = 1\n", "PnpLockdown = 0\n", "PnpLockdown"},
    {CODE_INF1380, "EEE", "PnpLockdown", "ExtensionId = {1}\nPnpLockdown", "ExtensionId"},
    {CODE_INF1381, "EEE", "Class = System\nClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}",
     "Class = Extension\nClassGuid = {e2f84ce7-8efa-411c-aa69-97454ca4cb57}", "[Version]"},
    {CODE_INF1383, "EEE", "Class = System\nClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}",
     "Class = Extension\nExtensionId = {e2f84ce7-8efa-411c-aa69-97454ca4cb58}\nClassGuid = "
     "{e2f84ce7-8efa-411c-aa69-97454ca4cb57}",
     "AddService = echo"},
    {CODE_INF2009, "WWW", "PnpLockdown", "DriverPackageType = PlugAndPlay\nPnpLockdown", "DriverPackageType"},

    /* [Strings] */
    {CODE_INF1235, "EEE", "DisplayName = %Echo%", "DisplayName = %Ecko%", "DisplayName"},
    {CODE_INF1242, "EEE", "SoftwareBinary = %13%", "SoftwareBinary = %99%", "SoftwareBinary"},
    {CODE_INF1294, "EEE", "Umdf = \"Umdf\"\n[Strings.0407]", "Umdf = \"Umdf\"\nECHO = x\n[Strings.0407]", "ECHO = x"},
    {CODE_INF1295, "EEE", "Disk = \"Datentraeger\"\n", "", "[Strings.0407]"},

    /* Manufacturers and models */
    {CODE_INF1011, "EEE", "%Contoso% = Models,", "%Contoso% = ,", "%Contoso% ="},
    {CODE_INF1203, "EEE", "[Models.NTarm64.10.0...19041]", "[Models.NTarm64.10.0..19041]", "%Contoso% = Models"},
    {CODE_INF1229, "EEE", "%Echo% = Echo_Device, root\\echo\n%Umdf%", "%Echo% = Echo_Device\n%Umdf%", "%Echo% ="},
    {CODE_INF1261, "EEE", "%Umdf% = Umdf_Device,", "%Umdf% = Umdf_Divece,", "%Umdf% ="},
    {CODE_INF1271, "EEE", "%Umdf% = Umdf_Device,", "%Umdf% = ,", "%Umdf% ="},
    {CODE_INF1274, "EEE", "NTarm64.10.0...19041\n\n", "NT$ARCH$.10.0...19041\n\n", "%Contoso% ="},
    {CODE_INF1287, "EEE", "NTarm64.10.0...19041\n\n", "NTarm65.10.0...19041\n\n", "%Contoso% ="},
    {CODE_INF1287, "EEE", "NTarm64.10.0...19041\n\n", "NTarm64.10.0.....19041\n\n", "%Contoso% ="},
    {CODE_INF1288, "EEE", "NTarm64.10.0...19041\n\n", "NTarm64.10.0...10240\n\n", "%Contoso% ="},
    {CODE_INF1297, "EEE", "%Contoso% = Models,NTamd64.10.0...19041,NTarm64.10.0...19041\n", "", "[Manufacturer]"},
    {CODE_INF1307, "WWW", "NTarm64.10.0...19041\n\n", "NTarm64.10.0.1..19041\n\n", "%Contoso% ="},
    {CODE_INF2010, "WWW", "NTarm64.10.0...19041\n\n", "NT.10.0...19041\n\n", "%Contoso% ="},
    {CODE_INF1212, "EEE", "[Drivers_Dir]", "[DefaultInstall.NTamd64]\nCopyFiles = Drivers_Dir\n[Drivers_Dir]",
     "[Manufacturer]"},
    {CODE_INF1421, "EEE", "[Drivers_Dir]", "[DefaultInstall]\nCopyFiles = Drivers_Dir\n[Drivers_Dir]",
     "[DefaultInstall]"},
    {CODE_INF1422, "EEE", "[Drivers_Dir]", "[DefaultUninstall.NTamd64]\nReboot\n[Drivers_Dir]", "[DefaultUninstall"},

    /* Sections */
    {CODE_INF0115, "WWW", "AddReg = Echo_Reg", "AddRge = Echo_Reg", "AddRge"},
    {CODE_INF0115, "WWW", "StartType = 3\nErrorControl = 1\nServiceBinary = %13%\\echo.sys\nAddReg",
     "StartType = 3\nStratType = 2\nErrorControl = 1\nServiceBinary = %13%\\echo.sys\nAddReg", "StratType"},
    {CODE_INF1005, "EEE", "CopyFiles = Umdf_Dir", "CopyFiles =", "CopyFiles =\n"},
    {CODE_INF1203, "EEE", "CopyFiles = Umdf_Dir", "CopyFiles = Umfd_Dir", "CopyFiles = Umfd"},
    {CODE_INF1203, "EEE", "KmdfService = echo, Echo_Wdf", "KmdfService = echo, Echo_Wfd", "KmdfService"},
    {CODE_INF1205, "WWW", "CopyFiles = Umdf_Dir", "CopyFiles = Umdf_Dir\nRenFiles = Umdf_Dir", "RenFiles"},
    {CODE_INF1206, "EEE", "CopyFiles = Umdf_Dir", "CopyFiles = Umdf_Dir\nAddReg = Umdf_Dir", "AddReg = Umdf_Dir"},
    {CODE_INF1209, "EEE", "[Umdf_Dir]", "[Drivers_Dir]\n[Umdf_Dir]", "[Drivers_Dir]"},
    {CODE_INF1290, "EEE", "FeatureScore = F0", "AddService = echo,2,Echo_Service", "AddService = echo,2"},
    {CODE_INF1290, "EEE", "AddService = filter, ,", "AddReg = Echo_Reg\nAddService = filter, ,",
     "AddReg = Echo_Reg\nAddService"},
    {CODE_INF1312, "EEE", "Needs = WUDFRD.NT\n", "Needs = WUDFRD.NT.HW\n", "Needs = WUDFRD.NT.HW"},
    {CODE_INF1313, "EEE", "Needs = WUDFRD.NT.Services\n", "Needs = WUDFRD.NT\n", NULL},
    {CODE_INF1315, "EEE", "Include = wudfrd.inf\nNeeds = WUDFRD.NT\n", "Needs = WUDFRD.NT\n", "Needs = WUDFRD.NT\n"},
    {CODE_INF2083, "WWW", "[Drivers_Dir]", "[Echo_Device.NT.Servces]\nx\n[Drivers_Dir]", "[Echo_Device.NT.Servces]"},

    /* Files */
    {CODE_INF1008, "EEE", "echo.sys = 1,,", "echo.sys = disk,,", "echo.sys ="},
    {CODE_INF1015, "EEE", "helper.exe = 1", "helper.exe = 1,..\\..\\windows", "CopyFiles = Drivers_Dir"},
    {CODE_INF1100, "EEE", "echo.sys,,,2", "echo2.sys,echo.sys,,2", "echo2.sys"},
    {CODE_INF1100, "EEE", "Umdf_Dir = 13,sub", "Umdf_Dir = 13,other", "umdf.dll\n\n"},
    {CODE_INF1101, "EEE", "[Umdf_Dir]", "[Umdf_Dir.Security]\n\"D:P(A;;GA;;;SY)\"\n[Umdf_Dir]", "[Umdf_Dir.Security]"},
    {CODE_INF1102, "EEE", "CopyFiles = Umdf_Dir", "CopyFiles = Umdf_Dir\nDelFiles = Old\n[Old]\nold.sys", NULL},
    {CODE_INF1110, "EEE", "CopyFiles = Umdf_Dir", "CopyFiles = Umdf_Dir\nCopyINF = echo.sys", "CopyINF"},
    {CODE_INF1213, "EEE", "helper.exe = 1", "helper.exe = 1\necho.cat = 1", "echo.cat = 1"},
    {CODE_INF1229, "EEE", "umdf.dll\n\n", "umdf.dll\n,x.dll\n\n", ",x.dll"},
    {CODE_INF1230, "EEE", "umdf.dll\n\n", "udmf.dll\n\n", "udmf.dll"},
    {CODE_INF1230, "EEE", "[SourceDisksFiles]", "[SourceDisksFiles.amd64]", NULL},
    {CODE_INF1231, "WEE", "helper.exe = 1", "helper.exe = 1\necho.sy_ = 1", "echo.sy_"},
    {CODE_INF1241, "EEE", "Drivers_Dir = 13", "Drivers_Dir = 32768", "Drivers_Dir ="},
    {CODE_INF1242, "EEE", "Drivers_Dir = 13", "Drivers_Dir = 99", "Drivers_Dir ="},
    {CODE_INF1243, "EEE", "Drivers_Dir = 13", "Drivers_Dir = %13%", "Drivers_Dir ="},
    {CODE_INF1245, "EEE", "FeatureScore = F0", "FeatureScore = 100", "FeatureScore"},
    {CODE_INF1273, "EEE", "umdf.dll = 1", "umdf.dll = 2", "umdf.dll ="},
    {CODE_INF1273, "EEE", "[SourceDisksNames]", "[SourceDisksNames.amd64]", NULL},
    {CODE_INF1275, "EEE", "DefaultDestDir = 13\nDrivers_Dir = 13\n", "Drivers_Dir = 13\n", "CopyFiles = Drivers_Dir"},
    {CODE_INF1306, "WE-", "Umdf_Dir = 13,sub", "Umdf_Dir = 24", "umdf.dll\n\n"},
    {CODE_INF1306, "WE-", "Umdf_Dir = 13,sub", "Umdf_Dir = 10", "umdf.dll\n\n"},
    {CODE_INF1322, "--E", "Drivers_Dir = 13", "Drivers_Dir = 12", "echo.sys,,,2"},

    /* Services */
    {CODE_INF0116, "EEE", "D:(A;;GA;;;SY)", "D:(A;;GA;;SY)", "Security = "},
    {CODE_INF1081, "EEE", "StartType = 3", "StartType = 5", "StartType"},
    {CODE_INF1081, "EEE", "ServiceType = 1", "ServiceType = kernel", "ServiceType"},
    {CODE_INF1082, "EEE", "0x00000002, Echo_Service", "ASSOC, Echo_Service", "AddService = echo"},
    {CODE_INF1083, "EEE", "0x00000002, Echo_Service", "0x80000002, Echo_Service", "AddService = echo"},
    {CODE_INF1088, "EEE", "DisplayName = %Echo%", "StartType = 2", NULL},
    {CODE_INF1005, "EEE", "AddService = filter, , Filter_Service", "AddService = filter", "AddService = filter"},
    {CODE_INF1211, "EEE", "AddService = filter, ,", "AddService = filter, 2,", "AddService = filter"},
    {CODE_INF1250, "EEE", "Echo_Log, System", "Echo_Log, Setup", "AddService = echo"},
    {CODE_INF1251, "WWW", "StartType = 3\nErrorControl = 1\nServiceBinary = %13%\\echo.sys\nAddReg",
     "StartType = 4\nErrorControl = 1\nServiceBinary = %13%\\echo.sys\nAddReg", "[Echo_Service]"},
    {CODE_INF1252, "WWW", "ServiceType = 1\nStartType = 3", "ServiceType = 0x10\nStartType = 1", "[Echo_Service]"},
    {CODE_INF1253, "EEE", "AddService = filter, , Filter_Service", "AddService = ,", "AddService = ,"},
    {CODE_INF1254, "EEE", "ServiceBinary = %13%\\echo.sys\nAddReg", "ServiceBinary = \"\"\"\"\"\"\nAddReg",
     "ServiceBinary ="},
    {CODE_INF1272, "EEE", "AddService = filter, , Filter_Service", "AddService = , 2, Filter_Service",
     "AddService = , 2"},
    {CODE_INF1289, "EEE", "ErrorControl = 1\n", "", "[Echo_Service]"},
    {CODE_INF1296, "EEE", "[Umdf_Device.NT.Services]", "[Umdf_Device.NTamd64.Services]", "[Umdf_Device.NT]"},
    {CODE_INF2006, "EEE", "[Filter_Service]", "[Filter_Servcie]", "AddService = filter"},
    {CODE_INF2084, "WWE", "%13%\\echo.sys\nAddReg", "%13%\\ecko.sys\nAddReg", "ServiceBinary ="},
    {CODE_INF2084, "WWE", "%13%\\echo.sys\nAddReg", "%12%\\echo.sys\nAddReg", "ServiceBinary ="},
    {CODE_INF2084, "WWE", "%13%\\echo.sys\nAddReg", "%13%\\my echo.sys\nAddReg", "ServiceBinary ="},
    {CODE_INF2085, "EEE", "%13%\\echo.sys\nAddReg", "System32\\drivers\\echo.sys\nAddReg", "ServiceBinary ="},

    /* Registry */
    {CODE_INF0116, "EEE", "D:P(A;;GA;;;SY)(", "D:P(A;;GZ;;;SY)(", "HKR,,Security"},
    {CODE_INF0116, "EEE", "[Echo_Log]", "[Echo_Reg.Security]\n\"D:P(A;;GA;;;SY\"\n[Echo_Log]", "\"D:P(A;;GA;;;SY\""},
    {CODE_INF1222, "EEE", "HKR,,Count,", "HKLM,SYSTEM\\ControlSet001\\x,Count,", "HKLM"},
    {CODE_INF1224, "EEE", "HKR,,Count,", "HKRR,,Count,", "HKRR"},
    {CODE_INF1258, "EEE", "%%SystemRoot%%\\x.dll", "%11%\\x.dll", "HKR,,Path"},
    {CODE_INF1264, "EEE", "HKR,,Count,0x00010001", "HKR,,Count,0x00040000", "HKR,,Count"},
    {CODE_INF1265, "EEE", "HKR,,Count,0x00010001", "HKR,,Count,8", "HKR,,Count"},
    {CODE_INF1267, "EEE", "00,ff,1a", "00,1ff,1a", "HKR,,Bytes"},
    {CODE_INF1268, "EEE", "0x00010001,10", "0x00010001,ten", "HKR,,Count"},
    {CODE_INF1268, "EEE", "0x00010001,10", "DWORD,10", "HKR,,Count"},
    {CODE_INF1304, "WE-", "HKR,,Count,", "HKLM,SOFTWARE\\Contoso,Count,", "HKLM"},
    {CODE_INF1305, "WEE", "HKR,,List,0x00010000", "HKR,,List,0x00010008", "HKR,,List"},
    {CODE_INF1308, "WEE", "HKR,,List,0x00010000", "HKR,,List,4", "HKR,,List"},
    {CODE_INF1321, "--E", "HKR,,Count,", "HKCR,.ech,,", "HKCR"},
    {CODE_INF1323, "--E", "HKR,Parameters,Level", "HKR,,Level", "HKR,,Level"},
    {CODE_INF1329, "--E", "HKR,,Security,,\"D:P(A;;GA;;;SY)(A;;GRGW;;;BA)\"", "HKR,,UpperFilters,0x00010000,filter",
     "HKR,,UpperFilters"},

    /* What desktop editions alone do, and what none does any more */
    {CODE_INF1301, "EEE", "FeatureScore = F0", "RegisterDlls = Echo_Dlls\n[Echo_Dlls]\n11,,x.dll,1", "RegisterDlls"},
    {CODE_INF1303, "EEE", "[Drivers_Dir]", "[Echo_Device.NT.CoInstallers]\nCopyFiles = Drivers_Dir\n[Drivers_Dir]",
     "[Echo_Device.NT.CoInstallers]"},
    {CODE_INF1303, "EEE", "HKR,,Count,0x00010001,10", "HKR,,CoInstallers32,0x00010000,x.dll", "HKR,,CoInstallers32"},
    {CODE_INF1307, "WEE", "FeatureScore = F0",
     "LogConfig = Echo_Log_Config\n[Echo_Log_Config]\nConfigPriority = NORMAL", "LogConfig"},
    {CODE_INF1307, "WEE", "[Drivers_Dir]", "[Echo_Device.NT.FactDef]\nConfigPriority = NORMAL\n[Drivers_Dir]",
     "[Echo_Device.NT.FactDef]"},
    {CODE_INF1308, "WEE", "FeatureScore = F0", "DelReg = Old\n[Old]\nHKR,,Old", "DelReg"},
    {CODE_INF1308, "WEE", "AddService = filter, ,", "DelService = old\nAddService = filter, ,", "DelService"},

    /* WDF and other items */
    {CODE_INF0205, "EEE", "KmdfLibraryVersion = 1.33", "KmdfLibraryVersion = $KMDFVERSION$", "KmdfLibraryVersion"},
    {CODE_INF1019, "EEE", "AddInterface = {cdc35b6e", "AddInterface = {cdc35b6", "AddInterface"},
    {CODE_INF1019, "EEE", "AddComClass = {bb2b85ab", "AddComClass = {xb2b85ab", "AddComClass"},
    {CODE_INF1081, "EEE", "FilterPosition = Upper", "FilterPosition = Top", "FilterPosition"},
    {CODE_INF1081, "EEE", "SoftwareType = 1", "SoftwareType = 3", "SoftwareType"},
    {CODE_INF1084, "EEE", "KmdfLibraryVersion = 1.33\n", "", "[Echo_Wdf]"},
    {CODE_INF1084, "EEE", "UmdfServiceOrder = Umdf\n", "", "UmdfService"},
    {CODE_INF1084, "EEE", "FilterPosition = Upper\n", "", "[Echo_Filter]"},
    {CODE_INF1087, "EEE", "FilterPosition = Upper", "FilterPosition = Upper\nFilterLevel = x", "FilterPosition"},
    {CODE_INF1141, "EEE", "SoftwareBinary = %13%\\helper.exe", "SoftwareBinary = C:\\helper.exe", "SoftwareBinary"},
    {CODE_INF1142, "EEE", "SoftwareType = 1", "SoftwareType = 2", "[Echo_Software]"},
    {CODE_INF1150, "EEE", "ComponentIDs = part1", "ComponentIDs = part\\1", "ComponentIDs"},
    {CODE_INF1160, "EEE", "ThreadingModel = Both", "ThreadingModel = All", "ThreadingModel"},
    {CODE_INF1260, "EEE", "KmdfLibraryVersion = 1.33", "KmdfLibraryVersion = 1.33.0", "KmdfLibraryVersion"},
    {CODE_INF1289, "EEE", "ComponentIDs = part1\n", "", "[Echo_Component]"},
    {CODE_INF1400, "EEE", "UmdfServiceOrder = Umdf", "UmdfServiceOrder = Other", "UmdfService ="},
    {CODE_INF1402, "--E", "UmdfLibraryVersion = 2.33.0", "UmdfLibraryVersion = 1.11.0", "UmdfLibraryVersion"},
    {CODE_INF2501, "EEE", "KmdfService = echo,", "KmdfService = ecko,", "KmdfService"},
};

static char *changed(struct bench *b, const struct row *row)
{
    return rules_changed(b, sound, row->find, row->put);
}

/* All of them. */
static char *with(struct bench *b, const char *text, const char *find, const char *put)
{
    char *out = arena_string(&b->arena, "");
    for (const char *p; (p = strstr(text, find)) != NULL; text = p + strlen(find))
        out = arena_format(&b->arena, "%s%.*s%s", out, (int)(p - text), text, put);
    return arena_format(&b->arena, "%s%s", out, text);
}

/* The severity of the first report of `code` on that line (0: any), as a letter. */
static char level_of(const struct diag *d, const char *code, unsigned line)
{
    for (size_t i = 0; i < d->count; i++)
        if (!strcmp(d->entries[i].code, code) && (!line || d->entries[i].place.line == line))
            return d->entries[i].severity == DIAG_ERROR ? 'E' : 'W';
    return '-';
}

static void the_sound_package_has_no_findings(void **state)
{
    struct bench *b = *state;
    for (enum inf_mode mode = INF_MODE_DESKTOP; mode <= INF_MODE_WINDOWS; mode++) {
        rules_verify(b, sound, mode);
        if (b->diag.count)
            fail_msg("%s: %s %s (line %u)", inf_mode_name(mode), b->diag.entries[0].code, b->diag.entries[0].message,
                     b->diag.entries[0].place.line);
    }
}

/* One test for each row, in all three modes. */
static void a_rule(void **state)
{
    const struct row *row = *state;
    for (enum inf_mode mode = INF_MODE_DESKTOP; mode <= INF_MODE_WINDOWS; mode++) {
        struct bench b = {0};
        const char *text = changed(&b, row);
        rules_verify(&b, text, mode);
        const char level = level_of(&b.diag, row->code, rules_line(text, row->at));
        rules_finish(&b, level == row->levels[mode],
                     arena_format(&b.arena, "%s: '%c', not '%c',", row->code, level, row->levels[mode]), mode);
    }
}

/* ---- Beyond the table ---- */

static const struct diag_entry *finding(const struct bench *b, const char *code)
{
    for (size_t i = 0; i < b->diag.count; i++)
        if (!strcmp(b->diag.entries[i].code, code))
            return &b->diag.entries[i];
    fail_msg("%s was not reported", code);
    return NULL;
}

/* Neither is the section that was meant called unused, nor are its files missed. */
static void a_missing_section_is_one_finding(void **state)
{
    static const char *const references[] = {"CopyFiles = Drivers_Dir", "%Umdf% = Umdf_Device",
                                             "AddService = filter, , Filter_Service"};
    static const char *const put[] = {"CopyFiles = Other", "%Umdf% = Other", "AddService = filter, , Other"};
    struct bench *b = *state;
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        diag_free(&b->diag);
        rules_verify(b, changed(b, &(struct row){.find = references[i], .put = put[i]}), INF_MODE_UNIVERSAL);
        assert_int_equal(b->diag.count, 1);
    }
}

static void filters_of_an_extension_have_no_order(void **state)
{
    struct bench *b = *state;
    const char *text = changed(b, &(struct row){.find = "HKR,,Security,,\"D:P(A;;GA;;;SY)(A;;GRGW;;;BA)\"",
                                                .put = "HKR,,UpperFilters,0x00010000,filter"});
    rules_verify(b, with(b, text, "Class = ", "Class = Extension ; "), INF_MODE_DESKTOP);
    assert_string_equal(finding(b, "INF1384")->code, CODE_INF1384);
    assert_int_equal(finding(b, "INF1384")->severity, DIAG_WARNING);
}

static void slips_of_the_pen_get_a_hint(void **state)
{
    struct bench *b = *state;
    rules_verify(b, changed(b, &(struct row){.find = "CopyFiles = Drivers_Dir", .put = "CopyFiles = Drivres_Dir"}),
                 INF_MODE_DESKTOP);
    assert_string_equal(finding(b, CODE_INF1203)->help, "nearest is [Drivers_Dir]");
    rules_verify(b, changed(b, &(struct row){.find = "AddReg = Echo_Reg", .put = "AddRge = Echo_Reg"}),
                 INF_MODE_DESKTOP);
    assert_string_equal(finding(b, CODE_INF0115)->help, "did you mean AddReg?");
    rules_verify(b, changed(b, &(struct row){.find = "echo.sys,,,2", .put = "ehco.sys"}), INF_MODE_DESKTOP);
    assert_string_equal(finding(b, CODE_INF1230)->help, "nearest is echo.sys");
    rules_verify(b, changed(b, &(struct row){.find = "[Echo_Device.NT.Services]", .put = "[Echo_Device.NT.Sevices]"}),
                 INF_MODE_DESKTOP);
    assert_string_equal(finding(b, CODE_INF1296)->help, "nearest is [Echo_Device.NT.Sevices]");
}

static void encodings_that_windows_does_not_promise(void **state)
{
    struct bench *b = *state;
    char *text = arena_format(&b->arena, "\xEF\xBB\xBF%s", sound);
    rules_verify(b, text, INF_MODE_DESKTOP);
    assert_int_equal(level_of(&b->diag, CODE_INF1003, 0), 'E');
    rules_verify(b, changed(b, &(struct row){.find = "Disk = \"Disk\"", .put = "Disk = \"Tr\xE4ger\""}),
                 INF_MODE_DESKTOP);
    assert_int_equal(level_of(&b->diag, CODE_INF0114, 0), 'W');
}

static void one_architecture_can_be_asked_for(void **state)
{
    struct bench *b = *state;
    const char *text = changed(b, &(struct row){.find = "[SourceDisksFiles]", .put = "[SourceDisksFiles.amd64]"});
    struct inf *inf = bench_parse(b, text, strlen(text));
    const struct inf_verify amd64 = {INF_MODE_DESKTOP, INF_ARCH_AMD64}, arm64 = {INF_MODE_DESKTOP, INF_ARCH_ARM64};
    assert_true(inf_verify(inf, &amd64, &b->diag));
    assert_false(inf_verify(inf, &arm64, &b->diag));
    assert_non_null(strstr(finding(b, CODE_INF1230)->message, "arm64"));
}

static void a_primitive_driver_is_sound(void **state)
{
    struct bench *b = *state;
    rules_verify(
        b,
        "[Version]\nSignature=\"$WINDOWS NT$\"\nClass=ActivityMonitor\n"
        "ClassGuid={b86dff51-a31e-4bac-b3cf-e8cfe75c9fc2}\nProvider=%C%\nDriverVer=11/22/2026,1.0.0.1\n"
        "CatalogFile=f.cat\nPnpLockdown=1\n[DestinationDirs]\nF=13\nOld=12\n[SourceDisksNames]\n1=x\n"
        "[SourceDisksFiles]\nf.sys=1\n[DefaultInstall.NTamd64]\nCopyFiles=F\n[DefaultInstall.NTamd64.Services]\n"
        "AddService=f,,S\n[S]\nServiceType=2\nStartType=3\nErrorControl=1\nServiceBinary=%13%\\f.sys\n[F]\nf.sys\n"
        "[DefaultUninstall.NTamd64]\nLegacyUninstall=1\nDelFiles=Old\n[Old]\nold.sys\n"
        "[DefaultUninstall.NTamd64.Services]\nDelService=f,0x200\n[Strings]\nC=\"Contoso\"\n",
        INF_MODE_WINDOWS);
    if (b->diag.count)
        fail_msg("%s %s (line %u)", b->diag.entries[0].code, b->diag.entries[0].message, b->diag.entries[0].place.line);
}

static void older_systems_may_use_older_ways(void **state)
{
    struct bench *b = *state;
    const char *text = changed(b, &(struct row){.find = "HKR,,Security,,\"D:P(A;;GA;;;SY)(A;;GRGW;;;BA)\"",
                                                .put = "HKR,,UpperFilters,0x00010000,filter"});
    rules_verify(b, with(b, text, "19041", "16299"), INF_MODE_WINDOWS);
    assert_int_equal(level_of(&b->diag, CODE_INF1329, 0), 'W');
}

static void newer_ways_want_newer_systems(void **state)
{
    struct bench *b = *state;
    rules_verify(b, with(b, sound, "19041", "17763"), INF_MODE_DESKTOP);
    assert_int_equal(level_of(&b->diag, CODE_INF1199, 0), 'E');
}

static void two_files_for_one_place(void **state)
{
    struct bench *b = *state;
    char *text = changed(b, &(struct row){.find = "echo.sys,,,2", .put = "same.dll,echo.sys\nsame.dll,helper.exe"});
    rules_verify(b, text, INF_MODE_DESKTOP);
    assert_int_equal(level_of(&b->diag, CODE_INF1330, 0), '-'); /* in the driver store it is another error */
    rules_verify(b, with(b, text, "Drivers_Dir = 13", "Drivers_Dir = 12"), INF_MODE_DESKTOP);
    assert_int_equal(level_of(&b->diag, CODE_INF1330, 0), 'E');
}

static void one_fault_is_reported_once(void **state)
{
    struct bench *b = *state;
    rules_verify(b, with(b, sound, "%13%\\echo.sys\nAddReg", "%DIR%\\echo.sys\nAddReg"), INF_MODE_WINDOWS);
    assert_int_equal(b->diag.count, 1);
    assert_string_equal(b->diag.entries[0].code, CODE_INF1235);
    diag_free(&b->diag);
    rules_verify(b, with(b, sound, "Umdf_Dir = 13,sub", "Umdf_Dir = store"), INF_MODE_WINDOWS);
    assert_int_equal(b->diag.count, 1);
    assert_string_equal(b->diag.entries[0].code, CODE_INF1243);
}

static void findings_are_bounded(void **state)
{
    struct bench *b = *state;
    const char *text = sound;
    for (int i = 0; i < INF_FINDINGS_LIMIT + 10; i++)
        text = arena_format(&b->arena, "%s[Unused_%d]\nx\n", text, i);
    rules_verify(b, text, INF_MODE_DESKTOP);
    assert_int_equal(b->diag.count, INF_FINDINGS_LIMIT + 1);
    assert_int_equal(b->diag.entries[INF_FINDINGS_LIMIT].severity, DIAG_NOTE);
}

static void modes_have_names(void **state)
{
    enum inf_mode mode;
    (void)state;
    assert_true(inf_mode_parse("Universal", &mode));
    assert_string_equal(inf_mode_name(mode), "universal");
    assert_false(inf_mode_parse("server", &mode));
}

int main(void)
{
    static const struct CMUnitTest others[] = {
        BENCH_TEST(the_sound_package_has_no_findings),
        BENCH_TEST(slips_of_the_pen_get_a_hint),
        BENCH_TEST(a_missing_section_is_one_finding),
        BENCH_TEST(filters_of_an_extension_have_no_order),
        BENCH_TEST(encodings_that_windows_does_not_promise),
        BENCH_TEST(one_architecture_can_be_asked_for),
        BENCH_TEST(a_primitive_driver_is_sound),
        BENCH_TEST(older_systems_may_use_older_ways),
        BENCH_TEST(newer_ways_want_newer_systems),
        BENCH_TEST(two_files_for_one_place),
        BENCH_TEST(one_fault_is_reported_once),
        BENCH_TEST(findings_are_bounded),
        cmocka_unit_test(modes_have_names),
    };
    enum { OTHERS = sizeof others / sizeof *others, ROWS = sizeof rows / sizeof *rows };
    static struct CMUnitTest tests[OTHERS + ROWS];
    static char names[ROWS][64];
    memcpy(tests, others, sizeof others);
    for (size_t i = 0; i < ROWS; i++) {
        snprintf(names[i], sizeof names[i], "row %zu: %s", i + 1, rows[i].code);
        tests[OTHERS + i] = (struct CMUnitTest){names[i], a_rule, NULL, NULL, (void *)&rows[i]};
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
