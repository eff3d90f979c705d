/* Images: mapping, relocation, imports, section protections. */
#include "ntsim/machine/machine.h"
#include "ntsim/pe/image.h"
#include "ntsim/verifier/sim.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct image {
    struct machine_image public;
    struct pe_image pe; /* of the file, which stays mapped */
    struct pe_exports exports;
    bool has_exports;
    char name[];
};

/* Modules that Windows has as files of their own, and the simulated system as part of another. A name that ends in "-"
 * begins those of a family of API sets. */
static const struct {
    const char *name, *image;
} aliases[] = {
    {"hal.dll", "ntoskrnl.exe"},          {"ntkrnlmp.exe", "ntoskrnl.exe"},    {"wmilib.sys", "ntoskrnl.exe"},
    {"wdfldr.sys", "wdf01000.sys"},       {"ntdll.dll", "ntoskrnl.exe"},       {"kernelbase.dll", "kernel32.dll"},
    {"api-ms-win-core-", "kernel32.dll"}, {"api-ms-win-crt-", "ucrtbase.dll"}, {"api-ms-win-eventing-", "kernel32.dll"},
    {"advapi32.dll", "kernel32.dll"},
};

static struct image *images, **last_image = &images;
static char message[512];

__attribute__((format(printf, 1, 2))) static void fault(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
}

struct machine_image *image_first(void)
{
    return images ? &images->public : NULL;
}

const struct machine_image *machine_image_first(void)
{
    return image_first();
}

const struct machine_image *machine_image_at(uint64_t address)
{
    for (const struct machine_image *image = image_first(); image; image = image->next)
        if (address - (uint64_t)image->base < image->size)
            return image;
    return NULL;
}

bool machine_function(const struct machine_image *image, uint32_t index, uint32_t *begin, uint32_t *end)
{
    struct {
        uint32_t begin, end, unwind;
    } row;
    if (index >= image->function_count)
        return false;
    memcpy(&row, image->function_table + index * sizeof(row), sizeof(row));
    *begin = row.begin;
    *end = row.end;
    return true;
}

/* --- exports --- */

/* The names are sorted, as the format demands. */
static bool find_name(const struct image *image, const char *name, uint32_t *function)
{
    struct pe_error error;
    uint32_t low = 0, high = image->exports.name_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const char *found;
        if (!pe_export_name(&image->pe, &image->exports, middle, &found, function, &error))
            return false;
        const int order = strcmp(name, found);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static void *resolve(const struct image *image, const char *name, uint32_t ordinal, unsigned depth);
static const struct image *module_image(const char *module);

static bool is_called(const char *module, const char *name)
{
    const size_t length = strlen(name);
    return name[length - 1] == '-' ? strncasecmp(module, name, length) == 0 : strcasecmp(module, name) == 0;
}

static const char *own_name(const char *module)
{
    for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
        if (is_called(module, aliases[i].name))
            return aliases[i].image;
    return module;
}

static struct image *find_image(const char *module)
{
    module = own_name(module);
    for (struct image *image = images; image; image = (struct image *)image->public.next)
        if (strcasecmp(image->name, module) == 0)
            return image;
    return NULL;
}

/* "MODULE.Name", or "MODULE.#5"; the module has no suffix. */
static void *forwarded(const char *forwarder, unsigned depth)
{
    static const char *const suffixes[] = {".exe", ".sys", ".dll"};
    const char *dot = strchr(forwarder, '.');
    enum { DEEPEST = 8 };
    if (!dot || depth == DEEPEST)
        return NULL;
    for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++) {
        char module[256];
        snprintf(module, sizeof(module), "%.*s%s", (int)(dot - forwarder), forwarder, suffixes[i]);
        const struct image *image = find_image(module);
        if (image)
            return dot[1] == '#' ? resolve(image, NULL, (uint32_t)strtoul(dot + 2, NULL, 10), depth + 1)
                                 : resolve(image, dot + 1, 0, depth + 1);
    }
    return NULL;
}

static void *resolve(const struct image *image, const char *name, uint32_t ordinal, unsigned depth)
{
    struct pe_error error;
    struct pe_export entry;
    uint32_t function;
    if (!image->has_exports)
        return NULL;
    if (name ? !find_name(image, name, &function) : ordinal < image->exports.base)
        return NULL;
    if (!name)
        function = ordinal - image->exports.base;
    if (function >= image->exports.function_count ||
        !pe_export_at(&image->pe, &image->exports, function, &entry, &error))
        return NULL;
    if (entry.forwarder)
        return forwarded(entry.forwarder, depth);
    return entry.rva ? image->public.base + entry.rva : NULL;
}

