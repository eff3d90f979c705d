/* Event manifests: the resource as a reader written apart sees it, the header, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "cwdk/diag/codes.h"
#include "cwdk/events/events.h"
#include "tests/events/walk.h"

#include <stdlib.h>

struct room {
    struct arena a;
    struct diag d;
    struct event_manifest m;
    char path[64];
};

static bool load(struct room *r, const char *text)
{
    *r = (struct room){0};
    strcpy(r->path, "/tmp/cwdk-events-XXXXXX");
    const int fd = mkstemp(r->path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    fputs(text, file);
    fclose(file);
    const bool ok = manifest_load(r->path, &r->a, &r->m, &r->d);
    remove(r->path);
    return ok;
}

static void leave(struct room *r)
{
    if (r->m.document)
        manifest_free(&r->m);
    arena_free(&r->a);
    diag_free(&r->d);
}

#define MANIFEST(lists, events)                                                                                        \
    "<instrumentationManifest><instrumentation><events><provider name='A B' symbol='P' "                               \
    "guid='{00112233-4455-6677-8899-aabbccddeeff}'>" lists "<events>" events                                           \
    "</events></provider></events></instrumentation><localization><resources culture='en-US'><stringTable>"            \
    "<string id='m' value='text'/></stringTable></resources></localization></instrumentationManifest>"

static void a_reader_finds_the_events(void **state)
{
    (void)state;
    struct room r = {0};
    const char *path = arena_format(&r.a, "%s/tests/build/fixtures/generated/events/widget.man", getenv("CWDK_SOURCE"));
    assert_true(manifest_load(path, &r.a, &r.m, &r.d));
    const struct bytes made = events_template(&r.m, &r.a);
    struct reader w = {.p = made.data, .size = made.size};
    assert_true(walk_all(&w));
    assert_string_equal(w.text,
                        "3 v0 c8 l2 o0 t0 k4000000000000000 m00000003 win:Error System\n"
                        "12 v2 c16 l3 o30 t7 k8000000000000030 mb002000c step win:Warning transfer "
                        "Contoso-Widget/Operational io power "
                        "<EventData><Data Name=Name>%0:1<Data Name=State>%1:8<Data Name=Size>%2:6<Data Name=Bytes>%3:14"
                        "<Data Name=Levels>%4:134<Data Name=Device>%5:16<Data Name=Note>%6:2"
                        " Name:1/1 State:8/8 Size:6/6 Bytes:14/15[4,0,2] Levels:6/6[8,3,0] Device:16/19 Note:2/1\n");
    static const uint8_t guid[] = {0x6e, 0x5c, 0x3a, 0x0f, 0x22, 0x11, 0x55, 0x44,
                                   0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff};
    assert_memory_equal(made.data + 16, guid, 16);
    leave(&r);
}

/* SHA-256 of "MS-WEVT\0", the template as XML in UTF-16 and the types: known from what mc makes of this template. */
static void a_template_has_the_identity_that_mc_gives_it(void **state)
{
    (void)state;
    struct room r;
    assert_true(load(&r, MANIFEST("<templates><template tid='t'><data name='Bitmap' inType='win:Pointer'/><data "
                                  "name='width' inType='win:UInt32'/><data name='height' inType='win:UInt32'/>"
                                  "</template></templates>",
                                  "<event value='1' template='t'/>")));
    static const uint8_t identity[] = {0x8d, 0x4b, 0xc5, 0xb5, 0x8b, 0xe6, 0xba, 0x58,
                                       0x88, 0x5f, 0xff, 0x0a, 0x34, 0xcc, 0xfa, 0xaa};
    const struct bytes made = events_template(&r.m, &r.a);
    const uint8_t *at = memmem(made.data, made.size, "TEMP", 4);
    assert_non_null(at);
    assert_memory_equal(at + 24, identity, 16);
    leave(&r);
}

static void a_message_table_has_the_texts_of_each_language(void **state)
{
    (void)state;
    struct room r;
    struct bytes table;
    assert_true(load(&r, MANIFEST("", "<event value='1' version='3' level='win:Error' message='$(string.m)'/>")));
    assert_true(events_messages(&r.m, r.m.languages, &r.a, &table, &r.d));
    static const uint8_t expected[] = {2, 0, 0, 0, 2, 0,    0, 0x50, 2, 0,    0,  0x50, 28, 0,
                                       0, 0, 1, 0, 3, 0xB0, 1, 0,    3, 0xB0, 48, 0,    0,  0};
    assert_memory_equal(table.data, expected, sizeof expected);
    leave(&r);
}

static void malformed_manifests_are_refused_with_their_code(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
    } cases[] = {
        {"<x/>", CODE_EVT0001},
        {"<instrumentationManifest/>", CODE_EVT0001},
        {"<!DOCTYPE x [<!ENTITY e 'x'>]><instrumentationManifest/>", CODE_PRJ3001},
        {MANIFEST("", "<event value='65536'/>"), CODE_EVT0001},
        {MANIFEST("", "<event value='1' symbol='a b'/>"), CODE_EVT0001},
        {MANIFEST("", "<event value='1' level='win:Nothing'/>"), CODE_EVT0003},
        {MANIFEST("", "<event value='1' channel='none'/>"), CODE_EVT0003},
        {MANIFEST("", "<event value='1' template='none'/>"), CODE_EVT0003},
        {MANIFEST("", "<event value='1' message='text'/>"), CODE_EVT0001},
        {MANIFEST("<filters/>", ""), CODE_EVT0002},
        {MANIFEST("<templates><template tid='t'><data name='x' inType='win:Int'/></template></templates>", ""),
         CODE_EVT0001},
        {MANIFEST("<templates><template tid='t'><data name='x' inType='win:UInt8' count='y'/></template></templates>",
                  ""),
         CODE_EVT0003},
        {MANIFEST("<templates><template tid='t'><data name='x' inType='win:UInt8'/><data name='x' "
                  "inType='win:UInt8'/></template></templates>",
                  ""),
         CODE_EVT0001},
        {MANIFEST("<tasks><task name='t' value='1' eventGUID='{1}'/></tasks>", ""), CODE_EVT0001},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct room r;
        assert_false(load(&r, cases[i].text));
        assert_int_equal(r.d.errors, 1);
        assert_string_equal(r.d.entries[0].code, cases[i].code);
        leave(&r);
    }
}

static void what_no_macro_can_write_is_refused(void **state)
{
    (void)state;
    struct room r;
    assert_true(load(&r, MANIFEST("<templates><template tid='t'><struct name='s'><data name='x' inType='win:UInt8'/>"
                                  "</struct></template></templates>",
                                  "<event value='1' symbol='E' template='t'/>")));
    assert_null(events_header(&r.m, &(struct events_options){.kernel = true}, &r.a, &r.d));
    assert_string_equal(r.d.entries[0].code, CODE_EVT0002);
    assert_non_null(events_header(&r.m, &(struct events_options){0}, &r.a, &r.d));
    leave(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_finds_the_events),
        cmocka_unit_test(a_template_has_the_identity_that_mc_gives_it),
        cmocka_unit_test(a_message_table_has_the_texts_of_each_language),
        cmocka_unit_test(malformed_manifests_are_refused_with_their_code),
        cmocka_unit_test(what_no_macro_can_write_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
