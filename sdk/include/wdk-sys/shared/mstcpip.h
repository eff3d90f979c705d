/*
 * TCP/IP's own socket options and codes, reservations of ports, security of sockets.
 * Facts: the public metadata of Win32 (MIT), the public reference, mingw-w64.
 */
#ifndef WDK_MSTCPIP_H
#define WDK_MSTCPIP_H
#define _MSTCPIP_
#include <ip2string.h>
#include <string.h>
#include <ws2ipdef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SIO_RCVALL                                _WSAIOW(IOC_VENDOR, 1)
#define SIO_RCVALL_MCAST                          _WSAIOW(IOC_VENDOR, 2)
#define SIO_RCVALL_IGMPMCAST                      _WSAIOW(IOC_VENDOR, 3)
#define SIO_KEEPALIVE_VALS                        _WSAIOW(IOC_VENDOR, 4)
#define SIO_ABSORB_RTRALERT                       _WSAIOW(IOC_VENDOR, 5)
#define SIO_UCAST_IF                              _WSAIOW(IOC_VENDOR, 6)
#define SIO_LIMIT_BROADCASTS                      _WSAIOW(IOC_VENDOR, 7)
#define SIO_INDEX_BIND                            _WSAIOW(IOC_VENDOR, 8)
#define SIO_INDEX_MCASTIF                         _WSAIOW(IOC_VENDOR, 9)
#define SIO_INDEX_ADD_MCAST                       _WSAIOW(IOC_VENDOR, 10)
#define SIO_INDEX_DEL_MCAST                       _WSAIOW(IOC_VENDOR, 11)
#define SIO_RCVALL_MCAST_IF                       _WSAIOW(IOC_VENDOR, 13)
#define SIO_RCVALL_IF                             _WSAIOW(IOC_VENDOR, 14)
#define SIO_LOOPBACK_FAST_PATH                    _WSAIOW(IOC_VENDOR, 16)
#define SIO_TCP_INITIAL_RTO                       _WSAIOW(IOC_VENDOR, 17)
#define SIO_APPLY_TRANSPORT_SETTING               _WSAIOW(IOC_VENDOR, 19)
#define SIO_QUERY_TRANSPORT_SETTING               _WSAIOW(IOC_VENDOR, 20)
#define SIO_TCP_SET_ICW                           _WSAIOW(IOC_VENDOR, 22)
#define SIO_TCP_SET_ACK_FREQUENCY                 _WSAIOW(IOC_VENDOR, 23)
#define SIO_SET_PRIORITY_HINT                     _WSAIOW(IOC_VENDOR, 24)
#define SIO_PRIORITY_HINT                         _WSAIOW(IOC_VENDOR, 24)
#define SIO_TCP_INFO                              _WSAIORW(IOC_VENDOR, 39)
#define SIO_CPU_AFFINITY                          _WSAIOW(IOC_VENDOR, 21)
#define SIO_TIMESTAMPING                          _WSAIOW(IOC_VENDOR, 235)
#define SIO_GET_TX_TIMESTAMP                      _WSAIOW(IOC_VENDOR, 234)
#define SIO_ACQUIRE_PORT_RESERVATION              _WSAIOW(IOC_VENDOR, 100)
#define SIO_RELEASE_PORT_RESERVATION              _WSAIOW(IOC_VENDOR, 101)
#define SIO_ASSOCIATE_PORT_RESERVATION            _WSAIOW(IOC_VENDOR, 102)
#define SIO_SET_SECURITY                          _WSAIOW(IOC_VENDOR, 200)
#define SIO_QUERY_SECURITY                        _WSAIORW(IOC_VENDOR, 201)
#define SIO_SET_PEER_TARGET_NAME                  _WSAIOW(IOC_VENDOR, 202)
#define SIO_DELETE_PEER_TARGET_NAME               _WSAIOW(IOC_VENDOR, 203)
#define SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS _WSAIOW(IOC_VENDOR, 220)
#define SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT _WSAIOW(IOC_VENDOR, 221)
#define SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS   _WSAIOW(IOC_VENDOR, 222)
#define SIO_SOCKET_USAGE_NOTIFICATION             _WSAIOW(IOC_VENDOR, 204)
#define SIO_QUERY_WFP_ALE_ENDPOINT_HANDLE         _WSAIOR(IOC_VENDOR, 205)
#define SIO_QUERY_RSS_SCALABILITY_INFO            _WSAIOR(IOC_VENDOR, 210)
#define SIO_SET_COMPATIBILITY_MODE                _WSAIOW(IOC_VENDOR, 300)

