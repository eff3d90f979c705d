/* smclib.h: the smart card driver library, smclib.sys. */
#include <wdm.h>
#include <initguid.h>

/* Outside the guard, so that another inclusion after initguid.h defines what this one declares. */
#if !defined(WDK_SMCLIB_GUIDS) || (defined(INITGUID) && !defined(WDK_SMCLIB_GUIDS_DEFINED))
#define WDK_SMCLIB_GUIDS
#ifdef INITGUID
#define WDK_SMCLIB_GUIDS_DEFINED
#endif
DEFINE_GUID(SmartCardReaderGuid, 
    0x50DD5230, 0xBA8A, 0x11D1, 0xBF, 0x5D, 0x00, 0x00, 0xF8, 0x05, 0xF5, 0x30);
#endif

#ifndef WDK_SMCLIB_H
#define WDK_SMCLIB_H
#include <smcnt.h>
#include <winsmcrd.h>

#ifdef __cplusplus
extern "C" {
#endif
#if (defined(DBG) && DBG) || (defined(DEBUG) && DEBUG)
#undef DEBUG
#define DEBUG 1
#endif
#ifndef DRIVER_NAME
#define DRIVER_NAME "SMCLIB"
#endif
#define SMCLIB_VERSION 0x150
#define SMCLIB_VERSION_REQUIRED 0x100
#define RDF_CARD_POWER 0
#define RDF_TRANSMIT 1
#define RDF_CARD_EJECT 2
#define RDF_READER_SWALLOW 3
#define RDF_CARD_TRACKING 4
#define RDF_SET_PROTOCOL 5
#define RDF_DEBUG_LEVEL 6
#define RDF_CARD_CONFISCATE 7
#define RDF_IOCTL_VENDOR 8
#define RDF_ATR_PARSE 9
#define MIN_BUFFER_SIZE 288
#define MAXIMUM_ATR_CODES 4
#define MAXIMUM_ATR_LENGTH 33

typedef struct _SMARTCARD_EXTENSION *PSMARTCARD_EXTENSION;
typedef struct _READER_EXTENSION *PREADER_EXTENSION;

typedef union _LENGTH {
    struct {
        ULONG l0;
    } l;
    struct {
        UCHAR b0;
        UCHAR b1;
        UCHAR b2;
        UCHAR b3;
    } b;
} LENGTH, *PLENGTH;

typedef struct _T0_DATA {
    ULONG Lc;
    ULONG Le;
} T0_DATA, *PT0_DATA;

/* Blocks of ISO 7816-3's T=1: states and requests of the protocol. */
#define T1_INIT 0
#define T1_START 1
#define T1_I_BLOCK 2
#define T1_R_BLOCK 3
#define T1_RESTART 4
#define T1_RESYNCH_REQUEST 0xC0
#define T1_RESYNCH_RESPONSE 0xE0
#define T1_IFS_REQUEST 0xC1
#define T1_IFS_RESPONSE 0xE1
#define T1_ABORT_REQUEST 0xC2
#define T1_ABORT_RESPONSE 0xE2
#define T1_WTX_REQUEST 0xC3
#define T1_WTX_RESPONSE 0xE3
#define T1_VPP_ERROR 0xE4
#define T1_IFSD 254
#define T1_IFSD_DEFAULT 32
#define T1_MAX_RETRIES 2
#define T1_MORE_DATA 0x20
#define T1_ERROR_CHKSUM 1
#define T1_ERROR_OTHER 2
#define T1_CRC_CHECK 1
#define T1_CWI_DEFAULT 13
#define T1_BWI_DEFAULT 4

typedef struct _T1_DATA {
    UCHAR IFSC;
    UCHAR IFSD;
    ULONG BytesReceived;
    ULONG BytesSent;
    ULONG BytesToSend;
    UCHAR LastError;
    BOOLEAN MoreData;
    UCHAR NAD;
    ULONG OriginalState;
    UCHAR Resend;
    UCHAR Resynch;
    UCHAR RSN;
    UCHAR SSN;
    ULONG State;
    UCHAR Wtx;
    PUCHAR ReplyData;
    BOOLEAN WaitForReply;
    UCHAR InfBytesSent;
} T1_DATA, *PT1_DATA;

typedef struct _T1_BLOCK_FRAME {
    UCHAR Nad;
    UCHAR Pcb;
    UCHAR Len;
    PUCHAR Inf;
} T1_BLOCK_FRAME, *PT1_BLOCK_FRAME;

typedef struct _SMARTCARD_REQUEST {
    PUCHAR Buffer;
    ULONG BufferSize;
    ULONG BufferLength;
} SMARTCARD_REQUEST, *PSMARTCARD_REQUEST;

typedef struct _SMARTCARD_REPLY {
    PUCHAR Buffer;
    ULONG BufferSize;
    ULONG BufferLength;
} SMARTCARD_REPLY, *PSMARTCARD_REPLY;

typedef struct _CLOCK_RATE_CONVERSION {
    const ULONG F;
    const ULONG fs;
} CLOCK_RATE_CONVERSION, *PCLOCK_RATE_CONVERSION;

typedef struct _BIT_RATE_ADJUSTMENT {
    const ULONG DNumerator;
    const ULONG DDivisor;
} BIT_RATE_ADJUSTMENT, *PBIT_RATE_ADJUSTMENT;

#define PTS_TYPE_DEFAULT 0x00
#define PTS_TYPE_OPTIMAL 0x01
#define PTS_TYPE_USER 0x02

typedef struct _PTS_DATA {
    UCHAR Type;
    UCHAR Fl;
    UCHAR Dl;
    ULONG CLKFrequency;
    ULONG DataRate;
    UCHAR StopBits;
} PTS_DATA, *PPTS_DATA;

typedef struct _SCARD_CARD_CAPABILITIES {
    BOOLEAN InversConvention;
    ULONG etu;
    struct {
        UCHAR Buffer[64];
        UCHAR Length;
    } ATR;
    struct {
        UCHAR Buffer[16];
        UCHAR Length;
    } HistoricalChars;
    PCLOCK_RATE_CONVERSION ClockRateConversion;
    PBIT_RATE_ADJUSTMENT BitRateAdjustment;
    UCHAR Fl;
    UCHAR Dl;
    UCHAR II;
    UCHAR P;
    UCHAR N;
    ULONG GT;
    struct {
        ULONG Supported;
        ULONG Selected;
    } Protocol;
    struct {
        UCHAR WI;
        ULONG WT;
    } T0;
    struct {
        UCHAR IFSC;
        UCHAR CWI;
        UCHAR BWI;
        UCHAR EDC;
        ULONG CWT;
        ULONG BWT;
        ULONG BGT;
    } T1;
    PTS_DATA PtsData;
    UCHAR Reserved[100 - sizeof(PTS_DATA)];
} SCARD_CARD_CAPABILITIES, *PSCARD_CARD_CAPABILITIES;

struct _DataRatesSupported {
    PULONG List;
    UCHAR Entries;
};

struct _CLKFrequenciesSupported {
    PULONG List;
    UCHAR Entries;
};

typedef struct _SCARD_READER_CAPABILITIES {
    ULONG SupportedProtocols;
    ULONG Reserved;
    ULONG ReaderType;
    ULONG MechProperties;
    ULONG CurrentState;
    ULONG Channel;
    struct {
        ULONG Default;
        ULONG Max;
    } CLKFrequency;
    struct {
        ULONG Default;
        ULONG Max;
    } DataRate;
    ULONG MaxIFSD;
    ULONG PowerMgmtSupport;
    ULONG CardConfiscated;
    struct _DataRatesSupported DataRatesSupported;
    struct _CLKFrequenciesSupported CLKFrequenciesSupported;
    UCHAR Reserved1[100 - sizeof(ULONG) - sizeof(struct _DataRatesSupported) - sizeof(struct _CLKFrequenciesSupported)];
} SCARD_READER_CAPABILITIES, *PSCARD_READER_CAPABILITIES;

typedef struct _VENDOR_ATTR {
    struct {
        USHORT Length;
        UCHAR Buffer[MAXIMUM_ATTR_STRING_LENGTH];
    } VendorName;
    struct {
        USHORT Length;
        UCHAR Buffer[MAXIMUM_ATTR_STRING_LENGTH];
    } IfdType;
    ULONG UnitNo;
    struct {
        USHORT BuildNumber;
        UCHAR VersionMinor;
        UCHAR VersionMajor;
    } IfdVersion;
    struct {
        USHORT Length;
        UCHAR Buffer[MAXIMUM_ATTR_STRING_LENGTH];
    } IfdSerialNo;
    ULONG Reserved[25];
} VENDOR_ATTR, *PVENDOR_ATTR;

typedef struct _SMARTCARD_EXTENSION {
    ULONG Version;
    VENDOR_ATTR VendorAttr;
    NTSTATUS (NTAPI *ReaderFunction[16])(PSMARTCARD_EXTENSION SmartcardExtension);
    SCARD_CARD_CAPABILITIES CardCapabilities;
    ULONG LastError;
    struct {
        PULONG Information;
        PUCHAR RequestBuffer;
        ULONG RequestBufferLength;
        PUCHAR ReplyBuffer;
        ULONG ReplyBufferLength;
    } IoRequest;
    ULONG MajorIoControlCode;
    ULONG MinorIoControlCode;
    POS_DEP_DATA OsData;
    SCARD_READER_CAPABILITIES ReaderCapabilities;
    PREADER_EXTENSION ReaderExtension;
    SMARTCARD_REPLY SmartcardReply;
    SMARTCARD_REQUEST SmartcardRequest;
    T0_DATA T0;
    T1_DATA T1;
    ULONG Reserved[25];
} SMARTCARD_EXTENSION;

_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardAcquireRemoveLock(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardAcquireRemoveLockWithTag(_In_ PSMARTCARD_EXTENSION SmartcardExtension, _In_ ULONG Tag);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardCompleteCardTracking(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardCreateLink(_Inout_ PUNICODE_STRING LinkName, _In_ PUNICODE_STRING DeviceName);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardDeviceControl(_In_ PSMARTCARD_EXTENSION SmartcardExtension, _In_ PIRP Irp);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardExit(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
WDK_EXPORT("smclib.sys", "5.0.2195")
ULONG NTAPI SmartcardGetDebugLevel(VOID);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardInitialize(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardInitializeCardCapabilities(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardInvertData(_Inout_ PUCHAR Buffer, _In_ ULONG Length);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardLogError(
    _In_ PVOID Object, _In_ NTSTATUS ErrorCode, _In_opt_ PUNICODE_STRING Insertion, _In_ ULONG DumpWord);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardRawReply(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardRawRequest(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardReleaseRemoveLock(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardReleaseRemoveLockAndWait(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardReleaseRemoveLockWithTag(_In_ PSMARTCARD_EXTENSION SmartcardExtension, _In_ ULONG Tag);
WDK_EXPORT("smclib.sys", "5.0.2195")
VOID NTAPI SmartcardSetDebugLevel(_In_ ULONG Level);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardT0Reply(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardT0Request(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardT1Reply(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardT1Request(_In_ PSMARTCARD_EXTENSION SmartcardExtension);
_Must_inspect_result_ WDK_EXPORT("smclib.sys", "5.0.2195")
NTSTATUS NTAPI SmartcardUpdateCardCapabilities(_In_ PSMARTCARD_EXTENSION SmartcardExtension);

#define AccessUnsafeData(Irql) KeAcquireSpinLock(&SmartcardExtension->OsData->SpinLock, (Irql))
#define EndAccessUnsafeData(Irql) KeReleaseSpinLock(&SmartcardExtension->OsData->SpinLock, (Irql))

#if defined(DEBUG) && DEBUG
#define DEBUG_IOCTL ((ULONG)0x00000001)
#define DEBUG_ATR ((ULONG)0x00000002)
#define DEBUG_PROTOCOL ((ULONG)0x00000004)
#define DEBUG_DRIVER ((ULONG)0x00000008)
#define DEBUG_TRACE ((ULONG)0x00000010)
#define DEBUG_ERROR ((ULONG)0x00000020)
#define DEBUG_INFO DEBUG_ERROR
#define DEBUG_PERF ((ULONG)0x10000000)
#define DEBUG_T1_TEST ((ULONG)0x40000000)
#define DEBUG_BREAK ((ULONG)0x80000000)
#define DEBUG_ALL ((ULONG)0x0000FFFF)
/* A statement of its own: senders write it with and without a semicolon. */
#define SmartcardDebug(LEVEL, STRING) \
    { \
        if ((LEVEL) & (DEBUG_ERROR | SmartcardGetDebugLevel())) \
            DbgPrint STRING; \
        if (SmartcardGetDebugLevel() & DEBUG_BREAK) \
            NT_ASSERT(FALSE); \
    }
#else
#define SmartcardDebug(LEVEL, STRING)
#endif

#ifdef __cplusplus
}
#endif
#endif
