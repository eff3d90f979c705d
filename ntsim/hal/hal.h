/* What Hal has for the PCI bus. */
#ifndef NTSIM_HAL_HAL_H
#define NTSIM_HAL_HAL_H

#include <ntifs.h>

/* As an IOMMU sees it: the first logical address in the range which no driver has mapped for that device to read, or to
 * write; the range's end where there is none. */
ULONG64 hal_find_unmapped(PDEVICE_OBJECT pdo, ULONG64 logical, ULONG64 size, BOOLEAN write);

#endif
