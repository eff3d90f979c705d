/* The INF reader and everything that asks an INF questions, on hostile input. */
#include "cwdk/inf/stamp.h"
#include "cwdk/inf/verify.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diag diag = {0};
    const struct inf *inf = inf_parse("fuzz.inf", (struct bytes){data, size}, &arena, &diag);
    if (inf) {
        size_t count;
        struct inf_version version;
        struct inf_driver_ver driver_ver;
        struct bytes stamped;
        const struct inf_stamp stamp = {
            .arch = INF_ARCH_AMD64, .kmdf = "1.33", .umdf = "2.33.0", .default_catalog = "f.cat"};
        const struct inf_verify verify = {size % 3, INF_ARCH_NONE};
        inf_verify(inf, &verify, &diag);
        inf_stamp("fuzz.inf", (struct bytes){data, size}, &stamp, &arena, &stamped, &diag);
        inf_files(inf, INF_ARCH_AMD64, &arena, &count);
        inf_devices(inf, INF_ARCH_NONE, &arena, &count);
        inf_catalogs(inf, &arena, &count);
        inf_lowest_version(inf, INF_ARCH_AMD64, &version);
        inf_driver_ver(inf, INF_ARCH_ARM64, &driver_ver);
    }
    diag_free(&diag);
    arena_free(&arena);
    return 0;
}
