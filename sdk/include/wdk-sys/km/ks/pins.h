/*
 * Pins, data formats, topology, memory and clocks of kernel streaming. Facts: the public reference of ks.h; layouts
 * also as in mingw-w64's headers.
 */
#ifndef WDK_KS_PINS_H
#define WDK_KS_PINS_H
#include "sets.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Topology ---- */

#define KSFILTER_NODE ((ULONG) - 1)
#define KSALL_NODES   ((ULONG) - 1)
typedef struct {
    ULONG FromNode;
    ULONG FromNodePin;
    ULONG ToNode;
    ULONG ToNodePin;
} KSTOPOLOGY_CONNECTION, *PKSTOPOLOGY_CONNECTION;
typedef struct {
    ULONG CategoriesCount;
    _Field_size_(CategoriesCount) const GUID *Categories;
    ULONG TopologyNodesCount;
    _Field_size_(TopologyNodesCount) const GUID *TopologyNodes;
    ULONG TopologyConnectionsCount;
    _Field_size_(TopologyConnectionsCount) const KSTOPOLOGY_CONNECTION *TopologyConnections;
    _Field_size_(TopologyNodesCount) const GUID *TopologyNodesNames;
    ULONG Reserved;
} KSTOPOLOGY, *PKSTOPOLOGY;
typedef struct {
    ULONG CreateFlags;
    ULONG Node;
} KSNODE_CREATE, *PKSNODE_CREATE;

/* ---- Pins ---- */

typedef enum {
    KSINTERFACE_STANDARD_STREAMING,
    KSINTERFACE_STANDARD_LOOPED_STREAMING,
    KSINTERFACE_STANDARD_CONTROL
} KSINTERFACE_STANDARD;
typedef enum { KSINTERFACE_FILEIO_STREAMING } KSINTERFACE_FILEIO;
#define KSMEDIUM_TYPE_ANYINSTANCE 0
#define KSMEDIUM_STANDARD_DEVIO   KSMEDIUM_TYPE_ANYINSTANCE

typedef enum {
    KSPROPERTY_PIN_CINSTANCES,
    KSPROPERTY_PIN_CTYPES,
    KSPROPERTY_PIN_DATAFLOW,
    KSPROPERTY_PIN_DATARANGES,
    KSPROPERTY_PIN_DATAINTERSECTION,
    KSPROPERTY_PIN_INTERFACES,
    KSPROPERTY_PIN_MEDIUMS,
    KSPROPERTY_PIN_COMMUNICATION,
    KSPROPERTY_PIN_GLOBALCINSTANCES,
    KSPROPERTY_PIN_NECESSARYINSTANCES,
    KSPROPERTY_PIN_PHYSICALCONNECTION,
    KSPROPERTY_PIN_CATEGORY,
    KSPROPERTY_PIN_NAME,
    KSPROPERTY_PIN_CONSTRAINEDDATARANGES,
    KSPROPERTY_PIN_PROPOSEDATAFORMAT,
    KSPROPERTY_PIN_PROPOSEDATAFORMAT2,
    KSPROPERTY_PIN_MODEDATAFORMATS
} KSPROPERTY_PIN;
typedef struct {
    KSPROPERTY Property;
    ULONG PinId;
    union {
        ULONG Reserved;
        ULONG Flags;
    };
} KSP_PIN, *PKSP_PIN;
#define KSP_PIN_FLAGS_ATTRIBUTES_MASK 0xFF
#define KSINSTANCE_INDETERMINATE      ((ULONG) - 1)
typedef struct {
    ULONG PossibleCount;
    ULONG CurrentCount;
} KSPIN_CINSTANCES, *PKSPIN_CINSTANCES;
typedef enum { KSPIN_DATAFLOW_IN = 1, KSPIN_DATAFLOW_OUT } KSPIN_DATAFLOW, *PKSPIN_DATAFLOW;
typedef enum {
    KSPIN_COMMUNICATION_NONE,
    KSPIN_COMMUNICATION_SINK,
    KSPIN_COMMUNICATION_SOURCE,
    KSPIN_COMMUNICATION_BOTH,
    KSPIN_COMMUNICATION_BRIDGE
} KSPIN_COMMUNICATION,
    *PKSPIN_COMMUNICATION;