/* What the system is to lack for those that are not of the system. */
enum { MOST_HIDDEN = 16 };

static char *hidden[MOST_HIDDEN];

bool machine_hide_function(const char *name)
{
    size_t i = 0;
    while (i < MOST_HIDDEN && hidden[i])
        i++;
    if (i < MOST_HIDDEN)
        hidden[i] = strdup(name);
    return i < MOST_HIDDEN && hidden[i];
}

static bool is_hidden(const char *name)
{
    for (size_t i = 0; i < MOST_HIDDEN && hidden[i]; i++)
        if (strcmp(hidden[i], name) == 0)
            return true;
    return false;
}

void *image_find(const char *module, const char *name)
{
    const struct image *image = is_hidden(name) ? NULL : module_image(module);
    return image ? resolve(image, name, 0, 0) : NULL;
}

void *image_export(const struct machine_image *image, const char *name)
{
    const struct image *own = (const struct image *)image;
    struct pe_error error;
    struct pe_export entry;
    uint32_t function;
    if (!own->has_exports || !find_name(own, name, &function) ||
        !pe_export_at(&own->pe, &own->exports, function, &entry, &error) || entry.forwarder || entry.rva == 0)
        return NULL;
    return own->public.base + entry.rva;
}

/* --- imports that nobody has --- */

/* Names of the simulated system that are no names of Windows; only its own images can import them. */
static bool is_private(const char *name)
{
    return strncmp(name, "Sim", 3) == 0;
}

/* An import's slot leads to a place of its own in a range that nothing may touch; so calls and reads end in a fault
 * that knows what was meant. */
struct missing {
    char *module, *name, *importer; /* `name` NULL: by ordinal */
    uint32_t ordinal;
};

enum { MISSING_STEP = 64, MOST_MISSING = 4096 };

static struct missing missing[MOST_MISSING];
static unsigned missing_count;
static uint8_t *missing_places;

static void *missing_place(const struct image *importer, const char *module, const char *name, uint32_t ordinal)
{
    if (!missing_places) {
        missing_places = memory_map((uint64_t)MISSING_STEP * MOST_MISSING, false);
        if (missing_places)
            memory_protect(missing_places, (uint64_t)MISSING_STEP * MOST_MISSING, MACHINE_NO_ACCESS);
    }
    if (!missing_places || missing_count == MOST_MISSING)
        return NULL;
    missing[missing_count] =
        (struct missing){strdup(module), name ? strdup(name) : NULL, strdup(importer->name), ordinal};
    return missing_places + (size_t)MISSING_STEP * missing_count++;
}

const char *image_missing(uint64_t address, bool called)
{
    const uint64_t offset = address - (uint64_t)missing_places;
    if (!missing_places || offset >= (uint64_t)MISSING_STEP * missing_count)
        return NULL;
    const struct missing *what = &missing[offset / MISSING_STEP];
    const char *verb = called ? "calls" : "uses";
    if (what->name)
        fault("%s %s %s of %s, which is not implemented", what->importer, verb, what->name, what->module);
    else
        fault("%s %s ordinal %u of %s, which is not implemented", what->importer, verb, what->ordinal, what->module);
    return message;
}

/* The image of a module, loaded where it is one of the system's. */
static const struct image *module_image(const char *module)
{
    const struct image *image = find_image(module);
    if (image)
        return image;
    char path[4096];
    const int folder = snprintf(path, sizeof(path), "%s/", machine_options.system_folder);
    snprintf(path + folder, sizeof(path) - (size_t)folder, "%s", own_name(module));
    for (char *at = path + folder; *at; at++) /* Windows does not care for case, and the files are in lower case */
        *at = (char)tolower((unsigned char)*at);
    const char *ignored;
    return access(path, R_OK) == 0 && image_load(path, &ignored) ? find_image(module) : NULL;
}

static void *import_target(const struct image *from, const char *name, uint32_t ordinal, bool by_system)
{
    const bool is_barred = name && !by_system && (is_private(name) || is_hidden(name));
    return from && !is_barred ? resolve(from, name, ordinal, 0) : NULL;
}

bool image_has_import(const char *module, const char *name, uint32_t ordinal)
{
    return import_target(module_image(module), name, ordinal, false);
}

