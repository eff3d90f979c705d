/* Putting together what is the same in a run, in the order that the document has; private to this folder. */
#ifndef CWDK_REPORT_COMBINE_H
#define CWDK_REPORT_COMBINE_H

#include "cwdk/report/report.h"

void combine_tests(struct report_run *run);
void combine_findings(struct report_run *run, struct arena *a);
void combine_sites(struct report_run *run);
/* `add`: counts of one line are added up; else they are of the same test, and the greatest is it. */
void combine_covers(struct report_run *run, bool add, struct arena *a);

#endif
