/*
 * DMA: enablers, buffers that device and driver share, and transactions with a typed handler that programs the device.
 *
 *     WDK_TRY(wdk_dma_create(handle, WdfDmaProfileScatterGather64, 0x10000, &device->enabler));
 *     WDK_TRY(wdk_common_buffer_create(&device->ring, device->enabler, 4096));         // owned
 *     wdk_write_le32(wdk_common_buffer_span(&device->ring), 0, 1);
 *
 *     static void on_program(struct device *device, bool write, wdk_dma_view pieces);
 *     WDK_DMA(transfer, device_of, on_program);
 *     WDK_TRY(transfer_create(device->enabler, &device->transfer));
 *     …
 *     wdk_handled kept = wdk_keep(request, &device->current);          // before the device can interrupt
 *     WDK_TRY(transfer_start(device->transfer, &device->current, true)); // its pages, to the device
 *     …
 *     if (wdk_dma_done(device->transfer, &status))                     // in the DPC; false: the next part is on its way
 *         …complete the request…
 *
 * A transaction is used again and again, for one request at a time. What the device cannot take is said beforehand: how
 * many bytes a transfer has (wdk_dma_create), and how many pieces (wdk_dma_pieces).
 *
 * Kernel mode. Creating: PASSIVE_LEVEL, which the compiler checks; transfers: IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_WDF_DMA_H
#define WDK_WDF_DMA_H

#include "../irql.h"
#include "../own.h"
#include "../span.h"
#include "context.h"
#include "request.h"

/* The pieces of memory that one transfer goes over: each has an Address for the device, and a Length. */
WDK_DECLARE_SPAN(SCATTER_GATHER_ELEMENT, wdk_dma);

WDK_PRIVATE_BEGIN
WDK_INLINE wdk_status wdk_dma_create(WDFDEVICE device, WDF_DMA_PROFILE profile, size_t longest,
                                     WDFDMAENABLER *enabler) WDK_AT_PASSIVE
{
    WDF_DMA_ENABLER_CONFIG config;
    WDF_DMA_ENABLER_CONFIG_INIT(&config, profile, longest);
    return wdk_from_nt(WdfDmaEnablerCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, enabler));
}

/* No transfer has more pieces than that: before the first transaction is made. */
WDK_INLINE void wdk_dma_pieces(WDFDMAENABLER enabler, size_t most)
{
    WdfDmaEnablerSetMaximumScatterGatherElements(enabler, most);
}

WDK_INLINE void wdk_common_buffer_delete_raw_(WDFCOMMONBUFFER raw)
{
    WdfObjectDelete(raw);
}
WDK_PRIVATE_END

/* Memory that the device reaches, too; or it goes with its enabler. Deleted at PASSIVE_LEVEL. */
WDK_OWNED_TYPE(wdk_common_buffer, WDFCOMMONBUFFER, wdk_common_buffer_delete_raw_);

WDK_PRIVATE_BEGIN
WDK_INLINE wdk_status wdk_common_buffer_create_(wdk_common_buffer *buffer, WDFDMAENABLER enabler, size_t bytes,
                                                const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    if (__builtin_expect(buffer->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)buffer->raw, 0);
    const NTSTATUS status = WdfCommonBufferCreate(enabler, bytes, WDF_NO_OBJECT_ATTRIBUTES, &buffer->raw);
    if (!NT_SUCCESS(status)) {
        buffer->raw = NULL;
        return wdk_from_nt(status);
    }
    __builtin_memset(WdfCommonBufferGetAlignedVirtualAddress(buffer->raw), 0, WdfCommonBufferGetLength(buffer->raw));
    return WDK_OK;
}
WDK_INLINE WDK_MUST_USE wdk_span wdk_common_buffer_span_(const wdk_common_buffer *buffer,
                                                         const struct wdk_panic_site *site)
{
    const WDFCOMMONBUFFER raw = wdk_common_buffer_borrow_(buffer, site);
    return wdk_span_from_raw(WdfCommonBufferGetAlignedVirtualAddress(raw), WdfCommonBufferGetLength(raw));
}
WDK_INLINE WDK_MUST_USE PHYSICAL_ADDRESS wdk_common_buffer_logical_(const wdk_common_buffer *buffer,
                                                                    const struct wdk_panic_site *site)
{
    return WdfCommonBufferGetAlignedLogicalAddress(wdk_common_buffer_borrow_(buffer, site));
}

