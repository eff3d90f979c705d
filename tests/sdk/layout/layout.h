/*
 * RECORD(type, size), FIELD(type, member, offset) and VALUE(constant, number): a table is a list of these, included
 * after the headers under test. Each row is checked when it is compiled.
 */
#include <stddef.h>

#define RECORD(type, bytes)        _Static_assert(sizeof(type) == (bytes), "size of " #type);
#define FIELD(type, member, bytes) _Static_assert(offsetof(type, member) == (bytes), "offset of " #type "." #member);
#define VALUE(name, number)        _Static_assert((long long)(name) == (long long)(number), "value of " #name);
