/* The conversation with the editor; checks run beside it. */
#include "cwdk/lsp/lsp.h"
#include "cwdk/lsp/rpc.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct server {
    const struct lsp_checker *checker;
    int out;
    struct rpc rpc;
    struct text answers; /* not written yet */
    char *path;          /* what is checked */
    json_t *shown;       /* files that have findings in the editor */
    json_t *texts;       /* that were changed and not saved, by path */
    int64_t due;         /* when they are checked, in milliseconds; 0: not */
    bool initialized, shut, over, again;
    int status;
    pid_t child; /* of the check that runs; 0: none */
    int pipe;
    struct text result; /* what it said so far */
};

static void answer(struct server *s, const json_t *id, json_t *result)
{
    rpc_put(&s->answers, json_pack("{sO so}", "id", id, "result", result));
}

static void refuse(struct server *s, const json_t *id, int code, const char *why)
{
    rpc_put(&s->answers, json_pack("{sO? s{si ss}}", "id", id, "error", "code", code, "message", why));
}

static void notify(struct server *s, const char *method, json_t *params)
{
    rpc_put(&s->answers, json_pack("{ss so}", "method", method, "params", params));
}

static void log_line(struct server *s, int type, const char *text)
{
    notify(s, "window/logMessage", json_pack("{si ss}", "type", type, "message", text));
}

static void check_here(const struct server *s, FILE *out)
{
    struct arena a = {0};
    struct unsaved *list = arena_array(&a, json_object_size(s->texts) + 1, sizeof *list);
    size_t count = 0;
    for (void *at = json_object_iter(s->texts); at; at = json_object_iter_next(s->texts, at))
        list[count++] = (struct unsaved){json_object_iter_key(at), json_string_value(json_object_iter_value(at))};
    s->checker->check(s->checker->context, s->path, list, count, out);
    arena_free(&a);
}

/* A process of its own, so that the editor is answered meanwhile, and nothing that happens there ends the server. */
static void start_check(struct server *s)
{
    int ends[2];
    if (s->child) {
        s->again = true;
        return;
    }
    s->again = false;
    if (pipe(ends))
        return;
    s->child = fork();
    if (s->child == 0) {
        setpgid(0, 0); /* so that the compilers it starts end with it */
        close(ends[0]);
        FILE *out = fdopen(ends[1], "w");
        const int nowhere = dup2(STDERR_FILENO, STDOUT_FILENO); /* standard output is the protocol's */
        if (out && nowhere >= 0) {
            check_here(s, out);
            fclose(out);
        }
        _exit(0);
    }
    close(ends[1]);
    if (s->child > 0)
        setpgid(s->child, s->child); /* whichever comes first */
    s->pipe = ends[0];
    if (s->child < 0) {
        s->child = 0;
        close(ends[0]);
        log_line(s, 1, "cwdk: a process for the check cannot be started");
    }
}

static void publish(struct server *s)
{
    struct arena a = {0};
    json_error_t error;
    json_t *document = s->result.data ? json_loads(s->result.data, 0, &error) : NULL;
    json_t *list = lsp_publish(json_object_get(document, "findings"), s->shown, s->texts, &a);
    for (size_t i = 0; i < json_array_size(list); i++)
        rpc_put(&s->answers, json_incref(json_array_get(list, i)));
    if (!list) /* does not compile: what is shown stays until it does */
        log_line(s, 2, s->result.data ? s->result.data : "cwdk: the check ended without a word");
    json_decref(list);
    json_decref(document);
    arena_free(&a);
}

