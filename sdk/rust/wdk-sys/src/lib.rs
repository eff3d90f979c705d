//! Raw bindings of the Windows kernel and the driver framework.
//!
//! `bindings.rs` is bindgen's reading of the kit's headers for one driver model, one framework version and one
//! architecture; `constants.rs` has the macros that bindgen passes over for their casts, `functions.rs` the framework's
//! functions by name. All three are written by `cwdk bindings --rust`. The names are those of Microsoft's crate of the
//! same name, so that code written for it compiles here.

#![no_std]
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals, clippy::all)]

/// C's types on Windows, whatever system the compiler runs on.
pub mod c {
    pub use core::ffi::c_void;
    pub type c_char = i8;
    pub type c_schar = i8;
    pub type c_uchar = u8;
    pub type c_short = i16;
    pub type c_ushort = u16;
    pub type c_int = i32;
    pub type c_uint = u32;
    pub type c_long = i32;
    pub type c_ulong = u32;
    pub type c_longlong = i64;
    pub type c_ulonglong = u64;
    pub type c_float = f32;
    pub type c_double = f64;
}

#[allow(unknown_lints)]
#[allow(dead_code, improper_ctypes, unused_parens, unnecessary_transmutes)]
mod bindings {
    include!("bindings.rs");
}
mod constants {
    use crate::bindings::*;
    include!("constants.rs");
}
#[cfg(not(feature = "umdf"))]
mod inline;

pub use bindings::*;
pub use constants::*;

/// The kernel's functions, and those that C has inline in its headers.
#[cfg(not(feature = "umdf"))]
pub mod ntddk {
    pub use crate::bindings::*;
    pub use crate::inline::*;
}

/// The functions of user mode.
#[cfg(feature = "umdf")]
pub mod windows {
    pub use crate::bindings::*;
}

#[cfg(feature = "wdf")]
pub mod wdf;
#[cfg(feature = "wdf")]
pub use wdf::{
    WDF_NO_CONTEXT, WDF_NO_EVENT_CALLBACK, WDF_NO_HANDLE, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_SEND_OPTIONS,
};

/// A success (0 to 0x3FFFFFFF) or an informational value (0x40000000 to 0x7FFFFFFF).
#[must_use]
pub const fn NT_SUCCESS(nt_status: NTSTATUS) -> bool {
    nt_status >= 0
}
/// 0x40000000 to 0x7FFFFFFF.
#[must_use]
pub const fn NT_INFORMATION(nt_status: NTSTATUS) -> bool {
    (nt_status as u32) >> 30 == 1
}
/// 0x80000000 to 0xBFFFFFFF.
#[must_use]
pub const fn NT_WARNING(nt_status: NTSTATUS) -> bool {
    (nt_status as u32) >> 30 == 2
}
/// 0xC0000000 and above.
#[must_use]
pub const fn NT_ERROR(nt_status: NTSTATUS) -> bool {
    (nt_status as u32) >> 30 == 3
}

/// Holds, where debug assertions are on, that the code runs where a page fault can be served.
#[cfg(not(feature = "umdf"))]
#[macro_export]
macro_rules! PAGED_CODE {
    () => {
        debug_assert!(unsafe { $crate::ntddk::KeGetCurrentIrql() } <= $crate::APC_LEVEL as $crate::KIRQL)
    };
}
