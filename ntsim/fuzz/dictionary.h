/* Constants of the driver's code, and its strings: what it may compare an input with. */
#ifndef NTSIM_FUZZ_DICTIONARY_H
#define NTSIM_FUZZ_DICTIONARY_H

#include "ntsim/machine/machine.h"

#include <stddef.h>
#include <stdint.h>

enum { WORD_ROOM = 32, MOST_WORDS = 4096 };

struct word {
    uint8_t size, bytes[WORD_ROOM];
};

/* Of the loaded image: immediate operands of its code, strings of its data. Those that look like control codes are
 * learned, too. */
void dictionary_read(const struct machine_image *image);
/* One of the words, or NULL. */
const struct word *dictionary_draw(uint32_t number);
/* As libFuzzer's -dict= reads it; false: errno says why. */
bool dictionary_write(const char *path);

#endif
