/*
 * In the place of a Windows tool that Wine lacks: adds its command line to the file of CALLS, and ends with the status
 * that the file NAME.status beside itself has, which it removes; 0 where there is none.
 */
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    char path[MAX_PATH + 8];
    int status = 0;
    FILE *calls = fopen(CALLS, "a");
    if (!calls)
        return 99;
    fprintf(calls, "%s\n", GetCommandLineA());
    fclose(calls);
    GetModuleFileNameA(NULL, path, MAX_PATH);
    strcpy(strrchr(path, '.'), ".status");
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    if (fscanf(file, "%d", &status) != 1)
        status = 98;
    fclose(file);
    DeleteFileA(path);
    return status;
}
