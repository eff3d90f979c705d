/*
 * Selective suspend, of devices whose hardware key has SelectiveSuspendEnabled. While none of its collections is open
 * the device is asked, by IOCTL_HID_SEND_IDLE_NOTIFICATION_REQUEST, to say when it may sleep. Then it goes to D2,
 * armed for wake, until a collection is opened or it wakes the computer.
 *
 * Everything here but the timer's DPC and the ends of requests runs at PASSIVE_LEVEL, one after the other.
 */
#include "ntsim/hid/class/hidc.h"

enum { IDLE_TIME = 5000 /* ms without an open file */ };

static void lock(struct hidc_fdo *fdo)
{
    KeWaitForSingleObject(&fdo->Idle.Lock, Executive, KernelMode, FALSE, NULL);
}

static void unlock(struct hidc_fdo *fdo)
{
    KeSetEvent(&fdo->Idle.Lock, IO_NO_INCREMENT, FALSE);
}

/* --- the registry --- */

static BOOLEAN is_enabled(PDEVICE_OBJECT pdo)
{
    struct {
        KEY_VALUE_PARTIAL_INFORMATION Value;
        UCHAR Data[8];
    } buffer;
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"SelectiveSuspendEnabled");
    HANDLE key;
    ULONG size;
    if (!NT_SUCCESS(IoOpenDeviceRegistryKey(pdo, PLUGPLAY_REGKEY_DEVICE, KEY_READ, &key)))
        return FALSE;
    const NTSTATUS status = ZwQueryValueKey(key, &name, KeyValuePartialInformation, &buffer, sizeof(buffer), &size);
    ZwClose(key);
    return NT_SUCCESS(status) && buffer.Value.DataLength > 0 &&
           (buffer.Value.Type == REG_DWORD || buffer.Value.Type == REG_BINARY) && buffer.Value.Data[0] != 0;
}

/* --- power --- */

struct power_wait {
    KEVENT Event;
};

static VOID power_is_set(PDEVICE_OBJECT device, UCHAR minor, POWER_STATE state, PVOID context,
                         PIO_STATUS_BLOCK io_status)
{
    KeSetEvent(&((struct power_wait *)context)->Event, IO_NO_INCREMENT, FALSE);
}

static void set_power(struct hidc_fdo *fdo, DEVICE_POWER_STATE state)
{
    struct power_wait wait;
    KeInitializeEvent(&wait.Event, NotificationEvent, FALSE);
    const NTSTATUS status = PoRequestPowerIrp(fdo->Common.Public.PhysicalDeviceObject, IRP_MN_SET_POWER,
                                              (POWER_STATE){.DeviceState = state}, power_is_set, &wait, NULL);
    if (status == STATUS_PENDING)
        KeWaitForSingleObject(&wait.Event, Executive, KernelMode, FALSE, NULL);
}

/* --- the timer, and the work that it queues --- */

static void start_timer(struct hidc_fdo *fdo)
{
    if (!fdo->Idle.Enabled || fdo->Gone || fdo->Idle.OpenFiles || !KeReadStateEvent(&fdo->Idle.WorkEnded))
        return;
    KeClearEvent(&fdo->Idle.WorkEnded);
    KeSetTimer(&fdo->Idle.Timer, (LARGE_INTEGER){.QuadPart = -(LONGLONG)IDLE_TIME * 10000}, &fdo->Idle.Dpc);
}

static void stop_timer(struct hidc_fdo *fdo)
{
    if (fdo->Idle.Enabled && KeCancelTimer(&fdo->Idle.Timer))
        KeSetEvent(&fdo->Idle.WorkEnded, IO_NO_INCREMENT, FALSE);
}

static VOID timer_expired(PKDPC dpc, PVOID context, PVOID first, PVOID second)
{
    struct hidc_fdo *fdo = context;
    ExQueueWorkItem(&fdo->Idle.Item, DelayedWorkQueue);
}

