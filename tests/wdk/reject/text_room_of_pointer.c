/* Room for a text of which only the address is known.
 * reject: this is a pointer, whose length nobody knows: an array is wanted
 */
#include <ntddk.h>
#include <wdk/text.h>

size_t fill(WCHAR *out);
size_t fill(WCHAR *out)
{
    UNREFERENCED_PARAMETER(out);
    WCHAR room[16];
#ifdef WRONG
    wdk_text_buffer buffer = wdk_text_room(out);
#else
    wdk_text_buffer buffer = wdk_text_room(room);
#endif
    UNREFERENCED_PARAMETER(room);
    return wdk_text_count(wdk_text_in(&buffer));
}
