/* What the reader finds in sound images of both architectures; the expected values are those of the fixture's
 * sources. */
#include "tests/pe/fixture.h"
#include "tests/pe/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const archs[] = {"amd64", "arm64"};
static const uint16_t machines[] = {PE_MACHINE_AMD64, PE_MACHINE_ARM64};

static void driver_headers(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct fixture f = fixture_load(archs[i], "driver.sys");
        assert_int_equal(f.image.machine, machines[i]);
        assert_int_equal(f.image.subsystem, PE_SUBSYSTEM_NATIVE);
        assert_int_equal(f.image.subsystem_major, 10);
        assert_true(f.image.dll_characteristics & PE_DLL_GUARD_CF);
        assert_int_equal(pe_checksum(&f.image), f.image.checksum);
        const struct pe_section *init = pe_section_of(&f.image, f.image.entry);
        assert_non_null(init);
        assert_string_equal(init->name, "INIT");
        assert_true(init->flags & PE_SECTION_DISCARDABLE);
        fixture_free(&f);
    }
}

static void checksum_of_odd_sizes(void **state)
{
    (void)state;
    struct fixture f = fixture_load("amd64", "driver.sys");
    /* One more byte at the end: the sum grows by the byte, and by one for the length (with the carry folded
     * in). */
    uint8_t *longer = malloc(f.size + 1);
    struct pe_image image;
    struct pe_error error;
    memcpy(longer, f.data, f.size);
    longer[f.size] = 1;
    assert_true(pe_open(longer, f.size + 1, &image, &error));
    assert_int_equal(pe_checksum(&image), pe_checksum(&f.image) + 2);
    free(longer);
    fixture_free(&f);
}

static void driver_imports(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct fixture f = fixture_load(archs[i], "driver.sys");
        struct pe_import_walk walk = {.kind = PE_IMPORTS_STATIC};
        struct pe_import_module module;
        struct pe_import import;
        struct pe_error error;
        char seen[256] = "";
        size_t length = 0;
        while (pe_import_module(&f.image, &walk, &module, &error) == PE_ITEM) {
            length += (size_t)snprintf(seen + length, sizeof seen - length, "%s:", module.name);
            assert_false(module.bound);
            while (pe_import(&f.image, &walk, &import, &error) == PE_ITEM) {
                length += (size_t)snprintf(seen + length, sizeof seen - length, "%s ", import.name);
                assert_non_null(pe_at(&f.image, import.slot_rva, 8));
            }
        }
        assert_string_equal(seen, "ntoskrnl.exe:ExAllocatePool2 ExFreePoolWithTag HAL.dll:KeStallExecutionProcessor ");
        walk = (struct pe_import_walk){.kind = PE_IMPORTS_DELAYED};
        assert_int_equal(pe_import_module(&f.image, &walk, &module, &error), PE_END);
        fixture_free(&f);
    }
}

static void driver_guard_and_unwind(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct fixture f = fixture_load(archs[i], "driver.sys");
        struct pe_load_config config;
        struct pe_error error;
        uint32_t functions = 0;
        assert_int_equal(pe_load_config(&f.image, &config, &error), PE_ITEM);
        assert_int_equal(config.size, 288);
        const uint8_t *cookie = pe_at(&f.image, config.cookie, 8);
        assert_non_null(cookie);
        assert_memory_equal(cookie, "\x32\xA2\xDF\x2D\x99\x2B\x00\x00", 8);
        assert_int_equal(config.guard_flags,
                         PE_GUARD_CF_INSTRUMENTED | PE_GUARD_CF_TABLE_PRESENT | PE_GUARD_LONGJUMP_TABLE);
        assert_int_equal(config.guard_count, 4); /* nothing, twice, thrice, DriverEntry */
        assert_int_equal(pe_exception_table(&f.image, &functions, NULL, &error), PE_ITEM);
        assert_in_range(functions, 2, 5);
        fixture_free(&f);
    }
}

static void driver_debug_and_version(void **state)
{
    (void)state;
    static struct pe_version version;
    for (int i = 0; i < 2; i++) {
        struct fixture f = fixture_load(archs[i], "driver.sys");
        struct pe_codeview codeview;
        struct pe_error error;
        struct pe_debug debug;
        assert_int_equal(pe_codeview(&f.image, &codeview, &error), PE_ITEM);
        assert_string_equal(codeview.path, "driver.pdb");
        assert_int_equal(codeview.age, 1);
        assert_int_equal(pe_debug_at(&f.image, 1, &debug, &error), PE_ITEM);
        assert_int_equal(debug.type, PE_DEBUG_REPRO);
        assert_int_equal(pe_debug_at(&f.image, 2, &debug, &error), PE_END);

        assert_int_equal(pe_version(&f.image, &version, &error), PE_ITEM);
        for (int n = 0; n < 4; n++) {
            assert_int_equal(version.file[n], n + 1);
            assert_int_equal(version.product[n], n + 5);
        }
        assert_int_equal(version.flags, 1);
        assert_int_equal(version.type, PE_VERSION_DRIVER);
        assert_int_equal(version.subtype, 7);
        assert_int_equal(version.string_count, 4);
        assert_int_equal(version.strings[0].value.units, 14);
        assert_memory_equal(version.strings[0].value.data, "F\0i\0x\0t\0u\0r\0e\0 \0M\0a\0k\0e\0r\0s", 28);
        assert_memory_equal(version.strings[1].value.data + 18, "\x03\x26", 2);
        assert_int_equal(version.strings[2].table.units, 8);
        fixture_free(&f);
    }
}

