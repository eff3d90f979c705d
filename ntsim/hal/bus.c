/* What is left of buses in Hal: they are the bus drivers' now. These are for old binaries; no header declares them any
 * more. */
#include "ntsim/hal/halp.h"
#include "ntsim/ke/interrupt.h"

__declspec(dllexport) BOOLEAN HalTranslateBusAddress(INTERFACE_TYPE InterfaceType, ULONG BusNumber,
                                                     PHYSICAL_ADDRESS BusAddress, PULONG AddressSpace,
                                                     PPHYSICAL_ADDRESS TranslatedAddress)
{
    *TranslatedAddress = BusAddress;
    return TRUE;
}

__declspec(dllexport) ULONG HalGetInterruptVector(INTERFACE_TYPE InterfaceType, ULONG BusNumber,
                                                  ULONG BusInterruptLevel, ULONG BusInterruptVector, PKIRQL Irql,
                                                  PKAFFINITY Affinity)
{
    *Irql = ki_irql_of_vector(BusInterruptVector);
    *Affinity = KeQueryActiveProcessors();
    return BusInterruptVector;
}
