/* Routines that drivers want called after all have been initialised: right after their own DriverEntry, since the host
 * loads one after the other. Each may register again. */
#include "ntsim/io/iop.h"

static void add(PDRIVER_OBJECT driver, PDRIVER_REINITIALIZE routine, PVOID context)
{
    iop_driver(driver)->Reinitialize = routine;
    iop_driver(driver)->ReinitializeContext = context;
}

VOID IoRegisterDriverReinitialization(PDRIVER_OBJECT DriverObject, PDRIVER_REINITIALIZE DriverReinitializationRoutine,
                                      PVOID Context)
{
    add(DriverObject, DriverReinitializationRoutine, Context);
}

VOID IoRegisterBootDriverReinitialization(PDRIVER_OBJECT DriverObject,
                                          PDRIVER_REINITIALIZE DriverReinitializationRoutine, PVOID Context)
{
    add(DriverObject, DriverReinitializationRoutine, Context);
}

void iop_reinitialize(PDRIVER_OBJECT driver)
{
    struct iop_driver *own = iop_driver(driver);
    while (own->Reinitialize) {
        PDRIVER_REINITIALIZE routine = own->Reinitialize;
        own->Reinitialize = NULL;
        routine(driver, own->ReinitializeContext, ++driver->DriverExtension->Count);
    }
}
