/* What drivers hand to the class extensions of user mode. */
#include <windows.h>
#include <wdf.h>
#include <nfccx.h>

#include "../layout.h"

RECORD(NFC_CX_CLIENT_CONFIG, 0x30)
FIELD(NFC_CX_CLIENT_CONFIG, DeviceMode, 0x18)
FIELD(NFC_CX_CLIENT_CONFIG, EvtNfcCxWriteNciPacket, 0x20)
FIELD(NFC_CX_CLIENT_CONFIG, EvtNfcCxDeviceIoControl, 0x28)
RECORD(NFC_CX_HARDWARE_EVENT, 0x08)
RECORD(NFC_CX_RF_DISCOVERY_CONFIG, 0x10)
FIELD(NFC_CX_RF_DISCOVERY_CONFIG, PollConfig, 0x08)
FIELD(NFC_CX_RF_DISCOVERY_CONFIG, BailoutConfig, 0x0F)
RECORD(NFC_CX_LLCP_CONFIG, 0x08)
VALUE(IOCTL_NFCCX_WRITE_PACKET, 0x514000)
