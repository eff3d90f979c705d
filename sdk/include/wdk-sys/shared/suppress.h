/* Names of the analyser's warnings, for `#pragma warning(suppress: ...)`. The pragma is Microsoft's compiler's alone. */
#ifndef WDK_SUPPRESS_H
#define WDK_SUPPRESS_H
#endif
