/* What all of ntifs.h stands on: flag helpers, push locks, the words of file systems. */
#ifndef WDK_FS_BASE_H
#define WDK_FS_BASE_H

#include <ntddk.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef FlagOn
#define FlagOn(Flags, SingleFlag) ((Flags) & (SingleFlag))
#endif
#ifndef BooleanFlagOn
#define BooleanFlagOn(Flags, SingleFlag) ((BOOLEAN)((((Flags) & (SingleFlag)) != 0)))
#endif
#ifndef SetFlag
#define SetFlag(Flags, Flag) ((Flags) |= (Flag))
#endif
#ifndef ClearFlag
#define ClearFlag(Flags, Flag) ((Flags) &= ~(Flag))
#endif
/* An annotation in Microsoft's headers, nothing to the compiler. */
#define __volatile
#ifndef EX_PUSH_LOCK
#define EX_PUSH_LOCK ULONG_PTR
#define PEX_PUSH_LOCK PULONG_PTR
#endif
typedef ULONG VBN, *PVBN;
typedef ULONG LBN, *PLBN;
typedef PVOID OPLOCK, *POPLOCK;
#define FsRtlEnterFileSystem KeEnterCriticalRegion
#define FsRtlExitFileSystem KeLeaveCriticalRegion

#ifdef __cplusplus
}
#endif
#endif
