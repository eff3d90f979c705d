/* The namespace of objects, and handles. */
#include "tests/ntsim/cm/records.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

static status link(const char16_t *name, const char16_t *target)
{
    struct string from = string(name), to = string(target);
    return SYSTEM(status, IoCreateSymbolicLink, void *, void *)(&from, &to);
}

static status unlink_name(const char16_t *name)
{
    struct string from = string(name);
    return SYSTEM(status, IoDeleteSymbolicLink, void *)(&from);
}

static status create_event(const char16_t *path, void **handle)
{
    struct string name = string(path);
    return SYSTEM(status, ZwCreateEvent, void **, uint32_t, void *, uint32_t, uint8_t)(handle, 0x1F0003,
                                                                                       ATTRIBUTES(&name, NULL), 0, 0);
}

static status open_event(const char16_t *path, void **handle)
{
    struct string name = string(path);
    return SYSTEM(status, ZwOpenEvent, void **, uint32_t, void *)(handle, 0x1F0003, ATTRIBUTES(&name, NULL));
}

static status close(void *handle)
{
    return SYSTEM(status, ZwClose, void *)(handle);
}

static void run_links(void)
{
    void *event, *through;
    CHECK_EQUAL(create_event(u"\\BaseNamedObjects\\Done", &event), SUCCESS);
    CHECK_EQUAL(link(u"\\DosDevices\\Short", u"\\BaseNamedObjects\\Done"), SUCCESS);
    CHECK_EQUAL(link(u"\\??\\SHORT", u"\\BaseNamedObjects\\Done"), NAME_COLLISION);
    CHECK_EQUAL(link(u"\\??\\Longer", u"\\??\\Short"), SUCCESS);
    CHECK_EQUAL(open_event(u"\\GLOBAL??\\Longer", &through), SUCCESS);
    CHECK_EQUAL(SYSTEM(status, ZwSetEvent, void *, void *)(through, NULL), SUCCESS);
    const int64_t poll = 0;
    CHECK_EQUAL(SYSTEM(status, ZwWaitForSingleObject, void *, uint8_t, const int64_t *)(event, 0, &poll), SUCCESS);
    CHECK_EQUAL(unlink_name(u"\\??\\Short"), SUCCESS);
    CHECK_EQUAL(unlink_name(u"\\??\\Short"), NAME_NOT_FOUND);
    CHECK_EQUAL(open_event(u"\\??\\Longer", &through), NAME_NOT_FOUND);
}

/* Ends with an error, not in a loop. */
static void run_circles(void)
{
    void *handle;
    CHECK_EQUAL(link(u"\\??\\One", u"\\??\\Two"), SUCCESS);
    CHECK_EQUAL(link(u"\\??\\Two", u"\\??\\One"), SUCCESS);
    CHECK(open_event(u"\\??\\One", &handle) != SUCCESS);
}

/* The name is there as long as a handle is. */
static void run_names(void)
{
    void *first, *second;
    CHECK_EQUAL(open_event(u"\\BaseNamedObjects\\Once", &first), NAME_NOT_FOUND);
    CHECK_EQUAL(open_event(u"\\Nowhere\\Once", &first), PATH_NOT_FOUND);
    CHECK_EQUAL(create_event(u"\\BaseNamedObjects\\Once", &first), SUCCESS);
    CHECK_EQUAL(create_event(u"\\BaseNamedObjects\\ONCE", &second), NAME_COLLISION);
    CHECK_EQUAL(open_event(u"\\BaseNamedObjects\\once", &second), SUCCESS);
    CHECK(first != second);
    CHECK_EQUAL(close(first), SUCCESS);
    CHECK_EQUAL(open_event(u"\\BaseNamedObjects\\Once", &first), SUCCESS);
    CHECK_EQUAL(close(first), SUCCESS);
    CHECK_EQUAL(close(second), SUCCESS);
    CHECK_EQUAL(open_event(u"\\BaseNamedObjects\\Once", &first), NAME_NOT_FOUND);
    CHECK_EQUAL(close(second), INVALID_HANDLE);
    CHECK_EQUAL(open_event(u"\\BaseNamedObjects", &first), TYPE_MISMATCH);
}

/* Thousands of handles at once, and none is another's after its close. */
static void run_handles(void)
{
    enum { COUNT = 5000 };
    static void *handles[COUNT];
    for (int i = 0; i < COUNT; i++)
        CHECK_EQUAL(SYSTEM(status, ZwCreateEvent, void **, uint32_t, void *, uint32_t, uint8_t)(&handles[i], 0x1F0003,
                                                                                                NULL, 0, 1),
                    SUCCESS);
    for (int i = 0; i < COUNT; i += 2)
        CHECK_EQUAL(close(handles[i]), SUCCESS);
    for (int i = 0; i < COUNT; i++)
        CHECK_EQUAL(SYSTEM(status, ZwSetEvent, void *, void *)(handles[i], NULL), i % 2 ? SUCCESS : INVALID_HANDLE);
}

#define PASSES(name)                                                                                                   \
    static void name(void **state)                                                                                     \
    {                                                                                                                  \
        (void)state;                                                                                                   \
        child_passes(NULL, run_##name);                                                                                \
    }

PASSES(links)
PASSES(circles)
PASSES(names)
PASSES(handles)

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(links), cmocka_unit_test(circles), cmocka_unit_test(names),
                                       cmocka_unit_test(handles)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
