/*
 * The kit's own annotations in user mode too, ahead of what mingw-w64 has under this name.
 */
#include "../shared/specstrings.h"
#include <driverspecs.h>
