//! The framework's functions, which a driver calls through a table that the loader fills in.

use crate::{WDFFUNC, WDF_OBJECT_ATTRIBUTES};
use core::marker::PhantomData;

pub const WDF_NO_OBJECT_ATTRIBUTES: *mut WDF_OBJECT_ATTRIBUTES = core::ptr::null_mut();
pub const WDF_NO_EVENT_CALLBACK: crate::PVOID = core::ptr::null_mut();
pub const WDF_NO_HANDLE: crate::PVOID = core::ptr::null_mut();
pub const WDF_NO_CONTEXT: crate::PVOID = core::ptr::null_mut();
pub const WDF_NO_SEND_OPTIONS: crate::PVOID = core::ptr::null_mut();

/// A place in the table, and the type of the function that stands there.
#[doc(hidden)]
pub struct Function<T> {
    place: usize,
    signature: PhantomData<T>,
}

impl<F: Copy> Function<Option<F>> {
    const fn at(place: usize) -> Self {
        Function { place, signature: PhantomData }
    }

    /// # Safety
    /// The framework has bound the driver: `DriverEntry` runs or has run.
    #[inline(always)]
    pub unsafe fn pointer(&self) -> F {
        let table: *const WDFFUNC = functions::table();
        match *table.add(self.place).cast::<Option<F>>() {
            Some(function) => function,
            None => unreachable!(),
        }
    }
}

/// Each function by its name.
#[doc(hidden)]
pub mod functions {
    use super::Function;
    use crate::bindings::*;
    include!("functions.rs");
}

/// Calls a function of the framework: its name, then its arguments without the driver's globals.
#[macro_export]
macro_rules! call_unsafe_wdf_function_binding {
    ($name:ident $(, $argument:expr)* $(,)?) => {
        $crate::wdf::functions::$name.pointer()($crate::WdfDriverGlobals $(, $argument)*)
    };
}
