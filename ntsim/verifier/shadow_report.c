/* Which object an access went beside, or came too late for. */
#include "ntsim/verifier/shadow_report.h"
#include "ntsim/verifier/shadow.h"

#include "ntsim/ex/pool.h"
#include "ntsim/ke/ki.h"
#include "sdk/lib/sanitize/instrumentation.h"

#include <stdio.h>

enum { TABLES = 1024, NAME = 80, DEEPEST_FRAME = 1 << 16, FRAME_MAGIC = 0x41B58AB3 };

/* --- the access --- */

/* "4 bytes are written", or "byte 4 of 16 that are written" */
static void say_access(const struct shadow_access *access, CHAR text[NAME])
{
    const char *verb = access->Write ? "written" : "read";
    if (access->Size == 1)
        _snprintf(text, NAME, "a byte is %s", verb);
    else
        _snprintf(text, NAME, "%llu bytes are %s", access->Size, verb);
}

/* Without the functions of the system that the instrumentation called. */
static vf_stack stack_of_access(void)
{
    return vf_without_system(vf_here());
}

static void say(const char *code, const struct shadow_access *access, const struct vf_related *related, ULONG count,
                const char *where)
{
    CHAR what[NAME];
    say_access(access, what);
    vf_find(code, stack_of_access(), related, count, "%s %s", what, where);
}

static void describe_place(ULONG64 bad, ULONG64 begin, ULONG64 size, const char *object, CHAR *text, SIZE_T room)
{
    if (bad >= begin + size)
        _snprintf(text, room, "from byte %llu behind the end of %s on", bad - begin - size, object);
    else if (bad < begin)
        _snprintf(text, room, "from byte %llu before the begin of %s on", begin - bad, object);
    else
        _snprintf(text, room, "from byte %llu of %s on", bad - begin, object);
}

/* --- the stack --- */

static ULONG64 read_number(const char **text)
{
    ULONG64 value = 0;
    while (**text == ' ')
        (*text)++;
    while (**text >= '0' && **text <= '9')
        value = value * 10 + (ULONG64)(*(*text)++ - '0');
    return value;
}

/* The compiler's description of a frame: the number of variables, then of each its offset, its size, the length of its
 * name and that. The nearest to `offset`; FALSE: there is none. */
static BOOLEAN nearest_variable(const char *text, ULONG64 offset, CHAR name[NAME], ULONG64 *begin, ULONG64 *size)
{
    ULONG64 least = ~0ull;
    for (ULONG64 left = read_number(&text); left > 0; left--) {
        const ULONG64 at = read_number(&text), bytes = read_number(&text), length = read_number(&text);
        const ULONG64 distance = offset < at ? at - offset : offset < at + bytes ? 0 : offset - at - bytes + 1;
        if (*text == ' ')
            text++;
        if (distance < least) {
            ULONG64 letters = 0;
            while (letters < length && letters + 1 < NAME && text[letters] != ':') {
                name[letters] = text[letters];
                letters++;
            }
            name[letters] = 0;
            least = distance;
            *begin = at;
            *size = bytes;
        }
        text += length;
    }
    return least != ~0ull;
}

/* The frame begins where its left zone does, with a magic number, the description, and its function. */
static const ULONG64 *frame_of(const struct shadow_access *access)
{
    ULONG64 at = access->Bad & ~7ull;
    for (ULONG64 steps = 0; steps < DEEPEST_FRAME / 8; steps++, at -= 8) {
        const UCHAR *shadow = (const UCHAR *)(access->Shadow + (at >> SHADOW_SHIFT));
        if (*shadow == SHADOW_STACK_LEFT && shadow[-1] != SHADOW_STACK_LEFT)
            return *(const ULONG64 *)at == FRAME_MAGIC ? (const ULONG64 *)at : NULL;
    }
    return NULL;
}

