/* Counter manifests. */
#include "cwdk/events/counters.h"
#include "cwdk/diag/codes.h"
#include "cwdk/events/manifest.h"
#include "cwdk/host/text.h"
#include "cwdk/project/xml.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A structure of values, as the set names it and as C does. */
struct block {
    const char *name, *type;
};

struct counters {
    const char *path, *prefix;
    struct text header, symbols, strings;
    unsigned next_string;
    struct arena *a;
    struct diag *d;
};

static bool fail(struct counters *c, const xmlNode *node, const char *what)
{
    return diag_error(c->d, CODE_EVT0001, xml_place(c->path, node), "%s", what);
}

static const char *needed(struct counters *c, const xmlNode *node, const char *name)
{
    const char *value = xml_attribute(node, name, c->a);
    if (!value || !*value) {
        fail(c, node, arena_format(c->a, "<%s> needs the attribute %s", (const char *)node->name, name));
        return NULL;
    }
    return value;
}

static const char *identifier(struct arena *a, const char *text)
{
    char *name = arena_format(a, "%s%s", isdigit((unsigned char)*text) ? "_" : "", text);
    for (char *p = name; *p; p++)
        if (!isalnum((unsigned char)*p) && *p != '_')
            *p = '_';
    return name;
}

/* A C expression for a field or a type: "Values.Count[2]", "struct _STATE". */
static bool is_c_name(const char *text)
{
    if (!isalpha((unsigned char)*text) && *text != '_')
        return false;
    for (; *text; text++)
        if (!isalnum((unsigned char)*text) && !strchr("_.[] ", *text))
            return false;
    return true;
}

/* For a string literal of C or of a resource script, where a quote is doubled. */
static const char *quoted(struct arena *a, const char *text, bool script)
{
    char *out = arena_alloc(a, strlen(text) * 2 + 1), *q = out;
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            *q++ = script && *text == '"' ? '"' : '\\';
        *q++ = (unsigned char)*text < ' ' ? ' ' : *text;
    }
    return out;
}

static void put_string(struct counters *c, const xmlNode *node, const char *attribute, const char *id)
{
    const char *text = xml_attribute(node, attribute, c->a), *number = xml_attribute(node, id, c->a);
    if (!text)
        return;
    const unsigned value = number ? (unsigned)strtoul(number, NULL, 0) : c->next_string;
    text_format(&c->strings, "    %u \"%s\"\n", value & 0xFFFF, quoted(c->a, text, true));
    c->next_string = value + 2;
}

static bool put_guid(struct counters *c, const xmlNode *node, const char *attribute, const char *name)
{
    const char *text = needed(c, node, attribute);
    uint8_t g[16];
    if (!text)
        return false;
    if (!guid_parse(text, g))
        return fail(c, node, arena_format(c->a, "%s=\"%s\" is no GUID", attribute, text));
    text_format(&c->symbols,
                "EXTERN_C __declspec(selectany) const GUID %s%sGuid = {0x%02x%02x%02x%02x, 0x%02x%02x, 0x%02x%02x, {",
                c->prefix, name, g[3], g[2], g[1], g[0], g[5], g[4], g[7], g[6]);
    for (int i = 8; i < 16; i++)
        text_format(&c->symbols, "%s0x%02x", i > 8 ? ", " : "", g[i]);
    text_put(&c->symbols, "}};\n");
    return true;
}

/* The blocks of a set, ended by one without name. */
static bool take_blocks(struct counters *c, const xmlNode *set, struct block **out)
{
    size_t count = 0;
    *out = arena_array(c->a, 1, sizeof **out);
    for (xmlNode *list = xml_element(set->children); list; list = xml_element(list->next)) {
        if (!xml_is(list, "structs"))
            continue;
        for (xmlNode *node = xml_element(list->children); node; node = xml_element(node->next)) {
            struct block *grown = arena_array(c->a, count + 2, sizeof *grown);
            memcpy(grown, *out, count * sizeof *grown);
            grown[count].name = needed(c, node, "name");
            grown[count].type = grown[count].name ? needed(c, node, "type") : NULL;
            if (!grown[count].type)
                return false;
            if (!is_c_name(grown[count].type))
                return fail(c, node, arena_format(c->a, "type=\"%s\" is no type of C", grown[count].type));
            grown[count].name = identifier(c->a, grown[count].name);
            *out = grown;
            if (++count > 0xFFFF)
                return fail(c, node, "the counter set has more structures than their numbers can tell");
        }
    }
    return count || fail(c, set, "the counter set has no <structs>, which kernel-mode counters need");
}

