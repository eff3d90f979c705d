/*
 * Happens-before, by vector clocks, with the last write and the last reads of each 8 bytes (as FastTrack has it:
 * Flanagan and Freund, 2009). Tables have a fixed size: what is pushed out of them is forgotten, which hides races and
 * makes up none, but for an object's clock; so there is room for many of those.
 */
#include "ntsim/verifier/races.h"

#include "ntsim/ke/ki.h"
#include "ntsim/ke/schedule.h"
#include "ntsim/mm/mi.h"
#include "ntsim/verifier/vf.h"

enum {
    STRANDS = 48,
    DPC_STRANDS = 8, /* of processors; threads have the others */
    OBJECTS = 1 << 12,
    CELLS = 1 << 15,
    READS = 3,
    PENDING = 4,
    ARGUMENTS = 3,
    NO_STRAND = STRANDS,
    GRANULE = 8,
    LOWEST_POINTER = 1 << 16
};

BOOLEAN vf_racing;

struct clock {
    ULONG At[STRANDS];
};

static struct strand {
    struct clock Clock;
    const VOID *Pending[PENDING]; /* to be acquired once the call that is under way has returned */
    ULONG PendingCount;
} strands[STRANDS];
static PKTHREAD owners[STRANDS];
static ULONG strand_count = DPC_STRANDS;

static struct object {
    const volatile VOID *Address;
    struct clock Clock;
} objects[OBJECTS];

static const volatile VOID *source;

/* --- strands and objects --- */

static ULONG strand_of(PKTHREAD thread)
{
    for (ULONG i = DPC_STRANDS; i < strand_count; i++)
        if (owners[i] == thread)
            return i;
    if (strand_count == STRANDS)
        return NO_STRAND;
    owners[strand_count] = thread;
    strands[strand_count].Clock.At[strand_count] = 1;
    return strand_count++;
}

static ULONG current_strand(void)
{
    const struct ki_processor *processor = ki_current_processor();
    if (!processor->DpcActive)
        return strand_of(processor->CurrentThread);
    return processor->Number < DPC_STRANDS ? processor->Number : NO_STRAND;
}

static void join(struct clock *to, const struct clock *from)
{
    for (ULONG i = 0; i < STRANDS; i++)
        to->At[i] = max(to->At[i], from->At[i]);
}

static ULONG hash(ULONG64 value)
{
    return (ULONG)((value * 0x9E3779B97F4A7C15ULL) >> 40);
}

static struct object *object_of(const volatile VOID *address, BOOLEAN make)
{
    for (ULONG i = 0, at = hash((ULONG64)address); i < 32; i++, at++) {
        struct object *object = &objects[at % OBJECTS];
        if (object->Address == address)
            return object;
        if (!object->Address) {
            object->Address = make ? address : NULL;
            return make ? object : NULL;
        }
    }
    vf_racing = FALSE; /* more objects than can be followed: from here on no race is told */
    return NULL;
}

static void settle(ULONG strand)
{
    struct strand *s = &strands[strand];
    while (s->PendingCount > 0) {
        const struct object *object = object_of(s->Pending[--s->PendingCount], FALSE);
        if (object)
            join(&s->Clock, &object->Clock);
    }
}

static void release(ULONG strand, struct clock *to)
{
    const struct object *for_other = source ? object_of(source, FALSE) : NULL;
    if (source) {
        if (for_other)
            join(to, &for_other->Clock);
        return;
    }
    if (strand == NO_STRAND)
        return;
    settle(strand);
    join(to, &strands[strand].Clock);
    strands[strand].Clock.At[strand]++;
}

void vf_race_release(const volatile VOID *address)
{
    struct object *object = object_of(address, TRUE);
    if (object)
        release(current_strand(), &object->Clock);
}

static void acquire(ULONG strand, const volatile VOID *address)
{
    const struct object *object = object_of(address, FALSE);
    if (object && strand != NO_STRAND)
        join(&strands[strand].Clock, &object->Clock);
}

void vf_race_acquire(const volatile VOID *address)
{
    acquire(current_strand(), address);
}

void vf_race_acquire_by(PKTHREAD thread, const volatile VOID *address)
{
    acquire(strand_of(thread), address);
}

void vf_race_wake(PKTHREAD thread)
{
    const ULONG strand = strand_of(thread);
    if (strand != NO_STRAND && strand != current_strand())
        release(current_strand(), &strands[strand].Clock);
}

