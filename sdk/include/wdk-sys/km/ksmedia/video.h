/*
 * Video: data formats and ranges, what goes with each frame, and the properties of cameras. Facts: the public
 * documentation of streaming drivers; layouts also as in mingw-w64's headers.
 */
#ifndef WDK_KSMEDIA_VIDEO_H
#define WDK_KSMEDIA_VIDEO_H
#include <ks.h>
#include "guids.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef __REFERENCE_TIME_DEFINED
#define __REFERENCE_TIME_DEFINED
typedef LONGLONG REFERENCE_TIME; /* 100 ns */
#endif

/* ---- Bitmaps ---- */

#define KS_BI_RGB          0L
#define KS_BI_RLE8         1L
#define KS_BI_RLE4         2L
#define KS_BI_BITFIELDS    3L
#define KS_BI_JPEG         4L
#define KS_iPALETTE_COLORS 256
#define KS_iEGA_COLORS     16
#define KS_iMASK_COLORS    3
#define KS_iTRUECOLOR      16
#define KS_iRED            0
#define KS_iGREEN          1
#define KS_iBLUE           2
#define KS_iPALETTE        8
#define KS_iMAXBITS        8
typedef struct tagKS_RGBQUAD {
    BYTE rgbBlue;
    BYTE rgbGreen;
    BYTE rgbRed;
    BYTE rgbReserved;
} KS_RGBQUAD, *PKS_RGBQUAD;
typedef struct tagKS_BITMAPINFOHEADER {
    DWORD biSize;
    LONG biWidth;
    LONG biHeight; /* below 0: the top line is first */
    WORD biPlanes;
    WORD biBitCount;
    DWORD biCompression;
    DWORD biSizeImage;
    LONG biXPelsPerMeter;
    LONG biYPelsPerMeter;
    DWORD biClrUsed;
    DWORD biClrImportant;
} KS_BITMAPINFOHEADER, *PKS_BITMAPINFOHEADER;
typedef struct tag_KS_TRUECOLORINFO {
    DWORD dwBitMasks[KS_iMASK_COLORS];
    KS_RGBQUAD bmiColors[KS_iPALETTE_COLORS];
} KS_TRUECOLORINFO, *PKS_TRUECOLORINFO;
#define KS_SIZE_EGA_PALETTE      (KS_iEGA_COLORS * sizeof(KS_RGBQUAD))
#define KS_SIZE_PALETTE          (KS_iPALETTE_COLORS * sizeof(KS_RGBQUAD))
#define KS_SIZE_MASKS            (KS_iMASK_COLORS * sizeof(DWORD))
#define KS_WIDTHBYTES(bits)      ((DWORD)(((bits) + 31) & (~31)) / 8)
#define KS_DIBWIDTHBYTES(header) (DWORD) KS_WIDTHBYTES((DWORD)(header).biWidth *(DWORD)(header).biBitCount)
#define KS__DIBSIZE(header)      (KS_DIBWIDTHBYTES(header) * (DWORD)(header).biHeight)
#define KS_DIBSIZE(header)       ((header).biHeight < 0 ? (-1) * (KS__DIBSIZE(header)) : KS__DIBSIZE(header))

/* ---- Formats ---- */

typedef struct tagKS_VIDEOINFOHEADER {
    RECT rcSource;
    RECT rcTarget;
    DWORD dwBitRate;
    DWORD dwBitErrorRate;
    REFERENCE_TIME AvgTimePerFrame;
    KS_BITMAPINFOHEADER bmiHeader;
} KS_VIDEOINFOHEADER, *PKS_VIDEOINFOHEADER;
#define KS_SIZE_PREHEADER           (FIELD_OFFSET(KS_VIDEOINFOHEADER, bmiHeader))
#define KS_SIZE_VIDEOHEADER(header) ((header)->bmiHeader.biSize + KS_SIZE_PREHEADER)
typedef struct tagKS_VIDEOINFO {
    RECT rcSource;
    RECT rcTarget;
    DWORD dwBitRate;
    DWORD dwBitErrorRate;
    REFERENCE_TIME AvgTimePerFrame;
    KS_BITMAPINFOHEADER bmiHeader;
    union {
        KS_RGBQUAD bmiColors[KS_iPALETTE_COLORS];
        DWORD dwBitMasks[KS_iMASK_COLORS];
        KS_TRUECOLORINFO TrueColorInfo;
    };
} KS_VIDEOINFO, *PKS_VIDEOINFO;

