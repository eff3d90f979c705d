//! Objects of the framework, which frees them with their parent.

use crate::Status;
use wdk_sys::{
    call_unsafe_wdf_function_binding, LONGLONG, NTSTATUS, WDFSPINLOCK, WDFTIMER, WDF_OBJECT_ATTRIBUTES,
    WDF_TIMER_CONFIG,
};

/// A spin lock of the framework.
pub struct SpinLock(WDFSPINLOCK);

impl SpinLock {
    /// Says what the framework says where it makes none.
    pub fn create(attributes: &mut WDF_OBJECT_ATTRIBUTES) -> Result<Self, NTSTATUS> {
        let mut lock = core::ptr::null_mut();
        // SAFETY: both live through the call.
        let status = unsafe { call_unsafe_wdf_function_binding!(WdfSpinLockCreate, attributes, &mut lock) };
        Status::check(status).map(|_| SpinLock(lock)).map_err(|status| status.0)
    }

    /// Raises to DISPATCH_LEVEL.
    pub fn acquire(&self) {
        // SAFETY: the framework's handle is good as long as its parent.
        unsafe { call_unsafe_wdf_function_binding!(WdfSpinLockAcquire, self.0) };
    }

    pub fn release(&self) {
        // SAFETY: as above.
        unsafe { call_unsafe_wdf_function_binding!(WdfSpinLockRelease, self.0) };
    }
}

/// A timer of the framework.
pub struct Timer(WDFTIMER);

impl Timer {
    /// Says what the framework says where it makes none.
    pub fn create(config: &mut WDF_TIMER_CONFIG, attributes: &mut WDF_OBJECT_ATTRIBUTES) -> Result<Self, NTSTATUS> {
        let mut timer = core::ptr::null_mut();
        // SAFETY: all three live through the call.
        let status = unsafe { call_unsafe_wdf_function_binding!(WdfTimerCreate, config, attributes, &mut timer) };
        Status::check(status).map(|_| Timer(timer)).map_err(|status| status.0)
    }

    /// Due in units of 100 ns, negative from now on. True where it was running already.
    pub fn start(&self, due_time: LONGLONG) -> bool {
        // SAFETY: the framework's handle is good as long as its parent.
        unsafe { call_unsafe_wdf_function_binding!(WdfTimerStart, self.0, due_time) != 0 }
    }

    /// True where it was running. With `wait` at PASSIVE_LEVEL, and its function has returned.
    pub fn stop(&self, wait: bool) -> bool {
        // SAFETY: as above.
        unsafe { call_unsafe_wdf_function_binding!(WdfTimerStop, self.0, u8::from(wait)) != 0 }
    }
}
