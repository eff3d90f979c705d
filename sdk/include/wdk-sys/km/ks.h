/* ks.h: kernel streaming, for AVStream and PortCls drivers. GUIDs of audio and video formats are in ksmedia.h. */
#ifndef WDK_KS_H
#define WDK_KS_H
#include "ks/functions.h"

#ifndef _KS_
#define _KS_
#endif

#define DENY_USERMODE_ACCESS(irp, completeRequest)                                                                     \
    if ((irp)->RequestorMode != KernelMode) {                                                                          \
        (irp)->IoStatus.Information = 0;                                                                               \
        (irp)->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;                                                        \
        if (completeRequest)                                                                                           \
            IoCompleteRequest((irp), IO_NO_INCREMENT);                                                                 \
        return STATUS_INVALID_DEVICE_REQUEST;                                                                          \
    }

#endif
