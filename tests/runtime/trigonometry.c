/* The runtime's sin and cos, built for the host under other names, beside the host's own in extended precision. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

double kit_sin(double x);
double kit_cos(double x);

static int off(double got, long double wanted)
{
    double size = fabs((double)wanted);
    return !(fabsl(got - wanted) < nextafter(size, INFINITY) - size);
}

int main(void)
{
    int wrong = 0;
    uint64_t seed = 88172645463325252u;
    for (int i = 0; i < 200000; i++) {
        seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
        uint64_t bits = i & 1 ? seed : (seed & 0x800FFFFFFFFFFFFFu) | (1015 + (seed >> 52) % 60) << 52;
        double x;
        memcpy(&x, &bits, sizeof x);
        if (isfinite(x) ? off(kit_sin(x), sinl(x)) || off(kit_cos(x), cosl(x))
                        : !isnan(kit_sin(x)) || !isnan(kit_cos(x))) {
            printf("%a: sin %a, cos %a\n", x, kit_sin(x), kit_cos(x));
            wrong = 1;
        }
    }
    return wrong || !signbit(kit_sin(-0.0)) || kit_cos(0) != 1;
}
