/*
 * A session driven by commands, one a line, "#" beginning a comment. Each answers with one "reply" event.
 *
 *     plug [HARDWARE-ID]   unplug   surprise-remove
 *     open [PATH | {GUID}] close
 *     read COUNT           write TEXT | write hex BYTES
 *     ioctl CODE [BYTES] [OUTPUT-SIZE]
 *     advance 250ms | 1s   quit
 *
 * The first device of the INF is plugged in at the start. There is one device and one open file at a time.
 */
#include "ntsim/run/event.h"
#include "ntsim/run/host.h"
#include "ntsim/run/report.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

static struct sim_device *device;
static struct sim_file *file;

enum { MOST_BYTES = 65536, MOST_WORDS = 8 };

__attribute__((format(printf, 1, 2))) static void reply(const char *format, ...)
{
    static char text[4 * MOST_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    event("reply", "s", text);
}

static void refuse(const char *text)
{
    event("refusal", "s", text);
}

static void reply_status(const char *what, NTSTATUS status)
{
    reply("%s: status:%08x", what, (unsigned)status);
}

/* --- arguments --- */

static bool parse_number(const char *text, ULONG *out)
{
    char *end;
    const unsigned long long value = strtoull(text, &end, 0);
    if (end == text || *end || value > UINT32_MAX)
        return false;
    *out = (ULONG)value;
    return true;
}

static int digit(char c)
{
    const char *const digits = "0123456789abcdef", *at = c ? strchr(digits, tolower((unsigned char)c)) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* Pairs of hexadecimal digits. */
static bool parse_bytes(const char *text, uint8_t *out, ULONG *size)
{
    for (*size = 0; *text; text += 2) {
        const int high = digit(text[0]), low = high < 0 ? -1 : digit(text[1]);
        if (low < 0 || *size == MOST_BYTES)
            return false;
        out[(*size)++] = (uint8_t)(high << 4 | low);
    }
    return true;
}

static bool parse_guid(const char *text, GUID *out)
{
    char digits[33];
    uint8_t bytes[MOST_WORDS * 4];
    ULONG count = 0, size;
    for (; *text; text++) {
        if (strchr("{}-", *text))
            continue;
        if (count == sizeof(digits) - 1)
            return false;
        digits[count++] = *text;
    }
    digits[count] = 0;
    if (count != 32 || !parse_bytes(digits, bytes, &size))
        return false;
    out->Data1 = (ULONG)bytes[0] << 24 | (ULONG)bytes[1] << 16 | (ULONG)bytes[2] << 8 | bytes[3];
    out->Data2 = (USHORT)(bytes[4] << 8 | bytes[5]);
    out->Data3 = (USHORT)(bytes[6] << 8 | bytes[7]);
    memcpy(out->Data4, bytes + 8, sizeof(out->Data4));
    return true;
}

static void reply_bytes(const char *what, NTSTATUS status, const uint8_t *bytes, ULONG size)
{
    static char text[3 * MOST_BYTES];
    size_t used = 0;
    for (ULONG i = 0; i < size && used + 4 < sizeof(text); i++)
        used += (size_t)snprintf(text + used, sizeof(text) - used, "%02x", bytes[i]);
    text[used] = 0;
    reply("%s: status:%08x, %u bytes%s%s", what, (unsigned)status, size, size ? ": " : "", text);
}

/* --- commands: they get their words after the first; NULL ends them --- */

static void do_plug(char **words)
{
    if (device)
        refuse("a device is plugged in already");
    else if (!description_device(&session_description, words[0]))
        refuse("the driver's INF has no such device");
    else
        reply_status("plug", sim_try_plug(words[0], &device));
}

static void do_unplug(char **words)
{
    (void)words;
    if (!device) {
        refuse("no device is plugged in");
        return;
    }
    const NTSTATUS status = sim_try_unplug(device);
    if (NT_SUCCESS(status))
        device = NULL;
    reply_status("unplug", status);
}

static void do_surprise_remove(char **words)
{
    (void)words;
    if (!device) {
        refuse("no device is plugged in");
        return;
    }
    sim_surprise_remove(device);
    device = NULL;
    reply("surprise-remove: done");
}

static void do_open(char **words)
{
    GUID guid;
    WCHAR path[512];
    if (file) {
        refuse("a file is open already");
        return;
    }
    if (!words[0]) {
        refuse("open what? a path such as \\\\.\\Name, or the {GUID} of a device interface");
        return;
    }
    if (parse_guid(words[0], &guid)) {
        reply_status("open", sim_try_open_interface(&guid, 0, GENERIC_READ | GENERIC_WRITE, &file));
        return;
    }
    size_t length = 0;
    for (; words[0][length] && length + 1 < sizeof(path) / sizeof(*path); length++)
        path[length] = (WCHAR)(uint8_t)words[0][length];
    path[length] = 0;
    reply_status("open", sim_try_open(path, GENERIC_READ | GENERIC_WRITE, &file));
}

static bool has_file(void)
{
    if (!file)
        refuse("no file is open");
    return file;
}

static void do_close(char **words)
{
    (void)words;
    if (!has_file())
        return;
    sim_close(file);
    file = NULL;
    reply("close: done");
}

static void do_read(char **words)
{
    static uint8_t bytes[MOST_BYTES];
    ULONG size = 0, moved = 0;
    if (!has_file())
        return;
    if (!words[0] || !parse_number(words[0], &size) || size > MOST_BYTES) {
        refuse("read how many bytes? up to 65536");
        return;
    }
    const NTSTATUS status = sim_read(file, bytes, size, &moved);
    reply_bytes("read", status, bytes, NT_ERROR(status) || moved > size ? 0 : moved);
}

static void do_write(char **words)
{
    static uint8_t bytes[MOST_BYTES];
    ULONG size = 0, moved = 0;
    if (!has_file())
        return;
    if (words[0] && strcmp(words[0], "hex") == 0 && words[1]) {
        if (!parse_bytes(words[1], bytes, &size)) {
            refuse("write hex wants pairs of hexadecimal digits");
            return;
        }
    } else {
        for (size_t i = 0; words[i]; i++)
            size += (ULONG)snprintf((char *)bytes + size, sizeof(bytes) - size, "%s%s", i ? " " : "", words[i]);
    }
    const NTSTATUS status = sim_write(file, bytes, size, &moved);
    reply("write: status:%08x, %u bytes", (unsigned)status, moved);
}

static void do_ioctl(char **words)
{
    static uint8_t input[MOST_BYTES], output[MOST_BYTES];
    ULONG code, input_size = 0, output_size = 4096, moved = 0;
    if (!has_file())
        return;
    if (!words[0] || !parse_number(words[0], &code) ||
        (words[1] && strcmp(words[1], "-") != 0 && !parse_bytes(words[1], input, &input_size)) ||
        (words[1] && words[2] && (!parse_number(words[2], &output_size) || output_size > MOST_BYTES))) {
        refuse("ioctl CODE [INPUT BYTES IN HEXADECIMAL, OR -] [OUTPUT SIZE]");
        return;
    }
    const NTSTATUS status = sim_ioctl(file, code, input, input_size, output, output_size, &moved);
    reply_bytes("ioctl", status, output, NT_ERROR(status) || moved > output_size ? 0 : moved);
}

static void do_advance(char **words)
{
    const char *text = words[0] ? words[0] : "";
    char *end;
    const unsigned long value = strtoul(text, &end, 10);
    const bool seconds = strcmp(end, "s") == 0;
    if (end == text || (!seconds && strcmp(end, "ms") != 0) || value > 1000000) {
        refuse("advance by how much? such as 250ms or 1s");
        return;
    }
    sim_advance((ULONG)(seconds ? value * 1000 : value));
    reply("advance: now %llu.%03llu s", (unsigned long long)sim_time() / 10000000,
          (unsigned long long)sim_time() / 10000 % 1000);
}

static const struct {
    const char *name;
    void (*run)(char **words);
} commands[] = {
    {"plug", do_plug},   {"unplug", do_unplug}, {"surprise-remove", do_surprise_remove},
    {"open", do_open},   {"close", do_close},   {"read", do_read},
    {"write", do_write}, {"ioctl", do_ioctl},   {"advance", do_advance},
};

/* False where it is time to go. */
static bool run_line(char *text)
{
    char *words[MOST_WORDS + 1] = {NULL}, *rest = text;
    size_t count = 0;
    text[strcspn(text, "#\n")] = 0;
    while (rest && count < MOST_WORDS) {
        char *word = strsep(&rest, " \t");
        if (*word)
            words[count++] = word;
    }
    if (count == 0)
        return true;
    if (strcmp(words[0], "quit") == 0)
        return false;
    watchdog_request(false);
    for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
        if (strcmp(commands[i].name, words[0]) == 0) {
            commands[i].run(words + 1);
            return true;
        }
    }
    refuse("the commands are plug, unplug, surprise-remove, open, close, read, write, ioctl, advance, quit");
    return true;
}

static void run_lines(void *context)
{
    char *text = NULL;
    size_t room = 0;
    (void)context;
    session_load();
    session_phase("test");
    if (description_device(&session_description, NULL))
        do_plug((char *[]){NULL});
    event("ready", "");
    while (getline(&text, &room, stdin) > 0 && run_line(text))
        event("ready", "");
    free(text);
    session_end();
    event("end", "d", session_time());
}

int run_script(const struct host_options *options)
{
    return session_run(&options->session, run_lines, NULL) ? 0 : 1;
}
