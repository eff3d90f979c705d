/*
 * What `cwdk` tells about the driver under test: a text file, one record a line, fields between tabs.
 *
 *     driver SERVICE PATH                    an image, and the service that loads it; the first is the one under test
 *     device HARDWARE-ID SERVICE NAME        what the INF installs for that hardware id
 *     upper HARDWARE-ID SERVICE              a filter above the function driver of that device
 *     lower HARDWARE-ID SERVICE              a filter below it
 *     security HARDWARE-ID SDDL              the value Security of the device's key
 *     characteristics HARDWARE-ID NUMBER     its value DeviceCharacteristics, in C's notation
 *     value SERVICE KEY NAME TYPE DATA       a registry value in the service's key, or in KEY below it; DATA of
 * REG_DWORD in C's notation, of REG_BINARY bytes in hexadecimal with one character between them, else text
 *     setting HARDWARE-ID KEY NAME TYPE DATA the same in the hardware key of that device
 *
 * Strings live as long as the process.
 */
#ifndef NTSIM_RUN_DESCRIPTION_H
#define NTSIM_RUN_DESCRIPTION_H

#include <stdbool.h>
#include <stddef.h>

enum { MOST_DRIVERS = 512, MOST_DEVICES = 512, MOST_FILTERS = 16, MOST_VALUES = 1024 };

struct driver_record {
    const char *service, *path;
    void *object; /* while it is loaded */
};

struct device_record {
    const char *hardware_id, *service, *name;
    const char *security;     /* or NULL */
    unsigned characteristics; /* or 0 */
    const char *upper[MOST_FILTERS], *lower[MOST_FILTERS];
    size_t upper_count, lower_count;
};

struct value_record {
    const char *service, *key, *name, *data; /* or hardware ID */
    unsigned type;
    bool of_device;
};

struct description {
    struct driver_record drivers[MOST_DRIVERS];
    size_t driver_count;
    struct device_record devices[MOST_DEVICES];
    size_t device_count;
    struct value_record values[MOST_VALUES];
    size_t value_count;
};

/* False with `*error` where the file cannot be read, or holds something else. */
bool description_read(const char *path, struct description *out, const char **error);

struct driver_record *description_driver(struct description *description, const char *service);
/* NULL: the first. */
struct device_record *description_device(struct description *description, const char *hardware_id);

#endif
