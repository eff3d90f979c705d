/*
 * Taking back all that has happened to the machine's memory since a mark: the system's and the drivers' data, stacks,
 * pool, shadow, and what was mapped, unmapped, protected and aliased. What the host has of its own (its heap, its
 * variables, files) is not taken back, nor is the stack that the mark is made on.
 *
 * Pages are write-protected at the mark. The first write to one faults, and copies it; from then on the page is
 * compared with its copy each time, until it has not been written to for a while. So what a run costs is what it writes
 * to.
 */
#ifndef NTSIM_MACHINE_REWIND_H
#define NTSIM_MACHINE_REWIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Before the mark: these bytes stay as they are. Eight ranges at most; false: there are more. */
bool rewind_except(const void *begin, size_t size);
/* After the mark: what is in these whole pages is the caller's affair from now on. */
bool rewind_leave(void *begin, size_t size);
/* These bytes are taken back, too; they are compared each time. One range, of one page at most. */
void rewind_also(void *begin, size_t size);
/* Called once, on the system's main thread. False with `*error`: that cannot be. */
bool rewind_mark(const char **error);
/* Everything is as at the mark, on the thread that made it. False: something has happened that cannot be taken back,
 * and
 * `*error` says what. */
bool rewind_back(const char **error);
/* How many pages are compared each time, and how many have been written to at all. */
void rewind_count(size_t *compared, size_t *written);

/* --- for the machine's own files; all of these do nothing before the mark --- */

/* Whether a write to that address faulted because of the mark, and can be repeated. */
bool rewind_fault(uint64_t address);
/* The host's kernel is about to write there, which does not fault. */
void rewind_touch(uint64_t address, uint64_t size);
void rewind_mapped(void *address, uint64_t size);
/* True: the memory is to stay, and cannot be touched any more. */
bool rewind_unmapped(void *address, uint64_t size);
void rewind_protected(void *address, uint64_t size);
/* These pages are about to be replaced by others with the same content. */
void rewind_shared(void *address, uint64_t size);

/* memory.c and alias.c: their own variables. */
void memory_mark(void);
void memory_rewind(void);
void alias_mark(void);
void alias_rewind(void);

#endif
