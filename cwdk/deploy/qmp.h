/*
 * QEMU's machine protocol over a unix socket: lines of JSON. Source of the facts: QEMU's documentation of QMP.
 */
#ifndef CWDK_DEPLOY_QMP_H
#define CWDK_DEPLOY_QMP_H

#include "cwdk/host/text.h"

#include <jansson.h>

struct qmp {
    int socket; /* or -1 */
    struct text received;
};

/* Connects and waits for the greeting, `milliseconds` at most; false where none has come yet. */
bool qmp_open(struct qmp *q, const char *path, int milliseconds);
/* What the command returns, for json_decref; NULL where the machine has gone, refuses it or says nothing for ten
 * seconds. */
json_t *qmp_execute(struct qmp *q, const char *command);
void qmp_close(struct qmp *q);

#endif
