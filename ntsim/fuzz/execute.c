/* The program in user mode. All that it keeps between two operations it sets at the begin of each input, since the
 * host's memory is not rewound. */
#include "ntsim/fuzz/execute.h"
#include "ntsim/fuzz/learn.h"
#include "ntsim/machine/rewind.h"
#include "ntsim/run/event.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/native.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"

#include <string.h>

enum {
    PATIENCE = 10 * 1000, /* milliseconds */
    PAGE = 4096,
};

typedef NTSTATUS(MACHINE_ABI nt_delay)(uint8_t mode, uint8_t alertable, const int64_t *interval);

/* In the user half. */
struct user_part {
    struct io_status io[MOST_OPERATIONS], cancel, open;
    int64_t offset;
    uint64_t handle;
    struct object_attributes attributes;
    struct unicode_string name;
    uint16_t text[NAME_ROOM];
};

static struct {
    struct user_part *user;
    uint8_t *input[MOST_OPERATIONS], *output[MOST_OPERATIONS]; /* where each ends */
    uint64_t events[MOST_OPERATIONS], first;
    size_t first_name;
    struct device_names names;
    nt_delay *delay;
} program;

/* Of one input. */
static struct {
    uint64_t files[MOST_FILES], request_files[MOST_OPERATIONS];
    NTSTATUS started[MOST_OPERATIONS];
    uint16_t input[MOST_OPERATIONS], output[MOST_OPERATIONS]; /* lengths */
    size_t file_count, request_count;
} now;

