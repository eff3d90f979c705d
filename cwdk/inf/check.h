/* What the files that verify share. Private to the engine. */
#ifndef CWDK_INF_CHECK_H
#define CWDK_INF_CHECK_H

#include "cwdk/diag/codes.h"
#include "cwdk/inf/verify.h"
#include "cwdk/inf/walk.h"

struct check {
    const struct inf *inf;
    enum inf_mode mode;
    enum inf_arch arch; /* the one looked at now */
    struct diag *diag;
    struct arena *arena;
    size_t reported, errors;
    bool extension; /* Class = Extension */
    /* A section that something refers to is missing: which of the others was meant, and what it holds, is not known. */
    bool missing_section, missing_list;

    /* for the architecture looked at now */
    struct inf_walk walk;
    struct inf_file *files;
    size_t file_count;
    const struct inf_names *copied; /* where files go; set by check_services */
    struct inf_version lowest;      /* the oldest system that the INF serves */
};

/* Reports under the severity that the code has in the mode; says a thing once for a place. False where it was not said
 * (a rule that the mode does not know, a repetition, or too many findings), so that the caller gives no help for it. */
bool check_report(struct check *c, const char *code, struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same, but no more than a warning. */
bool check_warn(struct check *c, const char *code, struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The first systems with AddFilter (1903), and with driver reflectors that want Include and Needs (Windows 11). */
#define FIRST_ADD_FILTER ((struct inf_version){10, 0, 18362})
#define FIRST_WINDOWS_11 ((struct inf_version){10, 0, 22000})

/* The parts, each over the whole INF. Those with an architecture look at c->walk and c->files. */
void check_version(struct check *c);
void check_strings(struct check *c);
void check_models(struct check *c);
void check_sections(struct check *c); /* references, repetitions, sections that nothing uses */
void check_disks(struct check *c);
void check_install(struct check *c);  /* per architecture */
void check_files(struct check *c);    /* per architecture */
void check_services(struct check *c); /* per architecture */
void check_registry(struct check *c); /* per architecture */
void check_items(struct check *c);   /* per architecture: WDF, interfaces, filters, components, software, COM, events */
void check_network(struct check *c); /* per architecture: network filters and protocols */
void check_display(struct check *c); /* per architecture: class Display */
void check_camera(struct check *c);  /* per architecture: class Camera */
void check_audio(struct check *c);   /* per architecture: classes MEDIA and AudioProcessingObject */
void check_conflicts(struct check *c); /* per architecture: what install sections set differently */
void check_events(struct check *c);    /* per architecture: event channels */

#define NEAR_CANDIDATES 4096 /* a file with more names is no work of a person, and is not searched */
/* The name closest to `name` that belongs to one of the INF's sections, near enough to be meant; NULL where there is
 * none. */
const char *check_nearest_section(const struct check *c, const char *name);
/* The same over a list of names that ends with NULL. */
const char *check_nearest(const char *name, const char *const *names);

/* {XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX} */
bool check_is_guid(const char *text);
/* "%13%\sub\x.sys" into 13 and "sub\x.sys"; false where it does not begin with a directory id. */
bool check_split_dirid(const char *path, int64_t *dirid, const char **rest);
bool check_dirid_known(int64_t dirid);
/* A security descriptor in SDDL; `*bad` points at what is wrong. */
bool check_sddl(const char *text, const char **bad);

/* A device setup class that Windows knows. */
enum class_use { CLASS_VENDOR, CLASS_RESERVED, CLASS_SAMPLE };
struct device_class {
    const char *name, *guid;
    enum class_use use;
};
const struct device_class *class_by_name(const char *name);
const struct device_class *class_by_guid(const char *guid);

/* Is the use part of a [DefaultUninstall] that says that only old systems carry it out? */
bool check_legacy_uninstall(const struct check *c, const struct inf_use *use);
/* The root section that a use was reached from. */
const struct inf_section *check_root(const struct inf_use *use);

#endif
