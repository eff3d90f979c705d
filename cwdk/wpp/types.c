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
    IN_SID = 19,
    IN_HEX32 = 20,
    IN_HEX64,
    IN_COUNTED_WIDE,
    IN_COUNTED_TEXT
};
enum {
    OUT_HEX = 4,
    OUT_STRING = 2,
    OUT_BOOLEAN = 3,
    OUT_PORT = 7,
    OUT_IPV4 = 8,
    OUT_WIN32 = 13,
    OUT_STATUS = 14,
    OUT_HRESULT = 15
};

static const struct wpp_type named[] = {
    {"FUNC", NULL, NULL, NULL, WPP_CONSTANT, 0, 0, 0},
    {"FILE", NULL, NULL, NULL, WPP_CONSTANT, 0, 0, 0},
    {"LINE", NULL, NULL, NULL, WPP_CONSTANT, 0, 0, 0},
    {"LEVEL", NULL, NULL, NULL, WPP_CONSTANT, 0, 0, 0},
    {"FLAGS", NULL, NULL, NULL, WPP_CONSTANT, 0, 0, 0},
    {"COMPNAME", NULL, NULL, NULL, WPP_CONSTANT, 0, 0, 0},
    {"SUBCOMP", NULL, NULL, NULL, WPP_CONSTANT, 0, 0, 0},
    {"STDPREFIX", NULL, NULL, NULL, WPP_CONSTANT, 0, 0, 0},
    {"STATUS", "LONG", NULL, NULL, WPP_NUMBER, IN_U32, OUT_STATUS, 0},
    {"status", "LONG", NULL, NULL, WPP_NUMBER, IN_U32, OUT_STATUS, 0},
    {"HRESULT", "LONG", NULL, NULL, WPP_NUMBER, IN_I32, OUT_HRESULT, 0},
    {"hresult", "LONG", NULL, NULL, WPP_NUMBER, IN_I32, OUT_HRESULT, 0},
    {"WINERROR", "ULONG", NULL, NULL, WPP_NUMBER, IN_U32, OUT_WIN32, 0},
    {"winerr", "ULONG", NULL, NULL, WPP_NUMBER, IN_U32, OUT_WIN32, 0},
    {"bool", "ULONG", NULL, NULL, WPP_NUMBER, 13, 0, 0},
    {"BOOLEAN", "UCHAR", NULL, NULL, WPP_NUMBER, IN_U8, OUT_BOOLEAN, 0},
    {"irql", "UCHAR", NULL, NULL, WPP_NUMBER, IN_U8, 0, 0},
    {"IPADDR", "ULONG", NULL, NULL, WPP_NUMBER, IN_U32, OUT_IPV4, 0},
    {"ipaddr", "ULONG", NULL, NULL, WPP_NUMBER, IN_U32, OUT_IPV4, 0},
    {"PORT", "USHORT", NULL, NULL, WPP_NUMBER, IN_U16, OUT_PORT, 0},
    {"port", "USHORT", NULL, NULL, WPP_NUMBER, IN_U16, OUT_PORT, 0},
    {"TIMESTAMP", "LONGLONG", NULL, NULL, WPP_NUMBER, IN_TIME, 0, 0},
    {"TIME", "LONGLONG", NULL, NULL, WPP_NUMBER, IN_TIME, 0, 0},
    {"datetime", "LONGLONG", NULL, NULL, WPP_NUMBER, IN_TIME, 0, 0},
    {"delta", "LONGLONG", NULL, NULL, WPP_NUMBER, IN_I64, 0, 0},
    {"due", "LONGLONG", NULL, NULL, WPP_NUMBER, IN_I64, 0, 0},
    {"WAITTIME", "LONGLONG", NULL, NULL, WPP_NUMBER, IN_I64, 0, 0},
    {"GUID", "const GUID *", NULL, NULL, WPP_GUID, IN_GUID, 0, 0},
    {"guid", "const GUID *", NULL, NULL, WPP_GUID, IN_GUID, 0, 0},
    {"CLSID", "const GUID *", NULL, NULL, WPP_GUID, IN_GUID, 0, 0},
    {"LIBID", "const GUID *", NULL, NULL, WPP_GUID, IN_GUID, 0, 0},
    {"IID", "const GUID *", NULL, NULL, WPP_GUID, IN_GUID, 0, 0},
    {"s", "const char *", NULL, NULL, WPP_TEXT, IN_TEXT, 0, 0},
    {"sid", "const VOID *", NULL, NULL, WPP_SID, IN_SID, 0, 0},
};

