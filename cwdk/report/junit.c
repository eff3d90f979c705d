/* JUnit's XML: a suite for each run, a case for each of its tests. */
#include "cwdk/report/report.h"

#include <libxml/tree.h>
#include <string.h>

static void attribute(xmlNode *node, const char *name, const char *value)
{
    xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

/* XML 1.0 has no way to write most control characters. */
static const char *clean(const char *text, struct arena *a)
{
    char *copy = arena_string(a, text);
    for (char *p = copy; *p; p++)
        if ((unsigned char)*p < ' ' && *p != '\n' && *p != '\t')
            *p = '?';
    return xmlCheckUTF8(BAD_CAST copy) ? copy : "";
}

static bool is_of(const struct report_finding *finding, const struct report_test *test)
{
    for (size_t i = 0; i < finding->met_count; i++)
        if (finding->met[i].test_number == test->number && strcmp(finding->met[i].test, test->name) == 0)
            return true;
    return false;
}

static void put_finding(const struct report_finding *finding, struct text *out)
{
    text_format(out, "%s%s%s\n", finding->code, *finding->code ? ": " : "", finding->claim);
    for (size_t i = 0; i < finding->note_count; i++)
        text_format(out, "  %s\n", finding->notes[i]);
    for (size_t i = 0; i < finding->stack_count; i++) {
        const struct report_stack *stack = &finding->stacks[i];
        text_format(out, "%s%s", stack->title, *stack->title ? "\n" : "");
        for (size_t j = 0; j < stack->count; j++)
            text_format(out, "  %2zu  %s%s%s  %s:%llu\n", j, stack->frames[j].image, *stack->frames[j].image ? "!" : "",
                        stack->frames[j].symbol, stack->frames[j].place.file,
                        (unsigned long long)stack->frames[j].place.line);
    }
}

static void add_case(xmlNode *suite, const struct report_run *run, const struct report_test *test, struct arena *a)
{
    xmlNode *node = xmlNewChild(suite, NULL, BAD_CAST "testcase", NULL), *properties = NULL;
    struct text text = {0};
    text_put(&text, "");
    attribute(node, "name", clean(test->name, a));
    attribute(node, "classname", clean(test->suite, a));
    attribute(node, "file", clean(test->place.file, a));
    attribute(node, "line", arena_format(a, "%llu", (unsigned long long)test->place.line));
    for (size_t i = 0; i < run->finding_count; i++) {
        const struct report_finding *finding = &run->findings[i];
        if (!is_of(finding, test))
            continue;
        if (!properties)
            properties = xmlNewChild(node, NULL, BAD_CAST "properties", NULL);
        xmlNode *property = xmlNewChild(properties, NULL, BAD_CAST "property", NULL);
        attribute(property, "name", "finding");
        attribute(property, "value",
                  clean(arena_format(a, "%s %s:%llu %s", *finding->code ? finding->code : "-", finding->place.file,
                                     (unsigned long long)finding->place.line, finding->claim),
                        a));
        put_finding(finding, &text);
    }
    if (!test->passed || test->bad) {
        xmlNode *failure = xmlNewTextChild(node, NULL, BAD_CAST "failure", BAD_CAST clean(text.data, a));
        attribute(failure, "message",
                  clean(*test->reason ? test->reason
                                      : arena_format(a, "%llu of %llu %s end badly", (unsigned long long)test->bad,
                                                     (unsigned long long)test->branches, run->mode),
                        a));
    }
    text_free(&text);
}

static void add_counts(xmlNode *node, uint64_t tests, uint64_t failures, struct arena *a)
{
    attribute(node, "tests", arena_format(a, "%llu", (unsigned long long)tests));
    attribute(node, "failures", arena_format(a, "%llu", (unsigned long long)failures));
    attribute(node, "errors", "0");
}

static uint64_t failures_of(const struct report_run *run)
{
    uint64_t failures = 0;
    for (size_t i = 0; i < run->test_count; i++)
        failures += !run->tests[i].passed || run->tests[i].bad;
    return failures;
}

void report_junit(const struct report *report, struct arena *a, struct text *out)
{
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *root = xmlNewNode(NULL, BAD_CAST "testsuites");
    xmlChar *text = NULL;
    uint64_t tests = 0, failures = 0;
    int size = 0;
    xmlDocSetRootElement(document, root);
    attribute(root, "name", "cwdk test");
    for (size_t i = 0; i < report->run_count; i++) {
        tests += report->runs[i].test_count;
        failures += failures_of(&report->runs[i]);
    }
    add_counts(root, tests, failures, a);
    for (size_t i = 0; i < report->run_count; i++) {
        const struct report_run *run = &report->runs[i];
        xmlNode *suite = xmlNewChild(root, NULL, BAD_CAST "testsuite", NULL);
        attribute(suite, "name", clean(arena_format(a, "cwdk %s", run->command), a));
        add_counts(suite, run->test_count, failures_of(run), a);
        for (size_t j = 0; j < run->test_count; j++)
            add_case(suite, run, &run->tests[j], a);
    }
    xmlDocDumpFormatMemoryEnc(document, &text, &size, "UTF-8", 1);
    if (!text)
        memory_exhausted();
    text_add(out, (const char *)text, (size_t)size);
    xmlFree(text);
    xmlFreeDoc(document);
}
