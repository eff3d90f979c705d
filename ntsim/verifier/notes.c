/* What was last done to objects: a table by address, in which a later object takes the place of an earlier one. */
#include "ntsim/verifier/notes.h"

enum { OBJECTS = 1024 };

struct note {
    const char *Title;
    vf_stack Stack;
    ULONG64 When;
};

static struct {
    const VOID *Object;
    struct note Notes[VF_NOTES];
} objects[OBJECTS];
static ULONG64 now;
static const VOID *about;

static ULONG slot_of(const VOID *object)
{
    return (ULONG)(((ULONG64)object >> 3) * 0x9E3779B97F4A7C15ull >> 48) % OBJECTS;
}

void vf_note_at(const VOID *object, const char *title, BOOLEAN first, vf_stack stack)
{
    const ULONG slot = slot_of(object);
    struct note *notes = objects[slot].Notes, *oldest = notes;
    if (!stack)
        return;
    if (objects[slot].Object != object || first) {
        RtlZeroMemory(notes, sizeof(objects[slot].Notes));
        objects[slot].Object = object;
    }
    for (ULONG i = 0; i < VF_NOTES; i++) {
        if (notes[i].Title == title) {
            oldest = &notes[i];
            break;
        }
        if (notes[i].When < oldest->When)
            oldest = &notes[i];
    }
    *oldest = (struct note){title, stack, ++now};
}

void vf_about(const VOID *object)
{
    about = object;
}

/* By when they were noted. */
static ULONG add(const VOID *object, struct note all[VF_NOTES], ULONG count)
{
    const ULONG slot = slot_of(object);
    if (!object || objects[slot].Object != object)
        return count;
    for (ULONG i = 0; i < VF_NOTES && count < VF_NOTES; i++) {
        const struct note *note = &objects[slot].Notes[i];
        ULONG at = count;
        if (!note->Title)
            continue;
        while (at > 0 && all[at - 1].When > note->When) {
            all[at] = all[at - 1];
            at--;
        }
        all[at] = *note;
        count++;
    }
    return count;
}

ULONG vf_notes(const ULONG64 *numbers, ULONG count, struct vf_related notes[VF_NOTES])
{
    struct note all[VF_NOTES];
    ULONG found = add(about, all, 0);
    for (ULONG i = 0; i < count; i++)
        if ((const VOID *)numbers[i] != about)
            found = add((const VOID *)numbers[i], all, found);
    for (ULONG i = 0; i < found; i++)
        notes[i] = (struct vf_related){all[i].Title, all[i].Stack};
    about = NULL;
    return found;
}
