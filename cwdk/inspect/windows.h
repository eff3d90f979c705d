/*
 * Windows releases and the framework versions that came with them.
 *
 * Sources of facts: the build numbers of "INF Manufacturer section", and "KMDF Version History" and "UMDF Version
 * History", all in Microsoft's public driver documentation.
 */
#ifndef CWDK_INSPECT_WINDOWS_H
#define CWDK_INSPECT_WINDOWS_H

#include <stdbool.h>
#include <stddef.h>

struct windows_version {
    unsigned major, minor, build; /* 10, 0, 19041 */
};

#define WINDOWS_VERSION_TEXT 36
/* "10.0.19041", or "10.0" where there is no build; `text` has WINDOWS_VERSION_TEXT bytes. Returns `text`. */
char *windows_version_format(struct windows_version v, char *text);
/* Reads that form. False where it is none. */
bool windows_version_parse(const char *text, struct windows_version *out);
int windows_version_compare(struct windows_version a, struct windows_version b);
/* The first build of that release where `v` names none: 10.0 is 10.0.10240, 6.1 is 6.1.7600. */
struct windows_version windows_version_first(struct windows_version v);

/* "Windows 10, version 2004": the newest release that is not newer than `v`; "any Windows" for 0.0.0. */
const char *windows_version_name(struct windows_version v);

enum framework { FRAMEWORK_NONE, FRAMEWORK_KMDF, FRAMEWORK_UMDF };

/* The first Windows that drivers of that framework version run on. False where the documentation does not list it. */
bool framework_since(enum framework framework, unsigned major, unsigned minor, struct windows_version *out);
/* The newest version of the framework that runs on `v` or later. False where there is none. */
bool framework_newest(enum framework framework, struct windows_version v, unsigned *major, unsigned *minor);

#endif
