/* Starting programs and collecting what they print. */
#include "cwdk/host/process.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

const char *process_package(const char *name)
{
    static const struct {
        const char *program, *package;
    } table[] = {
        {"clang-19", "clang-19"},
        {"lld-link-19", "lld-19"},
        {"llvm-rc-19", "llvm-19"},
        {"llvm-lib-19", "llvm-19"},
        {"ninja", "ninja-build"},
        {"osslsigncode", "osslsigncode"},
        {"llvm-dlltool-19", "llvm-19"},
        {"llvm-symbolizer-19", "llvm-19"},
        {"llvm-ml-19", "llvm-19"},
        {"llvm-dis-19", "llvm-19"},
        {"bindgen", "bindgen libclang1-14"},
        {"rustc", "rustc"},
        {"ssh", "openssh-client"},
        {"scp", "openssh-client"},
        {"gcab", "gcab"},
        {"qemu-system-x86_64", "qemu-system-x86"},
        {"qemu-system-aarch64", "qemu-system-arm"},
        {"qemu-img", "qemu-utils"},
        {"setpriv", "util-linux"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (!strcmp(table[i].program, name))
            return table[i].package;
    return NULL;
}

char *process_find(const char *name, struct arena *a)
{
    if (strchr(name, '/'))
        return access(name, X_OK) ? NULL : arena_string(a, name);
    const char *path = getenv("PATH");
    while (path && *path) {
        const size_t length = strcspn(path, ":");
        char *candidate = path_join(a, arena_substring(a, path, length), name);
        if (path_is_file(candidate) && !access(candidate, X_OK))
            return candidate;
        path += length + (path[length] == ':');
    }
    return NULL;
}

bool process_cannot_start(const char *name, int error, struct diag *d)
{
    const char *package = process_package(path_name(name));
    diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run %s: %s", name,
               error == ENOENT ? "it is not installed" : strerror(error));
    if (package)
        diag_help(d, "apt-get install %s", package);
    return false;
}

static char *collect(int fd, struct arena *a)
{
    char *text = NULL;
    size_t used = 0, capacity = 0;
    for (;;) {
        if (capacity - used < 4096) {
            capacity = capacity ? capacity * 2 : 8192;
            text = memory_resize(text, capacity, 1);
        }
        const ssize_t got = read(fd, text + used, capacity - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        used += (size_t)got;
    }
    char *copy = arena_substring(a, text, used);
    free(text);
    return copy;
}

bool process_run(const char *const argv[], const char *folder, bool capture, struct arena *a,
                 struct process_result *result, struct diag *d)
{
    *result = (struct process_result){.output = arena_string(a, "")};
    const char *program = process_find(argv[0], a);
    if (!program)
        return process_cannot_start(argv[0], ENOENT, d);
    int pipe_ends[2] = {-1, -1};
    if (capture && pipe2(pipe_ends, O_CLOEXEC))
        return process_cannot_start(argv[0], errno, d);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (capture) {
        posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDERR_FILENO);
    }
    if (folder)
        posix_spawn_file_actions_addchdir_np(&actions, folder);
    fflush(NULL);
    pid_t child;
    const int error = posix_spawn(&child, program, &actions, NULL, (char *const *)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (capture)
        close(pipe_ends[1]);
    if (error) {
        if (capture)
            close(pipe_ends[0]);
        return process_cannot_start(argv[0], error, d);
    }
    if (capture) {
        result->output = collect(pipe_ends[0], a);
        close(pipe_ends[0]);
    }
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return process_cannot_start(argv[0], errno, d);
    result->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return true;
}
