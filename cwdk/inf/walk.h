/* Which sections an installation passes through, and in what role. Private to the engine. */
#ifndef CWDK_INF_WALK_H
#define CWDK_INF_WALK_H

#include "cwdk/inf/inf.h"

/* The roles a section can have. The order of the suffix kinds is that of the table in walk.c. */
enum inf_kind {
    INF_KIND_INSTALL,   /* DDInstall, DefaultInstall */
    INF_KIND_UNINSTALL, /* DefaultUninstall */
    INF_KIND_CLASS_INSTALL,
    INF_KIND_INTERFACE_CLASS, /* named in [InterfaceInstall32] */
    INF_KIND_SERVICES,        /* install sections with a suffix, from here ... */
    INF_KIND_HW,
    INF_KIND_COINSTALLERS,
    INF_KIND_INTERFACES,
    INF_KIND_FACTDEF,
    INF_KIND_LOGCONFIGOVERRIDE,
    INF_KIND_WMI,
    INF_KIND_WDF,
    INF_KIND_COMPONENTS,
    INF_KIND_SOFTWARE,
    INF_KIND_EVENTS,
    INF_KIND_COM,
    INF_KIND_NETDRIVERS,
    INF_KIND_FILTERS, /* ... to here */
    INF_KIND_SERVICE, /* service-install-section */
    INF_KIND_EVENT_LOG,
    INF_KIND_INTERFACE,
    INF_KIND_KMDF,
    INF_KIND_UMDF,
    INF_KIND_COMPONENT,
    INF_KIND_SOFTWARE_ITEM,
    INF_KIND_EVENT_PROVIDER,
    INF_KIND_CHANNEL,
    INF_KIND_COM_SERVER,
    INF_KIND_COM_CLASS,
    INF_KIND_FILTER,
    INF_KIND_NET_COMPONENT,
    INF_KIND_WMI_INTERFACE,
    INF_KIND_TRIGGER,
    INF_KIND_FAILURE_ACTIONS,
    INF_KIND_AUTOLOGGER,
    INF_KIND_AUTOLOGGER_PROVIDER,
    INF_KIND_ADDREG, /* lists without directives from here on */
    INF_KIND_DELREG,
    INF_KIND_BITREG,
    INF_KIND_COPYFILES,
    INF_KIND_DELFILES,
    INF_KIND_RENFILES,
    INF_KIND_ADDPROPERTY,
    INF_KIND_DELPROPERTY,
    INF_KIND_POWERSETTING,
    INF_KIND_SECURITY,
    INF_KIND_LOGCONFIG,
    INF_KIND_REGISTERDLLS,
    INF_KIND_PROFILEITEMS,
    INF_KIND_INI, /* UpdateInis, UpdateIniFields, Ini2Reg */
    INF_KIND_COUNT
};

/* One use of a section, or of the name of a section that is not there. */
struct inf_use {
    enum inf_kind kind;
    const char *name;
    const struct inf_section *section; /* NULL: not in this INF */
    const struct inf_use *from;        /* the use that refers to this one; NULL for a root */
    const struct inf_line *line;       /* the line that refers; NULL for what Windows finds by its name */
    const struct inf_field *field;     /* the referring field, or NULL */
    const char *directive;             /* "CopyFiles", "Needs", "Models" ..., or NULL */
    const char *base; /* of install sections: the name without decoration; of their suffix sections, too */
};

struct inf_walk {
    struct inf_use **uses; /* breadth first from the roots; each (section, kind) once, missing ones each time */
    size_t count;
};

/* From the models of the architecture (INF_ARCH_NONE: all), DefaultInstall, DefaultUninstall, ClassInstall32
 * and InterfaceInstall32. */
struct inf_walk inf_walk(const struct inf *inf, enum inf_arch arch, struct arena *a);

/* ".Services" and its like; NULL for kinds that are no suffix sections. */
const char *inf_kind_suffix(enum inf_kind kind);
/* What a person calls it: "file list", "service". */
const char *inf_kind_name(enum inf_kind kind);
/* Does the directive of that name stand for sections of some kind where a section of `kind` may hold it? */
bool inf_directive_known(enum inf_kind kind, const char *directive);

/* A section NAME.DECORATION, chained by NAME. */
struct inf_decorated {
    struct inf_decoration decoration;
    uint32_t section, next;
};
/* Fills in inf->decorated_names and inf->decorated. */
void inf_index_decorated(struct inf *inf, struct arena *a);

/* The sections of an install name that some system of the architecture takes; calls `visit` for each. Returns
 * how many. */
size_t inf_install_variants(const struct inf *inf, const char *name, enum inf_arch arch,
                            void (*visit)(void *context, const struct inf_section *section,
                                          const struct inf_decoration *decoration),
                            void *context);

/* All copied files in the order found, not merged. */
struct inf_file *inf_files_of_walk(const struct inf *inf, const struct inf_walk *walk, enum inf_arch arch,
                                   struct arena *a, size_t *count);
/* The entry of a source file: [SourceDisksFiles.arch], then [SourceDisksFiles]; NULL where there is none. */
const struct inf_line *inf_source_entry(const struct inf *inf, const char *file, enum inf_arch arch,
                                        const struct inf_section **section);
/* The entry of a disk id, the same way. */
const struct inf_line *inf_disk_entry(const struct inf *inf, const char *id, enum inf_arch arch);

#endif
