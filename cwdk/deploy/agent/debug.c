/*
 * What programs and user-mode drivers of this session print with OutputDebugString: the system hands it to whoever has
 * the section and the events by these names. What kernel drivers print goes to a kernel debugger alone.
 */
#include "agent.h"

#include <stdio.h>
#include <string.h>

enum { SECTION_SIZE = 4096 };

struct section {
    DWORD process;
    char text[SECTION_SIZE - sizeof(DWORD)];
};

static HANDLE room, data, stop, thread;
static const struct section *section;

/* Each line of the text is one of ours. The text ends with a zero, or with the section. */
static void print_text(void)
{
    static char copy[SECTION_SIZE];
    memcpy(copy, section->text, sizeof section->text);
    for (char *line = strtok(copy, "\r\n"); line; line = strtok(NULL, "\r\n"))
        printf("[debug] %s\n", line);
}

static DWORD WINAPI take_texts(void *context)
{
    const HANDLE both[2] = {data, stop};
    (void)context;
    for (;;) {
        SetEvent(room);
        /* The text before the end: both may be there. */
        if (WaitForMultipleObjects(2, both, FALSE, INFINITE) != WAIT_OBJECT_0)
            return 0;
        print_text();
    }
}

void debug_begin(void)
{
    room = CreateEventA(NULL, FALSE, FALSE, "DBWIN_BUFFER_READY");
    const BOOL taken = GetLastError() == ERROR_ALREADY_EXISTS;
    data = CreateEventA(NULL, FALSE, FALSE, "DBWIN_DATA_READY");
    const HANDLE mapping =
        CreateFileMappingA(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, SECTION_SIZE, "DBWIN_BUFFER");
    section = mapping ? MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0) : NULL;
    stop = CreateEventA(NULL, TRUE, FALSE, NULL);
    if (!taken && section && room && data && stop) /* another debugger of that kind keeps what it has */
        thread = CreateThread(NULL, 0, take_texts, NULL, 0, NULL);
}

void debug_end(void)
{
    if (!thread)
        return;
    SetEvent(stop);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
    thread = NULL;
}
