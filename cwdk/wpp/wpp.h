/*
 * The trace preprocessor: what WPP (tracewpp) is to Microsoft's kit. It reads a C or C++ source, finds the calls of
 * trace functions in it, and writes the header NAME.tmh that the source includes: one macro and one small function for
 * each call. docs/wpp.md tells what such a call does at run time.
 *
 * Source of facts: the public WPP documentation (configuration blocks, format strings, the WPP_… macros that drivers
 * define) and the use of WPP in Microsoft's public driver samples. The output is of our own making.
 */
#ifndef CWDK_WPP_WPP_H
#define CWDK_WPP_WPP_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/project/list.h"

#define WPP_FILE_LIMIT  ((size_t)16 * 1024 * 1024) /* bytes of a source */
#define WPP_CALL_LIMIT  20000                      /* trace calls in a source */
#define WPP_PARAMETERS  32                         /* parameters of a trace function, and values in a call */
#define WPP_NAME_LENGTH 200                        /* bytes of a name */

struct wpp_settings {
    bool kernel;                  /* else user mode */
    bool recorder;                /* calls go to the in-flight recorder, too */
    const char *control_guid;     /* a provider with the flags Error, Unusual and Noise; NULL: the source has its own */
    const char *const *functions; /* "Trace(LEVEL,FLAGS,MSG,...)", ended by NULL */
    const char *const *scans;     /* files that are searched for configuration blocks */
    const char *const *defines;   /* "NAME" or "NAME=VALUE": macros that the header sets where the source has not */
};

/* The text of the header for `source`, in the arena; NULL after reporting. A file localwpp.ini beside the source is
 * read as configuration, too. Where `inputs` is given, the files that were read beside the source are added to it. */
char *wpp_header(const char *source, const struct wpp_settings *settings, struct list *inputs, struct arena *a,
                 struct diag *d);

/* "FOLDER/NAME.tmh" for a source. */
char *wpp_header_name(struct arena *a, const char *folder, const char *source);

#endif
