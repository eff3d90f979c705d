/*
 * gnu_library: what is inside an import library or a GUID library of the GNU kind, such as mingw-w64 has for
 * x86-64, written down so that the same library can be made for other architectures and in Microsoft's own
 * short form.
 *
 *     gnu_library ARCHIVE.a FOLDER
 *
 * writes into FOLDER one module definition, DLL.def, for each DLL that the archive imports from, and guids.s
 * if it defines 16-byte constants. Members that hold code are left out. This is a program of the kit's own
 * build, not of the kit.
 *
 * Facts: the ar format; the COFF object format of the public PE/COFF specification; and how GNU dlltool lays
 * an import out: one member per function with the symbol __imp_NAME and hint and name in .idata$6, which
 * refers to a head member
 * (_head_X), which refers to the tail member that has the DLL's name in .idata$7 (X_iname).
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { AR_HEADER = 60, COFF_HEADER = 20, SECTION_HEADER = 40, SYMBOL = 18, GUID_SIZE = 16, NAME_SIZE = 512 };
enum { CLASS_EXTERNAL = 2 };
/* Of a section's flags: code, initialised data, executable, writable. */
static const uint32_t SECTION_KIND = 0xA0000060;
static const uint32_t SECTION_READ_ONLY_DATA = 0x40;
static const uint16_t MACHINE_AMD64 = 0x8664;

/* One COFF object inside the archive; everything points into the archive's bytes. */
struct object {
    const uint8_t *bytes;
    size_t size;
    unsigned section_count;
    const uint8_t *sections;
    uint32_t symbol_count;
    const uint8_t *symbols;
    const char *strings;
    size_t strings_size;
};

/* A head member: imports that refer to `head` come from the DLL whose name the tail member keeps under
 * `iname`. */
struct dll {
    char head[NAME_SIZE];
    char iname[NAME_SIZE];
    char name[NAME_SIZE];
    FILE *def;
    struct dll *next;
};

static uint16_t get16(const uint8_t *p)
{
    return (uint16_t)(p[0] | p[1] << 8);
}

static uint32_t get32(const uint8_t *p)
{
    return (uint32_t)get16(p) | (uint32_t)get16(p + 2) << 16;
}

/* Fills `object` and returns true if the bytes are a whole amd64 object. */
static bool object_open(struct object *object, const uint8_t *bytes, size_t size)
{
    if (size < COFF_HEADER || get16(bytes) != MACHINE_AMD64) {
        return false;
    }
    const size_t symbols_at = get32(bytes + 8);
    const size_t sections_at = COFF_HEADER + (size_t)get16(bytes + 16);
    *object = (struct object){
        .bytes = bytes, .size = size, .section_count = get16(bytes + 2), .symbol_count = get32(bytes + 12)};
    const size_t strings_at = symbols_at + (size_t)object->symbol_count * SYMBOL;
    if (sections_at + (size_t)object->section_count * SECTION_HEADER > size || strings_at + 4 > size) {
        return false;
    }
    object->sections = bytes + sections_at;
    object->symbols = bytes + symbols_at;
    object->strings = (const char *)bytes + strings_at;
    object->strings_size = size - strings_at;
    return true;
}

/* Copies the name at `field`, 8 bytes or a reference into the string table, into `name`. */
static void symbol_name(const struct object *object, const uint8_t *field, char name[static NAME_SIZE])
{
    const char *from = (const char *)field;
    size_t length = strnlen(from, 8);
    if (get32(field) == 0) {
        const uint32_t offset = get32(field + 4);
        from = offset < object->strings_size ? object->strings + offset : "";
        length = offset < object->strings_size ? strnlen(from, object->strings_size - offset) : 0;
    }
    if (length >= NAME_SIZE) {
        length = 0;
    }
    memcpy(name, from, length);
    name[length] = '\0';
}

/* The first symbol from `index` on that is external, or NULL. A defined one has a section number above zero.
 */
static const uint8_t *external_symbol(const struct object *object, uint32_t *index, char name[static NAME_SIZE])
{
    while (*index < object->symbol_count) {
        const uint8_t *symbol = object->symbols + (size_t)*index * SYMBOL;
        *index += 1u + symbol[17];
        if (symbol[16] == CLASS_EXTERNAL) {
            symbol_name(object, symbol, name);
            return symbol;
        }
    }
    return NULL;
}

