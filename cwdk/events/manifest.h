/*
 * Instrumentation manifests: event providers as an XML file describes them (mc's .man).
 *
 * Source of facts: the public EventManifest schema documentation and that of TDH_IN_TYPE and TDH_OUT_TYPE.
 */
#ifndef CWDK_EVENTS_MANIFEST_H
#define CWDK_EVENTS_MANIFEST_H

#include "cwdk/host/file.h"

#define MANIFEST_SIZE_LIMIT ((size_t)16 * 1024 * 1024) /* bytes of a manifest */

#define NO_MESSAGE 0xFFFFFFFFu

/* A text to be shown, which a table in the resources holds under a number. */
struct event_message {
    const char *reference; /* id in the string tables; NULL: `text` is it, in all languages */
    const char *text;
    uint32_t id; /* NO_MESSAGE: there is none */
};

/* A channel, level, task, opcode or keyword. */
struct event_item {
    const char *name;   /* with its prefix, "win:Error" */
    const char *chid;   /* of a channel, or NULL */
    const char *symbol; /* or NULL */
    uint64_t value;     /* of a keyword the mask */
    uint64_t keyword;   /* of a channel: what its events have among their keywords */
    unsigned task;      /* of an opcode that belongs to a task */
    uint8_t guid[16];   /* of a task; zero without */
    bool imported;      /* of a channel */
    bool standard;      /* one that Windows defines, not the manifest */
    struct event_message message;
    uint32_t offset; /* in the template resource, once written */
    struct diag_place place;
    struct event_item *next;
};

struct event_map_value {
    uint32_t value;
    struct event_message message;
    const char *symbol; /* or NULL */
    struct event_map_value *next;
};

struct event_map {
    const char *name;
    bool bits;
    struct event_map_value *values;
    uint32_t offset;
    struct event_map *next;
};

/* How a field's length or count is given. */
enum field_number { NUMBER_NONE, NUMBER_FIXED, NUMBER_FIELD };

struct event_field {
    const char *name;
    uint8_t in_type, out_type;
    const struct event_map *map; /* or NULL */
    enum field_number length_kind, count_kind;
    unsigned length, count;      /* the number, or the index of the field that has it */
    struct event_field *members; /* of a structure */
    size_t member_count;
    bool structure;
    struct event_field *next;
};

struct event_template {
    const char *id;
    struct event_field *fields;
    size_t field_count;
    void *user_data;  /* the XML element inside UserData, or NULL */
    const char *name; /* of the EventData element, or NULL */
    uint32_t offset;
    struct event_template *next;
};

struct event {
    const char *symbol; /* or NULL */
    uint16_t value;
    uint8_t version;
    const struct event_item *channel, *level, *task, *opcode; /* or NULL */
    const struct event_item **keywords;
    size_t keyword_count;
    uint64_t mask;
    const struct event_template *template; /* or NULL */
    struct event_message message;
    struct diag_place place;
    struct event *next;
};

struct event_provider {
    const char *name, *symbol; /* symbol: of its GUID */
    uint8_t guid[16];          /* as it lies in memory */
    unsigned index;
    struct event_message message;
    struct event_item *channels, *levels, *tasks, *opcodes, *keywords;
    struct event_map *maps;
    struct event_template *templates;
    struct event *events;
    struct event_provider *next;
};

struct event_string {
    const char *id, *text;
    struct event_string *next;
};

struct event_language {
    uint16_t language;
    const char *culture;
    struct event_string *strings;
    struct event_language *next;
};

struct event_manifest {
    const char *path;
    void *document; /* libxml2's */
    struct event_provider *providers;
    struct event_language *languages;
    struct event_message **messages; /* all that have a number, in order of appearance */
    size_t message_count;
};

/* Reads a manifest. Everything lies in the arena but the document, which manifest_free frees. False after reporting. */
bool manifest_load(const char *path, struct arena *a, struct event_manifest *out, struct diag *d);
void manifest_free(struct event_manifest *manifest);

/* types.c. The number of a type's name ("win:UInt32"), 0 where there is none; and what an output type is without one.
 */
uint8_t type_in(const char *name);
uint8_t type_out(const char *name);
uint8_t type_out_default(uint8_t in);

/* What a field is in C: for kernel or user mode; `size` is 0 where it is not fixed. */
struct field_type {
    const char *scalar;  /* the type of one, passed by value; NULL: passed by its address */
    const char *element; /* what an address leads to */
    unsigned size;
};
struct field_type type_c(uint8_t in, bool kernel);

/* "{12345678-…}" or without braces; false where it is none. */
bool guid_parse(const char *text, uint8_t guid[16]);

#endif
