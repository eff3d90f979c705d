/*
 * sin and cos. The angle is reduced with integers, exactly for every double: of 2/pi just those 192 bits are multiplied
 * that decide the quadrant and what is left of it. Then Taylor's series within an eighth of a turn. Off by less than
 * one unit in the last place; slow, beside what a user-mode library does.
 */
#include "runtime.h"

double sin(double x);
double cos(double x);

typedef unsigned __int128 wide;

/* A word of zeroes, then the digits of 2/pi. */
static const uint64_t two_over_pi[20] = {0,
                                         0xA2F9836E4E441529ull,
                                         0xFC2757D1F534DDC0ull,
                                         0xDB6295993C439041ull,
                                         0xFE5163ABDEBBC561ull,
                                         0xB7246E3A424DD2E0ull,
                                         0x06492EEA09D1921Cull,
                                         0xFE1DEB1CB129A73Eull,
                                         0xE88235F52EBB4484ull,
                                         0xE99C7026B45F7E41ull,
                                         0x3991D639835339F4ull,
                                         0x9C845F8BBDF9283Bull,
                                         0x1FF897FFDE05980Full,
                                         0xEF2F118B5A0A6D1Full,
                                         0x6D367ECF27CB09B7ull,
                                         0x4F463F669E5FEA2Dull,
                                         0x7527BAC7EBE5F17Bull,
                                         0x3D0739F78A5292EAull,
                                         0x6BFB5FB11F8D5D08ull,
                                         0x56033046FC7B6BABull};

struct reduced {
    double angle; /* within an eighth of a turn */
    double rest;  /* what did not fit into it */
    unsigned quadrant;
};

/* The 64 digits from `bit` on. */
static uint64_t digits(unsigned bit)
{
    unsigned word = bit / 64, shift = bit % 64;
    return shift ? two_over_pi[word] << shift | two_over_pi[word + 1] >> (64 - shift) : two_over_pi[word];
}

/* 2 to the power of n, a normal number. */
static double power_of_two(int n)
{
    union {
        uint64_t bits;
        double number;
    } value = {.bits = (uint64_t)(1023 + n) << 52};
    return value.number;
}

/* For a finite angle that is at least half. */
static struct reduced reduce(uint64_t bits)
{
    uint64_t mantissa = (bits & 0xFFFFFFFFFFFFFull) | 1ull << 52;
    unsigned first = (unsigned)(bits >> 52 & 0x7FF) - 1075 + 62;

    /* The last 192 bits of the product: two are the quadrant, 190 the part of it. What is above are whole turns. */
    wide low = (wide)mantissa * digits(first + 128);
    wide middle = (wide)mantissa * digits(first + 64) + (uint64_t)(low >> 64);
    uint64_t p2 = mantissa * digits(first) + (uint64_t)(middle >> 64), p1 = (uint64_t)middle, p0 = (uint64_t)low;

    struct reduced r = {.quadrant = (unsigned)(p2 >> 62)};
    p2 = p2 << 2 | p1 >> 62, p1 = p1 << 2 | p0 >> 62, p0 <<= 2;
    int negative = p2 >> 63 != 0;
    if (negative) {
        r.quadrant++;
        p0 = -p0, p1 = ~p1 + !p0, p2 = ~p2 + (!p0 && !p1);
    }
    int scale = -64;
    while (!(p2 >> 63)) {
        if (!p2 && !p1)
            return r;
        p2 = p2 << 1 | p1 >> 63, p1 = p1 << 1 | p0 >> 63, p0 <<= 1, scale--;
    }
    uint64_t part = (uint64_t)((wide)p2 * 0xC90FDAA22168C235ull >> 64);
    double unit = power_of_two(scale + 1);
    r.angle = (double)(int64_t)(part >> 11) * 2048 * unit;
    r.rest = (double)(int64_t)(part & 0x7FF) * unit;
    if (negative)
        r.angle = -r.angle, r.rest = -r.rest;
    return r;
}

static double sine(double x, double rest)
{
    double z = x * x;
    double p = -1.0 / 1307674368000 + z * (1.0 / 355687428096000);
    p = 1.0 / 6227020800 + z * p;
    p = -1.0 / 39916800 + z * p;
    p = 1.0 / 362880 + z * p;
    p = -1.0 / 5040 + z * p;
    p = 1.0 / 120 + z * p;
    p = -1.0 / 6 + z * p;
    return x + (x * z * p + rest * (1 - z / 2));
}

static double cosine(double x, double rest)
{
    double z = x * x, half = z / 2, head = 1 - half;
    double p = 1.0 / 20922789888000 - z * (1.0 / 6402373705728000);
    p = -1.0 / 87178291200 + z * p;
    p = 1.0 / 479001600 + z * p;
    p = -1.0 / 3628800 + z * p;
    p = 1.0 / 40320 + z * p;
    p = -1.0 / 720 + z * p;
    p = 1.0 / 24 + z * p;
    return head + (((1 - head) - half) + (z * z * p - x * rest));
}

/* sin(x) for quarter 0, cos(x) for quarter 1: a cosine is a sine a quarter of a turn later. */
static double turn(double x, unsigned quarter)
{
    union {
        double number;
        uint64_t bits;
    } value = {.number = x};
    uint64_t size = value.bits & ~(1ull << 63);
    int negative = value.bits >> 63 != 0;
    if (size >= 0x7FFull << 52)
        return x - x;
    if (size < 0x3E4ull << 52)
        return quarter ? 1 : x;
    struct reduced r = {.angle = x};
    if (size >= 0x3FEull << 52) {
        r = reduce(size);
        if (negative)
            r.angle = -r.angle, r.rest = -r.rest, r.quadrant = 0 - r.quadrant;
    }
    r.quadrant += quarter;
    double result = r.quadrant & 1 ? cosine(r.angle, r.rest) : sine(r.angle, r.rest);
    return r.quadrant & 2 ? -result : result;
}

double sin(double x)
{
    return turn(x, 0);
}

double cos(double x)
{
    return turn(x, 1);
}
