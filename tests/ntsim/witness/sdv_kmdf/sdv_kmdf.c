/* A driver that Microsoft made for Static Driver Verifier to fail: its DriverEntry does not call WdfDriverCreate, so
 * nothing else of it ever runs. */
#include <ntsim/ntsim.h>

TEST(loads)
{
}
