/* Names of a module: functions, globals and sources, which modules share. */
#include "cwdk/check/load.h"
#include "cwdk/check/names.h"

#include <llvm-c/Core.h>
#include <stdlib.h>
#include <string.h>

static uint32_t hash_pointer(const void *key)
{
    const uint64_t h = (uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u;
    return (uint32_t)(h >> 32);
}

struct link *load_link(struct loader *l, void *key)
{
    if (l->link_count * 2 >= l->link_capacity) {
        struct link *old = l->links;
        const uint32_t before = l->link_capacity;
        l->link_capacity = before ? before * 2 : 4096;
        l->links = memory_new(l->link_capacity, sizeof *l->links);
        for (uint32_t i = 0; i < before; i++)
            if (old[i].key) {
                uint32_t at = hash_pointer(old[i].key) & (l->link_capacity - 1);
                while (l->links[at].key)
                    at = (at + 1) & (l->link_capacity - 1);
                l->links[at] = old[i];
            }
        free(old);
    }
    uint32_t at = hash_pointer(key) & (l->link_capacity - 1);
    for (; l->links[at].key; at = (at + 1) & (l->link_capacity - 1))
        if (l->links[at].key == key)
            return &l->links[at];
    l->links[at] = (struct link){key, UINT32_MAX};
    l->link_count++;
    return &l->links[at];
}

uint32_t load_file(struct program *p, const char *name)
{
    if (!p->file_count) {
        p->file_capacity = 64;
        p->files = arena_array(p->arena, p->file_capacity, sizeof *p->files);
        p->files[p->file_count++] = "";
    }
    struct name_entry *e = name_get(p, arena_format(p->arena, "//file/%s", name));
    if (!e->file) {
        if (p->file_count == p->file_capacity) {
            const char **more = arena_array(p->arena, (size_t)p->file_capacity * 2, sizeof *more);
            memcpy(more, p->files, p->file_count * sizeof *more);
            p->files = more;
            p->file_capacity *= 2;
        }
        p->files[p->file_count++] = arena_string(p->arena, name);
        e->file = p->file_count;
    }
    return e->file - 1;
}

static struct function *function_new(struct program *p, const char *name)
{
    struct function *f = arena_alloc(p->arena, sizeof *f);
    if (p->function_count == p->function_capacity) {
        p->function_capacity = p->function_capacity ? p->function_capacity * 2 : 256;
        p->functions = memory_resize(p->functions, p->function_capacity, sizeof *p->functions);
    }
    f->name = name;
    f->id = p->function_count;
    p->functions[p->function_count++] = f;
    return f;
}

static uint32_t global_new(struct program *p, const char *name, bool constant)
{
    if (p->global_count == p->global_capacity) {
        p->global_capacity = p->global_capacity ? p->global_capacity * 2 : 256;
        p->globals = memory_resize(p->globals, p->global_capacity, sizeof *p->globals);
    }
    p->globals[p->global_count] = (struct global){.name = arena_string(p->arena, name), .constant = constant};
    return p->global_count++;
}

static bool is_internal(LLVMValueRef v)
{
    const LLVMLinkage linkage = LLVMGetLinkage(v);
    return linkage == LLVMInternalLinkage || linkage == LLVMPrivateLinkage;
}

const char *load_name(LLVMValueRef v)
{
    size_t length;
    return LLVMGetValueName2(v, &length);
}

uint32_t load_global(struct loader *l, LLVMValueRef v)
{
    struct link *k = load_link(l, v);
    if (k->index != UINT32_MAX)
        return k->index;
    uint32_t index;
    if (is_internal(v)) {
        index = global_new(l->p, load_name(v), LLVMIsGlobalConstant(v));
        l->p->globals[index].module = l->unit;
    } else {
        struct name_entry *e = name_get(l->p, load_name(v));
        if (!e->global)
            e->global = global_new(l->p, load_name(v), LLVMIsGlobalConstant(v)) + 1;
        index = e->global - 1;
    }
    load_link(l, v)->index = index;
    const LLVMTypeRef type = LLVMGlobalGetValueType(v);
    const int64_t size = LLVMTypeIsSized(type) ? (int64_t)LLVMABISizeOfType(l->layout, type) : 0;
    if (size > l->p->globals[index].size)
        l->p->globals[index].size = size;
    const char *section = LLVMGetSection(v);
    l->p->globals[index].pageable |= section && !strncmp(section, "PAGE", 4);
    return index;
}

/* The functions of this module, made when they are met first. */
struct function *load_function(struct loader *l, LLVMValueRef v)
{
    struct link *k = load_link(l, v);
    if (k->index != UINT32_MAX)
        return l->p->functions[k->index];
    struct function *f;
    if (is_internal(v)) {
        f = function_new(l->p, arena_string(l->p->arena, load_name(v)));
        f->module = l->unit;
    } else {
        struct name_entry *e = name_get(l->p, load_name(v));
        if (!e->function)
            e->function = function_new(l->p, e->name);
        f = e->function;
    }
    f->contract = contract_find(l->p->contracts, f->name);
    load_link(l, v)->index = f->id;
    return f;
}