#define KSDATAFORMAT_BIT_TEMPORAL_COMPRESSION 0
#define KSDATAFORMAT_TEMPORAL_COMPRESSION     (1 << KSDATAFORMAT_BIT_TEMPORAL_COMPRESSION)
#define KSDATAFORMAT_BIT_ATTRIBUTES           1
#define KSDATAFORMAT_ATTRIBUTES               (1 << KSDATAFORMAT_BIT_ATTRIBUTES)
#define KSDATARANGE_BIT_ATTRIBUTES            1
#define KSDATARANGE_ATTRIBUTES                (1 << KSDATARANGE_BIT_ATTRIBUTES)
#define KSDATARANGE_BIT_REQUIRED_ATTRIBUTES   2
#define KSDATARANGE_REQUIRED_ATTRIBUTES       (1 << KSDATARANGE_BIT_REQUIRED_ATTRIBUTES)
typedef union {
    struct {
        ULONG FormatSize; /* bytes, with what a specifier adds behind */
        ULONG Flags;
        ULONG SampleSize;
        ULONG Reserved;
        GUID MajorFormat;
        GUID SubFormat;
        GUID Specifier;
    };
    LONGLONG Alignment;
} KSDATAFORMAT, *PKSDATAFORMAT, KSDATARANGE, *PKSDATARANGE;
#define KSATTRIBUTE_REQUIRED 0x00000001
typedef struct {
    ULONG Size;
    ULONG Flags;
    GUID Attribute;
} KSATTRIBUTE, *PKSATTRIBUTE;
typedef struct {
    ULONG Count;
    PKSATTRIBUTE *Attributes;
} KSATTRIBUTE_LIST, *PKSATTRIBUTE_LIST;

typedef struct {
    KSPIN_INTERFACE Interface;
    KSPIN_MEDIUM Medium;
    ULONG PinId;
    HANDLE PinToHandle;
    KSPRIORITY Priority;
} KSPIN_CONNECT, *PKSPIN_CONNECT;
typedef struct {
    ULONG Size;
    ULONG Pin;
    WCHAR SymbolicLinkName[1];
} KSPIN_PHYSICALCONNECTION, *PKSPIN_PHYSICALCONNECTION;

typedef NTSTATUS(NTAPI *PFNKSINTERSECTHANDLER)(_In_ PIRP Irp, _In_ PKSP_PIN Pin, _In_ PKSDATARANGE DataRange,
                                               _Out_opt_ PVOID Data);
typedef NTSTATUS(NTAPI *PFNKSINTERSECTHANDLEREX)(_In_ PVOID Context, _In_ PIRP Irp, _In_ PKSP_PIN Pin,
                                                 _In_ PKSDATARANGE DataRange, _In_ PKSDATARANGE MatchingDataRange,
                                                 _In_ ULONG DataBufferSize,
                                                 _Out_writes_bytes_to_opt_(DataBufferSize, *DataSize) PVOID Data,
                                                 _Out_ PULONG DataSize);

typedef struct {
    ULONG InterfacesCount;
    _Field_size_(InterfacesCount) const KSPIN_INTERFACE *Interfaces;
    ULONG MediumsCount;
    _Field_size_(MediumsCount) const KSPIN_MEDIUM *Mediums;
    ULONG DataRangesCount;
    _Field_size_(DataRangesCount) const PKSDATARANGE *DataRanges;
    KSPIN_DATAFLOW DataFlow;
    KSPIN_COMMUNICATION Communication;
    const GUID *Category;
    const GUID *Name;
    union {
        LONGLONG Reserved;
        struct {
            ULONG ConstrainedDataRangesCount;
            PKSDATARANGE *ConstrainedDataRanges;
        };
    };
} KSPIN_DESCRIPTOR, *PKSPIN_DESCRIPTOR;
typedef const KSPIN_DESCRIPTOR *PCKSPIN_DESCRIPTOR;

