//! What a panic does in the kernel: it prints its message, then ends in the bug check of the kit's own checks
//! (`cwdk explain --bugcheck` reads its parameters). A driver says `extern crate wdk_panic;`.

#![no_std]

use core::panic::PanicInfo;

extern "C" {
    /// wdkrust.lib: the bug check, with the place in its parameters.
    fn WdkRustPanic(file: *const u8, length: usize, line: u32) -> !;
}

#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    wdk::println!("{}", info);
    let (file, line) = info.location().map_or(("", 0), |place| (place.file(), place.line()));
    // SAFETY: the text is as long as it says.
    unsafe { WdkRustPanic(file.as_ptr(), file.len(), line) }
}
