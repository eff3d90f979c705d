/* The NT kernel and its small libraries: what the headers of one source say together is read once. */
#include <ntifs.h>
#include <wdmsec.h>
#include <wmilib.h>
#include <ntintsafe.h>
#include <ntstrsafe.h>
#include <setjmp.h>
#include <ctype.h>
#include <stdlib.h>
#include <wchar.h>
#include <wdfldr.h>
