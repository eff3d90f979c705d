use core::fmt;
use wdk_sys::NTSTATUS;

/// A status value that is no success, as the error of a `Result`.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Status(pub NTSTATUS);

impl Status {
    /// `Ok` with what the call said where that is a success, a status of waiting among them.
    #[inline]
    pub const fn check(status: NTSTATUS) -> Result<NTSTATUS, Status> {
        if wdk_sys::NT_SUCCESS(status) {
            Ok(status)
        } else {
            Err(Status(status))
        }
    }

    /// The way back, for what a callback returns.
    #[inline]
    pub fn of(result: Result<(), Status>) -> NTSTATUS {
        match result {
            Ok(()) => wdk_sys::STATUS_SUCCESS,
            Err(status) => status.0,
        }
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#010X}", self.0)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
