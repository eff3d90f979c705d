/* Locks: those that serialise callbacks, and the driver's own spin locks and wait locks. */
#include "ntsim/machine/services.h"
#include "ntsim/wdf/fx.h"

#include <stdbool.h>

/* Of the system's verifier. */
__declspec(dllimport) void SimTakeLock(void *lock, bool waits, bool by_driver);
__declspec(dllimport) void SimGiveLock(void *lock, bool waits);

void fx_init_lock(struct fx_lock *lock, BOOLEAN passive)
{
    RtlZeroMemory(lock, sizeof(*lock));
    lock->Passive = passive;
    KeInitializeEvent(&lock->Event, SynchronizationEvent, TRUE);
}

static void acquire(struct fx_lock *lock, BOOLEAN by_driver)
{
    const PKTHREAD thread = KeGetCurrentThread();
    if (lock->Depth > 0 && lock->Owner == thread) {
        lock->Depth++;
        return;
    }
    SimTakeLock(lock, lock->Passive, by_driver);
    if (lock->Passive) {
        KeEnterCriticalRegion();
        KeWaitForSingleObject(&lock->Event, Executive, KernelMode, FALSE, NULL);
    } else {
        KIRQL irql;
        KeAcquireSpinLock(&lock->Lock, &irql);
        lock->Irql = irql;
    }
    lock->Owner = thread;
    lock->Depth = 1;
}

void fx_acquire(struct fx_lock *lock)
{
    acquire(lock, FALSE);
}

void fx_release(struct fx_lock *lock)
{
    if (--lock->Depth > 0)
        return;
    lock->Owner = NULL;
    SimGiveLock(lock, lock->Passive);
    if (lock->Passive) {
        KeSetEvent(&lock->Event, IO_NO_INCREMENT, FALSE);
        KeLeaveCriticalRegion();
    } else {
        KeReleaseSpinLock(&lock->Lock, lock->Irql);
    }
}

NTSTATUS fx_serializing_lock(struct fx_object *parent, BOOLEAN at_dispatch, struct fx_lock **lock)
{
    *lock = NULL;
    struct fx_queue *queue = fx_ancestor(parent, FX_QUEUE);
    struct fx_device *device = fx_ancestor(parent, FX_DEVICE);
    if (queue)
        *lock = queue->Lock;
    else if (device && device->Object.SynchronizationScope == WdfSynchronizationScopeDevice)
        *lock = &device->Lock;
    if (*lock && (*lock)->Passive && at_dispatch)
        return STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL;
    return STATUS_SUCCESS;
}

/* Parameter 3 of WDF_INVALID_LOCK_OPERATION. */
enum { NO_LOCK = 0, NOT_ACQUIRED = 1 };

/* The lock of a device's or a queue's callbacks; there is one at any synchronization scope. */
static struct fx_lock *lock_of(WDFOBJECT handle)
{
    struct fx_object *object = fx_any_object(handle);
    if (object->Type == FX_DEVICE)
        return &((struct fx_device *)object)->Lock;
    if (object->Type == FX_QUEUE) {
        struct fx_queue *queue = (struct fx_queue *)object;
        return queue->Lock ? queue->Lock : &queue->OwnLock;
    }
    fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG_PTR)handle, NO_LOCK, 0);
}

VOID api_ObjectAcquireLock(PWDF_DRIVER_GLOBALS globals, WDFOBJECT handle)
{
    acquire(lock_of(handle), TRUE);
}

VOID api_ObjectReleaseLock(PWDF_DRIVER_GLOBALS globals, WDFOBJECT handle)
{
    struct fx_lock *lock = lock_of(handle);
    if (lock->Depth == 0)
        fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG_PTR)handle, NOT_ACQUIRED, 0);
    fx_release(lock);
    FX_POINT(MACHINE_POINT_RELEASE, lock);
}

/* --- spin locks --- */

struct fx_spin_lock {
    struct fx_object Object;
    KSPIN_LOCK Lock;
    KIRQL Irql;
    PKTHREAD Owner;
};

