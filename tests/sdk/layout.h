/*
 * RECORD(type, size) and FIELD(type, member, offset): a table of layouts is a list of these, included after the
 * headers under test. Each row is checked when it is compiled.
 */
#include <stddef.h>

#define RECORD(type, bytes) _Static_assert(sizeof(type) == (bytes), "size of " #type);
#define FIELD(type, member, bytes) _Static_assert(offsetof(type, member) == (bytes), "offset of " #type "." #member);
