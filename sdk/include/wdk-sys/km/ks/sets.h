/*
 * Properties, methods and events of kernel streaming: what a client sends in IOCTL_KS_PROPERTY, _METHOD and
 * _ENABLE_EVENT, and the tables by which a driver answers. Facts: the public reference of ks.h; layouts also as in
 * mingw-w64's headers.
 */
#ifndef WDK_KS_SETS_H
#define WDK_KS_SETS_H
#include <ntddk.h>
#include <wtypes.h>
#include "guids.h"

#ifdef __cplusplus
extern "C" {
#endif

#define KS_CTL_CODE_(function, access) CTL_CODE(FILE_DEVICE_KS, function, METHOD_NEITHER, access)
#define IOCTL_KS_PROPERTY              KS_CTL_CODE_(0x000, FILE_ANY_ACCESS)
#define IOCTL_KS_ENABLE_EVENT          KS_CTL_CODE_(0x001, FILE_ANY_ACCESS)
#define IOCTL_KS_DISABLE_EVENT         KS_CTL_CODE_(0x002, FILE_ANY_ACCESS)
#define IOCTL_KS_METHOD                KS_CTL_CODE_(0x003, FILE_ANY_ACCESS)
#define IOCTL_KS_WRITE_STREAM          KS_CTL_CODE_(0x004, FILE_WRITE_ACCESS)
#define IOCTL_KS_READ_STREAM           KS_CTL_CODE_(0x005, FILE_READ_ACCESS)
#define IOCTL_KS_RESET_STATE           KS_CTL_CODE_(0x006, FILE_ANY_ACCESS)
#define IOCTL_KS_HANDSHAKE             KS_CTL_CODE_(0x007, FILE_ANY_ACCESS)

typedef enum { KSRESET_BEGIN, KSRESET_END } KSRESET;
typedef enum { KSSTATE_STOP, KSSTATE_ACQUIRE, KSSTATE_PAUSE, KSSTATE_RUN } KSSTATE, *PKSSTATE;

#define KSPRIORITY_LOW       0x00000001
#define KSPRIORITY_NORMAL    0x40000000
#define KSPRIORITY_HIGH      0x80000000
#define KSPRIORITY_EXCLUSIVE 0xFFFFFFFF
typedef struct {
    ULONG PriorityClass;
    ULONG PrioritySubClass;
} KSPRIORITY, *PKSPRIORITY;

/* One member of a set: the head of each request. */
typedef struct {
    union {
        struct {
            GUID Set;
            ULONG Id;
            ULONG Flags;
        };
        LONGLONG Alignment;
    };
} KSIDENTIFIER, *PKSIDENTIFIER;
typedef KSIDENTIFIER KSPROPERTY, *PKSPROPERTY, KSMETHOD, *PKSMETHOD, KSEVENT, *PKSEVENT, KSDEGRADE, *PKSDEGRADE,
    KSPIN_INTERFACE, *PKSPIN_INTERFACE, KSPIN_MEDIUM, *PKSPIN_MEDIUM;

#define KSMETHOD_TYPE_NONE             0x00000000
#define KSMETHOD_TYPE_READ             0x00000001
#define KSMETHOD_TYPE_WRITE            0x00000002
#define KSMETHOD_TYPE_MODIFY           0x00000003
#define KSMETHOD_TYPE_SOURCE           0x00000004
#define KSMETHOD_TYPE_SEND             0x00000001
#define KSMETHOD_TYPE_SETSUPPORT       0x00000100
#define KSMETHOD_TYPE_BASICSUPPORT     0x00000200
#define KSMETHOD_TYPE_TOPOLOGY         0x10000000
#define KSPROPERTY_TYPE_GET            0x00000001
#define KSPROPERTY_TYPE_GETPAYLOADSIZE 0x00000004
#define KSPROPERTY_TYPE_SET            0x00000002
#define KSPROPERTY_TYPE_SETSUPPORT     0x00000100
#define KSPROPERTY_TYPE_BASICSUPPORT   0x00000200
#define KSPROPERTY_TYPE_RELATIONS      0x00000400
#define KSPROPERTY_TYPE_SERIALIZESET   0x00000800
#define KSPROPERTY_TYPE_UNSERIALIZESET 0x00001000
#define KSPROPERTY_TYPE_SERIALIZERAW   0x00002000
#define KSPROPERTY_TYPE_UNSERIALIZERAW 0x00004000
#define KSPROPERTY_TYPE_SERIALIZESIZE  0x00008000
#define KSPROPERTY_TYPE_DEFAULTVALUES  0x00010000
#define KSPROPERTY_TYPE_TOPOLOGY       0x10000000
#define KSEVENT_TYPE_ENABLE            0x00000001
#define KSEVENT_TYPE_ONESHOT           0x00000002
#define KSEVENT_TYPE_ENABLEBUFFERED    0x00000004
#define KSEVENT_TYPE_SETSUPPORT        0x00000100
#define KSEVENT_TYPE_BASICSUPPORT      0x00000200
#define KSEVENT_TYPE_QUERYBUFFER       0x00000400
#define KSEVENT_TYPE_TOPOLOGY          0x10000000

/* The same, of one node of a filter. */
typedef struct {
    KSPROPERTY Property;
    ULONG NodeId;
    ULONG Reserved;
} KSP_NODE, *PKSP_NODE;
typedef struct {
    KSMETHOD Method;
    ULONG NodeId;
    ULONG Reserved;
} KSM_NODE, *PKSM_NODE;
typedef struct {
    KSEVENT Event;
    ULONG NodeId;
    ULONG Reserved;
} KSE_NODE, *PKSE_NODE;
typedef struct {
    KSEVENT Event;
    ULONG PinId;
    ULONG Reserved;
} KSE_PIN, *PKSE_PIN;

typedef struct {
    ULONG Size;
    ULONG Count;
} KSMULTIPLE_ITEM, *PKSMULTIPLE_ITEM;

/* ---- What a property may hold ---- */

typedef struct {
    ULONG AccessFlags;
    ULONG DescriptionSize;
    KSIDENTIFIER PropTypeSet;
    ULONG MembersListCount;
    ULONG Reserved;
} KSPROPERTY_DESCRIPTION, *PKSPROPERTY_DESCRIPTION;
#define KSPROPERTY_MEMBER_RANGES                         0x00000001
#define KSPROPERTY_MEMBER_STEPPEDRANGES                  0x00000002
#define KSPROPERTY_MEMBER_VALUES                         0x00000003
#define KSPROPERTY_MEMBER_FLAG_DEFAULT                   0x00000001
#define KSPROPERTY_MEMBER_FLAG_BASICSUPPORT_MULTICHANNEL 0x00000002
#define KSPROPERTY_MEMBER_FLAG_BASICSUPPORT_UNIFORM      0x00000004
typedef struct {
    ULONG MembersFlags;
    ULONG MembersSize;
    ULONG MembersCount;
    ULONG Flags;
} KSPROPERTY_MEMBERSHEADER, *PKSPROPERTY_MEMBERSHEADER;
typedef union {
    struct {
        LONG SignedMinimum;
        LONG SignedMaximum;
    };
    struct {
        ULONG UnsignedMinimum;
        ULONG UnsignedMaximum;
    };
} KSPROPERTY_BOUNDS_LONG, *PKSPROPERTY_BOUNDS_LONG;
typedef union {
    struct {
        LONGLONG SignedMinimum;
        LONGLONG SignedMaximum;
    };
    struct {
        DWORDLONG UnsignedMinimum;
        DWORDLONG UnsignedMaximum;
    };
} KSPROPERTY_BOUNDS_LONGLONG, *PKSPROPERTY_BOUNDS_LONGLONG;
typedef struct {
    ULONG SteppingDelta;
    ULONG Reserved;
    KSPROPERTY_BOUNDS_LONG Bounds;
} KSPROPERTY_STEPPING_LONG, *PKSPROPERTY_STEPPING_LONG;
typedef struct {
    DWORDLONG SteppingDelta;
    KSPROPERTY_BOUNDS_LONGLONG Bounds;
} KSPROPERTY_STEPPING_LONGLONG, *PKSPROPERTY_STEPPING_LONGLONG;
typedef struct {
    KSPROPERTY_MEMBERSHEADER MembersHeader;
    const VOID *Members;
} KSPROPERTY_MEMBERSLIST, *PKSPROPERTY_MEMBERSLIST;
typedef struct {
    KSIDENTIFIER PropTypeSet;
    ULONG MembersListCount;
    _Field_size_(MembersListCount) const KSPROPERTY_MEMBERSLIST *MembersList;
} KSPROPERTY_VALUES, *PKSPROPERTY_VALUES;

#pragma pack(push, 1)
typedef struct {
    GUID PropertySet;
    ULONG Count;
} KSPROPERTY_SERIALHDR, *PKSPROPERTY_SERIALHDR;
#pragma pack(pop)
typedef struct {
    KSIDENTIFIER PropTypeSet;
    ULONG Id;
    ULONG PropertyLength;
} KSPROPERTY_SERIAL, *PKSPROPERTY_SERIAL;

/* ---- Events ---- */

typedef PVOID PKSWORKER;

#define KSEVENTF_EVENT_HANDLE     0x00000001
#define KSEVENTF_SEMAPHORE_HANDLE 0x00000002
#define KSEVENTF_EVENT_OBJECT     0x00000004
#define KSEVENTF_SEMAPHORE_OBJECT 0x00000008
#define KSEVENTF_DPC              0x00000010
#define KSEVENTF_WORKITEM         0x00000020
#define KSEVENTF_KSWORKITEM       0x00000080
typedef struct {
    ULONG NotificationType; /* KSEVENTF_* */
    union {
        struct {
            HANDLE Event;
            ULONG_PTR Reserved[2];
        } EventHandle;
        struct {
            HANDLE Semaphore;
            ULONG Reserved;
            LONG Adjustment;
        } SemaphoreHandle;
        struct {
            PVOID Event;
            KPRIORITY Increment;
            ULONG_PTR Reserved;
        } EventObject;
        struct {
            PVOID Semaphore;
            KPRIORITY Increment;
            LONG Adjustment;
        } SemaphoreObject;
        struct {
            PKDPC Dpc;
            ULONG ReferenceCount;
            ULONG_PTR Reserved;
        } Dpc;
        struct {
            PWORK_QUEUE_ITEM WorkQueueItem;
            WORK_QUEUE_TYPE WorkQueueType;
            ULONG_PTR Reserved;
        } WorkItem;
        struct {
            PWORK_QUEUE_ITEM WorkQueueItem;
            PKSWORKER KsWorkerObject;
            ULONG_PTR Reserved;
        } KsWorkItem;
        struct {
            PVOID Unused;
            LONG_PTR Alignment[2];
        } Alignment;
    };
} KSEVENTDATA, *PKSEVENTDATA;

typedef struct {
    KSEVENT Event;
    PKSEVENTDATA EventData;
    PVOID Reserved;
} KSQUERYBUFFER, *PKSQUERYBUFFER;
#define KSRELATIVEEVENT_FLAG_HANDLE  0x00000001
#define KSRELATIVEEVENT_FLAG_POINTER 0x00000002
typedef struct {
    ULONG Size;
    ULONG Flags;
    union {
        HANDLE ObjectHandle;
        PVOID ObjectPointer;
    };
    PVOID Reserved;
    KSEVENT Event;
    KSEVENTDATA EventData;
} KSRELATIVEEVENT;
typedef struct {
    KSEVENTDATA EventData;
    LONGLONG MarkTime; /* 100 ns */
} KSEVENT_TIME_MARK, *PKSEVENT_TIME_MARK;
typedef struct {
    KSEVENTDATA EventData;
    LONGLONG TimeBase;
    LONGLONG Interval;
} KSEVENT_TIME_INTERVAL, *PKSEVENT_TIME_INTERVAL;
typedef struct {
    LONGLONG TimeBase;
    LONGLONG Interval;
} KSINTERVAL, *PKSINTERVAL;

/* ---- How a driver answers ---- */

typedef NTSTATUS(NTAPI *PFNKSCONTEXT_DISPATCH)(_In_ PVOID Context, _In_ PIRP Irp);
typedef NTSTATUS(NTAPI *PFNKSHANDLER)(_In_ PIRP Irp, _In_ PKSIDENTIFIER Request, _Inout_ PVOID Data);
typedef BOOLEAN(NTAPI *PFNKSFASTHANDLER)(_In_ PFILE_OBJECT FileObject,
                                         _In_reads_bytes_(RequestLength) PKSIDENTIFIER Request,
                                         _In_ ULONG RequestLength, _Inout_updates_bytes_(DataLength) PVOID Data,
                                         _In_ ULONG DataLength, _Out_ PIO_STATUS_BLOCK IoStatus);
typedef NTSTATUS(NTAPI *PFNKSALLOCATOR)(_In_ PIRP Irp, _In_ ULONG BufferSize, _In_ BOOLEAN InputOperation);

typedef struct {
    ULONG PropertyId;
    union {
        PFNKSHANDLER GetPropertyHandler;
        BOOLEAN GetSupported;
    };
    ULONG MinProperty; /* bytes */
    ULONG MinData;     /* bytes */
    union {
        PFNKSHANDLER SetPropertyHandler;
        BOOLEAN SetSupported;
    };
    const KSPROPERTY_VALUES *Values;
    ULONG RelationsCount;
    _Field_size_(RelationsCount) const KSPROPERTY *Relations;
    PFNKSHANDLER SupportHandler;
    ULONG SerializedSize;
} KSPROPERTY_ITEM, *PKSPROPERTY_ITEM;
typedef struct {
    ULONG PropertyId;
    union {
        PFNKSFASTHANDLER GetPropertyHandler;
        BOOLEAN GetSupported;
    };
    union {
        PFNKSFASTHANDLER SetPropertyHandler;
        BOOLEAN SetSupported;
    };
    ULONG Reserved;
} KSFASTPROPERTY_ITEM, *PKSFASTPROPERTY_ITEM;
typedef struct {
    const GUID *Set;
    ULONG PropertiesCount;
    _Field_size_(PropertiesCount) const KSPROPERTY_ITEM *PropertyItem;
    ULONG FastIoCount;
    _Field_size_(FastIoCount) const KSFASTPROPERTY_ITEM *FastIoTable;
} KSPROPERTY_SET, *PKSPROPERTY_SET;

typedef struct {
    ULONG MethodId;
    union {
        PFNKSHANDLER MethodHandler;
        BOOLEAN MethodSupported;
    };
    ULONG MinMethod; /* bytes */
    ULONG MinData;   /* bytes */
    PFNKSHANDLER SupportHandler;
    ULONG Flags;
} KSMETHOD_ITEM, *PKSMETHOD_ITEM;
typedef struct {
    ULONG MethodId;
    union {
        PFNKSFASTHANDLER MethodHandler;
        BOOLEAN MethodSupported;
    };
} KSFASTMETHOD_ITEM, *PKSFASTMETHOD_ITEM;
typedef struct {
    const GUID *Set;
    ULONG MethodsCount;
    _Field_size_(MethodsCount) const KSMETHOD_ITEM *MethodItem;
    ULONG FastIoCount;
    _Field_size_(FastIoCount) const KSFASTMETHOD_ITEM *FastIoTable;
} KSMETHOD_SET, *PKSMETHOD_SET;

typedef struct _KSEVENT_ENTRY KSEVENT_ENTRY, *PKSEVENT_ENTRY;
typedef NTSTATUS(NTAPI *PFNKSADDEVENT)(_In_ PIRP Irp, _In_ PKSEVENTDATA EventData, _In_ PKSEVENT_ENTRY EventEntry);
typedef VOID(NTAPI *PFNKSREMOVEEVENT)(_In_ PFILE_OBJECT FileObject, _In_ PKSEVENT_ENTRY EventEntry);
typedef BOOLEAN(NTAPI *PFNKSGENERATEEVENTCALLBACK)(_In_ PVOID Context, _In_ PKSEVENT_ENTRY EventEntry);
typedef struct {
    ULONG EventId;
    ULONG DataInput;      /* bytes */
    ULONG ExtraEntryData; /* bytes */
    PFNKSADDEVENT AddHandler;
    PFNKSREMOVEEVENT RemoveHandler;
    PFNKSHANDLER SupportHandler;
} KSEVENT_ITEM, *PKSEVENT_ITEM;
typedef struct {
    const GUID *Set;
    ULONG EventsCount;
    _Field_size_(EventsCount) const KSEVENT_ITEM *EventItem;
} KSEVENT_SET, *PKSEVENT_SET;
typedef struct {
    KDPC Dpc;
    ULONG ReferenceCount;
    KSPIN_LOCK AccessLock;
} KSDPC_ITEM, *PKSDPC_ITEM;
typedef struct {
    KSDPC_ITEM DpcItem;
    LIST_ENTRY BufferList;
} KSBUFFER_ITEM, *PKSBUFFER_ITEM;

#define KSEVENT_ENTRY_DELETED  1
#define KSEVENT_ENTRY_ONESHOT  2
#define KSEVENT_ENTRY_BUFFERED 4
struct _KSEVENT_ENTRY {
    LIST_ENTRY ListEntry;
    PVOID Object;
    union {
        PKSDPC_ITEM DpcItem;
        PKSBUFFER_ITEM BufferItem;
    };
    PKSEVENTDATA EventData;
    ULONG NotificationType;
    const KSEVENT_SET *EventSet;
    const KSEVENT_ITEM *EventItem;
    PFILE_OBJECT FileObject;
    ULONG SemaphoreAdjustment;
    ULONG Reserved;
    ULONG Flags; /* KSEVENT_ENTRY_* */
};
typedef enum {
    KSEVENTS_NONE,
    KSEVENTS_SPINLOCK,
    KSEVENTS_MUTEX,
    KSEVENTS_FMUTEX,
    KSEVENTS_FMUTEXUNSAFE,
    KSEVENTS_INTERRUPT,
    KSEVENTS_ERESOURCE
} KSEVENTS_LOCKTYPE;

/* Tables, written as DEFINE_KSPROPERTY_TABLE(Name) { DEFINE_KSPROPERTY_ITEM(…), … }; */
#define DEFINE_KSPROPERTY_TABLE(name) const KSPROPERTY_ITEM name[] =
#define DEFINE_KSPROPERTY_ITEM(id, get, minProperty, minData, set, values, relationsCount, relations, support,         \
                               serialized)                                                                             \
    {id,                                                                                                               \
     {(PFNKSHANDLER)(get)},                                                                                            \
     minProperty,                                                                                                      \
     minData,                                                                                                          \
     {(PFNKSHANDLER)(set)},                                                                                            \
     (PKSPROPERTY_VALUES)(values),                                                                                     \
     relationsCount,                                                                                                   \
     (PKSPROPERTY)(relations),                                                                                         \
     (PFNKSHANDLER)(support),                                                                                          \
     (ULONG)(serialized)}
