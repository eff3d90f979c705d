/* Types of event fields. The numbers are those of TDH_IN_TYPE and TDH_OUT_TYPE. */
#include "cwdk/events/manifest.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { IN_POINTER = 16, IN_FILETIME = 17, IN_SYSTEMTIME = 18, IN_SID = 19 };

static const struct in_type {
    const char *name;
    uint8_t out; /* without an outType */
    struct field_type kernel, user;
} in_types[] = {
    {"", 0, {0}, {0}},
    {"UnicodeString", 1, {NULL, "WCHAR", 2}, {NULL, "WCHAR", 2}},
    {"AnsiString", 1, {NULL, "char", 1}, {NULL, "char", 1}},
    {"Int8", 3, {"signed char", "signed char", 1}, {"signed char", "signed char", 1}},
    {"UInt8", 4, {"UCHAR", "UCHAR", 1}, {"UCHAR", "UCHAR", 1}},
    {"Int16", 5, {"SHORT", "SHORT", 2}, {"SHORT", "SHORT", 2}},
    {"UInt16", 6, {"USHORT", "USHORT", 2}, {"USHORT", "USHORT", 2}},
    {"Int32", 7, {"int", "int", 4}, {"int", "int", 4}},
    {"UInt32", 8, {"unsigned int", "unsigned int", 4}, {"unsigned int", "unsigned int", 4}},
    {"Int64", 9, {"LONGLONG", "LONGLONG", 8}, {"LONGLONG", "LONGLONG", 8}},
    {"UInt64", 10, {"ULONGLONG", "ULONGLONG", 8}, {"ULONGLONG", "ULONGLONG", 8}},
    {"Float", 11, {"float", "float", 4}, {"float", "float", 4}},
    {"Double", 12, {"double", "double", 8}, {"double", "double", 8}},
    {"Boolean", 13, {"int", "int", 4}, {"int", "int", 4}},
    {"Binary", 15, {NULL, "unsigned char", 1}, {NULL, "unsigned char", 1}},
    {"GUID", 14, {NULL, "GUID", 16}, {NULL, "GUID", 16}},
    {"Pointer", 19, {"const void *", "const void *", 8}, {"const void *", "const void *", 8}},
    {"FILETIME", 2, {NULL, "LARGE_INTEGER", 8}, {NULL, "FILETIME", 8}},
    {"SYSTEMTIME", 2, {NULL, "USHORT", 16}, {NULL, "SYSTEMTIME", 16}},
    {"SID", 1, {NULL, "SID", 0}, {NULL, "SID", 0}},
    {"HexInt32", 18, {"unsigned int", "unsigned int", 4}, {"unsigned int", "unsigned int", 4}},
    {"HexInt64", 19, {"ULONGLONG", "ULONGLONG", 8}, {"ULONGLONG", "ULONGLONG", 8}},
};

static const struct {
    const char *name;
    uint8_t value;
} out_types[] = {
    {"string", 1},
    {"dateTime", 2},
    {"byte", 3},
    {"unsignedByte", 4},
    {"short", 5},
    {"unsignedShort", 6},
    {"int", 7},
    {"unsignedInt", 8},
    {"long", 9},
    {"unsignedLong", 10},
    {"float", 11},
    {"double", 12},
    {"boolean", 13},
    {"GUID", 14},
    {"hexBinary", 15},
    {"HexInt8", 16},
    {"HexInt16", 17},
    {"HexInt32", 18},
    {"HexInt64", 19},
    {"PID", 20},
    {"TID", 21},
    {"Port", 22},
    {"IPv4", 23},
    {"IPv6", 24},
    {"SocketAddress", 25},
    {"CIMDateTime", 26},
    {"ETWTIME", 27},
    {"Xml", 28},
    {"ErrorCode", 29},
    {"Win32Error", 30},
    {"NTSTATUS", 31},
    {"HResult", 32},
    {"DateTimeCultureInsensitive", 33},
    {"Json", 34},
    {"Utf8", 35},
    {"Pkcs7WithTypeInfo", 36},
    {"CodePointer", 37},
    {"DateTimeUtc", 38},
};

/* The prefix is the manifest's own choice ("win:", "xs:"), and is often wrong. */
static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

uint8_t type_in(const char *name)
{
    for (size_t i = 1; i < sizeof in_types / sizeof *in_types; i++)
        if (!strcmp(in_types[i].name, local(name)))
            return (uint8_t)i;
    return 0;
}

uint8_t type_out(const char *name)
{
    for (size_t i = 0; i < sizeof out_types / sizeof *out_types; i++)
        if (!strcmp(out_types[i].name, local(name)))
            return out_types[i].value;
    return 0;
}

uint8_t type_out_default(uint8_t in)
{
    return in_types[in].out;
}

struct field_type type_c(uint8_t in, bool kernel)
{
    return kernel ? in_types[in].kernel : in_types[in].user;
}

bool guid_parse(const char *text, uint8_t guid[16])
{
    static const uint8_t order[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    const bool braces = *text == '{';
    text += braces;
    for (int i = 0; i < 16; i++) {
        char digits[3] = {0};
        if (i == 4 || i == 6 || i == 8 || i == 10)
            if (*text++ != '-')
                return false;
        if (!isxdigit((unsigned char)text[0]) || !isxdigit((unsigned char)text[1]))
            return false;
        memcpy(digits, text, 2);
        guid[order[i]] = (uint8_t)strtoul(digits, NULL, 16);
        text += 2;
    }
    return !strcmp(text, braces ? "}" : "");
}
