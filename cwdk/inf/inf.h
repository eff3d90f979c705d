/*
 * Setup information files: what Windows reads to install a driver, with the place of every piece.
 *
 * A file is read once into a `struct inf`, which lies whole in the arena of the reader; every string is
 * UTF-8, ended by a NUL, and lives as long as that arena. Names (sections, keys, files, tokens) compare
 * without regard to ASCII case, as SetupAPI compares them. Lines and columns count from 1, columns in
 * characters.
 *
 * Two spellings of every field are kept: `text` as it stands in the file (quotes and continuations undone)
 * and `value` after the %tokens% of [Strings] are put in and %% became %. A token that no [Strings] section
 * defines stays as it is: %13% and the like are directory ids for the installer.
 *
 * Sources of the facts: the INF reference in Microsoft's public driver documentation (general syntax rules,
 * Manufacturer, Models, DDInstall, SourceDisksFiles, DestinationDirs, CopyFiles, Version, dirids).
 */
#ifndef CWDK_INF_INF_H
#define CWDK_INF_INF_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"
#include "cwdk/host/memory.h"

#include <stdint.h>

/* Limits of SetupAPI, in characters without the terminator. */
#define INF_FIELD_LIMIT   4095
#define INF_SECTION_LIMIT 255
/* Our own, so that hostile input stays cheap. */
#define INF_FILE_LIMIT        ((size_t)64 * 1024 * 1024)
#define INF_LINE_FIELDS_LIMIT 65536
#define INF_ERROR_LIMIT       50 /* errors of syntax after which reading stops */

enum inf_encoding { INF_ANSI, INF_UTF8, INF_UTF16LE, INF_UTF16BE };

struct inf_field {
    const char *text;
    const char *value;
    uint32_t line, column;
    uint32_t offset, length; /* the raw span in inf.text, quotes included */
    bool quoted;             /* part of it stood in quotes */
    bool literal;            /* stands in [Strings]: its % signs are plain text */
};

struct inf_line {
    const struct inf_field *key; /* what stands before "=", or NULL */
    const struct inf_field *fields;
    size_t count;
    uint32_t line, column;
};

struct inf_section {
    const char *name; /* as spelled where it first opens */
    const struct inf_line *lines;
    size_t count;
    uint32_t line, column;        /* of the first opening bracket */
    unsigned parts;               /* how often the section opens; the parts are merged */
    uint32_t body;                /* offset in inf.text where the first part's lines begin */
    const struct inf_names *keys; /* private: of a long section */
};

struct inf {
    const char *path; /* as given; names the file in diagnostics */
    enum inf_encoding encoding;
    bool byte_order_mark;
    bool repaired;    /* line ends of UTF-16 had been broken by a text-mode tool; undone while reading */
    const char *text; /* the whole file as UTF-8, line ends as found, without the byte order mark */
    size_t size;
    const struct inf_section *sections; /* in the order of their first opening */
    size_t count;
    const struct inf_line *lines; /* of all sections, section by section */
    size_t line_count;
    const struct inf_names *section_names, *strings, *decorated_names; /* private, with the next */
    const struct inf_decorated *decorated;
};

/* Reads a file, or bytes that are called `path`. Reports every error of syntax (up to INF_ERROR_LIMIT) and
 * then returns NULL; warnings do not stop it. */
struct inf *inf_read(const char *path, struct arena *a, struct diag *d);
struct inf *inf_parse(const char *path, struct bytes content, struct arena *a, struct diag *d);

/* ---- Sections, lines, fields ---- */

const struct inf_section *inf_section(const struct inf *inf, const char *name);
/* The first line with that key, or the next one after `line`; NULL when there is none. */
const struct inf_line *inf_line(const struct inf_section *section, const char *key);
const struct inf_line *inf_line_next(const struct inf_section *section, const struct inf_line *line, const char *key);
/* The value of a line's field number `index` (0 is the first after "="), or "" where the line has fewer. */
const char *inf_field_value(const struct inf_line *line, size_t index);
/* The value of the first field of the first line with that key, or NULL. */
const char *inf_value(const struct inf *inf, const char *section, const char *key);
/* The definition of a string token in any language, or NULL. */
const struct inf_line *inf_string(const struct inf *inf, const char *token);

struct diag_place inf_place_of_field(const struct inf *inf, const struct inf_field *field);
struct diag_place inf_place_of_line(const struct inf *inf, const struct inf_line *line);
struct diag_place inf_place_of_section(const struct inf *inf, const struct inf_section *section);

bool inf_same(const char *a, const char *b); /* equal but for ASCII case */
/* A number as SetupAPI reads it: decimal, or hexadecimal after 0x; a leading sign. False where it is none. */
bool inf_number(const char *text, int64_t *out);

/* ---- Architectures, versions, decorations ---- */

enum inf_arch { INF_ARCH_NONE, INF_ARCH_X86, INF_ARCH_AMD64, INF_ARCH_IA64, INF_ARCH_ARM, INF_ARCH_ARM64 };

const char *inf_arch_name(enum inf_arch arch); /* "amd64"; "" for none */
bool inf_arch_parse(const char *text, enum inf_arch *out);

struct inf_version {
    unsigned major, minor, build;
};
int inf_version_compare(struct inf_version a, struct inf_version b);