#define CALL(service, ...)                                                                                             \
    kernel_call((service), (const uint64_t[]){__VA_ARGS__}, sizeof((const uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t))

static uint64_t at(const void *pointer)
{
    return (uint64_t)(uintptr_t)pointer;
}

/* --- names --- */

static size_t old_names;

static bool name_at(uint32_t index, uint16_t *out)
{
    return kernel_name(index, out, NAME_ROOM);
}

void names_before(void)
{
    uint16_t ignored[NAME_ROOM];
    old_names = 0;
    while (name_at((uint32_t)old_names, ignored))
        old_names++;
}

void names_after(struct device_names *out)
{
    out->count = 0;
    while (out->count < MOST_NAMES && name_at((uint32_t)(old_names + out->count), out->names[out->count]))
        out->count++;
}

/* --- operations --- */

static NTSTATUS open_name(size_t which, uint8_t access_kind, uint64_t *handle)
{
    static const uint32_t accesses[] = {GENERIC_READ | GENERIC_WRITE, GENERIC_READ, GENERIC_WRITE, 0};
    struct user_part *user = program.user;
    size_t length = 0;
    for (const uint16_t *name = program.names.names[which]; name[length]; length++)
        user->text[length] = name[length];
    user->name = (struct unicode_string){
        .length = (uint16_t)(2 * length), .maximum = (uint16_t)(2 * length), .buffer = user->text};
    user->attributes = (struct object_attributes){
        .length = sizeof(user->attributes), .name = &user->name, .attributes = OBJ_CASE_INSENSITIVE};
    const NTSTATUS status =
        CALL(NT_CREATE_FILE, at(&user->handle), accesses[access_kind] | SYNCHRONIZE_ACCESS, at(&user->attributes),
             at(&user->open), 0, 0, SHARE_ALL, FILE_OPEN, FILE_NON_DIRECTORY_FILE, 0, 0);
    *handle = NT_SUCCESS(status) ? user->handle : 0;
    return status;
}

static bool has_ended(size_t request)
{
    return now.started[request] != STATUS_PENDING || program.user->io[request].status != STATUS_PENDING;
}

/* A buffer that ends where its pages end, but for what alignment to 8 asks. */
static uint64_t buffer(uint8_t *end, const uint8_t *data, uint16_t length)
{
    if (length == 0)
        return 0;
    uint8_t *begin = end - (((size_t)length + 7) & ~(size_t)7);
    if (data)
        memcpy(begin, data, length);
    else
        memset(begin, 0, length);
    return at(begin);
}

static void begin_request(const struct operations *operations, const struct operation *operation)
{
    const uint64_t file = operation->which < now.file_count ? now.files[operation->which] : 0;
    if (!file)
        return;
    const size_t number = now.request_count++;
    struct user_part *user = program.user;
    const uint64_t event = program.events[number], io = at(&user->io[number]);
    const uint64_t input = buffer(program.input[number], operations->data + operation->data, operation->input);
    const uint64_t output = buffer(program.output[number], NULL, operation->output);
    NTSTATUS status;
    user->io[number] = (struct io_status){.status = STATUS_PENDING};
    now.input[number] = operation->input;
    now.output[number] = operation->output;
    now.request_files[number] = file;
    if (operation->kind == OPERATION_CONTROL) {
        learn_code(operation->code);
        status = CALL(NT_DEVICE_IO_CONTROL_FILE, file, event, 0, 0, io, operation->code, input, operation->input,
                      output, operation->output);
    } else if (operation->kind == OPERATION_READ) {
        status = CALL(NT_READ_FILE, file, event, 0, 0, io, output, operation->output, at(&user->offset), 0);
    } else {
        status = CALL(NT_WRITE_FILE, file, event, 0, 0, io, input, operation->input, at(&user->offset), 0);
    }
    now.started[number] = status;
}

static void wait_for(uint32_t milliseconds)
{
    const int64_t interval = -(int64_t)milliseconds * 10000;
    program.delay(0, 0, &interval);
}

static void perform(const struct operations *operations, const struct operation *operation)
{
    switch (operation->kind) {
    case OPERATION_CANCEL:
        if (operation->which < now.request_count) {
            const size_t request = now.request_count - 1 - operation->which;
            if (!has_ended(request))
                CALL(NT_CANCEL_IO_FILE_EX, now.request_files[request], at(&program.user->io[request]),
                     at(&program.user->cancel));
        }
        break;
    case OPERATION_OPEN:
        if (now.file_count < MOST_FILES)
            open_name(operation->which % program.names.count, operation->access, &now.files[now.file_count++]);
        break;
    case OPERATION_CLOSE:
        if (operation->which < now.file_count && now.files[operation->which]) {
            CALL(SIM_CLOSE_FILE, now.files[operation->which]);
            now.files[operation->which] = 0;
        }
        break;
    case OPERATION_WAIT:
        wait_for(operation->milliseconds);
        break;
    default:
        begin_request(operations, operation);
        break;
    }
}

static bool all_have_ended(void)
{
    for (size_t i = 0; i < now.request_count; i++)
        if (!has_ended(i))
            return false;
    return true;
}

/* What is under way is cancelled with its file, and must end. */
static void end_requests(void)
{
    if (all_have_ended())
        return;
    void *kept[MOST_FILES] = {0};
    for (size_t i = 0; i < now.file_count; i++) {
        if (!now.files[i])
            continue;
        kept[i] = kernel_reference_file(now.files[i]);
        CALL(SIM_CLOSE_FILE, now.files[i]);
        now.files[i] = 0;
    }
    if (!all_have_ended())
        wait_for(PATIENCE);
    const bool ended = all_have_ended();
    for (size_t i = 0; i < now.file_count; i++) {
        if (kept[i] && !ended)
            kernel_tell_lost(kept[i], "VRF0721");
        if (kept[i])
            kernel_dereference_file(kept[i]);
    }
    if (!ended)
        report_lost();
}

/* The last page of each buffer is cheaper cleared than compared; all others are rewound. */
static void clear(uint8_t *end, uint16_t length)
{
    const size_t whole = ((size_t)length + 7) & ~(size_t)7;
    memset(end - (whole < PAGE ? whole : PAGE), 0, whole < PAGE ? whole : PAGE);
}

static void clear_buffers(void)
{
    for (size_t i = 0; i < now.request_count; i++) {
        clear(program.input[i], now.input[i]);
        clear(program.output[i], now.output[i]);
    }
}

bool execute_marked(void)
{
    for (size_t i = 0; i < MOST_OPERATIONS; i++)
        if (!rewind_leave(program.input[i] - PAGE, PAGE) || !rewind_leave(program.output[i] - PAGE, PAGE))
            return false;
    return true;
}

void execute(const struct operations *operations)
{
    clear_buffers();
    now.files[0] = program.first;
    now.file_count = 1;
    now.request_count = 0;
    for (size_t i = 0; i < operations->count; i++) {
        watchdog_request(false);
        perform(operations, &operations->list[i]);
        if (now.request_count && !has_ended(now.request_count - 1))
            wait_for(0);
    }
    end_requests();
}

void execute_end(void)
{
    for (size_t i = 0; i < now.file_count; i++)
        if (now.files[i])
            CALL(SIM_CLOSE_FILE, now.files[i]);
    now.file_count = 0;
}

/* --- before the mark --- */

bool execute_prepare(const struct device_names *names)
{
    program.user = user_allocate(sizeof(*program.user), NULL);
    program.names = *names;
    program.delay = (nt_delay *)(uintptr_t)kernel_function("KeDelayExecutionThread");
    for (size_t i = 0; i < MOST_OPERATIONS; i++) {
        program.input[i] = (uint8_t *)user_allocate(MOST_LENGTH, NULL) + MOST_LENGTH;
        program.output[i] = (uint8_t *)user_allocate(MOST_LENGTH, NULL) + MOST_LENGTH;
        if (!NT_SUCCESS(CALL(NT_CREATE_EVENT, at(&program.user->handle), EVENT_ALL, 0, NOTIFICATION_EVENT, 0)))
            return false;
        program.events[i] = program.user->handle;
    }
    for (size_t i = 0; i < names->count && !program.first; i++) {
        open_name(i, 0, &program.first);
        program.first_name = i;
    }
    return program.first;
}

void execute_tell_names(void)
{
    if (session_description.device_count)
        event("plug", "");
    for (size_t i = 0; i < program.names.count; i++) {
        char text[NAME_ROOM];
        size_t length = 0;
        for (const uint16_t *name = program.names.names[i]; name[length]; length++)
            text[length] = name[length] < 0x80 ? (char)name[length] : '?';
        text[length] = 0;
        event("name", "sd", text, (uint64_t)(i == program.first_name));
    }
}
