/* Each fault of an image, made with one changed field: its code, that it is the only finding, and that it is explained.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/inspect/binary.h"
#include "tests/sign/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

enum {
    FILE_HEADER = 0x80 + 4,
    SECTION_COUNT = FILE_HEADER + 2,
    OPTIONAL_HEADER = FILE_HEADER + 20,
    SECTION_ALIGNMENT = OPTIONAL_HEADER + 32,
    DIRECTORIES = OPTIONAL_HEADER + 112,
    SECTIONS = DIRECTORIES + 16 * 8,
    RAW_OFFSET = SECTIONS + 20,
};

enum { NOWHERE = 0x7FFFFF00 }; /* an address outside of any image */

static const struct row {
    const char *code;
    enum pe_fault fault;
    uint32_t offset, size, value; /* of the field */
    int directory;                /* instead of them: this one leads nowhere; -1 for none */
} rows[] = {
    {"PE1001", PE_FAULT_NOT_PE, 0, 2, 0x4D4D, -1},
    {"PE1002", PE_FAULT_TRUNCATED, 0x3C, 4, IMAGE_SIZE - 8, -1},
    {"PE1003", PE_FAULT_PE32, OPTIONAL_HEADER, 2, 0x10B, -1},
    {"PE1004", PE_FAULT_HEADER, SECTION_ALIGNMENT, 4, 3, -1},
    {"PE1005", PE_FAULT_SECTION, RAW_OFFSET, 4, NOWHERE, -1},
    {"PE1006", PE_FAULT_LIMIT, SECTION_COUNT, 2, 0xFFFF, -1},
    {"PE1007", PE_FAULT_IMPORT, 0, 0, 0, 1},
    {"PE1008", PE_FAULT_EXPORT, 0, 0, 0, 0},
    {"PE1009", PE_FAULT_LOAD_CONFIG, 0, 0, 0, 10},
    {"PE1010", PE_FAULT_DEBUG, 0, 0, 0, 6},
    {"PE1011", PE_FAULT_RELOCATION, 0, 0, 0, 5},
    {"PE1012", PE_FAULT_EXCEPTION, 0, 0, 0, 3},
    {"PE1013", PE_FAULT_TLS, 0, 0, 0, 9},
    {"PE1014", PE_FAULT_CERTIFICATE, 0, 0, 0, 4},
    {"PE1015", PE_FAULT_RESOURCE, 0, 0, 0, 2},
};
enum { ROWS = sizeof rows / sizeof *rows };

static void put(uint8_t *p, uint32_t size, uint32_t value)
{
    for (; size; size--, value >>= 8)
        *p++ = (uint8_t)value;
}

static void each_fault_has_its_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        struct arena a = {0};
        struct diag d = {0};
        struct binary binary;
        uint8_t *image = arena_alloc(&a, IMAGE_SIZE);
        image_make(image);
        if (rows[i].directory >= 0) {
            uint8_t *entry = image + DIRECTORIES + (size_t)rows[i].directory * 8;
            put(entry, 4, NOWHERE);
            put(entry + 4, 4, 0x90);
        } else {
            put(image + rows[i].offset, rows[i].size, rows[i].value);
        }
        const bool opened = binary_read((struct bytes){image, IMAGE_SIZE}, "x.sys", &a, &binary, &d);
        if (d.count != 1 || strcmp(d.entries[0].code, rows[i].code) != 0) {
            diag_print(&d, stderr);
            fail_msg("expected %s alone", rows[i].code);
        }
        assert_int_equal(opened, rows[i].directory >= 0);
        assert_true(!opened || !binary.sound);
        diag_free(&d);
        arena_free(&a);
    }
}

static void each_code_is_explained(void **state)
{
    (void)state;
    size_t faults = 0;
#define FAULT(name, number, text) faults++;
#include "ntsim/pe/faults.def"
#undef FAULT
    assert_int_equal(faults, ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        char code[16];
        snprintf(code, sizeof code, "PE%u", pe_fault_number(rows[i].fault));
        assert_string_equal(code, rows[i].code);
        assert_non_null(code_find(code));
        assert_true(strlen(code_find(code)->text) > 80);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_has_its_code),
        cmocka_unit_test(each_code_is_explained),
    };
    return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
