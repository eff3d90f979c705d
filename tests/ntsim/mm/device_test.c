/* Device models: registers in memory and ports, interrupts, and DMA, against a driver's compiled accesses. */
#include "ntsim/machine/device.h"
#include "tests/ntsim/child/child.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REGISTERS = 64, DOORBELL = 0x10, VECTOR = 0x71 };

struct device {
    uint8_t registers[REGISTERS];
    uint64_t reads, writes;
};

static uint64_t read_register(void *context, uint64_t offset, unsigned size)
{
    struct device *device = context;
    uint64_t value = 0;
    CHECK(offset + size <= REGISTERS);
    memcpy(&value, device->registers + offset, size);
    device->reads++;
    return value;
}

static void write_register(void *context, uint64_t offset, unsigned size, uint64_t value)
{
    struct device *device = context;
    CHECK(offset + size <= REGISTERS);
    memcpy(device->registers + offset, &value, size);
    device->writes++;
    if (offset == DOORBELL && value)
        machine_interrupt(VECTOR);
}

static const struct machine_device_model model = {read_register, write_register};

static void run(const char *function)
{
    char path[4096];
    const char *error;
    static struct device device = {.registers = {0x78, 0x56, 0x34, 0x12}}, ports;
    snprintf(path, sizeof(path), "%s/tests/fixtures/device.sys", getenv("CWDK_BUILD"));
    const struct machine_image *image = image_load(path, &error);
    if (!image)
        child_fail(path, 0, error, 0);
    CHECK(machine_add_memory(0xFEB00020, REGISTERS, &model, &device));
    CHECK(!machine_add_memory(0xFEB00000, 0x21, &model, &ports));
    CHECK(machine_add_ports(0x3F8, 8, &model, &ports));
    int(MACHINE_ABI *const body)(void) = (int(MACHINE_ABI *)(void))image_find("device.sys", function);
    const int line = body();
    if (line)
        child_fail(function, line, "not as it should be", 0);
    machine_remove_device(&device);
    CHECK(machine_add_memory(0xFEB00000, 0x21, &model, &ports));
}

#define CASE(name)                                                                                                     \
    static void name##_body(void)                                                                                      \
    {                                                                                                                  \
        run("run_" #name);                                                                                             \
    }                                                                                                                  \
    static void test_##name(void **state)                                                                              \
    {                                                                                                                  \
        (void)state;                                                                                                   \
        child_passes(NULL, name##_body);                                                                               \
    }

CASE(memory)
CASE(nothing)
CASE(ports)
CASE(interrupt)
CASE(clock)
CASE(irql)
CASE(scatter_gather)
CASE(packets)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),         cmocka_unit_test(test_nothing), cmocka_unit_test(test_ports),
        cmocka_unit_test(test_interrupt),      cmocka_unit_test(test_clock),   cmocka_unit_test(test_irql),
        cmocka_unit_test(test_scatter_gather), cmocka_unit_test(test_packets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
