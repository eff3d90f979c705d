use crate::Status;
use core::{
    marker::PhantomData,
    mem,
    ops::{Deref, DerefMut},
    ptr::{self, NonNull},
};
use wdk_sys::{
    ntddk::{
        ExAllocateFromLookasideListEx, ExAllocatePool2, ExDeleteLookasideListEx, ExFreePoolWithTag,
        ExFreeToLookasideListEx, ExInitializeLookasideListEx,
    },
    LOOKASIDE_LIST_EX, POOL_TYPE, STATUS_INSUFFICIENT_RESOURCES, ULONG,
};

/// Where the entries of a list lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pool {
    NonPaged,
    Paged,
}

impl Pool {
    fn kind(self) -> POOL_TYPE {
        match self {
            Pool::NonPaged => wdk_sys::_POOL_TYPE::NonPagedPoolNx,
            Pool::Paged => wdk_sys::_POOL_TYPE::PagedPool,
        }
    }
}

/// Blocks of one size that the system keeps at hand, each for one `T`.
///
/// The system links its lists to one another, so the list itself stays in a block of its own and this may be moved.
pub struct LookasideList<T> {
    list: NonNull<LOOKASIDE_LIST_EX>,
    tag: ULONG,
    of: PhantomData<fn() -> T>,
}

// SAFETY: the list has its own lock-free order; entries are given out once.
unsafe impl<T> Send for LookasideList<T> {}
unsafe impl<T> Sync for LookasideList<T> {}

impl<T> LookasideList<T> {
    /// Pool is aligned for anything up to this.
    const FITS: () = assert!(mem::align_of::<T>() <= 16);
    /// An entry that the system keeps holds its link.
    const SIZE: usize = if mem::size_of::<T>() < 16 { 16 } else { mem::size_of::<T>() };

    /// A list with nothing in it. At DISPATCH_LEVEL or below.
    pub fn new(pool: Pool, tag: [u8; 4]) -> Result<Self, Status> {
        #[allow(clippy::let_unit_value)]
        let _fits = Self::FITS;
        let tag = ULONG::from_le_bytes(tag);
        // SAFETY: the block is as large as the list, and stays where it is until `drop`.
        unsafe {
            let block = ExAllocatePool2(wdk_sys::POOL_FLAG_NON_PAGED as _, mem::size_of::<LOOKASIDE_LIST_EX>() as _, tag);
            let list = NonNull::new(block.cast()).ok_or(Status(STATUS_INSUFFICIENT_RESOURCES))?;
            let made = ExInitializeLookasideListEx(
                list.as_ptr(),
                None,
                None,
                pool.kind(),
                0,
                Self::SIZE as _,
                tag,
                0,
            );
            if let Err(status) = Status::check(made) {
                ExFreePoolWithTag(block, tag);
                return Err(status);
            }
            Ok(LookasideList { list, tag, of: PhantomData })
        }
    }

    /// An entry with `value` in it; `None` where there is no memory. For a list of paged entries at APC_LEVEL or
    /// below, else at DISPATCH_LEVEL or below; so is dropping the entry.
    #[inline]
    pub fn put(&self, value: T) -> Option<Entry<'_, T>> {
        // SAFETY: the list is initialized, and an entry has room for a T.
        unsafe {
            let entry = NonNull::new(ExAllocateFromLookasideListEx(self.list.as_ptr()).cast::<T>())?;
            entry.as_ptr().write(value);
            Some(Entry { entry, list: self })
        }
    }

    /// Takes back what `Entry::into_raw` has given away.
    ///
    /// # Safety
    /// `entry` came from an entry of this list, once.
    #[inline]
    pub unsafe fn from_raw(&self, entry: NonNull<T>) -> Entry<'_, T> {
        Entry { entry, list: self }
    }
}

impl<T> Drop for LookasideList<T> {
    fn drop(&mut self) {
        // SAFETY: entries borrow the list, so none is left but those given away by `into_raw`.
        unsafe {
            ExDeleteLookasideListEx(self.list.as_ptr());
            ExFreePoolWithTag(self.list.as_ptr().cast(), self.tag);
        }
    }
}

/// One entry; dropping it gives it back to its list.
pub struct Entry<'a, T> {
    entry: NonNull<T>,
    list: &'a LookasideList<T>,
}

impl<T> Entry<'_, T> {
    /// Gives the entry away: `LookasideList::from_raw` takes it back.
    #[inline]
    pub fn into_raw(self) -> NonNull<T> {
        let entry = self.entry;
        mem::forget(self);
        entry
    }
}

impl<T> Deref for Entry<'_, T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: it was written when the entry was made.
        unsafe { self.entry.as_ref() }
    }
}

impl<T> DerefMut for Entry<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above, and this is the only way to it.
        unsafe { self.entry.as_mut() }
    }
}

impl<T> Drop for Entry<'_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the entry holds a T, and is the list's.
        unsafe {
            ptr::drop_in_place(self.entry.as_ptr());
            ExFreeToLookasideListEx(self.list.list.as_ptr(), self.entry.as_ptr().cast());
        }
    }
}