/* The system that a package is looked at for. */
struct inf_target {
    enum inf_arch arch;
    struct inf_version version;
    unsigned product_type; /* 1 workstation, 2 domain controller, 3 server */
    unsigned suite_mask;
};

/* A TargetOSVersion: NT[arch][.[major][.[minor][.[product type][.[suite mask][.build]]]]] */
struct inf_decoration {
    const char *text; /* as spelled, "NTamd64.10.0...16299"; "" for an undecorated section */
    enum inf_arch arch;
    bool has_version; /* major given */
    struct inf_version version;
    unsigned product_type, suite_mask; /* 0: any */
};

/* `text` without a leading dot. False where it is no such decoration. `out->text` is `text`. */
bool inf_decoration_parse(const char *text, struct inf_decoration *out);
/* Would Windows consider a section of this decoration on that system? */
bool inf_decoration_applies(const struct inf_decoration *decoration, const struct inf_target *target);
/* Which of two that apply is the closer one: > 0 for `a`. Version first, then product type, suite,
 * architecture. */
int inf_decoration_compare(const struct inf_decoration *a, const struct inf_decoration *b);

/* ---- What a package says ---- */

/* One (manufacturer, decoration) pair of [Manufacturer]. */
struct inf_models {
    const struct inf_line *manufacturer;
    const struct inf_field *target; /* the decoration's field, or NULL for the undecorated section */
    struct inf_decoration decoration;
    bool decoration_valid;
    const char *section_name;          /* "Standard.NTamd64.10.0...16299" */
    const struct inf_section *section; /* NULL where it is missing */
};
/* All pairs, in the order of the file; `count` is set. Nothing is reported: inf_verify does that. */
struct inf_models *inf_models(const struct inf *inf, struct arena *a, size_t *count);

struct inf_device {
    const struct inf_models *models;
    const struct inf_line *line;
    const char *description;
    const char *install; /* the install section's name without decoration */
    const char *hardware_id;
    const char **compatible_ids; /* ended by NULL */
};
/* The devices of all models sections that serve the architecture (INF_ARCH_NONE: of all). */
struct inf_device *inf_devices(const struct inf *inf, enum inf_arch arch, struct arena *a, size_t *count);

/* The install section that Windows takes for a name: NAME.NTarch, then NAME.NT, then NAME; NULL where none
 * is. Where there are sections with a version decoration that applies to `target`, the closest wins. */
const struct inf_section *inf_install_section(const struct inf *inf, const char *name, const struct inf_target *target);

/* One file that the package brings. */
struct inf_file {
    const char *source;                /* name in the package */
    const char *folder;                /* its folder in the package, with '/', "" for the INF's own */
    const char *path;                  /* folder and name joined */
    const char *target;                /* name after copying */
    unsigned dirid;                    /* destination; 0 where no [DestinationDirs] entry tells */
    const char *subdir;                /* below the dirid, as spelled, or "" */
    bool listed;                       /* has an entry in [SourceDisksFiles] */
    const struct inf_field *field;     /* where the INF asks for it */
    const struct inf_section *section; /* the file list section, or the one with CopyFiles=@file */
};
/* Every file that an install section copies on the architecture: CopyFiles (lists and @file) and CopyINF of
 * all sections that the INF's own models, DefaultInstall, class installer sections and Needs lead to. Sorted
 * by path, each path once. A file without an entry in [SourceDisksFiles] is in the list, too, with `listed`
 * false and the INF's folder. */
struct inf_file *inf_files(const struct inf *inf, enum inf_arch arch, struct arena *a, size_t *count);

struct inf_catalog {
    const char *name;       /* "echo.cat" */
    const char *decoration; /* "" or "NTamd64" ... of CatalogFile.NTamd64 */
    const struct inf_line *line;
};
struct inf_catalog *inf_catalogs(const struct inf *inf, struct arena *a, size_t *count);
/* The catalog that counts on the architecture: CatalogFile.NTarch, CatalogFile.NT, CatalogFile; NULL where
 * none is named. */
const char *inf_catalog_for(const struct inf *inf, enum inf_arch arch);

struct inf_driver_ver {
    unsigned month, day, year;
    unsigned version[4]; /* 0.0.0.0 where none is given */
    bool has_version;
};
/* "mm/dd/yyyy" (or with -), a day that exists, into month, day and year. */
bool inf_date_parse(const char *text, struct inf_driver_ver *out);
/* One to four numbers up to 65535 between dots; missing ones are 0. */
bool inf_version_parse(const char *text, unsigned version[4]);
/* Parses "mm/dd/yyyy,w.x.y.z" out of a line's fields. False where the date or version is malformed. */
bool inf_driver_ver_parse(const struct inf_line *line, struct inf_driver_ver *out);
/* [Version] DriverVer, with the closest decorated form first. False where it is missing or malformed. */
bool inf_driver_ver(const struct inf *inf, enum inf_arch arch, struct inf_driver_ver *out);

/* The distinct decorations that serve the architecture, from [Manufacturer] and [DefaultInstall.*]. */
struct inf_decoration *inf_targets(const struct inf *inf, enum inf_arch arch, struct arena *a, size_t *count);
/* The lowest system version that they promise to serve; zeroes where one has no version. False where the INF
 * serves the architecture in no way. */
bool inf_lowest_version(const struct inf *inf, enum inf_arch arch, struct inf_version *out);

#endif
