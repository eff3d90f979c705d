/* What an echo device offers. A write is one message; a read takes it, or waits for it. */
#pragma once

/* {5E2A1B7C-7D0F-4F5B-9C0A-3B0C2E9E6001} */
DEFINE_GUID(GUID_DEVINTERFACE_ECHO, 0x5E2A1B7C, 0x7D0F, 0x4F5B, 0x9C, 0x0A, 0x3B, 0x0C, 0x2E, 0x9E, 0x60, 0x01);

#define ECHO_MOST 128 /* bytes of a message */
