//! Text for the debugger, from any IRQL that DbgPrint may be called at.

use core::fmt::{self, Write};

/// DbgPrint takes 512 bytes at a time, its own prefix among them.
const CHUNK: usize = 480;

struct Writer {
    text: [u8; CHUNK + 1],
    used: usize,
}

impl Writer {
    fn flush(&mut self) {
        if self.used == 0 {
            return;
        }
        self.text[self.used] = 0;
        // SAFETY: both are texts that end with a zero; the second is what %s stands for.
        unsafe { emit(self.text.as_ptr()) };
        self.used = 0;
    }
}

#[cfg(not(feature = "umdf"))]
unsafe fn emit(text: *const u8) {
    wdk_sys::ntddk::DbgPrint(b"%s\0".as_ptr().cast(), text);
}
#[cfg(feature = "umdf")]
unsafe fn emit(text: *const u8) {
    wdk_sys::windows::OutputDebugStringA(text.cast());
}

impl Write for Writer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for &byte in text.as_bytes() {
            if self.used == CHUNK {
                self.flush();
            }
            self.text[self.used] = byte;
            self.used += 1;
        }
        Ok(())
    }
}

#[doc(hidden)]
pub fn write(arguments: fmt::Arguments<'_>) {
    let mut writer = Writer { text: [0; CHUNK + 1], used: 0 };
    let _ = writer.write_fmt(arguments);
    writer.flush();
}

/// Prints to the debugger.
#[macro_export]
macro_rules! print {
    ($($argument:tt)*) => { $crate::print::write(format_args!($($argument)*)) };
}

/// Prints to the debugger, and ends the line.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($argument:tt)*) => { $crate::print!("{}\n", format_args!($($argument)*)) };
}