#define KS_INTERLACE_IsInterlaced          0x00000001
#define KS_INTERLACE_1FieldPerSample       0x00000002
#define KS_INTERLACE_Field1First           0x00000004
#define KS_INTERLACE_UNUSED                0x00000008
#define KS_INTERLACE_FieldPatternMask      0x00000030
#define KS_INTERLACE_FieldPatField1Only    0x00000000
#define KS_INTERLACE_FieldPatField2Only    0x00000010
#define KS_INTERLACE_FieldPatBothRegular   0x00000020
#define KS_INTERLACE_FieldPatBothIrregular 0x00000030
#define KS_INTERLACE_DisplayModeMask       0x000000C0
#define KS_INTERLACE_DisplayModeBobOnly    0x00000000
#define KS_INTERLACE_DisplayModeWeaveOnly  0x00000040
#define KS_INTERLACE_DisplayModeBobOrWeave 0x00000080
#define KS_COPYPROTECT_RestrictDuplication 0x00000001
typedef struct tagKS_VIDEOINFOHEADER2 {
    RECT rcSource;
    RECT rcTarget;
    DWORD dwBitRate;
    DWORD dwBitErrorRate;
    REFERENCE_TIME AvgTimePerFrame;
    DWORD dwInterlaceFlags; /* KS_INTERLACE_* */
    DWORD dwCopyProtectFlags;
    DWORD dwPictAspectRatioX;
    DWORD dwPictAspectRatioY;
    union {
        DWORD dwControlFlags;
        DWORD dwReserved1;
    };
    DWORD dwReserved2;
    KS_BITMAPINFOHEADER bmiHeader;
} KS_VIDEOINFOHEADER2, *PKS_VIDEOINFOHEADER2;
typedef struct tagKS_AnalogVideoInfo {
    RECT rcSource;
    RECT rcTarget;
    DWORD dwActiveWidth;
    DWORD dwActiveHeight;
    REFERENCE_TIME AvgTimePerFrame;
} KS_ANALOGVIDEOINFO, *PKS_ANALOGVIDEOINFO;
typedef struct tagKS_DATAFORMAT_VIDEOINFOHEADER {
    KSDATAFORMAT DataFormat;
    KS_VIDEOINFOHEADER VideoInfoHeader;
} KS_DATAFORMAT_VIDEOINFOHEADER, *PKS_DATAFORMAT_VIDEOINFOHEADER;
typedef struct tagKS_DATAFORMAT_VIDEOINFOHEADER2 {
    KSDATAFORMAT DataFormat;
    KS_VIDEOINFOHEADER2 VideoInfoHeader2;
} KS_DATAFORMAT_VIDEOINFOHEADER2, *PKS_DATAFORMAT_VIDEOINFOHEADER2;
typedef struct tagKS_DATAFORMAT_VIDEOINFO_PALETTE {
    KSDATAFORMAT DataFormat;
    KS_VIDEOINFO VideoInfo;
} KS_DATAFORMAT_VIDEOINFO_PALETTE, *PKS_DATAFORMAT_VIDEOINFO_PALETTE;
typedef struct tagKS_DATAFORMAT_IMAGEINFO {
    KSDATAFORMAT DataFormat;
    KS_BITMAPINFOHEADER ImageInfoHeader;
} KS_DATAFORMAT_IMAGEINFO, *PKS_DATAFORMAT_IMAGEINFO;

