/*
 * The types of values in format strings. The numbers are those of the public TraceLogging format: "in" type, and an
 * "out" type that tells how to show it.
 */
#include "cwdk/wpp/config.h"

#include <string.h>
#include <strings.h>

enum {
    IN_WIDE = 1,
    IN_TEXT,
    IN_I8,
    IN_U8,
    IN_I16,
    IN_U16,
    IN_I32,
    IN_U32,
    IN_I64,
    IN_U64,
    IN_DOUBLE = 12,
    IN_BINARY = 14,
    IN_GUID,
    IN_TIME = 17,
    IN_HEX32 = 20,
    IN_HEX64
};
enum { OUT_STRING = 2, OUT_BOOLEAN = 3, OUT_PORT = 7, OUT_IPV4 = 8, OUT_WIN32 = 13, OUT_STATUS = 14, OUT_HRESULT = 15 };

static const struct wpp_type named[] = {
    {"FUNC", WPP_CONSTANT, NULL, 0, 0, NULL, NULL},
    {"FILE", WPP_CONSTANT, NULL, 0, 0, NULL, NULL},
    {"LINE", WPP_CONSTANT, NULL, 0, 0, NULL, NULL},
    {"LEVEL", WPP_CONSTANT, NULL, 0, 0, NULL, NULL},
    {"FLAGS", WPP_CONSTANT, NULL, 0, 0, NULL, NULL},
    {"COMPNAME", WPP_CONSTANT, NULL, 0, 0, NULL, NULL},
    {"SUBCOMP", WPP_CONSTANT, NULL, 0, 0, NULL, NULL},
    {"STDPREFIX", WPP_CONSTANT, NULL, 0, 0, NULL, NULL},
    {"STATUS", WPP_NUMBER, "LONG", IN_U32, OUT_STATUS, NULL, NULL},
    {"status", WPP_NUMBER, "LONG", IN_U32, OUT_STATUS, NULL, NULL},
    {"HRESULT", WPP_NUMBER, "LONG", IN_I32, OUT_HRESULT, NULL, NULL},
    {"hresult", WPP_NUMBER, "LONG", IN_I32, OUT_HRESULT, NULL, NULL},
    {"WINERROR", WPP_NUMBER, "ULONG", IN_U32, OUT_WIN32, NULL, NULL},
    {"winerr", WPP_NUMBER, "ULONG", IN_U32, OUT_WIN32, NULL, NULL},
    {"bool", WPP_NUMBER, "ULONG", 13, 0, NULL, NULL},
    {"BOOLEAN", WPP_NUMBER, "UCHAR", IN_U8, OUT_BOOLEAN, NULL, NULL},
    {"irql", WPP_NUMBER, "UCHAR", IN_U8, 0, NULL, NULL},
    {"IPADDR", WPP_NUMBER, "ULONG", IN_U32, OUT_IPV4, NULL, NULL},
    {"ipaddr", WPP_NUMBER, "ULONG", IN_U32, OUT_IPV4, NULL, NULL},
    {"PORT", WPP_NUMBER, "USHORT", IN_U16, OUT_PORT, NULL, NULL},
    {"port", WPP_NUMBER, "USHORT", IN_U16, OUT_PORT, NULL, NULL},
    {"TIMESTAMP", WPP_NUMBER, "LONGLONG", IN_TIME, 0, NULL, NULL},
    {"TIME", WPP_NUMBER, "LONGLONG", IN_TIME, 0, NULL, NULL},
    {"datetime", WPP_NUMBER, "LONGLONG", IN_TIME, 0, NULL, NULL},
    {"delta", WPP_NUMBER, "LONGLONG", IN_I64, 0, NULL, NULL},
    {"due", WPP_NUMBER, "LONGLONG", IN_I64, 0, NULL, NULL},
    {"WAITTIME", WPP_NUMBER, "LONGLONG", IN_I64, 0, NULL, NULL},
    {"GUID", WPP_GUID, "const GUID *", IN_GUID, 0, NULL, NULL},
    {"guid", WPP_GUID, "const GUID *", IN_GUID, 0, NULL, NULL},
    {"CLSID", WPP_GUID, "const GUID *", IN_GUID, 0, NULL, NULL},
    {"LIBID", WPP_GUID, "const GUID *", IN_GUID, 0, NULL, NULL},
    {"IID", WPP_GUID, "const GUID *", IN_GUID, 0, NULL, NULL},
    {"s", WPP_TEXT, "const char *", IN_TEXT, 0, NULL, NULL},
};

