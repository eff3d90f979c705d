// The same headers as in C.
#define jumps       jumps_in_cxx
#define highest_bit highest_bit_in_cxx
#define answer_of   answer_of_in_cxx
#include "headers.c"

#include <cfloat>
#include <climits>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// Placement new, new that may fail, and the identity that belongs to an interface.
int placed();
int placed()
{
    int room = 0;
    int *made = new (&room) int(7), *other = new (std::nothrow) int(1);
    const int sum = *made + (other ? *other : 0) + (__uuidof(IUnknown).Data1 != 0);
    delete other;
    return sum;
}

// Mathematics for float and for integers; float's own functions, and those that go by way of double.
static_assert(sizeof(std::sqrt(1.0f)) == sizeof(float) && sizeof(pow(2.0f, 2)) == sizeof(double), "the argument's type decides");
int reckoned(float half, int four);
int reckoned(float half, int four)
{
    const bool right = abs(-half) == 0.5f && std::abs(-four) == 4 && std::sqrt(four) == 2 && std::hypot(3.0f, 8 * half) == 5 &&
                       pow(half, 2.0f) == 0.25f && std::ldexp(half, four) == 8 && std::floor(-half) == -1 &&
                       fabs(std::sin(half) - 0.479425538f) < 4 * FLT_EPSILON && std::isinf(half * INFINITY) &&
                       std::signbit(-half) && std::fmax(half, 0.0f) == half && lround(1.5f) == 2;
    return right && std::strlen("four") == static_cast<std::size_t>(four) && INT_MAX == std::int32_t{0x7FFFFFFF};
}
