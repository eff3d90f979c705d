//! What can be safe at no cost: status values, printing, a spin lock that holds its data, lookaside lists of one type,
//! and two objects of the framework.

#![no_std]

pub use wdk_sys::NT_SUCCESS as nt_success;
#[cfg(not(feature = "umdf"))]
pub use wdk_sys::PAGED_CODE as paged_code;

#[doc(hidden)]
pub mod print;
mod status;
pub use status::Status;

#[cfg(not(feature = "umdf"))]
mod lookaside;
#[cfg(not(feature = "umdf"))]
mod spin_lock;
#[cfg(not(feature = "umdf"))]
pub use {
    lookaside::{Entry, LookasideList, Pool},
    spin_lock::{SpinLock, SpinLockGuard},
};

#[cfg(feature = "wdf")]
pub mod wdf;
