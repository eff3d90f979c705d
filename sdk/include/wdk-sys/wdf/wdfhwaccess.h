/* wdfhwaccess.h: registers and ports of the device from user mode */
#ifndef _WDFHWACCESS_H_
#define _WDFHWACCESS_H_

#if !WDF_KMDF

#define WDF_NO_BUFFER (NULL)
#define WDF_ZERO_BUFFER_COUNT (0)
#define WDF_UNUSED_VALUE (0)

/*
 * One register or port of the given width, and runs of them. The framework does the access, so that it can check
 * the address against what WdfDeviceMapIoSpace mapped.
 */
#define WDF_DEFINE_HW_ACCESS(Space, Target, Width, WidthTag)                                                          \
    WDF_INLINE Width WDF_READ_##Space##_##Width(_In_ WDFDEVICE Device, _In_ P##Width Address)                          \
    {                                                                                                                 \
        return (Width)WdfDeviceReadFromHardware(Device, WdfDeviceHwAccessTargetType##Target,                          \
                                                WdfDeviceHwAccessTargetSize##WidthTag, Address, NULL, 0);             \
    }                                                                                                                 \
    WDF_INLINE VOID WDF_WRITE_##Space##_##Width(_In_ WDFDEVICE Device, _In_ P##Width Address, _In_ Width Value)        \
    {                                                                                                                 \
        WdfDeviceWriteToHardware(Device, WdfDeviceHwAccessTargetType##Target,                                         \
                                 WdfDeviceHwAccessTargetSize##WidthTag, Address, Value, NULL, 0);                     \
    }                                                                                                                 \
    WDF_INLINE VOID WDF_READ_##Space##_BUFFER_##Width(_In_ WDFDEVICE Device, _In_ P##Width Address,                    \
                                                      _Out_writes_all_(Count) P##Width Buffer, _In_ ULONG Count)      \
    {                                                                                                                 \
        WdfDeviceReadFromHardware(Device, WdfDeviceHwAccessTargetType##Target##Buffer,                                \
                                  WdfDeviceHwAccessTargetSize##WidthTag, Address, Buffer, Count);                     \
    }                                                                                                                 \
    WDF_INLINE VOID WDF_WRITE_##Space##_BUFFER_##Width(_In_ WDFDEVICE Device, _In_ P##Width Address,                   \
                                                       _In_reads_(Count) P##Width Buffer, _In_ ULONG Count)           \
    {                                                                                                                 \
        WdfDeviceWriteToHardware(Device, WdfDeviceHwAccessTargetType##Target##Buffer,                                 \
                                 WdfDeviceHwAccessTargetSize##WidthTag, Address, 0, Buffer, Count);                   \
    }

WDF_DEFINE_HW_ACCESS(REGISTER, Register, UCHAR, Uchar)
WDF_DEFINE_HW_ACCESS(REGISTER, Register, USHORT, Ushort)
WDF_DEFINE_HW_ACCESS(REGISTER, Register, ULONG, Ulong)
#if defined(_WIN64)
WDF_DEFINE_HW_ACCESS(REGISTER, Register, ULONG64, Ulong64)
#endif
WDF_DEFINE_HW_ACCESS(PORT, Port, UCHAR, Uchar)
WDF_DEFINE_HW_ACCESS(PORT, Port, USHORT, Ushort)
WDF_DEFINE_HW_ACCESS(PORT, Port, ULONG, Ulong)

#undef WDF_DEFINE_HW_ACCESS

#endif

#endif
