/*
 * Hash tables whose links lie in the elements: nothing is allocated, and every key is in a table once.
 *
 *     struct session { wdk_table_link link; ULONG id; … };
 *     WDK_TABLE(struct session, link, id, session_table, 64);         // by the integer `id`; 64 buckets
 *
 *     WDK_TRY(session_table_insert(&table, session));                 // STATUS_OBJECT_NAME_COLLISION
 *     struct session *found = session_table_find(&table, id);         // NULL: there is none
 *     found = session_table_remove(&table, id);                       // NULL: there is none
 *
 * Zeroed memory is an empty table. The key of an element that is in a table does not change. The table does not own its
 * elements; one is in one table by one link at a time, which debug builds check. Locking is the caller's: declare the
 * table WDK_GUARDED_BY its lock. The number of buckets is fixed: about that of the elements. Any IRQL at which the
 * elements may be touched.
 */
#ifndef WDK_TABLE_H
#define WDK_TABLE_H

#include "status.h"

#include "panic.h"

typedef struct wdk_table_link {
    struct wdk_table_link *next WDK_PRIVATE("the functions of the table");
#if DBG
    const void *table WDK_PRIVATE("the functions of the table");
#endif
} wdk_table_link;

/* In debug builds an element knows whether it is in a table. */
#if DBG
#define WDK_TABLE_ENTERS_(link, of)                                                                                    \
    do {                                                                                                               \
        WDK_PANIC_UNLESS((link)->table == NULL, WDK_PANIC_STATE, link, (link)->table);                                 \
        (link)->table = (of);                                                                                          \
    } while (0)
#define WDK_TABLE_LEAVES_(link) ((link)->table = NULL)
#else
#define WDK_TABLE_ENTERS_(link, of) ((void)0)
#define WDK_TABLE_LEAVES_(link)     ((void)0)
#endif

/* The high bits of a product with 2^64 over the golden ratio: neighbours come far apart. */
#define WDK_TABLE_BUCKET_(key, buckets)                                                                                \
    ((buckets) == 1 ? 0 : (size_t)((uint64_t)(key) * 0x9E3779B97F4A7C15u >> (64 - __builtin_ctz(buckets)) % 64))

#define WDK_TABLE(type, member, key, name, buckets)                                                                    \
    _Static_assert(__builtin_types_compatible_p(__typeof__(((type *)0)->member), wdk_table_link),                      \
                   "the member that links elements is a wdk_table_link");                                              \
    _Static_assert(_Generic(((type *)0)->key, float: 0, double: 0, long double: 0, default: 1) &&                      \
                       sizeof(((type *)0)->key) <= 8,                                                                  \
                   "the key of a table is an integer of at most 64 bits");                                             \
    _Static_assert((buckets) > 0 && ((buckets) & ((buckets) - 1)) == 0 && (buckets) <= 65536,                          \
                   "the number of buckets is a power of two, up to 65,536");                                           \
    typedef __typeof__(((type *)0)->key) name##_key;                                                                   \
    typedef struct name {                                                                                              \
        wdk_table_link *first[buckets] WDK_PRIVATE("the functions of the table");                                      \
        size_t count WDK_PRIVATE(#name "_count()");                                                                    \
    } name;                                                                                                            \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE type *name##_of_(wdk_table_link *link)                                                                  \
    {                                                                                                                  \
        return (type *)((char *)link - offsetof(type, member));                                                        \
    }                                                                                                                  \
    static WDK_MUST_USE __attribute__((unused)) wdk_table_link **name##_place_(name *table, name##_key wanted)         \
    {                                                                                                                  \
        wdk_table_link **place = &table->first[WDK_TABLE_BUCKET_(wanted, buckets)];                                    \
        while (*place && name##_of_(*place)->key != wanted)                                                            \
            place = &(*place)->next;                                                                                   \
        return place;                                                                                                  \
    }                                                                                                                  \
    /* NULL where there is none. */                                                                                    \
    WDK_INLINE WDK_MUST_USE type *name##_find(name *table, name##_key wanted)                                          \
    {                                                                                                                  \
        wdk_table_link *const link = *name##_place_(table, wanted);                                                    \
        return link ? name##_of_(link) : NULL;                                                                         \
    }                                                                                                                  \
    /* STATUS_OBJECT_NAME_COLLISION where its key is there already. */                                                 \
    WDK_INLINE wdk_status name##_insert(name *table, type *element)                                                    \
    {                                                                                                                  \
        wdk_table_link **const place = name##_place_(table, element->key);                                             \
        if (*place)                                                                                                    \
            return wdk_from_nt(STATUS_OBJECT_NAME_COLLISION);                                                          \
        WDK_TABLE_ENTERS_(&element->member, table);                                                                    \
        element->member.next = NULL;                                                                                   \
        *place = &element->member;                                                                                     \
        table->count++;                                                                                                \
        return WDK_OK;                                                                                                 \
    }                                                                                                                  \
    /* The element that was there; NULL where there is none. */                                                        \
    WDK_INLINE WDK_MUST_USE type *name##_remove(name *table, name##_key wanted)                                        \
    {                                                                                                                  \
        wdk_table_link **const place = name##_place_(table, wanted);                                                   \
        wdk_table_link *const link = *place;                                                                           \
        if (!link)                                                                                                     \
            return NULL;                                                                                               \
        *place = link->next;                                                                                           \
        WDK_TABLE_LEAVES_(link);                                                                                       \
        table->count--;                                                                                                \
        return name##_of_(link);                                                                                       \
    }                                                                                                                  \
    /* Any element of those that are there, taken out; NULL where there is none. To empty a table. */                  \
    WDK_INLINE WDK_MUST_USE type *name##_remove_any(name *table)                                                       \
    {                                                                                                                  \
        for (size_t i = 0; table->count && i < (buckets); i++)                                                         \
            if (table->first[i])                                                                                       \
                return name##_remove(table, name##_of_(table->first[i])->key);                                         \
        return NULL;                                                                                                   \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE size_t name##_count(const name *table)                                                     \
    {                                                                                                                  \
        return table->count;                                                                                           \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name /* takes the semicolon */

#endif
