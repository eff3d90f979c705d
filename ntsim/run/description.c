/* Reading the description of the driver. */
#include "ntsim/run/description.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static char message[512];

struct driver_record *description_driver(struct description *description, const char *service)
{
    for (size_t i = 0; i < description->driver_count; i++)
        if (strcasecmp(description->drivers[i].service, service) == 0)
            return &description->drivers[i];
    return NULL;
}

struct device_record *description_device(struct description *description, const char *hardware_id)
{
    for (size_t i = 0; i < description->device_count; i++)
        if (!hardware_id || strcasecmp(description->devices[i].hardware_id, hardware_id) == 0)
            return &description->devices[i];
    return NULL;
}

static bool add_filter(struct description *out, const char *id, const char *service, bool upper)
{
    struct device_record *device = description_device(out, id);
    if (!device)
        return false;
    const char **list = upper ? device->upper : device->lower;
    size_t *count = upper ? &device->upper_count : &device->lower_count;
    if (*count == MOST_FILTERS)
        return false;
    list[(*count)++] = service;
    return true;
}

static bool set_property(struct description *out, const char *id, const char *property, const char *value)
{
    struct device_record *device = description_device(out, id);
    if (!device)
        return false;
    if (strcmp(property, "security") == 0)
        device->security = value;
    else
        device->characteristics = (unsigned)strtoul(value, NULL, 0);
    return true;
}

enum { FIELDS = 6 };

static bool add(struct description *out, char *const fields[FIELDS])
{
    if (strcmp(fields[0], "driver") == 0 && out->driver_count < MOST_DRIVERS) {
        out->drivers[out->driver_count++] = (struct driver_record){.service = fields[1], .path = fields[2]};
        return true;
    }
    if (strcmp(fields[0], "device") == 0 && out->device_count < MOST_DEVICES) {
        out->devices[out->device_count++] =
            (struct device_record){.hardware_id = fields[1], .service = fields[2], .name = fields[3]};
        return true;
    }
    const bool of_device = strcmp(fields[0], "setting") == 0;
    if ((of_device || strcmp(fields[0], "value") == 0) && out->value_count < MOST_VALUES) {
        out->values[out->value_count++] = (struct value_record){.service = fields[1],
                                                                .key = fields[2],
                                                                .name = fields[3],
                                                                .type = (unsigned)strtoul(fields[4], NULL, 10),
                                                                .data = fields[5],
                                                                .of_device = of_device};
        return true;
    }
    if (strcmp(fields[0], "security") == 0 || strcmp(fields[0], "characteristics") == 0)
        return set_property(out, fields[1], fields[0], fields[2]);
    const bool upper = strcmp(fields[0], "upper") == 0;
    return (upper || strcmp(fields[0], "lower") == 0) && add_filter(out, fields[1], fields[2], upper);
}

/* One line, which is changed. */
static bool read_line(struct description *out, char *line)
{
    static char nothing[] = "";
    char *fields[FIELDS];
    for (size_t i = 0; i < FIELDS; i++)
        fields[i] = line ? strsep(&line, "\t") : nothing;
    return !*fields[0] || add(out, fields);
}

bool description_read(const char *path, struct description *out, const char **error)
{
    static char *contents; /* the records point into it */
    size_t room = 0;
    FILE *file = fopen(path, "re");
    *error = message;
    if (!file || getdelim(&contents, &room, 0, file) < 0) {
        snprintf(message, sizeof(message), "%s: %s", path, strerror(errno));
        if (file)
            fclose(file);
        return false;
    }
    fclose(file);
    char *rest = contents;
    for (unsigned number = 1; rest; number++) {
        if (!read_line(out, strsep(&rest, "\n"))) {
            snprintf(message, sizeof(message), "%s:%u: this line is not understood", path, number);
            return false;
        }
    }
    return true;
}
