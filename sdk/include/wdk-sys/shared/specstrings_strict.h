/* Asks the analyser for stricter checks; the annotations are the same. */
#include <specstrings.h>
