/* The headers whose exports kernel-mode drivers import, those that go together in one source. */
#include <ntifs.h>
#include <wdmsec.h>
#include <wmilib.h>
#include <ntstrsafe.h>
#include <stdlib.h>
#include <wdfldr.h>
