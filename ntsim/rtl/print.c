/*
 * Text for a debugger, which here is whoever runs the machine. All components and levels are printed: Windows' filters
 * would let but errors pass.
 */
#include "ntsim/ke/ki.h"
#include "ntsim/rtl/format.h"

enum { LONGEST = 512 }; /* bytes that one call transmits, says the documentation */

static ULONG print(const CHAR *prefix, const CHAR *format, va_list arguments)
{
    CHAR text[LONGEST];
    struct rtlp_sink sink = {.Kind = RTLP_UTF8, .Buffer = text, .Size = sizeof(text)};
    sink.Total = strnlen(prefix, sizeof(text));
    RtlCopyMemory(text, prefix, sink.Total);
    rtlp_format(&sink, format, arguments);
    ki_services->print(text, sink.Total < sizeof(text) ? sink.Total : sizeof(text));
    return STATUS_SUCCESS;
}

ULONG DbgPrint(PCSTR Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    print("", Format, arguments);
    va_end(arguments);
    return STATUS_SUCCESS;
}

ULONG DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    print("", Format, arguments);
    va_end(arguments);
    return STATUS_SUCCESS;
}

ULONG vDbgPrintEx(ULONG ComponentId, ULONG Level, PCCH Format, va_list arglist)
{
    return print("", Format, arglist);
}

ULONG vDbgPrintExWithPrefix(PCCH Prefix, ULONG ComponentId, ULONG Level, PCCH Format, va_list arglist)
{
    return print(Prefix, Format, arglist);
}

/*
 * The debugger that seems to be attached (ke/debugger.c) goes on after each break that drivers
 * ask for. A breakpoint instruction in the driver itself is an exception like any other.
 */
VOID DbgBreakPointWithStatus(ULONG Status)
{
    DbgPrint("Break requested at %p (status 0x%x), going on\n", _ReturnAddress(), Status);
}

VOID DbgBreakPoint(VOID)
{
    DbgPrint("Break requested at %p, going on\n", _ReturnAddress());
}

VOID RtlAssert(PVOID VoidFailedAssertion, PVOID VoidFileName, ULONG LineNumber, PSTR MutableMessage)
{
    DbgPrint("\n*** Assertion failed: %s%s\n***   Source File: %s, line %u\n\n", MutableMessage ? MutableMessage : "",
             VoidFailedAssertion, VoidFileName, LineNumber);
    __debugbreak();
}

/* Nobody answers. */
ULONG DbgPrompt(PCCH Prompt, PCH Response, ULONG Length)
{
    DbgPrint("%s", Prompt);
    if (Length != 0)
        *Response = 0;
    return 0;
}