#define DEFINE_KSPIN_INTERFACE_TABLE(name) const KSPIN_INTERFACE name[] =
#define DEFINE_KSPIN_INTERFACE_ITEM(guid, interfaceId)                                                                 \
    {                                                                                                                  \
        {{{STATICGUIDOF(guid)}, (interfaceId), 0}}                     \
    }
#define DEFINE_KSPIN_MEDIUM_TABLE(name)        const KSPIN_MEDIUM name[] =
#define DEFINE_KSPIN_MEDIUM_ITEM(guid, medium) DEFINE_KSPIN_INTERFACE_ITEM(guid, medium)
#define DEFINE_KSPIN_DESCRIPTOR_TABLE(name)    const KSPIN_DESCRIPTOR name[] =
#define DEFINE_KSPIN_DESCRIPTOR_ITEMEX(interfacesCount, interfaces, mediumsCount, mediums, rangesCount, ranges, flow,  \
                                       communication, category, name)                                                  \
    {interfacesCount, interfaces, mediumsCount, mediums, rangesCount, ranges, flow, communication, category, name, {0}}
#define DEFINE_KSPIN_DESCRIPTOR_ITEM(interfacesCount, interfaces, mediumsCount, mediums, rangesCount, ranges, flow,    \
                                     communication)                                                                    \
    DEFINE_KSPIN_DESCRIPTOR_ITEMEX(interfacesCount, interfaces, mediumsCount, mediums, rangesCount, ranges, flow,      \
                                   communication, NULL, NULL)

/* ---- Memory ---- */

#define KSALLOCATOR_REQUIREMENTF_INPLACE_MODIFIER  0x00000001
#define KSALLOCATOR_REQUIREMENTF_SYSTEM_MEMORY     0x00000002
#define KSALLOCATOR_REQUIREMENTF_FRAME_INTEGRITY   0x00000004
#define KSALLOCATOR_REQUIREMENTF_MUST_ALLOCATE     0x00000008
#define KSALLOCATOR_REQUIREMENTF_PREFERENCES_ONLY  0x80000000
#define KSALLOCATOR_OPTIONF_COMPATIBLE             0x00000001
#define KSALLOCATOR_OPTIONF_SYSTEM_MEMORY          0x00000002
#define KSALLOCATOR_OPTIONF_VALID                  0x00000003
#define KSALLOCATOR_FLAG_PARTIAL_READ_SUPPORT      0x00000010
#define KSALLOCATOR_FLAG_DEVICE_SPECIFIC           0x00000020
#define KSALLOCATOR_FLAG_CAN_ALLOCATE              0x00000040
#define KSALLOCATOR_FLAG_INSIST_ON_FRAMESIZE_RATIO 0x00000080
#define KSALLOCATOR_FLAG_NO_FRAME_INTEGRITY        0x00000100
#define KSALLOCATOR_FLAG_MULTIPLE_OUTPUT           0x00000200
#define KSALLOCATOR_FLAG_CYCLE                     0x00000400
#define KSALLOCATOR_FLAG_ALLOCATOR_EXISTS          0x00000800
#define KSALLOCATOR_FLAG_INDEPENDENT_RANGES        0x00001000
#define KSALLOCATOR_FLAG_ATTENTION_STEPPING        0x00002000
typedef struct {
    union {
        ULONG OptionsFlags;
        ULONG RequirementsFlags;
    };
    POOL_TYPE PoolType;
    ULONG Frames;
    ULONG FrameSize; /* bytes */
    ULONG FileAlignment;
    ULONG Reserved;
} KSALLOCATOR_FRAMING, *PKSALLOCATOR_FRAMING;
typedef PVOID(NTAPI *PFNKSDEFAULTALLOCATE)(_In_ PVOID Context);
typedef VOID(NTAPI *PFNKSDEFAULTFREE)(_In_ PVOID Context, _In_ PVOID Buffer);
typedef NTSTATUS(NTAPI *PFNKSINITIALIZEALLOCATOR)(_In_ PVOID InitialContext, _In_ PKSALLOCATOR_FRAMING AllocatorFraming,
                                                  _Outptr_ PVOID *Context);
