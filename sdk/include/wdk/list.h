/*
 * Lists of one type whose links lie in the elements: nothing is allocated, and an element is in one list at a time.
 *
 *     struct packet { wdk_link link; ULONG length; };
 *     WDK_LIST(struct packet, link, packet_queue);
 *
 *     packet_queue_init(&queue);
 *     packet_queue_push_back(&queue, packet);          // in debug builds a panic where it is in a list already
 *     wdk_list_each (packet_queue, packet, &queue) total += packet->length;
 *     while ((packet = packet_queue_pop_front(&queue)) != NULL) …
 *
 * A link is zeroed memory, or has been taken out of a list; debug builds check that. Locking is the caller's: declare
 * the queue WDK_GUARDED_BY its lock. The list does not own its elements. Any IRQL at which the elements may be touched.
 */
#ifndef WDK_LIST_H
#define WDK_LIST_H

#include "panic.h"

typedef struct wdk_link {
    struct wdk_link *next WDK_PRIVATE("the functions of the list");
    struct wdk_link *previous WDK_PRIVATE("the functions of the list");
} wdk_link;

WDK_PRIVATE_BEGIN

/* In debug builds an element knows whether it is in a list; the kernel's own lists never do. */
#if DBG
#define WDK_LINK_MUST_BE_FREE_(link) WDK_PANIC_UNLESS((link)->next == NULL, WDK_PANIC_STATE, link, (link)->next)
#define WDK_LINK_SET_FREE_(link)     ((link)->next = (link)->previous = NULL)
#else
#define WDK_LINK_MUST_BE_FREE_(link) ((void)0)
#define WDK_LINK_SET_FREE_(link)     ((void)0)
#endif

WDK_INLINE void wdk_list_insert_(wdk_link *before, wdk_link *link, wdk_link *after)
{
    WDK_LINK_MUST_BE_FREE_(link);
    link->next = after;
    link->previous = before;
    before->next = link;
    after->previous = link;
}

/* A damaged neighbour is found before it is written through, as by the kernel's own lists. */
WDK_INLINE void wdk_list_take_between_(wdk_link *before, wdk_link *link, wdk_link *after)
{
    WDK_PANIC_UNLESS(after->previous == link && before->next == link, WDK_PANIC_STATE, link, 0);
    before->next = after;
    after->previous = before;
    WDK_LINK_SET_FREE_(link);
}

WDK_PRIVATE_END

#define WDK_LIST(type, member, name)                                                                                   \
    _Static_assert(__builtin_types_compatible_p(__typeof__(((type *)0)->member), wdk_link),                            \
                   "the member that links elements is a wdk_link");                                                    \
    typedef struct name {                                                                                              \
        wdk_link head WDK_PRIVATE("the functions of the list");                                                        \
    } name;                                                                                                            \
    typedef type name##_element_;                                                                                      \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE type *name##_of_(wdk_link *link)                                                                        \
    {                                                                                                                  \
        return (type *)((char *)link - offsetof(type, member));                                                        \
    }                                                                                                                  \
    WDK_INLINE void name##_init(name *list)                                                                            \
    {                                                                                                                  \
        list->head.next = &list->head;                                                                                 \
        list->head.previous = &list->head;                                                                             \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE bool name##_is_empty(const name *list)                                                     \
    {                                                                                                                  \
        return list->head.next == &list->head;                                                                         \
    }                                                                                                                  \
    WDK_INLINE void name##_push_front(name *list, type *element)                                                       \
    {                                                                                                                  \
        wdk_list_insert_(&list->head, &element->member, list->head.next);                                              \
    }                                                                                                                  \
    WDK_INLINE void name##_push_back(name *list, type *element)                                                        \
    {                                                                                                                  \
        wdk_list_insert_(list->head.previous, &element->member, &list->head);                                          \
    }                                                                                                                  \
    /* NULL where it is empty. */                                                                                      \
    WDK_INLINE WDK_MUST_USE type *name##_pop_front(name *list)                                                         \
    {                                                                                                                  \
        wdk_link *const link = list->head.next;                                                                        \
        if (link == &list->head)                                                                                       \
            return NULL;                                                                                               \
        wdk_list_take_between_(&list->head, link, link->next);                                                         \
        return name##_of_(link);                                                                                       \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE type *name##_pop_back(name *list)                                                          \
    {                                                                                                                  \
        wdk_link *const link = list->head.previous;                                                                    \
        if (link == &list->head)                                                                                       \
            return NULL;                                                                                               \
        wdk_list_take_between_(link->previous, link, &list->head);                                                     \
        return name##_of_(link);                                                                                       \
    }                                                                                                                  \
    /* Out of the list that it is in. */                                                                               \
    WDK_INLINE void name##_remove(name *list, type *element)                                                           \
    {                                                                                                                  \
        (void)list;                                                                                                    \
        wdk_list_take_between_(element->member.previous, &element->member, element->member.next);                      \
    }                                                                                                                  \
    WDK_INLINE wdk_link *name##_head_(name *list)                                                                      \
    {                                                                                                                  \
        return &list->head;                                                                                            \
    }                                                                                                                  \
    WDK_INLINE type *name##_after_(type *element)                                                                      \
    {                                                                                                                  \
        return name##_of_(element->member.next);                                                                       \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name /* takes the semicolon */

/* All elements from the front. The one it is at may be removed within. */
#define wdk_list_each(name, element, list)                                                                             \
    WDK_LIST_EACH_(name, element, list, WDK_UNIQUE(wdk_end_), WDK_UNIQUE(wdk_next_))
/* The head counts as the link of an element that is not there, so that one loop has variables of one type. */
#define WDK_LIST_EACH_(name, element, list, end, next)                                                                 \
    for (name##_element_ *end = name##_of_(name##_head_(list)), *element = name##_after_(end), *next;                  \
         element != end && ((void)(next = name##_after_(element)), true); element = next)

#endif