/* Rows of one conversion: its letters, the sizes it may have, and the type. */
static const struct {
    const char *letters, *size;
    struct wpp_type type;
} conversions[] = {
    {"diu", "", {"", WPP_NUMBER, "int", IN_I32, 0, NULL, NULL}},
    {"di", "l", {"", WPP_NUMBER, "LONG", IN_I32, 0, NULL, NULL}},
    {"u", "l", {"", WPP_NUMBER, "ULONG", IN_U32, 0, NULL, NULL}},
    {"diu", "h", {"", WPP_NUMBER, "short", IN_I16, 0, NULL, NULL}},
    {"di", "hh", {"", WPP_NUMBER, "CHAR", IN_I8, 0, NULL, NULL}},
    {"u", "hh", {"", WPP_NUMBER, "UCHAR", IN_U8, 0, NULL, NULL}},
    {"di", "I32", {"", WPP_NUMBER, "LONG", IN_I32, 0, NULL, NULL}},
    {"u", "I32", {"", WPP_NUMBER, "ULONG", IN_U32, 0, NULL, NULL}},
    {"di", "ll", {"", WPP_NUMBER, "LONGLONG", IN_I64, 0, NULL, NULL}},
    {"u", "ll", {"", WPP_NUMBER, "ULONGLONG", IN_U64, 0, NULL, NULL}},
    {"di", "I64", {"", WPP_NUMBER, "LONGLONG", IN_I64, 0, NULL, NULL}},
    {"u", "I64", {"", WPP_NUMBER, "ULONGLONG", IN_U64, 0, NULL, NULL}},
    {"di", "I", {"", WPP_NUMBER, "LONG_PTR", IN_I64, 0, NULL, NULL}},
    {"u", "I", {"", WPP_NUMBER, "ULONG_PTR", IN_U64, 0, NULL, NULL}},
    {"diu", "z", {"", WPP_NUMBER, "SIZE_T", IN_U64, 0, NULL, NULL}},
    {"xXo", "", {"", WPP_NUMBER, "unsigned", IN_HEX32, 0, NULL, NULL}},
    {"xXo", "l", {"", WPP_NUMBER, "ULONG", IN_HEX32, 0, NULL, NULL}},
    {"xXo", "h", {"", WPP_NUMBER, "USHORT", IN_U16, 4, NULL, NULL}},
    {"xXo", "hh", {"", WPP_NUMBER, "UCHAR", IN_U8, 4, NULL, NULL}},
    {"xXo", "I32", {"", WPP_NUMBER, "ULONG", IN_HEX32, 0, NULL, NULL}},
    {"xXo", "ll", {"", WPP_NUMBER, "ULONGLONG", IN_HEX64, 0, NULL, NULL}},
    {"xXo", "I64", {"", WPP_NUMBER, "ULONGLONG", IN_HEX64, 0, NULL, NULL}},
    {"xXo", "I", {"", WPP_NUMBER, "ULONG_PTR", IN_HEX64, 0, NULL, NULL}},
    {"xXo", "z", {"", WPP_NUMBER, "SIZE_T", IN_HEX64, 0, NULL, NULL}},
    {"c", "", {"", WPP_NUMBER, "CHAR", IN_U8, OUT_STRING, NULL, NULL}},
    {"C", "", {"", WPP_NUMBER, "WCHAR", IN_U16, OUT_STRING, NULL, NULL}},
    {"c", "w", {"", WPP_NUMBER, "WCHAR", IN_U16, OUT_STRING, NULL, NULL}},
    {"c", "l", {"", WPP_NUMBER, "WCHAR", IN_U16, OUT_STRING, NULL, NULL}},
    {"p", "", {"", WPP_POINTER, "ULONG_PTR", IN_HEX64, 0, NULL, NULL}},
    {"s", "", {"", WPP_TEXT, "const char *", IN_TEXT, 0, NULL, NULL}},
    {"s", "h", {"", WPP_TEXT, "const char *", IN_TEXT, 0, NULL, NULL}},
    {"S", "", {"", WPP_WIDE, "const WCHAR *", IN_WIDE, 0, NULL, NULL}},
    {"s", "w", {"", WPP_WIDE, "const WCHAR *", IN_WIDE, 0, NULL, NULL}},
    {"s", "l", {"", WPP_WIDE, "const WCHAR *", IN_WIDE, 0, NULL, NULL}},
    {"Z", "w", {"", WPP_UNICODE, "const UNICODE_STRING *", IN_WIDE, 0, NULL, NULL}},
    {"Z", "l", {"", WPP_UNICODE, "const UNICODE_STRING *", IN_WIDE, 0, NULL, NULL}},
    {"Z", "", {"", WPP_ANSI, "const ANSI_STRING *", IN_TEXT, 0, NULL, NULL}},
    {"Z", "h", {"", WPP_ANSI, "const ANSI_STRING *", IN_TEXT, 0, NULL, NULL}},
    {"fFeEgG", "", {"", WPP_NUMBER, "double", IN_DOUBLE, 0, NULL, NULL}},
};

const struct wpp_type *wpp_conversion_type(const char *size, char conversion)
{
    for (size_t i = 0; i < sizeof conversions / sizeof *conversions; i++)
        if (strchr(conversions[i].letters, conversion) && !strcmp(conversions[i].size, size))
            return &conversions[i].type;
    return NULL;
}

const struct wpp_type *wpp_find_type(const struct wpp_config *c, const char *name, size_t length)
{
    for (const struct wpp_type *type = c->types; type; type = type->next)
        if (!strncasecmp(type->name, name, length) && !type->name[length])
            return type;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (!strncmp(named[i].name, name, length) && !named[i].name[length])
            return &named[i];
    return NULL;
}
