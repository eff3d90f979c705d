/*
 * The configuration manager: mingw-w64's header, and functions of Windows 8 and later for which it has the types only. Source of
 * facts: the public reference of cfgmgr32.h.
 */
#include_next <cfgmgr32.h>

#ifndef CWDK_UM_CFGMGR32_H
#define CWDK_UM_CFGMGR32_H
#ifdef __cplusplus
extern "C" {
#endif

CONFIGRET WINAPI CM_Register_Notification(
    PCM_NOTIFY_FILTER pFilter, PVOID pContext, PCM_NOTIFY_CALLBACK pCallback, PHCMNOTIFICATION pNotifyContext);
CONFIGRET WINAPI CM_Unregister_Notification(HCMNOTIFICATION NotifyContext);
DWORD WINAPI CM_MapCrToWin32Err(CONFIGRET CmReturnCode, DWORD DefaultErr);

#ifdef __cplusplus
}
#endif
#endif
