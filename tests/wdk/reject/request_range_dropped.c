/* The range of a request is asked, and nobody looks at it.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/request.h>

size_t length(const wdk_request *request);
size_t length(const wdk_request *request)
{
#ifdef WRONG
    wdk_request_range(request);
    return 512;
#else
    return wdk_request_range(request).length;
#endif
}
