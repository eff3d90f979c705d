/*
 * AVStream: the object model of ks.sys (devices, filter factories, filters, pins, stream pointers), its dispatch tables
 * and descriptors. Facts: the public reference of ks.h; layouts also as in mingw-w64's headers.
 *
 * The objects' first members are Descriptor, Bag and Context; what lies behind the documented ones belongs to ks.sys.
 * Context is the driver's.
 */
#ifndef WDK_KS_AVSTREAM_H
#define WDK_KS_AVSTREAM_H
#include "pins.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef PVOID KSOBJECT_BAG, KSDEVICE_HEADER, KSOBJECT_HEADER;
typedef struct _KSDEVICE KSDEVICE, *PKSDEVICE;
typedef struct _KSFILTERFACTORY KSFILTERFACTORY, *PKSFILTERFACTORY;
typedef struct _KSFILTER KSFILTER, *PKSFILTER;
typedef struct _KSPIN KSPIN, *PKSPIN;
typedef struct _KSSTREAM_POINTER KSSTREAM_POINTER, *PKSSTREAM_POINTER;
typedef struct _KSPROCESSPIN KSPROCESSPIN, *PKSPROCESSPIN;
typedef struct _KSPROCESSPIN_INDEXENTRY KSPROCESSPIN_INDEXENTRY, *PKSPROCESSPIN_INDEXENTRY;

typedef enum { KsObjectTypeDevice, KsObjectTypeFilterFactory, KsObjectTypeFilter, KsObjectTypePin } KSOBJECTTYPE;
typedef enum { KSSTREAM_POINTER_STATE_UNLOCKED, KSSTREAM_POINTER_STATE_LOCKED } KSSTREAM_POINTER_STATE;
typedef enum { KsInvokeOnSuccess = 1, KsInvokeOnError = 2, KsInvokeOnCancel = 4 } KSCOMPLETION_INVOCATION;
typedef enum { KsListEntryTail, KsListEntryHead } KSLIST_ENTRY_LOCATION;
typedef enum {
    KsAcquireOnly,
    KsAcquireAndRemove,
    KsAcquireOnlySingleItem,
    KsAcquireAndRemoveOnlySingleItem
} KSIRP_REMOVAL_OPERATION;
typedef enum { KsStackCopyToNewLocation, KsStackReuseCurrentLocation, KsStackUseNewLocation } KSSTACK_USE;
typedef enum { KSTARGET_STATE_DISABLED, KSTARGET_STATE_ENABLED } KSTARGET_STATE;
typedef enum { KsDeviceThermalState_Low, KsDeviceThermalState_High } KSDEVICE_THERMAL_STATE;

/* ---- Callbacks ---- */

typedef NTSTATUS(NTAPI *PFNKSDEVICECREATE)(_In_ PKSDEVICE Device);
typedef NTSTATUS(NTAPI *PFNKSDEVICEPNPSTART)(_In_ PKSDEVICE Device, _In_ PIRP Irp,
                                             _In_opt_ PCM_RESOURCE_LIST TranslatedResourceList,
                                             _In_opt_ PCM_RESOURCE_LIST UntranslatedResourceList);
typedef NTSTATUS(NTAPI *PFNKSDEVICE)(_In_ PKSDEVICE Device);
typedef NTSTATUS(NTAPI *PFNKSDEVICEIRP)(_In_ PKSDEVICE Device, _In_ PIRP Irp);
typedef VOID(NTAPI *PFNKSDEVICEIRPVOID)(_In_ PKSDEVICE Device, _In_ PIRP Irp);
typedef NTSTATUS(NTAPI *PFNKSDEVICEQUERYCAPABILITIES)(_In_ PKSDEVICE Device, _In_ PIRP Irp,
                                                      _Inout_ PDEVICE_CAPABILITIES Capabilities);
typedef NTSTATUS(NTAPI *PFNKSDEVICEQUERYPOWER)(_In_ PKSDEVICE Device, _In_ PIRP Irp, _In_ DEVICE_POWER_STATE DeviceTo,
                                               _In_ DEVICE_POWER_STATE DeviceFrom, _In_ SYSTEM_POWER_STATE SystemTo,
                                               _In_ SYSTEM_POWER_STATE SystemFrom, _In_ POWER_ACTION Action);