#define DEFINE_KSFASTPROPERTY_ITEM(id, get, set)                       {id, {(PFNKSFASTHANDLER)(get)}, {(PFNKSFASTHANDLER)(set)}, 0}
#define DEFINE_KSPROPERTY_SET_TABLE(name)                              const KSPROPERTY_SET name[] =
#define DEFINE_KSPROPERTY_SET(set, count, items, fastCount, fastItems) {set, count, items, fastCount, fastItems}
#define DEFINE_KSMETHOD_TABLE(name)                                    const KSMETHOD_ITEM name[] =
#define DEFINE_KSMETHOD_ITEM(id, flags, handler, minMethod, minData, support)                                          \
    {id, {(PFNKSHANDLER)(handler)}, minMethod, minData, (PFNKSHANDLER)(support), flags}
#define DEFINE_KSFASTMETHOD_ITEM(id, handler)                                                                          \
    {                                                                                                                  \
        id,                                                                                                            \
        {                                                                                                              \
            (PFNKSFASTHANDLER)(handler)                                                                                \
        }                                                                                                              \
    }
#define DEFINE_KSMETHOD_SET_TABLE(name)                              const KSMETHOD_SET name[] =
#define DEFINE_KSMETHOD_SET(set, count, items, fastCount, fastItems) {set, count, items, fastCount, fastItems}
#define DEFINE_KSEVENT_TABLE(name)                                   const KSEVENT_ITEM name[] =
#define DEFINE_KSEVENT_ITEM(id, dataInput, extra, add, remove, support)                                                \
    {id, dataInput, extra, (PFNKSADDEVENT)(add), (PFNKSREMOVEEVENT)(remove), (PFNKSHANDLER)(support)}
