/* Checks below an entry point that answers for those that fail, as with `panic: status`. */
#define WDK_PANIC_RETURNS
#include <ntddk.h>
#include <wdk/checked.h>
#include <wdk/panic_guard.h>
#include <wdk/span.h>
#include <wdk/unsafe.h>
#include <wdk/wdm/irp.h>

WDK_DECLARE_SPAN(uint32_t, entry);

struct shelf {
    uint32_t entries[8];
    uint32_t next;
};

static wdk_irp_handled Handle(struct shelf *shelf, wdk_irp *irp)
{
    if (shelf->next >= 8)
        return wdk_irp_complete(irp, STATUS_NO_MORE_ENTRIES, 0);  /* SAF6003 */
    *wdk_at(wdk_span_of(entry, shelf->entries), shelf->next) = 1; /* SAF6001 */
    return wdk_irp_complete(irp, WDK_OK, sizeof shelf->entries);  /* SAF6003 */
}
WDK_DISPATCH(Dispatch, struct shelf, Handle); /* SAF6001 */

struct work {
    struct shelf *shelf;
    uint32_t index;
    const void *held;
};

/* Where it fails the index is out of range already. */
static void Work(void *place)
{
    struct work *work;
    WDK_UNSAFE("wdk_panic_guard gives back what it got") work = (struct work *)place;
    const uint32_t index = work->shelf->next;
    work->index = 100;
    *wdk_at(wdk_span_of(entry, work->shelf->entries), index) = 1; /* SAF6001 */
    work->index = index;
}

uint32_t FooledByGuard(struct shelf *shelf)
{
    struct work work = {shelf, 3, shelf};
    if (wdk_panic_guard(Work, &work, &work.held))
        return *wdk_at(wdk_span_of(entry, shelf->entries), work.index); /* SAF6003 */
    return *wdk_at(wdk_span_of(entry, shelf->entries), work.index);     /* SAF6001 */
}
