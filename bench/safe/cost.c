/* Counts each path's instructions, raw and safe, in one run; one line a path in the debug output: "name raw safe". */
#include <ntsim/ntsim.h>

#include <stdio.h>

#include "../public.h"

#define CODE(number) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (number), METHOD_BUFFERED, FILE_ANY_ACCESS)

struct request {
    struct sim_file *file;
    ULONG code, numbers[2], reply[2];
};

static void send(void *context)
{
    struct request *request = context;
    CHECK_SUCCESS(sim_ioctl(request->file, CODE(request->code), request->numbers, sizeof request->numbers,
                            request->reply, sizeof request->reply, NULL));
}

/* What `times` more of it cost. */
static ULONGLONG cost(struct request *request, ULONG code, ULONG times)
{
    request->code = code;
    request->numbers[0] = 1;
    send(request); /* what happens the first time only */
    const ULONGLONG one = sim_count_instructions(send, request);
    request->numbers[0] = 1 + times;
    return sim_count_instructions(send, request) - one;
}

/* Those paths from `first` on that the table has before `end`; and the requests, where they are wanted. */
static void count(ULONG first, ULONG end, bool requests)
{
    static const char *const names[] = {
        "locked counter", "queued lock", "lookaside list", "ring",          "list",    "wire record",
        "table sum",      "array size",  "pool",           "registry read", "rundown", "statistics cell",
        "fast mutex",     "push lock",   "slab",           "hash table",    "arena",   "registers"};
    const ULONG value = 9;
    FILE *out = fopen("costs", "w");
    CHECK(out != NULL);
    sim_set_parameter(L"Limit", value);
    sim_plug("root\\cost");
    struct request request = {.file = sim_open_interface(&GUID_DEVINTERFACE_COST), .numbers = {0, 40}};
    for (ULONG i = first; i < end && i < sizeof names / sizeof *names; i++) {
        ULONG sum;
        const ULONGLONG raw = cost(&request, 2 * i, 5);
        sum = request.reply[0];
        const ULONGLONG safe = cost(&request, 2 * i + 1, 5);
        if (i != 0 && i != 1 && i != 12 && i != 13)
            CHECK_EQ(request.reply[0], sum); /* both do the same */
        fprintf(out, "%s\t%lu\t%lu\n", names[i], raw, safe);
    }
    for (ULONG i = 0; requests && i < 2; i++) { /* whole requests: the path to them is the same */
        request.code = 100 + 2 * i;
        send(&request);
        const ULONGLONG raw = sim_count_instructions(send, &request);
        request.code++;
        send(&request);
        const ULONGLONG safe = sim_count_instructions(send, &request);
        fprintf(out, "%s\t%lu\t%lu\n", i ? "request stored" : "request echoed", raw, safe);
    }
    fclose(out);
}

TEST(costs_of_all)
{
    count(0, 100, true);
}

/* What the tests of the kit have time for. */
TEST(costs_of_some)
{
    count(2, 4, false);
}