void vf_race_join_threads(void)
{
    const ULONG strand = current_strand();
    for (ULONG i = DPC_STRANDS; strand != NO_STRAND && i < strand_count; i++) {
        join(&strands[strand].Clock, &strands[i].Clock);
        if (i != strand)
            strands[i].Clock.At[i]++;
    }
}

void vf_race_join_dpcs(void)
{
    const ULONG strand = current_strand();
    for (ULONG i = 0; strand != NO_STRAND && i < DPC_STRANDS; i++) {
        join(&strands[strand].Clock, &strands[i].Clock);
        if (i != strand)
            strands[i].Clock.At[i]++;
    }
}

void vf_race_act_for(const volatile VOID *object)
{
    source = object;
}

/* For the frameworks, whose own locks are not seen. */
__declspec(dllexport) void SimOrderBefore(const void *object)
{
    VF_RELEASE(object);
}

__declspec(dllexport) void SimOrderAfter(const void *object)
{
    VF_ACQUIRE(object);
}

/* --- calls --- */

/* What neither waits for anything nor tells anybody. */
static BOOLEAN is_pure(const char *name)
{
    static const char *const begins[] = {"Rtl",     "Dbg",     "vDbg",    "ExAllocate", "ExFree", "KeStall",
                                         "KeQuery", "KeDelay", "KeGet",   "PsGet",      "mem",    "KeInitialize",
                                         "Mm",      "KeRaise", "KeLower", "KfRaise",    "KfLower"};
    for (ULONG i = 0; i < RTL_NUMBER_OF(begins); i++)
        if (strncmp(name, begins[i], strlen(begins[i])) == 0)
            return TRUE;
    return FALSE;
}

/* Everything that a call is about is taken for something that it may release and acquire. */
static BOOLEAN at_call(struct vf_call *call)
{
    const ULONG strand = current_strand();
    if (!vf_racing || strand == NO_STRAND || is_pure(call->Gate->Name))
        return TRUE;
    settle(strand);
    for (ULONG i = call->Gate->Parameter; i < call->Gate->Parameter + ARGUMENTS; i++) {
        const ULONG64 argument = call->Arguments[i];
        if (argument < LOWEST_POINTER || argument > ~0xFFFFFULL)
            continue;
        vf_race_release((PVOID)argument);
        if (strands[strand].PendingCount < PENDING)
            strands[strand].Pending[strands[strand].PendingCount++] = (PVOID)argument;
    }
    return TRUE;
}

/* --- accesses --- */

enum kind { OF_THREAD, OF_DPC, OF_INTERRUPT };

struct epoch {
    ULONG Clock;
    vf_stack Stack;
    UCHAR Strand, Bytes; /* which of the 8 */
    UCHAR Kind;          /* enum kind */
};

static struct cell {
    ULONG64 Address;
    struct epoch Write, Reads[READS];
} cells[CELLS];

static BOOLEAN is_before(const struct epoch *epoch, const struct clock *clock)
{
    return epoch->Clock <= clock->At[epoch->Strand];
}

/* At an interrupt's IRQL it may be any code that holds its lock. */
static const char *who(UCHAR kind)
{
    static const char *const names[] = {
        [OF_THREAD] = "a thread", [OF_DPC] = "a DPC", [OF_INTERRUPT] = "code at an interrupt's IRQL"};
    return names[kind];
}

static UCHAR kind_of(ULONG strand)
{
    return ki_current_processor()->Irql > DISPATCH_LEVEL ? OF_INTERRUPT : strand < DPC_STRANDS ? OF_DPC : OF_THREAD;
}

static void tell(const struct epoch *other, BOOLEAN other_writes, const struct epoch *this, BOOLEAN writes)
{
    const struct vf_related related = {
        .Title = other_writes ? "the other has written it at" : "the other has read it at", .Stack = other->Stack};
    vf_find("VRF0601", this->Stack, &related, 1, "%s %s what %s %s, and nothing orders the two", who(this->Kind),
            writes ? "writes" : "reads", other->Kind == this->Kind ? "another" : who(other->Kind),
            other_writes ? "writes" : "reads");
}

/* A byte that one side only looks at is a flag: it has its old value or its new one. */
static BOOLEAN is_flag(const struct epoch *epoch)
{
    return __builtin_popcount(epoch->Bytes) == 1;
}