typedef VOID(NTAPI *PFNKSDEVICESETPOWER)(_In_ PKSDEVICE Device, _In_ PIRP Irp, _In_ DEVICE_POWER_STATE To,
                                         _In_ DEVICE_POWER_STATE From);
typedef NTSTATUS(NTAPI *PFNKSFILTERFACTORYVOID)(_In_ PKSFILTERFACTORY FilterFactory);
typedef VOID(NTAPI *PFNKSFILTERFACTORYPOWER)(_In_ PKSFILTERFACTORY FilterFactory, _In_ DEVICE_POWER_STATE State);
typedef NTSTATUS(NTAPI *PFNKSFILTERIRP)(_In_ PKSFILTER Filter, _In_ PIRP Irp);
typedef NTSTATUS(NTAPI *PFNKSFILTERPROCESS)(_In_ PKSFILTER Filter, _In_ PKSPROCESSPIN_INDEXENTRY Index);
typedef NTSTATUS(NTAPI *PFNKSFILTERVOID)(_In_ PKSFILTER Filter);
typedef VOID(NTAPI *PFNKSFILTERPOWER)(_In_ PKSFILTER Filter, _In_ DEVICE_POWER_STATE State);
typedef NTSTATUS(NTAPI *PFNKSPINIRP)(_In_ PKSPIN Pin, _In_ PIRP Irp);
typedef NTSTATUS(NTAPI *PFNKSPINSETDEVICESTATE)(_In_ PKSPIN Pin, _In_ KSSTATE ToState, _In_ KSSTATE FromState);
typedef NTSTATUS(NTAPI *PFNKSPINSETDATAFORMAT)(_In_ PKSPIN Pin, _In_opt_ PKSDATAFORMAT OldFormat,
                                               _In_opt_ PKSMULTIPLE_ITEM OldAttributeList,
                                               _In_ const KSDATARANGE *DataRange,
                                               _In_opt_ const KSATTRIBUTE_LIST *AttributeRange);
typedef NTSTATUS(NTAPI *PFNKSPINHANDSHAKE)(_In_ PKSPIN Pin, _In_ PKSHANDSHAKE In, _Out_ PKSHANDSHAKE Out);
typedef NTSTATUS(NTAPI *PFNKSPIN)(_In_ PKSPIN Pin);
typedef VOID(NTAPI *PFNKSPINVOID)(_In_ PKSPIN Pin);
typedef VOID(NTAPI *PFNKSPINPOWER)(_In_ PKSPIN Pin, _In_ DEVICE_POWER_STATE State);
typedef BOOLEAN(NTAPI *PFNKSPINSETTIMER)(_In_ PKSPIN Pin, _In_ PKTIMER Timer, _In_ LARGE_INTEGER DueTime,
                                         _In_ PKDPC Dpc);
typedef BOOLEAN(NTAPI *PFNKSPINCANCELTIMER)(_In_ PKSPIN Pin, _In_ PKTIMER Timer);
typedef LONGLONG(FASTCALL *PFNKSPINCORRELATEDTIME)(_In_ PKSPIN Pin, _Out_ PLONGLONG SystemTime);
typedef VOID(NTAPI *PFNKSPINRESOLUTION)(_In_ PKSPIN Pin, _Out_ PKSRESOLUTION Resolution);
typedef NTSTATUS(NTAPI *PFNKSPININITIALIZEALLOCATOR)(_In_ PKSPIN Pin, _In_ PKSALLOCATOR_FRAMING AllocatorFraming,
                                                     _Outptr_ PVOID *Context);
typedef VOID(NTAPI *PFNKSSTREAMPOINTER)(_In_ PKSSTREAM_POINTER StreamPointer);
typedef VOID(NTAPI *PFNKSFREE)(_In_ PVOID Data);
typedef VOID(NTAPI *PFNKSPINFRAMERETURN)(_In_ PKSPIN Pin, _In_reads_bytes_opt_(Size) PVOID Data, _In_opt_ ULONG Size,
                                         _In_opt_ PMDL Mdl, _In_opt_ PVOID Context, _In_ NTSTATUS Status);
