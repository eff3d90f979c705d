/* What stop codes mean. */
#include "cwdk/test/test.h"

#define MANY "(depends on the first)"

static const struct {
    uint32_t code;
    const char *meaning, *parameters[4];
} table[] = {
#define BUG_CHECK(code, meaning, p1, p2, p3, p4) {code, meaning, {p1, p2, p3, p4}},
#include "cwdk/test/bug_checks.def"
#undef BUG_CHECK
};

const char *test_bug_check_meaning(uint32_t code)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].code == code)
            return table[i].meaning;
    return NULL;
}

const char *test_bug_check_parameter(uint32_t code, unsigned parameter)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].code == code)
            return table[i].parameters[parameter];
    return "";
}
