/*
 * A model of Intel's 8255x Ethernet controller, as far as the sample drives it: the control and status registers in
 * memory and at ports, the command unit with its list of blocks, the receive unit with its frame descriptors, the
 * serial EEPROM, the management interface with one transceiver, self-test and statistics. Frames go to the test and
 * come from it.
 */
#pragma once
#include <ntsim/pci.h>

enum { NIC_FRAME = 1514, NIC_SENT = 128 };

struct nic {
    struct sim_pci card;
    USHORT eeprom[64], events; /* SCB: what has happened and is not acknowledged */
    UCHAR command_state, receive_state, interrupt_mask;
    ULONG pointer, block, frame, counters, mdi;
    USHORT eeprom_control; /* as software left it */
    unsigned eeprom_bits;  /* clocked in since it was selected */
    ULONG eeprom_input;
    bool eeprom_output, cable, stuck; /* stuck: transmits nothing */
    UCHAR address[6], config[22];
    UCHAR sent[NIC_SENT][NIC_FRAME];
    ULONG sent_size[NIC_SENT], sent_count, received, refused, faults, resets, self_tests, fragments;
};

/* A controller with a cable that leads to another one, for sim_plug_pci(&nic->card). */
void nic_init(struct nic *nic);
/* A frame comes by the cable. False: it is for others, or there is no room for it. */
bool nic_receive(struct nic *nic, const void *frame, ULONG size);
