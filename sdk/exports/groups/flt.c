/* File system minifilters. */
#include <fltkernel.h>
