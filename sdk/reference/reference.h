/*
 * What the reference is made of: one entry for each name that the headers declare, with the facts that stand at its
 * declaration. collect.c fills it through libclang, page.c writes it.
 */
#ifndef SDK_REFERENCE_H
#define SDK_REFERENCE_H

#include <clang-c/Index.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum kind { FUNCTION, CALLBACK, RECORD, ENUMERATION, MACRO_FUNCTION, TYPE, VARIABLE, CONSTANT, ENUMERATOR };

struct words {
    const char **items;
    size_t count, capacity;
};

struct parameter {
    const char *name, *type;
    struct words contracts; /* "_In_", "_Out_writes_(Length)" */
};

struct entry {
    const char *name, *title; /* title: the usual name of a record that has another: DEVICE_OBJECT of _DEVICE_OBJECT */
    enum kind kind;
    const char *header; /* that a source includes: "wdm.h" */
    const char *file;   /* that has the declaration: "km/nt/ke.h" */
    const char *text;   /* of a record, an enumeration or a macro: its definition. Of a type: what it stands for */
    const char *result; /* of a function or callback */
    struct words contracts, aliases;
    struct words roles; /* of a record: "OFFSET\tTYPE" of each field that is a pointer to a function */
    struct parameter *parameters;
    size_t parameter_count;
    bool variadic, in_line;
    const char *module, *since; /* "ntoskrnl.exe", "10.0.19041"; NULL and "" where there are none */
    const char *kmdf, *umdf;    /* "1.15"; NULL: not a function of that framework */
    unsigned archs;             /* bit 0 amd64, bit 1 arm64 */
    struct entry *same;         /* the entry that this name is another one for, or NULL */
};

struct reference {
    struct entry **entries;
    size_t count, capacity;
    struct entry **table; /* by name, open addressing */
    size_t slots;
    struct block *memory;
    bool failed;
};

/* One parse of one source. */
struct parse {
    const char *source;
    const char *const *arguments;
    int count;
    unsigned arch;         /* bits of the processors that it stands for; parsed for the first of them */
    const char *framework; /* "kmdf", "umdf"; NULL: neither */
    bool oldest;           /* of the framework: tells only which functions came later */
};

/* store.c: strings and entries, all freed by reference_free. */
void *keep(struct reference *r, size_t size);
char *keep_text(struct reference *r, const char *text);
char *keep_format(struct reference *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
void words_add(struct reference *r, struct words *words, const char *word);
/* The entry of that name; a new one, with no header yet, where there is none. */
struct entry *entry_get(struct reference *r, const char *name);
struct entry *entry_find(const struct reference *r, const char *name);
void entries_sort(struct reference *r);
void reference_free(struct reference *r);
_Noreturn void die(const char *what, const char *name);

/* collect.c */
void collect(struct reference *r, const struct parse *parse);
/* After all sources: types that were declared before what they stand for find it. */
void collect_finish(struct reference *r);

/* record.c: "struct _X { … };" with offsets, and "enum …". Offsets are those of amd64, which arm64 shares but where the
 * headers say otherwise. */
const char *record_text(struct reference *r, CXCursor record, const char *name);
const char *enumeration_text(struct reference *r, CXCursor enumeration, const char *name);
/* "PVOID Name[4]": a declaration of `name` with the type that is spelled `type`. */
const char *declare(struct reference *r, const char *type, const char *name);
/* A string of libclang's, kept. */
const char *keep_clang(struct reference *r, CXString text);

/* irql.c: of sorted entries. */
void irql_limits_write(const struct reference *r, FILE *out);
/* contract.c: the fields of a record that callbacks are stored in, and the lines of contracts.tsv. */
void contract_collect(struct reference *r, struct entry *e, CXCursor record);
void contract_write(const struct reference *r, const struct entry *e, FILE *out);

/* page.c */
const char *kind_name(enum kind kind);
/* The page of an entry as Markdown that reads well on a terminal, too. */
void page_write(const struct reference *r, const struct entry *e, FILE *out);
/* A line of names.tsv: name, kind, header, name of its page (empty: it has none), text. */
void name_write(const struct entry *e, FILE *out);
/* What its page is called. */
const char *title_of(const struct entry *e);
bool has_page(const struct entry *e);

#endif
