/* How often each basic block of an instrumented driver was entered, told when the driver goes or the run ends. */
#include "ntsim/run/coverage.h"
#include "ntsim/run/event.h"
#include "ntsim/run/report.h"
#include "sdk/lib/sanitize/instrumentation.h"

enum { FUNCTION_BEGINS = 1 };

void coverage_tell(const struct machine_image *image)
{
    const struct instrumentation *table =
        image->of_system ? NULL : machine_module_function(image->name, INSTRUMENTATION_NAME);
    if (!table || table->version != INSTRUMENTATION_VERSION || table->size != sizeof(*table))
        return;
    const size_t count = (size_t)(table->blocks_end - table->blocks_begin);
    if ((size_t)(table->places_end - table->places_begin) != 2 * count)
        return;
    for (size_t i = 0; i < count; i++)
        event("block", "sxdd", report_image_path(image->name), table->places_begin[2 * i] - (uint64_t)image->base,
              (uint64_t)table->blocks_begin[i], table->places_begin[2 * i + 1] & FUNCTION_BEGINS);
}

void coverage_tell_all(void)
{
    for (const struct machine_image *image = machine_image_first(); image; image = image->next)
        coverage_tell(image);
}
