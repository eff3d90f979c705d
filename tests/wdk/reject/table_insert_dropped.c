/* Whether the key was free is not asked.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/table.h>

struct session {
    wdk_table_link link;
    ULONG id;
};
WDK_TABLE(struct session, link, id, session_table, 16);
wdk_status add(session_table *table, struct session *session);
wdk_status add(session_table *table, struct session *session)
{
#ifdef WRONG
    session_table_insert(table, session);
    return WDK_OK;
#else
    return session_table_insert(table, session);
#endif
}
