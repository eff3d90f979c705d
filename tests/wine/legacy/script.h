/*
 * One script of requests, sent under Wine by client.c and in the simulator by tests/script.c; each gives a line a
 * request, and the lines are to be the same. Include what declares NTSTATUS and the control codes first.
 */
#pragma once

#include <stdio.h>

struct script_step {
    const char *name;
    unsigned long code;
    const void *input;
    unsigned long input_size, output_size;
};

static const unsigned long long script_null = 0x10, script_unmapped = 0x70000000;
static const unsigned char script_text[] = "never odd or even";

static const struct script_step script_steps[] = {
    {"reverse", IOCTL_LEGACY_REVERSE, script_text, sizeof script_text, sizeof script_text},
    {"reverse into more room", IOCTL_LEGACY_REVERSE, script_text, 5, 64},
    {"reverse into less room", IOCTL_LEGACY_REVERSE, script_text, sizeof script_text, 4},
    {"reverse nothing", IOCTL_LEGACY_REVERSE, NULL, 0, 0},
    {"reverse too much", IOCTL_LEGACY_REVERSE, NULL, 9000, 9000},
    {"peek at null", IOCTL_LEGACY_PEEK, &script_null, sizeof script_null, sizeof(LEGACY_OUTCOME)},
    {"peek at nothing", IOCTL_LEGACY_PEEK, &script_unmapped, sizeof script_unmapped, sizeof(LEGACY_OUTCOME)},
    {"peek with a short address", IOCTL_LEGACY_PEEK, &script_null, 4, sizeof(LEGACY_OUTCOME)},
    {"peek with no room", IOCTL_LEGACY_PEEK, &script_null, sizeof script_null, 4},
    {"decline", IOCTL_LEGACY_DECLINE, &script_null, sizeof script_null, sizeof(LEGACY_OUTCOME)},
    {"an unknown code", 0x222222, NULL, 0, 0},
};

enum { SCRIPT_STEPS = sizeof script_steps / sizeof *script_steps, SCRIPT_LARGEST = 9000 };

/* Output bytes count where the request did not fail. */
static void script_line(FILE *to, const struct script_step *step, unsigned long status, unsigned long information,
                        const unsigned char *output)
{
    fprintf(to, "%s: %08lx", step->name, status);
    if (status >> 30 != 3) {
        fprintf(to, ", %lu bytes:", information);
        for (unsigned long i = 0; i < information; i++)
            fprintf(to, " %02x", output[i]);
    }
    fprintf(to, "\n");
}
