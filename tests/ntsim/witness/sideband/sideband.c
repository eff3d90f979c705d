/* general/toaster/toastDrv/kmdf/filter/sideband: a filter with a control device of its own, there while there are
 * toasters. */
#include <ntsim/ntsim.h>

static const WCHAR control[] = u"\\\\.\\ToasterFilter";

TEST(the_control_device_is_there_while_there_are_toasters)
{
    struct sim_file *file;
    CHECK_STATUS(sim_try_open(control, GENERIC_READ, &file), STATUS_OBJECT_NAME_NOT_FOUND);
    struct sim_device *first = sim_plug(NULL), *second = sim_plug(NULL);
    file = sim_open(control);
    CHECK_SUCCESS(sim_ioctl(file, 0x222000, NULL, 0, NULL, 0, NULL)); /* any code: prints serial numbers */
    sim_close(file);
    sim_unplug(first);
    file = sim_open(control);
    sim_close(file);
    sim_unplug(second);
    CHECK_STATUS(sim_try_open(control, GENERIC_READ, &file), STATUS_OBJECT_NAME_NOT_FOUND);
}
