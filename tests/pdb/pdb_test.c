/* The PDB reader on the PDB that lld wrote for the fixture of tests/pe, sound and damaged. */
#include "cwdk/diag/codes.h"
#include "cwdk/pdb/pdb.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static struct bytes load(struct arena *a, const char *arch)
{
    struct diag diag = {0};
    struct bytes content = {0};
    const char *path = arena_format(a, "%s/tests/pe/%s/driver.pdb", getenv("CWDK_BUILD"), arch);
    assert_true(file_read(path, a, &content, &diag));
    return content;
}

/* Reads a copy of exactly that size, so that an overrun is seen. Gives the code of the error, or NULL. */
static const char *read_copy(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diag diag = {0};
    struct pdb pdb;
    const char *code = NULL;
    uint8_t *copy = malloc(size ? size : 1);
    memcpy(copy, data, size);
    const bool sound = pdb_read((struct bytes){copy, size}, "x.pdb", &arena, &pdb, &diag);
    if (!sound && diag.count)
        code = diag.entries[0].code;
    assert_int_equal(sound, diag.errors == 0);
    free(copy);
    diag_free(&diag);
    arena_free(&arena);
    return code;
}

static void sound(void **state)
{
    (void)state;
    static const struct {
        const char *arch;
        uint16_t machine;
    } cases[] = {{"amd64", 0x8664}, {"arm64", 0xAA64}};
    for (int i = 0; i < 2; i++) {
        struct arena arena = {0};
        struct diag diag = {0};
        struct pdb pdb;
        unsigned linker = 0, with_source = 0;
        assert_true(pdb_read(load(&arena, cases[i].arch), "driver.pdb", &arena, &pdb, &diag));
        assert_int_equal(pdb.version, 20000404);
        assert_int_equal(pdb.age, 1);
        assert_true(pdb.has_dbi);
        assert_int_equal(pdb.machine, cases[i].machine);
        assert_int_equal(pdb.source_file_count, 1);
        assert_false(pdb.stripped);
        for (uint32_t m = 0; m < pdb.module_count; m++) {
            linker += !strcmp(pdb.modules[m].name, "* Linker *");
            with_source += pdb.modules[m].source_files;
        }
        assert_int_equal(linker, 1);
        assert_int_equal(with_source, 1);
        diag_free(&diag);
        arena_free(&arena);
    }
}

static void truncated(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct bytes file = load(&arena, "amd64");
    for (size_t size = 0; size < file.size; size += size < 600 ? 1 : 509) {
        const char *code = read_copy(file.data, size);
        assert_non_null(code);
        assert_string_equal(code, size < 32 ? CODE_PDB1001 : CODE_PDB1002);
    }
    arena_free(&arena);
}

static void put32(uint8_t *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (uint8_t)(value >> (8 * i));
}

static void absurd_superblocks(void **state)
{
    (void)state;
    static const struct {
        uint32_t offset, value;
        const char *code;
    } cases[] = {
        {0, 0, CODE_PDB1001},           {32, 0, CODE_PDB1003},          {32, 4095, CODE_PDB1003},
        {32, 1u << 31, CODE_PDB1003},   {40, 0xFFFFFFFF, CODE_PDB1002}, {40, 3, CODE_PDB1003},
        {44, 0xFFFFFFFF, CODE_PDB1003}, {44, 0, CODE_PDB1003},          {44, 8, CODE_PDB1003},
        {52, 0, CODE_PDB1003},          {52, 0xFFFFFFFF, CODE_PDB1003},
    };
    struct arena arena = {0};
    const struct bytes file = load(&arena, "amd64");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t *copy = arena_copy(&arena, file.data, file.size);
        put32(copy + cases[i].offset, cases[i].value);
        const char *code = read_copy(copy, file.size);
        assert_non_null(code);
        assert_string_equal(code, cases[i].code);
    }
    arena_free(&arena);
}

/* Each byte that is not 0 is replaced: the answer may be any, but it comes, and memory stays whole. */
static void every_byte_patched(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct bytes file = load(&arena, "amd64");
    uint8_t *copy = arena_copy(&arena, file.data, file.size);
    unsigned refused = 0;
    for (size_t at = 0; at < file.size; at++) {
        if (!copy[at])
            continue;
        const uint8_t old = copy[at];
        copy[at] = (uint8_t)~old;
        struct arena own = {0};
        struct diag diag = {0};
        struct pdb pdb;
        refused += !pdb_read((struct bytes){copy, file.size}, "x.pdb", &own, &pdb, &diag);
        diag_free(&diag);
        arena_free(&own);
        copy[at] = old;
    }
    assert_true(refused > 50);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sound),
        cmocka_unit_test(truncated),
        cmocka_unit_test(absurd_superblocks),
        cmocka_unit_test(every_byte_patched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