/* What a stream can be set to: a range of sizes and rates. */
typedef struct _KS_VIDEO_STREAM_CONFIG_CAPS {
    GUID guid;
    ULONG VideoStandard;
    SIZE InputSize;
    SIZE MinCroppingSize;
    SIZE MaxCroppingSize;
    int CropGranularityX;
    int CropGranularityY;
    int CropAlignX;
    int CropAlignY;
    SIZE MinOutputSize;
    SIZE MaxOutputSize;
    int OutputGranularityX;
    int OutputGranularityY;
    int StretchTapsX;
    int StretchTapsY;
    int ShrinkTapsX;
    int ShrinkTapsY;
    LONGLONG MinFrameInterval; /* 100 ns */
    LONGLONG MaxFrameInterval;
    LONG MinBitsPerSecond;
    LONG MaxBitsPerSecond;
} KS_VIDEO_STREAM_CONFIG_CAPS, *PKS_VIDEO_STREAM_CONFIG_CAPS;
#define KS_VIDEOSTREAM_PREVIEW     0x0001
#define KS_VIDEOSTREAM_CAPTURE     0x0002
#define KS_VIDEOSTREAM_VBI         0x0010
#define KS_VIDEOSTREAM_NABTS       0x0020
#define KS_VIDEOSTREAM_CC          0x0100
#define KS_VIDEOSTREAM_EDS         0x0200
#define KS_VIDEOSTREAM_TELETEXT    0x0400
#define KS_VIDEOSTREAM_STILL       0x1000
#define KS_VIDEOSTREAM_IS_VPE      0x8000
#define KS_VIDEO_ALLOC_VPE_SYSTEM  0x0001
#define KS_VIDEO_ALLOC_VPE_DISPLAY 0x0002
#define KS_VIDEO_ALLOC_VPE_AGP     0x0004
typedef struct tagKS_DATARANGE_VIDEO {
    KSDATARANGE DataRange;
    BOOL bFixedSizeSamples;
    BOOL bTemporalCompression;
    DWORD StreamDescriptionFlags; /* KS_VIDEOSTREAM_* */
    DWORD MemoryAllocationFlags;
    KS_VIDEO_STREAM_CONFIG_CAPS ConfigCaps;
    KS_VIDEOINFOHEADER VideoInfoHeader;
} KS_DATARANGE_VIDEO, *PKS_DATARANGE_VIDEO;
typedef struct tagKS_DATARANGE_VIDEO2 {
    KSDATARANGE DataRange;
    BOOL bFixedSizeSamples;
    BOOL bTemporalCompression;
    DWORD StreamDescriptionFlags;
    DWORD MemoryAllocationFlags;
    KS_VIDEO_STREAM_CONFIG_CAPS ConfigCaps;
    KS_VIDEOINFOHEADER2 VideoInfoHeader;
} KS_DATARANGE_VIDEO2, *PKS_DATARANGE_VIDEO2;
typedef struct tagKS_DATARANGE_VIDEO_PALETTE {
    KSDATARANGE DataRange;
    BOOL bFixedSizeSamples;
    BOOL bTemporalCompression;
    DWORD StreamDescriptionFlags;
    DWORD MemoryAllocationFlags;
    KS_VIDEO_STREAM_CONFIG_CAPS ConfigCaps;
    KS_VIDEOINFO VideoInfo;
} KS_DATARANGE_VIDEO_PALETTE, *PKS_DATARANGE_VIDEO_PALETTE;
typedef struct tagKS_DATARANGE_IMAGE {
    KSDATARANGE DataRange;
    KS_VIDEO_STREAM_CONFIG_CAPS ConfigCaps;
    KS_BITMAPINFOHEADER ImageInfoHeader;
} KS_DATARANGE_IMAGE, *PKS_DATARANGE_IMAGE;
typedef struct tagKS_DATARANGE_ANALOGVIDEO {
    KSDATARANGE DataRange;
    KS_ANALOGVIDEOINFO AnalogVideoInfo;
} KS_DATARANGE_ANALOGVIDEO, *PKS_DATARANGE_ANALOGVIDEO;

/* Behind the stream header of each frame, where the pin asks for it (StreamHeaderSize). */
#define KS_VIDEO_FLAG_FIELD_MASK   0x0003L
#define KS_VIDEO_FLAG_FRAME        0x0000L
#define KS_VIDEO_FLAG_FIELD1       0x0001L
#define KS_VIDEO_FLAG_FIELD2       0x0002L
#define KS_VIDEO_FLAG_FIELD1FIRST  0x0003L
#define KS_VIDEO_FLAG_IPB_MASK     0x0030L
#define KS_VIDEO_FLAG_I_FRAME      0x0000L
#define KS_VIDEO_FLAG_P_FRAME      0x0010L
#define KS_VIDEO_FLAG_B_FRAME      0x0020L
#define KS_VIDEO_FLAG_WEAVE        0x0004L
#define KS_VIDEO_FLAG_BOB          0x0008L
#define KS_VIDEO_FLAG_REPEAT_FIELD 0x0040L
typedef struct tagKS_FRAME_INFO {
    ULONG ExtendedHeaderSize; /* bytes of this record */
    DWORD dwFrameFlags;       /* KS_VIDEO_FLAG_* */
    LONGLONG PictureNumber;
    LONGLONG DropCount;
    HANDLE hDirectDraw;
    HANDLE hSurfaceHandle;
    RECT DirectDrawRect;
    union {
        LONG lSurfacePitch;
        DWORD Reserved1;
    };
    DWORD Reserved2;
    union {
        struct {
            DWORD Reserved3;
            DWORD Reserved4;
        };
        ULONGLONG FrameCompletionNumber;
    };
} KS_FRAME_INFO, *PKS_FRAME_INFO;

