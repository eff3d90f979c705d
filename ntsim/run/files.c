/* Files and requests, as calls of a program in user mode. */
#include "ntsim/run/branch.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/native.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"
#include "ntsim/run/trace.h"

#include <stdlib.h>

enum {
    MOST_TURNS = 100, /* of waiting that ends, in a row */
};

/* Ten seconds of virtual time, which stands still while anything can run, in units of 100 ns. */
#define PATIENCE (10 * 10000000LL)

typedef uint64_t handle;
typedef NTSTATUS(MACHINE_ABI nt_yield)(void);

enum request_kind { REQUEST_READ, REQUEST_WRITE, REQUEST_CONTROL };

/* What the system writes to lies in the user half. */
struct user_part {
    struct io_status io, cancel_io;
    int64_t offset, patience;
    handle event;
};

struct sim_request {
    struct sim_file *file;
    struct user_part *user;
    NTSTATUS started; /* what the call returned */
    void *input, *output, *caller_output;
    ULONG input_size, output_size;
    enum request_kind kind;
    bool given_up;
    struct sim_request *next; /* of the file's */
};

struct sim_file {
    handle handle;
    struct sim_request *requests, *free_requests;
    struct sim_file *next;
};

static struct sim_file *files;

#define CALL(service, ...)                                                                                             \
    kernel_call((service), (const uint64_t[]){__VA_ARGS__}, sizeof((const uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t))

static uint64_t at(const void *pointer)
{
    return (uint64_t)(uintptr_t)pointer;
}

static void *new_record(size_t size)
{
    void *record = calloc(1, size);
    if (!record)
        sim_fail((struct sim_place){NULL, 0}, "no memory is left");
    return record;
}

/* --- opening --- */

static size_t wide_length(const uint16_t *text)
{
    size_t length = 0;
    while (text[length])
        length++;
    return length;
}

static bool is_win32_path(const uint16_t *path)
{
    return path[0] == '\\' && path[1] == '\\' && (path[2] == '.' || path[2] == '?') && path[3] == '\\';
}

static NTSTATUS open_file(const uint16_t *path, ULONG access, struct sim_file **out)
{
    struct block {
        handle handle;
        struct object_attributes attributes;
        struct unicode_string name;
        struct io_status io;
        uint16_t text[1024];
    };
    const size_t length = wide_length(path);
    *out = NULL;
    if (length >= sizeof(((struct block *)0)->text) / sizeof(uint16_t))
        return STATUS_NAME_TOO_LONG;
    struct block *block = user_allocate(sizeof(*block), NULL);
    memcpy(block->text, path, length * sizeof(uint16_t));
    if (is_win32_path(block->text))
        block->text[1] = block->text[2] = '?'; /* \\.\ is \??\ to the object manager */
    block->name.buffer = block->text;
    block->name.length = block->name.maximum = (uint16_t)(length * sizeof(uint16_t));
    block->attributes.length = sizeof(block->attributes);
    block->attributes.name = &block->name;
    block->attributes.attributes = OBJ_CASE_INSENSITIVE;
    storm_step("sim_open");
    watchdog_request(true);
    const NTSTATUS status =
        CALL(NT_CREATE_FILE, at(&block->handle), access | SYNCHRONIZE_ACCESS, at(&block->attributes), at(&block->io), 0,
             0, SHARE_ALL, FILE_OPEN, FILE_NON_DIRECTORY_FILE, 0, 0);
    watchdog_request(false);
    if (NT_SUCCESS(status)) {
        struct sim_file *file = new_record(sizeof(*file));
        file->handle = block->handle;
        file->next = files;
        files = file;
        *out = file;
    }
    user_release(block, sizeof(*block));
    return status;
}

NTSTATUS sim_try_open(const WCHAR *path, ULONG access, struct sim_file **file)
{
    return open_file((const uint16_t *)path, access, file);
}

struct sim_file *sim_open_at(struct sim_place place, const WCHAR *path)
{
    struct sim_file *file;
    const NTSTATUS status = sim_try_open(path, GENERIC_READ | GENERIC_WRITE, &file);
    sim_check_status(place, "the file opens", status, STATUS_SUCCESS);
    return file;
}

NTSTATUS sim_try_open_interface(const GUID *interface, ULONG index, ULONG access, struct sim_file **file)
{
    uint16_t path[512];
    *file = NULL;
    watchdog_request(false);
    if (!kernel_find_interface(interface, index, path, sizeof(path) / sizeof(*path)))
        return STATUS_OBJECT_NAME_NOT_FOUND;
    return open_file(path, access, file);
}

struct sim_file *sim_open_interface_at(struct sim_place place, const GUID *interface)
{
    struct sim_file *file;
    const NTSTATUS status = sim_try_open_interface(interface, 0, GENERIC_READ | GENERIC_WRITE, &file);
    sim_check_status(place, "the device interface opens", status, STATUS_SUCCESS);
    return file;
}

/* --- requests --- */

static handle new_event(struct user_part *user)
{
    if (!kernel_has(NT_CREATE_EVENT))
        return 0;
    const NTSTATUS status = CALL(NT_CREATE_EVENT, at(&user->event), EVENT_ALL, 0, NOTIFICATION_EVENT, 0);
    return NT_SUCCESS(status) ? user->event : 0;
}

static const char *request_name(enum request_kind kind)
{
    return kind == REQUEST_READ ? "read" : kind == REQUEST_WRITE ? "write" : "ioctl";
}

/* Requests of a file are used again, with their events. */
static struct sim_request *new_request(struct sim_file *file, enum request_kind kind)
{
    struct sim_request *request = file->free_requests;
    if (request) {
        file->free_requests = request->next;
    } else {
        request = new_record(sizeof(*request));
        request->user = user_allocate(sizeof(*request->user), NULL);
        request->user->event = new_event(request->user);
        request->file = file;
    }
    request->user->io = (struct io_status){.status = STATUS_PENDING};
    request->kind = kind;
    request->given_up = false;
    request->next = file->requests;
    file->requests = request;
    trace_begin_request(request->user, request_name(kind));
    watchdog_request(false);
    return request;
}

static void started(struct sim_request *request, NTSTATUS status)
{
    watchdog_request(false);
    request->started = status;
}

struct sim_request *sim_begin_read_at(struct sim_file *file, ULONGLONG offset, void *buffer, ULONG size)
{
    storm_step("sim_read");
    struct sim_request *r = new_request(file, REQUEST_READ);
    r->user->offset = (int64_t)offset;
    r->output = user_allocate(size, buffer);
    r->output_size = size;
    r->caller_output = buffer;
    started(r, CALL(NT_READ_FILE, file->handle, r->user->event, 0, 0, at(&r->user->io), at(r->output), size,
                    at(&r->user->offset), 0));
    return r;
}

struct sim_request *sim_begin_write_at(struct sim_file *file, ULONGLONG offset, const void *buffer, ULONG size)
{
    storm_step("sim_write");
    struct sim_request *r = new_request(file, REQUEST_WRITE);
    r->user->offset = (int64_t)offset;
    r->input = user_allocate(size, buffer);
    r->input_size = size;
    started(r, CALL(NT_WRITE_FILE, file->handle, r->user->event, 0, 0, at(&r->user->io), at(r->input), size,
                    at(&r->user->offset), 0));
    return r;
}

struct sim_request *sim_begin_read(struct sim_file *file, void *buffer, ULONG size)
{
    return sim_begin_read_at(file, 0, buffer, size);
}

struct sim_request *sim_begin_write(struct sim_file *file, const void *buffer, ULONG size)
{
    return sim_begin_write_at(file, 0, buffer, size);
}

struct sim_request *sim_begin_ioctl(struct sim_file *file, ULONG code, const void *input, ULONG input_size,
                                    void *output, ULONG output_size)
{
    storm_step("sim_ioctl");
    struct sim_request *r = new_request(file, REQUEST_CONTROL);
    r->input = input_size || input ? user_allocate(input_size, input) : NULL;
    r->output = output_size || output ? user_allocate(output_size, output) : NULL;
    r->input_size = input_size;
    r->output_size = output_size;
    r->caller_output = output;
    started(r, CALL(NT_DEVICE_IO_CONTROL_FILE, file->handle, r->user->event, 0, 0, at(&r->user->io), code, at(r->input),
                    input_size, at(r->output), output_size));
    return r;
}

/* A call that fails at once leaves the status block alone. */
static bool has_ended(const struct sim_request *request)
{
    return request->started != STATUS_PENDING || request->user->io.status != STATUS_PENDING;
}

bool sim_poll(const struct sim_request *request)
{
    nt_yield *const yield = (nt_yield *)(uintptr_t)machine_system_function("ZwYieldExecution");
    if (yield && !has_ended(request))
        yield();
    return has_ended(request);
}

NTSTATUS sim_cancel(struct sim_request *request)
{
    storm_step("sim_cancel");
    watchdog_request(false);
    return CALL(NT_CANCEL_IO_FILE_EX, request->file->handle, at(&request->user->io), at(&request->user->cancel_io));
}

static _Noreturn void tell_lost(void *object, const char *code)
{
    if (object)
        kernel_tell_lost(object, code);
    report_lost();
}

/* In a branch what would end the request may not come, and that need not be the driver's fault: cancelled it must
 * end, though. */
static void give_up(struct sim_request *request)
{
    if (request->given_up)
        tell_lost(kernel_reference_file(request->file->handle), branch_code());
    request->given_up = true;
    sim_cancel(request);
}

static void forget(struct sim_request *request)
{
    trace_end_request(request->user, request_name(request->kind));
    struct sim_request **link = &request->file->requests;
    while (*link != request)
        link = &(*link)->next;
    *link = request->next;
    user_release(request->input, request->input_size);
    user_release(request->output, request->output_size);
    request->input = request->output = request->caller_output = NULL;
    request->input_size = request->output_size = 0;
    request->next = request->file->free_requests;
    request->file->free_requests = request;
}

static ULONG copied(const struct sim_request *request, uint64_t information)
{
    return information < request->output_size ? (ULONG)information : request->output_size;
}

NTSTATUS sim_wait(struct sim_request *request, ULONG *moved)
{
    struct user_part *user = request->user;
    if (!has_ended(request))
        storm_step("sim_wait");
    /* A branch may begin within this wait, so where there are any it has an end from the first; in vain, then again. */
    for (unsigned turns = 0; !has_ended(request); turns++) {
        watchdog_request(true);
        user->patience = -PATIENCE;
        const NTSTATUS waited =
            CALL(NT_WAIT_FOR_SINGLE_OBJECT, user->event ? user->event : request->file->handle, 0,
                 branch_taken() || (branch_watching() && turns < MOST_TURNS) ? at(&user->patience) : 0);
        watchdog_request(false);
        if (waited == STATUS_TIMEOUT && branch_taken())
            give_up(request);
    }
    /* The status block is filled in unless the call itself failed. */
    const bool refused = request->started != STATUS_PENDING && user->io.status == STATUS_PENDING;
    const NTSTATUS status = refused ? request->started : user->io.status;
    const uint64_t information = refused ? 0 : user->io.information;
    if (moved)
        *moved = (ULONG)information;
    if (request->caller_output && !NT_ERROR(status))
        memcpy(request->caller_output, request->output, copied(request, information));
    forget(request);
    return status;
}

NTSTATUS sim_read(struct sim_file *file, void *buffer, ULONG size, ULONG *moved)
{
    return sim_wait(sim_begin_read(file, buffer, size), moved);
}

NTSTATUS sim_write(struct sim_file *file, const void *buffer, ULONG size, ULONG *moved)
{
    return sim_wait(sim_begin_write(file, buffer, size), moved);
}

NTSTATUS sim_read_at(struct sim_file *file, ULONGLONG offset, void *buffer, ULONG size, ULONG *moved)
{
    return sim_wait(sim_begin_read_at(file, offset, buffer, size), moved);
}

NTSTATUS sim_write_at(struct sim_file *file, ULONGLONG offset, const void *buffer, ULONG size, ULONG *moved)
{
    return sim_wait(sim_begin_write_at(file, offset, buffer, size), moved);
}

NTSTATUS sim_ioctl(struct sim_file *file, ULONG code, const void *input, ULONG input_size, void *output,
                   ULONG output_size, ULONG *moved)
{
    return sim_wait(sim_begin_ioctl(file, code, input, input_size, output, output_size), moved);
}

/* --- closing --- */

static void free_requests(struct sim_request *request)
{
    while (request) {
        struct sim_request *next = request->next;
        if (request->user->event)
            CALL(NT_CLOSE, request->user->event);
        user_release(request->user, sizeof(*request->user));
        user_release(request->input, request->input_size);
        user_release(request->output, request->output_size);
        free(request);
        request = next;
    }
}

static bool have_ended(const struct sim_file *file)
{
    for (const struct sim_request *request = file->requests; request; request = request->next)
        if (!has_ended(request))
            return false;
    return true;
}

static void wait_for_cancelled(const struct sim_file *file, void *object, const char *code)
{
    if (!have_ended(file))
        sim_advance(PATIENCE / 10000);
    if (!have_ended(file))
        tell_lost(object, code);
    kernel_dereference_file(object);
}

/* `code`: that of a request which does not end; NULL: it may stay. */
static void close_file(struct sim_file *file, const char *code)
{
    struct sim_file **link = &files;
    while (*link && *link != file)
        link = &(*link)->next;
    if (!*link)
        sim_fail((struct sim_place){NULL, 0}, "sim_close: that file is not open");
    *link = file->next;
    void *kept = code && file->requests ? kernel_reference_file(file->handle) : NULL;
    watchdog_request(true);
    const NTSTATUS status = CALL(SIM_CLOSE_FILE, file->handle);
    watchdog_request(false);
    if (kept)
        wait_for_cancelled(file, kept, code);
    if (!NT_SUCCESS(status))
        sim_fail((struct sim_place){NULL, 0}, "the file does not close: 0x%08x", (unsigned)status);
    /* Requests that the driver still has write to their blocks when they end: these stay. */
    free_requests(file->free_requests);
    if (!file->requests)
        free(file);
}

void sim_close(struct sim_file *file)
{
    storm_step("sim_close");
    close_file(file, branch_taken() ? branch_code() : NULL);
}

void sim_end(struct sim_file *file)
{
    storm_step("sim_end");
    close_file(file, branch_taken() ? branch_code() : "VRF0721");
}

void files_close_all(void)
{
    while (files)
        sim_close(files);
}