#define TIMESTAMPING_FLAG_RX                                      0x1
#define TIMESTAMPING_FLAG_TX                                      0x2
#define SO_TIMESTAMP                                              0x300A
#define SO_TIMESTAMP_ID                                           0x300B
#define TCP_INITIAL_RTO_UNSPECIFIED_RTT                           ((USHORT) - 1)
#define TCP_INITIAL_RTO_UNSPECIFIED_MAX_SYN_RETRANSMISSIONS       ((UCHAR) - 1)
#define TCP_INITIAL_RTO_DEFAULT_RTT                               0
#define TCP_INITIAL_RTO_DEFAULT_MAX_SYN_RETRANSMISSIONS           0
#define TCP_INITIAL_RTO_NO_SYN_RETRANSMISSIONS                    ((UCHAR) - 2)
#define INVALID_PORT_RESERVATION_TOKEN                            ((ULONG64)0)
#define RCVALL_MAX                                                RCVALL_IPLEVEL
#define CONTROL_CHANNEL_TRIGGER_STATUS_MAX                        CONTROL_CHANNEL_TRIGGER_STATUS_SYSTEM_ERROR
#define SOCKET_SETTINGS_GUARANTEE_ENCRYPTION                      0x1
#define SOCKET_SETTINGS_ALLOW_INSECURE                            0x2
#define SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION           0x1
#define SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION     0x2
#define SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED 0x4
#define SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT             0x8
#define SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE      0x1
#define SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID                   0x1
#define SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID                   0x2
#define SOCKET_INFO_CONNECTION_SECURED                            0x1
#define SOCKET_INFO_CONNECTION_ENCRYPTED                          0x2
#define SOCKET_INFO_CONNECTION_IMPERSONATED                       0x4

struct tcp_keepalive {
    ULONG onoff;
    ULONG keepalivetime;
    ULONG keepaliveinterval;
};

typedef enum _TCPSTATE {
    TCPSTATE_CLOSED = 0,
    TCPSTATE_LISTEN = 1,
    TCPSTATE_SYN_SENT = 2,
    TCPSTATE_SYN_RCVD = 3,
    TCPSTATE_ESTABLISHED = 4,
    TCPSTATE_FIN_WAIT_1 = 5,
    TCPSTATE_FIN_WAIT_2 = 6,
    TCPSTATE_CLOSE_WAIT = 7,
    TCPSTATE_CLOSING = 8,
    TCPSTATE_LAST_ACK = 9,
    TCPSTATE_TIME_WAIT = 10,
    TCPSTATE_MAX = 11
} TCPSTATE,
    *PTCPSTATE;

typedef struct _TRANSPORT_SETTING_ID {
    GUID Guid;
} TRANSPORT_SETTING_ID, *PTRANSPORT_SETTING_ID;

typedef enum _CONTROL_CHANNEL_TRIGGER_STATUS {
    CONTROL_CHANNEL_TRIGGER_STATUS_INVALID = 0,
    CONTROL_CHANNEL_TRIGGER_STATUS_SOFTWARE_SLOT_ALLOCATED = 1,
    CONTROL_CHANNEL_TRIGGER_STATUS_HARDWARE_SLOT_ALLOCATED = 2,
    CONTROL_CHANNEL_TRIGGER_STATUS_POLICY_ERROR = 3,
    CONTROL_CHANNEL_TRIGGER_STATUS_SYSTEM_ERROR = 4,
    CONTROL_CHANNEL_TRIGGER_STATUS_TRANSPORT_DISCONNECTED = 5,
    CONTROL_CHANNEL_TRIGGER_STATUS_SERVICE_UNAVAILABLE = 6
} CONTROL_CHANNEL_TRIGGER_STATUS,
    *PCONTROL_CHANNEL_TRIGGER_STATUS;

typedef struct _REAL_TIME_NOTIFICATION_SETTING_INPUT {
    TRANSPORT_SETTING_ID TransportSettingId;
    GUID BrokerEventGuid;
} REAL_TIME_NOTIFICATION_SETTING_INPUT, *PREAL_TIME_NOTIFICATION_SETTING_INPUT;

