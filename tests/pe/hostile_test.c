/* Truncated, patched and absurd images: each gets the right fault at the right place, none a crash or a long
 * wait. */
#include "tests/pe/fixture.h"
#include "tests/pe/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {"driver.sys", "library.dll"};

static void put16(uint8_t *at, uint32_t value)
{
    at[0] = (uint8_t)value;
    at[1] = (uint8_t)(value >> 8);
}

static void put32(uint8_t *at, uint32_t value)
{
    put16(at, value);
    put16(at + 2, value >> 16);
}

static uint32_t get32(const uint8_t *at)
{
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* File offsets of the headers in a fixture. */
static uint32_t file_header(const struct fixture *f)
{
    return get32(f->data + PE_DOS_NT_OFFSET) + 4;
}
static uint32_t optional_header(const struct fixture *f)
{
    return file_header(f) + PE_FILE_SIZE;
}
static uint32_t section_header(const struct fixture *f, unsigned index)
{
    return optional_header(f) + 240 + index * PE_SECTION_SIZE;
}
static uint32_t directory_entry(const struct fixture *f, enum pe_directory which)
{
    return optional_header(f) + PE_OPT_DIRECTORIES + which * 8;
}
/* The bytes of a directory. */
static uint8_t *directory(const struct fixture *f, enum pe_directory which)
{
    uint32_t offset;
    assert_true(pe_offset(&f->image, f->image.directories[which].rva, &offset));
    return f->data + offset;
}

static void every_truncation(void **state)
{
    (void)state;
    for (int n = 0; n < 2; n++) {
        struct fixture f = fixture_load("amd64", names[n]);
        size_t needed = 0;
        for (unsigned i = 0; i < f.image.section_count; i++) {
            const size_t end = f.image.sections[i].offset + f.image.sections[i].raw_size;
            needed = end > needed ? end : needed;
        }
        for (size_t size = 0; size < f.size; size++) {
            uint8_t *copy = malloc(size ? size : 1);
            struct walk_counts counts;
            memcpy(copy, f.data, size);
            const bool opened = walk_image(copy, size, &counts);
            free(copy);
            assert_int_equal(opened, size >= needed);
        }
        fixture_free(&f);
    }
}

static void every_byte_patched(void **state)
{
    (void)state;
    static const uint8_t values[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    unsigned refused = 0;
    for (int n = 0; n < 2; n++) {
        struct fixture f = fixture_load("amd64", names[n]);
        for (size_t at = 0; at < f.size; at++) {
            const uint8_t old = f.data[at];
            for (size_t v = 0; v < sizeof values; v++) {
                struct walk_counts counts;
                f.data[at] = values[v];
                refused += !walk_image(f.data, f.size, &counts) || counts.broken;
            }
            f.data[at] = old;
        }
        fixture_free(&f);
    }
    assert_true(refused > 500);
}

/* Header fields that pe_open refuses. */
enum base { FILE_START, FILE_HEADER, OPTIONAL_HEADER, SECTION_0, SECTION_1 };
static const struct header_case {
    const char *what;
    enum base base;
    uint32_t field, value;
    int width;
    enum pe_fault fault;
    enum base fault_base;
    uint32_t fault_field;
} header_cases[] = {
    {"no MZ", FILE_START, 0, 0x4D5A, 2, PE_FAULT_NOT_PE, FILE_START, 0},
    {"NT header far outside", FILE_START, PE_DOS_NT_OFFSET, 0xFFFFFFF0, 4, PE_FAULT_TRUNCATED, FILE_START,
     PE_DOS_NT_OFFSET},
    {"NT header not aligned", FILE_START, PE_DOS_NT_OFFSET, 65, 4, PE_FAULT_HEADER, FILE_START, PE_DOS_NT_OFFSET},
    {"optional header too large", FILE_HEADER, PE_FILE_OPTIONAL_SIZE, 0xFFFF, 2, PE_FAULT_TRUNCATED, FILE_HEADER,
     PE_FILE_OPTIONAL_SIZE},
    {"optional header too small", FILE_HEADER, PE_FILE_OPTIONAL_SIZE, 100, 2, PE_FAULT_TRUNCATED, OPTIONAL_HEADER, 0},
    {"optional header without all directories", FILE_HEADER, PE_FILE_OPTIONAL_SIZE, 232, 2, PE_FAULT_HEADER,
     OPTIONAL_HEADER, PE_OPT_DIRECTORY_COUNT},
    {"too many sections", FILE_HEADER, PE_FILE_SECTIONS, 97, 2, PE_FAULT_LIMIT, FILE_HEADER, PE_FILE_SECTIONS},
    {"section table behind the headers", FILE_HEADER, PE_FILE_SECTIONS, 40, 2, PE_FAULT_HEADER, OPTIONAL_HEADER,
     PE_OPT_HEADERS_SIZE},
    {"PE32", OPTIONAL_HEADER, PE_OPT_MAGIC, PE_MAGIC_PE32, 2, PE_FAULT_PE32, OPTIONAL_HEADER, 0},
    {"unknown magic", OPTIONAL_HEADER, PE_OPT_MAGIC, 0x107, 2, PE_FAULT_HEADER, OPTIONAL_HEADER, 0},
    {"file alignment 0", OPTIONAL_HEADER, PE_OPT_FILE_ALIGNMENT, 0, 4, PE_FAULT_HEADER, OPTIONAL_HEADER,
     PE_OPT_FILE_ALIGNMENT},
    {"file alignment 768", OPTIONAL_HEADER, PE_OPT_FILE_ALIGNMENT, 768, 4, PE_FAULT_HEADER, OPTIONAL_HEADER,
     PE_OPT_FILE_ALIGNMENT},
    {"section alignment below the file's", OPTIONAL_HEADER, PE_OPT_SECTION_ALIGNMENT, 256, 4, PE_FAULT_HEADER,
     OPTIONAL_HEADER, PE_OPT_SECTION_ALIGNMENT},
    {"image base odd", OPTIONAL_HEADER, PE_OPT_IMAGE_BASE, 0x1000, 4, PE_FAULT_HEADER, OPTIONAL_HEADER,
     PE_OPT_IMAGE_BASE},
    {"entry outside", OPTIONAL_HEADER, PE_OPT_ENTRY, 0x7FFFFFFF, 4, PE_FAULT_HEADER, OPTIONAL_HEADER, PE_OPT_ENTRY},
    {"headers larger than the file", OPTIONAL_HEADER, PE_OPT_HEADERS_SIZE, 0x10000, 4, PE_FAULT_HEADER, OPTIONAL_HEADER,
     PE_OPT_HEADERS_SIZE},
    {"section inside the headers", SECTION_0, PE_SECTION_RVA, 0, 4, PE_FAULT_SECTION, SECTION_0, PE_SECTION_RVA},
    {"section overlaps the one before", SECTION_1, PE_SECTION_RVA, 0x1000, 4, PE_FAULT_SECTION, SECTION_1,
     PE_SECTION_RVA},
    {"section beyond the image", SECTION_1, PE_SECTION_VIRTUAL_SIZE, 0xFFFFFFFF, 4, PE_FAULT_SECTION, SECTION_1,
     PE_SECTION_RVA},
    {"section not aligned", SECTION_1, PE_SECTION_RVA, 0x2200, 4, PE_FAULT_SECTION, SECTION_1, PE_SECTION_RVA},
    {"section bytes beyond the file", SECTION_1, PE_SECTION_RAW_SIZE, 0xFFFFFE00, 4, PE_FAULT_SECTION, SECTION_1,
     PE_SECTION_RAW_OFFSET},
    {"section offset that overflows", SECTION_1, PE_SECTION_RAW_OFFSET, 0xFFFFFE00, 4, PE_FAULT_SECTION, SECTION_1,
     PE_SECTION_RAW_OFFSET},
};

static uint32_t base_offset(const struct fixture *f, enum base base)
{
    switch (base) {
    case FILE_HEADER:
        return file_header(f);
    case OPTIONAL_HEADER:
        return optional_header(f);
    case SECTION_0:
    case SECTION_1:
        return section_header(f, base - SECTION_0);
    default:
        return 0;
    }
}

static void refused_headers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof header_cases / sizeof *header_cases; i++) {
        const struct header_case *c = &header_cases[i];
        struct fixture f = fixture_load("amd64", "driver.sys");
        const uint32_t expected = base_offset(&f, c->fault_base) + c->fault_field;
        uint8_t *at = f.data + base_offset(&f, c->base) + c->field;
        struct pe_image image;
        struct pe_error error;
        if (c->width == 2)
            put16(at, c->value);
        else
            put32(at, c->value);
        const bool opened = pe_open(f.data, f.size, &image, &error);
        if (opened || error.fault != c->fault || error.offset != expected)
            fail_msg("%s: %s at %llu, expected %s at %u", c->what, pe_fault_text(error.fault),
                     (unsigned long long)error.offset, pe_fault_text(c->fault), expected);
        fixture_free(&f);
    }
}

