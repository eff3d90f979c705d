/* A seqlock over a page of data.
 * reject: a seqlock is for small data
 */
#include <ntddk.h>
#include <wdk/seqlock.h>

struct page {
    UCHAR bytes[4096];
};
struct pair {
    ULONG first, second;
};
#ifdef WRONG
WDK_SEQLOCK(struct page, cell);
#else
WDK_SEQLOCK(struct pair, cell);
#endif
