/*
 * The part of the Universal C Runtime's interface that starting, stopping and formatting stand on. The runtime brings
 * its own declarations, so that it builds without any Windows headers. Facts: the public documentation of the UCRT's
 * exports.
 */
#ifndef CWDK_SDK_RUNTIME_UCRT_H
#define CWDK_SDK_RUNTIME_UCRT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UCRT __declspec(dllimport)

typedef void (*initializer)(void);
typedef int (*fallible_initializer)(void);
typedef int (*exit_function)(void);

struct onexit_table {
    initializer *first;
    initializer *last;
    initializer *end;
};

enum app_type { APP_CONSOLE = 1, APP_WINDOWS = 2 };
enum argv_mode { ARGV_UNEXPANDED = 1 };

UCRT void _set_app_type(enum app_type type);
UCRT int _configure_narrow_argv(enum argv_mode mode);
UCRT int _configure_wide_argv(enum argv_mode mode);
UCRT int _initialize_narrow_environment(void);
UCRT int _initialize_wide_environment(void);
UCRT char **_get_initial_narrow_environment(void);
UCRT wchar_t **_get_initial_wide_environment(void);
UCRT char *_get_narrow_winmain_command_line(void);
UCRT wchar_t *_get_wide_winmain_command_line(void);
UCRT int *__p___argc(void);
UCRT char ***__p___argv(void);
UCRT wchar_t ***__p___wargv(void);
UCRT void _initterm(const initializer *first, const initializer *last);
UCRT int _initterm_e(const fallible_initializer *first, const fallible_initializer *last);
UCRT int _initialize_onexit_table(struct onexit_table *table);
UCRT int _register_onexit_function(struct onexit_table *table, exit_function function);
UCRT int _execute_onexit_table(struct onexit_table *table);
UCRT int _crt_atexit(initializer function);
UCRT __declspec(noreturn) void exit(int status);
UCRT void *malloc(size_t size);
UCRT void free(void *memory);
UCRT __declspec(noreturn) void abort(void);

/* initializers.c: runs what C and C++ want run before main; false if one of them refused. */
bool runtime_initialize(bool in_dll);
/* initializers.c: runs what was registered with atexit in a DLL. */
void runtime_finalize_dll(void);

#endif
