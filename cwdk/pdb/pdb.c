/* The info stream, the debug information (DBI) stream, and the counts of the two symbol hash tables. */
#include "cwdk/pdb/pdb.h"
#include "cwdk/diag/codes.h"
#include "cwdk/pdb/bytes.h"

#include <stdlib.h>
#include <string.h>

enum stream_number { STREAM_INFO = 1, STREAM_DBI = 3 };

enum info_field { INFO_VERSION = 0, INFO_SIGNATURE = 4, INFO_AGE = 8, INFO_GUID = 12, INFO_SIZE = 28 };

enum dbi_field {
    DBI_SIGNATURE = 0, /* -1: the header that is in use since 1999 */
    DBI_AGE = 8,
    DBI_GLOBALS = 12,
    DBI_PUBLICS = 16,
    DBI_MODULES_SIZE = 24,
    DBI_CONTRIBUTIONS_SIZE = 28,
    DBI_SECTION_MAP_SIZE = 32,
    DBI_SOURCES_SIZE = 36,
    DBI_FLAGS = 56,
    DBI_MACHINE = 58,
    DBI_SIZE = 64,
};
enum { DBI_FLAG_STRIPPED = 2 };

enum module_field {
    MODULE_STREAM = 34, /* its symbols */
    MODULE_SYMBOL_BYTES = 36,
    MODULE_C11_BYTES = 40,
    MODULE_C13_BYTES = 44,
    MODULE_SOURCES = 48,
    MODULE_SIZE = 64, /* then two strings, and padding to 4 */
};

/* The symbol that tells which compiler a module comes from. Versions are four numbers of 16 bits. */
enum { SYMBOLS_SIGNATURE = 4, SYMBOL_COMPILE3 = 0x113C };
enum compile3_field { COMPILE3_BACKEND = 4 + 4 + 2 + 8, COMPILE3_TEXT = COMPILE3_BACKEND + 8 };

/* The hash table both symbol streams have: a header, then `records` bytes of 8 for each symbol. */
enum hash_field { HASH_SIGNATURE = 0, HASH_RECORDS = 8, HASH_SIZE = 16, HASH_RECORD = 8 };
enum publics_field { PUBLICS_HASH_SIZE = 0, PUBLICS_SIZE = 28 };

static bool malformed(const struct msf *msf, struct diag *d, const char *what)
{
    return diag_error(d, CODE_PDB1004, diag_in_file(msf->path), "%s", what);
}

static bool read_info(const struct msf *msf, struct arena *a, struct pdb *out, struct diag *d)
{
    struct bytes info;
    if (!msf_stream(msf, STREAM_INFO, a, &info, d))
        return false;
    if (info.size < INFO_SIZE)
        return malformed(msf, d, "the info stream is too short to name the PDB's GUID");
    out->version = read32(info.data + INFO_VERSION);
    out->signature = read32(info.data + INFO_SIGNATURE);
    out->age = read32(info.data + INFO_AGE);
    memcpy(out->guid, info.data + INFO_GUID, sizeof out->guid);
    return true;
}

/* The string at *at, which is moved behind it; NULL where it has no end before `end`. */
static const char *take_string(const uint8_t **at, const uint8_t *end)
{
    const char *text = (const char *)*at;
    const uint8_t *nul = memchr(*at, 0, (size_t)(end - *at));
    if (!nul)
        return NULL;
    *at = nul + 1;
    return text;
}

/* LLVM puts its version into the first of the four numbers: 19017 is 19.1.7. */
static const char *compiler_name(const uint8_t *symbol, const uint8_t *end, struct arena *a)
{
    const uint8_t *text = symbol + COMPILE3_TEXT;
    const char *name = take_string(&text, end);
    const unsigned major = read16(symbol + COMPILE3_BACKEND), minor = read16(symbol + COMPILE3_BACKEND + 2),
                   build = read16(symbol + COMPILE3_BACKEND + 4), fix = read16(symbol + COMPILE3_BACKEND + 6);
    if (name && *name)
        return name;
    if (major >= 1000 && !minor && !build && !fix)
        return arena_format(a, "LLVM %u.%u.%u", major / 1000, major % 1000 / 10, major % 10);
    return arena_format(a, "compiler %u.%u.%u.%u", major, minor, build, fix);
}

/* NULL where the module's symbols do not tell. A stream that is none is no fault here: nothing else is read of it. */
static const char *find_compiler(struct bytes symbols, struct arena *a)
{
    const uint8_t *at = symbols.data, *const end = at + symbols.size;
    if (symbols.size < 4 || read32(at) != SYMBOLS_SIGNATURE)
        return NULL;
    for (at += 4; end - at >= 4;) {
        const size_t size = 2 + (size_t)read16(at);
        if (size < 4 || size > (size_t)(end - at))
            return NULL;
        if (read16(at + 2) == SYMBOL_COMPILE3)
            return size >= COMPILE3_TEXT ? compiler_name(at, at + size, a) : NULL;
        at += size;
    }
    return NULL;
}

/* A hostile file may give one stream to each of many modules, so no more is read than the file has bytes. */
static bool read_compiler(const struct msf *msf, uint16_t stream, size_t *left, struct arena *a,
                          struct pdb_module *module, struct diag *d)
{
    struct bytes symbols;
    if (stream >= msf->stream_count || !*left)
        return true;
    if (!msf_stream(msf, stream, a, &symbols, d))
        return false;
    *left -= symbols.size < *left ? symbols.size : *left;
    module->compiler = find_compiler(symbols, a);
    return true;
}

