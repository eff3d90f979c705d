/* The byte ranges of Authenticode hashes. */
#include "ntsim/pe/authenticode.h"
#include "ntsim/pe/format.h"

#include <string.h>

static uint16_t get16(const uint8_t *p)
{
    return (uint16_t)(p[0] | p[1] << 8);
}

static uint32_t get32(const uint8_t *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static const char *read_sections(const uint8_t *table, unsigned count, size_t size, struct authenticode_layout *layout)
{
    if (count > AUTHENTICODE_SECTIONS)
        return "it has more than 96 sections";
    for (unsigned i = 0; i < count; i++) {
        const uint8_t *header = table + (size_t)i * PE_SECTION_SIZE;
        const struct authenticode_range raw = {get32(header + PE_SECTION_RAW_OFFSET),
                                               get32(header + PE_SECTION_RAW_SIZE)};
        if (!raw.size)
            continue;
        if (raw.offset + raw.size > size)
            return "a section lies outside of the file";
        struct authenticode_section *section = &layout->sections[layout->section_count++];
        memcpy(section->name, header + PE_SECTION_NAME, PE_SECTION_NAME_SIZE);
        section->rva = get32(header + PE_SECTION_RVA);
        section->raw = raw;
    }
    return NULL;
}

/* Cuts [start, end) around the checksum and the certificate entry. */
static void cut(uint64_t checksum, uint64_t entry, uint64_t end, struct authenticode_range out[AUTHENTICODE_RANGES])
{
    out[0] = (struct authenticode_range){0, checksum};
    out[1] = (struct authenticode_range){checksum + 4, entry - checksum - 4};
    out[2] = (struct authenticode_range){entry + 8, end - entry - 8};
}

/* Behind the headers and every section. */
static uint64_t contents_end(const struct authenticode_layout *layout)
{
    uint64_t end = layout->headers_size;
    for (unsigned i = 0; i < layout->section_count; i++) {
        const struct authenticode_range *raw = &layout->sections[i].raw;
        if (raw->offset + raw->size > end)
            end = raw->offset + raw->size;
    }
    return end;
}

bool authenticode_recognise(const void *data, size_t size)
{
    const uint8_t *const file = data;
    if (size < PE_DOS_SIZE || get16(file) != PE_DOS_MAGIC)
        return false;
    const uint64_t nt = get32(file + PE_DOS_NT_OFFSET);
    return nt + 4 + PE_FILE_SIZE + 2 <= size && get32(file + nt) == PE_NT_SIGNATURE;
}

const char *authenticode_locate(const void *data, size_t size, struct authenticode_layout *layout)
{
    const uint8_t *const file = data;
    *layout = (struct authenticode_layout){0};
    if (!authenticode_recognise(data, size))
        return "it has no PE header";
    const uint64_t nt = get32(file + PE_DOS_NT_OFFSET), optional = nt + 4 + PE_FILE_SIZE;
    const uint16_t magic = get16(file + optional);
    if (magic != PE_MAGIC_PE32 && magic != PE_MAGIC_PE32_PLUS)
        return "its optional header is of an unknown kind";
    const uint64_t directories = optional + (magic == PE_MAGIC_PE32 ? PE_OPT_DIRECTORIES - 16 : PE_OPT_DIRECTORIES);
    const uint64_t checksum = optional + PE_OPT_CHECKSUM, entry = directories + (uint64_t)PE_DIR_CERTIFICATE * 8;
    const uint64_t table = optional + get16(file + nt + 4 + PE_FILE_OPTIONAL_SIZE);
    const unsigned count = get16(file + nt + 4 + PE_FILE_SECTIONS);
    if (entry + 8 > size || entry + 8 > table || get32(file + directories - 4) <= PE_DIR_CERTIFICATE)
        return "its headers have no place for a signature";
    if (table + (uint64_t)count * PE_SECTION_SIZE > size)
        return "its section table ends outside of the file";

    layout->page_size = get32(file + optional + PE_OPT_SECTION_ALIGNMENT);
    layout->headers_size = get32(file + optional + PE_OPT_HEADERS_SIZE);
    if (layout->headers_size > size || layout->headers_size < entry + 8)
        return "its headers' size is not that of the file";
    if (!layout->page_size)
        return "its section alignment is zero";
    const char *wrong = read_sections(file + table, count, size, layout);
    if (wrong)
        return wrong;

    uint64_t end = size;
    layout->certificates = (struct authenticode_range){get32(file + entry), get32(file + entry + 4)};
    if (layout->certificates.size) {
        if (layout->certificates.offset < contents_end(layout))
            return "its certificate table overlaps what it signs";
        if (layout->certificates.offset + layout->certificates.size != size)
            return "its certificate table does not end the file";
        end = layout->certificates.offset;
    }
    cut(checksum, entry, end, layout->covered);
    layout->padding = (unsigned)((8 - end % 8) % 8);
    return NULL;
}

uint32_t authenticode_end(const struct authenticode_layout *layout)
{
    if (!layout->section_count)
        return layout->headers_size;
    const struct authenticode_range *last = &layout->sections[layout->section_count - 1].raw;
    return (uint32_t)(last->offset + last->size);
}

bool authenticode_page(const struct authenticode_layout *layout, struct authenticode_walk *walk,
                       struct authenticode_page *page)
{
    *page = (struct authenticode_page){0};
    if (!walk->section) {
        walk->section = 1;
        cut(layout->covered[0].size, layout->covered[2].offset - 8, layout->headers_size, page->covered);
        if (layout->headers_size < layout->page_size)
            page->padding = layout->page_size - layout->headers_size;
        return true;
    }
    if (walk->section > layout->section_count)
        return false;
    const struct authenticode_section *section = &layout->sections[walk->section - 1];
    const uint64_t left = section->raw.size - walk->done;
    const uint64_t part = left < layout->page_size ? left : layout->page_size;
    page->file_offset = (uint32_t)(section->raw.offset + walk->done);
    page->covered[0] = (struct authenticode_range){section->raw.offset + walk->done, part};
    page->padding = layout->page_size - part;
    page->section = section;
    page->rva = (uint32_t)(section->rva + walk->done);
    walk->done += part;
    if (walk->done == section->raw.size)
        *walk = (struct authenticode_walk){walk->section + 1, 0};
    return true;
}
