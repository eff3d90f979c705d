//! Pool as Rust's allocator:
//!
//! ```ignore
//! #[global_allocator]
//! static ALLOCATOR: wdk_alloc::WdkAllocator = wdk_alloc::WdkAllocator;
//! ```

#![no_std]

use core::alloc::{GlobalAlloc, Layout};
use wdk_sys::{
    ntddk::{ExAllocatePool2, ExFreePoolWithTag},
    POOL_FLAGS, POOL_FLAG_NON_PAGED, POOL_FLAG_UNINITIALIZED, ULONG,
};

/// Non-paged pool under the tag "Rust".
pub struct WdkAllocator;

const TAG: ULONG = ULONG::from_le_bytes(*b"Rust");
const PAGE: usize = 4096;
const ALIGNED: usize = 16;

#[inline]
unsafe fn allocate(layout: Layout, flags: POOL_FLAGS) -> *mut u8 {
    /* Pool is aligned to 16 bytes, from a page on to pages. */
    let size = match layout.align() {
        0..=ALIGNED => layout.size(),
        _ if layout.align() <= PAGE => layout.size().max(PAGE),
        _ => return core::ptr::null_mut(),
    };
    ExAllocatePool2(POOL_FLAG_NON_PAGED as POOL_FLAGS | flags, size as _, TAG).cast()
}

// SAFETY: blocks are as large and as aligned as asked for, and freed as what they are.
unsafe impl GlobalAlloc for WdkAllocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        allocate(layout, POOL_FLAG_UNINITIALIZED as POOL_FLAGS)
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        allocate(layout, 0)
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, _layout: Layout) {
        ExFreePoolWithTag(block.cast(), TAG);
    }
}
