/*
 * math.h: abs, as in stdlib.h, and sin and cos, which the kit links into drivers. What else libcntpr.lib has of <math.h>
 * is not there.
 */
#ifndef WDK_MATH_H
#define WDK_MATH_H

#ifdef __cplusplus
extern "C" {
#endif

int(__cdecl abs)(int);
double __cdecl sin(double x);
double __cdecl cos(double x);

#ifdef __cplusplus
}
#endif
#endif
