/*
 * sensorsdriversutils.h: registers of sensors behind I2C, and axes of samples, all inline.
 *
 * Functions from the public reference, written after its descriptions; parameters after their use in Microsoft's driver
 * samples. What reads a device's ACPI methods (GetMethodArgumentFromAcpi and what builds on it) is not there.
 */
#ifndef WDK_SENSORSDRIVERSUTILS_H
#define WDK_SENSORSDRIVERSUTILS_H
#include <windows.h>
#include <wdf.h>
#include <spb.h>
#include <math.h>
#include <sensorsstructures.h>

/* What goes over the bus to write a register: its number, then the bytes. */
typedef struct _I2C_REQUEST {
    BYTE RegAddress;
    BYTE Value[1];
} I2C_REQUEST, *PI2C_REQUEST;

#define I2C_REQUEST_SIZE(DataByteLength) ((ULONG)FIELD_OFFSET(I2C_REQUEST, Value) + (ULONG)(DataByteLength))

#ifdef __cplusplus
extern "C" {
#endif

/* The register's number is written, then the bytes are read, without a stop between the two. */
_Must_inspect_result_
WDF_INLINE NTSTATUS I2CSensorReadRegister(
    _In_ WDFIOTARGET I2CIoTarget, _In_ BYTE RegAddress, _Out_writes_bytes_(BufferCb) BYTE *Buffer, _In_ ULONG BufferCb)
{
    SPB_TRANSFER_LIST_AND_ENTRIES(2) sequence;
    WDF_MEMORY_DESCRIPTOR memory;
    ULONG_PTR moved = 0;

    if (I2CIoTarget == NULL || Buffer == NULL || BufferCb == 0) {
        return STATUS_INVALID_PARAMETER;
    }
    SPB_TRANSFER_LIST_INIT(&sequence.List, 2);
    sequence.List.Transfers[0] =
        SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(SpbTransferDirectionToDevice, 0, &RegAddress, sizeof(RegAddress));
    sequence.ExtraTransfers[0] = SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(SpbTransferDirectionFromDevice, 0, Buffer, BufferCb);
    WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(&memory, &sequence, sizeof(sequence));
    NTSTATUS status = WdfIoTargetSendIoctlSynchronously(
        I2CIoTarget, NULL, IOCTL_SPB_EXECUTE_SEQUENCE, &memory, NULL, NULL, &moved);
    if (NT_SUCCESS(status) && moved != sizeof(RegAddress) + (ULONG_PTR)BufferCb) {
        status = STATUS_DEVICE_PROTOCOL_ERROR;
    }
    return status;
}

_Must_inspect_result_
WDF_INLINE NTSTATUS I2CSensorWriteRegister(
    _In_ WDFIOTARGET I2CIoTarget, _In_ BYTE RegAddress, _In_reads_bytes_(RegLength) BYTE *RegValue, _In_ ULONG RegLength)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_MEMORY_DESCRIPTOR descriptor;
    WDFMEMORY memory = NULL;
    PI2C_REQUEST request = NULL;
    ULONG_PTR moved = 0;

    if (I2CIoTarget == NULL || RegValue == NULL || RegLength == 0) {
        return STATUS_INVALID_PARAMETER;
    }
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    NTSTATUS status =
        WdfMemoryCreate(&attributes, NonPagedPoolNx, 0, I2C_REQUEST_SIZE(RegLength), &memory, (PVOID *)&request);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    request->RegAddress = RegAddress;
    RtlCopyMemory(request->Value, RegValue, RegLength);
    WDF_MEMORY_DESCRIPTOR_INIT_HANDLE(&descriptor, memory, NULL);
    status = WdfIoTargetSendWriteSynchronously(I2CIoTarget, NULL, &descriptor, NULL, NULL, &moved);
    if (NT_SUCCESS(status) && moved != I2C_REQUEST_SIZE(RegLength)) {
        status = STATUS_DEVICE_PROTOCOL_ERROR;
    }
    WdfObjectDelete(memory);
    return status;
}

/* Each of the samples becomes the product of the matrix, three rows, and the sample. */
FORCEINLINE VOID TranslateAxes(
    _In_reads_(RotationMatrixEntryCount) const VEC3D *RotationMatrix, _In_ ULONG RotationMatrixEntryCount,
    _Inout_updates_(DataCount) VEC3D *Data, _In_ ULONG DataCount)
{
    if (RotationMatrixEntryCount < AXIS_MAX) {
        return;
    }
    for (ULONG i = 0; i < DataCount; i++) {
        const VEC3D sample = Data[i];

        Data[i].X = RotationMatrix[AXIS_X].X * sample.X + RotationMatrix[AXIS_X].Y * sample.Y + RotationMatrix[AXIS_X].Z * sample.Z;
        Data[i].Y = RotationMatrix[AXIS_Y].X * sample.X + RotationMatrix[AXIS_Y].Y * sample.Y + RotationMatrix[AXIS_Y].Z * sample.Z;
        Data[i].Z = RotationMatrix[AXIS_Z].X * sample.X + RotationMatrix[AXIS_Z].Y * sample.Y + RotationMatrix[AXIS_Z].Z * sample.Z;
    }
}

#ifdef __cplusplus
}
#endif
#endif
