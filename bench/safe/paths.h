/* The hot paths that are written twice, raw (raw.c) and safe (safe.c); both check the same things. */
#pragma once

#include <ntddk.h>
#include <wdf.h>

/* X(name): one path. Each does its work once for a context that the device keeps. */
#define COST_PATHS(X)                                                                                                  \
    X(locked_counter)                                                                                                  \
    X(queued_lock)                                                                                                     \
    X(lookaside)                                                                                                       \
    X(ring)                                                                                                            \
    X(list)                                                                                                            \
    X(wire_record)                                                                                                     \
    X(table_sum)                                                                                                       \
    X(array_size)                                                                                                      \
    X(pool)                                                                                                            \
    X(registry)                                                                                                        \
    X(rundown)                                                                                                         \
    X(statistics)                                                                                                      \
    X(fast_mutex)                                                                                                      \
    X(push_lock)                                                                                                       \
    X(slab)                                                                                                            \
    X(table)                                                                                                           \
    X(arena)                                                                                                           \
    X(registers)

struct raw;
struct safe;
NTSTATUS raw_create(WDFDRIVER driver, WDFDEVICE device);
NTSTATUS safe_create(WDFDRIVER driver, WDFDEVICE device);
void raw_delete(WDFDEVICE device);
void safe_delete(WDFDEVICE device);

#define COST_DECLARE(name)                                                                                             \
    ULONG raw_##name(WDFDEVICE device, ULONG input);                                                                   \
    ULONG safe_##name(WDFDEVICE device, ULONG input);
COST_PATHS(COST_DECLARE)

/* The two that are a whole request: input copied to output. */
EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL raw_echo, safe_echo;
EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL raw_store, safe_store;

/* A record as it comes over a wire. */
struct record_fields {
    UCHAR kind;
    USHORT length;
    ULONG sequence;
    ULONGLONG address;
};
enum { RECORD_BYTES = 15, TABLE_LENGTH = 64, SLAB_LENGTH = 8, RING_LENGTH = 16 };
extern const UCHAR cost_record[RECORD_BYTES];

/* The same for both, so that neither knows what is in it. */
struct packet_body {
    ULONG length;
    UCHAR bytes[60];
};
