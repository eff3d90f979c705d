use core::{
    cell::UnsafeCell,
    marker::PhantomData,
    ops::{Deref, DerefMut},
};
use wdk_sys::{ntddk::KeAcquireSpinLockRaiseToDpc, ntddk::KeReleaseSpinLock, KIRQL, KSPIN_LOCK};

/// Data that is reached through its lock alone.
pub struct SpinLock<T> {
    lock: UnsafeCell<KSPIN_LOCK>,
    data: UnsafeCell<T>,
}

// SAFETY: the lock gives the data to one holder at a time.
unsafe impl<T: Send> Sync for SpinLock<T> {}
unsafe impl<T: Send> Send for SpinLock<T> {}

impl<T> SpinLock<T> {
    pub const fn new(data: T) -> Self {
        SpinLock { lock: UnsafeCell::new(0), data: UnsafeCell::new(data) }
    }

    /// Raises to DISPATCH_LEVEL until the guard is dropped. The caller runs at DISPATCH_LEVEL or below, and does not
    /// hold the lock already.
    #[inline]
    pub fn lock(&self) -> SpinLockGuard<'_, T> {
        // SAFETY: a lock of zero is a free one, and it cannot move while it is borrowed.
        let irql = unsafe { KeAcquireSpinLockRaiseToDpc(self.lock.get()) };
        SpinLockGuard { of: self, irql, here: PhantomData }
    }
}

/// Holds the lock; dropping it gives it back with the IRQL from before.
#[must_use]
pub struct SpinLockGuard<'a, T> {
    of: &'a SpinLock<T>,
    irql: KIRQL,
    here: PhantomData<*const ()>, /* released by the thread that took it */
}

impl<T> Deref for SpinLockGuard<'_, T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: the lock is held.
        unsafe { &*self.of.data.get() }
    }
}

impl<T> DerefMut for SpinLockGuard<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the lock is held, and this is its only guard.
        unsafe { &mut *self.of.data.get() }
    }
}

impl<T> Drop for SpinLockGuard<'_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: it was taken when this was made.
        unsafe { KeReleaseSpinLock(self.of.lock.get(), self.irql) };
    }
}
