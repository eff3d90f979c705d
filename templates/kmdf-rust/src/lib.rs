//! @NAME@: the driver, and one device object for each device that the PnP manager finds.

#![no_std]

extern crate wdk_panic;

mod queue;

use core::{mem, ptr};
use wdk::{nt_success, paged_code, println};
use wdk_alloc::WdkAllocator;
use wdk_sys::{
    call_unsafe_wdf_function_binding, DRIVER_OBJECT, GUID_DEVINTERFACE_@UPPER@, NTSTATUS, PCUNICODE_STRING,
    PWDFDEVICE_INIT, ULONG, WDFDEVICE, WDFDRIVER, WDF_DRIVER_CONFIG, WDF_NO_HANDLE, WDF_NO_OBJECT_ATTRIBUTES,
};

/// For Box, Vec and the like: `extern crate alloc;`.
#[global_allocator]
static ALLOCATOR: WdkAllocator = WdkAllocator;

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
        println!("@NAME@: WdfDriverCreate failed with {status:#010X}");
    }
    status
}

#[link_section = "PAGE"]
unsafe extern "C" fn evt_device_add(_driver: WDFDRIVER, mut device_init: PWDFDEVICE_INIT) -> NTSTATUS {
    paged_code!();
    let mut attributes = queue::Device::attributes();
    let mut device: WDFDEVICE = ptr::null_mut();
    let status = call_unsafe_wdf_function_binding!(WdfDeviceCreate, &mut device_init, &mut attributes, &mut device);
    if !nt_success(status) {
        return status;
    }
    let status = queue::create(device);
    if !nt_success(status) {
        return status;
    }
    call_unsafe_wdf_function_binding!(
        WdfDeviceCreateDeviceInterface,
        device,
        &GUID_DEVINTERFACE_@UPPER@,
        ptr::null_mut()
    )
}
