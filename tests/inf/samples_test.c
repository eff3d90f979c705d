/* The INF and INX files of Microsoft's public driver samples, stamped and verified: CWDK_SAMPLES names their folder.
 *
 * Every error that is reported must stand in the table below with the reason why it is true, and every row must be met.
 * The samples are built by Microsoft with InfVerif in the mode that their project names, so in the mode "windows" those
 * are held to the same: no error but the listed ones. */
#include "cwdk/inf/stamp.h"
#include "cwdk/inf/verify.h"
#include "tests/inf/bench.h"

#include <ftw.h>
#include <stdio.h>
#include <strings.h>

#define SAMPLE_COUNT 138

/* docs/inf.md says why each of these is true. */
static struct expected {
    const char *file, *code;
    const char *modes; /* of desktop, universal, windows: d, u, w */
    bool met;
} expected[] = {
    {"TrEE/OSService/TrEEOSServiceSample.inf", CODE_INF1204, "du", false},
    {"general/toaster/toastpkg/inf/autorun.inf", CODE_INF0201, "du", false},
    {"network/modem/fakemodem/mdmfake.inx", CODE_INF1303, "du", false},
    {"network/netadaptercx/netvadapter/km/netvadapter.inf", CODE_INF1203, "duw", false},
    {"network/netadaptercx/netvadapter/km/netvadapter.inf", CODE_INF1204, "duw", false},
    {"network/netadaptercx/netvadapter/km/netvadapter.inf", CODE_INF1322, "w", false},
    {"network/netadaptercx/netvadapter/km/netvadapter.inf", CODE_INF1323, "w", false},
    {"network/netadaptercx/netvadapter/um/netvadapterum.inf", CODE_INF1203, "du", false},
    {"network/netadaptercx/netvadapter/um/netvadapterum.inf", CODE_INF1204, "du", false},
    {"network/netadaptercx/netvadapter/um/netvadapterum.inf", CODE_INF1235, "du", false},
    {"smartcrd/pscr/pscr.inx", CODE_INF1303, "du", false},
    {"storage/miniports/lsi_u3/src/lsi_u3.inf", CODE_INF1308, "u", false},
    {"storage/msdsm/src/SampleDSM.inf", CODE_INF1304, "u", false},
    {"storage/msdsm/src/SampleDSM.inf", CODE_INF1305, "u", false},
};
#define EXPECTED_COUNT (sizeof expected / sizeof *expected)

static char *paths[SAMPLE_COUNT * 2];
static size_t path_count;
static const char *root;

static int collect(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info;
    (void)where;
    const char *extension = path_extension(path);
    if (kind == FTW_F && (!strcasecmp(extension, ".inf") || !strcasecmp(extension, ".inx")) &&
        path_count < sizeof paths / sizeof *paths)
        paths[path_count++] = memory_string(path);
    return 0;
}

static int find_samples(void **state)
{
    (void)state;
    nftw(root, collect, 16, FTW_PHYS);
    return 0;
}

static int forget_samples(void **state)
{
    (void)state;
    while (path_count)
        free(paths[--path_count]);
    return 0;
}

static const char *below_root(const char *path)
{
    path += strlen(root);
    return path + strspn(path, "/");
}

/* Stamps and verifies; what stops the stamping stays in the sink. */
static const struct inf *verify_sample(struct bench *b, const char *path, enum inf_arch arch, enum inf_mode mode)
{
    const struct inf_stamp stamp = {
        .arch = arch, .date = "11/22/2026", .version = "1.0.0.0", .kmdf = "1.33", .umdf = "2.33.0"};
    const struct inf_verify verify = {mode, INF_ARCH_NONE};
    struct bytes content, stamped;
    assert_true(file_read(path, &b->arena, &content, &b->diag));
    if (!inf_stamp(path, content, &stamp, &b->arena, &stamped, &b->diag))
        return NULL;
    const struct inf *inf = inf_parse(path, stamped, &b->arena, &b->diag);
    assert_non_null(inf);
    inf_verify(inf, &verify, &b->diag);
    return inf;
}

static size_t unexpected(const struct diag *d, const char *path, enum inf_mode mode)
{
    size_t count = 0;
    for (size_t i = 0; i < d->count; i++) {
        const struct diag_entry *entry = &d->entries[i];
        bool known = entry->severity != DIAG_ERROR;
        for (size_t n = 0; n < EXPECTED_COUNT; n++) {
            if (strcmp(expected[n].file, below_root(path)) != 0 || strcmp(expected[n].code, entry->code) != 0 ||
                !strchr(expected[n].modes, "duw"[mode]) || entry->severity != DIAG_ERROR)
                continue;
            expected[n].met = known = true;
        }
        if (known)
            continue;
        count++;
        print_message("# %s:%u: %s %s\n", below_root(path), entry->place.line, entry->code, entry->message);
    }
    return count;
}

