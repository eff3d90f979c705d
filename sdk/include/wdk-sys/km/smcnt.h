/* smcnt.h: what the smart card library keeps for a reader. */
#ifndef WDK_SMCNT_H
#define WDK_SMCNT_H
#include <wdm.h>

#ifdef __cplusplus
extern "C" {
#endif
typedef struct _OS_DEP_DATA {
    PDEVICE_OBJECT DeviceObject;
    PIRP CurrentIrp;
    PIRP NotificationIrp;
    KMUTEX Mutex;
    KSPIN_LOCK SpinLock;
    struct {
        BOOLEAN Removed;
        LONG RefCount;
        KEVENT RemoveEvent;
        LIST_ENTRY TagList;
    } RemoveLock;
#ifdef DEBUG_INTERFACE
    PDEVICE_OBJECT DebugDeviceObject;
#endif
} OS_DEP_DATA, *POS_DEP_DATA;

#ifdef __cplusplus
}
#endif
#endif
