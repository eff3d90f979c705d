//! The echo of ../../wdf/raw.c in Rust, function by function.

#![no_std]

extern crate wdk_panic;

use core::{cmp, mem, ptr};
use wdk::{nt_success, paged_code, println, wdf};
use wdk_sys::{
    call_unsafe_wdf_function_binding, DRIVER_OBJECT, GUID, NTSTATUS, PCUNICODE_STRING, PWDFDEVICE_INIT,
    STATUS_DEVICE_BUSY, STATUS_INVALID_BUFFER_SIZE, STATUS_SUCCESS, ULONG, WDFDEVICE, WDFDRIVER, WDFQUEUE, WDFREQUEST,
    WDF_DRIVER_CONFIG, WDF_NO_HANDLE, WDF_NO_OBJECT_ATTRIBUTES, _WDF_IO_QUEUE_DISPATCH_TYPE,
};

/// Bytes of a message.
const MOST: usize = 128;

/// {5E2A1B7C-7D0F-4F5B-9C0A-3B0C2E9E6001}
static GUID_DEVINTERFACE_ECHO: GUID = GUID {
    Data1: 0x5E2A_1B7C,
    Data2: 0x7D0F,
    Data3: 0x4F5B,
    Data4: [0x9C, 0x0A, 0x3B, 0x0C, 0x2E, 0x9E, 0x60, 0x01],
};

/// Touched only by the default queue's handlers, which WDF runs one after another.
struct Device {
    /// Reads, while there is no message; WDF cancels them there.
    waiting: WDFQUEUE,
    /// Of the message that nobody has read yet, or 0.
    length: usize,
    message: [u8; MOST],
}
wdk::wdf_context!(Device, device_context);

/// The context of the device that a queue is of.
unsafe fn device_of(queue: WDFQUEUE) -> *mut Device {
    device_context(call_unsafe_wdf_function_binding!(WdfIoQueueGetDevice, queue).cast())
}

unsafe fn complete(request: WDFREQUEST, status: NTSTATUS) {
    call_unsafe_wdf_function_binding!(WdfRequestComplete, request, status)
}

unsafe fn complete_with(request: WDFREQUEST, moved: usize) {
    call_unsafe_wdf_function_binding!(WdfRequestCompleteWithInformation, request, STATUS_SUCCESS, moved as _)
}

/// Completes a read with as much of the message as it has room for.
unsafe fn deliver(read: WDFREQUEST, message: *const u8, length: usize) {
    let (mut output, mut room) = (ptr::null_mut(), 0);
    let status = call_unsafe_wdf_function_binding!(WdfRequestRetrieveOutputBuffer, read, 1, &mut output, &mut room);
    if !nt_success(status) {
        return complete(read, status);
    }
    let length = cmp::min(length, room as usize);
    ptr::copy_nonoverlapping(message, output.cast(), length);
    complete_with(read, length);
}

unsafe extern "C" fn evt_io_read(queue: WDFQUEUE, request: WDFREQUEST, _length: usize) {
    let device = device_of(queue);
    let length = mem::take(&mut (*device).length);
    if length != 0 {
        return deliver(request, (*device).message.as_ptr(), length);
    }
    let status = call_unsafe_wdf_function_binding!(WdfRequestForwardToIoQueue, request, (*device).waiting);
    if !nt_success(status) {
        complete(request, status);
    }
}

unsafe extern "C" fn evt_io_write(queue: WDFQUEUE, request: WDFREQUEST, length: usize) {
    let device = device_of(queue);
    let (mut input, mut read) = (ptr::null_mut(), ptr::null_mut());
    if length > MOST {
        return complete(request, STATUS_INVALID_BUFFER_SIZE);
    }
    let status = call_unsafe_wdf_function_binding!(
        WdfRequestRetrieveInputBuffer,
        request,
        length as _,
        &mut input,
        ptr::null_mut()
    );
    if !nt_success(status) {
        return complete(request, status);
    }
    let status = call_unsafe_wdf_function_binding!(WdfIoQueueRetrieveNextRequest, (*device).waiting, &mut read);
    if nt_success(status) {
        deliver(read, input.cast(), length);
        return complete_with(request, length);
    }
    if (*device).length != 0 {
        return complete(request, STATUS_DEVICE_BUSY);
    }
    ptr::copy_nonoverlapping(input.cast(), (*device).message.as_mut_ptr(), length);
    (*device).length = length;
    complete_with(request, length);
}

unsafe fn create_queues(device: WDFDEVICE) -> NTSTATUS {
    let mut config = wdf::queue_config(_WDF_IO_QUEUE_DISPATCH_TYPE::WdfIoQueueDispatchManual);
    let status = call_unsafe_wdf_function_binding!(
        WdfIoQueueCreate,
        device,
        &mut config,
        WDF_NO_OBJECT_ATTRIBUTES,
        ptr::addr_of_mut!((*device_context(device.cast())).waiting)
    );
    if !nt_success(status) {
        return status;
    }
    let mut config = wdf::queue_config(_WDF_IO_QUEUE_DISPATCH_TYPE::WdfIoQueueDispatchSequential);
    config.DefaultQueue = 1;
    config.EvtIoRead = Some(evt_io_read);
    config.EvtIoWrite = Some(evt_io_write);
    call_unsafe_wdf_function_binding!(
        WdfIoQueueCreate,
        device,
        &mut config,
        WDF_NO_OBJECT_ATTRIBUTES,
        ptr::null_mut()
    )
}

#[link_section = "PAGE"]
unsafe extern "C" fn evt_device_add(_driver: WDFDRIVER, mut device_init: PWDFDEVICE_INIT) -> NTSTATUS {
    paged_code!();
    let mut attributes = Device::attributes();
    let mut device: WDFDEVICE = ptr::null_mut();
    let status =
        call_unsafe_wdf_function_binding!(WdfDeviceCreate, &mut device_init, &mut attributes, &mut device);
    if !nt_success(status) {
        return status;
    }
    let status = create_queues(device);
    if !nt_success(status) {
        return status;
    }
    call_unsafe_wdf_function_binding!(
        WdfDeviceCreateDeviceInterface,
        device,
        &GUID_DEVINTERFACE_ECHO,
        ptr::null_mut()
    )
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
        println!("echo: WdfDriverCreate failed with {status:#010X}");
    }
    status
}