static void report_stack(const struct shadow_access *access)
{
    CHAR name[NAME], object[2 * NAME], where[4 * NAME];
    ULONG64 begin, size;
    const ULONG64 *frame = frame_of(access);
    const BOOLEAN late = access->Why == SHADOW_STACK_SCOPE;
    const char *code = late ? "VRF0902" : "VRF0901";
    if (!frame || !nearest_variable((const char *)frame[1], access->Bad - (ULONG64)frame, name, &begin, &size)) {
        say(code, access, NULL, 0, "on the stack beside a variable");
        return;
    }
    const struct vf_related related = {"the variable belongs to", vf_stack_of_routine(frame[2])};
    _snprintf(object, sizeof(object), "the local variable %s of %llu bytes", name, size);
    if (late)
        _snprintf(where, sizeof(where), "of %s, whose block has been left", object);
    else
        describe_place(access->Bad, (ULONG64)frame + begin, size, object, where, sizeof(where));
    say(code, access, &related, 1, where);
}

/* --- globals --- */

static struct {
    const struct instrumentation_global *Globals;
    ULONG64 Count;
} tables[TABLES];
static ULONG table_count;

void shadow_remember_globals(const struct instrumentation_global *globals, ULONG64 count)
{
    for (ULONG i = 0; i < table_count; i++)
        if (tables[i].Globals == globals)
            return;
    if (table_count < TABLES) {
        tables[table_count].Globals = globals;
        tables[table_count++].Count = count;
    }
}

static BOOLEAN is_loaded(const VOID *address)
{
    for (const struct machine_image *image = ki_services->images(); image; image = image->next)
        if ((ULONG64)address - (ULONG64)image->base < image->size)
            return TRUE;
    return FALSE;
}

static void report_global(const struct shadow_access *access)
{
    CHAR object[2 * NAME], where[4 * NAME];
    for (ULONG i = 0; i < table_count; i++)
        for (ULONG64 j = 0; is_loaded(tables[i].Globals) && j < tables[i].Count; j++) {
            const struct instrumentation_global *global = &tables[i].Globals[j];
            if (access->Bad - global->address >= global->size_with_zone)
                continue;
            _snprintf(object, sizeof(object), "the global variable %.80s of %llu bytes", global->name, global->size);
            describe_place(access->Bad, global->address, global->size, object, where, sizeof(where));
            say("VRF0903", access, NULL, 0, where);
            return;
        }
    say("VRF0903", access, NULL, 0, "beside a global variable");
}

/* --- pool --- */

static void report_pool(const struct shadow_access *access)
{
    CHAR object[NAME], where[4 * NAME];
    PUCHAR body;
    const struct pool_header *header = pool_nearest(access->Bad, &body);
    if (!header) {
        say("VRF0001", access, NULL, 0, "beside a block of pool");
        return;
    }
    const BOOLEAN freed = header->Magic == POOL_FREED;
    const struct vf_related related[] = {{"the block was allocated at", header->Allocated},
                                         {"it was freed at", freed ? header->Freed : 0}};
    _snprintf(object, sizeof(object), "a block of %llu bytes of pool%s", header->Size,
              freed ? ", which was freed," : "");
    describe_place(access->Bad, (ULONG64)body, header->Size, object, where, sizeof(where));
    say(access->Bad < (ULONG64)body                   ? "VRF0002"
        : access->Bad >= (ULONG64)body + header->Size ? "VRF0001"
                                                      : "VRF0003",
        access, related, 2, where);
}

void shadow_report(const struct shadow_access *access)
{
    switch (access->Why) {
    case SHADOW_GLOBAL:
        report_global(access);
        break;
    case SHADOW_POOL:
    case SHADOW_POOL_FREED:
        report_pool(access);
        break;
    default:
        report_stack(access);
        break;
    }
    if (access->Write)
        ki_bug_check(KASAN_ILLEGAL_ACCESS, access->Address, access->Size, 0, 0x100u | access->Why, NULL,
                     "memory is written that belongs to no object, or to one that is gone");
}