static BOOLEAN conflicts(const struct epoch *other, const struct epoch *this, BOOLEAN both_write)
{
    return (other->Bytes & this->Bytes) && (both_write || !is_flag(other) || !is_flag(this)) &&
           other->Strand != this->Strand && !is_before(other, &strands[this->Strand].Clock);
}

static void look(ULONG64 granule, const struct epoch *this, BOOLEAN write)
{
    struct cell *cell = &cells[hash(granule) % CELLS];
    if (cell->Address != granule)
        *cell = (struct cell){.Address = granule};
    if (conflicts(&cell->Write, this, write))
        tell(&cell->Write, TRUE, this, write);
    for (ULONG i = 0; write && i < READS; i++)
        if (conflicts(&cell->Reads[i], this, FALSE))
            tell(&cell->Reads[i], FALSE, this, TRUE);
    if (write) {
        cell->Write = *this;
        return;
    }
    ULONG at = 0;
    while (at < READS - 1 && cell->Reads[at].Bytes && cell->Reads[at].Strand != this->Strand)
        at++;
    cell->Reads[at] = *this;
}

/* Whether the access that the code goes on to is an interlocked one: the next bytes have a LOCK prefix, or XCHG. Where
 * they only look so, a race is missed. */
static BOOLEAN is_interlocked(const UCHAR *code)
{
    enum { LOOKED_AT = 24, LOCK = 0xF0, XCHG = 0x87, XCHG8 = 0x86 };
    for (ULONG i = 0; i < LOOKED_AT; i++) {
        if (code[i] == LOCK || ((code[i] == XCHG || code[i] == XCHG8) && (code[i + 1] >> 6) != 3))
            return TRUE;
        if (code[i] == 0xE8 || code[i] == 0xC3) /* the next check, or the end */
            return FALSE;
    }
    return FALSE;
}

static BOOLEAN is_own_stack(ULONG64 address)
{
    const struct ki_processor *processor = ki_current_processor();
    const PKTHREAD thread = processor->CurrentThread;
    return (address >= (ULONG64)thread->StackLimit && address < (ULONG64)thread->StackBase) ||
           (address >= (ULONG64)(processor->DpcStack - KI_DPC_STACK) && address < (ULONG64)processor->DpcStack);
}

void vf_access(ULONG64 address, ULONG64 size, BOOLEAN write, PVOID code, const struct vf_place *place)
{
    if (is_own_stack(address))
        return;
    if (address < MACHINE_KERNEL_BEGIN || mi_is_device_memory(address) || ki_thread_of_stack(address))
        ki_touched_untold();
    if (address < MACHINE_KERNEL_BEGIN)
        return;
    if (ki_preemptive)
        ki_scheduling_step(MACHINE_POINT_ACCESS, (PVOID)address,
                           &(struct ki_step){.Writes = write, .Size = (ULONG)min(size, (ULONG64)MAXULONG)});
    const ULONG strand = current_strand();
    if (!vf_racing || strand == NO_STRAND || mi_is_device_memory(address)) /* registers order themselves */
        return;
    settle(strand);
    if (is_interlocked(code)) {
        vf_race_release((PVOID)address);
        acquire(strand, (PVOID)address);
        return;
    }
    struct epoch this = {.Clock = strands[strand].Clock.At[strand],
                         .Stack = vf_without_system(vf_capture(place)),
                         .Strand = (UCHAR)strand,
                         .Kind = kind_of(strand)};
    const ULONG64 end = address + min(size, (ULONG64)CELLS);
    for (ULONG64 granule = address & ~7ULL; granule < end; granule += GRANULE) {
        const ULONG64 from = max(address, granule), to = min(end, granule + GRANULE);
        this.Bytes = (UCHAR)(((1U << (to - from)) - 1) << (from - granule));
        look(granule, &this, write);
    }
}

void vf_race_forget(ULONG64 begin, SIZE_T size)
{
    if (size >= CELLS * GRANULE) {
        RtlZeroMemory(cells, sizeof(cells));
        return;
    }
    for (ULONG64 granule = begin & ~7ULL; granule < begin + size; granule += GRANULE)
        if (cells[hash(granule) % CELLS].Address == granule)
            cells[hash(granule) % CELLS].Address = 0;
}

void vf_races_begin(void)
{
    if (vf_racing || !vf_on || !ki_preemptive)
        return;
    for (ULONG i = 0; i < DPC_STRANDS; i++)
        strands[i].Clock.At[i] = 1;
    vf_racing = TRUE;
    vf_add_hook(at_call);
}