static NTSTATUS notification_ended(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    KeSetEvent(&((struct hidc_fdo *)context)->Idle.NotificationEnded, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

static VOID wake_ended(PDEVICE_OBJECT device, UCHAR minor, POWER_STATE state, PVOID context, PIO_STATUS_BLOCK io_status)
{
    struct hidc_fdo *fdo = context;
    fdo->Idle.WakeIrp = NULL;
    KeSetEvent(&fdo->Idle.WakeEnded, IO_NO_INCREMENT, FALSE);
    if (NT_SUCCESS(io_status->Status)) { /* the work wakes the device */
        fdo->Idle.Woken = TRUE;
        if (KeReadStateEvent(&fdo->Idle.WorkEnded)) {
            KeClearEvent(&fdo->Idle.WorkEnded);
            ExQueueWorkItem(&fdo->Idle.Item, DelayedWorkQueue);
        }
    }
}

/* The device may sleep now: called at PASSIVE_LEVEL by the bus that has the notification. */
static VOID go_to_sleep(PVOID context)
{
    struct hidc_fdo *fdo = context;
    lock(fdo);
    if (!fdo->Gone && !fdo->Idle.OpenFiles && !fdo->Idle.Asleep && !fdo->Idle.Forbidden) {
        fdo->Idle.Asleep = TRUE;
        KeClearEvent(&fdo->Idle.WakeEnded);
        if (!NT_SUCCESS(PoRequestPowerIrp(fdo->Common.Public.PhysicalDeviceObject, IRP_MN_WAIT_WAKE,
                                          (POWER_STATE){.SystemState = PowerSystemWorking}, wake_ended, fdo,
                                          &fdo->Idle.WakeIrp)))
            KeSetEvent(&fdo->Idle.WakeEnded, IO_NO_INCREMENT, FALSE);
        set_power(fdo, PowerDeviceD2);
    }
    unlock(fdo);
}

static void send_notification(struct hidc_fdo *fdo)
{
    const PIRP irp = fdo->Idle.Irp;
    KeClearEvent(&fdo->Idle.NotificationEnded);
    IoReuseIrp(irp, STATUS_NOT_SUPPORTED);
    fdo->Idle.Callback.IdleCallback = go_to_sleep;
    fdo->Idle.Callback.IdleContext = fdo;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
    location->Parameters.DeviceIoControl.IoControlCode = IOCTL_HID_SEND_IDLE_NOTIFICATION_REQUEST;
    location->Parameters.DeviceIoControl.InputBufferLength = sizeof(fdo->Idle.Callback);
    location->Parameters.DeviceIoControl.Type3InputBuffer = &fdo->Idle.Callback;
    IoSetCompletionRoutine(irp, notification_ended, fdo, TRUE, TRUE, TRUE);
    IoCallDriver(fdo->Common.Device, irp);
}

/* The wake IRP's end clears the pointer; one that is not there any more has ended. */
static void end_waiting(struct hidc_fdo *fdo)
{
    const PIRP wake = fdo->Idle.WakeIrp;
    if (wake)
        IoCancelIrp(wake);
    KeWaitForSingleObject(&fdo->Idle.WakeEnded, Executive, KernelMode, FALSE, NULL);
    if (!KeReadStateEvent(&fdo->Idle.NotificationEnded))
        IoCancelIrp(fdo->Idle.Irp);
    KeWaitForSingleObject(&fdo->Idle.NotificationEnded, Executive, KernelMode, FALSE, NULL);
    fdo->Idle.Woken = FALSE;
}

static void wake_up(struct hidc_fdo *fdo, BOOLEAN power)
{
    if (fdo->Idle.Asleep && power)
        set_power(fdo, PowerDeviceD0);
    fdo->Idle.Asleep = FALSE;
    end_waiting(fdo);
}

static VOID work(PVOID context)
{
    struct hidc_fdo *fdo = context;
    BOOLEAN again = FALSE;
    lock(fdo);
    if (!fdo->Gone && fdo->Idle.Woken) {
        wake_up(fdo, TRUE);
        again = TRUE;
    } else if (!fdo->Gone && !fdo->Idle.OpenFiles && !fdo->Idle.Asleep && !fdo->Idle.Forbidden &&
               KeReadStateEvent(&fdo->Idle.NotificationEnded)) {
        send_notification(fdo);
    }
    KeSetEvent(&fdo->Idle.WorkEnded, IO_NO_INCREMENT, FALSE);
    if (again)
        start_timer(fdo);
    unlock(fdo);
}

/* --- for the others --- */

NTSTATUS hidc_idle_start(struct hidc_fdo *fdo)
{
    if (!fdo->Idle.Irp && is_enabled(fdo->Common.Public.PhysicalDeviceObject)) {
        fdo->Idle.Irp = IoAllocateIrp(fdo->Common.Device->StackSize, FALSE);
        if (!fdo->Idle.Irp)
            return STATUS_INSUFFICIENT_RESOURCES;
        KeInitializeEvent(&fdo->Idle.Lock, SynchronizationEvent, TRUE);
        KeInitializeEvent(&fdo->Idle.WorkEnded, NotificationEvent, TRUE);
        KeInitializeEvent(&fdo->Idle.WakeEnded, NotificationEvent, TRUE);
        KeInitializeEvent(&fdo->Idle.NotificationEnded, NotificationEvent, TRUE);
        KeInitializeTimer(&fdo->Idle.Timer);
        KeInitializeDpc(&fdo->Idle.Dpc, timer_expired, fdo);
        ExInitializeWorkItem(&fdo->Idle.Item, work, fdo);
        fdo->Idle.Enabled = TRUE;
    }
    hidc_idle_resume(fdo);
    return STATUS_SUCCESS;
}

void hidc_idle_resume(struct hidc_fdo *fdo)
{
    if (fdo->Idle.Enabled) {
        fdo->Idle.Forbidden = FALSE;
        start_timer(fdo);
    }
}

void hidc_idle_stop(struct hidc_fdo *fdo, BOOLEAN power)
{
    if (!fdo->Idle.Enabled)
        return;
    fdo->Idle.Forbidden = TRUE;
    stop_timer(fdo);
    KeWaitForSingleObject(&fdo->Idle.WorkEnded, Executive, KernelMode, FALSE, NULL);
    lock(fdo);
    wake_up(fdo, power);
    unlock(fdo);
}

void hidc_idle_end(struct hidc_fdo *fdo)
{
    hidc_idle_stop(fdo, FALSE);
    if (fdo->Idle.Irp)
        IoFreeIrp(fdo->Idle.Irp);
    fdo->Idle.Irp = NULL;
    fdo->Idle.Enabled = FALSE;
}

void hidc_idle_opened(struct hidc_fdo *fdo)
{
    InterlockedIncrement(&fdo->Idle.OpenFiles);
    if (!fdo->Idle.Enabled)
        return;
    stop_timer(fdo);
    lock(fdo);
    wake_up(fdo, TRUE);
    unlock(fdo);
}

void hidc_idle_closed(struct hidc_fdo *fdo)
{
    if (InterlockedDecrement(&fdo->Idle.OpenFiles) == 0)
        start_timer(fdo);
}
