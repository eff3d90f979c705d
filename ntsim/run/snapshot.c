/* Ways of going on, as processes. */
#include "ntsim/run/snapshot.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

void *snapshot_shared(size_t size)
{
    void *got = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return got == MAP_FAILED ? NULL : got;
}

enum snapshot snapshot_go_on(int *signal)
{
    int status = 0;
    const pid_t child = fork();
    *signal = 0;
    if (child < 0)
        return SNAPSHOT_FAILED;
    if (child == 0)
        return SNAPSHOT_CHILD;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFSIGNALED(status))
        *signal = WTERMSIG(status);
    return SNAPSHOT_ENDED;
}