typedef VOID(NTAPI *PFNKSDELETEALLOCATOR)(_In_ PVOID Context);

typedef struct {
    ULONG MinFrameSize;
    ULONG MaxFrameSize;
    ULONG Stepping;
} KS_FRAMING_RANGE, *PKS_FRAMING_RANGE;
typedef struct {
    KS_FRAMING_RANGE Range;
    ULONG InPlaceWeight;
    ULONG NotInPlaceWeight;
} KS_FRAMING_RANGE_WEIGHTED, *PKS_FRAMING_RANGE_WEIGHTED;
typedef struct {
    ULONG RatioNumerator;
    ULONG RatioDenominator;
    ULONG RatioConstantMargin;
} KS_COMPRESSION, *PKS_COMPRESSION;
typedef struct {
    GUID MemoryType;
    GUID BusType;
    ULONG MemoryFlags;
    ULONG BusFlags;
    ULONG Flags;
    ULONG Frames;
    union {
        ULONG FileAlignment;
        LONG FramePitch;
    };
    ULONG MemoryTypeWeight;
    KS_FRAMING_RANGE PhysicalRange;
    KS_FRAMING_RANGE_WEIGHTED FramingRange;
} KS_FRAMING_ITEM, *PKS_FRAMING_ITEM;
typedef struct {
    ULONG CountItems;
    ULONG PinFlags;
    KS_COMPRESSION OutputCompression;
    ULONG PinWeight;
    KS_FRAMING_ITEM FramingItem[1];
} KSALLOCATOR_FRAMING_EX, *PKSALLOCATOR_FRAMING_EX;

/* One kind of memory, any physical range, frames from minimum to maximum. */
#define DECLARE_SIMPLE_FRAMING_EX(name, memoryType, flags, frames, alignment, minFrame, maxFrame)                      \
    const KSALLOCATOR_FRAMING_EX name = {1,                                                                            \
                                         0,                                                                            \
                                         {1, 1, 0},                                                                    \
                                         0,                                                                            \
                                         {{{memoryType},                                                               \
                                           {STATIC_KS_TYPE_DONT_CARE},                                                 \
                                           0,                                                                          \
                                           0,                                                                          \
                                           flags,                                                                      \
                                           frames,                                                                     \
                                           {alignment},                                                                \
                                           0,                                                                          \
                                           {0, (ULONG) - 1, 1},                                                        \
                                           {{minFrame, maxFrame, 1}, 0, 0}}}}
#define SetDefaultKsCompression(pointer)                                                                               \
    {                                                                                                                  \
        (pointer)->RatioNumerator = (pointer)->RatioDenominator = 1, (pointer)->RatioConstantMargin = 0;               \
    }
#define SetKsFramingRange(pointer, minFrame, maxFrame)                                                                 \
    {                                                                                                                  \
        (pointer)->MinFrameSize = (minFrame), (pointer)->MaxFrameSize = (maxFrame), (pointer)->Stepping = 1;           \
    }
#define SetDontCareKsFramingRange(pointer) SetKsFramingRange(pointer, 0, (ULONG) - 1)
#define SetKsFramingRangeWeighted(pointer, minFrame, maxFrame)                                                         \
    {                                                                                                                  \
        SetKsFramingRange(&(pointer)->Range, minFrame, maxFrame);                                                      \
        (pointer)->InPlaceWeight = (pointer)->NotInPlaceWeight = 0;                                                    \
    }
