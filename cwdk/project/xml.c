/* libxml2 with everything switched off that a project file has no use for. */
#include "cwdk/project/xml.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <libxml/parser.h>
#include <limits.h>
#include <string.h>

/* A document type declaration is where entities, and the harm they do, come from. */
static void stop_at_document_type(void *context, const xmlChar *name, const xmlChar *public_id,
                                  const xmlChar *system_id)
{
    (void)name;
    (void)public_id;
    (void)system_id;
    xmlParserCtxt *parser = context;
    parser->disableSAX = 1;
    xmlStopParser(parser);
}

static void report(xmlParserCtxt *parser, const char *path, struct diag *d)
{
    const xmlError *error = xmlCtxtGetLastError(parser);
    struct diag_place place = {.file = path};
    if (error && error->line > 0) {
        place.line = (unsigned)error->line;
        place.column = error->int2 > 0 ? (unsigned)error->int2 : 0;
    }
    char message[160] = "it cannot be parsed";
    if (error && error->message)
        snprintf(message, sizeof message, "%.*s", (int)strcspn(error->message, "\n"), error->message);
    else if (parser->errNo == XML_ERR_OK || parser->errNo == XML_ERR_USER_STOP)
        snprintf(message, sizeof message, "it has a document type declaration");
    diag_error(d, CODE_PRJ3001, place, "%s is not XML that a project can be read from: %s", path_name(path), message);
}

static xmlParserCtxt *new_parser(void)
{
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser)
        memory_exhausted();
    return parser;
}

xmlDoc *xml_read(const char *path, size_t limit, struct arena *a, struct diag *d)
{
    struct bytes content;
    if (!file_read(path, a, &content, d))
        return NULL;
    if (content.size > limit) {
        diag_error(d, CODE_PRJ1007, diag_in_file(path), "%s is larger than %zu MiB", path_name(path), limit >> 20);
        return NULL;
    }
    xmlParserCtxt *parser = new_parser();
    parser->sax->internalSubset = stop_at_document_type;
    xmlDoc *document = xmlCtxtReadMemory(parser, (const char *)content.data, (int)content.size, NULL, NULL,
                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |
                                             XML_PARSE_BIG_LINES);
    if (document && (!parser->wellFormed || !xmlDocGetRootElement(document))) {
        xmlFreeDoc(document);
        document = NULL;
    }
    if (!document)
        report(parser, path, d);
    xmlFreeParserCtxt(parser);
    return document;
}

xmlNode *xml_element(xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

bool xml_is(const xmlNode *element, const char *name)
{
    return !strcmp((const char *)element->name, name);
}

const char *xml_attribute(const xmlNode *element, const char *name, struct arena *a)
{
    xmlChar *value = xmlGetNoNsProp(element, (const xmlChar *)name);
    if (!value)
        return NULL;
    const char *copy = arena_string(a, (const char *)value);
    xmlFree(value);
    return copy;
}

static bool is_text(const xmlNode *node)
{
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content;
}

const char *xml_text(const xmlNode *element, struct arena *a)
{
    size_t length = 0;
    for (const xmlNode *node = element->children; node; node = node->next)
        length += is_text(node) ? strlen((const char *)node->content) : 0;
    char *whole = arena_alloc(a, length + 1), *end = whole;
    for (const xmlNode *node = element->children; node; node = node->next)
        end = is_text(node) ? stpcpy(end, (const char *)node->content) : end;
    return arena_trimmed(a, whole, length);
}

struct diag_place xml_place(const char *file, const xmlNode *element)
{
    const long line = xmlGetLineNo(element);
    return (struct diag_place){.file = file, .line = line > 0 && line < INT_MAX ? (unsigned)line : 0};
}
