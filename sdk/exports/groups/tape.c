/* The class driver of tapes. */
#include <minitape.h>
