/* The parameters that tell where a check stands; `cwdk explain --bugcheck` takes them apart (cwdk/explain). */
#ifndef WDK_LIB_PANIC_PARAMETERS_H
#define WDK_LIB_PANIC_PARAMETERS_H

#include <wdk/panic.h>

/* FNV-1a of the file's name. */
static inline uint32_t wdk_panic_hash(const char *file)
{
    uint32_t hash = 2166136261u;
    for (; *file; file++)
        hash = (hash ^ (uint8_t)*file) * 16777619u;
    return hash;
}

static inline uint64_t wdk_panic_place(const struct wdk_panic_site *site)
{
    return (uint64_t)wdk_panic_hash(site->file) << 32 | (uint64_t)site->kind << 24 | (site->line & 0xFFFFFF);
}

/* The first eight characters, the first one lowest, so that a dump of the parameter's bytes reads as text. */
static inline uint64_t wdk_panic_file(const struct wdk_panic_site *site)
{
    uint64_t text = 0;
    for (unsigned i = 0; i < 8 && site->file[i]; i++)
        text |= (uint64_t)(uint8_t)site->file[i] << (8 * i);
    return text;
}

#endif
