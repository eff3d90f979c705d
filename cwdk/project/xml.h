/*
 * XML files as the project readers want them: well-formed, no document type, no entities, nothing from the network.
 */
#ifndef CWDK_PROJECT_XML_H
#define CWDK_PROJECT_XML_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <libxml/tree.h>

/* The document of a file, to be freed with xmlFreeDoc; NULL after reporting ENV0001, PRJ1007 or PRJ3001. */
xmlDoc *xml_read(const char *path, size_t limit, struct arena *a, struct diag *d);

/* The first element at or after `node` among its siblings, or NULL. */
xmlNode *xml_element(xmlNode *node);

/* True where the element has this name, in whatever namespace. */
bool xml_is(const xmlNode *element, const char *name);

/* An attribute's value, or NULL; and the text right inside an element, trimmed. In the arena. */
const char *xml_attribute(const xmlNode *element, const char *name, struct arena *a);
const char *xml_text(const xmlNode *element, struct arena *a);

struct diag_place xml_place(const char *file, const xmlNode *element);

#endif
