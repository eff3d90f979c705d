/* The message tables of a manifest. */
#include "cwdk/diag/codes.h"
#include "cwdk/events/events.h"
#include "cwdk/messages/table.h"

#include <string.h>

static const char *text_of(const struct event_language *language, const struct event_message *message)
{
    if (!message->reference)
        return message->text;
    for (const struct event_string *s = language->strings; s; s = s->next)
        if (!strcmp(s->id, message->reference))
            return s->text;
    return NULL;
}

bool events_messages(const struct event_manifest *m, const struct event_language *language, struct arena *a,
                     struct bytes *out, struct diag *d)
{
    struct message *messages = NULL, **last = &messages;
    for (size_t i = 0; i < m->message_count; i++) {
        const char *text = text_of(language, m->messages[i]);
        if (!text) /* one language may lack what another has */
            text = text_of(m->languages, m->messages[i]);
        if (!text)
            return diag_error(d, CODE_EVT0003, diag_in_file(m->path), "there is no string '%s' in %s",
                              m->messages[i]->reference, language->culture);
        struct message *message = *last = arena_alloc(a, sizeof *message);
        last = &message->next;
        *message = (struct message){.id = m->messages[i]->id, .text = arena_format(a, "%s\r\n", text)};
    }
    const struct message *bad;
    return message_table(messages, false, a, out, &bad) ||
           diag_error(d, CODE_MSG0002, diag_in_file(m->path), "the text of message 0x%08X is too long", bad->id);
}
