/* <stdlib.h>: sorting, searching, numbers that look random. */
#include <ntifs.h>

#include <stdlib.h>

typedef int compare_function(const void *, const void *);

static void swap(PUCHAR one, PUCHAR other, size_t size)
{
    while (size-- != 0) {
        const UCHAR kept = *one;
        *one++ = *other;
        *other++ = kept;
    }
}

static void sink(PUCHAR base, size_t root, size_t count, size_t size, compare_function *compare)
{
    for (;;) {
        size_t child = root * 2 + 1;
        if (child >= count)
            return;
        if (child + 1 < count && compare(base + child * size, base + (child + 1) * size) < 0)
            child++;
        if (compare(base + root * size, base + child * size) >= 0)
            return;
        swap(base + root * size, base + child * size, size);
        root = child;
    }
}

/* In place, without recursion: a kernel stack is small. */
void qsort(void *base, size_t count, size_t size, compare_function *compare)
{
    for (size_t root = count / 2; root-- != 0;)
        sink(base, root, count, size, compare);
    for (size_t left = count; left > 1; left--) {
        swap(base, (PUCHAR)base + (left - 1) * size, size);
        sink(base, 0, left - 1, size, compare);
    }
}

void *bsearch(const void *key, const void *base, size_t count, size_t size, compare_function *compare)
{
    const UCHAR *low = base;
    while (count != 0) {
        const UCHAR *middle = low + count / 2 * size;
        const int order = compare(key, middle);
        if (order == 0)
            return (void *)middle;
        if (order > 0) {
            low = middle + size;
            count--;
        }
        count /= 2;
    }
    return NULL;
}

static ULONG state = 1;

void srand(unsigned int seed)
{
    state = seed;
}

int rand(void)
{
    state = state * 214013 + 2531011;
    return state >> 16 & RAND_MAX;
}
