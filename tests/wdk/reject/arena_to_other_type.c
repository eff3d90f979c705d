/* A piece of an arena becomes a pointer to another type.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdk/arena.h>

struct order {
    ULONG number;
};
struct answer {
    ULONGLONG number;
};
struct answer *make(wdk_arena *scratch);
struct answer *make(wdk_arena *scratch)
{
#ifdef WRONG
    struct answer *answer = wdk_arena_new(scratch, struct order);
#else
    struct answer *answer = wdk_arena_new(scratch, struct answer);
#endif
    return answer;
}