/* Opens the patched fixture, runs all walks, and expects exactly one to break. */
static void expect_one_broken(const struct fixture *f)
{
    struct walk_counts counts;
    assert_true(walk_image(f->data, f->size, &counts));
    assert_int_equal(counts.broken, 1);
}

static void import_descriptors_without_end(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    struct pe_import_walk walk = {.kind = PE_IMPORTS_STATIC};
    struct pe_import_module module;
    struct pe_error error;
    /* The table is moved so that it runs into the end of its section. */
    const struct pe_section *rdata = pe_section_of(&f.image, f.image.directories[PE_DIR_IMPORT].rva);
    f.image.directories[PE_DIR_IMPORT].rva = rdata->rva + rdata->raw_size - 19;
    assert_int_equal(pe_import_module(&f.image, &walk, &module, &error), PE_BROKEN);
    assert_int_equal(error.fault, PE_FAULT_IMPORT);
    f.image.directories[PE_DIR_IMPORT].rva = 0xFFFFFFFF;
    assert_int_equal(pe_import_module(&f.image, &walk, &module, &error), PE_BROKEN);
    assert_true(error.is_rva);
    fixture_free(&f);
}

static void import_lookup_that_points_at_itself(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    /* Every entry of the lookup table names a "function" inside of the table: it ends at the section's end.
     */
    uint8_t *descriptor = directory(&f, PE_DIR_IMPORT);
    const struct pe_section *rdata = pe_section_of(&f.image, get32(descriptor + PE_IMPORT_LOOKUP));
    uint32_t offset;
    assert_true(pe_offset(&f.image, get32(descriptor + PE_IMPORT_LOOKUP), &offset));
    for (uint32_t at = offset; at + 8 <= rdata->offset + rdata->raw_size; at += 8) {
        put32(f.data + at, get32(descriptor + PE_IMPORT_LOOKUP));
        put32(f.data + at + 4, 0);
    }
    struct walk_counts counts;
    assert_true(walk_image(f.data, f.size, &counts));
    assert_true(counts.broken >= 1);
    fixture_free(&f);
}

