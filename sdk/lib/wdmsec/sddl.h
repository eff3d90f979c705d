/*
 * Security descriptors of device objects from their text form: "D:P(A;;GA;;;SY)(A;;GR;;;WD)".
 *
 * Freestanding and without a system call, so that the same source is tested on the build machine. The grammar is the
 * part of SDDL that the public documentation names for device objects: a DACL of allow and deny entries, with generic,
 * standard, file and numeric rights, and well-known or written-out SIDs. No owner, group or SACL.
 */
#ifndef SDK_LIB_WDMSEC_SDDL_H
#define SDK_LIB_WDMSEC_SDDL_H

#include <stddef.h>
#include <stdint.h>

enum {
    SDDL_MAX_SIZE = 4096, /* bytes of a descriptor, far above any device's */
    SDDL_MAX_SUBAUTHORITIES = 15,
};

/* Writes the self-relative descriptor into `out` and returns its size in bytes; 0 where the text is malformed or needs
 * more than `room`. `text` is UTF-16 of `length` units, without a terminator. */
size_t sddl_to_descriptor(const uint16_t *text, size_t length, uint8_t *out, size_t room);

#endif