typedef VOID(NTAPI *PFNKSPINIRPCOMPLETION)(_In_ PKSPIN Pin, _In_ PIRP Irp);
typedef NTSTATUS(NTAPI *PFNKSIRPLISTCALLBACK)(_In_ PIRP Irp, _In_ PVOID Context);
typedef VOID(NTAPI *PFNREFERENCEDEVICEOBJECT)(_In_ PVOID Context);
typedef VOID(NTAPI *PFNDEREFERENCEDEVICEOBJECT)(_In_ PVOID Context);
typedef NTSTATUS(NTAPI *PFNQUERYREFERENCESTRING)(_In_ PVOID Context, _Inout_ PWCHAR *String);
typedef NTSTATUS(NTAPI *PFNQUERYMEDIUMSLIST)(_In_ PVOID Context, _Out_ ULONG *MediumsCount,
                                             _Outptr_ PKSPIN_MEDIUM *MediumList);
typedef VOID(NTAPI *PFNKSDEVICETHERMALSTATE)(_In_ PKSDEVICE Device, _In_ KSDEVICE_THERMAL_STATE ThermalState);

/* ---- Dispatch tables and descriptors ---- */

typedef struct KSAUTOMATION_TABLE_ {
    ULONG PropertySetsCount;
    ULONG PropertyItemSize;
    _Field_size_(PropertySetsCount) const KSPROPERTY_SET *PropertySets;
    ULONG MethodSetsCount;
    ULONG MethodItemSize;
    _Field_size_(MethodSetsCount) const KSMETHOD_SET *MethodSets;
    ULONG EventSetsCount;
    ULONG EventItemSize;
    _Field_size_(EventSetsCount) const KSEVENT_SET *EventSets;
} KSAUTOMATION_TABLE, *PKSAUTOMATION_TABLE;

typedef struct _KSDEVICE_DISPATCH {
    PFNKSDEVICECREATE Add;
    PFNKSDEVICEPNPSTART Start;
    PFNKSDEVICE PostStart;
    PFNKSDEVICEIRP QueryStop;
    PFNKSDEVICEIRPVOID CancelStop;
    PFNKSDEVICEIRPVOID Stop;
    PFNKSDEVICEIRP QueryRemove;
    PFNKSDEVICEIRPVOID CancelRemove;
    PFNKSDEVICEIRPVOID Remove;
    PFNKSDEVICEQUERYCAPABILITIES QueryCapabilities;
    PFNKSDEVICEIRPVOID SurpriseRemoval;
    PFNKSDEVICEQUERYPOWER QueryPower;
    PFNKSDEVICESETPOWER SetPower;
    PFNKSDEVICEIRP QueryInterface;
} KSDEVICE_DISPATCH, *PKSDEVICE_DISPATCH;
typedef struct _KSFILTER_DISPATCH {
    PFNKSFILTERIRP Create;
    PFNKSFILTERIRP Close;
    PFNKSFILTERPROCESS Process;
    PFNKSFILTERVOID Reset;
} KSFILTER_DISPATCH, *PKSFILTER_DISPATCH;
typedef struct _KSCLOCK_DISPATCH {
    PFNKSPINSETTIMER SetTimer;
    PFNKSPINCANCELTIMER CancelTimer;
    PFNKSPINCORRELATEDTIME CorrelatedTime;
    PFNKSPINRESOLUTION Resolution;
} KSCLOCK_DISPATCH, *PKSCLOCK_DISPATCH;
typedef struct _KSALLOCATOR_DISPATCH {
    PFNKSPININITIALIZEALLOCATOR InitializeAllocator;
    PFNKSDELETEALLOCATOR DeleteAllocator;
    PFNKSDEFAULTALLOCATE Allocate;
    PFNKSDEFAULTFREE Free;
} KSALLOCATOR_DISPATCH, *PKSALLOCATOR_DISPATCH;
typedef struct _KSPIN_DISPATCH {
    PFNKSPINIRP Create;
    PFNKSPINIRP Close;
    PFNKSPIN Process;
    PFNKSPINVOID Reset;
    PFNKSPINSETDATAFORMAT SetDataFormat;
    PFNKSPINSETDEVICESTATE SetDeviceState;
    PFNKSPIN Connect;
    PFNKSPINVOID Disconnect;
    const KSCLOCK_DISPATCH *Clock;
    const KSALLOCATOR_DISPATCH *Allocator;
} KSPIN_DISPATCH, *PKSPIN_DISPATCH;
typedef struct _KSDEVICE_THERMAL_DISPATCH {
    PFNKSDEVICETHERMALSTATE ThermalState;
} KSDEVICE_THERMAL_DISPATCH, *PKSDEVICE_THERMAL_DISPATCH;

