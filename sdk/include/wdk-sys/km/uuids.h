/*
 * uuids.h: the media types by which DirectShow and Media Foundation name what a pin carries. Here those that cameras
 * use; each is a format's four characters, or an old number, before the same tail. Facts: the public documentation of
 * media types.
 */
#ifndef WDK_UUIDS_H
#define WDK_UUIDS_H
#include <guiddef.h>

#define WDK_MEDIA_TYPE_(name, number)                                                                                  \
    DEFINE_GUID(name, number, 0x0000, 0x0010, 0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71)

WDK_MEDIA_TYPE_(MEDIATYPE_Video, 0x73646976);
WDK_MEDIA_TYPE_(MEDIATYPE_Audio, 0x73647561);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_YUYV, 0x56595559);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_YUY2, 0x32595559);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_UYVY, 0x59565955);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_YVYU, 0x55595659);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_YV12, 0x32315659);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_IYUV, 0x56555949);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_NV12, 0x3231564e);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_MJPG, 0x47504a4d);
WDK_MEDIA_TYPE_(MEDIASUBTYPE_PCM, 0x00000001);

#define WDK_OLD_MEDIA_TYPE_(name, number)                                                                              \
    DEFINE_GUID(name, number, 0x524f, 0x11ce, 0x9f, 0x53, 0x00, 0x20, 0xaf, 0x0b, 0xa7, 0x70)

WDK_OLD_MEDIA_TYPE_(MEDIATYPE_Stream, 0xe436eb83);
WDK_OLD_MEDIA_TYPE_(MEDIASUBTYPE_RGB1, 0xe436eb78);
WDK_OLD_MEDIA_TYPE_(MEDIASUBTYPE_RGB4, 0xe436eb79);
WDK_OLD_MEDIA_TYPE_(MEDIASUBTYPE_RGB8, 0xe436eb7a);
WDK_OLD_MEDIA_TYPE_(MEDIASUBTYPE_RGB565, 0xe436eb7b);
WDK_OLD_MEDIA_TYPE_(MEDIASUBTYPE_RGB555, 0xe436eb7c);
WDK_OLD_MEDIA_TYPE_(MEDIASUBTYPE_RGB24, 0xe436eb7d);
WDK_OLD_MEDIA_TYPE_(MEDIASUBTYPE_RGB32, 0xe436eb7e);

/* What a pin is for. */
#define WDK_PIN_CATEGORY_(name, number)                                                                                \
    DEFINE_GUID(name, number, 0x0353, 0x11d1, 0x90, 0x5f, 0x00, 0x00, 0xc0, 0xcc, 0x16, 0xba)

WDK_PIN_CATEGORY_(PIN_CATEGORY_CAPTURE, 0xfb6c4281);
WDK_PIN_CATEGORY_(PIN_CATEGORY_PREVIEW, 0xfb6c4282);
WDK_PIN_CATEGORY_(PIN_CATEGORY_ANALOGVIDEOIN, 0xfb6c4283);
WDK_PIN_CATEGORY_(PIN_CATEGORY_VBI, 0xfb6c4284);
WDK_PIN_CATEGORY_(PIN_CATEGORY_VIDEOPORT, 0xfb6c4285);
WDK_PIN_CATEGORY_(PIN_CATEGORY_STILL, 0xfb6c428a);

#endif
