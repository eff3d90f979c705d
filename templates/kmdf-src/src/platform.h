/* What the sources stand on: the kernel and KMDF. */
#pragma once

#include <ntddk.h>
#include <wdf.h>