#define DEFINE_KSEVENT_SET_TABLE(name)        const KSEVENT_SET name[] =
#define DEFINE_KSEVENT_SET(set, count, items) {set, count, items}

/* Where ks.sys leaves, in a request, what it was found to be about. */
#define KS_IRP_STORAGE_(irp, type, slot)       (*(type *)&(irp)->Tail.Overlay.DriverContext[slot])
#define KSCREATE_ITEM_IRP_STORAGE(irp)         KS_IRP_STORAGE_(irp, PKSOBJECT_CREATE_ITEM, 0)
#define KSEVENT_SET_IRP_STORAGE(irp)           KS_IRP_STORAGE_(irp, const KSEVENT_SET *, 0)
#define KSEVENT_ITEM_IRP_STORAGE(irp)          KS_IRP_STORAGE_(irp, const KSEVENT_ITEM *, 3)
#define KSEVENT_ENTRY_IRP_STORAGE(irp)         KS_IRP_STORAGE_(irp, PKSEVENT_ENTRY, 0)
#define KSMETHOD_SET_IRP_STORAGE(irp)          KS_IRP_STORAGE_(irp, const KSMETHOD_SET *, 0)
#define KSMETHOD_ITEM_IRP_STORAGE(irp)         KS_IRP_STORAGE_(irp, const KSMETHOD_ITEM *, 3)
#define KSMETHOD_TYPE_IRP_STORAGE(irp)         KS_IRP_STORAGE_(irp, ULONG_PTR, 2)
#define KSQUEUE_SPINLOCK_IRP_STORAGE(irp)      KS_IRP_STORAGE_(irp, PKSPIN_LOCK, 1)
#define KSPROPERTY_SET_IRP_STORAGE(irp)        KS_IRP_STORAGE_(irp, const KSPROPERTY_SET *, 0)
#define KSPROPERTY_ITEM_IRP_STORAGE(irp)       KS_IRP_STORAGE_(irp, const KSPROPERTY_ITEM *, 3)
#define KSPROPERTY_ATTRIBUTES_IRP_STORAGE(irp) KS_IRP_STORAGE_(irp, PKSATTRIBUTE_LIST, 2)

