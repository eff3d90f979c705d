/* Inside the framework: requests on their way to a target. */
#ifndef NTSIM_WDF_FX_SEND_H
#define NTSIM_WDF_FX_SEND_H

#include "ntsim/wdf/fx.h"

enum { FX_SEND_MEMORIES = 3 };

struct fx_send {
    struct fx_request *Request;
    struct fx_target *Target; /* referenced while it has the request */
    LIST_ENTRY Entry;         /* in the target's Sent or Pending */
    BOOLEAN Formatted, Sent, Waiting, TimedOut, TimerSet, Synchronous;
    PFN_WDF_REQUEST_COMPLETION_ROUTINE Routine;
    WDFCONTEXT Context;
    WDF_REQUEST_COMPLETION_PARAMS Parameters;
    WDF_USB_REQUEST_COMPLETION_PARAMS Usb;
    struct fx_memory *Memories[FX_SEND_MEMORIES]; /* referenced */
    PMDL Mdl;                                     /* made for this */
    PVOID Copy;                                   /* system buffer of its own, for input and output in one */
    PVOID CopyTo;
    ULONG CopyLength;
    PURB Urb; /* made for this */
    /* What the formatting has taken the place of. */
    BOOLEAN Saved;
    PVOID SavedSystemBuffer, SavedUserBuffer;
    PMDL SavedMdl;
    KTIMER Timer;
    KDPC Dpc;
    KEVENT Done;
    /* Before the driver hears of it. */
    void (*Completed)(struct fx_send *send, PIRP irp);
};

/* A part of memory: of a WDFMEMORY, of an MDL, or of the caller's. Nothing at all: Length 0 and Address NULL. */
struct fx_buffer {
    PVOID Address;
    ULONG Length;
    PMDL Mdl; /* that covers it, or NULL */
    struct fx_memory *Memory;
    size_t Offset;
};

struct fx_send *fx_send_of(struct fx_request *request);
NTSTATUS fx_buffer_of_memory(WDFMEMORY memory, PWDFMEMORY_OFFSET offset, struct fx_buffer *buffer);
NTSTATUS fx_buffer_of_descriptor(PWDF_MEMORY_DESCRIPTOR descriptor, struct fx_buffer *buffer);
/* An IRP with room for the target's stack, nothing formatted: the first step of each formatting. */
NTSTATUS fx_begin_format(struct fx_request *request, struct fx_target *target, struct fx_send **send,
                         PIO_STACK_LOCATION *stack);
/* Keeps the buffer's memory for as long as the request is formatted. */
void fx_use_buffer(struct fx_send *send, ULONG slot, const struct fx_buffer *buffer);
NTSTATUS fx_mdl_for(struct fx_send *send, const struct fx_buffer *buffer, PMDL *mdl);
NTSTATUS fx_format_control(struct fx_target *target, struct fx_request *request, UCHAR major, ULONG code,
                           const struct fx_buffer *input, const struct fx_buffer *output);
void fx_unformat(struct fx_send *send);
BOOLEAN fx_send_request(struct fx_request *request, struct fx_target *target, PWDF_REQUEST_SEND_OPTIONS options);
/* The caller's request, or one for this once. */
NTSTATUS fx_synchronous_request(struct fx_target *target, WDFREQUEST given, struct fx_request **request);
/* Sends it and waits; frees one made for this once. */
NTSTATUS fx_send_and_wait(struct fx_target *target, WDFREQUEST given, struct fx_request *request,
                          PWDF_REQUEST_SEND_OPTIONS options, PULONG_PTR information);

#endif
