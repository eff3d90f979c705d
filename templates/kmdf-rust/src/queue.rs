//! The default queue, where requests arrive.

use core::{cmp, mem, ptr};
use wdk::{paged_code, wdf, Status};
use wdk_sys::{
    call_unsafe_wdf_function_binding, @UPPER@_CAPACITY, @UPPER@_STATISTICS, IOCTL_@UPPER@_CLEAR, IOCTL_@UPPER@_QUERY,
    NTSTATUS, STATUS_INVALID_BUFFER_SIZE, STATUS_INVALID_DEVICE_REQUEST, STATUS_SUCCESS, ULONG, WDFDEVICE, WDFQUEUE,
    WDFREQUEST, WDF_NO_OBJECT_ATTRIBUTES, _WDF_IO_QUEUE_DISPATCH_TYPE,
};

/// One message, and what was done with it. Touched only by the default queue's callbacks, which WDF runs one after
/// another (WdfIoQueueDispatchSequential), so no lock is needed. WDF's memory begins as zeroes.
pub struct Device {
    statistics: @UPPER@_STATISTICS,
    message: [u8; @UPPER@_CAPACITY as usize],
}
wdk::wdf_context!(Device, device_context);

/// Makes the device's default queue; it lives as long as the device.
#[link_section = "PAGE"]
pub unsafe fn create(device: WDFDEVICE) -> NTSTATUS {
    paged_code!();
    let mut config = wdf::queue_config(_WDF_IO_QUEUE_DISPATCH_TYPE::WdfIoQueueDispatchSequential);
    config.DefaultQueue = 1;
    config.EvtIoRead = Some(evt_io_read);
    config.EvtIoWrite = Some(evt_io_write);
    config.EvtIoDeviceControl = Some(evt_io_device_control);
    call_unsafe_wdf_function_binding!(
        WdfIoQueueCreate,
        device,
        &mut config,
        WDF_NO_OBJECT_ATTRIBUTES,
        ptr::null_mut()
    )
}

unsafe fn device_of<'a>(queue: WDFQUEUE) -> &'a mut Device {
    let device: WDFDEVICE = call_unsafe_wdf_function_binding!(WdfIoQueueGetDevice, queue);
    &mut *device_context(device.cast())
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

impl Device {
    unsafe fn read(&mut self, request: WDFREQUEST, length: usize) -> Result<usize, Status> {
        let count = cmp::min(length, self.statistics.Length as usize);
        let mut memory = ptr::null_mut();
        Status::check(call_unsafe_wdf_function_binding!(WdfRequestRetrieveOutputMemory, request, &mut memory))?;
        if count > 0 {
            let message = self.message.as_mut_ptr().cast();
            Status::check(call_unsafe_wdf_function_binding!(WdfMemoryCopyFromBuffer, memory, 0, message, count))?;
        }
        self.statistics.Reads += 1;
        Ok(count)
    }

    unsafe fn write(&mut self, request: WDFREQUEST, length: usize) -> Result<usize, Status> {
        let mut memory = ptr::null_mut();
        if length > self.message.len() {
            return Err(Status(STATUS_INVALID_BUFFER_SIZE));
        }
        Status::check(call_unsafe_wdf_function_binding!(WdfRequestRetrieveInputMemory, request, &mut memory))?;
        let message = self.message.as_mut_ptr().cast();
        Status::check(call_unsafe_wdf_function_binding!(WdfMemoryCopyToBuffer, memory, 0, message, length))?;
        self.statistics.Length = length as ULONG;
        self.statistics.Writes += 1;
        Ok(length)
    }

    unsafe fn query(&mut self, request: WDFREQUEST) -> Result<usize, Status> {
        const SIZE: usize = mem::size_of::<@UPPER@_STATISTICS>();
        let mut output = ptr::null_mut();
        Status::check(call_unsafe_wdf_function_binding!(
            WdfRequestRetrieveOutputBuffer,
            request,
            SIZE,
            &mut output,
            ptr::null_mut()
        ))?;
        output.cast::<@UPPER@_STATISTICS>().write(self.statistics);
        Ok(SIZE)
    }
}

unsafe extern "C" fn evt_io_read(queue: WDFQUEUE, request: WDFREQUEST, length: usize) {
    complete(request, device_of(queue).read(request, length));
}

unsafe extern "C" fn evt_io_write(queue: WDFQUEUE, request: WDFREQUEST, length: usize) {
    complete(request, device_of(queue).write(request, length));
}

unsafe extern "C" fn evt_io_device_control(
    queue: WDFQUEUE,
    request: WDFREQUEST,
    _output: usize,
    _input: usize,
    code: ULONG,
) {
    let device = device_of(queue);
    let result = match code {
        IOCTL_@UPPER@_QUERY => device.query(request),
        IOCTL_@UPPER@_CLEAR => {
            device.statistics.Length = 0;
            Ok(0)
        }
        _ => Err(Status(STATUS_INVALID_DEVICE_REQUEST)),
    };
    complete(request, result);
}
