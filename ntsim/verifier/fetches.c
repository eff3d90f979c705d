/*
 * Double fetches. User memory that a driver reads twice in one request can be another each time, since other threads of
 * the program run meanwhile. Whether that matters is tried: the run is copied when the request reads user memory for
 * the first time. Where the request has ended, and had read some bytes twice, a copy goes on from there with these
 * bytes changed between the two reads, and another with them changed before the first. It is a finding where the first
 * copy ends neither as the request itself did nor as the second copy: no value of the bytes explains such an end.
 */
#include "ntsim/verifier/fetches.h"

#include "ntsim/verifier/sim.h"

#include <stdio.h>

enum { READS = 1024, SUSPECTS = 4, PAIRS = 64, SNAPSHOTS = 32, A_PLACE = 2, PLACES = 64 };

struct read {
    ULONG64 Begin, End;
    vf_stack Stack;
    ULONG Number, Group; /* those of one call that copies are one group: it may read bytes twice by itself */
};

struct suspect {
    ULONG64 Begin, End, Offset;
    const char *What;
    vf_stack First, Second;
    ULONG Number; /* of the second read */
};

static const struct sim_fetch_host *host;
static BOOLEAN busy;       /* the run was copied, or is a copy */
static const IRP *current; /* the request that memory of no request's is counted for */
static const IRP *watched; /* the run was copied in it */
static struct sim_fetch_plan plan;
static ULONG number;
static ULONG64 findings;
static struct read reads[READS];
static ULONG read_count;
static struct suspect suspects[SUSPECTS];
static ULONG suspect_count;

/* What was tried before. */
static struct {
    vf_stack First, Second;
} pairs[PAIRS];
static struct {
    vf_stack Stack;
    ULONG Count;
} places[PLACES];
static ULONG pair_count, place_count, snapshots;

__declspec(dllexport) void SimWatchFetches(const struct sim_fetch_host *to)
{
    host = vf_on ? to : NULL;
}

/* --- copies --- */

BOOLEAN vf_copy_begin(struct sim_fetch_plan *to)
{
    if (busy || !host)
        return FALSE;
    busy = host->snapshot(host->context, to);
    return busy;
}

BOOLEAN vf_copy_run(const struct sim_fetch_plan *wish, struct sim_fetch_outcome *outcome)
{
    return host->run(host->context, wish, outcome);
}

void vf_copy_drop(void)
{
    host->drop(host->context);
    busy = FALSE;
}

void vf_copy_tell(const struct sim_fetch_outcome *outcome)
{
    host->end(host->context, outcome);
}

void vf_fetch_request(const IRP *irp)
{
    current = irp;
}

/* --- outcomes --- */

static ULONG64 hash_bytes(ULONG64 hash, const UCHAR *from, SIZE_T size, ULONG64 except, SIZE_T except_size)
{
    for (SIZE_T i = 0; i < size; i++)
        if ((ULONG64)(from + i) - except >= except_size)
            hash = (hash ^ from[i]) * 0x100000001B3ull;
    return hash;
}

/* What user mode sees of the request's end, but for the bytes that were changed. */
static struct sim_fetch_outcome outcome_of(const IRP *irp, SIZE_T room, const struct sim_fetch_plan *changed)
{
    struct sim_fetch_outcome outcome = {.ended = SIM_FETCH_COMPLETED,
                                        .status = irp->IoStatus.Status,
                                        .information = irp->IoStatus.Information,
                                        .output = 0xCBF29CE484222325ull,
                                        .findings = findings};
    for (ULONG i = 0; i < VF_USER_PIECES; i++) {
        struct vf_user_piece *piece = vf_user_piece(i);
        if (!piece || (piece->Irp && piece->Irp != irp))
            continue;
        vf_user_open(piece);
        outcome.output =
            hash_bytes(outcome.output, (const UCHAR *)piece->Begin, piece->Size, changed->address, changed->size);
    }
    if (irp->Flags & IRP_INPUT_OPERATION && irp->AssociatedIrp.SystemBuffer)
        outcome.output =
            hash_bytes(outcome.output, irp->AssociatedIrp.SystemBuffer, min(room, irp->IoStatus.Information), 0, 0);
    return outcome;
}

static BOOLEAN is_same(const struct sim_fetch_outcome *one, const struct sim_fetch_outcome *other)
{
    return one->ended == other->ended && one->status == other->status && one->stop == other->stop &&
           one->information == other->information && one->output == other->output && one->findings == other->findings;
}

void vf_fetch_found(const char *code)
{
    for (; *code; code++)
        findings = findings * 131 + (UCHAR)*code;
}

void vf_fetch_stopped(ULONG code)
{
    const struct sim_fetch_outcome outcome = {.ended = SIM_FETCH_STOPPED, .stop = code};
    if (plan.taken)
        vf_copy_tell(&outcome);
}

/* --- reads --- */

static void change(void)
{
    for (ULONG64 at = plan.address; at < plan.address + plan.size; at++)
        vf_user_change(at, plan.bits);
}

/* TRUE: one more copy from that place may still tell something. */
static BOOLEAN may_copy(vf_stack stack)
{
    if (snapshots == SNAPSHOTS)
        return FALSE;
    for (ULONG i = 0; i < place_count; i++)
        if (places[i].Stack == stack)
            return places[i].Count++ < A_PLACE;
    if (place_count == PLACES)
        return FALSE;
    places[place_count].Stack = stack;
    places[place_count++].Count = 1;
    return TRUE;
}

