/* Holds an SPDX 2.3 document against the rules of the specification that a schema cannot say, and prints it as lines:
 *   file NAME SHA1 SHA256       package NAME VERSION       relation FROM TYPE TO (by names)
 * Exit status 1, with a line on standard error, where a rule is broken. */
#include <jansson.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

static json_t *names; /* of each id */

static _Noreturn void broken(const char *what, const char *where)
{
    fprintf(stderr, "%s: %s\n", what, where ? where : "(none)");
    exit(1);
}

static const char *text(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    if (!value || !*value)
        broken("a text is missing", key);
    return value;
}

static void matches(const char *value, const char *pattern)
{
    regex_t regex;
    if (regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB) || regexec(&regex, value, 0, NULL, 0))
        broken(pattern, value);
    regfree(&regex);
}

static void declare(const json_t *element, const char *name)
{
    const char *id = text(element, "SPDXID");
    matches(id, "^SPDXRef-[A-Za-z0-9.-]+$");
    if (json_object_get(names, id))
        broken("an id is there twice", id);
    json_object_set_new(names, id, json_string(name));
}

static const char *name_of(const json_t *relation, const char *key)
{
    const char *name = json_string_value(json_object_get(names, text(relation, key)));
    if (!name)
        broken("a relation leads to nothing", text(relation, key));
    return name;
}

static const char *checksum(const json_t *file, const char *algorithm, const char *pattern)
{
    size_t i;
    const json_t *sum;
    json_array_foreach(json_object_get(file, "checksums"), i, sum)
    {
        if (!strcmp(text(sum, "algorithm"), algorithm)) {
            matches(text(sum, "checksumValue"), pattern);
            return text(sum, "checksumValue");
        }
    }
    broken("a checksum is missing", algorithm);
}

static void read_packages(const json_t *document)
{
    size_t i;
    const json_t *package;
    json_array_foreach(json_object_get(document, "packages"), i, package)
    {
        const char *version = json_string_value(json_object_get(package, "versionInfo"));
        const json_t *code = json_object_get(package, "packageVerificationCode");
        declare(package, text(package, "name"));
        text(package, "downloadLocation");
        if (json_is_true(json_object_get(package, "filesAnalyzed")) != (code != NULL))
            broken("a verification code goes with analyzed files", text(package, "name"));
        if (code)
            printf("code %s\n", text(code, "packageVerificationCodeValue"));
        printf("package %s %s\n", text(package, "name"), version ? version : "-");
    }
}

static void read_files(const json_t *document)
{
    size_t i;
    const json_t *file;
    json_array_foreach(json_object_get(document, "files"), i, file)
    {
        declare(file, text(file, "fileName"));
        matches(text(file, "fileName"), "^\\./");
        printf("file %s %s %s\n", text(file, "fileName"), checksum(file, "SHA1", "^[0-9a-f]{40}$"),
               checksum(file, "SHA256", "^[0-9a-f]{64}$"));
    }
}

static void read_relations(const json_t *document)
{
    size_t i, described = 0;
    const json_t *relation;
    json_array_foreach(json_object_get(document, "relationships"), i, relation)
    {
        const char *type = text(relation, "relationshipType");
        described += !strcmp(type, "DESCRIBES");
        printf("relation %s %s %s\n", name_of(relation, "spdxElementId"), type,
               name_of(relation, "relatedSpdxElement"));
    }
    if (described != 1)
        broken("a document describes one package", NULL);
}

int main(int argc, char **argv)
{
    json_error_t error;
    json_t *document = argc == 2 ? json_load_file(argv[1], JSON_REJECT_DUPLICATES, &error) : NULL;
    if (!document)
        broken("no JSON", argc == 2 ? error.text : "name one file");
    names = json_object();
    const json_t *creation = json_object_get(document, "creationInfo");
    matches(text(document, "spdxVersion"), "^SPDX-2\\.3$");
    matches(text(document, "dataLicense"), "^CC0-1\\.0$");
    matches(text(document, "SPDXID"), "^SPDXRef-DOCUMENT$");
    matches(text(document, "documentNamespace"), "^https://[^ #]+$");
    matches(text(creation, "created"), "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$");
    printf("document %s %s\n", text(document, "name"), text(creation, "created"));
    declare(document, text(document, "name"));
    read_packages(document);
    read_files(document);
    read_relations(document);
    json_decref(names);
    json_decref(document);
    return 0;
}
