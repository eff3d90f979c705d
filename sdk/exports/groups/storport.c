/* Storport. */
#include <storport.h>