static void copy_run(const IRP *irp, vf_stack stack)
{
    if (!may_copy(stack) || !vf_copy_begin(&plan))
        return;
    snapshots++;
    watched = irp;
    number = read_count = suspect_count = 0;
    findings = 0;
    if (plan.taken && plan.number == 0)
        change();
}

static BOOLEAN is_new_pair(vf_stack first, vf_stack second)
{
    for (ULONG i = 0; i < pair_count; i++)
        if (pairs[i].First == first && pairs[i].Second == second)
            return FALSE;
    if (pair_count == PAIRS)
        return FALSE;
    pairs[pair_count].First = first;
    pairs[pair_count++].Second = second;
    return TRUE;
}

static void suspect(const struct read *before, const struct vf_user_access *access)
{
    if (suspect_count == SUSPECTS || !is_new_pair(before->Stack, access->Stack))
        return;
    struct suspect *twice = &suspects[suspect_count++];
    twice->Begin = max(before->Begin, access->Address);
    twice->End = min(before->End, access->Address + access->Size);
    twice->Offset = twice->Begin - access->Piece->Begin;
    twice->What = access->Piece->What;
    twice->First = before->Stack;
    twice->Second = access->Stack;
    twice->Number = number;
}

static void read_bytes(const struct vf_user_access *access)
{
    const ULONG64 begin = access->Address, end = begin + access->Size;
    const struct read *last = read_count ? &reads[read_count - 1] : NULL;
    number++;
    if (plan.taken) {
        if (plan.number == number)
            change();
        return;
    }
    const BOOLEAN same_call = access->Copies && last && last->Stack == access->Stack && last->Number == number - 1;
    const ULONG group = same_call ? last->Group : number;
    for (ULONG i = 0; i < read_count; i++)
        if (reads[i].Begin < end && begin < reads[i].End && reads[i].Group != group)
            suspect(&reads[i], access);
    if (read_count < READS)
        reads[read_count++] =
            (struct read){.Begin = begin, .End = end, .Stack = access->Stack, .Number = number, .Group = group};
}

/* The driver's own bytes from now on. */
static void written(ULONG64 begin, ULONG64 end)
{
    ULONG kept = 0;
    for (ULONG i = 0; i < read_count; i++)
        if (reads[i].End <= begin || end <= reads[i].Begin)
            reads[kept++] = reads[i];
    read_count = kept;
}

void vf_fetch(const struct vf_user_access *access)
{
    const IRP *irp = access->Piece->Irp ? access->Piece->Irp : current;
    const BOOLEAN reads_them = access->Access & MACHINE_TOUCH_READ;
    if (!host || !irp)
        return;
    if (!watched && reads_them && !plan.taken)
        copy_run(irp, access->Stack);
    if (watched != irp)
        return;
    if (reads_them)
        read_bytes(access);
    if (access->Access & MACHINE_TOUCH_WRITE)
        written(access->Address, access->Address + access->Size);
}

/* --- the end of the request --- */

static void tell(const struct suspect *twice, const struct sim_fetch_outcome *plain,
                 const struct sim_fetch_outcome *changed)
{
    const struct vf_related related = {"they were read first at", twice->First};
    char how[80];
    if (changed->ended == SIM_FETCH_STOPPED)
        _snprintf(how, sizeof(how) - 1, "the system stops with bug check 0x%lX", (ULONG)changed->stop);
    else if (changed->status != plain->status)
        _snprintf(how, sizeof(how) - 1, "the request ends with status 0x%08lX instead of 0x%08lX",
                  (ULONG)changed->status, (ULONG)plain->status);
    else if (changed->findings != plain->findings)
        _snprintf(how, sizeof(how) - 1, "the driver makes another mistake");
    else
        _snprintf(how, sizeof(how) - 1, "the request returns what no single value of them gives");
    how[sizeof(how) - 1] = 0;
    vf_find("VRF1003", twice->Second, &related, 1,
            "%llu bytes at byte %llu of the %s are read twice; where they change in between, %s",
            twice->End - twice->Begin, twice->Offset, twice->What, how);
}

/* TRUE: it was told. */
static BOOLEAN try_change(const IRP *irp, SIZE_T room, const struct suspect *twice, UCHAR bits, ULONG64 size)
{
    struct sim_fetch_plan wish = {
        .address = twice->Begin, .size = size, .number = twice->Number, .bits = bits, .taken = true};
    struct sim_fetch_outcome between, before;
    const struct sim_fetch_outcome plain = outcome_of(irp, room, &wish);
    if (!vf_copy_run(&wish, &between) || is_same(&between, &plain))
        return FALSE;
    wish.number = 0;
    if (!vf_copy_run(&wish, &before) || is_same(&between, &before))
        return FALSE;
    tell(twice, &plain, &between);
    return TRUE;
}

void vf_fetch_done(const IRP *irp, SIZE_T room)
{
    if (current == irp)
        current = NULL;
    if (!watched || watched != irp)
        return;
    if (plan.taken) {
        const struct sim_fetch_outcome outcome = outcome_of(irp, room, &plan);
        vf_copy_tell(&outcome);
    }
    for (ULONG i = 0; i < suspect_count; i++)
        if (!try_change(irp, room, &suspects[i], 0xFF, suspects[i].End - suspects[i].Begin))
            try_change(irp, room, &suspects[i], 1, 1);
    vf_copy_drop();
    watched = NULL;
}
