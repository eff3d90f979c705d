/* The names of numbers, out of the kit's headers: each stands in one place. */
#include "cwdk/test/test.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The first macro of a header that is defined as that number in eight hexadecimal digits. */
static const char *find_name(const struct test_kit *kit, const char *header, uint32_t value, struct arena *a)
{
    struct bytes content;
    struct diag ignored = {0};
    const char *path = arena_format(a, "%s/sdk/include/wdk-sys/%s", kit->home, header);
    const char *name = NULL;
    if (file_read(path, a, &content, &ignored)) {
        const char *wanted = arena_format(a, "0x%08xL", value);
        const char *at = strcasestr((const char *)content.data, wanted);
        while (at && at > (const char *)content.data && at[-1] != '\n')
            at--;
        if (at && strncmp(at, "#define ", 8) == 0)
            name = arena_substring(a, at + 8, strcspn(at + 8, " \t("));
    }
    diag_free(&ignored);
    return name;
}

const char *test_bug_check_name(const struct test_kit *kit, uint32_t code, struct arena *a)
{
    return find_name(kit, "km/bugcodes.h", code, a);
}

const char *test_status_name(const struct test_kit *kit, uint32_t status, struct arena *a)
{
    return find_name(kit, "shared/ntstatus.h", status, a);
}

const char *test_status_text(const struct test_kit *kit, const char *text, struct arena *a)
{
    static const char mark[] = "status:";
    enum { DIGITS = 8 };
    const char *at = strstr(text, mark);
    if (!at || strspn(at + sizeof mark - 1, "0123456789abcdef") < DIGITS)
        return text;
    const char *digits = arena_substring(a, at + sizeof mark - 1, DIGITS);
    const uint32_t status = (uint32_t)strtoul(digits, NULL, 16);
    const char *name = test_status_name(kit, status, a);
    const char *rest = test_status_text(kit, at + sizeof mark - 1 + DIGITS, a);
    const char *before = arena_substring(a, text, (size_t)(at - text));
    return name ? arena_format(a, "%s%s (0x%08X)%s", before, name, status, rest)
                : arena_format(a, "%s0x%08X%s", before, status, rest);
}
