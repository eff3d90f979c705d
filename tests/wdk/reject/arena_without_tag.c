/* An arena in a file that has no pool tag.
 * reject: use of undeclared identifier 'this_file_lacks_WDK_POOL_TAG'
 */
#include <ntddk.h>
#include <wdk/arena.h>

#ifndef WRONG
WDK_POOL_TAG("Aren");
#endif
wdk_arena make(void);
wdk_arena make(void)
{
    return wdk_arena_of(2048);
}
