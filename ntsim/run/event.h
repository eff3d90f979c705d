/*
 * What the run tells the tool that started it: one line an event, "TYPE<tab>FIELD<tab>FIELD", with \t, \n and \\ in
 * fields escaped. Safe in signal handlers and on small stacks: nothing is allocated.
 *
 *     test NAME FILE LINE BUGCHECK           a test there is (--list)
 *     image NAME PATH BASE                   an image of interest is mapped
 *     print TIME TEXT                        debug output of the driver
 *     begin PHASE                            load, test, close, unplug, unload
 *     failure FILE LINE WHAT ACTUAL EXPECTED a check did not hold; the last two may be empty
 *     stop CODE P1 P2 P3 P4 IRQL MESSAGE     bug check
 *     frame PATH NAME OFFSET SYMBOL          of the stack where it stopped, innermost first; PATH "" for host code
 *     finding CODE CLAIM IRQL                of the verifier; frames follow, whose addresses lie within calls
 *     related TITLE                          a stack that led to the finding before; frames follow
 *     hang TEXT                              nothing can run; threads follow
 *     thread TEXT
 *     loop IRQL SECONDS WHO                  a request took all that processor time in code of WHO: driver, test
 *     crash SIGNAL                           a fault in the host's own code; frames follow
 *     error TEXT                             the run could not begin
 *     block PATH OFFSET COUNT BEGINS         how often a basic block of an instrumented driver was entered; 1: of a
 * function (--coverage) import MODULE NAME STATE               implemented or missing (--imports) ready for the next
 * command; reply TEXT, refusal TEXT: what became of it trace PHASE LANE ID TIME NAME          see docs/testing.md
 *     progress COUNT                         schedules that were run so far
 *     schedules RESULT RUNS CHOICES N TEXT OWN
 *                                            what was explored: "failed" (RUNS is its number; N runs to shrink it),
 *                                            "priorities" (N wanted), "all" or "cut" (N switches at most); CHOICES of
 *                                            the longest run; TEXT the chances; OWN how many are this shard's
 *     chance DEPTH PROCESSORS RUNS           so many of this shard's schedules were drawn for that depth of PCT
 *     decisions PROCESSORS TEXT              those of the run that is told from then on, for --schedule follow:
 *     switch CHOICE FROM TO POINT IRQL       a decision; frames follow: for a call the function, then where FROM is
 * left branch NUMBER ORDINAL WHAT HOW         what follows, up to "merge", is of a copy of the run in which that goes
 *                                            wrong; frames follow
 *     skip NUMBER                            a branch that another shard takes
 *     merge STATUS                           its exit status, or 128 + signal
 *     end TIME                               of the virtual time, after all went well
 */
#ifndef NTSIM_RUN_EVENT_H
#define NTSIM_RUN_EVENT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* The file descriptor events go to. */
void event_open(int fd);

/* event("failure", "sds", file, line, text): s a string (NULL is ""), d an unsigned 64-bit number, x the same in
 * hexadecimal. */
void event(const char *type, const char *fields, ...);
/* Debug output: a "print" event for each line. A line that is not ended is told before the next event of another kind.
 */
void event_print(uint64_t time, const char *text, size_t length);
/* From now on events go there, and debug output nowhere. */
typedef void event_taker(const char *type, const char *fields, va_list arguments);
void event_divert(event_taker *to);
/* For a signal's handler that will not return: drops the event that it may have interrupted. */
void event_recover(void);

#endif
