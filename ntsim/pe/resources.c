/* The resource tree, and the version resource in it. */
#include "ntsim/pe/image.h"
#include "ntsim/pe/bytes.h"

/* --- the tree: type, name, language, then the data --- */

/* Finds in the folder at `offset` of the directory the entry with the id, or the first one where `id` is
 * NULL. Gives the entry's second word. */
static enum pe_step folder_entry(const struct pe_image *image, uint64_t offset, const uint32_t *id, uint32_t *word,
                                 struct pe_error *error)
{
    const struct pe_range *range = &image->directories[PE_DIR_RESOURCE];
    const uint64_t at = range->rva + offset;
    const uint8_t *folder = at <= UINT32_MAX ? pe_at(image, (uint32_t)at, PE_RES_HEADER) : NULL;
    if (!folder)
        return broken(image, error, PE_FAULT_RESOURCE, at);
    const uint32_t count = (uint32_t)read16(folder + PE_RES_NAMED) + read16(folder + PE_RES_IDS);
    if (count > PE_LIMIT_RESOURCE_ENTRIES)
        return broken(image, error, PE_FAULT_LIMIT, at);
    folder = pe_at(image, (uint32_t)at, PE_RES_HEADER + count * PE_RES_ENTRY);
    if (!folder)
        return broken(image, error, PE_FAULT_RESOURCE, at);
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *entry = folder + PE_RES_HEADER + (size_t)i * PE_RES_ENTRY;
        if (id && read32(entry) != *id)
            continue;
        *word = read32(entry + 4);
        return PE_ITEM;
    }
    return PE_END;
}

enum pe_step pe_resource(const struct pe_image *image, uint32_t type, const uint8_t **data, uint32_t *size,
                         struct pe_error *error)
{
    if (!directory_present(image, PE_DIR_RESOURCE))
        return PE_END;
    const uint32_t rva = image->directories[PE_DIR_RESOURCE].rva;
    uint32_t word = PE_RES_SUBFOLDER;
    for (unsigned depth = 0; depth < 3; depth++) {
        if (!(word & PE_RES_SUBFOLDER))
            return broken(image, error, PE_FAULT_RESOURCE, (uint64_t)rva + word);
        const enum pe_step step = folder_entry(image, word & ~PE_RES_SUBFOLDER, depth ? NULL : &type, &word, error);
        if (step != PE_ITEM)
            return step;
    }
    const uint64_t at = (uint64_t)rva + word;
    const uint8_t *leaf = at <= UINT32_MAX ? pe_at(image, (uint32_t)at, PE_RES_DATA) : NULL;
    if (!leaf)
        return broken(image, error, PE_FAULT_RESOURCE, at);
    *size = read32(leaf + PE_RES_DATA_SIZE);
    *data = pe_at(image, read32(leaf + PE_RES_DATA_RVA), *size);
    return *data ? PE_ITEM : broken(image, error, PE_FAULT_RESOURCE, at);
}

/* --- the version resource: nested blocks of length, value length, type, key, value, children --- */

struct block {
    const uint8_t *value, *children, *end;
    uint32_t value_length; /* bytes; UTF-16 units where `is_text` */
    bool is_text;
    struct pe_text key;
};

enum { BLOCK_HEADER = 6 };

static const uint8_t *align4(const uint8_t *base, const uint8_t *p)
{
    return base + (((size_t)(p - base) + 3) & ~(size_t)3);
}

