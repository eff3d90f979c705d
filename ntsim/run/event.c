/* Lines of events. */
#include "ntsim/run/event.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static int event_file = 1;
static char line[16384];
static size_t used;

static event_taker *taker;

void event_divert(event_taker *to)
{
    taker = to;
}

void event_open(int fd)
{
    event_file = fd;
}

static void flush(void)
{
    for (size_t done = 0; done < used;) {
        const ssize_t wrote = write(event_file, line + done, used - done);
        if (wrote < 0 && errno != EINTR)
            break;
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    used = 0;
}

static void put(char c)
{
    if (used == sizeof(line))
        flush();
    line[used++] = c;
}

static void put_text(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const char c = text[i];
        if (c == '\t' || c == '\n' || c == '\\') {
            put('\\');
            put(c == '\t' ? 't' : c == '\n' ? 'n' : '\\');
        } else {
            put(c ? c : '?');
        }
    }
}

static void put_number(uint64_t value, unsigned base)
{
    char digits[24];
    size_t at = sizeof(digits);
    do {
        digits[--at] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value);
    put_text(digits + at, sizeof(digits) - at);
}

/* The line of debug output that has begun. */
static struct {
    char text[1024];
    size_t size;
    uint64_t time;
} pending;

static void flush_print(void)
{
    put_text("print", strlen("print"));
    put('\t');
    put_number(pending.time, 10);
    put('\t');
    put_text(pending.text, pending.size);
    put('\n');
    pending.size = 0;
    flush();
}

void event_print(uint64_t time, const char *text, size_t length)
{
    if (taker)
        return;
    for (size_t i = 0; i < length; i++) {
        if (pending.size == 0)
            pending.time = time;
        if (text[i] != '\n' && text[i] != '\r')
            pending.text[pending.size++] = text[i];
        if (text[i] == '\n' || pending.size == sizeof(pending.text))
            flush_print();
    }
}

void event(const char *type, const char *fields, ...)
{
    va_list arguments;
    if (taker) {
        va_start(arguments, fields);
        taker(type, fields, arguments);
        va_end(arguments);
        return;
    }
    if (pending.size && strcmp(type, "trace") != 0)
        flush_print();
    va_start(arguments, fields);
    put_text(type, strlen(type));
    for (; *fields; fields++) {
        put('\t');
        if (*fields == 's') {
            const char *text = va_arg(arguments, const char *);
            if (text)
                put_text(text, strlen(text));
        } else {
            put_number(va_arg(arguments, uint64_t), *fields == 'x' ? 16 : 10);
        }
    }
    va_end(arguments);
    put('\n');
    flush();
}

void event_recover(void)
{
    used = 0;
}
