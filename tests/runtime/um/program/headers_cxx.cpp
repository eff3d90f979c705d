// The same headers as in C.
#define jumps       jumps_in_cxx
#define highest_bit highest_bit_in_cxx
#define answer_of   answer_of_in_cxx
#include "headers.c"

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
