/* What is called when an object goes gets another context.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/context.h>

struct session {
    ULONG reads;
};
struct device {
    struct session session;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
#ifdef WRONG
static void on_cleanup(struct session *session)
{
    session->reads = 0;
}
#else
static void on_cleanup(struct device *device)
{
    device->session.reads = 0;
}
#endif
WDK_ON_CLEANUP(evt_cleanup, device_of, on_cleanup);