/* Reads the block at `at`, which ends at or before `end`. Positions are aligned relative to `base`. */
static bool read_block(const uint8_t *base, const uint8_t *at, const uint8_t *end, struct block *out)
{
    if (at > end || end - at < BLOCK_HEADER)
        return false;
    const uint16_t length = read16(at), value_length = read16(at + 2), type = read16(at + 4);
    if (length < BLOCK_HEADER || length > end - at)
        return false;
    *out = (struct block){.end = at + length, .value_length = value_length, .is_text = type == 1};
    const uint8_t *key = at + BLOCK_HEADER, *p = key;
    while (out->end - p >= 2 && read16(p))
        p += 2;
    if (out->end - p < 2)
        return false;
    out->key = (struct pe_text){key, (uint32_t)(p - key) / 2};
    out->value = align4(base, p + 2);
    const size_t value_bytes = out->is_text ? (size_t)value_length * 2 : value_length;
    if (out->value > out->end) /* no value and no children: nothing stands behind the key */
        out->value = out->end;
    if (value_bytes > (size_t)(out->end - out->value)) {
        if (!out->is_text)
            return false;
        /* some compilers count bytes, not units, in a text's length */
        out->value_length = (uint32_t)(out->end - out->value) / 2;
        out->children = out->end;
    } else {
        out->children = align4(base, out->value + value_bytes);
        if (out->children > out->end)
            out->children = out->end;
    }
    return true;
}

static bool key_is(const struct block *block, const char *text)
{
    uint32_t i = 0;
    for (; text[i]; i++)
        if (i >= block->key.units || read16(block->key.data + (size_t)i * 2) != (unsigned char)text[i])
            return false;
    return i == block->key.units;
}

static struct pe_text block_text(const struct block *block)
{
    struct pe_text text = {block->value, block->value_length};
    while (text.units && !read16(text.data + (size_t)(text.units - 1) * 2))
        text.units--;
    return text;
}

static bool read_string_table(const uint8_t *base, const struct block *table, struct pe_version *out)
{
    for (const uint8_t *p = table->children; p < table->end;) {
        struct block string;
        if (!read_block(base, p, table->end, &string))
            return false;
        if (out->string_count == PE_LIMIT_VERSION_STRINGS)
            return false;
        out->strings[out->string_count++] = (struct pe_version_string){string.key, block_text(&string), table->key};
        p = align4(base, string.end);
    }
    return true;
}

static bool read_string_info(const uint8_t *base, const struct block *info, struct pe_version *out)
{
    for (const uint8_t *p = info->children; p < info->end;) {
        struct block table;
        if (!read_block(base, p, info->end, &table) || !read_string_table(base, &table, out))
            return false;
        p = align4(base, table.end);
    }
    return true;
}

static void read_fixed(const uint8_t *fixed, struct pe_version *out)
{
    for (size_t i = 0; i < 2; i++) { /* high word first; inside of it the upper half first */
        const uint32_t file = read32(fixed + PE_VERSION_FILE_HIGH + i * 4);
        const uint32_t product = read32(fixed + PE_VERSION_PRODUCT_HIGH + i * 4);
        out->file[i * 2] = (uint16_t)(file >> 16);
        out->file[i * 2 + 1] = (uint16_t)file;
        out->product[i * 2] = (uint16_t)(product >> 16);
        out->product[i * 2 + 1] = (uint16_t)product;
    }
    out->flags = read32(fixed + PE_VERSION_FLAGS) & read32(fixed + PE_VERSION_FLAGS_MASK);
    out->type = read32(fixed + PE_VERSION_TYPE);
    out->subtype = read32(fixed + PE_VERSION_SUBTYPE);
}

enum pe_step pe_version(const struct pe_image *image, struct pe_version *out, struct pe_error *error)
{
    const uint8_t *data;
    uint32_t size;
    const enum pe_step step = pe_resource(image, PE_RES_TYPE_VERSION, &data, &size, error);
    if (step != PE_ITEM)
        return step;
    *out = (struct pe_version){0};
    struct block root;
    bool sound = read_block(data, data, data + size, &root) && key_is(&root, "VS_VERSION_INFO");
    if (sound && root.value_length >= PE_VERSION_FIXED_SIZE && read32(root.value) == PE_VERSION_SIGNATURE)
        read_fixed(root.value, out);
    for (const uint8_t *p = sound ? root.children : NULL; sound && p < root.end;) {
        struct block child;
        sound = read_block(data, p, root.end, &child) &&
                (!key_is(&child, "StringFileInfo") || read_string_info(data, &child, out));
        if (sound)
            p = align4(data, child.end);
    }
    if (sound)
        return PE_ITEM;
    fail_at(error, PE_FAULT_RESOURCE, (uint64_t)(data - image->data));
    return PE_BROKEN;
}
