/*
 * Message tables (resource type 11): texts by 32-bit number, as FormatMessage and the event log read them.
 *
 * Source of facts: the public documentation of MESSAGE_RESOURCE_DATA, MESSAGE_RESOURCE_BLOCK and
 * MESSAGE_RESOURCE_ENTRY.
 */
#ifndef CWDK_MESSAGES_TABLE_H
#define CWDK_MESSAGES_TABLE_H

#include "cwdk/host/file.h"

/* The longest text an entry holds, in UTF-16 units: its size must fit 16 bits. */
#define MESSAGE_TEXT_MOST ((size_t)0x7FF0)

struct message {
    uint32_t id;
    const char *text; /* UTF-8, with the line ends it shall have */
    struct message *next;
};

/* The table of all messages, whatever their order; a number that comes twice keeps its first text. `ansi` writes the
 * bytes of windows-1252 in place of UTF-16. False where a text is too long or has no form in windows-1252: *bad is
 * that message. */
bool message_table(const struct message *messages, bool ansi, struct arena *a, struct bytes *out,
                   const struct message **bad);

#endif
