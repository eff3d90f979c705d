/* The headers whose exports kernel-mode drivers import, those that go together in one source. */
#include <ntddk.h>
#include <wdmsec.h>
#include <ntstrsafe.h>
#include <stdlib.h>
#include <wdfldr.h>
