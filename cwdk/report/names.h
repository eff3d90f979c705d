/* The words of the document that stand for numbers; private to this folder. */
#ifndef CWDK_REPORT_NAMES_H
#define CWDK_REPORT_NAMES_H

#define REPORT_FORMAT "cwdk-report"
enum { REPORT_VERSION = 1 };

/* In the order of enum report_kind. */
static const char *const kind_names[] = {"finding", "stop", "hang", "loop", "check", "crash", "error"};

#endif