typedef struct _REAL_TIME_NOTIFICATION_SETTING_INPUT_EX {
    TRANSPORT_SETTING_ID TransportSettingId;
    GUID BrokerEventGuid;
    BOOLEAN Unmark;
} REAL_TIME_NOTIFICATION_SETTING_INPUT_EX, *PREAL_TIME_NOTIFICATION_SETTING_INPUT_EX;

typedef struct _REAL_TIME_NOTIFICATION_SETTING_OUTPUT {
    CONTROL_CHANNEL_TRIGGER_STATUS ChannelStatus;
} REAL_TIME_NOTIFICATION_SETTING_OUTPUT, *PREAL_TIME_NOTIFICATION_SETTING_OUTPUT;

typedef struct _ASSOCIATE_NAMERES_CONTEXT_INPUT {
    TRANSPORT_SETTING_ID TransportSettingId;
    ULONG64 Handle;
} ASSOCIATE_NAMERES_CONTEXT_INPUT, *PASSOCIATE_NAMERES_CONTEXT_INPUT;

typedef struct _TIMESTAMPING_CONFIG {
    ULONG Flags;
    USHORT TxTimestampsBuffered;
} TIMESTAMPING_CONFIG, *PTIMESTAMPING_CONFIG;

typedef enum _SOCKET_PRIORITY_HINT {
    SocketPriorityHintVeryLow = 0,
    SocketPriorityHintLow = 1,
    SocketPriorityHintNormal = 2,
    SocketMaximumPriorityHintType = 3
} SOCKET_PRIORITY_HINT,
    *PSOCKET_PRIORITY_HINT;

typedef struct _PRIORITY_STATUS {
    SOCKET_PRIORITY_HINT Sender;
    SOCKET_PRIORITY_HINT Receiver;
} PRIORITY_STATUS, *PPRIORITY_STATUS;

typedef enum _RCVALL_VALUE {
    RCVALL_OFF = 0,
    RCVALL_ON = 1,
    RCVALL_SOCKETLEVELONLY = 2,
    RCVALL_IPLEVEL = 3
} RCVALL_VALUE,
    *PRCVALL_VALUE;

typedef struct _RCVALL_IF {
    RCVALL_VALUE Mode;
    ULONG Interface;
} RCVALL_IF, *PRCVALL_IF;

typedef struct _TCP_INITIAL_RTO_PARAMETERS {
    USHORT Rtt;
    UCHAR MaxSynRetransmissions;
} TCP_INITIAL_RTO_PARAMETERS, *PTCP_INITIAL_RTO_PARAMETERS;

typedef enum _TCP_ICW_LEVEL {
    TCP_ICW_LEVEL_DEFAULT = 0,
    TCP_ICW_LEVEL_HIGH = 1,
    TCP_ICW_LEVEL_VERY_HIGH = 2,
    TCP_ICW_LEVEL_AGGRESSIVE = 3,
    TCP_ICW_LEVEL_EXPERIMENTAL = 4,
    TCP_ICW_LEVEL_COMPAT = 254,
    TCP_ICW_LEVEL_MAX = 0xff
} TCP_ICW_LEVEL,
    *PTCP_ICW_LEVEL;

typedef struct _TCP_ICW_PARAMETERS {
    TCP_ICW_LEVEL Level;
} TCP_ICW_PARAMETERS, *PTCP_ICW_PARAMETERS;

typedef struct _TCP_ACK_FREQUENCY_PARAMETERS {
    UCHAR TcpDelayedAckFrequency;
} TCP_ACK_FREQUENCY_PARAMETERS, *PTCP_ACK_FREQUENCY_PARAMETERS;

typedef struct _TCP_INFO_v0 {
    TCPSTATE State;
    ULONG Mss;
    ULONG64 ConnectionTimeMs;
    BOOLEAN TimestampsEnabled;
    ULONG RttUs;
    ULONG MinRttUs;
    ULONG BytesInFlight;
    ULONG Cwnd;
    ULONG SndWnd;
    ULONG RcvWnd;
    ULONG RcvBuf;
    ULONG64 BytesOut;
    ULONG64 BytesIn;
    ULONG BytesReordered;
    ULONG BytesRetrans;
    ULONG FastRetrans;
    ULONG DupAcksIn;
    ULONG TimeoutEpisodes;
    UCHAR SynRetrans;
} TCP_INFO_v0, *PTCP_INFO_v0;