static const struct fx_class spin_lock_class = {.Type = FX_SPIN_LOCK, .Size = sizeof(struct fx_spin_lock)};

NTSTATUS api_SpinLockCreate(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, WDFSPINLOCK *result)
{
    struct fx_spin_lock *lock;
    FX_REQUIRE(result);
    const NTSTATUS status = fx_create(&spin_lock_class, fx_driver_of(globals), attributes, NULL, &lock);
    if (NT_SUCCESS(status))
        KeInitializeSpinLock(&lock->Lock);
    *result = (WDFSPINLOCK)lock;
    return status;
}

VOID api_SpinLockAcquire(PWDF_DRIVER_GLOBALS globals, WDFSPINLOCK handle)
{
    struct fx_spin_lock *lock = fx_object_of(handle, FX_SPIN_LOCK);
    if (lock->Owner == KeGetCurrentThread())
        fx_violation(WDF_RECURSIVE_LOCK, (ULONG_PTR)handle, 0, 0);
    KIRQL irql;
    KeAcquireSpinLock(&lock->Lock, &irql);
    lock->Irql = irql;
    lock->Owner = KeGetCurrentThread();
}

VOID api_SpinLockRelease(PWDF_DRIVER_GLOBALS globals, WDFSPINLOCK handle)
{
    struct fx_spin_lock *lock = fx_object_of(handle, FX_SPIN_LOCK);
    if (!lock->Owner)
        fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG_PTR)handle, NOT_ACQUIRED, 0);
    lock->Owner = NULL;
    KeReleaseSpinLock(&lock->Lock, lock->Irql);
    FX_POINT(MACHINE_POINT_RELEASE, lock);
}

/* --- wait locks --- */

struct fx_wait_lock {
    struct fx_object Object;
    KEVENT Event;
    PKTHREAD Owner;
};

static const struct fx_class wait_lock_class = {.Type = FX_WAIT_LOCK, .Size = sizeof(struct fx_wait_lock)};

NTSTATUS api_WaitLockCreate(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, WDFWAITLOCK *result)
{
    struct fx_wait_lock *lock;
    FX_REQUIRE(result);
    const NTSTATUS status = fx_create(&wait_lock_class, fx_driver_of(globals), attributes, NULL, &lock);
    if (NT_SUCCESS(status))
        KeInitializeEvent(&lock->Event, SynchronizationEvent, TRUE);
    *result = (WDFWAITLOCK)lock;
    return status;
}

NTSTATUS api_WaitLockAcquire(PWDF_DRIVER_GLOBALS globals, WDFWAITLOCK handle, PLONGLONG timeout)
{
    struct fx_wait_lock *lock = fx_object_of(handle, FX_WAIT_LOCK);
    if (lock->Owner == KeGetCurrentThread())
        fx_violation(WDF_RECURSIVE_LOCK, (ULONG_PTR)handle, 0, 0);
    LARGE_INTEGER due = {.QuadPart = timeout ? *timeout : 0};
    KeEnterCriticalRegion();
    const NTSTATUS status = KeWaitForSingleObject(&lock->Event, Executive, KernelMode, FALSE, timeout ? &due : NULL);
    if (status == STATUS_TIMEOUT) {
        KeLeaveCriticalRegion();
        return status;
    }
    lock->Owner = KeGetCurrentThread();
    return status;
}

VOID api_WaitLockRelease(PWDF_DRIVER_GLOBALS globals, WDFWAITLOCK handle)
{
    struct fx_wait_lock *lock = fx_object_of(handle, FX_WAIT_LOCK);
    if (!lock->Owner)
        fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG_PTR)handle, NOT_ACQUIRED, 0);
    lock->Owner = NULL;
    KeSetEvent(&lock->Event, IO_NO_INCREMENT, FALSE);
    KeLeaveCriticalRegion();
    FX_POINT(MACHINE_POINT_SIGNAL, lock);
}
