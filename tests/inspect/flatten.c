/* Prints a JSON document from standard input as one line for each value, "a.b[0].c=value": for tests in shell. */
#include <jansson.h>
#include <stdio.h>

static void print(const char *path, const json_t *value)
{
    char below[1024];
    const char *key;
    const json_t *member;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        for (void *i = json_object_iter((json_t *)value); i; i = json_object_iter_next((json_t *)value, i)) {
            key = json_object_iter_key(i);
            member = json_object_iter_value(i);
            snprintf(below, sizeof below, "%s%s%s", path, *path ? "." : "", key);
            print(below, member);
        }
        return;
    case JSON_ARRAY:
        for (size_t i = 0; i < json_array_size(value); i++) {
            snprintf(below, sizeof below, "%s[%zu]", path, i);
            print(below, json_array_get(value, i));
        }
        return;
    case JSON_STRING:
        printf("%s=%s\n", path, json_string_value(value));
        return;
    case JSON_INTEGER:
        printf("%s=%lld\n", path, (long long)json_integer_value(value));
        return;
    case JSON_REAL:
        printf("%s=%g\n", path, json_real_value(value));
        return;
    case JSON_TRUE:
        printf("%s=true\n", path);
        return;
    case JSON_FALSE:
        printf("%s=false\n", path);
        return;
    case JSON_NULL:
        printf("%s=null\n", path);
        return;
    }
}

int main(void)
{
    json_error_t error;
    json_t *document = json_loadf(stdin, JSON_REJECT_DUPLICATES, &error);
    if (!document) {
        fprintf(stderr, "line %d: %s\n", error.line, error.text);
        return 1;
    }
    print("", document);
    json_decref(document);
    return 0;
}
