/* wdffileobject.h: file objects */
#ifndef _WDFFILEOBJECT_H_
#define _WDFFILEOBJECT_H_

#if !WDF_KMDF

typedef enum _WDF_FILE_INFORMATION_CLASS {
    WdfFileInformationDirectory = 1,
    WdfFileInformationFullDirectory,
    WdfFileInformationBothDirectory,
    WdfFileInformationBasic,
    WdfFileInformationStandard,
    WdfFileInformationInternal,
    WdfFileInformationEa,
    WdfFileInformationAccess,
    WdfFileInformationName,
    WdfFileInformationRename,
    WdfFileInformationLink,
    WdfFileInformationNames,
    WdfFileInformationDisposition,
    WdfFileInformationPosition,
    WdfFileInformationFullEa,
    WdfFileInformationMode,
    WdfFileInformationAlignment,
    WdfFileInformationAll,
    WdfFileInformationAllocation,
    WdfFileInformationEndOfFile,
    WdfFileInformationAlternateName,
    WdfFileInformationStream,
    WdfFileInformationPipe,
    WdfFileInformationPipeLocal,
    WdfFileInformationPipeRemote,
    WdfFileInformationMailslotQuery,
    WdfFileInformationMailslotSet,
    WdfFileInformationCompression,
    WdfFileInformationObjectId,
    WdfFileInformationCompletion,
    WdfFileInformationMoveCluster,
    WdfFileInformationQuota,
    WdfFileInformationReparsePoint,
    WdfFileInformationNetworkOpen,
    WdfFileInformationAttributeTag,
    WdfFileInformationTracking,
    WdfFileInformationIdBothDirectory,
    WdfFileInformationIdFullDirectory,
    WdfFileInformationValidDataLength,
    WdfFileInformationShortName,
    WdfFileInformationIoCompletionNotification,
    WdfFileInformationIoStatusBlockRange,
    WdfFileInformationIoPriorityHint,
    WdfFileInformationSfioReserve,
    WdfFileInformationSfioVolume,
    WdfFileInformationHardLink,
    WdfFileInformationProcessIdsUsingFile,
    WdfFileInformationNormalizedName,
    WdfFileInformationNetworkPhysicalName,
    WdfFileInformationIdGlobalTxDirectory,
    WdfFileInformationIsRemoteDevice,
    WdfFileInformationAttributeCache,
    WdfFileInformationMaximum,
} WDF_FILE_INFORMATION_CLASS, *PWDF_FILE_INFORMATION_CLASS;

#endif

typedef PUNICODE_STRING (NTAPI *PFN_WDFFILEOBJECTGETFILENAME)(PWDF_DRIVER_GLOBALS, WDFFILEOBJECT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE PUNICODE_STRING WdfFileObjectGetFileName(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTGETFILENAME, WdfFileObjectGetFileName, FileObject);
}

#if WDF_KMDF

typedef ULONG (NTAPI *PFN_WDFFILEOBJECTGETFLAGS)(PWDF_DRIVER_GLOBALS, WDFFILEOBJECT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ULONG WdfFileObjectGetFlags(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTGETFLAGS, WdfFileObjectGetFlags, FileObject);
}

#else
WDF_UNAVAILABLE(WdfFileObjectGetFlags, "KMDF");
#endif

typedef WDFDEVICE (NTAPI *PFN_WDFFILEOBJECTGETDEVICE)(PWDF_DRIVER_GLOBALS, WDFFILEOBJECT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFDEVICE WdfFileObjectGetDevice(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTGETDEVICE, WdfFileObjectGetDevice, FileObject);
}

#if WDF_SINCE(21, 15)

typedef ULONG (NTAPI *PFN_WDFFILEOBJECTGETINITIATORPROCESSID)(PWDF_DRIVER_GLOBALS, WDFFILEOBJECT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ULONG WdfFileObjectGetInitiatorProcessId(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTGETINITIATORPROCESSID, WdfFileObjectGetInitiatorProcessId, FileObject);
}

#else
WDF_UNAVAILABLE(WdfFileObjectGetInitiatorProcessId, "KMDF 1.21 or UMDF");
#endif

#if !WDF_KMDF

typedef WDFFILEOBJECT (NTAPI *PFN_WDFFILEOBJECTGETRELATEDFILEOBJECT)(PWDF_DRIVER_GLOBALS, WDFFILEOBJECT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE WDFFILEOBJECT WdfFileObjectGetRelatedFileObject(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTGETRELATEDFILEOBJECT, WdfFileObjectGetRelatedFileObject, FileObject);
}

#else
WDF_UNAVAILABLE(WdfFileObjectGetRelatedFileObject, "UMDF");
#endif

#if WDF_KMDF

typedef PFILE_OBJECT (NTAPI *PFN_WDFFILEOBJECTWDMGETFILEOBJECT)(PWDF_DRIVER_GLOBALS, WDFFILEOBJECT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PFILE_OBJECT WdfFileObjectWdmGetFileObject(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTWDMGETFILEOBJECT, WdfFileObjectWdmGetFileObject, FileObject);
}

#else
WDF_UNAVAILABLE(WdfFileObjectWdmGetFileObject, "KMDF");
#endif

#endif
