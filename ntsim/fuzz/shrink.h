/* Makes an input that ends badly smaller, as long as it ends the same way: fewer operations, shorter buffers, zeroes.
 */
#ifndef NTSIM_FUZZ_SHRINK_H
#define NTSIM_FUZZ_SHRINK_H

#include "ntsim/fuzz/target.h"

void shrink(struct operations *operations, const struct outcome *wanted);

#endif
