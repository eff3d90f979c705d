/*
 * IPv4, IPv6 and Ethernet addresses as text, and back. All is done on bytes; what is UTF-16 is copied from and to them,
 * since an address is ASCII.
 */
#include <ntifs.h>

#include <ip2string.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IPV4_ROOM = 22, IPV6_ROOM = 65, LONGEST = 80 };

typedef union _DL_EUI48 {
    UCHAR Byte[6];
} DL_EUI48;

/* --- to text --- */

static ULONG print_ipv4(const UCHAR *bytes, CHAR *to)
{
    return (ULONG)sprintf(to, "%u.%u.%u.%u", bytes[0], bytes[1], bytes[2], bytes[3]);
}

static ULONG word(const struct in6_addr *address, ULONG i)
{
    return (ULONG)address->u.Byte[i * 2] << 8 | address->u.Byte[i * 2 + 1];
}

/* Whether the last four bytes are an IPv4 address: compatible, mapped, translated, ISATAP. */
static BOOLEAN ends_in_ipv4(const struct in6_addr *address)
{
    ULONG zeros = 0;
    while (zeros < 8 && word(address, zeros) == 0)
        zeros++;
    if ((zeros == 6 && word(address, 6) != 0) || (zeros == 5 && word(address, 5) == 0xFFFF) ||
        (zeros == 4 && word(address, 4) == 0xFFFF && word(address, 5) == 0))
        return TRUE;
    return (word(address, 4) & 0xFDFF) == 0 && word(address, 5) == 0x5EFE;
}

/* The longest run of zeros, of two words at least; the first of those. */
static ULONG find_zeros(const struct in6_addr *address, ULONG words, PULONG begin)
{
    ULONG best = 1;
    for (ULONG i = 0; i < words;) {
        ULONG length = 0;
        while (i + length < words && word(address, i + length) == 0)
            length++;
        if (length > best) {
            best = length;
            *begin = i;
        }
        i += length + 1;
    }
    return best > 1 ? best : 0;
}

static ULONG print_ipv6(const struct in6_addr *address, CHAR *to)
{
    const BOOLEAN ipv4 = ends_in_ipv4(address);
    const ULONG words = ipv4 ? 6 : 8;
    ULONG begin = words, length = 0;
    const ULONG zeros = find_zeros(address, words, &begin);
    for (ULONG i = 0; i < words;) {
        if (zeros && i == begin) {
            length += (ULONG)sprintf(to + length, "::");
            i += zeros;
            continue;
        }
        length += (ULONG)sprintf(to + length, "%s%x", i != 0 && to[length - 1] != ':' ? ":" : "", word(address, i));
        i++;
    }
    if (ipv4) {
        if (to[length - 1] != ':')
            to[length++] = ':';
        length += print_ipv4(address->u.Byte + 12, to + length);
    }
    return length;
}

static ULONG print_port(USHORT port, CHAR *to)
{
    return (ULONG)sprintf(to, ":%u", RtlUshortByteSwap(port));
}

static ULONG print_ipv4_port(const struct in_addr *address, USHORT port, CHAR *to)
{
    const ULONG length = print_ipv4((const UCHAR *)address, to);
    return port ? length + print_port(port, to + length) : length;
}

static ULONG print_ipv6_port(const struct in6_addr *address, ULONG scope, USHORT port, CHAR *to)
{
    ULONG length = 0;
    if (port)
        to[length++] = '[';
    length += print_ipv6(address, to + length);
    if (scope)
        length += (ULONG)sprintf(to + length, "%%%u", scope);
    if (port) {
        to[length++] = ']';
        length += print_port(port, to + length);
    }
    return length;
}

static PWSTR widen(const CHAR *text, ULONG length, PWSTR to)
{
    for (ULONG i = 0; i < length; i++)
        to[i] = (UCHAR)text[i];
    to[length] = 0;
    return to + length;
}

PSTR NTAPI RtlIpv4AddressToStringA(const struct in_addr *Addr, PSTR S)
{
    return S + print_ipv4((const UCHAR *)Addr, S);
}

