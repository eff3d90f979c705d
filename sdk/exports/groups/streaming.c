/* Kernel streaming and PortCls. */
#include <ks.h>
#include <ksmedia.h>
#include <ksdebug.h>