static bool read_modules(const struct msf *msf, const uint8_t *start, uint32_t size, struct arena *a, struct pdb *out,
                         struct diag *d)
{
    const uint8_t *const end = start + size;
    size_t left = msf->file.size;
    /* No record is shorter than its fixed part and two empty strings. */
    out->modules = arena_array(a, size / (MODULE_SIZE + 2) + 1, sizeof *out->modules);
    for (const uint8_t *at = start; at < end;) {
        if (end - at < MODULE_SIZE)
            return malformed(msf, d, "the list of modules ends inside of a record");
        struct pdb_module *module = &out->modules[out->module_count];
        module->symbol_bytes = read32(at + MODULE_SYMBOL_BYTES);
        module->line_bytes = read32(at + MODULE_C11_BYTES) + read32(at + MODULE_C13_BYTES);
        module->source_files = read16(at + MODULE_SOURCES);
        const uint16_t stream = read16(at + MODULE_STREAM);
        at += MODULE_SIZE;
        module->name = take_string(&at, end);
        module->object = module->name ? take_string(&at, end) : NULL;
        if (!module->object)
            return malformed(msf, d, "a module's name has no end");
        if (!read_compiler(msf, stream, &left, a, module, d))
            return false;
        out->module_count++;
        const size_t padding = (size_t)-(at - start) & 3;
        at += padding < (size_t)(end - at) ? padding : (size_t)(end - at);
    }
    return true;
}

static int compare_words(const void *left, const void *right)
{
    const uint32_t l = *(const uint32_t *)left, r = *(const uint32_t *)right;
    return (l > r) - (l < r);
}

/* The list of source files: counts of modules and files, two words a module, then for each module's files the
 * offset of its name. One name has one offset, so distinct offsets are distinct files. */
static bool read_sources(const struct msf *msf, const uint8_t *start, uint32_t size, struct arena *a, struct pdb *out,
                         struct diag *d)
{
    if (!size)
        return true;
    const uint32_t modules = size >= 4 ? read16(start) : UINT32_MAX;
    if (modules > (size - 4) / 4)
        return malformed(msf, d, "the list of source files is cut off");
    uint64_t files = 0;
    for (uint32_t i = 0; i < modules; i++)
        files += read16(start + 4 + (size_t)modules * 2 + (size_t)i * 2);
    const uint32_t offsets_at = 4 + modules * 4;
    if (files > (size - offsets_at) / 4)
        return malformed(msf, d, "the list of source files is cut off");
    uint32_t *offsets = arena_array(a, files + 1, sizeof *offsets);
    for (uint64_t i = 0; i < files; i++)
        offsets[i] = read32(start + offsets_at + i * 4);
    qsort(offsets, files, sizeof *offsets, compare_words);
    for (uint64_t i = 0; i < files; i++)
        out->source_file_count += !i || offsets[i] != offsets[i - 1];
    return true;
}

/* The number of symbols in the hash table that begins at `at` of the stream. */
static bool count_symbols(const struct msf *msf, uint32_t stream, uint32_t at, struct arena *a, uint32_t *count,
                          struct diag *d)
{
    struct bytes table;
    if (stream == MSF_NO_STREAM)
        return true;
    if (!msf_stream(msf, stream, a, &table, d))
        return false;
    if (table.size < at + HASH_SIZE || read32(table.data + at + HASH_SIGNATURE) != UINT32_MAX)
        return malformed(msf, d, "a symbol hash table has no valid header");
    const uint32_t bytes = read32(table.data + at + HASH_RECORDS);
    if (bytes > table.size - at - HASH_SIZE || bytes % HASH_RECORD)
        return malformed(msf, d, "a symbol hash table is larger than its stream");
    *count = bytes / HASH_RECORD;
    return true;
}

static bool read_dbi(const struct msf *msf, struct arena *a, struct pdb *out, struct diag *d)
{
    struct bytes dbi;
    if (msf->stream_count <= STREAM_DBI)
        return true;
    if (!msf_stream(msf, STREAM_DBI, a, &dbi, d))
        return false;
    if (!dbi.size)
        return true;
    if (dbi.size < DBI_SIZE || read32(dbi.data + DBI_SIGNATURE) != UINT32_MAX)
        return malformed(msf, d, "the debug information stream has no valid header");
    out->has_dbi = true;
    out->image_age = read32(dbi.data + DBI_AGE);
    out->machine = read16(dbi.data + DBI_MACHINE);
    out->stripped = read16(dbi.data + DBI_FLAGS) & DBI_FLAG_STRIPPED;

    const uint32_t modules = read32(dbi.data + DBI_MODULES_SIZE), sources = read32(dbi.data + DBI_SOURCES_SIZE);
    const uint64_t sources_at = (uint64_t)DBI_SIZE + modules + read32(dbi.data + DBI_CONTRIBUTIONS_SIZE) +
                                read32(dbi.data + DBI_SECTION_MAP_SIZE);
    if (sources_at > dbi.size || sources > dbi.size - sources_at)
        return malformed(msf, d, "the parts of the debug information stream are larger than the stream");
    return read_modules(msf, dbi.data + DBI_SIZE, modules, a, out, d) &&
           read_sources(msf, dbi.data + sources_at, sources, a, out, d) &&
           count_symbols(msf, read16(dbi.data + DBI_GLOBALS), 0, a, &out->global_count, d) &&
           count_symbols(msf, read16(dbi.data + DBI_PUBLICS), PUBLICS_SIZE, a, &out->public_count, d);
}

bool pdb_read(struct bytes file, const char *path, struct arena *a, struct pdb *out, struct diag *d)
{
    struct msf msf;
    if (!msf_open(file, path, a, &msf, d))
        return false;
    *out = (struct pdb){.block_size = msf.block_size, .block_count = msf.block_count, .stream_count = msf.stream_count};
    return read_info(&msf, a, out, d) && read_dbi(&msf, a, out, d);
}
