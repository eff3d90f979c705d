// The same headers as in C.
#define jumps       jumps_in_cxx
#define highest_bit highest_bit_in_cxx
#include "headers.c"