static bool put_descriptor(struct counters *c, const xmlNode *node, const struct block *blocks)
{
    const char *id = needed(c, node, "id"), *block = id ? needed(c, node, "struct") : NULL,
               *field = block ? needed(c, node, "field") : NULL, *symbol = xml_attribute(node, "symbol", c->a);
    char *end;
    size_t index = 0;
    if (!field)
        return false;
    const unsigned long number = strtoul(id, &end, 0);
    if (!isdigit((unsigned char)*id) || *end || number > 0xFFFF)
        return fail(c, node, arena_format(c->a, "id=\"%s\" is no number up to 0xFFFF", id));
    while (blocks[index].name && strcmp(blocks[index].name, identifier(c->a, block)) != 0)
        index++;
    if (!blocks[index].name)
        return diag_error(c->d, CODE_EVT0003, xml_place(c->path, node), "there is no struct '%s' in the set", block);
    if (!is_c_name(field) || (symbol && !is_c_name(symbol)))
        return fail(c, node, arena_format(c->a, "field=\"%s\" is no field of C", field));
    text_format(&c->header, "        {%lu, %zu, FIELD_OFFSET(%s, %s), RTL_FIELD_SIZE(%s, %s)},\n", number, index,
                blocks[index].type, field, blocks[index].type, field);
    if (symbol)
        text_format(&c->symbols, "#define %s%s %lu\n", c->prefix, symbol, number);
    put_string(c, node, "name", "nameID");
    put_string(c, node, "description", "descriptionID");
    return true;
}

static void put_blocks(struct counters *c, const struct block *blocks, bool optional)
{
    for (; blocks->name; blocks++)
        text_format(&c->header, ", %s const %s *%s", optional ? "_In_opt_" : "_In_", blocks->type, blocks->name);
    text_put(&c->header, ")\n{\n");
}

static size_t put_data(struct counters *c, const struct block *blocks)
{
    size_t count = 0;
    while (blocks[count].name)
        count++;
    text_format(&c->header, "    PCW_DATA data[%zu];\n\n    PAGED_CODE();\n", count);
    for (size_t i = 0; i < count; i++)
        text_format(&c->header, "    data[%zu].Data = %s;\n    data[%zu].Size = sizeof(%s);\n", i, blocks[i].name, i,
                    blocks[i].type);
    return count;
}

static bool put_set(struct counters *c, const xmlNode *set)
{
    const char *title = needed(c, set, "name"), *symbol = xml_attribute(set, "symbol", c->a);
    struct block *blocks;
    if (!title)
        return false;
    const char *name = arena_format(c->a, "%s", identifier(c->a, symbol ? symbol : title)), *p = c->prefix;
    if (!take_blocks(c, set, &blocks) || !put_guid(c, set, "guid", name))
        return false;
    put_string(c, set, "name", "nameID");
    put_string(c, set, "description", "descriptionID");
    struct text *t = &c->header;
    text_format(t, "\n/* counter set %s */\n__declspec(selectany) PPCW_REGISTRATION %s%s = NULL;\n", name, p, name);
    text_format(t,
                "\nFORCEINLINE VOID %sInitRegistrationInformation%s(_In_opt_ PPCW_CALLBACK Callback, _In_opt_ PVOID "
                "CallbackContext,\n    _Out_ PCW_REGISTRATION_INFORMATION *RegInfo)\n{\n"
                "    static const UNICODE_STRING name = RTL_CONSTANT_STRING(L\"%s\");\n"
                "    static const PCW_COUNTER_DESCRIPTOR descriptors[] = {\n",
                p, name, quoted(c->a, title, false));
    size_t counters = 0;
    for (xmlNode *node = xml_element(set->children); node; node = xml_element(node->next)) {
        if (xml_is(node, "structs"))
            continue;
        if (!xml_is(node, "counter"))
            return diag_error(c->d, CODE_EVT0002, xml_place(c->path, node),
                              "<%s> in a counter manifest is not supported", (const char *)node->name);
        if (!put_descriptor(c, node, blocks))
            return false;
        counters++;
    }
    if (!counters)
        return fail(c, set, "the counter set has no counters");
    text_format(t,
                "    };\n\n    PAGED_CODE();\n    RtlZeroMemory(RegInfo, sizeof *RegInfo);\n"
                "    RegInfo->Version = PCW_CURRENT_VERSION;\n    RegInfo->Name = &name;\n"
                "    RegInfo->CounterCount = RTL_NUMBER_OF(descriptors);\n"
                "    RegInfo->Counters = (PCW_COUNTER_DESCRIPTOR *)descriptors;\n"
                "    RegInfo->Callback = Callback;\n    RegInfo->CallbackContext = CallbackContext;\n}\n"
                "\nFORCEINLINE NTSTATUS %sRegister%s(_In_opt_ PPCW_CALLBACK Callback, _In_opt_ PVOID CallbackContext)\n"
                "{\n    PCW_REGISTRATION_INFORMATION info;\n\n    PAGED_CODE();\n"
                "    %sInitRegistrationInformation%s(Callback, CallbackContext, &info);\n"
                "    return PcwRegister(&%s%s, &info);\n}\n"
                "\nFORCEINLINE VOID %sUnregister%s(VOID)\n{\n    PAGED_CODE();\n    if (%s%s != NULL) {\n"
                "        PcwUnregister(%s%s);\n        %s%s = NULL;\n    }\n}\n",
                p, name, p, name, p, name, p, name, p, name, p, name, p, name);
    text_format(t, "\nFORCEINLINE NTSTATUS %sCreate%s(_Outptr_ PPCW_INSTANCE *Instance, _In_ PCUNICODE_STRING Name", p,
                name);
    put_blocks(c, blocks, false);
    const size_t count = put_data(c, blocks);
    text_format(t, "    return PcwCreateInstance(Instance, %s%s, Name, %zu, data);\n}\n", p, name, count);
    text_format(t,
                "\nFORCEINLINE VOID %sClose%s(_In_ PPCW_INSTANCE Instance)\n{\n    PAGED_CODE();\n"
                "    PcwCloseInstance(Instance);\n}\n",
                p, name);
    text_format(t, "\nFORCEINLINE NTSTATUS %sAdd%s(_In_ PPCW_BUFFER Buffer, _In_ PCUNICODE_STRING Name, _In_ ULONG Id",
                p, name);
    put_blocks(c, blocks, true);
    put_data(c, blocks);
    text_format(t, "    return PcwAddInstance(Buffer, Name, Id, %zu, data);\n}\n", count);
    return true;
}

