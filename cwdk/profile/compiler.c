/* Integers that lose bits without a word: clang sees them, with the ranges of values that it can tell. */
#include "cwdk/profile/scan.h"

#include <string.h>

const char *const compiler_options[] = {"-Wimplicit-int-conversion", "-Wshorten-64-to-32", "-Wsign-conversion",
                                        "-Wimplicit-float-conversion", NULL};

static const char *code_of(const char *option)
{
    static const char *const narrowing[] = {"-Wimplicit-int-conversion",   "-Wshorten-64-to-32",
                                            "-Wimplicit-float-conversion", "-Wfloat-conversion",
                                            "-Wconstant-conversion",       NULL};
    for (const char *const *n = narrowing; *n; n++)
        if (!strcmp(option, *n))
            return CODE_SAF3001;
    return !strcmp(option, "-Wsign-conversion") ? CODE_SAF3003 : NULL;
}

/* A constant with all its bits, such as ~DO_DEVICE_INITIALIZING, is meant so. */
static bool is_constant(const struct scan *s, CXSourceLocation at)
{
    CXEvalResult value = clang_Cursor_Evaluate(clang_getCursor(s->unit, at));
    const bool is_integer = value && clang_EvalResult_getKind(value) == CXEval_Int;
    if (value)
        clang_EvalResult_dispose(value);
    return is_integer;
}

void compiler_warnings(struct scan *s)
{
    const unsigned count = clang_getNumDiagnostics(s->unit);
    for (unsigned i = 0; i < count; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(s->unit, i);
        const char *code = code_of(text_of(s, clang_getDiagnosticOption(diagnostic, NULL)));
        const CXSourceLocation at = clang_getDiagnosticLocation(diagnostic);
        if (code && spelled_in_own(s, at) && !(code == CODE_SAF3003 && is_constant(s, at)))
            scan_finds(s, code, at, text_of(s, clang_getDiagnosticSpelling(diagnostic)),
                       code == CODE_SAF3001 ? "bits may be lost" : "a negative number becomes a large one",
                       code == CODE_SAF3001
                           ? "WDK_NARROW(type, value) panics where it does not fit; wdk_narrow() gives an "
                             "error (wdk/checked.h)"
                           : "use one signedness throughout, or WDK_NARROW(type, value), which panics "
                             "where it does not fit");
        clang_disposeDiagnostic(diagnostic);
    }
}
