/*
 * Tests of a driver, run by `cwdk test`: the .sys that ships, under a simulated NT kernel, called from native C.
 *
 *     #include <ntsim/ntsim.h>
 *     #include "../public.h"
 *
 *     TEST(returns_what_was_written)
 *     {
 *         char reply[8];
 *         ULONG moved;
 *         sim_plug(NULL);
 *         struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_ECHO);
 *         CHECK_STATUS(sim_write(file, "hello", 5, &moved), STATUS_SUCCESS);
 *         CHECK_STATUS(sim_read(file, reply, sizeof(reply), &moved), STATUS_SUCCESS);
 *         CHECK_EQ(moved, 5);
 *         CHECK_BYTES(reply, "hello", 5);
 *     }
 *
 * Every test has a process and a simulated computer of its own, and begins with the driver loaded (DriverEntry has
 * returned). It runs on a thread of user mode: what it calls here becomes a call of NtCreateFile, NtReadFile and so on.
 * At its end open files are closed, devices unplugged and the driver unloaded; what goes wrong there fails the test.
 *
 * Ownership: what sim_plug, sim_open and sim_begin_... return belongs to the simulator and lives until sim_unplug,
 * sim_close and sim_wait, or the end of the test. Buffers are the test's own; the driver sees copies of them in the
 * user half of the address space, each ending where its page ends, so that reading on faults.
 *
 * Time is virtual, stands still while code runs, and goes on at once to the next timer when all wait. Milliseconds
 * where nothing else is said. All functions are for the test's own thread.
 *
 * "Fails the test" means: reports where it was called, and does not return.
 */
#ifndef NTSIM_NTSIM_H
#define NTSIM_NTSIM_H

#include <ntsim/types.h>

/* --- Tests --- */

enum sim_test_kind { SIM_TEST_LOADED, SIM_TEST_UNLOADED };

struct sim_test {
    const char *name, *file;
    unsigned line;
    ULONG bug_check; /* the one that it has to end in, or 0 */
    enum sim_test_kind kind;
    void (*run)(void);
    struct sim_test *next;
    unsigned processors; /* at least; 0: one */
};

void sim_register(struct sim_test *test);

#define SIM_TEST(test_name, test_kind, test_code, test_processors)                                                     \
    static void test_name(void);                                                                                       \
    __attribute__((constructor)) static void sim_register_##test_name(void)                                            \
    {                                                                                                                  \
        static struct sim_test test = {#test_name, __FILE__,  __LINE__, test_code,                                     \
                                       test_kind,  test_name, NULL,     test_processors};                              \
        sim_register(&test);                                                                                           \
    }                                                                                                                  \
    static void test_name(void)

#define TEST(name) SIM_TEST(name, SIM_TEST_LOADED, 0, 0)
/* On a computer with that many processors, or more where `cwdk test --processors` says so. */
#define TEST_PROCESSORS(name, count) SIM_TEST(name, SIM_TEST_LOADED, 0, count)
/* Passes only when the driver stops the system with this code (bugcodes.h has their names). */
#define TEST_BUG_CHECK(name, code) SIM_TEST(name, SIM_TEST_LOADED, code, 0)
/* Begins before the driver is loaded: sim_load does that. */
#define TEST_UNLOADED(name) SIM_TEST(name, SIM_TEST_UNLOADED, 0, 0)

/* --- Checks. Each fails the test where it does not hold. --- */

struct sim_place {
    const char *file;
    unsigned line;
};

#define SIM_HERE ((struct sim_place){__FILE__, __LINE__})

