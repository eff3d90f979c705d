/* mmreg.h: the formats of sampled sound that drivers name. The registry of makers' identifiers is not here. */
#ifndef WDK_MMREG_H
#define WDK_MMREG_H
#include <guiddef.h>
#include <windef.h>

#define WAVE_FORMAT_UNKNOWN         0x0000
#define WAVE_FORMAT_PCM             0x0001
#define WAVE_FORMAT_ADPCM           0x0002
#define WAVE_FORMAT_IEEE_FLOAT      0x0003
#define WAVE_FORMAT_ALAW            0x0006
#define WAVE_FORMAT_MULAW           0x0007
#define WAVE_FORMAT_DTS             0x0008
#define WAVE_FORMAT_DRM             0x0009
#define WAVE_FORMAT_MPEG            0x0050
#define WAVE_FORMAT_MPEGLAYER3      0x0055
#define WAVE_FORMAT_DOLBY_AC3_SPDIF 0x0092
#define WAVE_FORMAT_WMAVOICE9       0x000A
#define WAVE_FORMAT_MSAUDIO1        0x0160
#define WAVE_FORMAT_WMAUDIO2        0x0161
#define WAVE_FORMAT_WMAUDIO3        0x0162
#define WAVE_FORMAT_WMASPDIF        0x0164
#define WAVE_FORMAT_MPEG_ADTS_AAC   0x1600
#define WAVE_FORMAT_MPEG_HEAAC      0x1610
#define WAVE_FORMAT_EXTENSIBLE      0xFFFE
#define WAVE_FORMAT_DEVELOPMENT     0xFFFF

#pragma pack(push, 1)
typedef struct waveformat_tag {
    WORD wFormatTag;
    WORD nChannels;
    DWORD nSamplesPerSec;
    DWORD nAvgBytesPerSec;
    WORD nBlockAlign;
} WAVEFORMAT, *PWAVEFORMAT;
typedef struct pcmwaveformat_tag {
    WAVEFORMAT wf;
    WORD wBitsPerSample;
} PCMWAVEFORMAT, *PPCMWAVEFORMAT;
typedef struct tWAVEFORMATEX {
    WORD wFormatTag;
    WORD nChannels;
    DWORD nSamplesPerSec;
    DWORD nAvgBytesPerSec;
    WORD nBlockAlign; /* bytes of one sample of all channels */
    WORD wBitsPerSample;
    WORD cbSize; /* bytes behind this record */
} WAVEFORMATEX, *PWAVEFORMATEX;
typedef const WAVEFORMATEX *LPCWAVEFORMATEX;
typedef struct {
    WAVEFORMATEX Format;
    union {
        WORD wValidBitsPerSample;
        WORD wSamplesPerBlock;
        WORD wReserved;
    } Samples;
    DWORD dwChannelMask;
    GUID SubFormat;
} WAVEFORMATEXTENSIBLE, *PWAVEFORMATEXTENSIBLE;
typedef struct {
    WAVEFORMATEXTENSIBLE FormatExt;
    DWORD dwEncodedSamplesPerSec;
    DWORD dwEncodedChannelCount;
    DWORD dwAverageBytesPerSec;
} WAVEFORMATEXTENSIBLE_IEC61937, *PWAVEFORMATEXTENSIBLE_IEC61937;
#pragma pack(pop)

#endif
