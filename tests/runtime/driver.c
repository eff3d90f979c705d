/* A driver with one of each: guarded indirect call, stack cookie, large frame, discardable and pageable code. */
typedef long NTSTATUS;

__declspec(dllimport) unsigned long DbgPrint(const char *format, ...);

NTSTATUS DriverEntry(void *driver, void *registry_path);
int pageable(int x);
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, pageable)

int (*volatile indirect)(int);
int table[300] = {1};

__declspec(noinline) int pageable(int x)
{
    return x + table[x & 255];
}

__declspec(noinline) static int copies(const char *text, int length)
{
    char buffer[200];
    for (int i = 0; i < length; i++) {
        buffer[i] = text[i];
    }
    DbgPrint("%s", buffer);
    return indirect(length);
}

NTSTATUS DriverEntry(void *driver, void *registry_path)
{
    char large[9000];
    struct {
        int words[400];
    } copy;
    (void)driver;
    (void)registry_path;
    for (unsigned i = 0; i < sizeof large; i++) {
        large[i] = (char)(i * table[0]);
    }
    __builtin_memcpy(&copy, table, sizeof table);
    indirect = pageable;
    return copies(large, 150) + copy.words[9];
}
