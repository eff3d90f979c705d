/* UMDF's table of functions, for sources that see either framework's headers. WDFFUNC is declared before. */
#ifndef NTSIM_UMDF_TABLE_H
#define NTSIM_UMDF_TABLE_H

/* Fills what a driver's table pointer gets: um_function_count functions. */
extern const ULONG um_function_count;
void um_fill_table(PVOID driver_start, WDFFUNC *table);

/* The places in KMDF's table of those that are the same there, ~0 of the others. */
extern const ULONG um_kernel_indices[];

/* Of wdf01000.sys: the function at that place of KMDF's table. */
__declspec(dllimport) WDFFUNC SimWdfFunction(ULONG index);
/* Of ntoskrnl.exe: stops the run. */
__declspec(dllimport) void SimStopMissing(const char *text);

#endif