PWSTR NTAPI RtlIpv4AddressToStringW(const struct in_addr *Addr, PWSTR S)
{
    CHAR text[IPV4_ROOM];
    return widen(text, print_ipv4((const UCHAR *)Addr, text), S);
}

PSTR NTAPI RtlIpv6AddressToStringA(const struct in6_addr *Addr, PSTR S)
{
    return S + print_ipv6(Addr, S);
}

PWSTR NTAPI RtlIpv6AddressToStringW(const struct in6_addr *Addr, PWSTR S)
{
    CHAR text[IPV6_ROOM];
    return widen(text, print_ipv6(Addr, text), S);
}

/* Gives the text, or says how much room it needs. */
static LONG give(const CHAR *text, ULONG length, PVOID to, PULONG room, BOOLEAN wide)
{
    const ULONG given = *room;
    *room = length + 1;
    if (!to || given < length + 1)
        return STATUS_INVALID_PARAMETER;
    if (wide)
        widen(text, length, to);
    else
        RtlCopyMemory(to, text, length + 1);
    return STATUS_SUCCESS;
}

LONG NTAPI RtlIpv4AddressToStringExA(const struct in_addr *Address, USHORT Port, PSTR AddressString,
                                     PULONG AddressStringLength)
{
    CHAR text[IPV4_ROOM];
    return give(text, print_ipv4_port(Address, Port, text), AddressString, AddressStringLength, FALSE);
}

LONG NTAPI RtlIpv4AddressToStringExW(const struct in_addr *Address, USHORT Port, PWSTR AddressString,
                                     PULONG AddressStringLength)
{
    CHAR text[IPV4_ROOM];
    return give(text, print_ipv4_port(Address, Port, text), AddressString, AddressStringLength, TRUE);
}

LONG NTAPI RtlIpv6AddressToStringExA(const struct in6_addr *Address, ULONG ScopeId, USHORT Port, PSTR AddressString,
                                     PULONG AddressStringLength)
{
    CHAR text[IPV6_ROOM];
    return give(text, print_ipv6_port(Address, ScopeId, Port, text), AddressString, AddressStringLength, FALSE);
}

LONG NTAPI RtlIpv6AddressToStringExW(const struct in6_addr *Address, ULONG ScopeId, USHORT Port, PWSTR AddressString,
                                     PULONG AddressStringLength)
{
    CHAR text[IPV6_ROOM];
    return give(text, print_ipv6_port(Address, ScopeId, Port, text), AddressString, AddressStringLength, TRUE);
}

/* --- from text. Each reader moves *at on to where it stopped; FALSE: this is none. --- */

static ULONG digit(CHAR c)
{
    if (c >= '0' && c <= '9')
        return (ULONG)(c - '0');
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? (ULONG)(c - 'a' + 10) : MAXULONG;
}

static BOOLEAN read_number(PCSTR *at, ULONG base, ULONG most, PULONG value)
{
    ULONG64 result = 0;
    PCSTR begin = *at;
    for (; digit(**at) < base; (*at)++) {
        result = result * base + digit(**at);
        if (result > most)
            return FALSE;
    }
    *value = (ULONG)result;
    return *at != begin;
}

/* As C writes numbers: 0x is hexadecimal, a 0 in front octal. */
static BOOLEAN read_c_number(PCSTR *at, ULONG most, PULONG value)
{
    if ((*at)[0] == '0' && ((*at)[1] | 0x20) == 'x') {
        *at += 2;
        return read_number(at, 16, most, value);
    }
    return read_number(at, (*at)[0] == '0' ? 8 : 10, most, value);
}

/* Strict: four decimal parts. Else the last part is all that the others leave. As Windows reads it: nothing that would
 * go on as an address, a fifth part or a colon after fewer than four. */