static void many_modules_share_one_huge_table(void **state)
{
    (void)state;
    /* 2 MiB of import descriptors which all point to one long lookup table: quadratic without the limits. */
    enum { RAW = 4 << 20, HALF = RAW / 2 };
    struct fixture f = fixture_load("amd64", "driver.sys");
    const size_t size = 0x400 + RAW;
    uint8_t *data = calloc(1, size);
    struct fixture big = {.data = data, .size = size};
    struct walk_counts counts;
    memcpy(data, f.data, 0x400);
    put16(data + file_header(&big) + PE_FILE_SECTIONS, 1);
    put32(data + optional_header(&big) + PE_OPT_IMAGE_SIZE, 0x1000 + RAW);
    uint8_t *section = data + section_header(&big, 0);
    put32(section + PE_SECTION_VIRTUAL_SIZE, RAW);
    put32(section + PE_SECTION_RVA, 0x1000);
    put32(section + PE_SECTION_RAW_SIZE, RAW);
    put32(section + PE_SECTION_RAW_OFFSET, 0x400);
    for (unsigned i = 0; i < PE_DIR_COUNT; i++)
        put32(data + directory_entry(&big, i), 0);
    put32(data + directory_entry(&big, PE_DIR_IMPORT), 0x1000);
    put32(data + directory_entry(&big, PE_DIR_IMPORT) + 4, 40);
    for (uint32_t at = 0; at + PE_IMPORT_SIZE <= HALF; at += PE_IMPORT_SIZE) {
        put32(data + 0x400 + at + PE_IMPORT_LOOKUP, 0x1000 + HALF);
        put32(data + 0x400 + at + PE_IMPORT_NAME, 2);
        put32(data + 0x400 + at + PE_IMPORT_ADDRESS, 0x1000);
    }
    for (uint32_t at = HALF; at + 8 <= RAW - 8; at += 8)
        put32(data + 0x400 + at, 0x10);
    assert_true(walk_image(data, size, &counts));
    assert_int_equal(counts.broken, 1);
    assert_int_equal(counts.imports, PE_LIMIT_IMPORTS);
    free(data);
    fixture_free(&f);
}