typedef struct _KSNODE_DESCRIPTOR {
    const KSAUTOMATION_TABLE *AutomationTable;
    const GUID *Type;
    const GUID *Name;
} KSNODE_DESCRIPTOR, *PKSNODE_DESCRIPTOR;
#define DEFINE_NODE_DESCRIPTOR(automation, type, name) {(automation), (type), (name)}

/* Flags of filters and pins that mean the same. */
#define KSFILTER_FLAG_DISPATCH_LEVEL_PROCESSING         0x00000001
#define KSFILTER_FLAG_CRITICAL_PROCESSING               0x00000002
#define KSFILTER_FLAG_HYPERCRITICAL_PROCESSING          0x00000004
#define KSFILTER_FLAG_RECEIVE_ZERO_LENGTH_SAMPLES       0x00000008
#define KSFILTER_FLAG_PRIORITIZE_REFERENCEGUID          0x00000010
#define KSFILTER_FLAG_DENY_USERMODE_ACCESS              0x80000000
#define KSPIN_FLAG_DISPATCH_LEVEL_PROCESSING            KSFILTER_FLAG_DISPATCH_LEVEL_PROCESSING
#define KSPIN_FLAG_CRITICAL_PROCESSING                  KSFILTER_FLAG_CRITICAL_PROCESSING
#define KSPIN_FLAG_HYPERCRITICAL_PROCESSING             KSFILTER_FLAG_HYPERCRITICAL_PROCESSING
#define KSPIN_FLAG_ASYNCHRONOUS_PROCESSING              0x00000008
#define KSPIN_FLAG_DO_NOT_INITIATE_PROCESSING           0x00000010
#define KSPIN_FLAG_INITIATE_PROCESSING_ON_EVERY_ARRIVAL 0x00000020
#define KSPIN_FLAG_FRAMES_NOT_REQUIRED_FOR_PROCESSING   0x00000040
#define KSPIN_FLAG_ENFORCE_FIFO                         0x00000080
#define KSPIN_FLAG_GENERATE_MAPPINGS                    0x00000100
#define KSPIN_FLAG_DISTINCT_TRAILING_EDGE               0x00000200
#define KSPIN_FLAG_PROCESS_IN_RUN_STATE_ONLY            0x00010000
#define KSPIN_FLAG_SPLITTER                             0x00020000
#define KSPIN_FLAG_USE_STANDARD_TRANSPORT               0x00040000
#define KSPIN_FLAG_DO_NOT_USE_STANDARD_TRANSPORT        0x00080000
#define KSPIN_FLAG_FIXED_FORMAT                         0x00100000
#define KSPIN_FLAG_GENERATE_EOS_EVENTS                  0x00200000
#define KSPIN_FLAG_RENDERER                             (KSPIN_FLAG_PROCESS_IN_RUN_STATE_ONLY | KSPIN_FLAG_GENERATE_EOS_EVENTS)
#define KSPIN_FLAG_IMPLEMENT_CLOCK                      0x00400000
#define KSPIN_FLAG_SOME_FRAMES_REQUIRED_FOR_PROCESSING  0x00800000
#define KSPIN_FLAG_PROCESS_IF_ANY_IN_RUN_STATE          0x01000000
#define KSPIN_FLAG_DENY_USERMODE_ACCESS                 0x80000000

typedef struct _KSPIN_DESCRIPTOR_EX {
    const KSPIN_DISPATCH *Dispatch;
    const KSAUTOMATION_TABLE *AutomationTable;
    KSPIN_DESCRIPTOR PinDescriptor;
    ULONG Flags; /* KSPIN_FLAG_* */
    ULONG InstancesPossible;
    ULONG InstancesNecessary;
    const KSALLOCATOR_FRAMING_EX *AllocatorFraming;
    PFNKSINTERSECTHANDLEREX IntersectHandler;
} KSPIN_DESCRIPTOR_EX, *PKSPIN_DESCRIPTOR_EX;