/* What the values of complex and simple types look like in an event. */
static const struct {
    const char *item;
    unsigned char in, out, repeat;
} items[] = {
    {"ItemHEXDump", IN_BINARY, 0, 0},
    {"ItemPString", IN_COUNTED_TEXT, 0, 0},
    {"ItemPWString", IN_COUNTED_WIDE, 0, 0},
    {"ItemString", IN_TEXT, 0, 0},
    {"ItemWString", IN_WIDE, 0, 0},
    {"ItemChar", IN_I8, 0, 0},
    {"ItemUChar", IN_U8, 0, 0},
    {"ItemCharShort", IN_I8, 0, 0},
    {"ItemShort", IN_I16, 0, 0},
    {"ItemUShort", IN_U16, 0, 0},
    {"ItemLong", IN_I32, 0, 0},
    {"ItemULong", IN_U32, 0, 0},
    {"ItemULongX", IN_HEX32, 0, 0},
    {"ItemLongLong", IN_I64, 0, 0},
    {"ItemULongLong", IN_U64, 0, 0},
    {"ItemLongLongX", IN_HEX64, 0, 0},
    {"ItemPtr", IN_HEX64, 0, 0},
    {"ItemDouble", IN_DOUBLE, 0, 0},
    {"ItemGuid", IN_GUID, 0, 0},
    {"ItemSid", IN_SID, 0, 0},
    {"ItemIPAddr", IN_U32, OUT_IPV4, 0},
    {"ItemIPV6Addr", IN_U8, OUT_HEX, 16},
    {"ItemMACAddr", IN_U8, OUT_HEX, 6},
    {"ItemPort", IN_U16, OUT_PORT, 0},
    {"ItemNTSTATUS", IN_U32, OUT_STATUS, 0},
    {"ItemHRESULT", IN_I32, OUT_HRESULT, 0},
    {"ItemWINERROR", IN_U32, OUT_WIN32, 0},
    {"ItemTimestamp", IN_TIME, 0, 0},
    {"ItemTimeDelta", IN_I64, 0, 0},
    {"ItemWaitTime", IN_I64, 0, 0},
    {"ItemDWORD", IN_U32, 0, 0},
};

bool wpp_item_type(const char *item, struct wpp_type *type)
{
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        if (!strcasecmp(items[i].item, item)) {
            type->in = items[i].in;
            type->out = items[i].out;
            type->repeat = items[i].repeat;
            return true;
        }
    return false;
}

