//! The packet cache of ../../raw/cache.c in Rust: an entry of the list is a value that gives itself back, and what
//! waits is reached through its lock alone.

#![no_std]

extern crate wdk_panic;

use core::{mem, ptr, ptr::NonNull};
use wdk::{nt_success, println, wdf, Entry, LookasideList, Pool, SpinLock, Status};
use wdk_sys::{
    call_unsafe_wdf_function_binding, DRIVER_OBJECT, GUID, NTSTATUS, PCUNICODE_STRING, PVOID, PWDFDEVICE_INIT,
    STATUS_DEVICE_BUSY, STATUS_INSUFFICIENT_RESOURCES, STATUS_INVALID_BUFFER_SIZE, STATUS_INVALID_DEVICE_REQUEST,
    STATUS_NO_MORE_ENTRIES, STATUS_SUCCESS, ULONG, WDFDEVICE, WDFDRIVER, WDFOBJECT, WDFQUEUE, WDFREQUEST,
    WDF_DRIVER_CONFIG, WDF_NO_HANDLE, WDF_NO_OBJECT_ATTRIBUTES, _WDF_IO_QUEUE_DISPATCH_TYPE,
};

/// The longest packet, in bytes; a read must have room for it.
const PACKET: usize = 1514;
/// How many wait; what is written beyond that is refused.
const PACKETS: ULONG = 16;
/// CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_READ_ACCESS)
const IOCTL_CACHE_QUERY: ULONG = 0x22 << 16 | 1 << 14 | 0x800 << 2;

/// {5B0C3C1C-6C0F-4D0B-9C37-6A1B3E52F701}
static GUID_DEVINTERFACE_CACHE: GUID = GUID {
    Data1: 0x5B0C_3C1C,
    Data2: 0x6C0F,
    Data3: 0x4D0B,
    Data4: [0x9C, 0x37, 0x6A, 0x1B, 0x3E, 0x52, 0xF7, 0x01],
};

struct Packet {
    next: Option<NonNull<Packet>>,
    length: usize,
    bytes: [u8; PACKET],
}

/// CACHE_STATISTICS of ../../public.h.
#[derive(Clone, Copy)]
#[repr(C)]
struct Statistics {
    waiting: ULONG,
    refused: ULONG,
}

/// Packets in their order, each given away by its entry.
struct Waiting {
    first: Option<NonNull<Packet>>,
    last: Option<NonNull<Packet>>,
    statistics: Statistics,
}

// SAFETY: the packets are the list's alone, and it is behind a lock.
unsafe impl Send for Waiting {}

impl Waiting {
    const fn new() -> Self {
        Waiting { first: None, last: None, statistics: Statistics { waiting: 0, refused: 0 } }
    }

    /// Keeps the packet, or hands it back where there is no room.
    fn push<'a>(&mut self, packet: Entry<'a, Packet>) -> Result<(), Entry<'a, Packet>> {
        if self.statistics.waiting == PACKETS {
            self.statistics.refused += 1;
            return Err(packet);
        }
        let packet = Some(packet.into_raw());
        match self.last {
            // SAFETY: it waits, so nobody else has it.
            Some(mut last) => unsafe { last.as_mut().next = packet },
            None => self.first = packet,
        }
        self.last = packet;
        self.statistics.waiting += 1;
        Ok(())
    }

    fn pop(&mut self) -> Option<NonNull<Packet>> {
        let first = self.first?;
        // SAFETY: as above.
        self.first = unsafe { first.as_ref().next };
        if self.first.is_none() {
            self.last = None;
        }
        self.statistics.waiting -= 1;
        Some(first)
    }
}

struct Cache {
    packets: LookasideList<Packet>,
    waiting: SpinLock<Waiting>,
}

impl Cache {
    fn new() -> Result<Self, Status> {
        let packets = LookasideList::new(Pool::NonPaged, *b"Cach")?;
        Ok(Cache { packets, waiting: SpinLock::new(Waiting::new()) })
    }

    fn keep(&self, bytes: &[u8]) -> Result<(), Status> {
        let packet = Packet { next: None, length: bytes.len(), bytes: [0; PACKET] };
        let mut packet = self.packets.put(packet).ok_or(Status(STATUS_INSUFFICIENT_RESOURCES))?;
        packet.bytes[..bytes.len()].copy_from_slice(bytes);
        let pushed = self.waiting.lock().push(packet); /* what does not fit goes back to its list below */
        pushed.map_err(|_| Status(STATUS_DEVICE_BUSY))
    }

    /// The oldest packet.
    fn take(&self) -> Option<Entry<'_, Packet>> {
        let packet = self.waiting.lock().pop()?;
        // SAFETY: only packets of this list are pushed, and each is popped once.
        Some(unsafe { self.packets.from_raw(packet) })
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        while self.take().is_some() {}
    }
}

/// The framework's memory begins as zeroes: nothing is there yet.
struct Device {
    there: bool,
    cache: mem::MaybeUninit<Cache>,
}
wdk::wdf_context!(Device, device_context);

unsafe fn cache_of<'a>(queue: WDFQUEUE) -> &'a Cache {
    let device: WDFDEVICE = call_unsafe_wdf_function_binding!(WdfIoQueueGetDevice, queue);
    (*device_context(device.cast())).cache.assume_init_ref() /* there is no queue without it */
}

