/* Smart card readers and SD hosts: smclib.sys and sdport.sys. */
#include <ntddk.h>
#include <smclib.h>
#include <sdport.h>