static void all_are_there(void **state)
{
    (void)state;
    assert_int_equal(path_count, SAMPLE_COUNT);
}

static void verify_all(enum inf_mode mode)
{
    size_t errors = 0;
    for (size_t i = 0; i < path_count; i++) {
        for (enum inf_arch arch = INF_ARCH_AMD64; arch <= INF_ARCH_ARM64; arch += INF_ARCH_ARM64 - INF_ARCH_AMD64) {
            struct bench b = {0};
            verify_sample(&b, paths[i], arch, mode);
            errors += unexpected(&b.diag, paths[i], mode);
            diag_free(&b.diag);
            arena_free(&b.arena);
        }
    }
    assert_int_equal(errors, 0);
    for (size_t n = 0; n < EXPECTED_COUNT; n++) {
        if (strchr(expected[n].modes, "duw"[mode]) && !expected[n].met)
            fail_msg("%s is no longer reported for %s", expected[n].code, expected[n].file);
        expected[n].met = false;
    }
}

static void no_false_error_in_desktop_mode(void **state)
{
    (void)state;
    verify_all(INF_MODE_DESKTOP);
}

static void no_false_error_in_universal_mode(void **state)
{
    (void)state;
    verify_all(INF_MODE_UNIVERSAL);
}

/* Does the project beside the file name this platform, and no other? */
static bool is_windows_driver(struct bench *b, const char *path)
{
    static const char tag[] = "<DriverTargetPlatform>";
    const char *folder = path_folder(&b->arena, path);
    char **names = folder_list(folder, &b->arena, NULL, &b->diag);
    size_t windows = 0, others = 0;
    for (; names && *names; names++) {
        struct bytes project;
        if (strcasecmp(path_extension(*names), ".vcxproj") != 0 ||
            !file_read(path_join(&b->arena, folder, *names), &b->arena, &project, &b->diag))
            continue;
        for (const char *p = (const char *)project.data; (p = strstr(p, tag)) != NULL; p++) {
            if (!strncmp(p + sizeof tag - 1, "Windows", 7))
                windows++;
            else
                others++;
        }
    }
    return windows && !others;
}

static void no_false_error_for_windows_drivers(void **state)
{
    size_t errors = 0, count = 0;
    (void)state;
    for (size_t i = 0; i < path_count; i++) {
        struct bench b = {0};
        if (is_windows_driver(&b, paths[i])) {
            count++;
            verify_sample(&b, paths[i], INF_ARCH_AMD64, INF_MODE_WINDOWS);
            errors += unexpected(&b.diag, paths[i], INF_MODE_WINDOWS);
        }
        diag_free(&b.diag);
        arena_free(&b.arena);
    }
    print_message("# %zu samples are Windows drivers\n", count);
    assert_true(count >= 50);
    assert_int_equal(errors, 0);
}

static void their_files_and_devices_are_found(void **state)
{
    size_t with_files = 0, with_devices = 0, with_systems = 0;
    (void)state;
    for (size_t i = 0; i < path_count; i++) {
        struct bench b = {0};
        size_t files, devices;
        struct inf_version version;
        const struct inf *inf = verify_sample(&b, paths[i], INF_ARCH_AMD64, INF_MODE_DESKTOP);
        if (inf) {
            inf_files(inf, INF_ARCH_AMD64, &b.arena, &files);
            inf_devices(inf, INF_ARCH_AMD64, &b.arena, &devices);
            with_files += files != 0;
            with_devices += devices != 0;
            with_systems += inf_lowest_version(inf, INF_ARCH_AMD64, &version);
        }
        diag_free(&b.diag);
        arena_free(&b.arena);
    }
    print_message("# %zu with files, %zu with devices, %zu with systems\n", with_files, with_devices, with_systems);
    assert_true(with_systems >= SAMPLE_COUNT - 3);
    assert_true(with_files >= 120);
    assert_true(with_devices >= 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_there),
        cmocka_unit_test(no_false_error_in_desktop_mode),
        cmocka_unit_test(no_false_error_in_universal_mode),
        cmocka_unit_test(no_false_error_for_windows_drivers),
        cmocka_unit_test(their_files_and_devices_are_found),
    };
    root = getenv("CWDK_SAMPLES");
    if (!root || !*root) {
        printf("1..1\nok 1 - the INF files of Microsoft's samples # SKIP CWDK_SAMPLES does not name their folder\n");
        return 0;
    }
    return cmocka_run_group_tests(tests, find_samples, forget_samples);
}
