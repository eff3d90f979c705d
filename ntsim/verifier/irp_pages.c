/*
 * Pages of IRPs. One is closed when its IRP has been completed, and opened by the next access: by the system that is
 * all, by a driver it is a finding. A page whose IRP was freed while it was closed waits until no other is left. Of
 * each place that completes IRPs the first few are closed, and after that every 1024th: so it costs next to nothing
 * where there are many.
 */
#include "ntsim/verifier/irp_pages.h"

#include "ntsim/ke/ki.h"
#include "ntsim/verifier/irps.h"
#include "ntsim/verifier/user_rules.h"

enum {
    PAGES = 64,
    ROOM = PAGES * PAGE_SIZE,
    PLACES = 1024,         /* that are told apart, by their stacks' numbers */
    ALWAYS = 16,           /* IRPs of a place */
    SELDOM_MASK = 1024 - 1 /* of those after that */
};

struct irp_page {
    BOOLEAN Closed;
    vf_stack Completed;
    struct irp_page *Next; /* while it is free */
};

static PUCHAR memory; /* the pages, in the order of the table */
static struct irp_page pages[PAGES];
static struct irp_page *ready, *waiting, **waiting_end = &waiting;
static ULONG completions[PLACES];
static BOOLEAN never_close;

static struct irp_page *page_of(ULONG64 address)
{
    const ULONG64 offset = address - (ULONG64)memory;
    return memory && offset < ROOM ? &pages[offset / PAGE_SIZE] : NULL;
}

static PUCHAR memory_of(const struct irp_page *page)
{
    return memory + (page - pages) * PAGE_SIZE;
}

static void protect(struct irp_page *page, BOOLEAN closed)
{
    if (page->Closed != closed)
        ki_services->protect(memory_of(page), PAGE_SIZE, closed ? MACHINE_NO_ACCESS : MACHINE_READ_WRITE);
    page->Closed = closed;
}

static void begin(void)
{
    memory = ki_services->map(ROOM, false);
    for (ULONG i = 0; memory && i < PAGES; i++) {
        pages[i].Next = ready;
        ready = &pages[i];
    }
}

PIRP vf_irp_page(SIZE_T size)
{
    struct irp_page *page;
    if (!vf_on || size > PAGE_SIZE)
        return NULL;
    if (!memory)
        begin();
    if ((page = ready) != NULL) {
        ready = page->Next;
    } else if ((page = waiting) != NULL) {
        waiting = page->Next;
        if (!waiting)
            waiting_end = &waiting;
    } else {
        return NULL;
    }
    protect(page, FALSE);
    page->Completed = 0;
    return (PIRP)memory_of(page);
}

/* Whether an IRP that was completed there is to be closed. */
static BOOLEAN is_turn(vf_stack completed)
{
    const ULONG count = completions[completed % PLACES]++;
    return !never_close && (count < ALWAYS || !(count & SELDOM_MASK));
}

BOOLEAN vf_irp_page_goes(PIRP irp)
{
    struct irp_page *page = page_of((ULONG64)irp);
    if (!page)
        return FALSE;
    /* What the I/O manager kept for a while has been counted. */
    const BOOLEAN close = page->Completed ? TRUE : is_turn(vf_completed_at(irp));
    if (!close) {
        page->Next = ready;
        ready = page;
        return TRUE;
    }
    page->Completed = vf_completed_at(irp);
    page->Next = NULL;
    *waiting_end = page;
    waiting_end = &page->Next;
    protect(page, TRUE);
    return TRUE;
}

void vf_irp_completed(PIRP irp)
{
    struct irp_page *page = page_of((ULONG64)irp);
    if (!page || !vf_completed_at(irp) || !is_turn(vf_completed_at(irp)))
        return;
    page->Completed = vf_completed_at(irp);
    protect(page, TRUE);
}

void vf_leave_irps_open(void)
{
    never_close = TRUE;
}

/* --- faults --- */

static void tell(const struct irp_page *page, const struct machine_trap *trap)
{
    const struct vf_related related = {"it was completed at", page->Completed};
    const ULONG64 offset = trap->address - (ULONG64)memory_of(page);
    const char *what = offset >= sizeof(IRP)                                            ? "a stack location"
                       : offset - FIELD_OFFSET(IRP, IoStatus) < sizeof(IO_STATUS_BLOCK) ? "IoStatus"
                                                                                        : "a member";
    vf_find("VRF0314", vf_capture_context(&trap->context), &related, 1, "%s of an IRP is %s after its completion", what,
            trap->access == MACHINE_WRITE ? "written" : "read");
}

BOOLEAN vf_irp_fault(const struct machine_trap *trap)
{
    struct irp_page *page = page_of(trap->address);
    vf_stack stack;
    BOOLEAN copies;
    if (!page || !page->Closed)
        return FALSE;
    if (vf_is_by_driver(&trap->context, &stack, &copies))
        tell(page, trap);
    protect(page, FALSE);
    return TRUE;
}
