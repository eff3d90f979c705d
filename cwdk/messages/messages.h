/*
 * The message compiler: a message text file (.mc) becomes a header with the numbers, a resource script and one message
 * table a language.
 *
 * Source of facts: the public documentation "Message Text Files".
 */
#ifndef CWDK_MESSAGES_MESSAGES_H
#define CWDK_MESSAGES_MESSAGES_H

#include "cwdk/host/file.h"

#define MESSAGES_SIZE_LIMIT ((size_t)16 * 1024 * 1024) /* bytes of a message file */

struct messages_options {
    bool customer;          /* set the customer bit of all numbers */
    bool ansi;              /* tables in windows-1252 */
    bool terminated;        /* end all texts with %0, without a line end */
    bool decimal;           /* numbers in the header in base 10, until the file says otherwise */
    bool hresult;           /* numbers are HRESULTs: their facility has 11 bits */
    const char *table_name; /* before the names of the tables, or NULL */
};

struct messages_table {
    const char *name; /* of the file, "MSG00409.bin" */
    uint16_t language;
    struct bytes content;
};

struct messages_output {
    const char *header, *script; /* text */
    struct messages_table *tables;
    size_t table_count;
};

/* Compiles the text of `path` (the name is for messages): UTF-16 or UTF-8 by its byte order mark, UTF-8 where all of it
 * is, else windows-1252. Everything in *out lies in the arena. Returns false after reporting. */
bool messages_compile(const char *path, struct bytes content, const struct messages_options *options, struct arena *a,
                      struct messages_output *out, struct diag *d);

#endif