void sim_check(struct sim_place place, bool holds, const char *text);
void sim_check_equal(struct sim_place place, const char *text, LONGLONG actual, LONGLONG expected);
void sim_check_status(struct sim_place place, const char *text, NTSTATUS actual, NTSTATUS expected);
void sim_check_bytes(struct sim_place place, const char *text, const void *actual, const void *expected, size_t size);
__attribute__((noreturn)) void sim_fail(struct sim_place place, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#define CHECK(condition) sim_check(SIM_HERE, (condition) ? true : false, #condition)
/* Integers and pointers, compared in 64 bits. */
#define CHECK_EQ(actual, expected)                                                                                     \
    sim_check_equal(SIM_HERE, #actual " == " #expected, (LONGLONG)(actual), (LONGLONG)(expected))
#define CHECK_STATUS(expression, expected) sim_check_status(SIM_HERE, #expression, (expression), (expected))
#define CHECK_SUCCESS(expression)          sim_check_status(SIM_HERE, #expression, (expression), STATUS_SUCCESS)
#define CHECK_BYTES(actual, expected, size)                                                                            \
    sim_check_bytes(SIM_HERE, #actual " has the bytes of " #expected, (actual), (expected), (size))
#define FAIL(...) sim_fail(SIM_HERE, __VA_ARGS__)

/* --- The driver --- */

/* Loads the package's driver and calls its DriverEntry, whose status it returns. For TEST_UNLOADED. */
NTSTATUS sim_load(void);
/* Calls its DriverUnload and unmaps it; its devices are to be unplugged before. Fails the test where it has none. */
void sim_unload(void);

/*
 * Sets a value in the driver's service key, or in a key below it (L"Parameters"; NULL: the service key itself). The
 * INF's AddReg lines for the service stand there already. DriverEntry sees what is set before sim_load.
 */
void sim_set_registry_at(struct sim_place place, const WCHAR *key, const WCHAR *name, ULONG type, const void *data,
                         ULONG size);
#define sim_set_registry(key, name, type, data, size) sim_set_registry_at(SIM_HERE, key, name, type, data, size)
/* A REG_DWORD among the Parameters. */
#define sim_set_parameter(name, value)                                                                                 \
    sim_set_registry_at(SIM_HERE, L"Parameters", name, 4, &(const ULONG){value}, sizeof(ULONG))

/* The pool allocation after that many further ones fails for want of memory, once; negative: none does. */
void sim_fail_allocation(LONGLONG after);

/* --- Devices --- */

struct sim_device;

/*
 * Plugs in a device with that hardware id ("root\\echo"), to which Windows would find the drivers by the package's INF:
 * AddDevice of each, then IRP_MN_START_DEVICE. NULL: the first device of the INF. sim_plug fails the test where the
 * device does not start.
 */
struct sim_device *sim_plug_at(struct sim_place place, const char *hardware_id);
#define sim_plug(hardware_id) sim_plug_at(SIM_HERE, hardware_id)
NTSTATUS sim_try_plug(const char *hardware_id, struct sim_device **device);

/* Sets a value in the hardware key (Device Parameters) of the devices that are plugged in from now on. */
void sim_set_device_registry_at(struct sim_place place, const WCHAR *name, ULONG type, const void *data, ULONG size);
#define sim_set_device_registry(name, type, data, size) sim_set_device_registry_at(SIM_HERE, name, type, data, size)

/* For a bus driver: its children with that hardware id get the drivers that an INF of what is built together names for
 * it. */
void sim_install_at(struct sim_place place, const char *hardware_id);
#define sim_install(hardware_id) sim_install_at(SIM_HERE, hardware_id)

/* Removes it as the device manager does (query, then remove), or as a hand that pulls the plug. A driver may refuse the
 * query: sim_try_unplug returns its status, and the device stays. */
NTSTATUS sim_try_unplug(struct sim_device *device);
void sim_unplug_at(struct sim_place place, struct sim_device *device);
void sim_surprise_remove_at(struct sim_place place, struct sim_device *device);
#define sim_unplug(device)          sim_unplug_at(SIM_HERE, device)
#define sim_surprise_remove(device) sim_surprise_remove_at(SIM_HERE, device)

/* Stops a started device and starts it again, as the plug and play manager does when it moves resources. A driver may
 * refuse: its status, and the device goes on. */
NTSTATUS sim_rebalance(struct sim_device *device);

/* --- Hardware: a model in C of what the driver finds at its resources --- */

enum sim_resource_kind { SIM_MEMORY, SIM_PORTS, SIM_INTERRUPT };

struct sim_resource {
    enum sim_resource_kind kind;
    ULONGLONG start; /* physical address, first port, or vector (0x30 to 0xBF; a sixteenth of it is the IRQL) */
    ULONG size;      /* in bytes or ports */
};

/*
 * read and write are called while an instruction of the driver touches memory or a port of that resource (its number in
 * the list); size is 1, 2, 4 or 8. They must not call sim_ functions but sim_interrupt and sim_dma. All of it is the
 * test's own and stays until the device is unplugged.
 */
struct sim_hardware {
    const struct sim_resource *resources;
    ULONG count;
    ULONGLONG (*read)(void *context, ULONG resource, ULONGLONG offset, ULONG size);
    void (*write)(void *context, ULONG resource, ULONGLONG offset, ULONG size, ULONGLONG value);
    void *context;
};

/* As sim_plug, with resources assigned. */
struct sim_device *sim_plug_hardware_at(struct sim_place place, const char *hardware_id,
                                        const struct sim_hardware *hardware);
#define sim_plug_hardware(hardware_id, hardware) sim_plug_hardware_at(SIM_HERE, hardware_id, hardware)
/* Raises an interrupt: at once, or from read and write after the instruction, as far as the IRQL lets it. */
void sim_interrupt(ULONG vector);
/* Moves bytes from or to physical memory, as a bus master does. False: there is no memory. */
bool sim_dma(ULONGLONG physical, void *buffer, size_t size, bool write);

/* --- Files --- */

struct sim_file;

/*
 * Opens L"\\\\.\\Name" (or L"\\Device\\Name") for reading and writing, or the first device that has announced the
 * interface. Those without "try" fail the test where that fails.
 */
struct sim_file *sim_open_at(struct sim_place place, const WCHAR *path);
struct sim_file *sim_open_interface_at(struct sim_place place, const GUID *interface);
#define sim_open(path)                sim_open_at(SIM_HERE, path)
#define sim_open_interface(interface) sim_open_interface_at(SIM_HERE, interface)
/* `access`: GENERIC_READ, GENERIC_WRITE. `index`: which of the devices that have the interface. */
NTSTATUS sim_try_open(const WCHAR *path, ULONG access, struct sim_file **file);
NTSTATUS sim_try_open_interface(const GUID *interface, ULONG index, ULONG access, struct sim_file **file);
/* Requests that are still under way are cancelled by the system, as at a program's end. */
void sim_close(struct sim_file *file);
/* The same at a test's end: a request that has not ended ten seconds later is a finding (VRF0721). */
void sim_end(struct sim_file *file);

enum sim_user { SIM_ADMINISTRATOR, SIM_PLAIN_USER, SIM_SYSTEM };

/* Whom the test's program belongs to from here on, when it opens something: an administrator, until this is called. */
void sim_run_as(enum sim_user user);

/* A request, and the wait for its end; returns its status. `moved` (may be NULL) gets its Information. */
NTSTATUS sim_read(struct sim_file *file, void *buffer, ULONG size, ULONG *moved);
NTSTATUS sim_write(struct sim_file *file, const void *buffer, ULONG size, ULONG *moved);
NTSTATUS sim_ioctl(struct sim_file *file, ULONG code, const void *input, ULONG input_size, void *output,
                   ULONG output_size, ULONG *moved);
/* At that many bytes from the begin of the file; the others above begin there, for a file has no position of its own.
 */
NTSTATUS sim_read_at(struct sim_file *file, ULONGLONG offset, void *buffer, ULONG size, ULONG *moved);
NTSTATUS sim_write_at(struct sim_file *file, ULONGLONG offset, const void *buffer, ULONG size, ULONG *moved);

/* --- Overlapped requests --- */

struct sim_request;

/* Start a request and return. Its output goes to the buffer when sim_wait returns. Never NULL. */
struct sim_request *sim_begin_read(struct sim_file *file, void *buffer, ULONG size);
struct sim_request *sim_begin_write(struct sim_file *file, const void *buffer, ULONG size);
struct sim_request *sim_begin_read_at(struct sim_file *file, ULONGLONG offset, void *buffer, ULONG size);
struct sim_request *sim_begin_write_at(struct sim_file *file, ULONGLONG offset, const void *buffer, ULONG size);
struct sim_request *sim_begin_ioctl(struct sim_file *file, ULONG code, const void *input, ULONG input_size,
                                    void *output, ULONG output_size);
/* Whether it has ended. Takes no time; let some go by (sim_advance) for a driver that works with timers. */
bool sim_poll(const struct sim_request *request);
/* Asks for its cancellation (CancelIoEx); it still has to be waited for. STATUS_NOT_FOUND where it has ended. */
NTSTATUS sim_cancel(struct sim_request *request);
/* Waits for its end, and frees it. A request that nobody completes is a hang, and fails the test. */
NTSTATUS sim_wait(struct sim_request *request, ULONG *moved);

/* --- Time --- */

/* Lets that much virtual time go by, with all that happens in it. */
void sim_advance(ULONG milliseconds);
/* Since the start, in units of 100 ns. */
ULONGLONG sim_time(void);

/* --- Power --- */

enum sim_power { SIM_WORKING = 1, SIM_S1, SIM_S2, SIM_S3, SIM_HIBERNATE, SIM_SHUTDOWN };

/* Takes the whole system there, as the power manager does: every device is asked and told, S-IRPs and the D-IRPs that
 * the drivers make of them. The status of a driver that refuses. */
NTSTATUS sim_system_power(enum sim_power state);

/* --- Cost --- */

/*
 * Calls work(context), and returns how many instructions of the driver under test the processor carried out meanwhile:
 * its own, not those of the system that it calls. The same binaries, test and seed give the same number. Slow: the
 * processor stops after each one.
 */
ULONGLONG sim_count_instructions(void (*work)(void *context), void *context);

/* --- For anything else --- */

/* A function of the simulated system, such as NtQueryInformationFile; call it through a type that has
 * __attribute__((ms_abi)). "hidparse.sys!HidP_GetCaps" is one of another image than ntoskrnl.exe. NULL where the system
 * has none of that name. */
void *sim_system_function(const char *name);
/*
 * From here on the system has no function of that name, as an older Windows: MmGetSystemRoutineAddress does not find
 * it, and a driver that is loaded later (TEST_UNLOADED) and imports it fails the test where it calls it; on Windows it
 * would not even load. Fails the test where there is none, so that the name is not mistyped.
 */
void sim_hide_function_at(struct sim_place place, const char *name);
#define sim_hide_function(name) sim_hide_function_at(SIM_HERE, name)
/* Memory of the user half, zeroed, for calls that take pointers; until the end of the test. Ends where a page ends. */
void *sim_user_memory(size_t size);

#endif
