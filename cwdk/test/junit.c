/* JUnit's XML. */
#include "cwdk/test/test.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <libxml/tree.h>
#include <string.h>

static void attribute(xmlNode *node, const char *name, const char *value)
{
    xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

/* XML 1.0 has no way to write most control characters, and demands UTF-8. */
static const char *clean(const char *text, struct arena *a)
{
    char *copy = arena_string(a, text);
    const bool utf8 = xmlCheckUTF8(BAD_CAST text);
    for (char *p = copy; *p; p++)
        if (((unsigned char)*p < ' ' && *p != '\n' && *p != '\t') || (!utf8 && (unsigned char)*p > '~'))
            *p = '?';
    return copy;
}

static void add_text(xmlNode *parent, const char *name, const char *text, struct arena *a)
{
    if (text && *text)
        xmlNewTextChild(parent, NULL, BAD_CAST name, BAD_CAST clean(text, a));
}

/* "failure": the driver's; "error": the test or the simulator could not do its work. */
static const char *kind_of(const struct test_case *test)
{
    return test_event_find(&test->run, "error") || test_event_find(&test->run, "crash") || test->run.stuck ||
                   test->run.status > 128
               ? "error"
               : "failure";
}

static void add_finding(xmlNode *node, const char *code, const char *place, const char *claim, struct arena *a)
{
    xmlNode *properties = node->children;
    if (!properties)
        properties = xmlNewChild(node, NULL, BAD_CAST "properties", NULL);
    xmlNode *property = xmlNewChild(properties, NULL, BAD_CAST "property", NULL);
    attribute(property, "name", "finding");
    attribute(property, "value", clean(arena_format(a, "%s %s %s", code, *place ? place : "?", claim), a));
}

/* One property a finding: "VRF0101 echo.c:41 what was done". */
static void add_findings(xmlNode *node, const struct test_run *run, struct arena *a)
{
    const struct test_event *finding = NULL;
    while ((finding = test_finding_next(run, finding)))
        add_finding(node, finding->fields[0], test_finding_place(run, finding, a), finding->fields[1], a);
}

/* The same for each way in which branches ended badly. */
static void add_branches(xmlNode *node, const struct test_case *test, struct arena *a)
{
    for (size_t i = 0; i < test->branch_count; i++) {
        const struct test_branch *one = &test->branches[i];
        if (!one->reason || (one->like && !one->like_test))
            continue;
        if (test_finding_next(&one->run, NULL))
            add_findings(node, &one->run, a);
        else
            add_finding(node, one->code, one->place, one->reason, a);
    }
}

static void add_case(xmlNode *suite, const struct test_kit *kit, const struct test_suite *of, enum test_mode mode,
                     const struct test_case *test, struct arena *a)
{
    xmlNode *node = xmlNewChild(suite, NULL, BAD_CAST "testcase", NULL);
    struct text text = {0};
    attribute(node, "name", test->name);
    attribute(node, "classname", of->name);
    attribute(node, "file", test->file);
    attribute(node, "line", arena_format(a, "%u", test->line));
    attribute(node, "time", arena_format(a, "%.3f", test->run.milliseconds / 1e3));
    add_findings(node, &test->run, a);
    add_branches(node, test, a);
    if (!test->passed) {
        const struct test_event *finding = test_finding_next(&test->run, NULL);
        text_put(&text, "");
        if (!test->run_passed)
            test_report(kit, test, a, &text);
        test_branches_report(kit, mode, test, a, &text);
        xmlNode *failure = xmlNewTextChild(node, NULL, BAD_CAST kind_of(test), BAD_CAST clean(text.data, a));
        attribute(failure, "message", clean(test->reason, a));
        if (finding)
            attribute(failure, "type", finding->fields[0]);
    }
    text_clear(&text);
    text_put(&text, "");
    test_report_output(&test->run, &text);
    add_text(node, "system-out", text.data, a);
    add_text(node, "system-err", test->run.output, a);
    text_free(&text);
}

static void add_counts(xmlNode *node, const struct test_suite *suites, size_t count, struct arena *a)
{
    size_t tests = 0, failures = 0, errors = 0;
    double milliseconds = 0;
    for (size_t i = 0; i < count; i++) {
        milliseconds += suites[i].milliseconds;
        tests += suites[i].count;
        for (size_t j = 0; j < suites[i].count; j++) {
            const struct test_case *test = &suites[i].cases[j];
            const bool error = !test->passed && strcmp(kind_of(test), "error") == 0;
            errors += error;
            failures += !test->passed && !error;
        }
    }
    attribute(node, "tests", arena_format(a, "%zu", tests));
    attribute(node, "failures", arena_format(a, "%zu", failures));
    attribute(node, "errors", arena_format(a, "%zu", errors));
    attribute(node, "time", arena_format(a, "%.3f", milliseconds / 1e3));
}

bool test_junit_write(const struct test_kit *kit, const char *path, const struct test_suite *suites, size_t count,
                      enum test_mode mode, uint64_t seed, struct arena *a, struct diag *d)
{
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *root = xmlNewNode(NULL, BAD_CAST "testsuites");
    xmlDocSetRootElement(document, root);
    attribute(root, "name", "cwdk test");
    add_counts(root, suites, count, a);
    for (size_t i = 0; i < count; i++) {
        xmlNode *suite = xmlNewChild(root, NULL, BAD_CAST "testsuite", NULL);
        attribute(suite, "name", suites[i].name);
        add_counts(suite, &suites[i], 1, a);
        xmlNode *properties = xmlNewChild(suite, NULL, BAD_CAST "properties", NULL);
        xmlNode *property = xmlNewChild(properties, NULL, BAD_CAST "property", NULL);
        attribute(property, "name", "seed");
        attribute(property, "value", arena_format(a, "%llu", (unsigned long long)seed));
        for (size_t j = 0; j < suites[i].count; j++)
            add_case(suite, kit, &suites[i], mode, &suites[i].cases[j], a);
    }
    xmlChar *text = NULL;
    int size = 0;
    xmlDocDumpFormatMemoryEnc(document, &text, &size, "UTF-8", 1);
    const bool written = text && file_write(path, text, (size_t)size, 0644, d);
    xmlFree(text);
    xmlFreeDoc(document);
    return written;
}