typedef enum {
    KS_AnalogVideo_None = 0x00000000,
    KS_AnalogVideo_NTSC_M = 0x00000001,
    KS_AnalogVideo_NTSC_M_J = 0x00000002,
    KS_AnalogVideo_NTSC_433 = 0x00000004,
    KS_AnalogVideo_PAL_B = 0x00000010,
    KS_AnalogVideo_PAL_D = 0x00000020,
    KS_AnalogVideo_PAL_G = 0x00000040,
    KS_AnalogVideo_PAL_H = 0x00000080,
    KS_AnalogVideo_PAL_I = 0x00000100,
    KS_AnalogVideo_PAL_M = 0x00000200,
    KS_AnalogVideo_PAL_N = 0x00000400,
    KS_AnalogVideo_PAL_60 = 0x00000800,
    KS_AnalogVideo_SECAM_B = 0x00001000,
    KS_AnalogVideo_SECAM_D = 0x00002000,
    KS_AnalogVideo_SECAM_G = 0x00004000,
    KS_AnalogVideo_SECAM_H = 0x00008000,
    KS_AnalogVideo_SECAM_K = 0x00010000,
    KS_AnalogVideo_SECAM_K1 = 0x00020000,
    KS_AnalogVideo_SECAM_L = 0x00040000,
    KS_AnalogVideo_SECAM_L1 = 0x00080000,
    KS_AnalogVideo_PAL_N_COMBO = 0x00100000
} KS_AnalogVideoStandard;
#define KS_AnalogVideo_NTSC_Mask  0x00000007
#define KS_AnalogVideo_PAL_Mask   0x00100FF0
#define KS_AnalogVideo_SECAM_Mask 0x000FF000

/* ---- Cameras ---- */

typedef enum {
    KSPROPERTY_VIDEOPROCAMP_BRIGHTNESS,
    KSPROPERTY_VIDEOPROCAMP_CONTRAST,
    KSPROPERTY_VIDEOPROCAMP_HUE,
    KSPROPERTY_VIDEOPROCAMP_SATURATION,
    KSPROPERTY_VIDEOPROCAMP_SHARPNESS,
    KSPROPERTY_VIDEOPROCAMP_GAMMA,
    KSPROPERTY_VIDEOPROCAMP_COLORENABLE,
    KSPROPERTY_VIDEOPROCAMP_WHITEBALANCE,
    KSPROPERTY_VIDEOPROCAMP_BACKLIGHT_COMPENSATION,
    KSPROPERTY_VIDEOPROCAMP_GAIN,
    KSPROPERTY_VIDEOPROCAMP_DIGITAL_MULTIPLIER,
    KSPROPERTY_VIDEOPROCAMP_DIGITAL_MULTIPLIER_LIMIT,
    KSPROPERTY_VIDEOPROCAMP_WHITEBALANCE_COMPONENT,
    KSPROPERTY_VIDEOPROCAMP_POWERLINE_FREQUENCY
} KSPROPERTY_VIDCAP_VIDEOPROCAMP;
#define KSPROPERTY_VIDEOPROCAMP_FLAGS_AUTO   0x0001L
#define KSPROPERTY_VIDEOPROCAMP_FLAGS_MANUAL 0x0002L
typedef struct {
    KSPROPERTY Property;
    LONG Value;
    ULONG Flags;
    ULONG Capabilities;
} KSPROPERTY_VIDEOPROCAMP_S, *PKSPROPERTY_VIDEOPROCAMP_S;
typedef struct {
    KSP_NODE NodeProperty;
    LONG Value;
    ULONG Flags;
    ULONG Capabilities;
} KSPROPERTY_VIDEOPROCAMP_NODE_S, *PKSPROPERTY_VIDEOPROCAMP_NODE_S;

