/*
 * Fewer than four bytes that nobody has written look like any others. Where a request returns bytes of a pattern, the
 * run is copied before the next such request is given to its driver; the copy goes on with other patterns. Bytes that
 * are of the pattern in both were never written.
 */
#include "ntsim/verifier/fetches.h"
#include "ntsim/verifier/irps.h"
#include "ntsim/verifier/sim.h"

enum { KEYS = 128, LOOKS = 4, COPIES = 2, ALL_COPIES = 16 };

ULONG vf_pattern_flip;
const IRP *vf_patterns_watched;

/* Requests of one kind. */
static struct key {
    ULONG64 Key;
    UCHAR Looks, Copies;
    BOOLEAN Suspect;
} keys[KEYS];
static ULONG copies;
static struct sim_fetch_plan plan;

static const struct {
    ULONG Pattern;
    const char *What;
} kinds[] = {
    {VF_PATTERN_STACK, "the stack"},
    {VF_PATTERN_POOL, "pool"},
    {VF_PATTERN_BUFFER, "the buffer of the request"},
};
enum { KINDS = RTL_NUMBER_OF(kinds) };

static const IO_STACK_LOCATION *first_of(const IRP *irp)
{
    return (const IO_STACK_LOCATION *)(irp + 1) + irp->StackCount - 1;
}

static BOOLEAN is_control(const IO_STACK_LOCATION *location)
{
    return location->MajorFunction == IRP_MJ_DEVICE_CONTROL || location->MajorFunction == IRP_MJ_FILE_SYSTEM_CONTROL;
}

static ULONG input_of(const IRP *irp)
{
    const IO_STACK_LOCATION *location = first_of(irp);
    return is_control(location) ? location->Parameters.DeviceIoControl.InputBufferLength : 0;
}

static struct key *key_of(const IRP *irp)
{
    const IO_STACK_LOCATION *location = first_of(irp);
    const ULONG code = is_control(location) ? location->Parameters.DeviceIoControl.IoControlCode : 0;
    const ULONG64 key = (ULONG64)location->MajorFunction << 32 | code;
    struct key *found = &keys[(key * 0x9E3779B97F4A7C15ull >> 40) % KEYS];
    if (found->Key != key)
        *found = (struct key){.Key = key};
    return found;
}

static BOOLEAN is_buffered(const IRP *irp)
{
    return irp->RequestorMode == UserMode && irp->Flags & IRP_INPUT_OPERATION && irp->AssociatedIrp.SystemBuffer;
}

void vf_patterns_begin(const IRP *irp)
{
    struct key *key = is_buffered(irp) ? key_of(irp) : NULL;
    if (!key || !key->Suspect || key->Copies == COPIES || copies == ALL_COPIES || vf_patterns_watched ||
        !vf_copy_begin(&plan))
        return;
    key->Copies++;
    copies++;
    vf_patterns_watched = irp;
    if (!plan.taken)
        return;
    const ULONG input = input_of(irp);
    const IO_STACK_LOCATION *location = first_of(irp);
    const ULONG room = is_control(location) ? location->Parameters.DeviceIoControl.OutputBufferLength
                                            : location->Parameters.Read.Length;
    vf_pattern_flip = MAXULONG;
    if (room > input)
        vf_fill((PUCHAR)irp->AssociatedIrp.SystemBuffer + input, room - input);
}

/* The byte that a pattern of that kind has at that offset of the buffer. */
static UCHAR byte_of(ULONG kind, const IRP *irp, ULONG offset)
{
    const ULONG phase = kinds[kind].Pattern == VF_PATTERN_BUFFER ? offset - input_of(irp) : offset;
    return (UCHAR)(kinds[kind].Pattern >> phase % sizeof(ULONG) * 8);
}

/* Offsets of bytes that could be of a pattern; returns how many there are, as far as there is room. */
static ULONG candidates(const IRP *irp, SIZE_T size, uint32_t offsets[SIM_FETCH_BYTES])
{
    const UCHAR *buffer = irp->AssociatedIrp.SystemBuffer;
    ULONG count = 0;
    for (ULONG at = 0; at < size && count < SIM_FETCH_BYTES; at++)
        for (ULONG kind = 0; kind < KINDS; kind++)
            if (buffer[at] == byte_of(kind, irp, at)) {
                offsets[count++] = at;
                break;
            }
    return count;
}

static void tell(const IRP *irp, SIZE_T size, const struct sim_fetch_outcome *other, ULONG count)
{
    const UCHAR *buffer = irp->AssociatedIrp.SystemBuffer;
    for (ULONG i = 0; i < count; i++)
        for (ULONG kind = 0; kind < KINDS; kind++) {
            const UCHAR byte = byte_of(kind, irp, plan.offsets[i]);
            if (buffer[plan.offsets[i]] != byte || other->bytes[i] != (UCHAR)~byte)
                continue;
            vf_find(
                "VRF0311", vf_completed_at(irp), NULL, 0,
                "the byte %lu of the %llu that go to the user's buffer was never written: it is what was left of %s",
                (ULONG)plan.offsets[i], size, kinds[kind].What);
            return;
        }
}

/* In the copy: what stands there. */
static DECLSPEC_NORETURN void end_copy(const IRP *irp, SIZE_T size)
{
    struct sim_fetch_outcome outcome = {.ended = SIM_FETCH_COMPLETED, .status = irp->IoStatus.Status};
    for (ULONG i = 0; i < SIM_FETCH_BYTES; i++)
        outcome.bytes[i] = plan.offsets[i] < size ? ((PUCHAR)irp->AssociatedIrp.SystemBuffer)[plan.offsets[i]] : 0;
    vf_copy_tell(&outcome);
    __builtin_unreachable();
}

void vf_patterns_done(const IRP *irp, SIZE_T room)
{
    const BOOLEAN returns = is_buffered(irp) && !NT_ERROR(irp->IoStatus.Status) && vf_completed_at(irp);
    const SIZE_T size = returns ? min(room, irp->IoStatus.Information) : 0;
    if (vf_patterns_watched == irp) {
        struct sim_fetch_outcome other;
        if (plan.taken)
            end_copy(irp, size);
        plan.taken = true;
        const ULONG count = candidates(irp, size, plan.offsets);
        if (count && vf_copy_run(&plan, &other) && other.status == irp->IoStatus.Status)
            tell(irp, size, &other, count);
        plan.taken = false;
        vf_patterns_watched = NULL;
        vf_copy_drop();
        return;
    }
    struct key *key = size ? key_of(irp) : NULL;
    uint32_t offsets[SIM_FETCH_BYTES];
    if (!key || key->Looks == LOOKS)
        return;
    key->Looks++;
    key->Suspect |= candidates(irp, size, offsets) != 0;
}
