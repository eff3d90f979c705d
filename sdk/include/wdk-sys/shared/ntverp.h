/*
 * Version numbers for resource scripts: <ntverp.h> gives defaults, the script defines what differs (VER_FILETYPE,
 * VER_FILEDESCRIPTION_STR, VER_INTERNALNAME_STR ...), then includes "common.ver", which makes the resource of it.
 * `cwdk build` passes CWDK_FILE_VERSION=1,2,3,4 and CWDK_FILE_VERSION_STR from the project's version.
 */
#ifndef WDK_NTVERP_H
#define WDK_NTVERP_H

#include <verrsrc.h>

#define VER_PRODUCTMAJORVERSION     10
#define VER_PRODUCTMINORVERSION     0
#define VER_PRODUCTBUILD            20348
#define VER_PRODUCTBUILD_QFE        1
#define VER_PRODUCTVERSION_MAJORMINOR2 10.0

#if defined(DBG) && DBG
#define VER_DEBUG VS_FF_DEBUG
#else
#define VER_DEBUG 0
#endif
#define VER_PRERELEASE     0
#define VER_FILEFLAGSMASK  VS_FFI_FILEFLAGSMASK
#define VER_FILEFLAGS      (VER_PRERELEASE | VER_DEBUG)
#define VER_FILEOS         VOS_NT_WINDOWS32

#ifdef CWDK_FILE_VERSION
#define VER_PRODUCTVERSION CWDK_FILE_VERSION
#else
#define VER_PRODUCTVERSION VER_PRODUCTMAJORVERSION, VER_PRODUCTMINORVERSION, VER_PRODUCTBUILD, VER_PRODUCTBUILD_QFE
#endif
#ifdef CWDK_FILE_VERSION_STR
#define VER_PRODUCTVERSION_STR CWDK_FILE_VERSION_STR
#else
#define VER_PRODUCTVERSION_STR "10.0.20348.1"
#endif

#endif