#define INITIALIZE_SIMPLE_FRAMING_EX(pointer, memoryType, flags, frames, alignment, minFrame, maxFrame)                \
    {                                                                                                                  \
        RtlZeroMemory((pointer), sizeof(KSALLOCATOR_FRAMING_EX));                                                      \
        (pointer)->CountItems = 1;                                                                                     \
        SetDefaultKsCompression(&(pointer)->OutputCompression);                                                        \
        (pointer)->FramingItem[0].MemoryType = (memoryType);                                                           \
        (pointer)->FramingItem[0].BusType = KS_TYPE_DONT_CARE;                                                         \
        (pointer)->FramingItem[0].Flags = (flags);                                                                     \
        (pointer)->FramingItem[0].Frames = (frames);                                                                   \
        (pointer)->FramingItem[0].FileAlignment = (alignment);                                                         \
        SetDontCareKsFramingRange(&(pointer)->FramingItem[0].PhysicalRange);                                           \
        SetKsFramingRangeWeighted(&(pointer)->FramingItem[0].FramingRange, minFrame, maxFrame);                        \
    }

typedef enum { KSEVENT_STREAMALLOCATOR_INTERNAL_FREEFRAME, KSEVENT_STREAMALLOCATOR_FREEFRAME } KSEVENT_STREAMALLOCATOR;
typedef enum { KSMETHOD_STREAMALLOCATOR_ALLOC, KSMETHOD_STREAMALLOCATOR_FREE } KSMETHOD_STREAMALLOCATOR;
typedef enum { KSPROPERTY_STREAMALLOCATOR_FUNCTIONTABLE, KSPROPERTY_STREAMALLOCATOR_STATUS } KSPROPERTY_STREAMALLOCATOR;
typedef NTSTATUS(NTAPI *PFNALLOCATOR_ALLOCATEFRAME)(_In_ PFILE_OBJECT FileObject, _Outptr_ PVOID *Frame);
typedef VOID(NTAPI *PFNALLOCATOR_FREEFRAME)(_In_ PFILE_OBJECT FileObject, _In_ PVOID Frame);
typedef struct {
    PFNALLOCATOR_ALLOCATEFRAME AllocateFrame;
    PFNALLOCATOR_FREEFRAME FreeFrame;
} KSSTREAMALLOCATOR_FUNCTIONTABLE, *PKSSTREAMALLOCATOR_FUNCTIONTABLE;
typedef struct {
    KSALLOCATOR_FRAMING Framing;
    ULONG AllocatedFrames;
    ULONG Reserved;
} KSSTREAMALLOCATOR_STATUS, *PKSSTREAMALLOCATOR_STATUS;
typedef struct {
    KSALLOCATOR_FRAMING_EX Framing;
    ULONG AllocatedFrames;
    ULONG Reserved;
} KSSTREAMALLOCATOR_STATUS_EX, *PKSSTREAMALLOCATOR_STATUS_EX;

/* ---- Streams ---- */