static BOOLEAN read_ipv4(PCSTR *at, BOOLEAN strict, PUCHAR bytes)
{
    ULONG parts[4], count = 0;
    for (;;) {
        if (strict && (*at)[0] == '0' && digit((*at)[1]) < 10) /* octal, elsewhere */
            return FALSE;
        if (!(strict ? read_number(at, 10, MAXUCHAR, &parts[count]) : read_c_number(at, MAXULONG, &parts[count])))
            return FALSE;
        if (++count == 4 || **at != '.')
            break;
        (*at)++;
    }
    if ((strict && count != 4) || **at == '.' || (**at == ':' && count != 4))
        return FALSE;
    ULONG value = parts[count - 1];
    if (count > 1 && value >> (8 * (5 - count)) != 0)
        return FALSE;
    for (ULONG i = 0; i + 1 < count; i++) {
        if (parts[i] > MAXUCHAR)
            return FALSE;
        value |= parts[i] << (24 - 8 * i);
    }
    value = RtlUlongByteSwap(value);
    RtlCopyMemory(bytes, &value, sizeof(value));
    return TRUE;
}

/* Groups of up to four digits, one gap, and perhaps an IPv4 address at the end. */
static BOOLEAN read_ipv6(PCSTR *at, struct in6_addr *address)
{
    UCHAR bytes[16] = {0};
    ULONG count = 0, gap = MAXULONG; /* in bytes */
    if ((*at)[0] == ':' && (*at)[1] != ':')
        return FALSE;
    while (count < sizeof(bytes)) {
        PCSTR group = *at;
        ULONG value;
        if (group[0] == ':' && group[1] == ':' && gap == MAXULONG) {
            gap = count;
            *at += 2;
            if (digit(**at) == MAXULONG)
                break;
            continue;
        }
        if (count != 0 && gap != count) {
            if (*group != ':' || digit(group[1]) == MAXULONG)
                break;
            group = ++*at;
        }
        if (!read_number(at, 16, MAXUSHORT, &value) || *at - group > 4)
            return FALSE;
        if (**at == '.' && count <= 12) {
            *at = group;
            if (!read_ipv4(at, TRUE, bytes + count))
                return FALSE;
            count += 4;
            break;
        }
        bytes[count++] = (UCHAR)(value >> 8);
        bytes[count++] = (UCHAR)value;
    }
    if (gap == MAXULONG ? count != sizeof(bytes) : count == sizeof(bytes))
        return FALSE;
    if (gap != MAXULONG) {
        RtlMoveMemory(bytes + sizeof(bytes) - (count - gap), bytes + gap, count - gap);
        RtlZeroMemory(bytes + gap, sizeof(bytes) - count);
    }
    RtlCopyMemory(address->u.Byte, bytes, sizeof(bytes));
    return TRUE;
}

static BOOLEAN read_port(PCSTR *at, PUSHORT port)
{
    ULONG value;
    (*at)++;
    if (!read_c_number(at, MAXUSHORT, &value) || value == 0)
        return FALSE;
    *port = RtlUshortByteSwap((USHORT)value);
    return TRUE;
}

static BOOLEAN read_ipv4_port(PCSTR at, BOOLEAN strict, struct in_addr *address, PUSHORT port)
{
    *port = 0;
    if (!read_ipv4(&at, strict, (PUCHAR)address) || (*at == ':' && !read_port(&at, port)))
        return FALSE;
    return *at == 0;
}

static BOOLEAN read_ipv6_port(PCSTR at, struct in6_addr *address, PULONG scope, PUSHORT port)
{
    const BOOLEAN bracket = *at == '[';
    *scope = 0;
    *port = 0;
    at += bracket;
    if (!read_ipv6(&at, address))
        return FALSE;
    if (*at == '%') {
        at++;
        if (!read_number(&at, 10, MAXULONG, scope))
            return FALSE;
    }
    if (bracket) {
        if (*at++ != ']' || (*at == ':' && !read_port(&at, port)))
            return FALSE;
    }
    return *at == 0;
}

/* Units beyond ASCII are no part of an address, nor is what comes after so many. */
static PCSTR flatten(PCWSTR text, CHAR *to)
{
    ULONG i = 0;
    for (; i < LONGEST - 1 && text[i]; i++)
        to[i] = text[i] < 0x80 ? (CHAR)text[i] : '?';
    to[i] = 0;
    return to;
}

