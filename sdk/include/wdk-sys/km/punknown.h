/* punknown.h: the name by which PortCls drivers include unknown.h. */
#include <unknown.h>