#define KSFILTER_DESCRIPTOR_VERSION ((ULONG) - 1)
typedef struct _KSFILTER_DESCRIPTOR {
    const KSFILTER_DISPATCH *Dispatch;
    const KSAUTOMATION_TABLE *AutomationTable;
    ULONG Version; /* KSFILTER_DESCRIPTOR_VERSION */
    ULONG Flags;   /* KSFILTER_FLAG_* */
    const GUID *ReferenceGuid;
    ULONG PinDescriptorsCount;
    ULONG PinDescriptorSize; /* bytes of each, so that a driver may append its own members */
    const KSPIN_DESCRIPTOR_EX *PinDescriptors;
    ULONG CategoriesCount;
    _Field_size_(CategoriesCount) const GUID *Categories;
    ULONG NodeDescriptorsCount;
    ULONG NodeDescriptorSize; /* bytes of each */
    const KSNODE_DESCRIPTOR *NodeDescriptors;
    ULONG ConnectionsCount;
    _Field_size_(ConnectionsCount) const KSTOPOLOGY_CONNECTION *Connections;
    const KSCOMPONENTID *ComponentId;
} KSFILTER_DESCRIPTOR, *PKSFILTER_DESCRIPTOR;

#define KSDEVICE_DESCRIPTOR_VERSION         0x100
#define KSDEVICE_DESCRIPTOR_VERSION_2       0x110
#define MIN_DEV_VER_FOR_QI                  0x100
#define MIN_DEV_VER_FOR_FLAGS               0x110
#define KSDEVICE_FLAG_ENABLE_REMOTE_WAKEUP  0x00000001
#define KSDEVICE_FLAG_LOWPOWER_PASSTHROUGH  0x00000002
#define KSDEVICE_FLAG_ENABLE_QUERYINTERFACE 0x00000004
typedef struct _KSDEVICE_DESCRIPTOR {
    const KSDEVICE_DISPATCH *Dispatch;
    ULONG FilterDescriptorsCount;
    _Field_size_(FilterDescriptorsCount) const KSFILTER_DESCRIPTOR *const *FilterDescriptors;
    ULONG Version; /* KSDEVICE_DESCRIPTOR_VERSION, or _2 for Flags to count */
    ULONG Flags;   /* KSDEVICE_FLAG_* */
} KSDEVICE_DESCRIPTOR, *PKSDEVICE_DESCRIPTOR;

#define DEFINE_KSAUTOMATION_TABLE(name)         const KSAUTOMATION_TABLE name =
#define DEFINE_KSAUTOMATION_PROPERTIES(table)   SIZEOF_ARRAY(table), sizeof(KSPROPERTY_ITEM), table
#define DEFINE_KSAUTOMATION_METHODS(table)      SIZEOF_ARRAY(table), sizeof(KSMETHOD_ITEM), table
#define DEFINE_KSAUTOMATION_EVENTS(table)       SIZEOF_ARRAY(table), sizeof(KSEVENT_ITEM), table
#define DEFINE_KSAUTOMATION_PROPERTIES_NULL     0, sizeof(KSPROPERTY_ITEM), NULL
#define DEFINE_KSAUTOMATION_METHODS_NULL        0, sizeof(KSMETHOD_ITEM), NULL
#define DEFINE_KSAUTOMATION_EVENTS_NULL         0, sizeof(KSEVENT_ITEM), NULL
#define DEFINE_KSFILTER_DESCRIPTOR(name)        const KSFILTER_DESCRIPTOR name =
#define DEFINE_KSFILTER_DESCRIPTOR_TABLE(name)  const KSFILTER_DESCRIPTOR *const name[] =
#define DEFINE_KSFILTER_PIN_DESCRIPTORS(table)  SIZEOF_ARRAY(table), sizeof((table)[0]), table
#define DEFINE_KSFILTER_CATEGORIES(table)       SIZEOF_ARRAY(table), table
#define DEFINE_KSFILTER_CATEGORY(category)      1, &(category)
#define DEFINE_KSFILTER_CATEGORIES_NULL         0, NULL
#define DEFINE_KSFILTER_NODE_DESCRIPTORS(table) SIZEOF_ARRAY(table), sizeof((table)[0]), table
#define DEFINE_KSFILTER_NODE_DESCRIPTORS_NULL   0, sizeof(KSNODE_DESCRIPTOR), NULL
#define DEFINE_KSFILTER_CONNECTIONS(table)      SIZEOF_ARRAY(table), table
#define DEFINE_KSFILTER_DEFAULT_CONNECTIONS     0, NULL
#define DEFINE_KSPIN_DEFAULT_INTERFACES         0, NULL
#define DEFINE_KSPIN_DEFAULT_MEDIUMS            0, NULL

