/* A hash table by what is no integer.
 * reject: the key of a table is an integer
 */
#include <ntddk.h>
#include <wdk/table.h>

struct session {
    wdk_table_link link;
    double rate;
    ULONG id;
};
#ifdef WRONG
WDK_TABLE(struct session, link, rate, session_table, 16);
#else
WDK_TABLE(struct session, link, id, session_table, 16);
#endif
