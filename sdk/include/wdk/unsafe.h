/*
 * WDK_UNSAFE("why it is right") { … }: a block of a safe driver in which the rules of the safe profile do not hold
 * (docs/safe.md). It costs nothing. `cwdk unsafe` lists all of them with their reasons.
 */
#ifndef WDK_UNSAFE_H
#define WDK_UNSAFE_H

#include "attributes.h"

#define WDK_UNSAFE(why) WDK_UNSAFE_(why, WDK_UNIQUE(wdk_unsafe_))
#define WDK_UNSAFE_(why, once)                                                                                         \
    for (bool once = ({                                                                                                \
             _Static_assert(sizeof("" why) > 8, "say in a few words why this is right");                               \
             true;                                                                                                     \
         });                                                                                                           \
         once; once = false)

#endif
