/*
 * wdfinstaller.h: for installation programs, the exports of the framework's co-installer.
 *
 * Windows 10 and later have the framework themselves; the co-installer is for older systems.
 */
#ifndef _WDFINSTALLER_H_
#define _WDFINSTALLER_H_

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _WDF_COINSTALLER_INSTALL_OPTIONS {
    ULONG Size;
    BOOL ShowRebootPrompt;
} WDF_COINSTALLER_INSTALL_OPTIONS, *PWDF_COINSTALLER_INSTALL_OPTIONS;

static __inline VOID WDF_COINSTALLER_INSTALL_OPTIONS_INIT(_Out_ PWDF_COINSTALLER_INSTALL_OPTIONS ClientOptions)
{
    ClientOptions->Size = sizeof(*ClientOptions);
    ClientOptions->ShowRebootPrompt = FALSE;
}

/* Before and after the driver is installed, before and after it is removed. InfSectionName NULL: the default one. */
ULONG WINAPI WdfPreDeviceInstall(_In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName);
ULONG WINAPI WdfPreDeviceInstallEx(
    _In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName, _In_ PWDF_COINSTALLER_INSTALL_OPTIONS ClientOptions);
ULONG WINAPI WdfPostDeviceInstall(_In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName);
ULONG WINAPI WdfPreDeviceRemove(_In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName);
ULONG WINAPI WdfPostDeviceRemove(_In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName);

typedef ULONG(WINAPI *PFN_WDFPREDEVICEINSTALL)(_In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName);
typedef ULONG(WINAPI *PFN_WDFPREDEVICEINSTALLEX)(
    _In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName, _In_ PWDF_COINSTALLER_INSTALL_OPTIONS ClientOptions);
typedef ULONG(WINAPI *PFN_WDFPOSTDEVICEINSTALL)(_In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName);
typedef ULONG(WINAPI *PFN_WDFPREDEVICEREMOVE)(_In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName);
typedef ULONG(WINAPI *PFN_WDFPOSTDEVICEREMOVE)(_In_ LPCWSTR InfPath, _In_opt_ LPCWSTR InfSectionName);

#ifdef __cplusplus
}
#endif

#endif
