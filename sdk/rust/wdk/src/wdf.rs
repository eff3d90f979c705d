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

/// The record by which the framework knows a type that lies in its objects. `wdf_context!` makes it.
#[doc(hidden)]
#[repr(transparent)]
pub struct ContextType(pub wdk_sys::WDF_OBJECT_CONTEXT_TYPE_INFO);

// SAFETY: it is only read, and points to what lives as long.
unsafe impl Sync for ContextType {}

/// `wdf_context!(Device, device_context)` makes `Device` a type that the framework's objects can have in them, and
/// `device_context(handle)` what finds it there: a pointer, null where the object has none.
#[macro_export]
macro_rules! wdf_context {
    ($type:ident, $find:ident) => {
        impl $type {
            /// Attributes of an object that has one.
            #[inline]
            pub fn attributes() -> $crate::wdf::raw::WDF_OBJECT_ATTRIBUTES {
                let mut attributes = $crate::wdf::attributes();
                attributes.ContextTypeInfo = &$type::info().0;
                attributes
            }

            #[inline]
            fn info() -> &'static $crate::wdf::ContextType {
                static INFO: $crate::wdf::ContextType =
                    $crate::wdf::ContextType($crate::wdf::raw::WDF_OBJECT_CONTEXT_TYPE_INFO {
                        Size: core::mem::size_of::<$crate::wdf::ContextType>() as $crate::wdf::raw::ULONG,
                        ContextName: concat!(stringify!($type), "\0").as_ptr().cast(),
                        ContextSize: core::mem::size_of::<$type>() as _,
                        UniqueType: unsafe { core::ptr::addr_of!(INFO.0) },
                        EvtDriverGetUniqueContextType: None,
                    });
                &INFO
            }
        }

        /// # Safety
        /// `object` is a handle of the framework's that is good.
        #[inline]
        unsafe fn $find(object: $crate::wdf::raw::WDFOBJECT) -> *mut $type {
            $crate::wdf::context(object, $type::info()).cast()
        }
    };
}

#[doc(hidden)]
pub use wdk_sys as raw;

/// Attributes as WDF_OBJECT_ATTRIBUTES_INIT leaves them.
#[inline]
pub fn attributes() -> WDF_OBJECT_ATTRIBUTES {
    WDF_OBJECT_ATTRIBUTES {
        Size: core::mem::size_of::<WDF_OBJECT_ATTRIBUTES>() as raw::ULONG,
        ExecutionLevel: raw::_WDF_EXECUTION_LEVEL::WdfExecutionLevelInheritFromParent,
        SynchronizationScope: raw::_WDF_SYNCHRONIZATION_SCOPE::WdfSynchronizationScopeInheritFromParent,
        ..WDF_OBJECT_ATTRIBUTES::default()
    }
}

/// A queue's configuration as WDF_IO_QUEUE_CONFIG_INIT leaves it.
#[inline]
pub fn queue_config(dispatch: raw::WDF_IO_QUEUE_DISPATCH_TYPE) -> raw::WDF_IO_QUEUE_CONFIG {
    let mut config = raw::WDF_IO_QUEUE_CONFIG {
        Size: core::mem::size_of::<raw::WDF_IO_QUEUE_CONFIG>() as raw::ULONG,
        DispatchType: dispatch,
        PowerManaged: raw::_WDF_TRI_STATE::WdfUseDefault,
        ..raw::WDF_IO_QUEUE_CONFIG::default()
    };
    if dispatch == raw::_WDF_IO_QUEUE_DISPATCH_TYPE::WdfIoQueueDispatchParallel {
        config.Settings.Parallel.NumberOfPresentedRequests = raw::ULONG::MAX;
    }
    config
}

#[doc(hidden)]
#[inline]
pub unsafe fn context(object: raw::WDFOBJECT, info: &'static ContextType) -> raw::PVOID {
    call_unsafe_wdf_function_binding!(WdfObjectGetTypedContextWorker, object, info.0.UniqueType)
}
