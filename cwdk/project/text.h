/*
 * Characters of project files.
 */
#ifndef CWDK_PROJECT_TEXT_H
#define CWDK_PROJECT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* True where `text` is well-formed UTF-8 without control characters other than tab and line ends. Otherwise
 * the line and the column (in bytes) of the first offence are set; both count from 1. */
bool text_is_utf8(const char *text, size_t size, unsigned *line, unsigned *column);

#endif