/* ---- Objects ---- */

struct _KSDEVICE {
    const KSDEVICE_DESCRIPTOR *Descriptor;
    KSOBJECT_BAG Bag;
    PVOID Context;
    PDEVICE_OBJECT FunctionalDeviceObject;
    PDEVICE_OBJECT PhysicalDeviceObject;
    PDEVICE_OBJECT NextDeviceObject;
    BOOLEAN Started;
    SYSTEM_POWER_STATE SystemPowerState;
    DEVICE_POWER_STATE DevicePowerState;
};
struct _KSFILTERFACTORY {
    const KSFILTER_DESCRIPTOR *FilterDescriptor;
    KSOBJECT_BAG Bag;
    PVOID Context;
};
struct _KSFILTER {
    const KSFILTER_DESCRIPTOR *Descriptor;
    KSOBJECT_BAG Bag;
    PVOID Context;
};
struct _KSPIN {
    const KSPIN_DESCRIPTOR_EX *Descriptor;
    KSOBJECT_BAG Bag;
    PVOID Context;
    ULONG Id;
    KSPIN_COMMUNICATION Communication;
    BOOLEAN ConnectionIsExternal;
    KSPIN_INTERFACE ConnectionInterface;
    KSPIN_MEDIUM ConnectionMedium;
    KSPRIORITY ConnectionPriority;
    PKSDATAFORMAT ConnectionFormat;
    PKSMULTIPLE_ITEM AttributeList;
    ULONG StreamHeaderSize;
    KSPIN_DATAFLOW DataFlow;
    KSSTATE DeviceState;
    KSRESET ResetState;
    KSSTATE ClientState;
};
typedef struct _KSMAPPING {
    PHYSICAL_ADDRESS PhysicalAddress;
    ULONG ByteCount;
    ULONG Alignment;
} KSMAPPING, *PKSMAPPING;
typedef struct _KSSTREAM_POINTER_OFFSET {
    union {
        PUCHAR Data;
        PKSMAPPING Mappings; /* of pins with KSPIN_FLAG_GENERATE_MAPPINGS */
    };
    ULONG Count;
    ULONG Remaining;
} KSSTREAM_POINTER_OFFSET, *PKSSTREAM_POINTER_OFFSET;
struct _KSSTREAM_POINTER {
    PVOID Context;
    PKSPIN Pin;
    PKSSTREAM_HEADER StreamHeader;
    PKSSTREAM_POINTER_OFFSET Offset; /* the one of the two below that the pin's direction goes by */
    KSSTREAM_POINTER_OFFSET OffsetIn;
    KSSTREAM_POINTER_OFFSET OffsetOut;
};
struct _KSPROCESSPIN {
    PKSPIN Pin;
    PKSSTREAM_POINTER StreamPointer;
    PKSPROCESSPIN InPlaceCounterpart;
    PKSPROCESSPIN DelegateBranch;
    PKSPROCESSPIN CopySource;
    PVOID Data;
    ULONG BytesAvailable;
    ULONG BytesUsed;
    ULONG Flags;
    BOOLEAN Terminate;
};
struct _KSPROCESSPIN_INDEXENTRY {
    PKSPROCESSPIN *Pins;
    ULONG Count;
};

/* A gate is open while its count is above 0, and passes each change on to the next. */
typedef struct _KSGATE {
    LONG Count;
    struct _KSGATE *NextGate;
} KSGATE, *PKSGATE;

/* ---- Creation of objects by name ---- */