typedef enum {
    KSPROPERTY_CAMERACONTROL_PAN,
    KSPROPERTY_CAMERACONTROL_TILT,
    KSPROPERTY_CAMERACONTROL_ROLL,
    KSPROPERTY_CAMERACONTROL_ZOOM,
    KSPROPERTY_CAMERACONTROL_EXPOSURE,
    KSPROPERTY_CAMERACONTROL_IRIS,
    KSPROPERTY_CAMERACONTROL_FOCUS,
    KSPROPERTY_CAMERACONTROL_SCANMODE,
    KSPROPERTY_CAMERACONTROL_PRIVACY,
    KSPROPERTY_CAMERACONTROL_PANTILT,
    KSPROPERTY_CAMERACONTROL_PAN_RELATIVE,
    KSPROPERTY_CAMERACONTROL_TILT_RELATIVE,
    KSPROPERTY_CAMERACONTROL_ROLL_RELATIVE,
    KSPROPERTY_CAMERACONTROL_ZOOM_RELATIVE,
    KSPROPERTY_CAMERACONTROL_EXPOSURE_RELATIVE,
    KSPROPERTY_CAMERACONTROL_IRIS_RELATIVE,
    KSPROPERTY_CAMERACONTROL_FOCUS_RELATIVE,
    KSPROPERTY_CAMERACONTROL_PANTILT_RELATIVE,
    KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH,
    KSPROPERTY_CAMERACONTROL_AUTO_EXPOSURE_PRIORITY
} KSPROPERTY_VIDCAP_CAMERACONTROL;
#define KSPROPERTY_CAMERACONTROL_FLAGS_AUTO     0x0001L
#define KSPROPERTY_CAMERACONTROL_FLAGS_MANUAL   0x0002L
#define KSPROPERTY_CAMERACONTROL_FLAGS_ABSOLUTE 0x0000L
#define KSPROPERTY_CAMERACONTROL_FLAGS_RELATIVE 0x0010L
typedef struct {
    KSPROPERTY Property;
    LONG Value;
    ULONG Flags;
    ULONG Capabilities;
} KSPROPERTY_CAMERACONTROL_S, *PKSPROPERTY_CAMERACONTROL_S;
typedef struct {
    KSP_NODE NodeProperty;
    LONG Value;
    ULONG Flags;
    ULONG Capabilities;
} KSPROPERTY_CAMERACONTROL_NODE_S, *PKSPROPERTY_CAMERACONTROL_NODE_S;
typedef struct {
    KSPROPERTY Property;
    LONG lOcularFocalLength;
    LONG lObjectiveFocalLengthMin;
    LONG lObjectiveFocalLengthMax;
} KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S, *PKSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S;

typedef enum {
    KSPROPERTY_VIDEOCONTROL_CAPS,
    KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE,
    KSPROPERTY_VIDEOCONTROL_FRAME_RATES,
    KSPROPERTY_VIDEOCONTROL_MODE
} KSPROPERTY_VIDCAP_VIDEOCONTROL;
typedef enum {
    KS_VideoControlFlag_FlipHorizontal = 0x0001,
    KS_VideoControlFlag_FlipVertical = 0x0002,
    KS_Obsolete_VideoControlFlag_ExternalTriggerEnable = 0x0010,
    KS_Obsolete_VideoControlFlag_Trigger = 0x0020,
    KS_VideoControlFlag_ExternalTriggerEnable = 0x0004,
    KS_VideoControlFlag_Trigger = 0x0008,
    KS_VideoControlFlag_IndependentImagePin = 0x0040,
    KS_VideoControlFlag_StillCapturePreviewFrame = 0x0080,
    KS_VideoControlFlag_StartPhotoSequenceCapture = 0x0100,
    KS_VideoControlFlag_StopPhotoSequenceCapture = 0x0200
} KS_VideoControlFlags;
typedef struct {
    KSPROPERTY Property;
    ULONG StreamIndex;
    ULONG VideoControlCaps; /* KS_VideoControlFlags */
} KSPROPERTY_VIDEOCONTROL_CAPS_S, *PKSPROPERTY_VIDEOCONTROL_CAPS_S;
typedef struct {
    KSPROPERTY Property;
    ULONG StreamIndex;
    LONG Mode; /* KS_VideoControlFlags */
} KSPROPERTY_VIDEOCONTROL_MODE_S, *PKSPROPERTY_VIDEOCONTROL_MODE_S;
typedef struct {
    KSPROPERTY Property;
    ULONG StreamIndex;
    ULONG RangeIndex;
    SIZE Dimensions;
    LONGLONG CurrentActualFrameRate;
    LONGLONG CurrentMaxAvailableFrameRate;
} KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S, *PKSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S;
typedef struct {
    KSPROPERTY Property;
    ULONG StreamIndex;
    ULONG RangeIndex;
    SIZE Dimensions;
} KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S, *PKSPROPERTY_VIDEOCONTROL_FRAME_RATES_S;

typedef enum { KSPROPERTY_DROPPEDFRAMES_CURRENT } KSPROPERTY_VIDCAP_DROPPEDFRAMES;
typedef struct {
    KSPROPERTY Property;
    LONGLONG PictureNumber;
    LONGLONG DropCount;
    ULONG AverageFrameSize;
} KSPROPERTY_DROPPEDFRAMES_CURRENT_S, *PKSPROPERTY_DROPPEDFRAMES_CURRENT_S;

#ifdef __cplusplus
}
#endif
#endif
