/* hidpi.h: parsing of HID reports; hidparse.sys in the kernel. */
#ifndef WDK_HIDPI_H
#define WDK_HIDPI_H
#include <wdk_export.h>
#include <sal.h>
#include <driverspecs.h>
#include <hidusage.h>

#ifdef __cplusplus
extern "C" {
#endif
#define HIDP_LINK_COLLECTION_ROOT ((USHORT)-1)
#define HIDP_LINK_COLLECTION_UNSPECIFIED ((USHORT)0)
#define HidP_IsSameUsageAndPage(u1, u2) ((*((PULONG)&(u1))) == (*((PULONG)&(u2))))
#define HidP_SetButtons(Rty, Up, Lco, ULi, ULe, Ppd, Rep, Rle) HidP_SetUsages(Rty, Up, Lco, ULi, ULe, Ppd, Rep, Rle)
#define HidP_UnsetButtons(Rty, Up, Lco, ULi, ULe, Ppd, Rep, Rle) \
    HidP_UnsetUsages(Rty, Up, Lco, ULi, ULe, Ppd, Rep, Rle)
#define HidP_GetButtons(Rty, UPa, LCo, ULi, ULe, Ppd, Rep, RLe) HidP_GetUsages(Rty, UPa, LCo, ULi, ULe, Ppd, Rep, RLe)
#define HidP_GetButtonsEx(Rty, LCo, BLi, ULe, Ppd, Rep, RLe) HidP_GetUsagesEx(Rty, LCo, BLi, ULe, Ppd, Rep, RLe)

typedef PUCHAR PHIDP_REPORT_DESCRIPTOR;

typedef struct _HIDP_PREPARSED_DATA *PHIDP_PREPARSED_DATA;

#pragma pack(push, 4)

typedef enum _HIDP_REPORT_TYPE {
    HidP_Input,
    HidP_Output,
    HidP_Feature,
} HIDP_REPORT_TYPE;

typedef struct _USAGE_AND_PAGE {
    USAGE Usage;
    USAGE UsagePage;
} USAGE_AND_PAGE, *PUSAGE_AND_PAGE;

typedef struct _HIDP_BUTTON_CAPS {
    USAGE UsagePage;
    UCHAR ReportID;
    BOOLEAN IsAlias;
    USHORT BitField;
    USHORT LinkCollection;
    USAGE LinkUsage;
    USAGE LinkUsagePage;
    BOOLEAN IsRange;
    BOOLEAN IsStringRange;
    BOOLEAN IsDesignatorRange;
    BOOLEAN IsAbsolute;
    USHORT ReportCount;
    USHORT Reserved2;
    ULONG Reserved[9];
    union {
        struct {
            USAGE UsageMin;
            USAGE UsageMax;
            USHORT StringMin;
            USHORT StringMax;
            USHORT DesignatorMin;
            USHORT DesignatorMax;
            USHORT DataIndexMin;
            USHORT DataIndexMax;
        } Range;
        struct {
            USAGE Usage;
            USAGE Reserved1;
            USHORT StringIndex;
            USHORT Reserved2;
            USHORT DesignatorIndex;
            USHORT Reserved3;
            USHORT DataIndex;
            USHORT Reserved4;
        } NotRange;
    };
} HIDP_BUTTON_CAPS, *PHIDP_BUTTON_CAPS;

typedef struct _HIDP_VALUE_CAPS {
    USAGE UsagePage;
    UCHAR ReportID;
    BOOLEAN IsAlias;
    USHORT BitField;
    USHORT LinkCollection;
    USAGE LinkUsage;
    USAGE LinkUsagePage;
    BOOLEAN IsRange;
    BOOLEAN IsStringRange;
    BOOLEAN IsDesignatorRange;
    BOOLEAN IsAbsolute;
    BOOLEAN HasNull;
    UCHAR Reserved;
    USHORT BitSize;
    USHORT ReportCount;
    USHORT Reserved2[5];
    ULONG UnitsExp;
    ULONG Units;
    LONG LogicalMin;
    LONG LogicalMax;
    LONG PhysicalMin;
    LONG PhysicalMax;
    union {
        struct {
            USAGE UsageMin;
            USAGE UsageMax;
            USHORT StringMin;
            USHORT StringMax;
            USHORT DesignatorMin;
            USHORT DesignatorMax;
            USHORT DataIndexMin;
            USHORT DataIndexMax;
        } Range;
        struct {
            USAGE Usage;
            USAGE Reserved1;
            USHORT StringIndex;
            USHORT Reserved2;
            USHORT DesignatorIndex;
            USHORT Reserved3;
            USHORT DataIndex;
            USHORT Reserved4;
        } NotRange;
    };
} HIDP_VALUE_CAPS, *PHIDP_VALUE_CAPS;

typedef struct _HIDP_LINK_COLLECTION_NODE {
    USAGE LinkUsage;
    USAGE LinkUsagePage;
    USHORT Parent;
    USHORT NumberOfChildren;
    USHORT NextSibling;
    USHORT FirstChild;
    ULONG CollectionType : 8;
    ULONG IsAlias : 1;
    ULONG Reserved : 23;
    PVOID UserContext;
} HIDP_LINK_COLLECTION_NODE, *PHIDP_LINK_COLLECTION_NODE;

typedef struct _HIDP_CAPS {
    USAGE Usage;
    USAGE UsagePage;
    USHORT InputReportByteLength;
    USHORT OutputReportByteLength;
    USHORT FeatureReportByteLength;
    USHORT Reserved[17];
    USHORT NumberLinkCollectionNodes;
    USHORT NumberInputButtonCaps;
    USHORT NumberInputValueCaps;
    USHORT NumberInputDataIndices;
    USHORT NumberOutputButtonCaps;
    USHORT NumberOutputValueCaps;
    USHORT NumberOutputDataIndices;
    USHORT NumberFeatureButtonCaps;
    USHORT NumberFeatureValueCaps;
    USHORT NumberFeatureDataIndices;
} HIDP_CAPS, *PHIDP_CAPS;

typedef struct _HIDP_DATA {
    USHORT DataIndex;
    USHORT Reserved;
    union {
        ULONG RawValue;
        BOOLEAN On;
    };
} HIDP_DATA, *PHIDP_DATA;

typedef struct _HIDP_UNKNOWN_TOKEN {
    UCHAR Token;
    UCHAR Reserved[3];
    ULONG BitField;
} HIDP_UNKNOWN_TOKEN, *PHIDP_UNKNOWN_TOKEN;

typedef struct _HIDP_EXTENDED_ATTRIBUTES {
    UCHAR NumGlobalUnknowns;
    UCHAR Reserved[3];
    PHIDP_UNKNOWN_TOKEN GlobalUnknowns;
    ULONG Data[1];
} HIDP_EXTENDED_ATTRIBUTES, *PHIDP_EXTENDED_ATTRIBUTES;

typedef enum _HIDP_KEYBOARD_DIRECTION {
    HidP_Keyboard_Break,
    HidP_Keyboard_Make,
} HIDP_KEYBOARD_DIRECTION;

typedef struct _HIDP_KEYBOARD_MODIFIER_STATE {
    union {
        struct {
            ULONG LeftControl : 1;
            ULONG LeftShift : 1;
            ULONG LeftAlt : 1;
            ULONG LeftGUI : 1;
            ULONG RightControl : 1;
            ULONG RightShift : 1;
            ULONG RightAlt : 1;
            ULONG RigthGUI : 1;
            ULONG CapsLock : 1;
            ULONG ScollLock : 1;
            ULONG NumLock : 1;
            ULONG Reserved : 21;
        };
        ULONG ul;
    };
} HIDP_KEYBOARD_MODIFIER_STATE, *PHIDP_KEYBOARD_MODIFIER_STATE;

typedef BOOLEAN(NTAPI *PHIDP_INSERT_SCANCODES)(
    _In_opt_ PVOID Context, _In_reads_bytes_(Length) PCHAR NewScanCodes, _In_ ULONG Length);

typedef struct _HIDP_BUTTON_ARRAY_DATA {
    USHORT ArrayIndex;
    BOOLEAN On;
} HIDP_BUTTON_ARRAY_DATA, *PHIDP_BUTTON_ARRAY_DATA;
#pragma pack(pop)

_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetCaps(_In_ PHIDP_PREPARSED_DATA PreparsedData, _Out_ PHIDP_CAPS Capabilities);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetLinkCollectionNodes(
    _Out_ PHIDP_LINK_COLLECTION_NODE LinkCollectionNodes, _Inout_ PULONG LinkCollectionNodesLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetSpecificButtonCaps(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _Out_ PHIDP_BUTTON_CAPS ButtonCaps, _Inout_ PUSHORT ButtonCapsLength, _In_ PHIDP_PREPARSED_DATA PreparsedData);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetButtonCaps(
    _In_ HIDP_REPORT_TYPE ReportType, _Out_ PHIDP_BUTTON_CAPS ButtonCaps, _Inout_ PUSHORT ButtonCapsLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetSpecificValueCaps(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _Out_ PHIDP_VALUE_CAPS ValueCaps, _Inout_ PUSHORT ValueCapsLength, _In_ PHIDP_PREPARSED_DATA PreparsedData);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetValueCaps(
    _In_ HIDP_REPORT_TYPE ReportType, _Out_ PHIDP_VALUE_CAPS ValueCaps, _Inout_ PUSHORT ValueCapsLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetExtendedAttributes(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USHORT DataIndex, _In_ PHIDP_PREPARSED_DATA PreparsedData,
    _Out_ PHIDP_EXTENDED_ATTRIBUTES Attributes, _Inout_ PULONG LengthAttributes);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_InitializeReportForID(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ UCHAR ReportID, _In_ PHIDP_PREPARSED_DATA PreparsedData,
    _Out_writes_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_SetData(
    _In_ HIDP_REPORT_TYPE ReportType, _Inout_ PHIDP_DATA DataList, _Inout_ PULONG DataLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData, _Inout_updates_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetData(
    _In_ HIDP_REPORT_TYPE ReportType, _Out_ PHIDP_DATA DataList, _Inout_ PULONG DataLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData, _In_reads_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_EXPORT("hidparse.sys", "5.0.2195")
ULONG NTAPI HidP_MaxDataListLength(_In_ HIDP_REPORT_TYPE ReportType, _In_ PHIDP_PREPARSED_DATA PreparsedData);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_SetUsages(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection,
    _Inout_updates_to_(*UsageLength, *UsageLength) PUSAGE UsageList, _Inout_ PULONG UsageLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData, _Inout_updates_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_UnsetUsages(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_opt_ USHORT LinkCollection,
    _Inout_updates_to_(*UsageLength, *UsageLength) PUSAGE UsageList, _Inout_ PULONG UsageLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData, _Inout_updates_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetUsages(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection,
    _Inout_updates_to_(*UsageLength, *UsageLength) PUSAGE UsageList, _Inout_ PULONG UsageLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData, _In_reads_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetUsagesEx(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USHORT LinkCollection, _Inout_ PUSAGE_AND_PAGE ButtonList,
    _Inout_ ULONG *UsageLength, _In_ PHIDP_PREPARSED_DATA PreparsedData, _In_reads_bytes_(ReportLength) PCHAR Report,
    _In_ ULONG ReportLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_EXPORT("hidparse.sys", "5.0.2195")
ULONG NTAPI HidP_MaxUsageListLength(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ PHIDP_PREPARSED_DATA PreparsedData);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_SetUsageValue(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _In_ ULONG UsageValue, _In_ PHIDP_PREPARSED_DATA PreparsedData, _Inout_updates_bytes_(ReportLength) PCHAR Report,
    _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_SetScaledUsageValue(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _In_ LONG UsageValue, _In_ PHIDP_PREPARSED_DATA PreparsedData, _Inout_updates_bytes_(ReportLength) PCHAR Report,
    _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_SetUsageValueArray(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _In_ PCHAR UsageValue, _In_ USHORT UsageValueByteLength, _In_ PHIDP_PREPARSED_DATA PreparsedData,
    _Inout_updates_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetUsageValue(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _Out_ PULONG UsageValue, _In_ PHIDP_PREPARSED_DATA PreparsedData, _In_reads_bytes_(ReportLength) PCHAR Report,
    _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetScaledUsageValue(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _Out_ PLONG UsageValue, _In_ PHIDP_PREPARSED_DATA PreparsedData, _In_reads_bytes_(ReportLength) PCHAR Report,
    _In_ ULONG ReportLength);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetUsageValueArray(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _Inout_ PCHAR UsageValue, _In_ USHORT UsageValueByteLength, _In_ PHIDP_PREPARSED_DATA PreparsedData,
    _In_reads_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_UsageListDifference(
    _In_ PUSAGE PreviousUsageList, _In_ PUSAGE CurrentUsageList, _Out_ PUSAGE BreakUsageList,
    _Out_ PUSAGE MakeUsageList, _In_ ULONG UsageListLength);
_Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_UsageAndPageListDifference(
    _In_ PUSAGE_AND_PAGE PreviousUsageList, _In_ PUSAGE_AND_PAGE CurrentUsageList, _Out_ PUSAGE_AND_PAGE BreakUsageList,
    _Out_ PUSAGE_AND_PAGE MakeUsageList, _In_ ULONG UsageListLength);
_Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_TranslateUsageAndPagesToI8042ScanCodes(
    _In_ PUSAGE_AND_PAGE ChangedUsageList, _In_ ULONG UsageListLength, _In_ HIDP_KEYBOARD_DIRECTION KeyAction,
    _In_ PHIDP_KEYBOARD_MODIFIER_STATE ModifierState, _In_ PHIDP_INSERT_SCANCODES InsertCodesProcedure,
    _In_ PVOID InsertCodesContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_TranslateUsagesToI8042ScanCodes(
    _In_ PUSAGE ChangedUsageList, _In_ ULONG UsageListLength, _In_ HIDP_KEYBOARD_DIRECTION KeyAction,
    _Inout_ PHIDP_KEYBOARD_MODIFIER_STATE ModifierState, _In_ PHIDP_INSERT_SCANCODES InsertCodesProcedure,
    _In_opt_ PVOID InsertCodesContext);
_Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_SetButtonArray(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _In_reads_(ButtonDataLength) PHIDP_BUTTON_ARRAY_DATA ButtonData, _In_ USHORT ButtonDataLength,
    _In_ PHIDP_PREPARSED_DATA PreparsedData, _Inout_updates_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
_Must_inspect_result_ WDK_EXPORT("hidparse.sys", "5.0.2195")
NTSTATUS NTAPI HidP_GetButtonArray(
    _In_ HIDP_REPORT_TYPE ReportType, _In_ USAGE UsagePage, _In_ USHORT LinkCollection, _In_ USAGE Usage,
    _Out_writes_to_(*ButtonDataLength, *ButtonDataLength) PHIDP_BUTTON_ARRAY_DATA ButtonData,
    _Inout_ PUSHORT ButtonDataLength, _In_ PHIDP_PREPARSED_DATA PreparsedData,
    _In_reads_bytes_(ReportLength) PCHAR Report, _In_ ULONG ReportLength);
#define FACILITY_HID_ERROR_CODE 0x11
#define HIDP_ERROR_CODES(SEV, CODE) ((NTSTATUS) (((SEV) << 28) | (FACILITY_HID_ERROR_CODE << 16) | (CODE)))
#define HIDP_STATUS_SUCCESS (HIDP_ERROR_CODES (0x0, 0))
#define HIDP_STATUS_NULL (HIDP_ERROR_CODES (0x8, 1))
#define HIDP_STATUS_INVALID_PREPARSED_DATA (HIDP_ERROR_CODES (0xC, 1))
#define HIDP_STATUS_INVALID_REPORT_TYPE (HIDP_ERROR_CODES (0xC, 2))
#define HIDP_STATUS_INVALID_REPORT_LENGTH (HIDP_ERROR_CODES (0xC, 3))
#define HIDP_STATUS_USAGE_NOT_FOUND (HIDP_ERROR_CODES (0xC, 4))
#define HIDP_STATUS_VALUE_OUT_OF_RANGE (HIDP_ERROR_CODES (0xC, 5))
#define HIDP_STATUS_BAD_LOG_PHY_VALUES (HIDP_ERROR_CODES (0xC, 6))
#define HIDP_STATUS_BUFFER_TOO_SMALL (HIDP_ERROR_CODES (0xC, 7))
#define HIDP_STATUS_INTERNAL_ERROR (HIDP_ERROR_CODES (0xC, 8))
#define HIDP_STATUS_I8042_TRANS_UNKNOWN (HIDP_ERROR_CODES (0xC, 9))
#define HIDP_STATUS_INCOMPATIBLE_REPORT_ID (HIDP_ERROR_CODES (0xC, 0xA))
#define HIDP_STATUS_NOT_VALUE_ARRAY (HIDP_ERROR_CODES (0xC, 0xB))
#define HIDP_STATUS_IS_VALUE_ARRAY (HIDP_ERROR_CODES (0xC, 0xC))
#define HIDP_STATUS_DATA_INDEX_NOT_FOUND (HIDP_ERROR_CODES (0xC, 0xD))
#define HIDP_STATUS_DATA_INDEX_OUT_OF_RANGE (HIDP_ERROR_CODES (0xC, 0xE))
#define HIDP_STATUS_BUTTON_NOT_PRESSED (HIDP_ERROR_CODES (0xC, 0xF))
#define HIDP_STATUS_REPORT_DOES_NOT_EXIST (HIDP_ERROR_CODES (0xC, 0x10))
#define HIDP_STATUS_NOT_IMPLEMENTED (HIDP_ERROR_CODES (0xC, 0x20))
#define HIDP_STATUS_I8242_TRANS_UNKNOWN HIDP_STATUS_I8042_TRANS_UNKNOWN

#ifdef __cplusplus
}
#endif
#endif