#define KSCREATE_ITEM_SECURITYCHANGED 0x00000001
#define KSCREATE_ITEM_WILDCARD        0x00000002
#define KSCREATE_ITEM_NOPARAMETERS    0x00000004
#define KSCREATE_ITEM_FREEONSTOP      0x00000008
#define KSDISPATCH_FASTIO             0x80000000
typedef struct {
    PDRIVER_DISPATCH Create;
    PVOID Context;
    UNICODE_STRING ObjectClass;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    ULONG Flags; /* KSCREATE_ITEM_* */
} KSOBJECT_CREATE_ITEM, *PKSOBJECT_CREATE_ITEM;
typedef VOID(NTAPI *PFNKSITEMFREECALLBACK)(_In_ PKSOBJECT_CREATE_ITEM CreateItem);
typedef struct {
    ULONG CreateItemsCount;
    _Field_size_(CreateItemsCount) PKSOBJECT_CREATE_ITEM CreateItemsList;
} KSOBJECT_CREATE, *PKSOBJECT_CREATE;
#define DEFINE_KSCREATE_DISPATCH_TABLE(name) KSOBJECT_CREATE_ITEM name[] =
#define DEFINE_KSCREATE_ITEMEX(create, className, context, flags)                                                      \
    {(create),                                                                                                         \
     (PVOID)(context),                                                                                                 \
     {sizeof(className) - sizeof(UNICODE_NULL), sizeof(className), (PWCHAR)(className)},                               \
     NULL,                                                                                                             \
     (flags)}
#define DEFINE_KSCREATE_ITEM(create, className, context) DEFINE_KSCREATE_ITEMEX(create, className, context, 0)
#define DEFINE_KSCREATE_ITEMNULL(create, context)        {(create), (context), {0, 0, NULL}, NULL, 0}

typedef struct {
    PDRIVER_DISPATCH DeviceIoControl;
    PDRIVER_DISPATCH Read;
    PDRIVER_DISPATCH Write;
    PDRIVER_DISPATCH Flush;
    PDRIVER_DISPATCH Close;
    PDRIVER_DISPATCH QuerySecurity;
    PDRIVER_DISPATCH SetSecurity;
    PFAST_IO_DEVICE_CONTROL FastDeviceIoControl;
    PFAST_IO_READ FastRead;
    PFAST_IO_WRITE FastWrite;
} KSDISPATCH_TABLE, *PKSDISPATCH_TABLE;
#define DEFINE_KSDISPATCH_TABLE(name, control, read, write, flush, close, querySecurity, setSecurity, fastControl,     \
                                fastRead, fastWrite)                                                                   \
    const KSDISPATCH_TABLE name = {control,       read,        write,       flush,    close,                           \
                                   querySecurity, setSecurity, fastControl, fastRead, fastWrite};

#define BUS_INTERFACE_REFERENCE_VERSION 0x100
typedef struct {
    INTERFACE Interface;
    PFNREFERENCEDEVICEOBJECT ReferenceDeviceObject;
    PFNDEREFERENCEDEVICEOBJECT DereferenceDeviceObject;
    PFNQUERYREFERENCESTRING QueryReferenceString;
} BUS_INTERFACE_REFERENCE, *PBUS_INTERFACE_REFERENCE;
typedef struct {
    INTERFACE Interface;
    PFNQUERYMEDIUMSLIST QueryMediumsList;
} BUS_INTERFACE_MEDIUMS, *PBUS_INTERFACE_MEDIUMS;

#define KSPROBE_STREAMREAD        0x00000000
#define KSPROBE_STREAMWRITE       0x00000001
#define KSPROBE_ALLOCATEMDL       0x00000010
#define KSPROBE_PROBEANDLOCK      0x00000020
#define KSPROBE_SYSTEMADDRESS     0x00000040
#define KSPROBE_ALLOWFORMATCHANGE 0x00000080
#define KSPROBE_MODIFY            0x00000200
#define KSPROBE_STREAMWRITEMODIFY (KSPROBE_MODIFY | KSPROBE_STREAMWRITE)
#define KSSTREAM_READ             KSPROBE_STREAMREAD
#define KSSTREAM_WRITE            KSPROBE_STREAMWRITE
#define KSSTREAM_PAGED_DATA       0x00000000
#define KSSTREAM_NONPAGED_DATA    0x00000100
#define KSSTREAM_SYNCHRONOUS      0x00001000
#define KSSTREAM_FAILUREEXCEPTION 0x00002000

#ifdef __cplusplus
}
#endif
#endif
