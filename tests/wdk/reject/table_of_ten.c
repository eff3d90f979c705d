/* A hash table whose number of buckets is no power of two.
 * reject: the number of buckets is a power of two
 */
#include <ntddk.h>
#include <wdk/table.h>

struct session {
    wdk_table_link link;
    ULONG id;
};
#ifdef WRONG
WDK_TABLE(struct session, link, id, session_table, 10);
#else
WDK_TABLE(struct session, link, id, session_table, 8);
#endif
