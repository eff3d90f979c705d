/* Virtual time. Reading a clock takes a little of it, so that who waits by reading gets on. */
#include "ntsim/ke/ki.h"

enum {
    CLOCK_READ = 10,         /* 1 us for each reading */
    TIME_INCREMENT = 156250, /* 15.625 ms a tick */
    COUNTER_FREQUENCY = 10000000,
};

ULONG64 ki_interrupt_time, ki_boot_time;

static ULONG64 read(void)
{
    ki_interrupt_time += CLOCK_READ;
    return ki_interrupt_time;
}

ULONG KeQueryTimeIncrement(VOID)
{
    return TIME_INCREMENT;
}

LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency)
{
    LARGE_INTEGER counter = {.QuadPart = (LONG64)read()};
    if (PerformanceFrequency)
        PerformanceFrequency->QuadPart = COUNTER_FREQUENCY;
    return counter;
}

VOID KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime)
{
    CurrentTime->QuadPart = (LONG64)(ki_boot_time + read());
}

ULONG64 KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
    ULONG64 now = read();
    *QpcTimeStamp = now;
    return now;
}

ULONGLONG KeQueryUnbiasedInterruptTime(VOID)
{
    return read();
}

ULONG64 KeQueryUnbiasedInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
    return KeQueryInterruptTimePrecise(QpcTimeStamp);
}

VOID KeStallExecutionProcessor(ULONG MicroSeconds)
{
    ki_advance(MicroSeconds * 10ULL);
}

/* For the machine, which reads KUSER_SHARED_DATA on behalf of the code that does: the value at that offset. */
__declspec(dllexport) uint64_t SimSharedData(uint32_t offset)
{
    ULONG64 now = read();
    switch (offset) {
    case 0x008:
        return now; /* KSYSTEM_TIME: low part, high part, high part again */
    case 0x00C:
    case 0x010:
        return now >> 32;
    case 0x014:
        return ki_boot_time + now;
    case 0x018:
    case 0x01C:
        return (ki_boot_time + now) >> 32;
    case 0x320:
        return now / TIME_INCREMENT;
    case 0x324:
    case 0x328:
        return now / TIME_INCREMENT >> 32;
    default:
        return 0;
    }
}