/* ---- Members of the standard sets ---- */

typedef enum { KSPROPERTY_GENERAL_COMPONENTID } KSPROPERTY_GENERAL;
typedef struct {
    GUID Manufacturer;
    GUID Product;
    GUID Component;
    GUID Name;
    ULONG Version;
    ULONG Revision;
} KSCOMPONENTID, *PKSCOMPONENTID;
typedef enum { KSMETHOD_STREAMIO_READ, KSMETHOD_STREAMIO_WRITE } KSMETHOD_STREAMIO;

typedef enum {
    KSPROPERTY_MEDIASEEKING_CAPABILITIES,
    KSPROPERTY_MEDIASEEKING_FORMATS,
    KSPROPERTY_MEDIASEEKING_TIMEFORMAT,
    KSPROPERTY_MEDIASEEKING_POSITION,
    KSPROPERTY_MEDIASEEKING_STOPPOSITION,
    KSPROPERTY_MEDIASEEKING_POSITIONS,
    KSPROPERTY_MEDIASEEKING_DURATION,
    KSPROPERTY_MEDIASEEKING_AVAILABLE,
    KSPROPERTY_MEDIASEEKING_PREROLL,
    KSPROPERTY_MEDIASEEKING_CONVERTTIMEFORMAT
} KSPROPERTY_MEDIASEEKING;
typedef enum {
    KS_SEEKING_NoPositioning = 0,
    KS_SEEKING_AbsolutePositioning = 1,
    KS_SEEKING_RelativePositioning = 2,
    KS_SEEKING_IncrementalPositioning = 3,
    KS_SEEKING_PositioningBitsMask = 3,
    KS_SEEKING_SeekToKeyFrame = 4,
    KS_SEEKING_ReturnTime = 8
} KS_SEEKING_FLAGS;
typedef enum {
    KS_SEEKING_CanSeekAbsolute = 0x1,
    KS_SEEKING_CanSeekForwards = 0x2,
    KS_SEEKING_CanSeekBackwards = 0x4,
    KS_SEEKING_CanGetCurrentPos = 0x8,
    KS_SEEKING_CanGetStopPos = 0x10,
    KS_SEEKING_CanGetDuration = 0x20,
    KS_SEEKING_CanPlayBackwards = 0x40
} KS_SEEKING_CAPABILITIES;
typedef struct {
    LONGLONG Current;
    LONGLONG Stop;
    KS_SEEKING_FLAGS CurrentFlags;
    KS_SEEKING_FLAGS StopFlags;
} KSPROPERTY_POSITIONS, *PKSPROPERTY_POSITIONS;
typedef struct {
    LONGLONG Earliest;
    LONGLONG Latest;
} KSPROPERTY_MEDIAAVAILABLE, *PKSPROPERTY_MEDIAAVAILABLE;
typedef struct {
    KSPROPERTY Property;
    GUID SourceFormat;
    GUID TargetFormat;
    LONGLONG Time;
} KSP_TIMEFORMAT, *PKSP_TIMEFORMAT;

