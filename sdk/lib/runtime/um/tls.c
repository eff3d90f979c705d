/*
 * Thread-local variables: the directory that the loader reads. The linker gathers the variables' first values between
 * .tls and .tls$ZZZ, and callbacks between .CRT$XLA and .CRT$XLZ; the loader stores the module's index in _tls_index.
 */
#include <stddef.h>
#include <stdint.h>

extern uint32_t _tls_index;
uint32_t _tls_index;

typedef void (*tls_callback)(void *instance, unsigned long reason, void *reserved);

static char tls_first __attribute__((section(".tls"), used));
static char tls_last __attribute__((section(".tls$ZZZ"), used));
static const tls_callback callbacks_first __attribute__((section(".CRT$XLA"), used)) = NULL;
static const tls_callback callbacks_last __attribute__((section(".CRT$XLZ"), used)) = NULL;

/* IMAGE_TLS_DIRECTORY64 */
struct tls_directory {
    const char *raw_data_start;
    const char *raw_data_end;
    uint32_t *index;
    const tls_callback *callbacks;
    uint32_t size_of_zero_fill;
    uint32_t characteristics;
};

extern const struct tls_directory _tls_used;
const struct tls_directory _tls_used = {
    .raw_data_start = &tls_first,
    .raw_data_end = &tls_last,
    .index = &_tls_index,
    .callbacks = &callbacks_first + 1,
};
