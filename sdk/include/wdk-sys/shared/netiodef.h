/*
 * Headers of packets as they are on the wire: Ethernet, ARP, IPv4, IPv6, ICMP, IGMP, MLD and TCP; all in network byte order.
 * Facts: RFC 791, 792, 826, 3376, 3810, 8200, 4443, 9293; names from the public metadata of Win32 (MIT).
 */
#ifndef WDK_NETIODEF_H
#define WDK_NETIODEF_H
#define _NETIODEF_
#include <in6addr.h>
#include <inaddr.h>
#include <nldef.h>
#include <ws2def.h>
#pragma pack(push, 1)

#ifdef __cplusplus
extern "C" {
#endif

#define DL_ADDRESS_LENGTH_MAXIMUM 32
#define DL_HEADER_LENGTH_MAXIMUM 64

/* Addresses of the link layer. */
typedef union _DL_OUI {
    UINT8 Byte[3];
    struct {
        UINT8 Group : 1;
        UINT8 Local : 1;
    };
} DL_OUI, *PDL_OUI;

typedef union _DL_EI48 {
    UINT8 Byte[3];
} DL_EI48, *PDL_EI48;

typedef union _DL_EUI48 {
    UINT8 Byte[6];
    struct {
        DL_OUI Oui;
        DL_EI48 Ei48;
    };
} DL_EUI48, *PDL_EUI48;
typedef DL_EUI48 EUI48, *PEUI48;
typedef DL_EUI48 ETHERNET_ADDRESS, *PETHERNET_ADDRESS;

typedef union _DL_EI64 {
    UINT8 Byte[5];
} DL_EI64, *PDL_EI64;

typedef union _DL_EUI64 {
    UINT8 Byte[8];
    UINT64 Value;
    struct {
        DL_OUI Oui;
        union {
            DL_EI64 Ei64;
            struct {
                UINT8 Type;
                UINT8 Tse;
                DL_EI48 Ei48;
            };
        };
    };
} DL_EUI64, *PDL_EUI64;

#define SNAP_DSAP 0xaa
#define SNAP_SSAP 0xaa
#define SNAP_CONTROL 3
#define SNAP_OUI 0
typedef struct _SNAP_HEADER {
    UINT8 Dsap;
    UINT8 Ssap;
    UINT8 Control;
    UINT8 Oui[3];
    UINT16 Type;
} SNAP_HEADER, *PSNAP_HEADER;

#define ETHERNET_ADDRESS_LENGTH 6
#define ETHERNET_CRC_LENGTH 4
#define ETHERNET_TYPE_MINIMUM 0x0600
#define ETHERNET_TYPE_IPV4 0x0800
#define ETHERNET_TYPE_ARP 0x0806
#define ETHERNET_TYPE_IPV6 0x86dd
#define ETHERNET_TYPE_802_1Q 0x8100
#define ETHERNET_TYPE_802_1AD 0x88a8
typedef struct _ETHERNET_HEADER {
    DL_EUI48 Destination;
    DL_EUI48 Source;
    union {
        UINT16 Type;
        UINT16 Length;
    };
} ETHERNET_HEADER, *PETHERNET_HEADER;

typedef struct _VLAN_TAG {
    union {
        UINT16 Tag;
        struct {
            UINT16 VID : 12;
            UINT16 CFI : 1;
            UINT16 User_Priority : 3;
        };
    };
    UINT16 Type;
} VLAN_TAG, *PVLAN_TAG;

typedef enum { ARP_REQUEST = 1, ARP_RESPONSE = 2 } ARP_OPCODE, *PARP_OPCODE;
typedef enum { ARP_HW_ENET = 1, ARP_HW_802 = 6 } ARP_HARDWARE_TYPE, *PARP_HARDWARE_TYPE;
typedef struct _ARP_HEADER {
    UINT16 HardwareAddressSpace;
    UINT16 ProtocolAddressSpace;
    UINT8 HardwareAddressLength;
    UINT8 ProtocolAddressLength;
    UINT16 Opcode;
    UINT8 SenderHardwareAddress[1];
} ARP_HEADER, *PARP_HEADER;

/* IPv4. */
#define IP_VER_MASK 0xf0
#define IPV4_VERSION 4
#define IPV4_MINIMUM_MTU 576
#define IPV4_MIN_MINIMUM_MTU 352
#define IPV4_MAX_MINIMUM_MTU 576
#define MAX_IPV4_PACKET 65535
#define MAX_IPV4_HLEN 60
typedef struct _IPV4_HEADER {
    union {
        UINT8 VersionAndHeaderLength;
        struct {
            UINT8 HeaderLength : 4;
            UINT8 Version : 4;
        };
    };
    union {
        UINT8 TypeOfServiceAndEcnField;
        struct {
            UINT8 EcnField : 2;
            UINT8 TypeOfService : 6;
        };
    };
    UINT16 TotalLength;
    UINT16 Identification;
    union {
        UINT16 FlagsAndOffset;
        struct {
            UINT16 DontUse1 : 5; /* high bits of the offset */
            UINT16 MoreFragments : 1;
            UINT16 DontFragment : 1;
            UINT16 Reserved : 1;
            UINT16 DontUse2 : 8; /* low bits of the offset */
        };
    };
    UINT8 TimeToLive;
    UINT8 Protocol;
    UINT16 HeaderChecksum;
    IN_ADDR SourceAddress;
    IN_ADDR DestinationAddress;
} IPV4_HEADER, *PIPV4_HEADER;

typedef enum {
    IP_OPT_EOL = 0,
    IP_OPT_NOP = 1,
    IP_OPT_SECURITY = 0x82,
    IP_OPT_LSRR = 0x83,
    IP_OPT_TS = 0x44,
    IP_OPT_RR = 0x7,
    IP_OPT_SSRR = 0x89,
    IP_OPT_SID = 0x88,
    IP_OPT_ROUTER_ALERT = 0x94,
    IP_OPT_MULTIDEST = 0x95
} IPV4_OPTION_TYPE;

typedef struct _IPV4_OPTION_HEADER {
    union {
        UINT8 OptionType;
        struct {
            UINT8 OptionNumber : 5;
            UINT8 OptionClass : 2;
            UINT8 CopiedFlag : 1;
        };
    };
    UINT8 OptionLength;
} IPV4_OPTION_HEADER, *PIPV4_OPTION_HEADER;

/* ICMP of both families. */
typedef struct _ICMP_HEADER {
    UINT8 Type;
    UINT8 Code;
    UINT16 Checksum;
} ICMP_HEADER, *PICMP_HEADER;
typedef ICMP_HEADER ICMPV4_HEADER, *PICMPV4_HEADER, ICMPV6_HEADER, *PICMPV6_HEADER;

typedef struct _ICMP_MESSAGE {
    ICMP_HEADER Header;
    union {
        UINT32 Data32[1];
        UINT16 Data16[2];
        UINT8 Data8[4];
    } Data;
} ICMP_MESSAGE, *PICMP_MESSAGE;
typedef ICMP_MESSAGE ICMPV4_MESSAGE, *PICMPV4_MESSAGE, ICMPV6_MESSAGE, *PICMPV6_MESSAGE;

typedef enum {
    ICMP4_UNREACH_NET = 0,
    ICMP4_UNREACH_HOST = 1,
    ICMP4_UNREACH_PROTOCOL = 2,
    ICMP4_UNREACH_PORT = 3,
    ICMP4_UNREACH_FRAG_NEEDED = 4,
    ICMP4_UNREACH_SOURCEROUTE_FAILED = 5,
    ICMP4_UNREACH_NET_UNKNOWN = 6,
    ICMP4_UNREACH_HOST_UNKNOWN = 7,
    ICMP4_UNREACH_ISOLATED = 8,
    ICMP4_UNREACH_NET_ADMIN = 9,
    ICMP4_UNREACH_HOST_ADMIN = 10,
    ICMP4_UNREACH_NET_TOS = 11,
    ICMP4_UNREACH_HOST_TOS = 12,
    ICMP4_UNREACH_ADMIN = 13
} ICMP4_UNREACH_CODE;

typedef enum { ICMP4_TIME_EXCEED_TRANSIT = 0, ICMP4_TIME_EXCEED_REASSEMBLY = 1 } ICMP4_TIME_EXCEED_CODE;

#define ICMP6_DST_UNREACH_NOROUTE 0
#define ICMP6_DST_UNREACH_ADMIN 1
#define ICMP6_DST_UNREACH_BEYONDSCOPE 2
#define ICMP6_DST_UNREACH_ADDR 3
#define ICMP6_DST_UNREACH_NOPORT 4
#define ICMP6_TIME_EXCEED_TRANSIT 0
#define ICMP6_TIME_EXCEED_REASSEMBLY 1
#define ICMP6_PARAMPROB_HEADER 0
#define ICMP6_PARAMPROB_NEXTHEADER 1
#define ICMP6_PARAMPROB_OPTION 2

#define IGMP_QUERY_TYPE 0x11
#define IGMP_VERSION1_REPORT_TYPE 0x12
#define IGMP_VERSION2_REPORT_TYPE 0x16
#define IGMP_LEAVE_GROUP_TYPE 0x17
#define IGMP_VERSION3_REPORT_TYPE 0x22
typedef struct _IGMP_HEADER {
    union {
        struct {
            UINT8 Type : 4;
            UINT8 Version : 4;
        };
        UINT8 VersionType;
    };
    union {
        UINT8 Reserved;
        UINT8 MaxRespTime;
        UINT8 Code;
    };
    UINT16 Checksum;
    IN_ADDR MulticastAddress;
} IGMP_HEADER, *PIGMP_HEADER;

/* IPv6. */
#define IPV6_VERSION 0x60
#define IPV6_MINIMUM_MTU 1280
typedef struct _IPV6_HEADER {
    union {
        UINT32 VersionClassFlow;
        struct {
            UINT32 : 4;
            UINT32 Version : 4;
            UINT32 : 24;
        };
    };
    UINT16 PayloadLength;
    UINT8 NextHeader;
    UINT8 HopLimit;
    IN6_ADDR SourceAddress;
    IN6_ADDR DestinationAddress;
} IPV6_HEADER, *PIPV6_HEADER;

typedef struct _IPV6_FRAGMENT_HEADER {
    UINT8 NextHeader;
    UINT8 Reserved;
    union {
        struct {
            UINT16 DontUse1 : 8;
            UINT16 MoreFragments : 1;
            UINT16 ReservedBits : 2;
            UINT16 DontUse2 : 5;
        };
        UINT16 OffsetAndFlags;
    };
    UINT32 Id;
} IPV6_FRAGMENT_HEADER, *PIPV6_FRAGMENT_HEADER;

typedef struct _IPV6_EXTENSION_HEADER {
    UINT8 NextHeader;
    UINT8 Length; /* in units of 8 bytes, less the first */
} IPV6_EXTENSION_HEADER, *PIPV6_EXTENSION_HEADER;

typedef struct _IPV6_OPTION_HEADER {
    UINT8 Type;
    UINT8 DataLength;
} IPV6_OPTION_HEADER, *PIPV6_OPTION_HEADER;

typedef struct _IPV6_ROUTING_HEADER {
    UINT8 NextHeader;
    UINT8 Length;
    UINT8 RoutingType;
    UINT8 SegmentsLeft;
    UINT8 Reserved[4];
} IPV6_ROUTING_HEADER, *PIPV6_ROUTING_HEADER;

typedef enum {
    ND_OPT_SOURCE_LINKADDR = 1,
    ND_OPT_TARGET_LINKADDR = 2,
    ND_OPT_PREFIX_INFORMATION = 3,
    ND_OPT_REDIRECTED_HEADER = 4,
    ND_OPT_MTU = 5,
    ND_OPT_NBMA_SHORTCUT_LIMIT = 6,
    ND_OPT_ADVERTISEMENT_INTERVAL = 7,
    ND_OPT_HOME_AGENT_INFORMATION = 8,
    ND_OPT_SOURCE_ADDR_LIST = 9,
    ND_OPT_TARGET_ADDR_LIST = 10,
    ND_OPT_ROUTE_INFO = 24,
    ND_OPT_RDNSS = 25,
    ND_OPT_DNSSL = 31
} ND_OPTION_TYPE, *PND_OPTION_TYPE;

typedef struct _MLD_HEADER {
    ICMPV6_HEADER IcmpHeader;
    UINT16 MaxRespTime;
    UINT16 Reserved;
    IN6_ADDR MulticastAddress;
} MLD_HEADER, *PMLD_HEADER;

/* TCP. */
#define TH_FIN 0x01
#define TH_SYN 0x02
#define TH_RST 0x04
#define TH_PSH 0x08
#define TH_ACK 0x10
#define TH_URG 0x20
#define TH_ECE 0x40
#define TH_CWR 0x80
#define TH_OPT_EOL 0
#define TH_OPT_NOP 1
#define TH_OPT_MSS 2
#define TH_OPT_WS 3
#define TH_OPT_SACK_PERMITTED 4
#define TH_OPT_SACK 5
#define TH_OPT_TS 8
#define TH_OPT_FASTOPEN 34
typedef UINT32 SEQ_NUM;
typedef struct tcp_hdr {
    UINT16 th_sport;
    UINT16 th_dport;
    SEQ_NUM th_seq;
    SEQ_NUM th_ack;
    UINT8 th_x2 : 4;
    UINT8 th_len : 4;
    UINT8 th_flags;
    UINT16 th_win;
    UINT16 th_sum;
    UINT16 th_urp;
} TCP_HDR;

/* Why the stack dropped a packet: discardReason of the discard layers of the filtering platform. */
typedef enum _IP_DISCARD_REASON {
    IpDiscardBadSourceAddress,
    IpDiscardNotLocallyDestined,
    IpDiscardProtocolUnreachable,
    IpDiscardPortUnreachable,
    IpDiscardBadLength,
    IpDiscardMalformedHeader,
    IpDiscardNoRoute,
    IpDiscardBeyondScope,
    IpDiscardInspectionDrop,
    IpDiscardTooManyDecapsulations,
    IpDiscardAdministrativelyProhibited,
    IpDiscardHopLimitExceeded,
    IpDiscardAddressUnreachable,
    IpDiscardRscPacket,
    IpDiscardArbitrationUnhandled,
    IpDiscardInspectionAbsorb,
    IpDiscardDontFragmentMtuExceeded,
    IpDiscardBufferLengthExceeded,
    IpDiscardAddressResolutionTimeout,
    IpDiscardAddressResolutionFailure,
    IpDiscardIpsecFailure,
    IpDiscardExtensionHeadersFailure,
    IpDiscardIpsnpiClientDrop,
    IpDiscardMax
} IP_DISCARD_REASON, *PIP_DISCARD_REASON;

typedef enum _INET_DISCARD_REASON {
    InetDiscardSourceUnspecified,
    InetDiscardDestinationMulticast,
    InetDiscardHeaderInvalid,
    InetDiscardChecksumInvalid,
    InetDiscardEndpointNotFound,
    InetDiscardConnectedPath,
    InetDiscardSessionState,
    InetDiscardReceiveInspection,
    InetDiscardMax
} INET_DISCARD_REASON, *PINET_DISCARD_REASON;

#ifdef __cplusplus
}
#endif
#pragma pack(pop)
#endif