typedef enum {
    KSPROPERTY_TOPOLOGY_CATEGORIES,
    KSPROPERTY_TOPOLOGY_NODES,
    KSPROPERTY_TOPOLOGY_CONNECTIONS,
    KSPROPERTY_TOPOLOGY_NAME
} KSPROPERTY_TOPOLOGY;
typedef enum { KSPROPERTY_QUALITY_REPORT, KSPROPERTY_QUALITY_ERROR } KSPROPERTY_QUALITY;
typedef struct {
    PVOID Context;
    ULONG Proportion;
    LONGLONG DeltaTime;
} KSQUALITY, *PKSQUALITY;
typedef struct {
    PVOID Context;
    ULONG Status;
} KSERROR, *PKSERROR;
typedef struct {
    HANDLE QualityManager;
    PVOID Context;
} KSQUALITY_MANAGER, *PKSQUALITY_MANAGER;
typedef enum {
    KSDEGRADE_STANDARD_SAMPLE,
    KSDEGRADE_STANDARD_QUALITY,
    KSDEGRADE_STANDARD_COMPUTATION,
    KSDEGRADE_STANDARD_SKIP
} KSDEGRADE_STANDARD;
typedef enum {
    KSPROPERTY_CONNECTION_STATE,
    KSPROPERTY_CONNECTION_PRIORITY,
    KSPROPERTY_CONNECTION_DATAFORMAT,
    KSPROPERTY_CONNECTION_ALLOCATORFRAMING,
    KSPROPERTY_CONNECTION_PROPOSEDATAFORMAT,
    KSPROPERTY_CONNECTION_ACQUIREORDERING,
    KSPROPERTY_CONNECTION_ALLOCATORFRAMING_EX,
    KSPROPERTY_CONNECTION_STARTAT
} KSPROPERTY_CONNECTION;
enum { KSPROPERTY_MEMORY_TRANSPORT = 1 };
typedef enum {
    KSEVENT_CONNECTION_POSITIONUPDATE,
    KSEVENT_CONNECTION_DATADISCONTINUITY,
    KSEVENT_CONNECTION_TIMEDISCONTINUITY,
    KSEVENT_CONNECTION_PRIORITY,
    KSEVENT_CONNECTION_ENDOFSTREAM
} KSEVENT_CONNECTION;

#ifdef __cplusplus
}
#endif
#endif
