/* wdfsync.h: wait locks, spin locks and the locks of objects */
#ifndef _WDFSYNC_H_
#define _WDFSYNC_H_

typedef VOID (NTAPI *PFN_WDFOBJECTACQUIRELOCK)(PWDF_DRIVER_GLOBALS, WDFOBJECT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfObjectAcquireLock(
    _In_ _Requires_lock_not_held_(_Curr_) _Acquires_lock_(_Curr_) WDFOBJECT Object)
{
    WDF_CALL(PFN_WDFOBJECTACQUIRELOCK, WdfObjectAcquireLock, Object);
}

typedef VOID (NTAPI *PFN_WDFOBJECTRELEASELOCK)(PWDF_DRIVER_GLOBALS, WDFOBJECT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfObjectReleaseLock(
    _In_ _Requires_lock_held_(_Curr_) _Releases_lock_(_Curr_) WDFOBJECT Object)
{
    WDF_CALL(PFN_WDFOBJECTRELEASELOCK, WdfObjectReleaseLock, Object);
}

typedef NTSTATUS (NTAPI *PFN_WDFWAITLOCKCREATE)(PWDF_DRIVER_GLOBALS, PWDF_OBJECT_ATTRIBUTES, WDFWAITLOCK *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfWaitLockCreate(
    _In_opt_ PWDF_OBJECT_ATTRIBUTES LockAttributes, _Out_ WDFWAITLOCK *Lock)
{
    return WDF_CALL(PFN_WDFWAITLOCKCREATE, WdfWaitLockCreate, LockAttributes, Lock);
}

typedef NTSTATUS (NTAPI *PFN_WDFWAITLOCKACQUIRE)(PWDF_DRIVER_GLOBALS, WDFWAITLOCK, PLONGLONG);
_When_(Timeout == NULL, _IRQL_requires_max_(PASSIVE_LEVEL))
_When_(Timeout != NULL && *Timeout == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_When_(Timeout != NULL && *Timeout != 0, _IRQL_requires_max_(PASSIVE_LEVEL))
_Always_(_When_(Timeout == NULL, _Acquires_lock_(Lock)))
_When_(Timeout != NULL && return == STATUS_SUCCESS, _Acquires_lock_(Lock))
_When_(Timeout != NULL, _Must_inspect_result_)
WDF_INLINE NTSTATUS WdfWaitLockAcquire(
    _In_ _Requires_lock_not_held_(_Curr_) WDFWAITLOCK Lock, _In_opt_ PLONGLONG Timeout)
{
    return WDF_CALL(PFN_WDFWAITLOCKACQUIRE, WdfWaitLockAcquire, Lock, Timeout);
}

typedef VOID (NTAPI *PFN_WDFWAITLOCKRELEASE)(PWDF_DRIVER_GLOBALS, WDFWAITLOCK);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfWaitLockRelease(
    _In_ _Requires_lock_held_(_Curr_) _Releases_lock_(_Curr_) WDFWAITLOCK Lock)
{
    WDF_CALL(PFN_WDFWAITLOCKRELEASE, WdfWaitLockRelease, Lock);
}

typedef NTSTATUS (NTAPI *PFN_WDFSPINLOCKCREATE)(PWDF_DRIVER_GLOBALS, PWDF_OBJECT_ATTRIBUTES, WDFSPINLOCK *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfSpinLockCreate(
    _In_opt_ PWDF_OBJECT_ATTRIBUTES SpinLockAttributes, _Out_ WDFSPINLOCK *SpinLock)
{
    return WDF_CALL(PFN_WDFSPINLOCKCREATE, WdfSpinLockCreate, SpinLockAttributes, SpinLock);
}

typedef VOID (NTAPI *PFN_WDFSPINLOCKACQUIRE)(PWDF_DRIVER_GLOBALS, WDFSPINLOCK);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfSpinLockAcquire(
    _In_ _Requires_lock_not_held_(_Curr_) _Acquires_lock_(_Curr_) _IRQL_saves_ WDFSPINLOCK SpinLock)
{
    WDF_CALL(PFN_WDFSPINLOCKACQUIRE, WdfSpinLockAcquire, SpinLock);
}

typedef VOID (NTAPI *PFN_WDFSPINLOCKRELEASE)(PWDF_DRIVER_GLOBALS, WDFSPINLOCK);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_requires_min_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfSpinLockRelease(
    _In_ _Requires_lock_held_(_Curr_) _Releases_lock_(_Curr_) _IRQL_restores_ WDFSPINLOCK SpinLock)
{
    WDF_CALL(PFN_WDFSPINLOCKRELEASE, WdfSpinLockRelease, SpinLock);
}

#endif
