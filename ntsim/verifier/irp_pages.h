/*
 * The verifier's view of IRPs that the I/O manager makes: each has a page of its own, which is closed when the IRP has
 * been completed, so that it is seen who touches it then (docs/verifier.md). All may be called at any IRQL.
 */
#ifndef NTSIM_VERIFIER_IRP_PAGES_H
#define NTSIM_VERIFIER_IRP_PAGES_H

#include "ntsim/verifier/vf.h"

/* Memory for an IRP of so many bytes, with a page of its own; NULL: there is none, or nothing is verified. */
PIRP vf_irp_page(SIZE_T size);
/* The IRP is freed. FALSE: it has no page of its own. */
BOOLEAN vf_irp_page_goes(PIRP irp);
/* The IRP has been completed, and is the I/O manager's until it frees it. */
void vf_irp_completed(PIRP irp);
/* From now on no page is closed. */
void vf_leave_irps_open(void);

/* A page fault: whether it is one of what is closed here, and open now. */
BOOLEAN vf_irp_fault(const struct machine_trap *trap);

#endif
