/* Headers of packets on the wire: Ethernet, ARP, IPv4, IPv6, ICMP. Facts: RFC 791, 792, 826, 4443, 8200, IEEE 802.3. */
#ifndef WDK_NETIODEF_H
#define WDK_NETIODEF_H
#include <in6addr.h>
#include <inaddr.h>
#include <ntdef.h>
#include <ws2def.h>

#pragma pack(push, 1)

/* Ethernet. */
#define ETHERNET_ADDRESS_LENGTH 6
#define ETHERNET_CRC_LENGTH 4
#define ETHERNET_TYPE_MINIMUM 0x0600
#define ETHERNET_TYPE_IPV4 0x0800
#define ETHERNET_TYPE_ARP 0x0806
#define ETHERNET_TYPE_IPV6 0x86DD
#define ETHERNET_TYPE_802_1Q 0x8100

typedef union _DL_EUI48 {
    UINT8 Byte[6];
    struct {
        UINT8 Oui[3];
        UINT8 Ei48[3];
    };
} DL_EUI48, *PDL_EUI48;
typedef DL_EUI48 EUI48, *PEUI48;
typedef DL_EUI48 ETHERNET_ADDRESS, *PETHERNET_ADDRESS;

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

/* ARP. */
typedef enum {
    ARP_REQUEST = 1,
    ARP_RESPONSE = 2
} ARP_OPCODE, *PARP_OPCODE;
typedef enum {
    ARP_HW_ENET = 1,
    ARP_HW_802 = 6
} ARP_HARDWARE_TYPE, *PARP_HARDWARE_TYPE;
typedef struct _ARP_HEADER {
    UINT16 HardwareAddressSpace;
    UINT16 ProtocolAddressSpace;
    UINT8 HardwareAddressLength;
    UINT8 ProtocolAddressLength;
    UINT16 Opcode;
    UINT8 SenderHardwareAddress[1];
} ARP_HEADER, *PARP_HEADER;

/* IPv4. */
#define IPV4_VERSION 4
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
            UINT16 DontUse1 : 5;
            UINT16 MoreFragments : 1;
            UINT16 DontFragment : 1;
            UINT16 Reserved : 1;
            UINT16 DontUse2 : 8;
        };
    };
    UINT8 TimeToLive;
    UINT8 Protocol;
    UINT16 HeaderChecksum;
    IN_ADDR SourceAddress;
    IN_ADDR DestinationAddress;
} IPV4_HEADER, *PIPV4_HEADER;

/* IPv6. */
#define IPV6_VERSION 0x60
typedef struct _IPV6_HEADER {
    union {
        UINT32 VersionClassFlow;
        struct {
            UINT8 DontUse1 : 4;
            UINT8 Version : 4;
            UINT8 DontUse2[3];
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
    UINT8 Length;
} IPV6_EXTENSION_HEADER, *PIPV6_EXTENSION_HEADER;

/* ICMP. */
typedef struct _ICMP_HEADER {
    UINT8 Type;
    UINT8 Code;
    UINT16 Checksum;
} ICMP_HEADER, *PICMP_HEADER, ICMPV4_HEADER, *PICMPV4_HEADER, ICMPV6_HEADER, *PICMPV6_HEADER;

#pragma pack(pop)

#endif
