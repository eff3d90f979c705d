/* The import directory and the delay-load directory: modules, and the functions asked of each. */
#include "ntsim/pe/image.h"
#include "ntsim/pe/bytes.h"

#include <string.h>

static bool all_zero(const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

static enum pe_step static_module(const struct pe_image *image, const uint8_t *descriptor,
                                  struct pe_import_module *module)
{
    const uint32_t name = read32(descriptor + PE_IMPORT_NAME);
    /* The loader stops at the first descriptor without a name or an address table. */
    if (!name || !read32(descriptor + PE_IMPORT_ADDRESS))
        return PE_END;
    module->name = pe_string(image, name);
    module->bound = read32(descriptor + PE_IMPORT_TIME) != 0;
    module->address_rva = read32(descriptor + PE_IMPORT_ADDRESS);
    module->lookup_rva = read32(descriptor + PE_IMPORT_LOOKUP);
    if (!module->lookup_rva) /* old linkers leave it out: the address table itself still has the names */
        module->lookup_rva = module->address_rva;
    return PE_ITEM;
}

static enum pe_step delayed_module(const struct pe_image *image, const uint8_t *descriptor,
                                   struct pe_import_module *module)
{
    if (all_zero(descriptor, PE_DELAY_SIZE))
        return PE_END;
    if (!(read32(descriptor + PE_DELAY_ATTRIBUTES) & 1)) /* absolute addresses: only in 32-bit images */
        return PE_BROKEN;
    module->name = pe_string(image, read32(descriptor + PE_DELAY_NAME));
    module->bound = read32(descriptor + PE_DELAY_TIME) != 0;
    module->address_rva = read32(descriptor + PE_DELAY_ADDRESS);
    module->lookup_rva = read32(descriptor + PE_DELAY_LOOKUP);
    return PE_ITEM;
}

enum pe_step pe_import_module(const struct pe_image *image, struct pe_import_walk *walk,
                              struct pe_import_module *module, struct pe_error *error)
{
    const bool delayed = walk->kind == PE_IMPORTS_DELAYED;
    const enum pe_directory which = delayed ? PE_DIR_DELAY_IMPORT : PE_DIR_IMPORT;
    const uint32_t size = delayed ? (uint32_t)PE_DELAY_SIZE : (uint32_t)PE_IMPORT_SIZE;
    walk->lookup = 0;
    if (!directory_present(image, which))
        return PE_END;

    const uint64_t at = (uint64_t)image->directories[which].rva + (uint64_t)walk->module * size;
    const uint8_t *descriptor = at <= UINT32_MAX ? pe_at(image, (uint32_t)at, size) : NULL;
    if (!descriptor)
        return broken(image, error, PE_FAULT_IMPORT, at);
    if (walk->module == PE_LIMIT_MODULES)
        return broken(image, error, PE_FAULT_LIMIT, at);

    const enum pe_step step =
        delayed ? delayed_module(image, descriptor, module) : static_module(image, descriptor, module);
    if (step == PE_END)
        return PE_END;
    if (step == PE_BROKEN || !module->name)
        return broken(image, error, PE_FAULT_IMPORT, at);
    walk->module++;
    walk->lookup = module->lookup_rva;
    walk->slot = module->address_rva;
    return PE_ITEM;
}

enum pe_step pe_import(const struct pe_image *image, struct pe_import_walk *walk, struct pe_import *import,
                       struct pe_error *error)
{
    if (!walk->lookup)
        return PE_END;
    const uint8_t *entry = pe_at(image, walk->lookup, 8);
    if (!entry || walk->slot > UINT32_MAX - 8)
        return broken(image, error, PE_FAULT_IMPORT, walk->lookup);
    const uint64_t value = read64(entry);
    if (!value) {
        walk->lookup = 0;
        return PE_END;
    }
    if (walk->imports++ == PE_LIMIT_IMPORTS)
        return broken(image, error, PE_FAULT_LIMIT, walk->lookup);

    *import = (struct pe_import){.slot_rva = walk->slot};
    if (value & PE_IMPORT_BY_ORDINAL) {
        import->ordinal = (uint16_t)value;
    } else {
        const uint8_t *hint = value <= INT32_MAX ? pe_at(image, (uint32_t)value, 2) : NULL;
        import->name = hint ? pe_string(image, (uint32_t)value + 2) : NULL;
        if (!import->name)
            return broken(image, error, PE_FAULT_IMPORT, walk->lookup);
        import->hint = read16(hint);
        walk->bytes += (uint32_t)strlen(import->name);
        if (walk->bytes > PE_LIMIT_NAME_BYTES)
            return broken(image, error, PE_FAULT_LIMIT, walk->lookup);
    }
    walk->lookup += 8; /* an entry at the very end of the address space was refused by pe_at */
    walk->slot += 8;
    return PE_ITEM;
}
