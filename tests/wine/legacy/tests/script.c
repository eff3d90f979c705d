/* The script under the simulator. LEGACY_SCRIPT names the file that gets its lines. */
#include <ntsim/ntsim.h>

#include "../requests.h"
#include "../script.h"

#include <stdlib.h>

TEST(script)
{
    static unsigned char input[SCRIPT_LARGEST], output[SCRIPT_LARGEST];
    FILE *to = fopen(getenv("LEGACY_SCRIPT"), "w");
    struct sim_file *file = sim_open(u"\\\\.\\CwdkLegacy");
    CHECK(to != NULL);
    for (int i = 0; i < SCRIPT_STEPS; i++) {
        const struct script_step *step = &script_steps[i];
        ULONG moved = 0;
        const NTSTATUS status = sim_ioctl(file, step->code, step->input ? step->input : input, step->input_size, output,
                                          step->output_size, &moved);
        script_line(to, step, (ULONG)status, moved, output);
    }
    CHECK_EQ(fclose(to), 0);
}
