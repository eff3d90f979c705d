/* Refused DMA: the IOMMU's fault interrupt comes after the instruction that made the device do it. */
#include "ntsim/hal/hal.h"
#include "ntsim/ke/interrupt.h"
#include "ntsim/pci/pcip.h"

enum { VIOLATION = 0x26, IRQL = 11 };

static struct fault {
    PDEVICE_OBJECT Pdo;
    ULONG64 Address;
    BOOLEAN Write;
} fault;

static BOOLEAN report(PKINTERRUPT interrupt, PVOID context)
{
    ki_bug_check(DRIVER_VERIFIER_DMA_VIOLATION, VIOLATION, (ULONG64)fault.Pdo, fault.Address, fault.Write, NULL,
                 fault.Write ? "a device writes to memory that is not mapped for its writing"
                             : "a device reads memory that is not mapped for it");
    return TRUE;
}

void pcip_init_iommu(void)
{
    const struct ki_interrupt_wish wish = {
        .Routine = report, .Vector = SIM_PCI_FAULT_VECTOR, .Irql = IRQL, .SynchronizeIrql = IRQL, .Mode = Latched};
    PKINTERRUPT interrupt;
    if (!NT_SUCCESS(ki_connect(&wish, &interrupt)))
        ki_bug_check(PHASE1_INITIALIZATION_FAILED, 0, 0, 0, 0, NULL, "no interrupt for the IOMMU");
}

__declspec(dllexport) bool SimPciCheckDma(uint32_t slot, uint64_t logical, uint64_t size, bool write)
{
    const struct pcip_function *function = pcip_find(slot);
    const ULONG64 stop = function ? hal_find_unmapped(function->Pdo, logical, size, write) : logical;
    if (stop == logical + size)
        return true;
    fault = (struct fault){function ? function->Pdo : NULL, stop, write};
    return false;
}