typedef struct _TCP_INFO_v1 {
    TCPSTATE State;
    ULONG Mss;
    ULONG64 ConnectionTimeMs;
    BOOLEAN TimestampsEnabled;
    ULONG RttUs;
    ULONG MinRttUs;
    ULONG BytesInFlight;
    ULONG Cwnd;
    ULONG SndWnd;
    ULONG RcvWnd;
    ULONG RcvBuf;
    ULONG64 BytesOut;
    ULONG64 BytesIn;
    ULONG BytesReordered;
    ULONG BytesRetrans;
    ULONG FastRetrans;
    ULONG DupAcksIn;
    ULONG TimeoutEpisodes;
    UCHAR SynRetrans;
    ULONG SndLimTransRwin;
    ULONG SndLimTimeRwin;
    ULONG64 SndLimBytesRwin;
    ULONG SndLimTransCwnd;
    ULONG SndLimTimeCwnd;
    ULONG64 SndLimBytesCwnd;
    ULONG SndLimTransSnd;
    ULONG SndLimTimeSnd;
    ULONG64 SndLimBytesSnd;
} TCP_INFO_v1, *PTCP_INFO_v1;

typedef struct _INET_PORT_RANGE {
    USHORT StartPort;
    USHORT NumberOfPorts;
} INET_PORT_RANGE, *PINET_PORT_RANGE;
typedef INET_PORT_RANGE INET_PORT_RESERVATION, *PINET_PORT_RESERVATION;

typedef struct _INET_PORT_RESERVATION_TOKEN {
    ULONG64 Token;
} INET_PORT_RESERVATION_TOKEN, *PINET_PORT_RESERVATION_TOKEN;

#ifdef __cplusplus
typedef struct _INET_PORT_RESERVATION_INSTANCE {
    INET_PORT_RANGE Reservation;
    INET_PORT_RESERVATION_TOKEN Token;
} INET_PORT_RESERVATION_INSTANCE, *PINET_PORT_RESERVATION_INSTANCE;
#else
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wmicrosoft-anon-tag"
typedef struct _INET_PORT_RESERVATION_INSTANCE {
    INET_PORT_RESERVATION;
    INET_PORT_RESERVATION_TOKEN;
} INET_PORT_RESERVATION_INSTANCE, *PINET_PORT_RESERVATION_INSTANCE;
#pragma clang diagnostic pop
#endif

typedef struct _INET_PORT_RESERVATION_INFORMATION {
    ULONG OwningPid;
} INET_PORT_RESERVATION_INFORMATION, *PINET_PORT_RESERVATION_INFORMATION;

typedef enum _SOCKET_USAGE_TYPE { SYSTEM_CRITICAL_SOCKET = 1 } SOCKET_USAGE_TYPE, *PSOCKET_USAGE_TYPE;

typedef enum _SOCKET_SECURITY_PROTOCOL {
    SOCKET_SECURITY_PROTOCOL_DEFAULT = 0,
    SOCKET_SECURITY_PROTOCOL_IPSEC = 1,
    SOCKET_SECURITY_PROTOCOL_IPSEC2 = 2,
    SOCKET_SECURITY_PROTOCOL_INVALID = 3
} SOCKET_SECURITY_PROTOCOL,
    *PSOCKET_SECURITY_PROTOCOL;

typedef struct _SOCKET_SECURITY_SETTINGS {
    SOCKET_SECURITY_PROTOCOL SecurityProtocol;
    ULONG SecurityFlags;
} SOCKET_SECURITY_SETTINGS, *PSOCKET_SECURITY_SETTINGS;

typedef struct _SOCKET_SECURITY_SETTINGS_IPSEC {
    SOCKET_SECURITY_PROTOCOL SecurityProtocol;
    ULONG SecurityFlags;
    ULONG IpsecFlags;
    GUID AuthipMMPolicyKey;
    GUID AuthipQMPolicyKey;
    GUID Reserved;
    ULONG64 Reserved2;
    ULONG UserNameStringLen;
    ULONG DomainNameStringLen;
    ULONG PasswordStringLen;
    wchar_t AllStrings[];
} SOCKET_SECURITY_SETTINGS_IPSEC, *PSOCKET_SECURITY_SETTINGS_IPSEC;

