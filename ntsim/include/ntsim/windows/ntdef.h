/* For headers that driver and test share: in a test, the types come from ntsim. */
#include <ntsim/types.h>
