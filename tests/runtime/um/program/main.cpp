// Exercises what wdkrtum.lib brings into a program, and prints what it finds; the test compares the lines.
#define INITGUID
#define STRSAFE_NO_DEPRECATE
#include <Windows.h>
#include <winioctl.h>
#include <DevGuid.h>
#include <cfgmgr32.h>
#include <setupapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strsafe.h>

#include "resource.h"

extern "C" {
int guarded_read(const volatile int *place, int otherwise);
int steps_before_fault(const int *good, const int *bad);
unsigned long guarded_copy(void *to, const void *from, size_t size);
int raised(unsigned long code);
int sum_of_copy(const char *bytes, int count);
int jumps(void);
unsigned long highest_bit(unsigned long value);
}
int reckoned(float half, int four);

struct Announced {
    const char *name;
    explicit Announced(const char *n) : name(n)
    {
        printf("constructed %s\n", name);
    }
    virtual ~Announced()
    {
        printf("destroyed %s\n", name);
    }
};

static Announced global("global");
static thread_local int per_thread = 41;
static int (*volatile indirect)(const char *, ...) = printf;

static DWORD WINAPI other_thread(void *)
{
    per_thread++;
    printf("other thread: %d\n", per_thread);
    return 0;
}

// Each copy against the definition, at every small size, distance and alignment.
static bool memory_functions_hold()
{
    unsigned char is[200], wanted[200];
    for (size_t size = 0; size < 40; size++)
        for (size_t from = 60; from < 70; from++)
            for (size_t to = 20; to < 110; to++) {
                for (size_t i = 0; i < sizeof is; i++)
                    is[i] = wanted[i] = (unsigned char)(i * 31 + size);
                unsigned char kept[40];
                for (size_t i = 0; i < size; i++)
                    kept[i] = wanted[from + i];
                for (size_t i = 0; i < size; i++)
                    wanted[to + i] = kept[i];
                memmove(is + to, is + from, size);
                for (size_t i = 0; i < sizeof is; i++)
                    if (is[i] != wanted[i])
                        return false;
                if (memcmp(is, wanted, sizeof is) != 0)
                    return false;
                is[to] ^= 0x80;
                if ((memcmp(is, wanted, sizeof is) > 0) != (is[to] > wanted[to]))
                    return false;
            }
    for (size_t size = 0; size < 100; size++) {
        memset(is, 0xA5, sizeof is);
        memset(is + 3, 0x1FF, size);
        memcpy(wanted + 1, is, sizeof is - 1);
        for (size_t i = 1; i < sizeof is; i++)
            if (wanted[i] != (i >= 4 && i < 4 + size ? 0xFF : 0xA5))
                return false;
    }
    return true;
}

static int large_frame(int depth)
{
    volatile char page[20000];
    page[0] = (char)depth;
    page[sizeof page - 1] = 1;
    return depth ? large_frame(depth - 1) + page[sizeof page - 1] : 0;
}

static int guarded_read_cxx(const int *place)
{
    __try {
        return *place;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return 6;
    }
}

int main(int argc, char **argv)
{
    char text[32];
    wchar_t wide[32];
    if (argc == 2 && !strcmp(argv[1], "smash")) {
        char bytes[4096] = {1};
        printf("smashing\n");
        fflush(stdout);
        printf("survived %d\n", sum_of_copy(bytes, 64));
        return 0;
    }
    indirect("arguments: %d, last '%s'\n", argc, argv[argc - 1]);
    snprintf(text, sizeof text, "%s %5.2f %llx", "narrow", 3.14159, 0x123456789ull);
    swprintf(wide, 32, L"%s %S %d", L"wide", "narrow", -7);
    printf("%s; %ls; %ws\n", text, wide, L"ws");
    StringCchPrintfA(text, 8, "%s", "cut off here");
    int numbers[2] = {0, 0};
    const int fields = sscanf("12 0x2a", "%d %i", &numbers[0], &numbers[1]);
    printf("%s; %d fields: %d %d\n", text, fields, numbers[0], numbers[1]);
    printf("memory functions: %s\n", memory_functions_hold() ? "right" : "wrong");
    printf("large frames: %d\n", large_frame(20));
    const int *const nowhere = (const int *)16;
    printf("guarded read: %d %d\n", guarded_read(&numbers[0], 5), guarded_read(nowhere, 5));
    printf("guarded read in C++: %d\n", guarded_read_cxx(nowhere));
    printf("steps before the fault: %d\n", steps_before_fault(&numbers[0], nowhere));
    printf("guarded copy: %lx\n", guarded_copy(text, nowhere, 300));
    printf("raised: %d\n", raised(0xE0001234));
    printf("jumps: %d, highest bit: %lu\n", jumps(), highest_bit(0x1234));
    printf("mathematics: %s\n", reckoned(0.5f, 4) ? "right" : "wrong");
    LoadStringA(NULL, IDS_GREETING, text, sizeof text);
    HRSRC bytes = FindResourceW(NULL, MAKEINTRESOURCEW(IDR_BYTES), MAKEINTRESOURCEW(10));
    printf("resources: %s, %lu bytes\n", text, SizeofResource(NULL, bytes));
    HMODULE library = LoadLibraryW(L"selfcheck-dll.dll");
    void (*describe)() = library ? (void (*)())GetProcAddress(library, "Describe") : nullptr;
    if (describe)
        describe();
    HANDLE thread = CreateThread(NULL, 0, other_thread, NULL, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
    printf("this thread: %d\n", per_thread);
    Announced *heap = new Announced("heap");
    delete heap;
    delete[] new char[10];
    printf("guid: %08lx\n", GUID_DEVCLASS_SYSTEM.Data1 ^ IID_IUnknown.Data1 ^ GUID_DEVINTERFACE_DISK.Data1);
    ULONG length = 0;
    printf("cfgmgr32: %s\n", CM_Get_Device_ID_List_SizeA(&length, "NO\\SUCH", 1) == CR_SUCCESS ? "found" : "refused");
    FreeLibrary(library);
    atexit([] { printf("at exit\n"); });
    return 7;
}
