/*
 * A model of the PLX PCI 9656 on its RDK-Lite board, as far as the sample's Reg9656.h describes it: two DMA channels
 * between PCI and 128 KiB of SRAM, their interrupts, the reset in the EEPROM control register.
 */
#pragma once
#include <ntsim/pci.h>

#include "../Reg9656.h"

enum { REGISTERS_BAR = 0, PORTS_BAR = 1, SRAM_BAR = 2, CHANNELS = 2, MOST_ELEMENTS = 64 };

struct channel {
    ULONG mode, pci, local, count, descriptor, dac;
    UCHAR csr;
    bool interrupts; /* done, and not cleared */
};

struct board {
    struct sim_pci card;
    struct channel channels[CHANNELS];
    ULONG interrupt_control; /* what software writes of it */
    ULONG eeprom, mailbox[8], local_doorbell, pci_doorbell;
    UCHAR sram[PCI9656_SRAM_SIZE];
    ULONG transfers, elements, faults, resets; /* for the test to look at */
    ULONG longest;                             /* elements in a chain */
    ULONG short_by; /* bytes that the device leaves of the last element that it reads to PCI */
    bool held;      /* transfers start, and end with board_finish */
    bool started[CHANNELS];
    enum sim_pci_power power;
    ULONG power_changes;
};

/* A board that is switched on, for sim_plug_pci(&board->card). */
void board_init(struct board *board);
/* Ends the held transfers. */
void board_finish(struct board *board);
