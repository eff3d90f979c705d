/*
 * Inside Mm: pages of the machine, and their physical addresses.
 *
 * Physical memory is a numbering of virtual addresses, the same in every run, without tables: contiguous memory lies in
 * an arena of its own near the bottom, so that devices of any width reach it; the rest of system space follows, then
 * user space, with each pair of pages swapped, so that a driver which takes its buffer for contiguous does not get away
 * with it. What else there is of the physical addresses belongs to devices.
 */
#ifndef NTSIM_MM_MI_H
#define NTSIM_MM_MI_H

#include <ntifs.h>

/* A stack with a page below it that faults; the address is the lowest usable one. NULL: no memory. */
PUCHAR mi_allocate_stack(SIZE_T size);
void mi_free_stack(PUCHAR limit, SIZE_T size);

/* --- physical.c --- */
/* 0 where the address has none. */
ULONG64 mi_physical_address(ULONG64 address);
/* The address in system space, or in user space, that has this physical address; 0: it is no memory. */
ULONG64 mi_virtual_address(ULONG64 physical);
/* Begins the arena; FALSE: no memory. */
BOOLEAN mi_init_arena(void);

/* --- contiguous.c --- */
/* Pages that follow each other between two physical addresses, aligned, and not across a multiple of `boundary` (0:
 * whatever). Zeroed; NULL: no memory. */
PVOID mi_allocate_contiguous(SIZE_T size, ULONG64 lowest, ULONG64 highest, ULONG64 boundary);
/* FALSE: nothing was allocated there. */
BOOLEAN mi_free_contiguous(PVOID address);

/* --- io_space.c --- */
/* Registers of devices are mapped there. Of more than 64 mappings at a time the later ones are not known. */
BOOLEAN mi_is_device_memory(ULONG64 address);

#endif
