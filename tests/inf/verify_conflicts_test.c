/* Rules on what several sections say about one thing: each with a file that breaks it and one that keeps it. */
#include "cwdk/inf/verify.h"
#include "tests/inf/bench.h"

#define MODELS                                                                                                         \
    "[Manufacturer]\n%P% = M,NTamd64\n[Strings]\nP = \"p\"\n"                                                          \
    "[M.NTamd64]\n%P% = A, root\\a\n%P% = B, root\\b\n"
#define APART                                                                                                          \
    "[Manufacturer]\n%P% = M,NTamd64.6.1,NTamd64.10.0\n[Strings]\nP = \"p\"\n"                                         \
    "[M.NTamd64.6.1]\n%P% = A, root\\a\n[M.NTamd64.10.0]\n%P% = B, root\\a\n"
#define LISTS    "[A.NT]\nAddReg = R1\n[B.NT]\nAddReg = R2\n"
#define SERVICES "[A.NT.Services]\nAddService = s,2,S1\n[B.NT.Services]\nAddService = s,2,S2\n[A.NT]\n[B.NT]\n"
#define EVENTS                                                                                                         \
    MODELS "[A.NT]\n[B.NT]\n[A.NT.Events]\nAddEventProvider = {bb2b85ab-9473-42e5-8d1a-0f01d3879879},E\n[E]\n"

/* `levels`: in the modes desktop, universal and windows E, W or - (nothing). */
static const struct row {
    const char *code, *levels, *text;
} rows[] = {
    {CODE_INF1331, "WEE", MODELS LISTS "[R1]\nHKLM,Software\\X,V,,a\n[R2]\nhklm,software\\x,v,,b\n"},
    {CODE_INF1331, "WEE", MODELS LISTS "[R1]\nHKLM,X,V,0x00010001,1\n[R2]\nHKLM,X,V,0x00010001,2\n"},
    {CODE_INF1331, "WEE",
     MODELS
     "[A.NT]\nNeeds = N\n[N]\nAddReg = R1\n[B.NT]\n[B.NT.HW]\nAddReg = R2\n[R1]\nHKLM,X,V,,a\n[R2]\nHKLM,X,V,,b\n"},
    {CODE_INF1331, "---", MODELS LISTS "[R1]\nHKLM,X,V,0x00010001,0x10\n[R2]\nHKLM,X,V,0x10001,16\n"},
    {CODE_INF1331, "---", MODELS LISTS "[R1]\nHKLM,X,V,,a\n[R2]\nHKLM,X,W,,b\n"},
    {CODE_INF1331, "---", MODELS LISTS "[R1]\nHKR,,V,,a\n[R2]\nHKR,,V,,b\n"},
    {CODE_INF1331, "---", MODELS LISTS "[R1]\nHKLM,X,V,0x00010008,a\n[R2]\nHKLM,X,V,0x00010008,b\n"},
    {CODE_INF1331, "---", APART LISTS "[R1]\nHKLM,X,V,,a\n[R2]\nHKLM,X,V,,b\n"},
    {CODE_INF1332, "WEE",
     MODELS SERVICES "[S1]\nAddReg = R1\n[S2]\nAddReg = R2\n[R1]\nHKR,Parameters,V,,a\n[R2]\nHKR,Parameters,V,,b\n"},
    {CODE_INF1332, "---",
     MODELS SERVICES "[S1]\nAddReg = R1\n[S2]\nAddReg = R2\n[R1]\nHKR,Parameters,V,,a\n[R2]\nHKR,Parameters,V,,a\n"},
    {CODE_INF1333, "WEE", MODELS SERVICES "[S1]\nStartType = 3\n[S2]\nStartType = 0\n"},
    {CODE_INF1333, "WEE", MODELS SERVICES "[S1]\nStartType = 3\n[S2]\nStartType = 3\nLoadOrderGroup = g\n"},
    {CODE_INF1333, "---", MODELS SERVICES "[S1]\nStartType = 3\n[S2]\nStartType = 0x3\n"},
    {CODE_INF1333, "---", APART SERVICES "[S1]\nStartType = 3\n[S2]\nStartType = 0\n"},
    {CODE_INF1180, "EEE", EVENTS "AddChannel = a,1,C1\nAddChannel = b,2,C2\n[C1]\nValue = 16\n[C2]\nValue = 0x10\n"},
    {CODE_INF1180, "---", EVENTS "AddChannel = a,1,C1\nAddChannel = b,2,C2\n[C1]\nValue = 16\n[C2]\nValue = 17\n"},
    {CODE_INF1181, "EEE", EVENTS "AddChannel = a,4,C1\n[C1]\nLoggingRetention = 2\nLoggingAutoBackup = 1\n"},
    {CODE_INF1181, "---", EVENTS "AddChannel = a,1,C1\n[C1]\nLoggingRetention = 2\nLoggingAutoBackup = 1\n"},
    {CODE_INF1182, "EEE", EVENTS "AddChannel = a,1,C1\n[C1]\nLoggingAutoBackup = 1\n"},
    {CODE_INF1182, "EEE", EVENTS "AddChannel = a,2,C1\n[C1]\nLoggingRetention = 1\nLoggingAutoBackup = 1\n"},
    {CODE_INF1182, "---", EVENTS "AddChannel = a,1,C1\n[C1]\nLoggingRetention = 2\nLoggingAutoBackup = 1\n"},
};

static char level_of(const struct diag *d, const char *code)
{
    for (size_t i = 0; i < d->count; i++)
        if (!strcmp(d->entries[i].code, code))
            return d->entries[i].severity == DIAG_ERROR ? 'E' : 'W';
    return '-';
}

static void each_rule_tells_the_bad_from_the_good(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (unsigned mode = 0; mode < 3; mode++) {
            struct bench b = {0};
            const struct inf *inf = bench_parse(&b, rows[i].text, strlen(rows[i].text));
            assert_non_null(inf);
            inf_verify(inf, &(struct inf_verify){(enum inf_mode)mode, INF_ARCH_NONE}, &b.diag);
            if (level_of(&b.diag, rows[i].code) != rows[i].levels[mode])
                fail_msg("row %zu, mode %s: %s is '%c'", i, inf_mode_name((enum inf_mode)mode), rows[i].code,
                         level_of(&b.diag, rows[i].code));
            diag_free(&b.diag);
            arena_free(&b.arena);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_rule_tells_the_bad_from_the_good)};
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