/* Rows of one conversion: its letters, the sizes it may have, and the type. */
static const struct {
    const char *letters, *size;
    struct wpp_type type;
} conversions[] = {
    {"diu", "", {"", "int", NULL, NULL, WPP_NUMBER, IN_I32, 0, 0}},
    {"di", "l", {"", "LONG", NULL, NULL, WPP_NUMBER, IN_I32, 0, 0}},
    {"u", "l", {"", "ULONG", NULL, NULL, WPP_NUMBER, IN_U32, 0, 0}},
    {"diu", "h", {"", "short", NULL, NULL, WPP_NUMBER, IN_I16, 0, 0}},
    {"di", "hh", {"", "CHAR", NULL, NULL, WPP_NUMBER, IN_I8, 0, 0}},
    {"u", "hh", {"", "UCHAR", NULL, NULL, WPP_NUMBER, IN_U8, 0, 0}},
    {"di", "I32", {"", "LONG", NULL, NULL, WPP_NUMBER, IN_I32, 0, 0}},
    {"u", "I32", {"", "ULONG", NULL, NULL, WPP_NUMBER, IN_U32, 0, 0}},
    {"di", "ll", {"", "LONGLONG", NULL, NULL, WPP_NUMBER, IN_I64, 0, 0}},
    {"u", "ll", {"", "ULONGLONG", NULL, NULL, WPP_NUMBER, IN_U64, 0, 0}},
    {"di", "I64", {"", "LONGLONG", NULL, NULL, WPP_NUMBER, IN_I64, 0, 0}},
    {"u", "I64", {"", "ULONGLONG", NULL, NULL, WPP_NUMBER, IN_U64, 0, 0}},
    {"di", "I", {"", "LONG_PTR", NULL, NULL, WPP_NUMBER, IN_I64, 0, 0}},
    {"u", "I", {"", "ULONG_PTR", NULL, NULL, WPP_NUMBER, IN_U64, 0, 0}},
    {"diu", "z", {"", "SIZE_T", NULL, NULL, WPP_NUMBER, IN_U64, 0, 0}},
    {"xXo", "", {"", "unsigned", NULL, NULL, WPP_NUMBER, IN_HEX32, 0, 0}},
    {"xXo", "l", {"", "ULONG", NULL, NULL, WPP_NUMBER, IN_HEX32, 0, 0}},
    {"xXo", "h", {"", "USHORT", NULL, NULL, WPP_NUMBER, IN_U16, 4, 0}},
    {"xXo", "hh", {"", "UCHAR", NULL, NULL, WPP_NUMBER, IN_U8, 4, 0}},
    {"xXo", "I32", {"", "ULONG", NULL, NULL, WPP_NUMBER, IN_HEX32, 0, 0}},
    {"xXo", "ll", {"", "ULONGLONG", NULL, NULL, WPP_NUMBER, IN_HEX64, 0, 0}},
    {"xXo", "I64", {"", "ULONGLONG", NULL, NULL, WPP_NUMBER, IN_HEX64, 0, 0}},
    {"xXo", "I", {"", "ULONG_PTR", NULL, NULL, WPP_NUMBER, IN_HEX64, 0, 0}},
    {"xXo", "z", {"", "SIZE_T", NULL, NULL, WPP_NUMBER, IN_HEX64, 0, 0}},
    {"c", "", {"", "CHAR", NULL, NULL, WPP_NUMBER, IN_U8, OUT_STRING, 0}},
    {"C", "", {"", "WCHAR", NULL, NULL, WPP_NUMBER, IN_U16, OUT_STRING, 0}},
    {"c", "w", {"", "WCHAR", NULL, NULL, WPP_NUMBER, IN_U16, OUT_STRING, 0}},
    {"c", "l", {"", "WCHAR", NULL, NULL, WPP_NUMBER, IN_U16, OUT_STRING, 0}},
    {"p", "", {"", "ULONG_PTR", NULL, NULL, WPP_POINTER, IN_HEX64, 0, 0}},
    {"s", "", {"", "const char *", NULL, NULL, WPP_TEXT, IN_TEXT, 0, 0}},
    {"s", "h", {"", "const char *", NULL, NULL, WPP_TEXT, IN_TEXT, 0, 0}},
    {"S", "", {"", "const WCHAR *", NULL, NULL, WPP_WIDE, IN_WIDE, 0, 0}},
    {"s", "w", {"", "const WCHAR *", NULL, NULL, WPP_WIDE, IN_WIDE, 0, 0}},
    {"s", "l", {"", "const WCHAR *", NULL, NULL, WPP_WIDE, IN_WIDE, 0, 0}},
    {"Z", "w", {"", "const UNICODE_STRING *", NULL, NULL, WPP_UNICODE, IN_WIDE, 0, 0}},
    {"Z", "l", {"", "const UNICODE_STRING *", NULL, NULL, WPP_UNICODE, IN_WIDE, 0, 0}},
    {"Z", "", {"", "const ANSI_STRING *", NULL, NULL, WPP_ANSI, IN_TEXT, 0, 0}},
    {"Z", "h", {"", "const ANSI_STRING *", NULL, NULL, WPP_ANSI, IN_TEXT, 0, 0}},
    {"fFeEgG", "", {"", "double", NULL, NULL, WPP_NUMBER, IN_DOUBLE, 0, 0}},
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
