/*
 * ksmedia.h: sound and video of kernel streaming. Not here: what belongs to DVD and television of the 1990s
 * (sub-pictures, copy protection, tuners, VBI, bibliographic data) and DirectSound 3D.
 */
#ifndef WDK_KSMEDIA_H
#define WDK_KSMEDIA_H
#include <ks.h>
#include "ksmedia/audio.h"
#include "ksmedia/audio_engine.h"
#include "ksmedia/camera.h"
#include "ksmedia/video.h"

#ifndef _KSMEDIA_
#define _KSMEDIA_
#endif

#endif
