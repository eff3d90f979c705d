/* Kernel streaming and PortCls. */
#include <ks.h>