static bool put_provider(struct counters *c, const xmlNode *provider)
{
    const char *type = xml_attribute(provider, "providerType", c->a),
               *name = xml_attribute(provider, "providerName", c->a), *symbol = xml_attribute(provider, "symbol", c->a);
    if (!type || strcmp(type, "kernelMode") != 0)
        return diag_error(c->d, CODE_EVT0002, xml_place(c->path, provider),
                          "a provider of counters in user mode is not supported: providerType must be kernelMode");
    name = symbol ? symbol : name ? name : "Provider";
    if (!put_guid(c, provider, "providerGuid", identifier(c->a, name)))
        return false;
    put_string(c, provider, "providerName", "nameID");
    for (xmlNode *set = xml_element(provider->children); set; set = xml_element(set->next)) {
        if (!xml_is(set, "counterSet"))
            return diag_error(c->d, CODE_EVT0002, xml_place(c->path, set),
                              "<%s> in a counter manifest is not supported", (const char *)set->name);
        if (!put_set(c, set))
            return false;
    }
    return true;
}

static bool put_root(struct counters *c, const xmlNode *root)
{
    size_t providers = 0;
    if (!xml_is(root, "instrumentationManifest"))
        return fail(c, root, "the root of a counter manifest is <instrumentationManifest>");
    for (xmlNode *node = xml_element(root->children); node; node = xml_element(node->next))
        for (xmlNode *list = xml_is(node, "instrumentation") ? xml_element(node->children) : NULL; list;
             list = xml_element(list->next))
            for (xmlNode *p = xml_is(list, "counters") ? xml_element(list->children) : NULL; p;
                 p = xml_element(p->next)) {
                if (!xml_is(p, "provider"))
                    return fail(c, p, "a <provider> was expected");
                if (!put_provider(c, p))
                    return false;
                providers++;
            }
    return providers || fail(c, root, "the manifest has no provider of counters");
}

bool counters_compile(const char *path, const char *prefix, struct arena *a, struct counters_output *out,
                      struct diag *d)
{
    struct counters c = {.path = path, .prefix = prefix ? prefix : "", .next_string = 1, .a = a, .d = d};
    xmlDoc *document = xml_read(path, MANIFEST_SIZE_LIMIT, a, d);
    if (!document)
        return false;
    text_put(&c.header, "/* Made by cwdk counters from a counter manifest. */\n#pragma once\n#include <wdm.h>\n\n"
                        "#ifdef __cplusplus\nextern \"C\" {\n#endif\n");
    text_put(&c.symbols, "/* Made by cwdk counters from a counter manifest. */\n#pragma once\n\n");
    text_put(&c.strings, "/* Made by cwdk counters. */\nSTRINGTABLE\nBEGIN\n");
    const bool ok = put_root(&c, xmlDocGetRootElement(document));
    text_put(&c.header, "\n#ifdef __cplusplus\n}\n#endif\n");
    text_put(&c.strings, "END\n");
    *out = (struct counters_output){.header = arena_string(a, c.header.data),
                                    .symbols = arena_string(a, c.symbols.data),
                                    .script = arena_string(a, c.strings.data)};
    text_free(&c.header);
    text_free(&c.symbols);
    text_free(&c.strings);
    xmlFreeDoc(document);
    return ok;
}