#define KSSTREAM_HEADER_OPTIONSF_SPLICEPOINT          0x00000001
#define KSSTREAM_HEADER_OPTIONSF_PREROLL              0x00000002
#define KSSTREAM_HEADER_OPTIONSF_DATADISCONTINUITY    0x00000004
#define KSSTREAM_HEADER_OPTIONSF_TYPECHANGED          0x00000008
#define KSSTREAM_HEADER_OPTIONSF_TIMEVALID            0x00000010
#define KSSTREAM_HEADER_OPTIONSF_TIMEDISCONTINUITY    0x00000040
#define KSSTREAM_HEADER_OPTIONSF_FLUSHONPAUSE         0x00000080
#define KSSTREAM_HEADER_OPTIONSF_DURATIONVALID        0x00000100
#define KSSTREAM_HEADER_OPTIONSF_ENDOFSTREAM          0x00000200
#define KSSTREAM_HEADER_OPTIONSF_BUFFEREDTRANSFER     0x00000400
#define KSSTREAM_HEADER_OPTIONSF_VRAM_DATA_TRANSFER   0x00000800
#define KSSTREAM_HEADER_OPTIONSF_METADATA             0x00001000
#define KSSTREAM_HEADER_OPTIONSF_ENDOFPHOTOSEQUENCE   0x00002000
#define KSSTREAM_HEADER_OPTIONSF_FRAMEINFO            0x00004000
#define KSSTREAM_HEADER_OPTIONSF_PERSIST_SAMPLE       0x00008000
#define KSSTREAM_HEADER_OPTIONSF_SAMPLE_PERSISTED     0x00010000
#define KSSTREAM_HEADER_TRACK_COMPLETION_NUMBERS      0x00020000
#define KSSTREAM_HEADER_OPTIONSF_SECUREBUFFERTRANSFER 0x00040000
#define KSSTREAM_HEADER_OPTIONSF_LOOPEDDATA           0x80000000
typedef struct {
    LONGLONG Time;
    ULONG Numerator;
    ULONG Denominator;
} KSTIME, *PKSTIME;
typedef struct {
    ULONG Size;
    ULONG TypeSpecificFlags;
    KSTIME PresentationTime;
    LONGLONG Duration;
    ULONG FrameExtent; /* bytes of Data */
    ULONG DataUsed;    /* bytes of it in use */
    PVOID Data;
    ULONG OptionsFlags;
    ULONG Reserved;
} KSSTREAM_HEADER, *PKSSTREAM_HEADER;
typedef struct {
    ULONG BufferSize;
    ULONG UsedSize;
    PVOID Data;
    PVOID SystemVa;
    ULONG Flags;
    ULONG Reserved;
} KSSTREAM_METADATA_INFO, *PKSSTREAM_METADATA_INFO;
/* What the camera of the USB video class stamps a frame with: in the metadata of the frame. */
#define KSSTREAM_UVC_SECURE_ATTRIBUTE_SIZE 8192
typedef struct {
    ULONG PresentationTimeStamp;
    ULONG SourceClockReference;
    union {
        struct {
            USHORT Counter : 11;
            USHORT Reserved : 5;
        };
        USHORT SCRToken;
    };
    USHORT Reserved0;
    ULONG Reserved1;
} KSSTREAM_UVC_METADATATYPE_TIMESTAMP, *PKSSTREAM_UVC_METADATATYPE_TIMESTAMP;
typedef struct {
    KSSTREAM_UVC_METADATATYPE_TIMESTAMP StartOfFrameTimestamp;
    KSSTREAM_UVC_METADATATYPE_TIMESTAMP EndOfFrameTimestamp;
} KSSTREAM_UVC_METADATA, *PKSSTREAM_UVC_METADATA;

typedef enum { KSPROPERTY_STREAMINTERFACE_HEADERSIZE } KSPROPERTY_STREAMINTERFACE;
typedef enum {
    KSPROPERTY_STREAM_ALLOCATOR,
    KSPROPERTY_STREAM_QUALITY,
    KSPROPERTY_STREAM_DEGRADATION,
    KSPROPERTY_STREAM_MASTERCLOCK,
    KSPROPERTY_STREAM_TIMEFORMAT,
    KSPROPERTY_STREAM_PRESENTATIONTIME,
    KSPROPERTY_STREAM_PRESENTATIONEXTENT,
    KSPROPERTY_STREAM_FRAMETIME,
    KSPROPERTY_STREAM_RATECAPABILITY,
    KSPROPERTY_STREAM_RATE,
    KSPROPERTY_STREAM_PIPE_ID
} KSPROPERTY_STREAM;
#define KSFRAMETIME_VARIABLESIZE 0x00000001
typedef struct {
    LONGLONG Duration;
    ULONG FrameFlags;
    ULONG Reserved;
} KSFRAMETIME, *PKSFRAMETIME;
#define KSRATE_NOPRESENTATIONSTART    0x00000001
#define KSRATE_NOPRESENTATIONDURATION 0x00000002
typedef struct {
    LONGLONG PresentationStart;
    LONGLONG Duration;
    KSPIN_INTERFACE Interface;
    LONG Rate;
    ULONG Flags;
} KSRATE, *PKSRATE;
typedef struct {
    KSPROPERTY Property;
    KSRATE Rate;
} KSRATE_CAPABILITY, *PKSRATE_CAPABILITY;

