//! Functions that the headers have inline, so that no library exports them.

use crate::bindings::*;

/// How many entries the list has, or had a moment ago.
///
/// # Safety
/// `list` is an initialized list.
#[inline]
pub unsafe fn ExQueryDepthSList(list: PSLIST_HEADER) -> USHORT {
    /* The lowest 16 bits, in one read. */
    core::ptr::addr_of!((*list).__bindgen_anon_1.Alignment).read_volatile() as USHORT
}

/// An entry, from the list where it has one.
///
/// # Safety
/// The list is initialized; IRQL is at most DISPATCH_LEVEL, APC_LEVEL for a list of paged entries.
#[inline]
pub unsafe fn ExAllocateFromLookasideListEx(list: PLOOKASIDE_LIST_EX) -> PVOID {
    let l = &mut (*list).L;
    l.TotalAllocates = l.TotalAllocates.wrapping_add(1);
    let entry: PVOID = ExpInterlockedPopEntrySList(&mut l.__bindgen_anon_1.ListHead).cast();
    if !entry.is_null() {
        return entry;
    }
    l.__bindgen_anon_2.AllocateMisses = l.__bindgen_anon_2.AllocateMisses.wrapping_add(1);
    match l.__bindgen_anon_4.AllocateEx {
        Some(allocate) => allocate(l.Type, l.Size as SIZE_T, l.Tag, list),
        None => core::ptr::null_mut(),
    }
}

/// Gives an entry back.
///
/// # Safety
/// `entry` came from this list and is not used afterwards; IRQL as for allocation.
#[inline]
pub unsafe fn ExFreeToLookasideListEx(list: PLOOKASIDE_LIST_EX, entry: PVOID) {
    let l = &mut (*list).L;
    l.TotalFrees = l.TotalFrees.wrapping_add(1);
    if ExQueryDepthSList(&mut l.__bindgen_anon_1.ListHead) < l.Depth {
        ExpInterlockedPushEntrySList(&mut l.__bindgen_anon_1.ListHead, entry.cast());
        return;
    }
    l.__bindgen_anon_3.FreeMisses = l.__bindgen_anon_3.FreeMisses.wrapping_add(1);
    if let Some(free) = l.__bindgen_anon_5.FreeEx {
        free(entry, list);
    }
}

/// # Safety
/// `lock` is storage that stays where it is while the lock is in use.
#[inline]
pub unsafe fn KeInitializeSpinLock(lock: PKSPIN_LOCK) {
    lock.write_volatile(0);
}

/// The current driver's stack location.
///
/// # Safety
/// `irp` is valid and has been sent to the caller.
#[inline]
pub unsafe fn IoGetCurrentIrpStackLocation(irp: PIRP) -> PIO_STACK_LOCATION {
    (*irp).Tail.Overlay.__bindgen_anon_2.__bindgen_anon_1.CurrentStackLocation
}

/// # Safety
/// `irp` is the caller's to complete, and not used afterwards.
#[inline]
pub unsafe fn IoCompleteRequest(irp: PIRP, priority_boost: CCHAR) {
    IofCompleteRequest(irp, priority_boost);
}