static LONG status(BOOLEAN read)
{
    return read ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

LONG NTAPI RtlIpv4StringToAddressA(PCSTR S, BOOLEAN Strict, PCSTR *Terminator, struct in_addr *Addr)
{
    *Terminator = S;
    return status(read_ipv4(Terminator, Strict, (PUCHAR)Addr));
}

LONG NTAPI RtlIpv4StringToAddressW(PCWSTR S, BOOLEAN Strict, PCWSTR *Terminator, struct in_addr *Addr)
{
    CHAR text[LONGEST];
    PCSTR at = flatten(S, text);
    const LONG result = RtlIpv4StringToAddressA(at, Strict, &at, Addr);
    *Terminator = S + (at - text);
    return result;
}

LONG NTAPI RtlIpv6StringToAddressA(PCSTR S, PCSTR *Terminator, struct in6_addr *Addr)
{
    *Terminator = S;
    return status(read_ipv6(Terminator, Addr));
}

LONG NTAPI RtlIpv6StringToAddressW(PCWSTR S, PCWSTR *Terminator, struct in6_addr *Addr)
{
    CHAR text[LONGEST];
    PCSTR at = flatten(S, text);
    const LONG result = RtlIpv6StringToAddressA(at, &at, Addr);
    *Terminator = S + (at - text);
    return result;
}

LONG NTAPI RtlIpv4StringToAddressExA(PCSTR AddressString, BOOLEAN Strict, struct in_addr *Address, PUSHORT Port)
{
    return status(read_ipv4_port(AddressString, Strict, Address, Port));
}

LONG NTAPI RtlIpv4StringToAddressExW(PCWSTR AddressString, BOOLEAN Strict, struct in_addr *Address, PUSHORT Port)
{
    CHAR text[LONGEST];
    return status(read_ipv4_port(flatten(AddressString, text), Strict, Address, Port));
}

LONG NTAPI RtlIpv6StringToAddressExA(PCSTR AddressString, struct in6_addr *Address, PULONG ScopeId, PUSHORT Port)
{
    return status(read_ipv6_port(AddressString, Address, ScopeId, Port));
}

LONG NTAPI RtlIpv6StringToAddressExW(PCWSTR AddressString, struct in6_addr *Address, PULONG ScopeId, PUSHORT Port)
{
    CHAR text[LONGEST];
    return status(read_ipv6_port(flatten(AddressString, text), Address, ScopeId, Port));
}

/* --- Ethernet --- */

PSTR NTAPI RtlEthernetAddressToStringA(const union _DL_EUI48 *Addr, PSTR S)
{
    const UCHAR *b = Addr->Byte;
    return S + sprintf(S, "%02X-%02X-%02X-%02X-%02X-%02X", b[0], b[1], b[2], b[3], b[4], b[5]);
}

PWSTR NTAPI RtlEthernetAddressToStringW(const union _DL_EUI48 *Addr, PWSTR S)
{
    CHAR text[18];
    return widen(text, (ULONG)(RtlEthernetAddressToStringA(Addr, text) - text), S);
}

LONG NTAPI RtlEthernetStringToAddressA(PCSTR S, PCSTR *Terminator, union _DL_EUI48 *Addr)
{
    *Terminator = S;
    for (ULONG i = 0; i < sizeof(Addr->Byte); i++) {
        ULONG value;
        PCSTR begin = *Terminator;
        if (!read_number(Terminator, 16, MAXUCHAR, &value) || *Terminator - begin != 2)
            return STATUS_INVALID_PARAMETER;
        Addr->Byte[i] = (UCHAR)value;
        if (i + 1 < sizeof(Addr->Byte) && *(*Terminator)++ != '-')
            return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

LONG NTAPI RtlEthernetStringToAddressW(PCWSTR S, PCWSTR *Terminator, union _DL_EUI48 *Addr)
{
    CHAR text[LONGEST];
    PCSTR at = flatten(S, text);
    const LONG result = RtlEthernetStringToAddressA(at, &at, Addr);
    *Terminator = S + (at - text);
    return result;
}
