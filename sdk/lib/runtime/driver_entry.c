/*
 * GsDriverEntry: the entry point of a WDM driver's image. It sees to the stack cookie, then calls the driver's own
 * entry. WDF drivers enter through FxDriverEntry, which calls __security_init_cookie itself.
 */
#include "runtime.h"

struct driver_object;
struct unicode_string;

long DriverEntry(struct driver_object *driver, struct unicode_string *registry_path);
long GsDriverEntry(struct driver_object *driver, struct unicode_string *registry_path);

RUNTIME_INIT long GsDriverEntry(struct driver_object *driver, struct unicode_string *registry_path)
{
    __security_init_cookie();
    return DriverEntry(driver, registry_path);
}
