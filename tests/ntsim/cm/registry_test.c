/* The registry, as the documentation of ZwXxxKey and of Rtl's registry functions has it. */
#include "tests/ntsim/cm/records.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

enum { SZ = 1, BINARY = 3, DWORD = 4, MULTI_SZ = 7 };
enum { CREATED = 1, OPENED = 2 };
enum { VALUE_PARTIAL = 2, KEY_BASIC = 0, KEY_FULL = 2 };

static void *create(const char16_t *path, void *root, uint32_t wanted)
{
    struct string name = string(path);
    void *key;
    uint32_t disposition = 0;
    CHECK_EQUAL(SYSTEM(status, ZwCreateKey, void **, uint32_t, void *, uint32_t, void *, uint32_t,
                       uint32_t *)(&key, ALL_ACCESS, ATTRIBUTES(&name, root), 0, NULL, 0, &disposition),
                SUCCESS);
    CHECK_EQUAL(disposition, wanted);
    return key;
}

static status open_key(const char16_t *path, void **key)
{
    struct string name = string(path);
    return SYSTEM(status, ZwOpenKey, void **, uint32_t, void *)(key, ALL_ACCESS, ATTRIBUTES(&name, NULL));
}

static status set(void *key, const char16_t *value, uint32_t type, const void *data, uint32_t size)
{
    struct string name = string(value);
    return SYSTEM(status, ZwSetValueKey, void *, void *, uint32_t, uint32_t, const void *, uint32_t)(key, &name, 0,
                                                                                                     type, data, size);
}

/* KEY_VALUE_PARTIAL_INFORMATION */
struct partial {
    uint32_t title, type, size;
    uint8_t data[64];
};

static status query(void *key, const char16_t *value, struct partial *out, uint32_t length, uint32_t *needed)
{
    struct string name = string(value);
    return SYSTEM(status, ZwQueryValueKey, void *, void *, uint32_t, void *, uint32_t,
                  uint32_t *)(key, &name, VALUE_PARTIAL, out, length, needed);
}

static status close(void *key)
{
    return SYSTEM(status, ZwClose, void *)(key);
}

static const char16_t services[] = u"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\Sample";

static void run_keys(void)
{
    void *key, *again, *below;
    CHECK_EQUAL(open_key(services, &key), NAME_NOT_FOUND);
    key = create(services, NULL, CREATED);
    again = create(u"\\REGISTRY\\MACHINE\\SYSTEM\\CURRENTCONTROLSET\\SERVICES\\SAMPLE", NULL, OPENED);
    below = create(u"Parameters", key, CREATED);
    CHECK_EQUAL(SYSTEM(status, ZwDeleteKey, void *)(key), CANNOT_DELETE);
    CHECK_EQUAL(SYSTEM(status, ZwDeleteKey, void *)(below), SUCCESS);
    CHECK_EQUAL(set(below, u"late", DWORD, "abcd", 4), KEY_DELETED);
    CHECK_EQUAL(close(below), SUCCESS);
    CHECK_EQUAL(close(below), INVALID_HANDLE);
    CHECK_EQUAL(SYSTEM(status, ZwDeleteKey, void *)(key), SUCCESS);
    CHECK_EQUAL(open_key(services, &below), NAME_NOT_FOUND);
    CHECK_EQUAL(close(key), SUCCESS);
    CHECK_EQUAL(close(again), SUCCESS);
}

static void run_values(void)
{
    void *key = create(services, NULL, CREATED);
    struct partial out;
    uint32_t needed = 0, fixed = offsetof(struct partial, data);
    CHECK_EQUAL(query(key, u"Number", &out, sizeof(out), &needed), NAME_NOT_FOUND);
    CHECK_EQUAL(set(key, u"Number", DWORD, "\1\2\3\4", 4), SUCCESS);
    CHECK_EQUAL(set(key, u"Bytes", BINARY, "0123456789", 10), SUCCESS);
    CHECK_EQUAL(query(key, u"NUMBER", &out, sizeof(out), &needed), SUCCESS);
    CHECK(needed == fixed + 4 && out.type == DWORD && out.size == 4 && memcmp(out.data, "\1\2\3\4", 4) == 0);
    /* Not even the fixed part fits; the fixed part does; all but one byte does. */
    CHECK_EQUAL(query(key, u"Bytes", &out, 0, &needed), BUFFER_TOO_SMALL);
    CHECK_EQUAL(needed, fixed + 10);
    CHECK_EQUAL(query(key, u"Bytes", &out, fixed, &needed), BUFFER_OVERFLOW);
    CHECK_EQUAL(out.size, 10);
    memset(&out, 0, sizeof(out));
    CHECK_EQUAL(query(key, u"Bytes", &out, fixed + 9, &needed), BUFFER_OVERFLOW);
    CHECK(memcmp(out.data, "012345678\0", 10) == 0);
    /* Another type and size under the same name. */
    CHECK_EQUAL(set(key, u"bytes", SZ, u"x", 4), SUCCESS);
    CHECK_EQUAL(query(key, u"Bytes", &out, sizeof(out), &needed), SUCCESS);
    CHECK(out.type == SZ && out.size == 4);
    struct string name = string(u"Bytes");
    CHECK_EQUAL(SYSTEM(status, ZwDeleteValueKey, void *, void *)(key, &name), SUCCESS);
    CHECK_EQUAL(SYSTEM(status, ZwDeleteValueKey, void *, void *)(key, &name), NAME_NOT_FOUND);
}