/* Data are imported as they are; of what is not the system's, too, there is nothing to watch. */
static bool is_function(const struct machine_image *public, const void *address)
{
    const struct image *image = (const struct image *)public;
    const uint64_t rva = (uint64_t)address - (uint64_t)public->base;
    for (unsigned i = 0; i < image->pe.section_count; i++) {
        const struct pe_section *section = &image->pe.sections[i];
        if (rva - section->rva < (section->virtual_size ? section->virtual_size : section->raw_size))
            return section->flags & PE_SECTION_EXECUTE;
    }
    return false;
}

/* What the slot of a driver's import gets: the verifier's gate before the function. */
static void *gate(const struct image *image, const struct pe_import_module *module, const struct pe_import *import,
                  void *target)
{
    static sim_gate *gate_for;
    const struct machine_image *owner = machine_image_at((uint64_t)target);
    if (image->public.of_system || !machine_options.verify || !owner || !owner->of_system ||
        !is_function(owner, target))
        return target;
    if (!gate_for)
        gate_for = (sim_gate *)(uintptr_t)machine_system_function("SimGate");
    return gate_for(&image->public, module->name, import->name, target);
}

static bool bind_imports(struct image *image)
{
    struct pe_error error;
    struct pe_import_walk walk = {.kind = PE_IMPORTS_STATIC};
    struct pe_import_module module;
    struct pe_import import;
    enum pe_step step;
    while ((step = pe_import_module(&image->pe, &walk, &module, &error)) == PE_ITEM) {
        const struct image *from = module_image(module.name);
        while ((step = pe_import(&image->pe, &walk, &import, &error)) == PE_ITEM) {
            void *target = import_target(from, import.name, import.ordinal, image->public.of_system);
            if (!target)
                target = missing_place(image, module.name, import.name, import.ordinal);
            else
                target = gate(image, &module, &import, target);
            if (import.slot_rva > image->pe.image_size - sizeof(target)) {
                fault("%s: an import's slot at RVA 0x%x lies outside of the image", image->name, import.slot_rva);
                return false;
            }
            memcpy(image->public.base + import.slot_rva, &target, sizeof(target));
        }
        if (step == PE_BROKEN)
            break;
    }
    if (step == PE_BROKEN)
        fault("%s: %s", image->name, pe_fault_text(error.fault));
    return step == PE_END;
}

/* --- mapping --- */

static bool map_file(const char *path, const void **data, size_t *size)
{
    struct stat info;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    const bool known = file >= 0 && fstat(file, &info) == 0;
    if (!known || info.st_size == 0) {
        fault("%s: %s", path, known ? "the file is empty" : strerror(errno));
        if (file >= 0)
            close(file);
        return false;
    }
    *size = (size_t)info.st_size;
    *data = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (*data == MAP_FAILED)
        fault("%s: %s", path, strerror(errno));
    return *data != MAP_FAILED;
}

static bool relocate(struct image *image)
{
    struct pe_error error;
    struct pe_relocation_walk walk = {0};
    struct pe_relocation relocation;
    enum pe_step step;
    const uint64_t delta = (uint64_t)image->public.base - image->pe.image_base;
    while ((step = pe_relocation(&image->pe, &walk, &relocation, &error)) == PE_ITEM) {
        uint64_t value;
        if (relocation.type != PE_RELOC_DIR64 || relocation.rva > image->pe.image_size - sizeof(value)) {
            fault("%s: a relocation of type %u at RVA 0x%x", image->name, relocation.type, relocation.rva);
            return false;
        }
        memcpy(&value, image->public.base + relocation.rva, sizeof(value));
        value += delta;
        memcpy(image->public.base + relocation.rva, &value, sizeof(value));
    }
    if (step == PE_BROKEN)
        fault("%s: %s", image->name, pe_fault_text(error.fault));
    return step == PE_END;
}

static void protect(const struct image *image)
{
    memory_protect(image->public.base, image->pe.headers_size, MACHINE_READ_ONLY);
    for (unsigned i = 0; i < image->pe.section_count; i++) {
        const struct pe_section *section = &image->pe.sections[i];
        const bool execute = section->flags & PE_SECTION_EXECUTE, write = section->flags & PE_SECTION_WRITE;
        memory_protect(image->public.base + section->rva,
                       section->virtual_size ? section->virtual_size : section->raw_size,
                       execute ? (write ? MACHINE_EXECUTE_ALL : MACHINE_EXECUTE_READ)
                               : (write ? MACHINE_READ_WRITE : MACHINE_READ_ONLY));
    }
}

