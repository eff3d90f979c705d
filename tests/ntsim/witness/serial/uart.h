/*
 * A model of a 16550 at a COM port, with a plug that leads what goes out back in: TX to RX, RTS to CTS, DTR to DSR and
 * DCD. Characters take no time on the wire. `unplugged`: what goes out goes nowhere, and what comes in is put there by
 * uart_receive. Facts: the data sheet of the PC16550D.
 */
#ifndef UART_H
#define UART_H

#include <ntsim/ntsim.h>

enum { UART_BASE = 0x3F8, UART_PORTS = 8, UART_VECTOR = 0x84, UART_FIFO = 16 };

enum uart_register { DATA, ENABLE, IDENTIFY, LINE_CONTROL, MODEM_CONTROL, LINE_STATUS, MODEM_STATUS, SCRATCH };
enum { ON_DATA = 1, ON_EMPTY = 2, ON_LINE = 4, ON_MODEM = 8 };              /* ENABLE */
enum { DTR = 1, RTS = 2, OUT2 = 8 };                                        /* MODEM_CONTROL */
enum { READY = 1, OVERRUN = 2, BREAK = 16, HOLDING_EMPTY = 32, IDLE = 64 }; /* LINE_STATUS */
enum { CTS = 0x10, DSR = 0x20, RING = 0x40, DCD = 0x80 };                   /* MODEM_STATUS; changes in the low half */
#define DIVISOR_LATCH 0x80

struct uart {
    UCHAR fifo[UART_FIFO];
    ULONG count;
    UCHAR enable, line_control, modem_control, line_errors, modem_status, scratch, lines;
    bool fifos, empty_pending, line_high, unplugged;
    USHORT divisor;
    ULONG sent, interrupts;
    UCHAR last_sent[64];
};

static UCHAR uart_cause(const struct uart *uart)
{
    if (uart->enable & ON_LINE && uart->line_errors)
        return 6;
    if (uart->enable & ON_DATA && uart->count)
        return 4;
    if (uart->enable & ON_EMPTY && uart->empty_pending)
        return 2;
    if (uart->enable & ON_MODEM && uart->modem_status & 0xF)
        return 0;
    return 1;
}

/* The interrupt line goes through a gate that OUT2 opens. */
static void uart_update(struct uart *uart)
{
    const bool high = uart->modem_control & OUT2 && uart_cause(uart) != 1;
    const bool rises = high && !uart->line_high;
    uart->line_high = high;
    if (rises) { /* outside of the driver's own accesses, its service routine runs in here */
        uart->interrupts++;
        sim_interrupt(UART_VECTOR);
    }
}

static void uart_set_lines(struct uart *uart, UCHAR lines)
{
    const UCHAR changed = uart->lines ^ lines;
    uart->lines = lines;
    uart->modem_status |= (UCHAR)((changed & (CTS | DSR | DCD)) >> 4);
    if (changed & RING && !(lines & RING)) /* its end is what shows */
        uart->modem_status |= RING >> 4;
    uart_update(uart);
}

static void uart_put(struct uart *uart, UCHAR character)
{
    if (uart->count == (uart->fifos ? UART_FIFO : 1u)) {
        uart->line_errors |= OVERRUN;
        return;
    }
    uart->fifo[uart->count++] = character;
}

static void uart_receive(struct uart *uart, const char *text)
{
    for (; *text; text++) {
        uart_put(uart, (UCHAR)*text);
        uart_update(uart);
    }
}

static UCHAR uart_take(struct uart *uart)
{
    const UCHAR first = uart->fifo[0];
    if (uart->count == 0)
        return 0;
    uart->count--;
    memmove(uart->fifo, uart->fifo + 1, uart->count);
    return first;
}

static UCHAR uart_identify(struct uart *uart)
{
    const UCHAR cause = uart_cause(uart);
    if (cause == 2)
        uart->empty_pending = false;
    return cause | (uart->fifos ? 0xC0 : 0);
}

static UCHAR uart_line_status(struct uart *uart)
{
    const UCHAR status = uart->line_errors | HOLDING_EMPTY | IDLE | (uart->count ? READY : 0);
    uart->line_errors = 0;
    return status;
}

static UCHAR uart_modem_status(struct uart *uart)
{
    const UCHAR status = uart->modem_status | uart->lines;
    uart->modem_status = 0;
    return status;
}

static ULONGLONG uart_read(void *context, ULONG resource, ULONGLONG offset, ULONG size)
{
    struct uart *uart = context;
    UCHAR value = 0;
    (void)resource;
    (void)size;
    const bool latch = uart->line_control & DIVISOR_LATCH;
    switch (offset) {
    case DATA:
        value = latch ? (UCHAR)uart->divisor : uart_take(uart);
        break;
    case ENABLE:
        value = latch ? (UCHAR)(uart->divisor >> 8) : uart->enable;
        break;
    case IDENTIFY:
        value = uart_identify(uart);
        break;
    case LINE_CONTROL:
        value = uart->line_control;
        break;
    case MODEM_CONTROL:
        value = uart->modem_control;
        break;
    case LINE_STATUS:
        value = uart_line_status(uart);
        break;
    case MODEM_STATUS:
        value = uart_modem_status(uart);
        break;
    default:
        value = uart->scratch;
    }
    uart_update(uart);
    return value;
}

static void uart_send(struct uart *uart, UCHAR character)
{
    uart->last_sent[uart->sent++ % sizeof(uart->last_sent)] = character;
    if (!uart->unplugged)
        uart_put(uart, character);
    uart->empty_pending = true;
}

static void uart_set_modem_control(struct uart *uart, UCHAR value)
{
    UCHAR lines = uart->lines & (UCHAR) ~(CTS | DSR | DCD);
    uart->modem_control = value & 0x1F;
    if (uart->unplugged)
        return;
    if (value & RTS)
        lines |= CTS;
    if (value & DTR)
        lines |= DSR | DCD;
    uart_set_lines(uart, lines);
}

static void uart_write(void *context, ULONG resource, ULONGLONG offset, ULONG size, ULONGLONG value)
{
    struct uart *uart = context;
    const UCHAR byte = (UCHAR)value;
    (void)resource;
    (void)size;
    const bool latch = uart->line_control & DIVISOR_LATCH;
    switch (offset) {
    case DATA:
        if (latch)
            uart->divisor = (USHORT)((uart->divisor & 0xFF00) | byte);
        else
            uart_send(uart, byte);
        break;
    case ENABLE:
        if (latch)
            uart->divisor = (USHORT)((uart->divisor & 0xFF) | byte << 8);
        else {
            uart->empty_pending |= byte & ON_EMPTY && !(uart->enable & ON_EMPTY);
            uart->enable = byte & 0xF;
        }
        break;
    case IDENTIFY: /* FIFO control */
        uart->fifos = byte & 1;
        if (!uart->fifos || byte & 2)
            uart->count = 0;
        break;
    case LINE_CONTROL:
        uart->line_control = byte;
        break;
    case MODEM_CONTROL:
        uart_set_modem_control(uart, byte);
        break;
    case SCRATCH:
        uart->scratch = byte;
        break;
    default:
        break;
    }
    uart_update(uart);
}

static inline struct sim_device *uart_plug(struct uart *uart)
{
    static const struct sim_resource resources[] = {{SIM_PORTS, UART_BASE, UART_PORTS},
                                                    {SIM_INTERRUPT, UART_VECTOR, 1}};
    static struct sim_hardware hardware;
    hardware = (struct sim_hardware){resources, 2, uart_read, uart_write, uart};
    return sim_plug_hardware(NULL, &hardware);
}

#endif
