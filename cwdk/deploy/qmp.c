/* Commands are sent one at a time, so the next answer is that of the last command; events in between are passed over.
 */
#include "cwdk/deploy/qmp.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { ANSWER_MILLISECONDS = 10000 };

/* The next line that is there within that time; NULL where there is none. */
static json_t *next_line(struct qmp *q, int milliseconds)
{
    char block[4096];
    char *end;
    while (!(end = q->received.size ? memchr(q->received.data, '\n', q->received.size) : NULL)) {
        struct pollfd wait = {.fd = q->socket, .events = POLLIN};
        const int ready = poll(&wait, 1, milliseconds);
        if (ready < 0 && errno == EINTR)
            continue;
        const ssize_t got = ready > 0 ? read(q->socket, block, sizeof block) : 0;
        if (got <= 0)
            return NULL;
        text_add(&q->received, block, (size_t)got);
    }
    struct text rest = {0};
    json_t *line = json_loadb(q->received.data, (size_t)(end - q->received.data), 0, NULL);
    text_add(&rest, end + 1, q->received.size - (size_t)(end + 1 - q->received.data));
    text_free(&q->received);
    q->received = rest;
    return line;
}

bool qmp_open(struct qmp *q, const char *path, int milliseconds)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    *q = (struct qmp){.socket = -1};
    if (strlen(path) >= sizeof address.sun_path)
        return false;
    memcpy(address.sun_path, path, strlen(path) + 1);
    q->socket = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    json_t *greeting = NULL;
    if (q->socket >= 0 && !connect(q->socket, (const struct sockaddr *)&address, sizeof address))
        greeting = next_line(q, milliseconds);
    json_t *able = greeting ? qmp_execute(q, "qmp_capabilities") : NULL;
    const bool ok = able != NULL;
    json_decref(greeting);
    json_decref(able);
    if (!ok)
        qmp_close(q);
    return ok;
}

json_t *qmp_execute(struct qmp *q, const char *command)
{
    struct text line = {0};
    json_t *answer = NULL, *value = NULL;
    text_format(&line, "{\"execute\": \"%s\"}\n", command);
    bool sent = q->socket >= 0 && send(q->socket, line.data, line.size, MSG_NOSIGNAL) == (ssize_t)line.size;
    text_free(&line);
    while (sent && !value && (answer = next_line(q, ANSWER_MILLISECONDS))) {
        sent = !json_object_get(answer, "error");
        value = json_incref(json_object_get(answer, "return"));
        json_decref(answer);
    }
    return value;
}

void qmp_close(struct qmp *q)
{
    if (q->socket >= 0)
        close(q->socket);
    q->socket = -1;
    text_free(&q->received);
}