/* ---- Clocks: times in units of 100 ns ---- */

#define NANOSECONDS 10000000
#define KSCONVERT_PERFORMANCE_TIME(frequency, time)                                                                    \
    ((((ULONGLONG)(ULONG)(time).HighPart * NANOSECONDS / (frequency)) << 32) +                                         \
     ((((((ULONGLONG)(ULONG)(time).HighPart * NANOSECONDS) % (frequency)) << 32) +                                     \
       ((ULONGLONG)(time).LowPart * NANOSECONDS)) /                                                                    \
      (frequency)))
typedef struct {
    ULONG CreateFlags;
} KSCLOCK_CREATE, *PKSCLOCK_CREATE;
typedef struct {
    LONGLONG Time;
    LONGLONG SystemTime;
} KSCORRELATED_TIME, *PKSCORRELATED_TIME;
typedef struct {
    LONGLONG Granularity;
    LONGLONG Error;
} KSRESOLUTION, *PKSRESOLUTION;
typedef enum {
    KSPROPERTY_CLOCK_TIME,
    KSPROPERTY_CLOCK_PHYSICALTIME,
    KSPROPERTY_CLOCK_CORRELATEDTIME,
    KSPROPERTY_CLOCK_CORRELATEDPHYSICALTIME,
    KSPROPERTY_CLOCK_RESOLUTION,
    KSPROPERTY_CLOCK_STATE,
    KSPROPERTY_CLOCK_FUNCTIONTABLE
} KSPROPERTY_CLOCK;
typedef enum { KSEVENT_CLOCK_INTERVAL_MARK, KSEVENT_CLOCK_POSITION_MARK } KSEVENT_CLOCK_POSITION;
typedef LONGLONG(FASTCALL *PFNKSCLOCK_GETTIME)(_In_ PFILE_OBJECT FileObject);
typedef LONGLONG(FASTCALL *PFNKSCLOCK_CORRELATEDTIME)(_In_ PFILE_OBJECT FileObject, _Out_ PLONGLONG SystemTime);
typedef struct {
    PFNKSCLOCK_GETTIME GetTime;
    PFNKSCLOCK_GETTIME GetPhysicalTime;
    PFNKSCLOCK_CORRELATEDTIME GetCorrelatedTime;
    PFNKSCLOCK_CORRELATEDTIME GetCorrelatedPhysicalTime;
} KSCLOCK_FUNCTIONTABLE, *PKSCLOCK_FUNCTIONTABLE;
typedef BOOLEAN(NTAPI *PFNKSSETTIMER)(_In_ PVOID Context, _In_ PKTIMER Timer, _In_ LARGE_INTEGER DueTime,
                                      _In_ PKDPC Dpc);
typedef BOOLEAN(NTAPI *PFNKSCANCELTIMER)(_In_ PVOID Context, _In_ PKTIMER Timer);
typedef LONGLONG(FASTCALL *PFNKSCORRELATEDTIME)(_In_ PVOID Context, _Out_ PLONGLONG SystemTime);
typedef PVOID PKSDEFAULTCLOCK;

typedef struct {
    GUID ProtocolId;
    PVOID Argument1;
    PVOID Argument2;
} KSHANDSHAKE, *PKSHANDSHAKE;

#ifdef __cplusplus
}
#endif
#endif
