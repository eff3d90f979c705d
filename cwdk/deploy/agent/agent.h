/* The agent's parts: what they report by, and what each does. Results are exit statuses of the agent. */
#ifndef CWDK_AGENT_H
#define CWDK_AGENT_H

#include <windows.h>

enum { DONE, NOT_STARTED, WRONG_USAGE, FAILED, PROGRAM_FAILED, REBOOT_REQUIRED };

/* Prints the step and the error with its text; returns `result`. */
int failed_with(int result, const char *step, DWORD error);
/* The same with the last error, and FAILED. */
int failed(const char *step);

/* store.c: files that Windows has copied from a package. */

/* Prints the names (oem7.inf) under which Windows keeps the INF; none where one of the folder (or NULL) is the same. */
int store_published(const char *inf, const char *folder);
/* Deletes the file of a service's ImagePath, where its content is that of `image`: Windows does not. What lies in the
 * driver store is Windows' own. */
int store_forget_image(const char *image_path, const char *image);

/* debug.c: between these, what is printed with OutputDebugString is printed here, in lines that begin with [debug]. */
void debug_begin(void);
void debug_end(void);

/* program.c: programs that use the driver. The list ends with NULL; the first is the program. */
int program_run(char **arguments, UINT code_page);
/* Program and arguments are the file's lines, in UTF-8. */
int program_run_file(const char *path);

#endif
