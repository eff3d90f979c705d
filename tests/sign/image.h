/* A small image made in memory: headers and three sections of which the last ends within a page. */
#ifndef TESTS_SIGN_IMAGE_H
#define TESTS_SIGN_IMAGE_H

#include <stddef.h>
#include <stdint.h>

enum {
    IMAGE_HEADERS = 0x400,
    IMAGE_SIZE = IMAGE_HEADERS + 0x1000 + 0x2400 + 0x600,
    IMAGE_PAGES = 1 + 1 + 3 + 1, /* headers, .text, .rdata, .data */
    IMAGE_CHECKSUM = 0x80 + 4 + 20 + 64,
    IMAGE_CERTIFICATE_SIZE = 0x80 + 4 + 20 + 112 + 4 * 8 + 4, /* in the data directory */
};

void image_make(uint8_t image[IMAGE_SIZE]);

#endif
