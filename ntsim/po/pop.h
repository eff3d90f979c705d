/* Inside Po: power requests, the state of the system, idle devices, power settings. pop_send_system_irp is for
 * PASSIVE_LEVEL; the rest may be read anywhere. */
#ifndef NTSIM_PO_POP_H
#define NTSIM_PO_POP_H

#include "ntsim/io/iop.h"
#include "ntsim/po/sim.h"

enum { POP_TAG = 'woP' };

/* --- power_irp.c --- */
/* Sends a power IRP to the top of the device's stack and waits for its end. */
NTSTATUS pop_send_system_irp(PDEVICE_OBJECT pdo, UCHAR minor, SYSTEM_POWER_STATE state, POWER_ACTION action);

/* --- system.c --- */
extern SYSTEM_POWER_STATE pop_system_state;
/* What the system is doing; PowerActionNone while it works. */
extern POWER_ACTION pop_action;

/* --- setting.c --- */
/* 1: the power source is the mains. */
BOOLEAN pop_on_mains(void);

#endif