static void many_imports_share_one_long_name(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    enum { RAW = 1 << 20, NAME = 0x800, TABLE = 0x2000 };
    struct fixture big = {.size = 0x400 + RAW};
    struct walk_counts counts;
    big.data = calloc(1, big.size);
    memcpy(big.data, f.data, 0x400);
    put16(big.data + file_header(&big) + PE_FILE_SECTIONS, 1);
    put32(big.data + optional_header(&big) + PE_OPT_IMAGE_SIZE, 0x1000 + RAW);
    uint8_t *section = big.data + section_header(&big, 0), *raw = big.data + 0x400;
    put32(section + PE_SECTION_VIRTUAL_SIZE, RAW);
    put32(section + PE_SECTION_RVA, 0x1000);
    put32(section + PE_SECTION_RAW_SIZE, RAW);
    put32(section + PE_SECTION_RAW_OFFSET, 0x400);
    for (unsigned i = 0; i < PE_DIR_COUNT; i++)
        put32(big.data + directory_entry(&big, i), 0);
    put32(big.data + directory_entry(&big, PE_DIR_IMPORT), 0x1000);
    put32(big.data + directory_entry(&big, PE_DIR_IMPORT) + 4, 40);
    put32(raw + PE_IMPORT_LOOKUP, 0x1000 + TABLE);
    put32(raw + PE_IMPORT_NAME, 0x1000 + NAME);
    put32(raw + PE_IMPORT_ADDRESS, 0x1000 + TABLE);
    memset(raw + NAME, 'A', 4000);
    for (uint32_t at = TABLE; at + 8 < RAW - 8; at += 8)
        put32(raw + at, 0x1000 + NAME);
    assert_true(walk_image(big.data, big.size, &counts));
    assert_int_equal(counts.broken, 1);
    assert_in_range(counts.imports, 1000, PE_LIMIT_NAME_BYTES / 3000);
    free(big.data);
    fixture_free(&f);
}

static void relocation_block_of_size_zero(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    uint8_t *block = directory(&f, PE_DIR_RELOCATION);
    put32(block + PE_RELOC_BLOCK_SIZE, 0);
    expect_one_broken(&f);
    put32(block + PE_RELOC_BLOCK_SIZE, 0xFFFFFFFE);
    expect_one_broken(&f);
    fixture_free(&f);
}

static void relocation_outside(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    put32(directory(&f, PE_DIR_RELOCATION) + PE_RELOC_PAGE, 0xFFFFF000);
    expect_one_broken(&f);
    fixture_free(&f);
}

static void resource_folder_inside_itself(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    put32(directory(&f, PE_DIR_RESOURCE) + PE_RES_HEADER + 4, PE_RES_SUBFOLDER);
    struct walk_counts counts; /* three levels down it must be data: that is not in the file, or it is no version */
    assert_true(walk_image(f.data, f.size, &counts));
    assert_int_equal(counts.broken, 1);
    fixture_free(&f);
}

static void version_lengths_that_lie(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    const uint8_t *data;
    uint32_t size;
    struct pe_error error;
    struct walk_counts counts;
    assert_int_equal(pe_resource(&f.image, PE_RES_TYPE_VERSION, &data, &size, &error), PE_ITEM);
    uint8_t *at = f.data + (data - f.data);
    for (uint32_t i = 0; i + 2 <= size; i += 2) {
        static const uint16_t values[] = {0, 1, 5, 6, 7, 0x7FFF, 0x8000, 0xFFFF};
        const uint16_t old = (uint16_t)(at[i] | at[i + 1] << 8);
        for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
            put16(at + i, values[v]);
            assert_true(walk_image(f.data, f.size, &counts));
        }
        put16(at + i, old);
    }
    fixture_free(&f);
}

static void load_config_counts(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    uint8_t *config = directory(&f, PE_DIR_LOAD_CONFIG);
    struct pe_load_config out;
    struct pe_error error;
    put32(config + PE_LOAD_GUARD_COUNT, 0x40000001); /* times 4 it wraps around to 4 */
    expect_one_broken(&f);
    put32(config + PE_LOAD_SIZE, 3);
    expect_one_broken(&f);
    put32(config + PE_LOAD_SIZE, 0xFFFFFFFF);
    expect_one_broken(&f);
    put32(config + PE_LOAD_SIZE, PE_LOAD_COOKIE + 8); /* an old, short one: the guard fields are not there */
    assert_int_equal(pe_load_config(&f.image, &out, &error), PE_ITEM);
    assert_int_equal(out.guard_count, 0);
    assert_int_equal(out.guard_flags, 0);
    assert_int_not_equal(out.cookie, 0);
    fixture_free(&f);
}

