/* general/obcallback: "registered callbacks for process protection": the right to end a process with a certain name is
 * taken from who opens it, and such processes are kept from starting. */
#include <ntsim/ntsim.h>

#include <string.h>

#include "../shared.h"

#define SYSTEM_CALL __attribute__((ms_abi))
enum { TERMINATE = 1, QUERY_INFORMATION = 0x400, DUPLICATE = 0x40, SAME_ACCESS = 2, ME = 0x1000 };

/* The process that is the first argument of those that copy handles. */
static void *const this_process = (void *)~0ULL;

static ULONGLONG create_process(const WCHAR *name, ULONG size)
{
    typedef ULONGLONG SYSTEM_CALL create(ULONGLONG parent, const void *image, ULONG length);
    return ((create *)sim_system_function("SimCreateProcess"))(ME, name, size);
}

/* As user mode calls it. */
static NTSTATUS service(const char *name, const ULONGLONG *arguments, ULONG count)
{
    typedef NTSTATUS SYSTEM_CALL call(void *function, const ULONGLONG *arguments, ULONG count);
    return ((call *)sim_system_function("SimSystemCall"))(sim_system_function(name), arguments, count);
}

struct parameters {
    void *handle;
    ULONGLONG attributes[6];
    ULONGLONG id[2];
};

static NTSTATUS open_process(ULONGLONG id, ULONG access, void **handle)
{
    struct parameters *user = sim_user_memory(sizeof(*user));
    user->attributes[0] = sizeof(user->attributes);
    user->id[0] = id;
    const ULONGLONG arguments[] = {(ULONGLONG)&user->handle, access, (ULONGLONG)user->attributes, (ULONGLONG)user->id};
    const NTSTATUS status = service("NtOpenProcess", arguments, 4);
    *handle = user->handle;
    return status;
}

static NTSTATUS copy_handle(void *from, ULONG access, ULONG options, void **to)
{
    void **user = sim_user_memory(sizeof(*user));
    const ULONGLONG arguments[] = {
        (ULONGLONG)this_process, (ULONGLONG)from, (ULONGLONG)this_process, (ULONGLONG)user, access, 0, options};
    const NTSTATUS status = service("NtDuplicateObject", arguments, 7);
    *to = *user;
    return status;
}

static NTSTATUS end_process(void *handle)
{
    return service("NtTerminateProcess", (const ULONGLONG[]){(ULONGLONG)handle, 7}, 2);
}

static void close_handle(void *handle)
{
    CHECK_SUCCESS(service("NtClose", (const ULONGLONG[]){(ULONGLONG)handle}, 1));
}

static void name_process(struct sim_file *file, ULONG operation, const WCHAR *name, ULONG size)
{
    TD_PROTECTNAME_INPUT input = {.Operation = operation};
    memcpy(input.Name, name, size);
    CHECK_SUCCESS(sim_ioctl(file, TD_IOCTL_PROTECT_NAME_CALLBACK, &input, sizeof(input), NULL, 0, NULL));
}

static const WCHAR notepad[] = L"C:\\Windows\\notepad.exe", other[] = L"C:\\Windows\\calc.exe";
#define NAME L"notepad"

TEST(a_protected_process_cannot_be_ended)
{
    struct sim_file *file = sim_open(TD_WIN32_DEVICE_NAME);
    TD_UNPROTECT_CALLBACK_INPUT unused = {0};
    void *handle, *copy;
    name_process(file, TDProtectName_Protect, NAME, sizeof(NAME));
    const ULONGLONG process = create_process(notepad, sizeof(notepad) - 2),
                    spare = create_process(other, sizeof(other) - 2);
    CHECK(process && spare);
    CHECK_SUCCESS(open_process(process, TERMINATE | QUERY_INFORMATION, &handle));
    CHECK_STATUS(end_process(handle), STATUS_ACCESS_DENIED);
    CHECK_SUCCESS(copy_handle(handle, TERMINATE, 0, &copy));
    CHECK_STATUS(end_process(copy), STATUS_ACCESS_DENIED);
    close_handle(copy);
    close_handle(handle);
    CHECK_SUCCESS(open_process(spare, TERMINATE, &handle));
    CHECK_SUCCESS(end_process(handle));
    close_handle(handle);
    CHECK_SUCCESS(sim_ioctl(file, TD_IOCTL_UNPROTECT_CALLBACK, &unused, sizeof(unused), NULL, 0, NULL));
    CHECK_SUCCESS(open_process(process, TERMINATE, &handle));
    CHECK_SUCCESS(end_process(handle));
    close_handle(handle);
}

TEST(a_process_is_kept_from_starting)
{
    struct sim_file *file = sim_open(TD_WIN32_DEVICE_NAME);
    name_process(file, TDProtectName_Reject, NAME, sizeof(NAME));
    CHECK_EQ(create_process(notepad, sizeof(notepad) - 2), 0);
    CHECK(create_process(other, sizeof(other) - 2) != 0);
}

TEST(processes_that_are_none)
{
    void *handle;
    CHECK_STATUS(open_process(0x4444, TERMINATE, &handle), STATUS_INVALID_CID);
    CHECK_SUCCESS(open_process(ME, QUERY_INFORMATION, &handle));
    CHECK_STATUS(end_process(handle), STATUS_ACCESS_DENIED);
    close_handle(handle);
}

/* The callbacks are still there when the driver goes. */
TEST(the_driver_takes_its_callbacks_along)
{
    name_process(sim_open(TD_WIN32_DEVICE_NAME), TDProtectName_Protect, NAME, sizeof(NAME));
}
