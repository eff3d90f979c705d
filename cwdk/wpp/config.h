/*
 * What the trace preprocessor is told: trace functions, prefixes, suffixes, types.
 */
#ifndef CWDK_WPP_CONFIG_H
#define CWDK_WPP_CONFIG_H

#include "cwdk/project/list.h"
#include "cwdk/wpp/wpp.h"

struct wpp_parameter {
    const char *name;  /* LEVEL, FLAGS, MSG, "..." or a name of the driver's own */
    const char *value; /* fixed by NAME{LEVEL=…}; NULL: given by the call */
};

struct wpp_function {
    const char *name;
    struct wpp_parameter parameters[WPP_PARAMETERS]; /* the fixed ones first */
    size_t count;
    bool doubled;                /* Name((…)): a pair of parentheses more */
    size_t inner;                /* Name(LEVEL,(MSG,...)): arguments before the inner parentheses; 0: there are none */
    bool has_message, variadic;  /* MSG, ...; without MSG the first of ... is the message, if there is one */
    const char *prefix, *suffix; /* format strings; "" where there are none */
    const char *prefix_values[WPP_PARAMETERS], *suffix_values[WPP_PARAMETERS];
    size_t prefix_count, suffix_count;
    bool used; /* by a call of the source */
    struct wpp_function *next;
};

/* How a value travels: what the generated function takes, and what it makes of it. */
enum wpp_kind {
    WPP_CONSTANT, /* takes no value: %!FUNC! */
    WPP_NUMBER,   /* its bytes */
    WPP_ENUM,     /* the same, of an enumeration, which may be a scoped one */
    WPP_POINTER,  /* any pointer or integer, as an address */
    WPP_TEXT,     /* const char *, to the NUL */
    WPP_WIDE,     /* const wchar_t *, to the NUL */
    WPP_UNICODE,  /* UNICODE_STRING * */
    WPP_ANSI,     /* ANSI_STRING * */
    WPP_GUID,     /* GUID * */
    WPP_SID,      /* PSID */
    WPP_CUSTOM,   /* by a macro of the driver's own that names length and address pairs */
};

struct wpp_type {
    const char *name;   /* STATUS of %!STATUS! */
    const char *c_type; /* of the parameter */
    const char *macro;  /* of WPP_CUSTOM */
    struct wpp_type *next;
    enum wpp_kind kind;
    unsigned char in, out; /* how ETW calls it: "in" type and "out" type of self-describing events */
    unsigned char repeat;  /* elements of an array of fixed size; 0: it is none */
};

struct wpp_config {
    struct arena *a;
    struct diag *d;
    bool kernel;
    struct wpp_function *functions;
    struct wpp_type *types; /* the driver's own */
    struct list defines;    /* NAME=VALUE and NAME(x)=VALUE of WPP_FLAGS(-D…) */
};

/* Adds a function from its declaration "Name{LEVEL=X}(FLAGS,MSG,...)". */
bool wpp_add_function(struct wpp_config *c, const char *declaration, struct diag_place place);

/* Reads the configuration blocks of a file, or all of it where `whole`: an .ini. */
bool wpp_read_config(struct wpp_config *c, const char *path, bool whole);

/* "{71ae54db-…}" or without braces, as the value of WPP_CONTROL_GUIDS with the flags Error, Unusual and Noise; NULL
 * where it is no GUID. */
const char *wpp_control_guids(struct arena *a, const char *guid);

struct wpp_function *wpp_find_function(const struct wpp_config *c, const char *name, size_t length);

/* A type by the name between %! and !, or NULL. Case matters, except for those WPP itself has in two spellings. */
const struct wpp_type *wpp_find_type(const struct wpp_config *c, const char *name, size_t length);

/* Fills in and out types and the size of an array for a WPP item type: ItemPString. False where it is not known. */
bool wpp_item_type(const char *item, struct wpp_type *type);

/* The type of a conversion of printf: `size` is "", "h", "l", "ll", "I64", "I32", "I", "z" or "w". NULL where there is
 * none. */
const struct wpp_type *wpp_conversion_type(const char *size, char conversion);

/* Splits "a, f(b,c), d" at commas that stand in no parentheses, brackets, braces, quotes or comments. `text` has
 * `length` bytes. False where there are more than WPP_PARAMETERS. */
bool wpp_split(struct arena *a, const char *text, size_t length, const char **parts, size_t *count);

/* Steps over what cannot be code at p: a comment, a string, a character. Returns p itself where there is none of them;
 * NULL where it does not end before `end`. */
const char *wpp_skip(const char *p, const char *end);

#endif