typedef struct _SOCKET_PEER_TARGET_NAME {
    SOCKET_SECURITY_PROTOCOL SecurityProtocol;
    SOCKADDR_STORAGE PeerAddress;
    ULONG PeerTargetNameStringLen;
    wchar_t AllStrings[];
} SOCKET_PEER_TARGET_NAME, *PSOCKET_PEER_TARGET_NAME;

typedef struct _SOCKET_SECURITY_QUERY_TEMPLATE {
    SOCKET_SECURITY_PROTOCOL SecurityProtocol;
    SOCKADDR_STORAGE PeerAddress;
    ULONG PeerTokenAccessMask;
} SOCKET_SECURITY_QUERY_TEMPLATE, *PSOCKET_SECURITY_QUERY_TEMPLATE;

typedef struct _SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2 {
    SOCKET_SECURITY_PROTOCOL SecurityProtocol;
    SOCKADDR_STORAGE PeerAddress;
    ULONG PeerTokenAccessMask;
    ULONG Flags;
    ULONG FieldMask;
} SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2, *PSOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2;

typedef struct _SOCKET_SECURITY_QUERY_INFO {
    SOCKET_SECURITY_PROTOCOL SecurityProtocol;
    ULONG Flags;
    ULONG64 PeerApplicationAccessTokenHandle;
    ULONG64 PeerMachineAccessTokenHandle;
} SOCKET_SECURITY_QUERY_INFO, *PSOCKET_SECURITY_QUERY_INFO;

typedef struct _SOCKET_SECURITY_QUERY_INFO_IPSEC2 {
    SOCKET_SECURITY_PROTOCOL SecurityProtocol;
    ULONG Flags;
    ULONG64 PeerApplicationAccessTokenHandle;
    ULONG64 PeerMachineAccessTokenHandle;
    ULONG64 MmSaId;
    ULONG64 QmSaId;
    ULONG NegotiationWinerr;
    GUID SaLookupContext;
} SOCKET_SECURITY_QUERY_INFO_IPSEC2, *PSOCKET_SECURITY_QUERY_INFO_IPSEC2;

/* Tests of IPv4 addresses, in network byte order, and of socket addresses of either family. */
FORCEINLINE BOOLEAN IN4_ADDR_EQUAL(_In_ const IN_ADDR *a, _In_ const IN_ADDR *b)
{
    return (BOOLEAN)(a->s_addr == b->s_addr);
}

FORCEINLINE BOOLEAN IN4_UNALIGNED_ADDR_EQUAL(_In_ const IN_ADDR UNALIGNED *a, _In_ const IN_ADDR UNALIGNED *b)
{
    return (BOOLEAN)(a->s_addr == b->s_addr);
}

FORCEINLINE BOOLEAN IN4_IS_ADDR_UNSPECIFIED(_In_ const IN_ADDR *a)
{
    return (BOOLEAN)(a->s_addr == 0);
}

FORCEINLINE BOOLEAN IN4_IS_ADDR_LOOPBACK(_In_ const IN_ADDR *a)
{
    return (BOOLEAN)(a->s_net == 127);
}

FORCEINLINE BOOLEAN IN4_IS_ADDR_BROADCAST(_In_ const IN_ADDR *a)
{
    return (BOOLEAN)(a->s_addr == 0xffffffff);
}

FORCEINLINE BOOLEAN IN4_IS_ADDR_MULTICAST(_In_ const IN_ADDR *a)
{
    return (BOOLEAN)((a->S_un.S_un_b.s_b1 & 0xf0) == 0xe0);
}

FORCEINLINE BOOLEAN IN4_IS_ADDR_LINKLOCAL(_In_ const IN_ADDR *a)
{
    return (BOOLEAN)((a->s_addr & 0xffff) == 0xfea9); /* 169.254/16 */
}

FORCEINLINE BOOLEAN IN4_IS_ADDR_SITELOCAL(_In_ const IN_ADDR *a)
{
    UNREFERENCED_PARAMETER(a);
    return FALSE;
}

FORCEINLINE BOOLEAN IN4_IS_ADDR_RFC1918(_In_ const IN_ADDR *a)
{
    return (BOOLEAN)((a->s_addr & 0x00ff) == 0x0a || (a->s_addr & 0xf0ff) == 0x10ac || (a->s_addr & 0xffff) == 0xa8c0);
}

