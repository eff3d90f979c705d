/* C beside the C++: structured exceptions, and a function that breaks its stack cookie when it is told to. */
#include <Windows.h>
#include <stdio.h>

static volatile int finished;

static int is_access_violation(unsigned long code)
{
    return code == STATUS_ACCESS_VIOLATION ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH;
}

/* The fault is in this function itself, in a plain load. */
int guarded_read(const volatile int *place, int otherwise)
{
    int value;
    __try {
        value = *place;
    } __except (is_access_violation(GetExceptionCode())) {
        value = otherwise;
    }
    return value;
}

static int read_and_finish(const int *place)
{
    int value = 0;
    __try {
        value = *place;
    } __finally {
        finished += AbnormalTermination() ? 10 : 1;
    }
    return value;
}

/* How far it got before the fault, and that the inner __finally ran on the way out. */
int steps_before_fault(const int *good, const int *bad)
{
    int step = 0;
    finished = 0;
    __try {
        step = 1;
        read_and_finish(good);
        step = 2;
        read_and_finish(bad);
        step = 3;
    } __except (is_access_violation(GetExceptionCode())) {
        return step * 100 + finished;
    }
    return -1;
}

/* A block copy out of memory that is not there, as a driver's METHOD_NEITHER handler does it. */
unsigned long guarded_copy(void *to, const void *from, size_t size)
{
    unsigned long code = 0;
    __try {
        memcpy(to, from, size);
    } __except (code = GetExceptionCode(), EXCEPTION_EXECUTE_HANDLER) {
        return code;
    }
    return 0;
}

int raised(unsigned long code)
{
    __try {
        __try {
            RaiseException(code, 0, 0, NULL);
        } __except (is_access_violation(GetExceptionCode())) {
            return 1;
        }
    } __except (GetExceptionCode() == code ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
        return 2;
    }
    return 3;
}

__declspec(noinline) int sum_of_copy(const char *bytes, int count)
{
    volatile char copy[16];
    int sum = 0;
    for (int i = 0; i < count; i++)
        copy[i] = bytes[i];
    for (int i = 0; i < 16; i++)
        sum += copy[i];
    return sum;
}
