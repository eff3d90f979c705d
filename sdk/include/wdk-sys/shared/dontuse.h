/*
 * Drivers include this last to be warned of C string functions that know no bounds.
 * The checker covers them (and more) whether or not it is included, so nothing is declared here.
 */
#ifndef WDK_DONTUSE_H
#define WDK_DONTUSE_H
#endif
