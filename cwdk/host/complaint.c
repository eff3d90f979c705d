#include "cwdk/host/complaint.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

char *complaint_plain(struct arena *a, const char *text)
{
    char *result = arena_string(a, text), *out = result;
    for (const char *p = text; *p;) {
        if (p[0] == '\033' && p[1] == '[') {
            p += 2;
            p += strcspn(p, "ABCDEFGHJKSTfmsu");
            p += *p != 0;
        } else {
            *out++ = *p++;
        }
    }
    *out = 0;
    return result;
}

bool complaint_place(struct arena *a, const char *line, const char *end, struct diag_place *place)
{
    unsigned numbers[2];
    for (int i = 0; i < 2; i++) {
        const char *start = end;
        while (start > line && isdigit((unsigned char)start[-1]))
            start--;
        if (start == end || start - 1 <= line || start[-1] != ':')
            return false;
        numbers[i] = (unsigned)strtoul(start, NULL, 10);
        end = start - 1;
    }
    *place = (struct diag_place){
        .file = arena_substring(a, line, (size_t)(end - line)), .line = numbers[1], .column = numbers[0]};
    return true;
}