static bool place(struct image *image)
{
    struct pe_error error;
    image->public.base = memory_map(image->pe.image_size, false);
    image->public.size = image->pe.image_size;
    if (!image->public.base) {
        fault("%s: no room for %u bytes", image->name, image->pe.image_size);
        return false;
    }
    memcpy(image->public.base, image->pe.data, image->pe.headers_size);
    for (unsigned i = 0; i < image->pe.section_count; i++) {
        const struct pe_section *section = &image->pe.sections[i];
        const uint32_t room = section->virtual_size ? section->virtual_size : section->raw_size;
        memcpy(image->public.base + section->rva, image->pe.data + section->offset,
               section->raw_size < room ? section->raw_size : room);
    }
    if (image->pe.entry)
        image->public.entry = (uint64_t)image->public.base + image->pe.entry;
    const uint8_t *table;
    const enum pe_step functions = pe_exception_table(&image->pe, &image->public.function_count, &table, &error);
    if (functions == PE_ITEM)
        image->public.function_table = image->public.base + image->pe.directories[PE_DIR_EXCEPTION].rva;
    const enum pe_step exports = functions == PE_BROKEN ? PE_BROKEN : pe_exports(&image->pe, &image->exports, &error);
    image->has_exports = exports == PE_ITEM;
    if (exports == PE_BROKEN) {
        fault("%s: %s", image->name, pe_fault_text(error.fault));
        return false;
    }
    return true;
}

/* Windows, too, gives drivers no thread-local storage. */
static void say_what_is_ignored(const struct image *image)
{
    struct pe_tls tls;
    struct pe_error error;
    char text[300];
    if (pe_tls(&image->pe, &tls, &error) != PE_ITEM)
        return;
    const int length = snprintf(text, sizeof(text), "%s: its thread-local storage is ignored\n", image->name);
    machine_options.print(machine_options.context, text,
                          (size_t)length < sizeof(text) ? (size_t)length : sizeof(text) - 1);
}

static void forget(struct image *image)
{
    if (image->public.base)
        memory_unmap(image->public.base, image->public.size);
    munmap((void *)image->pe.data, image->pe.size);
    free(image);
}

/* For debuggers: called when an image that is not the system's has been mapped, before any of its code runs. */
uint64_t machine_debugger_base;

__attribute__((noinline)) void machine_debugger(void)
{
    __asm__ volatile("" ::: "memory");
}

struct machine_image *image_load(const char *path, const char **error)
{
    const char *name = strrchr(path, '/');
    name = name ? name + 1 : path;
    *error = message;
    struct image *image = calloc(1, sizeof(*image) + strlen(name) + 1);
    const void *data;
    size_t size;
    struct pe_error pe_error;
    memcpy(image->name, name, strlen(name) + 1);
    image->public.name = image->name;
    const size_t folder = strlen(machine_options.system_folder);
    image->public.of_system =
        (size_t)(name - path) == folder + 1 && strncmp(path, machine_options.system_folder, folder) == 0;
    if (!map_file(path, &data, &size)) {
        free(image);
        return NULL;
    }
    if (!pe_open(data, size, &image->pe, &pe_error)) {
        fault("%s: %s", path, pe_fault_text(pe_error.fault));
        munmap((void *)data, size);
        free(image);
        return NULL;
    }
    if (image->pe.machine != PE_MACHINE_AMD64) {
        fault("%s: built for another processor; the simulator runs amd64", path);
        forget(image);
        return NULL;
    }
    if (!place(image) || !relocate(image) || !bind_imports(image)) {
        forget(image);
        return NULL;
    }
    protect(image);
    say_what_is_ignored(image);
    *last_image = image;
    last_image = (struct image **)&image->public.next;
    if (!image->public.of_system) {
        machine_debugger_base = (uint64_t)image->public.base;
        machine_debugger();
    }
    return &image->public;
}

void image_unload(struct machine_image *public)
{
    sim_gates_gone *const gone = (sim_gates_gone *)(uintptr_t)machine_system_function("SimGatesGone");
    if (gone) /* without a system there are no gates */
        gone(public);
    struct image *image = (struct image *)public;
    struct image **at = &images;
    while (*at != image)
        at = (struct image **)&(*at)->public.next;
    *at = (struct image *)public->next;
    if (last_image == (struct image **)&public->next)
        last_image = at;
    forget(image);
}
