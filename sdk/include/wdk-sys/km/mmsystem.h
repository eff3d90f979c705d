/*
 * mmsystem.h: what of the multimedia interface drivers take: formats of sampled sound (mmreg.h), four-character codes,
 * times and results. Its functions belong to applications.
 */
#ifndef WDK_MMSYSTEM_H
#define WDK_MMSYSTEM_H
#include <mmreg.h>
#include <windef.h>

#define MAXPNAMELEN    32
#define MAXERRORLENGTH 256

typedef UINT MMVERSION;
typedef UINT MMRESULT;
typedef DWORD FOURCC;

#define MAKEFOURCC(a, b, c, d)                                                                                         \
    ((DWORD)(BYTE)(a) | ((DWORD)(BYTE)(b) << 8) | ((DWORD)(BYTE)(c) << 16) | ((DWORD)(BYTE)(d) << 24))
#define mmioFOURCC(a, b, c, d) MAKEFOURCC(a, b, c, d)
#define FOURCC_RIFF            mmioFOURCC('R', 'I', 'F', 'F')
#define FOURCC_LIST            mmioFOURCC('L', 'I', 'S', 'T')

#define TIME_MS      0x0001
#define TIME_SAMPLES 0x0002
#define TIME_BYTES   0x0004
#define TIME_SMPTE   0x0008
#define TIME_MIDI    0x0010
#define TIME_TICKS   0x0020

#define MMSYSERR_BASE         0
#define WAVERR_BASE           32
#define MMSYSERR_NOERROR      0
#define MMSYSERR_ERROR        (MMSYSERR_BASE + 1)
#define MMSYSERR_BADDEVICEID  (MMSYSERR_BASE + 2)
#define MMSYSERR_NOTENABLED   (MMSYSERR_BASE + 3)
#define MMSYSERR_ALLOCATED    (MMSYSERR_BASE + 4)
#define MMSYSERR_INVALHANDLE  (MMSYSERR_BASE + 5)
#define MMSYSERR_NODRIVER     (MMSYSERR_BASE + 6)
#define MMSYSERR_NOMEM        (MMSYSERR_BASE + 7)
#define MMSYSERR_NOTSUPPORTED (MMSYSERR_BASE + 8)
#define MMSYSERR_BADERRNUM    (MMSYSERR_BASE + 9)
#define MMSYSERR_INVALFLAG    (MMSYSERR_BASE + 10)
#define MMSYSERR_INVALPARAM   (MMSYSERR_BASE + 11)
#define WAVERR_BADFORMAT      (WAVERR_BASE + 0)
#define WAVERR_STILLPLAYING   (WAVERR_BASE + 1)
#define WAVERR_UNPREPARED     (WAVERR_BASE + 2)
#define WAVERR_SYNC           (WAVERR_BASE + 3)

#endif
