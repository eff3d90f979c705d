/* MOF: the binary form as a reader written apart sees it, the header, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "cwdk/diag/codes.h"
#include "cwdk/mof/mof.h"
#include "tests/mof/decode.h"

#include <stdlib.h>

struct room {
    struct arena a;
    struct diag d;
    struct mof mof;
};

static bool parse(struct room *r, const char *text)
{
    *r = (struct room){0};
    return mof_parse("x.mof", (struct bytes){(const uint8_t *)text, strlen(text)}, &r->a, &r->mof, &r->d);
}

static void leave(struct room *r)
{
    arena_free(&r->a);
    diag_free(&r->d);
}

static const char widget[] =
    "#pragma autorecover\n#pragma namespace(\"\\\\\\\\.\\\\root\\\\wmi\")\n"
    "/* inner */ [WMI, HeaderName(\"INNER\"), guid(\"{00112233-4455-6677-8899-AABBCCDDEEFF}\")]\n"
    "class Widget_Inner { [WmiDataId(1)] uint8 Bytes[4]; };\n"
    "[WMI, Dynamic, Provider(\"WmiProv\"), Description(\"A \" \"widget\") : amended, Locale(\"MS\\\\0x409\"),\n"
    " guid(\"00112233-4455-6677-8899-AABBCCDDEE00\")]\n"
    "class Widget : WMIEvent {\n"
    "  [key, read] string InstanceName; [read] boolean Active;\n"
    "  [WmiDataId(2), read, write] uint32 Level; // the second\n"
    "  [WmiDataId(1), read] Widget_Inner Inner;\n"
    "  [WmiDataId(3), MaxLen(7)] string Label;\n"
    "  [WmiDataId(4)] string Text;\n"
    "  [Implemented, WmiMethodId(0x10)] void Reset([in] uint16 How, [in, out] sint64 Both);\n"
    "  [Implemented, WmiMethodId(2)] void Nothing();\n"
    "};\n";

static void a_reader_finds_the_classes(void **state)
{
    (void)state;
    struct room r;
    assert_true(parse(&r, widget));
    size_t size;
    uint8_t *plain = decode_unpack(mof_binary(&r.mof, &r.a), &r.a, &size);
    assert_non_null(plain);
    struct reader w = {.p = plain, .size = size};
    assert_true(decode_walk(&w));
    assert_string_equal(
        w.text,
        "class [WMI=ffff HeaderName=INNER guid={00112233-4455-6677-8899-AABBCCDDEEFF}]"
        " 2011:Bytes[WmiDataId=1 MAX=4 CIMTYPE=uint8] 8:__CLASS=Widget_Inner 8:__NAMESPACE=root\\wmi\n"
        "class [WMI=ffff Dynamic=ffff Provider=WmiProv Description=A widget Locale=MS\\0x409 "
        "guid=00112233-4455-6677-8899-AABBCCDDEE00]"
        " 8:InstanceName[key=ffff read=ffff CIMTYPE=string] b:Active[read=ffff CIMTYPE=boolean]"
        " 13:Level[WmiDataId=2 read=ffff write=ffff CIMTYPE=uint32]"
        " d:Inner[WmiDataId=1 read=ffff CIMTYPE=object:Widget_Inner]"
        " 8:Label[WmiDataId=3 MaxLen=7 CIMTYPE=string] 8:Text[WmiDataId=4 CIMTYPE=string]"
        " 8:__CLASS=Widget 8:__NAMESPACE=root\\wmi 8:__SUPERCLASS=WMIEvent"
        "\n  method Reset"
        "\n    ( 12:How[in=ffff ID=0 CIMTYPE=uint16] 14:Both[in=ffff ID=1 CIMTYPE=sint64] 8:__CLASS=__PARAMETERS)"
        "\n    ( 14:Both[out=ffff ID=1 CIMTYPE=sint64] 8:__CLASS=__PARAMETERS)"
        "[Implemented=ffff WmiMethodId=10]"
        "\n  method Nothing[Implemented=ffff WmiMethodId=2]\n");
    leave(&r);
}

static void compression_keeps_all_bytes(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, 2, 511, 512, 513, 1024, 5000, 70000};
    for (unsigned kind = 0; kind < 3; kind++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            struct arena a = {0};
            uint8_t *plain = arena_alloc(&a, sizes[i] + 1);
            unsigned seed = 12345;
            for (size_t k = 0; k < sizes[i]; k++) {
                seed = seed * 1103515245 + 12345;
                plain[k] = (uint8_t)(kind == 0 ? seed >> 16 : kind == 1 ? k / 100 : (seed >> 20) % 3);
            }
            const struct bytes packed = mof_compress((struct bytes){plain, sizes[i]}, &a);
            uint8_t *whole = arena_alloc(&a, packed.size + 16);
            const uint32_t head[] = {0x424D4F46, 1, (uint32_t)packed.size, (uint32_t)sizes[i]};
            memcpy(whole, head, 16);
            memcpy(whole + 16, packed.data, packed.size);
            size_t size;
            uint8_t *back = decode_unpack((struct bytes){whole, packed.size + 16}, &a, &size);
            assert_non_null(back);
            assert_int_equal(size, sizes[i]);
            assert_memory_equal(back, plain, size);
            if (kind == 1 && sizes[i] == 70000)
                assert_true(packed.size < 6000);
            arena_free(&a);
        }
}

static void the_header_has_blocks_and_methods(void **state)
{
    (void)state;
    struct room r;
    assert_true(parse(&r, widget));
    const char *header = mof_header(&r.mof, true, &r.a, &r.d);
    assert_non_null(header);
    static const char *const parts[] = {
        "#define INNERGuid \\\n    {0x00112233, 0x4455, 0x6677, {0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff}}",
        "DEFINE_GUID(Widget_GUID, 0x00112233, 0x4455, 0x6677, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0x00);",
        ("typedef struct _INNER {\n#define INNER_Bytes_ID 1\n    UCHAR Bytes[4];\n#define INNER_Bytes_SIZE "
         "sizeof(UCHAR[4])\n} INNER, *PINNER;\n#define INNER_SIZE (FIELD_OFFSET(INNER, Bytes) + INNER_Bytes_SIZE)\n"),
        "    INNER Inner;\n#define Widget_Inner_SIZE sizeof(INNER)\n#define Widget_Level_ID 2\n    ULONG Level;\n",
        "    WCHAR Label[7 + 1];\n",
        "#define Widget_Text_ID 4\n    UCHAR VariableData[1];\n} Widget, *PWidget;\n",
        "#define Reset 16\n",
        "    USHORT How;\n#define Reset_IN_How_SIZE sizeof(USHORT)\n",
        "} Reset_OUT, *PReset_OUT;\n",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(header, parts[i]))
            fail_msg("the header lacks: %s\n%s", parts[i], header);
    assert_null(strstr(header, "Widget_SIZE"));
    leave(&r);
}

static void malformed_files_are_refused_with_their_code(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
        unsigned line;
    } cases[] = {
        {"nonsense", CODE_MOF0001, 1},
        {"class", CODE_MOF0001, 1},
        {"class A {\n uint32 };", CODE_MOF0001, 2},
        {"class A {\n uint32 x\n};", CODE_MOF0001, 3},
        {"[guid(\"a)]\nclass A {};", CODE_MOF0001, 1},
        {"[key : nonsense] class A {};", CODE_MOF0001, 1},
        {"class A { uint32 x; uint8 X; };", CODE_MOF0001, 1},
        {"class A {}; class a {};", CODE_MOF0001, 1},
        {"class A { void M(uint32 x); };", CODE_MOF0001, 1},
        {"class A { uint32 x[0]; };", CODE_MOF0001, 1},
        {"instance of A { x = 1; };", CODE_MOF0002, 1},
        {"\n#include \"x\"", CODE_MOF0002, 2},
        {"class A { B ref x; };", CODE_MOF0002, 1},
        {"class A { uint32 x = 1; };", CODE_MOF0002, 1},
        {"/* never ends", NULL, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct room r;
        assert_int_equal(parse(&r, cases[i].text), !cases[i].code);
        assert_int_equal(r.d.errors, cases[i].code != NULL);
        if (cases[i].code) {
            assert_string_equal(r.d.entries[0].code, cases[i].code);
            assert_int_equal(r.d.entries[0].place.line, cases[i].line);
        }
        leave(&r);
    }
}

static void classes_that_no_header_can_have_are_refused(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "[WMI, guid(\"1\")] class A {};",
        "[WMI, guid(\"{00112233-4455-6677-8899-AABBCCDDEEFF}\")] class A { [WmiDataId(2)] uint8 x; };",
        "[WMI, guid(\"{00112233-4455-6677-8899-AABBCCDDEEFF}\")] class A { [WmiDataId(1)] B x; };",
        "[WMI, guid(\"{00112233-4455-6677-8899-AABBCCDDEEFF}\")] class A { [WmiDataId(1)] A x; };",
        "[WMI, guid(\"{00112233-4455-6677-8899-AABBCCDDEEFF}\")] class A { void M(); };",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct room r;
        assert_true(parse(&r, cases[i]));
        assert_null(mof_header(&r.mof, true, &r.a, &r.d));
        assert_string_equal(r.d.entries[0].code, CODE_MOF0003);
        leave(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_finds_the_classes),
        cmocka_unit_test(compression_keeps_all_bytes),
        cmocka_unit_test(the_header_has_blocks_and_methods),
        cmocka_unit_test(malformed_files_are_refused_with_their_code),
        cmocka_unit_test(classes_that_no_header_can_have_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