/* A transfer has been made. Whether it was the last: then *status is the transaction's, which may be started again;
 * else the next has been programmed. */
WDK_INLINE WDK_MUST_USE bool wdk_dma_done(WDFDMATRANSACTION transaction, NTSTATUS *status)
{
    if (!WdfDmaTransactionDmaCompleted(transaction, status))
        return false;
    (void)WdfDmaTransactionRelease(transaction);
    return true;
}
/* The device has failed after `moved` bytes of a transfer: the transaction ends here, and may be started again. */
WDK_INLINE void wdk_dma_stop(WDFDMATRANSACTION transaction, size_t moved)
{
    NTSTATUS status;
    (void)WdfDmaTransactionDmaCompletedFinal(transaction, moved, &status);
    (void)WdfDmaTransactionRelease(transaction);
}
WDK_PRIVATE_END

/* Zeroed. Its bytes as the driver sees them, as long as it lives; its first byte's address for the device. */
#define wdk_common_buffer_create(buffer, enabler, bytes)                                                               \
    wdk_common_buffer_create_(buffer, enabler, bytes, WDK_SITE(WDK_PANIC_STATE))
#define wdk_common_buffer_span(buffer)    wdk_common_buffer_span_(buffer, WDK_SITE(WDK_PANIC_NULL))
#define wdk_common_buffer_logical(buffer) wdk_common_buffer_logical_(buffer, WDK_SITE(WDK_PANIC_NULL))

/* void handler(CONTEXT *, bool write, wdk_dma_view), at DISPATCH_LEVEL: tells the device of one transfer. */
#define WDK_DMA(name, context_of, handler)                                                                             \
    WDK_UNCHECKED_LOCKING static BOOLEAN name##_evt(WDFDMATRANSACTION transaction, WDFDEVICE device,                   \
                                                    WDFCONTEXT context, WDF_DMA_DIRECTION direction,                   \
                                                    PSCATTER_GATHER_LIST list)                                         \
    {                                                                                                                  \
        (void)transaction;                                                                                             \
        (void)context;                                                                                                 \
        handler(context_of(device), direction == WdfDmaDirectionWriteToDevice,                                         \
                wdk_dma_view_from_raw(list->Elements, list->NumberOfElements));                                        \
        return TRUE; /* which WDF does not look at */                                                                  \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_create(WDFDMAENABLER enabler, WDFDMATRANSACTION *transaction) WDK_AT_PASSIVE          \
    {                                                                                                                  \
        return wdk_from_nt(WdfDmaTransactionCreate(enabler, WDF_NO_OBJECT_ATTRIBUTES, transaction));                   \
    }                                                                                                                  \
    /* The request stays where it is, and is not parted with before wdk_dma_done or wdk_dma_stop. */                   \
    WDK_INLINE wdk_status name##_start(WDFDMATRANSACTION transaction, const wdk_request *request, bool write)          \
    {                                                                                                                  \
        const NTSTATUS status = WdfDmaTransactionInitializeUsingRequest(                                               \
            transaction, wdk_request_raw_(request, WDK_SITE(WDK_PANIC_COMPLETED)), name##_evt,                         \
            write ? WdfDmaDirectionWriteToDevice : WdfDmaDirectionReadFromDevice);                                     \
        if (!NT_SUCCESS(status))                                                                                       \
            return wdk_from_nt(status);                                                                                \
        const NTSTATUS started = WdfDmaTransactionExecute(transaction, NULL);                                          \
        if (!NT_SUCCESS(started))                                                                                      \
            (void)WdfDmaTransactionRelease(transaction);                                                               \
        return wdk_from_nt(started);                                                                                   \
    }                                                                                                                  \
    static BOOLEAN name##_evt(WDFDMATRANSACTION transaction, WDFDEVICE device, WDFCONTEXT context,                     \
                              WDF_DMA_DIRECTION direction, PSCATTER_GATHER_LIST list) /* takes the semicolon */

#endif