/* The contents of the section with that number (from 1), and its flags; NULL if it has none. */
static const uint8_t *section_bytes(const struct object *object, int number, size_t *size, uint32_t *flags)
{
    if (number < 1 || (unsigned)number > object->section_count) {
        return NULL;
    }
    const uint8_t *header = object->sections + (size_t)(number - 1) * SECTION_HEADER;
    const size_t at = get32(header + 20);
    *size = get32(header + 16);
    *flags = get32(header + 36);
    if (*size == 0 || at > object->size || *size > object->size - at) {
        return NULL;
    }
    return object->bytes + at;
}

static int section_called(const struct object *object, const char *name)
{
    for (unsigned i = 0; i < object->section_count; i++) {
        if (strncmp((const char *)object->sections + (size_t)i * SECTION_HEADER, name, 8) == 0) {
            return (int)i + 1;
        }
    }
    return 0;
}

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text);
    return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

/* First pass: remembers head members and the names in tail members. */
static void collect_dll(const struct object *object, struct dll **dlls)
{
    char name[NAME_SIZE];
    char head[NAME_SIZE] = "";
    char iname[NAME_SIZE] = "";
    bool iname_here = false;
    uint32_t index = 0;
    for (const uint8_t *symbol; (symbol = external_symbol(object, &index, name)) != NULL;) {
        if (strncmp(name, "_head_", 6) == 0 && get16(symbol + 12) != 0) {
            memcpy(head, name, sizeof head);
        } else if (ends_with(name, "_iname")) {
            memcpy(iname, name, sizeof iname);
            iname_here = get16(symbol + 12) != 0;
        }
    }
    if (*iname == '\0' || (*head == '\0' && !iname_here)) {
        return;
    }
    struct dll *dll = *dlls;
    while (dll && strcmp(dll->iname, iname) != 0) {
        dll = dll->next;
    }
    if (!dll) {
        dll = calloc(1, sizeof *dll);
        if (!dll) {
            abort();
        }
        memcpy(dll->iname, iname, sizeof iname);
        dll->next = *dlls;
        *dlls = dll;
    }
    if (*head) {
        memcpy(dll->head, head, sizeof head);
    }
    if (iname_here) {
        size_t size = 0;
        uint32_t flags = 0;
        const uint8_t *text = section_bytes(object, section_called(object, ".idata$7"), &size, &flags);
        if (text && size < NAME_SIZE) {
            memcpy(dll->name, text, size);
        }
    }
}

static FILE *create_in(const char *folder, const char *name, const char *suffix)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s%s", folder, name, suffix);
    FILE *file = fopen(path, "w");
    if (!file) {
        fprintf(stderr, "gnu_library: cannot write %s: %s\n", path, strerror(errno));
        exit(1);
    }
    return file;
}

/* Second pass: a line of the module definition, if the object is an import by name. */
static void write_import(const struct object *object, struct dll *dlls, const char *folder)
{
    char name[NAME_SIZE];
    char import[NAME_SIZE] = "";
    bool code = false;
    struct dll *dll = NULL;
    uint32_t index = 0;
    for (const uint8_t *symbol; (symbol = external_symbol(object, &index, name)) != NULL;) {
        if (strncmp(name, "__imp_", 6) == 0 && get16(symbol + 12) != 0) {
            memcpy(import, name + 6, sizeof import - 6);
        } else if (strncmp(name, "_head_", 6) == 0) {
            for (dll = dlls; dll && strcmp(dll->head, name) != 0;) {
                dll = dll->next;
            }
        } else if (get16(symbol + 12) != 0) {
            code = true;
        }
    }
    size_t size = 0;
    uint32_t flags = 0;
    const uint8_t *hint = section_bytes(object, section_called(object, ".idata$6"), &size, &flags);
    if (!dll || *dll->name == '\0' || *import == '\0' || !hint || size <= 2) {
        return;
    }
    if (!dll->def) {
        dll->def = create_in(folder, dll->name, ".def");
        fprintf(dll->def, "LIBRARY \"%s\"\nEXPORTS\n", dll->name);
    }
    /* The UCRT exports functions only: what mingw-w64 calls data there are those it has a version of its own
     * of. */
    const char *kind = code || strncmp(dll->name, "api-ms-win-crt-", 15) == 0 ? "" : " DATA";
    const char *exported = (const char *)hint + 2;
    const int length = (int)strnlen(exported, size - 2);
    if ((size_t)length == strlen(import) && strncmp(exported, import, (size_t)length) == 0) {
        fprintf(dll->def, "  \"%s\"%s\n", import, kind);
    } else if (length > 0) {
        fprintf(dll->def, "  \"%s\" == \"%.*s\"%s\n", import, length, exported, kind);
    }
}

