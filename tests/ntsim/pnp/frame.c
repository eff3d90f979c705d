#include "tests/ntsim/pnp/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char journal[16384];

void *frame_symbol(const char *image, const char *name)
{
    void *found = image_find(image, name);
    if (!found)
        child_fail(name, 0, "the driver does not export it", 0);
    return found;
}

void *frame_load(const char *file, const char16_t *service)
{
    char path[4096];
    const char *build = getenv("CWDK_BUILD"), *error;
    void *driver = NULL;
    snprintf(path, sizeof(path), "%s/tests/fixtures/%s", build ? build : "build", file);
    const int32_t status = SYSTEM(int32_t, SimLoadDriver, const char *, const char16_t *, void **,
                                  const char **)(path, service, &driver, &error);
    if (status != 0)
        child_fail(error ? error : file, 0, "does not load", (uint64_t)(uint32_t)status);
    for (struct machine_image *image = image_first(); image; image = image->next)
        if (strcmp(image->name, file) == 0) {
            char **at = image_export(image, "journal");
            if (at)
                *at = journal;
        }
    return driver;
}

void *frame_plug(const char16_t *id, void *const *drivers, unsigned count)
{
    char16_t hardware_ids[64] = {0};
    for (int i = 0; id[i]; i++)
        hardware_ids[i] = id[i];
    const struct sim_device device = {.device_id = (const sim_char16 *)id,
                                      .instance_id = (const sim_char16 *)u"0000",
                                      .hardware_ids = (const sim_char16 *)hardware_ids,
                                      .drivers = drivers,
                                      .driver_count = count};
    void *pdo = NULL;
    const int32_t status = SYSTEM(int32_t, SimPlug, const struct sim_device *, void **)(&device, &pdo);
    CHECK_EQUAL((uint32_t)status, 0);
    return pdo;
}

void frame_forget(void)
{
    journal[0] = 0;
}

void frame_expect(const char *file, int line, const char *wanted)
{
    if (strcmp(journal, wanted) != 0) {
        snprintf(child_report->printed, sizeof(child_report->printed), "journal:\n%s\nwanted:\n%s\n", journal, wanted);
        child_fail(file, line, "the drivers saw something else", 0);
    }
    frame_forget();
}