/* What the check says; at its end it is shown. */
static void read_check(struct server *s)
{
    char bytes[65536];
    const ssize_t got = read(s->pipe, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
        return;
    if (got > 0) {
        text_add(&s->result, bytes, (size_t)got);
        return;
    }
    close(s->pipe);
    waitpid(s->child, NULL, 0);
    s->child = 0;
    publish(s);
    text_clear(&s->result);
    if (s->again && !s->shut)
        start_check(s);
}

static void stop_check(struct server *s)
{
    if (!s->child)
        return;
    kill(-s->child, SIGKILL);
    waitpid(s->child, NULL, 0);
    close(s->pipe);
    s->child = 0;
    s->again = false;
    text_clear(&s->result);
}

static const char *string_in(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000 + 1;
}

/* A text as it is typed, or, where `text` is NULL, as it is in its file. True where it is another one. */
static bool keep_text(struct server *s, const json_t *params, const char *text)
{
    struct arena a = {0};
    const char *uri = string_in(json_object_get(params, "textDocument"), "uri"), *path = uri ? lsp_path(&a, uri) : NULL;
    bool changed = false;
    if (path && text)
        changed = !json_object_set_new(s->texts, path, json_string(text));
    else if (path)
        changed = !json_object_del(s->texts, path);
    arena_free(&a);
    return changed;
}

/* Checked when nothing more has come for a while; what runs looks at a text that is not there any more. */
static void take_change(struct server *s, const json_t *params)
{
    enum { PAUSE = 300 };
    const json_t *changes = json_object_get(params, "contentChanges");
    const json_t *last = json_array_get(changes, json_array_size(changes) - 1);
    const char *text = json_object_get(last, "range") ? NULL : string_in(last, "text");
    if (text && keep_text(s, params, text))
        s->due = now() + PAUSE;
}

static void check_typed(struct server *s)
{
    s->due = 0;
    stop_check(s);
    start_check(s);
}

static void set_path(struct server *s, const json_t *params)
{
    struct arena a = {0};
    const json_t *folder = json_array_get(json_object_get(params, "workspaceFolders"), 0);
    const char *uri = string_in(folder, "uri"), *plain = string_in(params, "rootPath");
    if (!uri)
        uri = string_in(params, "rootUri");
    const char *path = uri ? lsp_path(&a, uri) : plain;
    if (path && !s->checker->path) {
        free(s->path);
        s->path = memory_string(path);
    }
    arena_free(&a);
}

static void initialize(struct server *s, const json_t *id, const json_t *params)
{
    if (s->initialized) {
        refuse(s, id, RPC_INVALID_REQUEST, "initialized before");
        return;
    }
    set_path(s, params);
    s->initialized = true;
    answer(s, id,
           json_pack("{s{s{sb si sb} s{s[s]}} s{ss ss}}", "capabilities", "textDocumentSync", "openClose", 1, "change",
                     1, "save", 1, "codeActionProvider", "codeActionKinds", "quickfix", "serverInfo", "name",
                     "cwdk lsp", "version", s->checker->version));
}

static void take_request(struct server *s, const json_t *id, const char *method, const json_t *params)
{
    struct arena a = {0};
    if (!strcmp(method, "initialize"))
        initialize(s, id, params);
    else if (!s->initialized)
        refuse(s, id, RPC_NOT_INITIALIZED, "`initialize` comes first");
    else if (s->shut)
        refuse(s, id, RPC_INVALID_REQUEST, "nothing but `exit` comes after `shutdown`");
    else if (!strcmp(method, "textDocument/codeAction"))
        answer(s, id, lsp_actions(params, &a));
    else if (!strcmp(method, "shutdown")) {
        s->shut = true;
        s->due = 0;
        stop_check(s);
        answer(s, id, json_null());
    } else
        refuse(s, id, RPC_METHOD_NOT_FOUND, method);
    arena_free(&a);
}

static void take_notification(struct server *s, const char *method, const json_t *params)
{
    if (!strcmp(method, "exit"))
        s->over = true;
    if (!s->initialized || s->shut)
        return;
    if (!strcmp(method, "initialized")) {
        start_check(s);
    } else if (!strcmp(method, "textDocument/didSave")) {
        keep_text(s, params, NULL);
        s->due = 0;
        start_check(s);
    } else if (!strcmp(method, "textDocument/didChange")) {
        take_change(s, params);
    } else if (!strcmp(method, "textDocument/didClose") && keep_text(s, params, NULL)) {
        s->due = now(); /* thrown away */
    }
}

static void take(struct server *s, const struct text *content)
{
    json_error_t error;
    json_t *message = json_loadb(content->data ? content->data : "", content->size, 0, &error);
    const json_t *id = json_object_get(message, "id");
    const char *method = string_in(message, "method");
    const bool answers = json_object_get(message, "result") || json_object_get(message, "error");
    if (!message)
        refuse(s, NULL, RPC_PARSE_ERROR, error.text);
    else if (!json_is_object(message) || (!method && !answers) || (id && !json_is_integer(id) && !json_is_string(id)))
        refuse(s, NULL, RPC_INVALID_REQUEST, "neither a request nor a notification");
    else if (method && id)
        take_request(s, id, method, json_object_get(message, "params"));
    else if (method)
        take_notification(s, method, json_object_get(message, "params"));
    json_decref(message);
}

static bool flush_answers(struct server *s)
{
    size_t done = 0;
    while (done < s->answers.size) {
        const ssize_t wrote = write(s->out, s->answers.data + done, s->answers.size - done);
        if (wrote < 0 && errno != EINTR)
            return false;
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    text_clear(&s->answers);
    return true;
}

/* What came from the editor; false where it is gone. */
static bool read_editor(struct server *s, int in, const char **why)
{
    char bytes[65536];
    const ssize_t got = read(in, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
        return true;
    if (got <= 0) {
        if (rpc_is_cut(&s->rpc)) {
            s->status = 2;
            *why = "the last message was cut off";
        }
        return false;
    }
    rpc_feed(&s->rpc, bytes, (size_t)got);
    while (!s->over) {
        struct text content = {0};
        const enum rpc_next next = rpc_take(&s->rpc, &content, why);
        if (next == RPC_MESSAGE)
            take(s, &content);
        text_free(&content);
        if (next == RPC_BROKEN)
            s->status = 2;
        if (next != RPC_MESSAGE)
            return next == RPC_NONE;
    }
    return true;
}

int lsp_serve(int in, int out, const struct lsp_checker *checker, const char **why)
{
    struct server s = {.checker = checker, .out = out, .shown = json_object(), .texts = json_object(), .status = 1};
    *why = NULL;
    s.path = memory_string(checker->path ? checker->path : ".");
    signal(SIGPIPE, SIG_IGN);
    for (bool on = true; on && !s.over;) {
        struct pollfd ready[] = {{.fd = in, .events = POLLIN}, {.fd = s.child ? s.pipe : -1, .events = POLLIN}};
        const int64_t left = s.due ? s.due - now() : 0;
        if (poll(ready, 2, !s.due ? -1 : left > 0 ? (int)left : 0) < 0 && errno != EINTR)
            break;
        if (s.due && now() >= s.due)
            check_typed(&s);
        else if (ready[1].revents)
            read_check(&s);
        if (ready[0].revents)
            on = read_editor(&s, in, why);
        on &= flush_answers(&s);
    }
    stop_check(&s);
    if (s.shut && s.status == 1)
        s.status = 0;
    text_free(&s.rpc.waiting);
    text_free(&s.answers);
    text_free(&s.result);
    json_decref(s.shown);
    json_decref(s.texts);
    free(s.path);
    return s.status;
}
