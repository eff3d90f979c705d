/* wdfpool.h: kept for the sources that name it; the framework's allocations are WdfMemoryCreate and its kin */
#ifndef _WDFPOOL_H_
#define _WDFPOOL_H_
#endif
