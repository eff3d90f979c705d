/* Virtual time. Reading a clock takes a little of it, so that who waits by reading gets on. */
#include "ntsim/ke/schedule.h"
#include "ntsim/verifier/vf.h"

enum {
    CLOCK_READ = 10,         /* 1 us for each reading */
    TIME_INCREMENT = 156250, /* 15.625 ms a tick */
    COUNTER_FREQUENCY = 10000000,
};

ULONG64 ki_interrupt_time, ki_boot_time;

static void pass(ULONG64 ticks, PVOID caller)
{
    ki_take_time(ticks);
    if ((ki_preemptive || ki_turn_is_over()) && ki_is_of_driver(caller)) {
        if (ki_turn_is_over())
            ki_pass_turn();
        else
            ki_scheduling_point(MACHINE_POINT_TIME, NULL);
    }
}

/* Timers expire meanwhile, where the clock's interrupt is let through. */
static ULONG64 read(PVOID caller)
{
    if (ki_current_processor()->Irql < CLOCK_LEVEL)
        ki_advance(CLOCK_READ);
    else
        ki_interrupt_time += CLOCK_READ;
    pass(CLOCK_READ, caller);
    return ki_interrupt_time;
}

ULONG KeQueryTimeIncrement(VOID)
{
    return TIME_INCREMENT;
}

LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency)
{
    LARGE_INTEGER counter = {.QuadPart = (LONG64)read(_ReturnAddress())};
    if (PerformanceFrequency)
        PerformanceFrequency->QuadPart = COUNTER_FREQUENCY;
    return counter;
}

VOID KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime)
{
    CurrentTime->QuadPart = (LONG64)(ki_boot_time + read(_ReturnAddress()));
}

ULONG64 KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
    ULONG64 now = read(_ReturnAddress());
    *QpcTimeStamp = now;
    return now;
}

ULONGLONG KeQueryUnbiasedInterruptTime(VOID)
{
    return read(_ReturnAddress());
}

ULONG64 KeQueryUnbiasedInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
    return KeQueryInterruptTimePrecise(QpcTimeStamp);
}

/* Where a driver has last stalled at DISPATCH_LEVEL or above, and when. */
static vf_stack stalled_at;
static ULONG64 stalled;

void ki_check_time(ULONG64 began, ULONG64 most, const char *code, const char *what, PVOID routine)
{
    const ULONG64 taken = ki_interrupt_time - began;
    if (taken <= most || ki_preemptive || ki_processor_count > 1 || !vf_on)
        return;
    const vf_stack where = vf_stack_of_routine((ULONG64)routine), at = stalled > began ? stalled_at : 0;
    const struct vf_related related = {"the routine is", where};
    vf_find(code, at ? at : where, &related, at != 0,
            "%s has taken %llu microseconds of virtual time; it may take %llu", what, taken / 10, most / 10);
}

VOID KeStallExecutionProcessor(ULONG MicroSeconds)
{
    if (ki_current_processor()->Irql >= DISPATCH_LEVEL)
        stalled_at = vf_here();
    ki_advance(MicroSeconds * 10ULL);
    stalled = ki_interrupt_time;
    pass(MicroSeconds * 10ULL, _ReturnAddress());
}

NTSTATUS KeQueryAuxiliaryCounterFrequency(PULONG64 AuxiliaryCounterFrequency)
{
    return STATUS_NOT_SUPPORTED;
}

NTSTATUS KeConvertAuxiliaryCounterToPerformanceCounter(ULONG64 AuxiliaryCounterValue, PULONG64 PerformanceCounterValue,
                                                       PULONG64 ConversionError)
{
    return STATUS_NOT_SUPPORTED;
}

NTSTATUS KeConvertPerformanceCounterToAuxiliaryCounter(ULONG64 PerformanceCounterValue, PULONG64 AuxiliaryCounterValue,
                                                       PULONG64 ConversionError)
{
    return STATUS_NOT_SUPPORTED;
}

/* --- KUSER_SHARED_DATA --- */