/* KEY_BASIC_INFORMATION */
struct basic {
    int64_t written;
    uint32_t title, length;
    char16_t name[16];
};

static void run_enumeration(void)
{
    void *key = create(services, NULL, CREATED);
    static const char16_t *const names[] = {u"first", u"second", u"third"};
    struct basic out;
    uint32_t needed, found = 0;
    for (int i = 0; i < 3; i++)
        close(create(names[i], key, CREATED));
    for (uint32_t i = 0;; i++) {
        status result = SYSTEM(status, ZwEnumerateKey, void *, uint32_t, uint32_t, void *, uint32_t,
                               uint32_t *)(key, i, KEY_BASIC, &out, sizeof(out), &needed);
        if (result == NO_MORE_ENTRIES)
            break;
        CHECK_EQUAL(result, SUCCESS);
        for (int n = 0; n < 3; n++)
            if (out.length == string(names[n]).length && memcmp(out.name, names[n], out.length) == 0)
                found |= 1u << n;
        CHECK(i < 3);
    }
    CHECK_EQUAL(found, 7);
    CHECK_EQUAL(SYSTEM(status, ZwEnumerateValueKey, void *, uint32_t, uint32_t, void *, uint32_t,
                       uint32_t *)(key, 0, 0, &out, sizeof(out), &needed),
                NO_MORE_ENTRIES);
}

/* RTL_QUERY_REGISTRY_TABLE */
struct entry {
    status(MACHINE_ABI *routine)(const char16_t *name, uint32_t type, const char16_t *data, uint32_t length,
                                 void *context, void *entry);
    uint32_t flags;
    const char16_t *name;
    void *context;
    uint32_t default_type;
    const void *default_data;
    uint32_t default_length;
};

enum { RELATIVE_TO_SERVICES = 1, REQUIRED = 4, DIRECT = 0x20 };

static status query_table(struct entry *table)
{
    return SYSTEM(status, RtlQueryRegistryValues, uint32_t, const char16_t *, void *, void *,
                  void *)(RELATIVE_TO_SERVICES, u"Sample", table, NULL, NULL);
}

static void run_direct_queries(void)
{
    void *key = create(services, NULL, CREATED);
    uint32_t number = 0, other = 0;
    const uint32_t otherwise = 42;
    struct string text = {0};
    set(key, u"Number", DWORD, "\7\0\0\0", 4);
    set(key, u"Text", SZ, u"hello", 12);
    struct entry table[] = {{NULL, DIRECT, u"Number", &number, 0, NULL, 0},
                            {NULL, DIRECT, u"Text", &text, 0, NULL, 0},
                            {NULL, DIRECT, u"Absent", &other, DWORD, &otherwise, sizeof(otherwise)},
                            {0}};
    CHECK_EQUAL(query_table(table), SUCCESS);
    CHECK_EQUAL(number, 7);
    CHECK_EQUAL(other, 42);
    CHECK(text.length == 10 && memcmp(text.buffer, u"hello", 10) == 0);
    struct entry absent[] = {{NULL, DIRECT | REQUIRED, u"Absent", &other, 0, NULL, 0}, {0}};
    CHECK_EQUAL(query_table(absent), NAME_NOT_FOUND);
}

static char parts[64];

static status MACHINE_ABI collect(const char16_t *name, uint32_t type, const char16_t *data, uint32_t length,
                                  void *context, void *entry)
{
    (void)name, (void)context, (void)entry;
    CHECK_EQUAL(type, SZ);
    for (uint32_t i = 0; i < length / 2; i++)
        parts[strlen(parts)] = data[i] ? (char)data[i] : '|';
    return SUCCESS;
}

/* A list of strings is given string by string. */
static void run_callback_queries(void)
{
    void *key = create(services, NULL, CREATED);
    set(key, u"List", MULTI_SZ, u"one\0two\0", 18);
    struct entry table[] = {{collect, 0, u"List", NULL, 0, NULL, 0}, {0}};
    CHECK_EQUAL(query_table(table), SUCCESS);
    CHECK(strcmp(parts, "one|two|") == 0);
    /* Without the zeros at its end, the last string ends with the data. */
    memset(parts, 0, sizeof(parts));
    set(key, u"List", MULTI_SZ, u"one\0two", 14);
    CHECK_EQUAL(query_table(table), SUCCESS);
    CHECK(strcmp(parts, "one|two|") == 0);
}

#define PASSES(name)                                                                                                   \
    static void name(void **state)                                                                                     \
    {                                                                                                                  \
        (void)state;                                                                                                   \
        child_passes(NULL, run_##name);                                                                                \
    }

PASSES(keys)
PASSES(values)
PASSES(enumeration)
PASSES(direct_queries)
PASSES(callback_queries)

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keys), cmocka_unit_test(values), cmocka_unit_test(enumeration),
                                       cmocka_unit_test(direct_queries), cmocka_unit_test(callback_queries)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
