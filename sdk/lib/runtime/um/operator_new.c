/*
 * C++'s operators new and delete, under the names that Microsoft's ABI gives them, on the heap of the UCRT. There are
 * no C++ exceptions in drivers: running out of memory in a `new` that cannot say so ends the process.
 */
#include "ucrt.h"

#define MANGLED(name) __asm__(name)

void *new_one(size_t size) MANGLED("??2@YAPEAX_K@Z");
void *new_array(size_t size) MANGLED("??_U@YAPEAX_K@Z");
void *new_one_nothrow(size_t size, const void *tag) MANGLED("??2@YAPEAX_KAEBUnothrow_t@std@@@Z");
void *new_array_nothrow(size_t size, const void *tag) MANGLED("??_U@YAPEAX_KAEBUnothrow_t@std@@@Z");
void delete_one(void *memory) MANGLED("??3@YAXPEAX@Z");
void delete_array(void *memory) MANGLED("??_V@YAXPEAX@Z");
void delete_one_sized(void *memory, size_t size) MANGLED("??3@YAXPEAX_K@Z");
void delete_array_sized(void *memory, size_t size) MANGLED("??_V@YAXPEAX_K@Z");

void *new_one_nothrow(size_t size, const void *tag)
{
    (void)tag;
    return malloc(size ? size : 1);
}

void *new_array_nothrow(size_t size, const void *tag)
{
    return new_one_nothrow(size, tag);
}

void *new_one(size_t size)
{
    void *memory = new_one_nothrow(size, NULL);
    if (!memory) {
        abort();
    }
    return memory;
}

void *new_array(size_t size)
{
    return new_one(size);
}

void delete_one(void *memory)
{
    free(memory);
}

void delete_array(void *memory)
{
    free(memory);
}

void delete_one_sized(void *memory, size_t size)
{
    (void)size;
    free(memory);
}

void delete_array_sized(void *memory, size_t size)
{
    (void)size;
    free(memory);
}
