/* The interface of file systems and file system filters, on top of ntddk.h. Each topic has its header under fs/. */
#ifndef WDK_NTIFS_H
#define WDK_NTIFS_H
#define _NTIFS_
#include <ntddk.h>

#include "nt/tm.h"
#include "fs/base.h"
#include "fs/se_types.h"
#include "fs/dir.h"
#include "fs/info.h"
#include "fs/reparse.h"
#include "fs/fsctl.h"
#include "fs/fsctl_data.h"
#include "fs/fsctl_storage.h"
#include "fs/usn.h"
#include "fs/txfs.h"
#include "fs/fcb.h"
#include "fs/fsrtl.h"
#include "fs/lock.h"
#include "fs/ecp.h"
#include "fs/ecp_types.h"
#include "fs/oplock.h"
#include "fs/mcb.h"
#include "fs/context.h"
#include "fs/notify.h"
#include "fs/filter.h"
#include "fs/cc.h"
#include "fs/rtl.h"
#include "fs/se.h"
#include "fs/ksec.h"
#include "fs/ob.h"
#include "fs/ke.h"
#include "fs/io.h"
#include "fs/zw.h"

#endif