/* Second pass: 16-byte constants, each of which may be defined by more than one member. */
static void write_guids(const struct object *object, FILE **file, const char *folder)
{
    char name[NAME_SIZE];
    uint32_t index = 0;
    for (const uint8_t *symbol; (symbol = external_symbol(object, &index, name)) != NULL;) {
        size_t size = 0;
        uint32_t flags = 0;
        const size_t at = get32(symbol + 8);
        const uint8_t *bytes = section_bytes(object, (int16_t)get16(symbol + 12), &size, &flags);
        if (!bytes || (flags & SECTION_KIND) != SECTION_READ_ONLY_DATA || at > size || size - at < GUID_SIZE ||
            name[0] == '.') {
            continue;
        }
        if (!*file) {
            *file = create_in(folder, "guids", ".s");
        }
        fprintf(*file, "\t.ifndef %s\n\t.section .rdata,\"dr\",discard,%s\n\t.globl %s\n\t.balign 4\n%s:\n\t.byte ",
                name, name, name, name);
        for (int i = 0; i < GUID_SIZE; i++) {
            fprintf(*file, "%s%u", i ? "," : "", bytes[at + (size_t)i]);
        }
        fputs("\n\t.endif\n", *file);
    }
}

/* The file's bytes, mapped for as long as the program runs, or NULL. */
static const uint8_t *map_whole(const char *path, size_t *size)
{
    struct stat status;
    void *bytes = MAP_FAILED;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file >= 0 && fstat(file, &status) == 0 && status.st_size > 0) {
        *size = (size_t)status.st_size;
        bytes = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
    }
    if (file >= 0) {
        close(file);
    }
    return bytes == MAP_FAILED ? NULL : bytes;
}

/* The member that starts at `*at`; moves `*at` to the next one. NULL at the end. */
static const uint8_t *next_member(const uint8_t *archive, size_t archive_size, size_t *at, size_t *size)
{
    if (*at + AR_HEADER > archive_size) {
        return NULL;
    }
    char digits[11] = "";
    memcpy(digits, archive + *at + 48, 10);
    *size = strtoul(digits, NULL, 10);
    const uint8_t *member = archive + *at + AR_HEADER;
    if (*size > archive_size - *at - AR_HEADER) {
        return NULL;
    }
    *at += AR_HEADER + *size + (*size & 1);
    return member;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: gnu_library ARCHIVE.a FOLDER\n", stderr);
        return 2;
    }
    size_t archive_size = 0;
    const uint8_t *archive = map_whole(argv[1], &archive_size);
    if (!archive || archive_size < 8 || memcmp(archive, "!<arch>\n", 8) != 0) {
        fprintf(stderr, "gnu_library: %s: not a readable archive\n", argv[1]);
        return 1;
    }
    struct dll *dlls = NULL;
    struct object object;
    size_t size = 0;
    const uint8_t *member;
    for (size_t at = 8; (member = next_member(archive, archive_size, &at, &size)) != NULL;) {
        if (object_open(&object, member, size)) {
            collect_dll(&object, &dlls);
        }
    }
    FILE *guids = NULL;
    for (size_t at = 8; (member = next_member(archive, archive_size, &at, &size)) != NULL;) {
        if (object_open(&object, member, size)) {
            if (section_called(&object, ".idata$5")) {
                write_import(&object, dlls, argv[2]);
            } else {
                write_guids(&object, &guids, argv[2]);
            }
        }
    }
    bool written = !guids || fclose(guids) == 0;
    while (dlls) {
        struct dll *next = dlls->next;
        written = (!dlls->def || fclose(dlls->def) == 0) && written;
        free(dlls);
        dlls = next;
    }
    return written ? 0 : 1;
}