/* Offsets of its members; public documentation and phnt's headers have them. */
enum shared {
    TICK_COUNT_MULTIPLIER = 0x004,
    INTERRUPT_TIME = 0x008,
    SYSTEM_TIME = 0x014,
    IMAGE_NUMBER_LOW = 0x02C,
    IMAGE_NUMBER_HIGH = 0x02E,
    SYSTEM_ROOT = 0x030,
    BUILD_NUMBER = 0x260,
    PRODUCT_TYPE = 0x264,
    PRODUCT_TYPE_IS_VALID = 0x268,
    NATIVE_PROCESSOR = 0x26A,
    MAJOR_VERSION = 0x26C,
    MINOR_VERSION = 0x270,
    PROCESSOR_FEATURES = 0x274,
    SUITE_MASK = 0x2D0,
    NX_SUPPORT = 0x2D5,
    PHYSICAL_PAGES = 0x2E8,
    QPC_FREQUENCY = 0x300,
    TICK_COUNT = 0x320,
    ACTIVE_PROCESSORS = 0x3C0,
    ACTIVE_GROUPS = 0x3C4,
    SHARED_SIZE = 0x1000,
    FEATURES = 64,
};

static UCHAR shared[SHARED_SIZE + sizeof(ULONG64)];

static void put(ULONG offset, ULONG64 value, ULONG size)
{
    for (ULONG i = 0; i < size; i++)
        shared[offset + i] = (UCHAR)(value >> (8 * i));
}

static void put_constants(void)
{
    static const WCHAR root[] = L"C:\\Windows";
    enum { AMD64_IMAGE = 0x8664, AMD64_PROCESSOR = 9, WORKSTATION = 1, SINGLE_USER = 0x100, PAGES_OF_4_GB = 1 << 20 };
    put(TICK_COUNT_MULTIPLIER, (ULONG64)TIME_INCREMENT * (1 << 24) / 10000, 4);
    put(IMAGE_NUMBER_LOW, AMD64_IMAGE, 2);
    put(IMAGE_NUMBER_HIGH, AMD64_IMAGE, 2);
    for (ULONG i = 0; i < ARRAYSIZE(root); i++)
        put(SYSTEM_ROOT + i * sizeof(WCHAR), root[i], sizeof(WCHAR));
    put(BUILD_NUMBER, KI_VERSION_BUILD, 4);
    put(PRODUCT_TYPE, WORKSTATION, 4);
    put(PRODUCT_TYPE_IS_VALID, 1, 1);
    put(NATIVE_PROCESSOR, AMD64_PROCESSOR, 2);
    put(MAJOR_VERSION, KI_VERSION_MAJOR, 4);
    put(MINOR_VERSION, KI_VERSION_MINOR, 4);
    for (ULONG i = 0; i < FEATURES; i++)
        put(PROCESSOR_FEATURES + i, ExIsProcessorFeaturePresent(i), 1);
    put(SUITE_MASK, SINGLE_USER, 4);
    put(NX_SUPPORT, 1, 1);
    put(PHYSICAL_PAGES, PAGES_OF_4_GB, 4);
    put(QPC_FREQUENCY, COUNTER_FREQUENCY, 8);
    put(ACTIVE_PROCESSORS, ki_processor_count, 4);
    put(ACTIVE_GROUPS, 1, 1);
}

/* KSYSTEM_TIME: the low part, the high part, and the high part again. */
static void put_time(ULONG offset, ULONG64 time)
{
    put(offset, time, 8);
    put(offset + 8, time >> 32, 4);
}

/* For the machine, which reads the page on behalf of the code that does: eight bytes from that offset. */
__declspec(dllexport) uint64_t SimSharedData(uint32_t offset)
{
    if (!shared[PRODUCT_TYPE_IS_VALID])
        put_constants();
    if (offset < IMAGE_NUMBER_LOW || (offset >= TICK_COUNT && offset < TICK_COUNT + 12)) {
        ULONG64 now = ki_interrupt_time += CLOCK_READ; /* on the machine's stack: what is due comes after this */
        ki_take_time(CLOCK_READ);
        put_time(INTERRUPT_TIME, now);
        put_time(SYSTEM_TIME, ki_boot_time + now);
        put_time(TICK_COUNT, now / TIME_INCREMENT);
    }
    return *(const UNALIGNED ULONG64 *)(shared + offset % SHARED_SIZE);
}