static void export_counts_and_ordinals(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "library.dll");
    uint8_t *exports = directory(&f, PE_DIR_EXPORT);
    const uint32_t names_before = get32(exports + PE_EXPORT_NAMES);
    put32(exports + PE_EXPORT_NAMES, 0x40000001);
    expect_one_broken(&f);
    put32(exports + PE_EXPORT_NAMES, 60000);
    expect_one_broken(&f);
    put32(exports + PE_EXPORT_NAMES, names_before);
    uint32_t ordinals;
    assert_true(pe_offset(&f.image, get32(exports + PE_EXPORT_ORDINAL_TABLE), &ordinals));
    put16(f.data + ordinals, 0xFFFF);
    expect_one_broken(&f);
    fixture_free(&f);
}

static void tls_and_debug_and_exception(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "library.dll");
    uint8_t *tls = directory(&f, PE_DIR_TLS);
    put32(tls + PE_TLS_CALLBACKS, 0);
    put32(tls + PE_TLS_CALLBACKS + 4, 0xFFFFFFFF);
    expect_one_broken(&f);
    fixture_free(&f);

    f = fixture_load("amd64", "driver.sys");
    put32(directory(&f, PE_DIR_DEBUG) + PE_DEBUG_DATA_OFFSET, 0xFFFFFFF0);
    struct walk_counts counts; /* the list of entries breaks, and so does the search for the PDB's name in it */
    assert_true(walk_image(f.data, f.size, &counts));
    assert_int_equal(counts.broken, 2);
    fixture_free(&f);

    f = fixture_load("amd64", "driver.sys");
    put32(f.data + directory_entry(&f, PE_DIR_EXCEPTION) + 4, 13);
    expect_one_broken(&f);
    put32(f.data + directory_entry(&f, PE_DIR_EXCEPTION) + 4, 0xFFFFFFFC);
    expect_one_broken(&f);
    fixture_free(&f);
}

static void certificates(void **state)
{
    (void)state;
    static const struct {
        uint32_t offset, size, length;
        unsigned certificates, broken;
    } cases[] = {
        {0, 16, 16, 1, 0},          /* sound: behind the image, one entry */
        {0, 16, 12, 1, 0},          /* padded to 8 */
        {0, 16, 17, 0, 1},          /* longer than the table */
        {0, 16, 7, 0, 1},           /* shorter than its header */
        {0, 16, 0, 0, 1},           /* would never advance */
        {0, 0xFFFFFFF0, 16, 0, 1},  /* table beyond the file */
        {0xFFFFFF00, 16, 16, 0, 1}, /* offset beyond the file */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_load("amd64", "driver.sys");
        uint8_t *data = calloc(1, f.size + 16);
        struct fixture longer = {.data = data, .size = f.size + 16};
        struct walk_counts counts;
        memcpy(data, f.data, f.size);
        put32(data + f.size, cases[i].length);
        put32(data + directory_entry(&longer, PE_DIR_CERTIFICATE),
              cases[i].offset ? cases[i].offset : (uint32_t)f.size);
        put32(data + directory_entry(&longer, PE_DIR_CERTIFICATE) + 4, cases[i].size);
        assert_true(walk_image(data, longer.size, &counts));
        assert_int_equal(counts.certificates, cases[i].certificates);
        assert_int_equal(counts.broken, cases[i].broken);
        free(data);
        fixture_free(&f);
    }
}

static void every_fault_has_a_number(void **state)
{
    (void)state;
    assert_int_equal(pe_fault_number(PE_FAULT_NONE), 0);
#define FAULT(name, number, text) assert_int_equal(pe_fault_number(PE_FAULT_##name), number);
#include "ntsim/pe/faults.def"
#undef FAULT
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_truncation),
        cmocka_unit_test(every_byte_patched),
        cmocka_unit_test(refused_headers),
        cmocka_unit_test(import_descriptors_without_end),
        cmocka_unit_test(import_lookup_that_points_at_itself),
        cmocka_unit_test(many_modules_share_one_huge_table),
        cmocka_unit_test(many_imports_share_one_long_name),
        cmocka_unit_test(relocation_block_of_size_zero),
        cmocka_unit_test(relocation_outside),
        cmocka_unit_test(resource_folder_inside_itself),
        cmocka_unit_test(version_lengths_that_lie),
        cmocka_unit_test(load_config_counts),
        cmocka_unit_test(export_counts_and_ordinals),
        cmocka_unit_test(tls_and_debug_and_exception),
        cmocka_unit_test(certificates),
        cmocka_unit_test(every_fault_has_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