FORCEINLINE BOOLEAN IN4ADDR_ISANY(_In_ const SOCKADDR_IN *a)
{
    return IN4_IS_ADDR_UNSPECIFIED(&a->sin_addr);
}

FORCEINLINE BOOLEAN IN4ADDR_ISLOOPBACK(_In_ const SOCKADDR_IN *a)
{
    return IN4_IS_ADDR_LOOPBACK(&a->sin_addr);
}

FORCEINLINE BOOLEAN IN4ADDR_ISUNSPECIFIED(_In_ const SOCKADDR_IN *a)
{
    return IN4_IS_ADDR_UNSPECIFIED(&a->sin_addr);
}

FORCEINLINE VOID IN4ADDR_SETANY(_Out_ PSOCKADDR_IN a)
{
    memset(a, 0, sizeof *a);
    a->sin_family = AF_INET;
}

FORCEINLINE VOID IN4ADDR_SETLOOPBACK(_Out_ PSOCKADDR_IN a)
{
    IN4ADDR_SETANY(a);
    a->sin_addr.s_addr = 0x0100007f;
}

FORCEINLINE const UCHAR *IN6_GET_ADDR_V4MAPPED(_In_ const IN6_ADDR *a)
{
    return a->u.Byte + 12;
}

FORCEINLINE VOID IN6_SET_ADDR_V4MAPPED(_Out_ PIN6_ADDR a6, _In_ const IN_ADDR *a4)
{
    memset(a6, 0, sizeof *a6);
    a6->u.Word[5] = 0xffff;
    memcpy(&a6->u.Byte[12], a4, sizeof *a4);
}

FORCEINLINE BOOLEAN INETADDR_ISANY(_In_ const SOCKADDR *a)
{
    return a->sa_family == AF_INET6 ? IN6ADDR_ISANY((const SOCKADDR_IN6 *)a) : IN4ADDR_ISANY((const SOCKADDR_IN *)a);
}

FORCEINLINE BOOLEAN INETADDR_ISLOOPBACK(_In_ const SOCKADDR *a)
{
    return a->sa_family == AF_INET6 ? IN6ADDR_ISLOOPBACK((const SOCKADDR_IN6 *)a)
                                    : IN4ADDR_ISLOOPBACK((const SOCKADDR_IN *)a);
}

FORCEINLINE BOOLEAN INETADDR_ISV4MAPPED(_In_ const SOCKADDR *a)
{
    return (BOOLEAN)(a->sa_family == AF_INET6 && IN6_IS_ADDR_V4MAPPED(&((const SOCKADDR_IN6 *)a)->sin6_addr));
}

FORCEINLINE USHORT INETADDR_PORT(_In_ const SOCKADDR *a)
{
    return a->sa_family == AF_INET6 ? ((const SOCKADDR_IN6 *)a)->sin6_port : ((const SOCKADDR_IN *)a)->sin_port;
}

FORCEINLINE VOID INETADDR_SET_PORT(_Inout_ PSOCKADDR a, _In_ USHORT Port)
{
    if (a->sa_family == AF_INET6)
        ((PSOCKADDR_IN6)a)->sin6_port = Port;
    else
        ((PSOCKADDR_IN)a)->sin_port = Port;
}

FORCEINLINE PUCHAR INETADDR_ADDRESS(_In_ const SOCKADDR *a)
{
    return a->sa_family == AF_INET6 ? (PUCHAR) & ((PSOCKADDR_IN6)a)->sin6_addr : (PUCHAR) & ((PSOCKADDR_IN)a)->sin_addr;
}

FORCEINLINE VOID INETADDR_SETANY(_Inout_ PSOCKADDR a)
{
    if (a->sa_family == AF_INET6)
        IN6ADDR_SETANY((PSOCKADDR_IN6)a);
    else
        IN4ADDR_SETANY((PSOCKADDR_IN)a);
}

FORCEINLINE VOID INETADDR_SETLOOPBACK(_Inout_ PSOCKADDR a)
{
    if (a->sa_family == AF_INET6)
        IN6ADDR_SETLOOPBACK((PSOCKADDR_IN6)a);
    else
        IN4ADDR_SETLOOPBACK((PSOCKADDR_IN)a);
}

#ifdef __cplusplus
}
#endif
#endif
