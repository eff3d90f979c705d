/*
 * Where drivers have last done what matters for an object: allocated, locked, released it. Where the system stops
 * because of the object, the finding has these stacks, too (stops.c). For any part of the system; costs a walk of the
 * stack.
 */
#ifndef NTSIM_VERIFIER_NOTES_H
#define NTSIM_VERIFIER_NOTES_H

#include "ntsim/verifier/vf.h"

enum { VF_NOTES = 6 /* of an object, and of a stop */ };

/* `title` says what is done here, as that of a vf_related; it stays. One of the same title is replaced. `first`:
 * nothing that was noted of the address before is of this object. */
void vf_note_at(const VOID *object, const char *title, BOOLEAN first, vf_stack stack);
#define vf_note(object, title)     (vf_on ? vf_note_at((object), (title), FALSE, vf_here()) : (void)0)
#define vf_note_new(object, title) (vf_on ? vf_note_at((object), (title), TRUE, vf_here()) : (void)0)

/* The stop that comes is about that object, too, which its parameters do not have. */
void vf_about(const VOID *object);

/* What is known of the objects among these numbers, and of vf_about's, in the order in which it was noted; returns how
 * many. */
ULONG vf_notes(const ULONG64 *numbers, ULONG count, struct vf_related notes[VF_NOTES]);

#endif
