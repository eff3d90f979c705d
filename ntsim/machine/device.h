/*
 * Device models: what answers where the drivers' code reads and writes device memory and ports.
 *
 * A model is called while the instruction that touches it is carried out, outside of any thread of the system: it may
 * raise interrupts, which come right after the instruction, and move data by DMA, but must not call the system. Regions
 * do not overlap. What no region covers reads as ones, and takes no notice of writes.
 */
#ifndef NTSIM_MACHINE_DEVICE_H
#define NTSIM_MACHINE_DEVICE_H

#include <stdbool.h>
#include <stdint.h>

struct machine_device_model {
    /* `offset` is within the region; `size` in bytes: 1, 2, 4 or 8. */
    uint64_t (*read)(void *context, uint64_t offset, unsigned size);
    void (*write)(void *context, uint64_t offset, unsigned size, uint64_t value);
};

/* Puts a model at physical addresses, or at ports. The model and its context stay the caller's. False: there is
 * something already, or the range is empty. */
bool machine_add_memory(uint64_t physical, uint64_t size, const struct machine_device_model *model, void *context);
bool machine_add_ports(uint16_t first, uint32_t count, const struct machine_device_model *model, void *context);
/* Takes away all regions with this context. */
void machine_remove_device(const void *context);

/* An interrupt by its vector. From a model: after the instruction; else at once, as far as the IRQL lets it. */
void machine_interrupt(uint32_t vector);
/* The level of a line, by its vector: as long as it is asserted the interrupt comes again after each service. */
void machine_set_line(uint32_t vector, bool asserted);
/* Reads or writes memory by physical addresses, as a bus master does. False: there is no memory. */
bool machine_dma(uint64_t physical, void *buffer, uint64_t size, bool write);

/* For a model: where the instruction is that touches it. */
struct machine_context;
const struct machine_context *machine_accessing(void);

/* --- between the machine's own files --- */

void device_accessed_by(const struct machine_context *context);

/* Address space in system space for device memory; touching it faults. */
void *device_map(uint64_t physical, uint64_t size);
void device_unmap(void *address, uint64_t size);
/* Whether the address lies in such a mapping. */
bool device_is_mapped(uint64_t address);
uint64_t device_read(uint64_t address, unsigned size);
void device_write(uint64_t address, unsigned size, uint64_t value);
uint64_t port_read(uint16_t port, unsigned size);
void port_write(uint16_t port, unsigned size, uint64_t value);
/* While set, interrupts are kept for device_next_interrupt, which returns ~0 where there are no more. */
void device_keep_interrupts(bool keep);
bool device_line(uint32_t vector);
bool device_has_interrupts(void);
uint32_t device_next_interrupt(void);

#endif
