/* A program that plays the loader to an entry stub: what happens is noted word by word, then compared. Prints TAP. */
#ifndef TESTS_WDF_STORY_H
#define TESTS_WDF_STORY_H

int printf(const char *format, ...);
int strcmp(const char *left, const char *right);

static char story[256];
static int checks;
static int failures;

static void told(const char *word)
{
    unsigned at = 0;
    while (story[at] != 0) {
        at++;
    }
    if (at != 0) {
        story[at++] = ' ';
    }
    while (*word != 0 && at < sizeof(story) - 1) {
        story[at++] = *word++;
    }
    story[at] = 0;
}

static void check(int fine, const char *what)
{
    checks++;
    failures += !fine;
    printf("%sok %d - %s\n", fine ? "" : "not ", checks, what);
}

static void check_story(const char *wanted, const char *what)
{
    int fine = strcmp(story, wanted) == 0;
    check(fine, what);
    if (!fine) {
        printf("# got '%s', wanted '%s'\n", story, wanted);
    }
    story[0] = 0;
}

#endif