static void library_exports(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct fixture f = fixture_load(archs[i], "library.dll");
        struct pe_exports exports;
        struct pe_export function;
        struct pe_error error;
        const char *name;
        uint32_t index;
        assert_int_equal(pe_exports(&f.image, &exports, &error), PE_ITEM);
        assert_string_equal(exports.module, "library.dll");
        assert_int_equal(exports.base, 9);
        assert_int_equal(exports.function_count, 4);
        assert_int_equal(exports.name_count, 3);
        assert_true(pe_export_at(&f.image, &exports, 0, &function, &error));
        assert_int_equal(function.ordinal, 9);
        assert_null(function.forwarder);
        assert_true(pe_export_name(&f.image, &exports, 1, &name, &index, &error));
        assert_string_equal(name, "forwarded");
        assert_true(pe_export_at(&f.image, &exports, index, &function, &error));
        assert_string_equal(function.forwarder, "ntoskrnl.ExFreePoolWithTag");
        assert_false(pe_export_at(&f.image, &exports, 4, &function, &error));
        assert_false(pe_export_name(&f.image, &exports, 3, &name, &index, &error));
        fixture_free(&f);
    }
}

static void library_delayed_imports_and_tls(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct fixture f = fixture_load(archs[i], "library.dll");
        struct pe_import_walk walk = {.kind = PE_IMPORTS_DELAYED};
        struct pe_import_module module;
        struct pe_import import;
        struct pe_error error;
        struct pe_tls tls;
        unsigned by_ordinal = 0, by_name = 0;
        assert_int_equal(pe_import_module(&f.image, &walk, &module, &error), PE_ITEM);
        assert_string_equal(module.name, "remote.dll");
        while (pe_import(&f.image, &walk, &import, &error) == PE_ITEM) {
            if (import.name) {
                assert_string_equal(import.name, "RemoteCall");
                by_name++;
            } else {
                assert_int_equal(import.ordinal, 21);
                by_ordinal++;
            }
        }
        assert_int_equal(by_name, 1);
        assert_int_equal(by_ordinal, 1);
        assert_int_equal(pe_import_module(&f.image, &walk, &module, &error), PE_END);

        assert_int_equal(pe_tls(&f.image, &tls, &error), PE_ITEM);
        assert_int_equal(tls.end - tls.start, 8);
        assert_int_equal(tls.zero_fill, 16);
        assert_int_equal(tls.callback_count, 1);
        fixture_free(&f);
    }
}

static void relocations_point_at_addresses(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct fixture f = fixture_load(archs[i], "driver.sys");
        struct pe_relocation_walk walk = {0};
        struct pe_relocation relocation;
        struct pe_error error;
        unsigned count = 0;
        while (pe_relocation(&f.image, &walk, &relocation, &error) == PE_ITEM) {
            const uint8_t *bytes = pe_at(&f.image, relocation.rva, 8);
            uint64_t address = 0;
            uint32_t target;
            assert_non_null(bytes);
            for (int n = 7; n >= 0; n--)
                address = address << 8 | bytes[n];
            assert_int_equal(relocation.type, PE_RELOC_DIR64);
            assert_true(pe_from_address(&f.image, address, &target));
            count++;
        }
        /* cookie, check, dispatch and the table in the load configuration; two guard pointers; two routines
         */
        assert_int_equal(count, 8);
        fixture_free(&f);
    }
}

static void nothing_is_broken(void **state)
{
    (void)state;
    static const char *const names[] = {"driver.sys", "library.dll"};
    for (int i = 0; i < 4; i++) {
        struct fixture f = fixture_load(archs[i % 2], names[i / 2]);
        struct walk_counts counts;
        assert_true(walk_image(f.data, f.size, &counts));
        assert_int_equal(counts.broken, 0);
        fixture_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(driver_headers),
        cmocka_unit_test(checksum_of_odd_sizes),
        cmocka_unit_test(driver_imports),
        cmocka_unit_test(driver_guard_and_unwind),
        cmocka_unit_test(driver_debug_and_version),
        cmocka_unit_test(library_exports),
        cmocka_unit_test(library_delayed_imports_and_tls),
        cmocka_unit_test(relocations_point_at_addresses),
        cmocka_unit_test(nothing_is_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