/// Completes with how much was moved, or with why nothing was.
unsafe fn complete(request: WDFREQUEST, result: Result<usize, Status>) {
    match result {
        Ok(moved) => {
            call_unsafe_wdf_function_binding!(WdfRequestCompleteWithInformation, request, STATUS_SUCCESS, moved as _)
        }
        Err(status) => call_unsafe_wdf_function_binding!(WdfRequestComplete, request, status.0),
    }
}

/// The request's output buffer, which has room for `least` bytes.
unsafe fn output_of(request: WDFREQUEST, least: usize) -> Result<PVOID, Status> {
    let mut output = ptr::null_mut();
    let status =
        call_unsafe_wdf_function_binding!(WdfRequestRetrieveOutputBuffer, request, least, &mut output, ptr::null_mut());
    Status::check(status).map(|_| output)
}

unsafe fn write(cache: &Cache, request: WDFREQUEST, length: usize) -> Result<usize, Status> {
    let mut input = ptr::null_mut();
    if length > PACKET {
        return Err(Status(STATUS_INVALID_BUFFER_SIZE));
    }
    Status::check(call_unsafe_wdf_function_binding!(
        WdfRequestRetrieveInputBuffer,
        request,
        length,
        &mut input,
        ptr::null_mut()
    ))?;
    cache.keep(core::slice::from_raw_parts(input.cast(), length))?;
    Ok(length)
}

unsafe fn read(cache: &Cache, request: WDFREQUEST) -> Result<usize, Status> {
    let output = output_of(request, PACKET)?;
    let packet = cache.take().ok_or(Status(STATUS_NO_MORE_ENTRIES))?;
    ptr::copy_nonoverlapping(packet.bytes.as_ptr(), output.cast(), packet.length);
    Ok(packet.length)
}

unsafe fn query(cache: &Cache, request: WDFREQUEST) -> Result<usize, Status> {
    let output = output_of(request, mem::size_of::<Statistics>())?;
    let statistics = cache.waiting.lock().statistics;
    output.cast::<Statistics>().write(statistics);
    Ok(mem::size_of::<Statistics>())
}

unsafe extern "C" fn evt_io_write(queue: WDFQUEUE, request: WDFREQUEST, length: usize) {
    complete(request, write(cache_of(queue), request, length));
}

unsafe extern "C" fn evt_io_read(queue: WDFQUEUE, request: WDFREQUEST, _length: usize) {
    complete(request, read(cache_of(queue), request));
}

unsafe extern "C" fn evt_io_device_control(
    queue: WDFQUEUE,
    request: WDFREQUEST,
    _output: usize,
    _input: usize,
    code: ULONG,
) {
    let result = match code {
        IOCTL_CACHE_QUERY => query(cache_of(queue), request),
        _ => Err(Status(STATUS_INVALID_DEVICE_REQUEST)),
    };
    complete(request, result);
}

/// After the last request, and where `evt_device_add` fails half-way.
unsafe extern "C" fn evt_device_cleanup(object: WDFOBJECT) {
    let device = &mut *device_context(object);
    if mem::take(&mut device.there) {
        ptr::drop_in_place(device.cache.as_mut_ptr());
    }
}

unsafe fn add_device(mut device_init: PWDFDEVICE_INIT) -> Result<(), Status> {
    let mut attributes = Device::attributes();
    let mut device: WDFDEVICE = ptr::null_mut();
    attributes.EvtCleanupCallback = Some(evt_device_cleanup);
    Status::check(call_unsafe_wdf_function_binding!(WdfDeviceCreate, &mut device_init, &mut attributes, &mut device))?;

    let context = &mut *device_context(device.cast());
    context.cache.write(Cache::new()?);
    context.there = true;

    let mut config = wdf::queue_config(_WDF_IO_QUEUE_DISPATCH_TYPE::WdfIoQueueDispatchParallel);
    config.DefaultQueue = 1;
    config.EvtIoRead = Some(evt_io_read);
    config.EvtIoWrite = Some(evt_io_write);
    config.EvtIoDeviceControl = Some(evt_io_device_control);
    Status::check(call_unsafe_wdf_function_binding!(
        WdfIoQueueCreate,
        device,
        &mut config,
        WDF_NO_OBJECT_ATTRIBUTES,
        ptr::null_mut()
    ))?;
    Status::check(call_unsafe_wdf_function_binding!(
        WdfDeviceCreateDeviceInterface,
        device,
        &GUID_DEVINTERFACE_CACHE,
        ptr::null_mut()
    ))?;
    Ok(())
}

unsafe extern "C" fn evt_device_add(_driver: WDFDRIVER, device_init: PWDFDEVICE_INIT) -> NTSTATUS {
    Status::of(add_device(device_init))
}

/// # Safety
/// The system calls it, once.
#[link_section = "INIT"]
#[export_name = "DriverEntry"]
pub unsafe extern "system" fn driver_entry(driver: &mut DRIVER_OBJECT, registry_path: PCUNICODE_STRING) -> NTSTATUS {
    let mut config = WDF_DRIVER_CONFIG {
        Size: mem::size_of::<WDF_DRIVER_CONFIG>() as ULONG,
        EvtDriverDeviceAdd: Some(evt_device_add),
        ..WDF_DRIVER_CONFIG::default()
    };
    let status = call_unsafe_wdf_function_binding!(
        WdfDriverCreate,
        driver,
        registry_path,
        WDF_NO_OBJECT_ATTRIBUTES,
        &mut config,
        WDF_NO_HANDLE.cast::<WDFDRIVER>(),
    );
    if !nt_success(status) {
        println!("cache: WdfDriverCreate failed with {status:#010X}");
    }
    status
}
