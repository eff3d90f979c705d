/*
 * IP addresses as text, and back. Facts: the public reference, mingw-w64.
 */
#ifndef WDK_IP2STRING_H
#define WDK_IP2STRING_H
#define _IP2STRING_
#include <in6addr.h>
#include <inaddr.h>
#include <driverspecs.h>
#include <wdk_export.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_KERNEL_MODE) || defined(WDK_SYS_EXPORTS)
#define WDK_IP2STRING WDK_NTOS("6.0.6000")
#else
#define WDK_IP2STRING
#endif

/* Room for the text of any address: INET_ADDRSTRLEN (22), INET6_ADDRSTRLEN (65) characters. The end of the text is returned. */
_IRQL_requires_max_(APC_LEVEL) WDK_IP2STRING
PSTR NTAPI RtlIpv4AddressToStringA(_In_ const struct in_addr *Addr, _Out_writes_(16) PSTR S);
_IRQL_requires_max_(APC_LEVEL) WDK_IP2STRING
PWSTR NTAPI RtlIpv4AddressToStringW(_In_ const struct in_addr *Addr, _Out_writes_(16) PWSTR S);
_IRQL_requires_max_(APC_LEVEL) WDK_IP2STRING
PSTR NTAPI RtlIpv6AddressToStringA(_In_ const struct in6_addr *Addr, _Out_writes_(46) PSTR S);
_IRQL_requires_max_(APC_LEVEL) WDK_IP2STRING
PWSTR NTAPI RtlIpv6AddressToStringW(_In_ const struct in6_addr *Addr, _Out_writes_(46) PWSTR S);

/* Port in network byte order; none is written for 0. */
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv4AddressToStringExA(_In_ const struct in_addr *Address, _In_ USHORT Port,
                                     _Out_writes_to_(*AddressStringLength, *AddressStringLength) PSTR AddressString,
                                     _Inout_ PULONG AddressStringLength);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv4AddressToStringExW(_In_ const struct in_addr *Address, _In_ USHORT Port,
                                     _Out_writes_to_(*AddressStringLength, *AddressStringLength) PWSTR AddressString,
                                     _Inout_ PULONG AddressStringLength);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv6AddressToStringExA(_In_ const struct in6_addr *Address, _In_ ULONG ScopeId, _In_ USHORT Port,
                                     _Out_writes_to_(*AddressStringLength, *AddressStringLength) PSTR AddressString,
                                     _Inout_ PULONG AddressStringLength);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv6AddressToStringExW(_In_ const struct in6_addr *Address, _In_ ULONG ScopeId, _In_ USHORT Port,
                                     _Out_writes_to_(*AddressStringLength, *AddressStringLength) PWSTR AddressString,
                                     _Inout_ PULONG AddressStringLength);

/* Terminator: where reading ended. Strict: four decimal parts, nothing else. */
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv4StringToAddressA(_In_ PCSTR S, _In_ BOOLEAN Strict, _Out_ PCSTR *Terminator,
                                   _Out_ struct in_addr *Addr);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv4StringToAddressW(_In_ PCWSTR S, _In_ BOOLEAN Strict, _Out_ PCWSTR *Terminator,
                                   _Out_ struct in_addr *Addr);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv6StringToAddressA(_In_ PCSTR S, _Out_ PCSTR *Terminator, _Out_ struct in6_addr *Addr);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv6StringToAddressW(_In_ PCWSTR S, _Out_ PCWSTR *Terminator, _Out_ struct in6_addr *Addr);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv4StringToAddressExA(_In_ PCSTR AddressString, _In_ BOOLEAN Strict, _Out_ struct in_addr *Address,
                                     _Out_ PUSHORT Port);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv4StringToAddressExW(_In_ PCWSTR AddressString, _In_ BOOLEAN Strict, _Out_ struct in_addr *Address,
                                     _Out_ PUSHORT Port);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv6StringToAddressExA(_In_ PCSTR AddressString, _Out_ struct in6_addr *Address, _Out_ PULONG ScopeId,
                                     _Out_ PUSHORT Port);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlIpv6StringToAddressExW(_In_ PCWSTR AddressString, _Out_ struct in6_addr *Address, _Out_ PULONG ScopeId,
                                     _Out_ PUSHORT Port);

/* MAC addresses, as XX-XX-XX-XX-XX-XX. */
#if !defined(_KERNEL_MODE) || NTDDI_VERSION >= 0x06010000
union _DL_EUI48;
_IRQL_requires_max_(APC_LEVEL) WDK_IP2STRING
PSTR NTAPI RtlEthernetAddressToStringA(_In_ const union _DL_EUI48 *Addr, _Out_writes_(18) PSTR S);
_IRQL_requires_max_(APC_LEVEL) WDK_IP2STRING
PWSTR NTAPI RtlEthernetAddressToStringW(_In_ const union _DL_EUI48 *Addr, _Out_writes_(18) PWSTR S);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlEthernetStringToAddressA(_In_ PCSTR S, _Out_ PCSTR *Terminator, _Out_ union _DL_EUI48 *Addr);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_IP2STRING
LONG NTAPI RtlEthernetStringToAddressW(_In_ PCWSTR S, _Out_ PCWSTR *Terminator, _Out_ union _DL_EUI48 *Addr);
#endif

#ifdef UNICODE
#define WDK_IP2STRING_W(name) name##W
#else
#define WDK_IP2STRING_W(name) name##A
#endif
#define RtlIpv4AddressToString WDK_IP2STRING_W(RtlIpv4AddressToString)
#define RtlIpv6AddressToString WDK_IP2STRING_W(RtlIpv6AddressToString)
#define RtlIpv4AddressToStringEx WDK_IP2STRING_W(RtlIpv4AddressToStringEx)
#define RtlIpv6AddressToStringEx WDK_IP2STRING_W(RtlIpv6AddressToStringEx)
#define RtlIpv4StringToAddress WDK_IP2STRING_W(RtlIpv4StringToAddress)
#define RtlIpv6StringToAddress WDK_IP2STRING_W(RtlIpv6StringToAddress)
#define RtlIpv4StringToAddressEx WDK_IP2STRING_W(RtlIpv4StringToAddressEx)
#define RtlIpv6StringToAddressEx WDK_IP2STRING_W(RtlIpv6StringToAddressEx)
#define RtlEthernetAddressToString WDK_IP2STRING_W(RtlEthernetAddressToString)
#define RtlEthernetStringToAddress WDK_IP2STRING_W(RtlEthernetStringToAddress)

#ifdef __cplusplus
}
#endif
#endif
