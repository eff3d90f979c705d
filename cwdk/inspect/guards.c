/* What guards an image: the table of hardening that a driver is expected to have. */
#include "cwdk/inspect/binary.h"

#include <string.h>

static enum guard_state yes_if(bool value)
{
    return value ? GUARD_YES : GUARD_NO;
}

static struct guard flag(const struct binary *b, const char *key, const char *title, unsigned bit)
{
    return (struct guard){key, title, yes_if(b->image.dll_characteristics & bit), NULL};
}

static struct guard control_flow(const struct binary *b, struct arena *a)
{
    struct guard g = {"control_flow_guard", "control-flow guard", GUARD_NO, NULL};
    if (!(b->image.dll_characteristics & PE_DLL_GUARD_CF))
        g.detail = "the header bit is not set";
    else if (!b->has_load_config || !(b->load_config.guard_flags & PE_GUARD_CF_INSTRUMENTED))
        g.detail = "the load configuration does not say that the code is instrumented";
    else if (!(b->load_config.guard_flags & PE_GUARD_CF_TABLE_PRESENT) || !b->load_config.guard_count)
        g.detail = "there is no table of valid call targets";
    else
        g = (struct guard){g.key, g.title, GUARD_YES,
                           arena_format(a, "%llu valid call targets", (unsigned long long)b->load_config.guard_count)};
    return g;
}

static struct guard cookie(const struct binary *b)
{
    struct guard g = {"stack_cookie", "stack cookies", GUARD_NO, "the load configuration names no security cookie"};
    if (b->has_load_config && b->load_config.cookie) {
        const struct pe_section *section = pe_section_of(&b->image, b->load_config.cookie);
        const bool writable = section && section->flags & PE_SECTION_WRITE;
        g.state = yes_if(writable);
        g.detail = writable ? NULL : "the security cookie does not lie in a writable section";
    }
    return g;
}

static struct guard writable_code(const struct binary *b, struct arena *a)
{
    struct guard g = {"no_writable_code", "write-protected code", GUARD_YES, NULL};
    for (unsigned i = 0; i < b->image.section_count; i++) {
        const struct pe_section *section = &b->image.sections[i];
        if (!(section->flags & PE_SECTION_WRITE) || !(section->flags & PE_SECTION_EXECUTE))
            continue;
        g.state = GUARD_NO;
        g.detail = arena_format(a, "section %s is both writable and executable", text_clean(a, section->name));
    }
    return g;
}

static struct guard discardable_init(const struct binary *b)
{
    struct guard g = {"init_discarded", "discardable INIT section", GUARD_NOT_APPLICABLE, "there is no INIT section"};
    for (unsigned i = 0; i < b->image.section_count; i++) {
        const struct pe_section *section = &b->image.sections[i];
        if (strcmp(section->name, "INIT") != 0)
            continue;
        g.state = yes_if(section->flags & PE_SECTION_DISCARDABLE);
        g.detail = NULL;
    }
    return g;
}

static struct guard unwind_data(const struct binary *b, struct arena *a)
{
    struct guard g = {"unwind_data", "unwind data", yes_if(b->functions), NULL};
    g.detail = b->functions ? arena_format(a, "%u functions", b->functions)
                            : "none, which is right only where no function calls another";
    return g;
}

static struct guard checksum(const struct binary *b, struct arena *a)
{
    const uint32_t computed = pe_checksum(&b->image);
    struct guard g = {"checksum", "valid checksum", yes_if(b->image.checksum == computed), NULL};
    if (g.state == GUARD_YES)
        return g;
    if (!b->image.checksum && b->image.subsystem != PE_SUBSYSTEM_NATIVE)
        return (struct guard){g.key, g.title, GUARD_NOT_APPLICABLE, "not set, and user mode does not ask for it"};
    g.detail = arena_format(a, "stored 0x%X, computed 0x%X", b->image.checksum, computed);
    return g;
}

static struct guard pdb_path(const struct binary *b, struct arena *a)
{
    struct guard g = {"pdb_path_bare", "bare PDB name", GUARD_NOT_APPLICABLE, "no PDB is named"};
    if (!b->has_pdb)
        return g;
    const bool bare = !strchr(b->pdb.path, '\\') && !strchr(b->pdb.path, '/');
    g.state = yes_if(bare);
    g.detail = bare ? NULL : arena_format(a, "the image tells %s", text_clean(a, b->pdb.path));
    return g;
}

struct guard *binary_guards(const struct binary *b, struct arena *a, size_t *count)
{
    const struct guard table[] = {
        flag(b, "nx", "no-execute data (NX)", PE_DLL_NX_COMPAT),
        flag(b, "dynamic_base", "random load address (ASLR)", PE_DLL_DYNAMIC_BASE),
        flag(b, "high_entropy_va", "high-entropy load address", PE_DLL_HIGH_ENTROPY_VA),
        control_flow(b, a),
        cookie(b),
        writable_code(b, a),
        discardable_init(b),
        unwind_data(b, a),
        checksum(b, a),
        pdb_path(b, a),
    };
    *count = sizeof table / sizeof *table;
    return arena_copy(a, table, sizeof table);
}
