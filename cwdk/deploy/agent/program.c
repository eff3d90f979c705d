/* Runs the program that uses the driver, and waits for its end. */
#include "agent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_SIZE = 32000, MOST_ARGUMENTS = 1000 };

/* Appends one argument as the C runtime of the other side takes it apart again. */
static void quote(char *line, size_t size, const char *argument)
{
    size_t used = strlen(line), slashes = 0;
    if (used && used + 1 < size)
        line[used++] = ' ';
    if (used + 2 * strlen(argument) + 3 > size)
        return;
    line[used++] = '"';
    for (; *argument; argument++) {
        if (*argument == '"')
            for (size_t i = 0; i <= slashes; i++)
                line[used++] = '\\';
        slashes = *argument == '\\' ? slashes + 1 : 0;
        line[used++] = *argument;
    }
    while (slashes--)
        line[used++] = '\\';
    line[used++] = '"';
    line[used] = 0;
}

int program_run(char **arguments, UINT code_page)
{
    static char line[LINE_SIZE];
    static WCHAR wide[LINE_SIZE];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    DWORD status = 1;
    for (char **argument = arguments; *argument; argument++)
        quote(line, sizeof line, *argument);
    if (!MultiByteToWideChar(code_page, 0, line, -1, wide, LINE_SIZE))
        return failed_with(PROGRAM_FAILED, "read the program's arguments", GetLastError());
    if (!CreateProcessW(NULL, wide, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return failed_with(PROGRAM_FAILED, "run the program", GetLastError());
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    printf("agent: the program ended with status %lu\n", status);
    return status ? PROGRAM_FAILED : DONE;
}

int program_run_file(const char *path)
{
    static char content[LINE_SIZE];
    static char *arguments[MOST_ARGUMENTS + 1];
    FILE *file = fopen(path, "rb");
    const size_t size = file ? fread(content, 1, sizeof content - 1, file) : 0;
    int count = 0;
    if (file)
        fclose(file);
    for (char *line = content, *end; line < content + size && count < MOST_ARGUMENTS; line = end + 1) {
        end = strchr(line, '\n');
        if (!end)
            break;
        *end = 0;
        arguments[count++] = line;
    }
    return count ? program_run(arguments, CP_UTF8)
                 : failed_with(PROGRAM_FAILED, "read the program's name", ERROR_BAD_FORMAT);
}
