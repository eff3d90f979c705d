/*
 * math.h: mingw-w64's; and, as Microsoft's has them in C++, the overloads for float, long double and integers. Without them
 * abs(-0.5f) would be abs of an int. What the C runtime of Windows does not export for float is reckoned in double.
 */
#include_next <math.h>

#if defined(__cplusplus) && !defined(WDK_MATH_OVERLOADS)
#define WDK_MATH_OVERLOADS
#include <stdlib.h>

extern "C++" {
template <class T, bool = __is_integral(T)> struct wdk_math_integer {
};
template <class T> struct wdk_math_integer<T, true> {
    typedef double result;
};
template <class T, bool = __is_integral(T) || __is_floating_point(T)> struct wdk_math_number {
};
template <class T> struct wdk_math_number<T, true> {
    typedef T type;
};
template <class T, class U> struct wdk_math_widest {
    typedef double result;
};
template <> struct wdk_math_widest<float, float> {
    typedef float result;
};

#define WDK_MATH_WIDE(name)                                                                                            \
    inline long double name(long double x) noexcept                                                                    \
    {                                                                                                                  \
        return (name)(static_cast<double>(x));                                                                         \
    }                                                                                                                  \
    template <class T> inline typename wdk_math_integer<T>::result name(T x) noexcept                                  \
    {                                                                                                                  \
        return (name)(static_cast<double>(x));                                                                         \
    }
#define WDK_MATH_1(name)                                                                                               \
    inline float name(float x) noexcept                                                                                \
    {                                                                                                                  \
        return __builtin_##name##f(x);                                                                                 \
    }                                                                                                                  \
    WDK_MATH_WIDE(name)
/* Of two arguments that are not both double: both float, or else as double. */
#define WDK_MATH_2(name, narrow)                                                                                       \
    inline float name(float x, float y) noexcept                                                                       \
    {                                                                                                                  \
        return narrow;                                                                                                 \
    }                                                                                                                  \
    template <class T, class U>                                                                                        \
    inline typename wdk_math_widest<typename wdk_math_number<T>::type, typename wdk_math_number<U>::type>::result name( \
        T x, U y) noexcept                                                                                             \
    {                                                                                                                  \
        return (name)(static_cast<double>(x), static_cast<double>(y));                                                 \
    }

inline float abs(float x) noexcept
{
    return __builtin_fabsf(x);
}
inline double abs(double x) noexcept
{
    return __builtin_fabs(x);
}
inline long double abs(long double x) noexcept
{
    return __builtin_fabs(static_cast<double>(x));
}
inline long abs(long x) noexcept
{
    return x < 0 ? -x : x;
}
inline long long abs(long long x) noexcept
{
    return x < 0 ? -x : x;
}

WDK_MATH_1(acos)
WDK_MATH_1(acosh)
WDK_MATH_1(asin)
WDK_MATH_1(asinh)
WDK_MATH_1(atan)
WDK_MATH_1(atanh)
WDK_MATH_1(cbrt)
WDK_MATH_1(ceil)
WDK_MATH_1(cos)
WDK_MATH_1(cosh)
WDK_MATH_1(erf)
WDK_MATH_1(erfc)
WDK_MATH_1(exp)
WDK_MATH_1(exp2)
WDK_MATH_1(expm1)
WDK_MATH_1(fabs)
WDK_MATH_1(floor)
WDK_MATH_1(lgamma)
WDK_MATH_1(log)
WDK_MATH_1(log10)
WDK_MATH_1(log1p)
WDK_MATH_1(log2)
WDK_MATH_1(logb)
WDK_MATH_1(nearbyint)
WDK_MATH_1(rint)
WDK_MATH_1(round)
WDK_MATH_1(sin)
WDK_MATH_1(sinh)
WDK_MATH_1(sqrt)
WDK_MATH_1(tan)
WDK_MATH_1(tanh)
WDK_MATH_1(tgamma)
WDK_MATH_1(trunc)

WDK_MATH_2(atan2, __builtin_atan2f(x, y))
WDK_MATH_2(copysign, __builtin_copysignf(x, y))
WDK_MATH_2(fdim, __builtin_fdimf(x, y))
WDK_MATH_2(fmax, __builtin_fmaxf(x, y))
WDK_MATH_2(fmin, __builtin_fminf(x, y))
WDK_MATH_2(fmod, __builtin_fmodf(x, y))
WDK_MATH_2(hypot, static_cast<float>((hypot)(static_cast<double>(x), static_cast<double>(y))))
WDK_MATH_2(nextafter, __builtin_nextafterf(x, y))
WDK_MATH_2(pow, __builtin_powf(x, y))
WDK_MATH_2(remainder, __builtin_remainderf(x, y))

inline float fma(float x, float y, float z) noexcept
{
    return __builtin_fmaf(x, y, z);
}
inline float frexp(float x, int *exponent) noexcept
{
    return static_cast<float>((frexp)(static_cast<double>(x), exponent));
}
inline float ldexp(float x, int exponent) noexcept
{
    return static_cast<float>((ldexp)(static_cast<double>(x), exponent));
}
inline float modf(float x, float *whole) noexcept
{
    return __builtin_modff(x, whole);
}
inline long lround(float x) noexcept
{
    return __builtin_lroundf(x);
}
inline long long llround(float x) noexcept
{
    return __builtin_llroundf(x);
}
#undef WDK_MATH_WIDE
#undef WDK_MATH_1
#undef WDK_MATH_2
}
#endif
