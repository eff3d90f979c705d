/* The end of a file is told with a device's context.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/file.h>

struct device {
    ULONG files;
};
struct session {
    ULONG reads;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
WDK_FILE_CONTEXT(struct session, session_of);
static void on_close(struct session *session)
{
    session->reads = 0;
}
#ifdef WRONG
WDK_ON_FILE_END(evt_close, device_of, on_close);
#else
WDK_ON_FILE_END(evt_close, session_of, on_close);
#endif
