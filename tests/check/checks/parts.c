/* Checks of the safe layer: left for run time (SAF6001), sure to fail (SAF6002), proven (SAF6003). Each line with one
 * is marked. */
#include <ntddk.h>
#include <wdk/checked.h>
#include <wdk/span.h>

WDK_DECLARE_SPAN(uint32_t, number);

struct board {
    uint32_t parts[8];
    uint32_t next;
    uint16_t small;
};

/* Left for run time. */
uint32_t AnyIndex(number_span parts, uint32_t index)
{
    return *wdk_at(parts, index); /* SAF6001 */
}

uint32_t AnySum(struct board *board, uint32_t more)
{
    uint32_t sum = board->next;
    for (uint32_t i = 0; i < 4; i++)
        sum = WDK_ADD(uint32_t, sum, more); /* SAF6001 */
    return sum;
}

static void Narrow(struct board *board, uint32_t value)
{
    board->small = WDK_NARROW(uint16_t, value); /* SAF6001 */
}

void AnyValue(struct board *board, uint32_t value)
{
    Narrow(board, value);
}

/* That there is no part at all is nothing that anybody says. */
uint32_t AnyBehindLoop(number_span parts, uint32_t index)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < wdk_count(parts); i++)
        sum ^= *wdk_at(parts, i);       /* SAF6003 */
    return sum ^ *wdk_at(parts, index); /* SAF6001 */
}

/* Sure to fail. */
uint32_t FailsIndex(struct board *board, uint32_t index)
{
    const number_span parts = wdk_span_of(number, board->parts);
    if (index < 8)
        return 0;
    return *wdk_at(parts, index); /* SAF6002 */
}

uint32_t FailsEmpty(number_span parts)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < 4; i++)
        sum += 2;
    if (wdk_count(parts) == 0)
        sum ^= *wdk_at(parts, 0); /* SAF6002 */
    return sum;
}

static uint32_t Behind(struct board *board)
{
    board->next = 0;
    return 9;
}

uint32_t FailsAcross(struct board *board)
{
    const number_span parts = wdk_span_of(number, board->parts);
    const uint32_t behind = Behind(board);
    return *wdk_at(parts, behind); /* SAF6002 */
}

void FailsLoop(struct board *board)
{
    const number_span parts = wdk_span_of(number, board->parts);
    for (uint32_t i = 8; i < 10; i++)
        *wdk_at(parts, i) = i; /* SAF6002 */
}

/* Proven. */
uint32_t ProvenIndex(struct board *board, uint32_t index)
{
    const number_span parts = wdk_span_of(number, board->parts);
    if (index >= 8)
        return 0;
    return *wdk_at(parts, index); /* SAF6003 */
}

static struct board *Itself(struct board *board)
{
    return board->next ? board : NULL;
}

uint32_t ProvenAcross(struct board *board)
{
    struct board *it = Itself(board);
    if (!it)
        return 0;
    return wdk_not_null(it)->next; /* SAF6003 */
}

void ProvenLoop(struct board *board)
{
    const number_span parts = wdk_span_of(number, board->parts);
    for (uint32_t i = 0; i < 8; i++)
        *wdk_at(parts, i) = i; /* SAF6003 */
}

/* Meant. */
void Meant(const struct board *board)
{
    if (board->next > 8)
        WDK_UNREACHABLE(); /* SAF6001 */
}

DRIVER_INITIALIZE DriverEntry;
NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    UNREFERENCED_PARAMETER(driver);
    UNREFERENCED_PARAMETER(path);
    return STATUS_SUCCESS;
}
