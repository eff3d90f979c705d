/* Numbers, bytes, texts and memory, as values that say when they are not right. */
#include "run.h"

#include <wdk/checked.h>
#include <wdk/handle.h>
#include <wdk/lookaside.h>
#include <wdk/pool.h>
#include <wdk/span.h>
#include <wdk/text.h>
#include <wdk/unsafe.h>

WDK_POOL_TAG("Run5");
WDK_DECLARE_SPAN(ULONG, word);

void case_checked_numbers(struct run *run)
{
    const UCHAR eight = (UCHAR)run->number;
    UCHAR small;
    size_t bytes;

    EXPECT_STATUS(wdk_add(&small, eight, 247), STATUS_SUCCESS);
    EXPECT(small == 255);
    EXPECT_STATUS(wdk_add(&small, eight, 248), STATUS_INTEGER_OVERFLOW);
    EXPECT_STATUS(wdk_subtract(&small, eight, 8), STATUS_SUCCESS);
    EXPECT(small == 0);
    EXPECT_STATUS(wdk_subtract(&small, eight, 9), STATUS_INTEGER_OVERFLOW);
    EXPECT_STATUS(wdk_multiply(&small, eight, 31), STATUS_SUCCESS);
    EXPECT(small == 248);
    EXPECT_STATUS(wdk_multiply(&small, eight, 32), STATUS_INTEGER_OVERFLOW);
    EXPECT_STATUS(wdk_size_with(&bytes, 16u, SIZE_MAX / eight, eight), STATUS_INTEGER_OVERFLOW);
    EXPECT(WDK_SUBTRACT(UCHAR, eight, 8) == 0);
    EXPECT(WDK_MULTIPLY(USHORT, eight, 8191) == 65528);
}

void case_stop_difference_below_zero(struct run *run)
{
    EXPECT(WDK_SUBTRACT(ULONG, run->number, 9u) != 0);
}

void case_stop_product_too_large(struct run *run)
{
    EXPECT(WDK_MULTIPLY(USHORT, run->number, 8192) != 0);
}

struct record {
    ULONG kind, length;
};

void case_bytes_as_records(struct run *run)
{
    static const UCHAR other[] = {1, 0, 0, 0};
    DECLSPEC_ALIGN(8) UCHAR bytes[12] = {1, 0, 0, 0, 2, 0, 0, 0, 3};
    const struct record *record = NULL;
    const wdk_view view = wdk_view_in(wdk_bytes_of(bytes));
    wdk_view part;

    EXPECT_STATUS(wdk_object_in(&record, view, 0), STATUS_SUCCESS);
    EXPECT(record->kind == 1 && record->length == 2);
    EXPECT_STATUS(wdk_object_in(&record, view, 4), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_object_in(&record, view, 2), STATUS_DATATYPE_MISALIGNMENT);
    EXPECT(record == NULL);
    EXPECT_STATUS(wdk_object_in(&record, view, run->number), STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(wdk_slice(&part, view, 0, 4), STATUS_SUCCESS);
    EXPECT(wdk_equal(part, wdk_view_from_raw(other, sizeof other)));
    EXPECT(!wdk_equal(part, view));
    EXPECT_STATUS(wdk_slice(&part, view, SIZE_MAX, run->number), STATUS_BUFFER_TOO_SMALL); /* their sum wraps */
    EXPECT_STATUS(wdk_slice(&part, view, run->number, SIZE_MAX), STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(wdk_slice(&part, view, sizeof bytes, 0), STATUS_SUCCESS);
}

void case_texts(struct run *run)
{
    WCHAR room[8];
    wdk_text_buffer buffer = wdk_text_room(room);
    wdk_text part;
    uint32_t number;

    EXPECT_STATUS(wdk_text_append(&buffer, WDK_TEXT(L"Port")), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_text_append(&buffer, WDK_TEXT(L"12345")), STATUS_BUFFER_OVERFLOW);
    EXPECT_STATUS(wdk_text_append(&buffer, WDK_TEXT(L"0x1F")), STATUS_SUCCESS);
    EXPECT(wdk_text_equal(wdk_text_in(&buffer), WDK_TEXT(L"Port0x1F")));
    EXPECT(!wdk_text_equal(wdk_text_in(&buffer), WDK_TEXT(L"port0x1f")));
    EXPECT(wdk_text_equal_ignoring_case(wdk_text_in(&buffer), WDK_TEXT(L"port0x1f")));
    EXPECT_STATUS(wdk_text_slice(&part, wdk_text_in(&buffer), 4, 4), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_text_number(part, &number), STATUS_SUCCESS);
    EXPECT(number == 31);
    EXPECT_STATUS(wdk_text_slice(&part, wdk_text_in(&buffer), run->number, 1), STATUS_BUFFER_TOO_SMALL);
    EXPECT(wdk_text_count(part) == 0);
    EXPECT_STATUS(wdk_text_number(WDK_TEXT(L"4294967295"), &number), STATUS_SUCCESS);
    EXPECT(number == MAXULONG);
    EXPECT_STATUS(wdk_text_number(WDK_TEXT(L"4294967296"), &number), STATUS_INTEGER_OVERFLOW);
    EXPECT_STATUS(wdk_text_number(WDK_TEXT(L"12x"), &number), STATUS_INVALID_PARAMETER);
    EXPECT_STATUS(wdk_text_number(WDK_TEXT(L"0x"), &number), STATUS_INVALID_PARAMETER);
    EXPECT_STATUS(wdk_text_number(WDK_TEXT(L""), &number), STATUS_INVALID_PARAMETER);
    wdk_text_clear(&buffer);
    EXPECT(wdk_text_count(wdk_text_in(&buffer)) == 0);
}

void case_stop_text_end(struct run *run)
{
    EXPECT(wdk_text_at(WDK_TEXT(L"12345678"), run->number) == L'9');
}

WDK_LOOKASIDE_PAGED(struct record, paged_records, "Run5");

void case_paged_memory(struct run *run)
{
    static paged_records records; /* its head is not pageable */
    WDK_SCOPED(paged_records_item) item = {};
    word_span span = wdk_new_span_paged(word, run->number);
    struct record *record = wdk_new(struct record);

    EXPECT(wdk_count(span) == 8 && *wdk_at(span, 7) == 0);
    wdk_delete_span(&span);
    EXPECT(wdk_count(span) == 0);
    EXPECT(record != NULL);
    wdk_delete(&record);
    EXPECT(record == NULL);
    wdk_delete(&record); /* nothing */
    EXPECT_STATUS(paged_records_init(&records), STATUS_SUCCESS);
    EXPECT_STATUS(paged_records_allocate(&records, &item), STATUS_SUCCESS);
    EXPECT(wdk_item(paged_records, &item)->kind == 0);
    paged_records_free(&item);
    EXPECT(paged_records_item_is_empty(&item));
    paged_records_delete(&records);
}

void case_handles_and_references(struct run *run)
{
    WDK_SCOPED(wdk_handle) key = {};
    WDK_SCOPED(wdk_reference) reference = {};

    EXPECT_STATUS(wdk_open(&key, ZwOpenKey, KEY_READ, WDK_TEXT(L"\\Registry\\Machine\\System")), STATUS_SUCCESS);
    EXPECT(!wdk_handle_is_empty(&key));
    wdk_handle moved = wdk_move(&key);
    EXPECT(wdk_handle_is_empty(&key));
    wdk_handle_release(&moved);
    EXPECT_STATUS(wdk_open(&key, ZwOpenKey, KEY_READ, WDK_TEXT(L"\\Registry\\Machine\\NoSuch")),
                  STATUS_OBJECT_NAME_NOT_FOUND);
    reference = wdk_reference_to(WdfDeviceWdmGetDeviceObject(run->device));
    EXPECT(wdk_borrow(wdk_reference, &reference) == WdfDeviceWdmGetDeviceObject(run->device));
    WDK_UNSAFE("a block is left as any other") /* its reason is for readers */
    {
        EXPECT(run->number == 8);
    }
}

void case_memory_lists(struct run *run)
{
    static UCHAR bytes[64];
    WDK_SCOPED(wdk_mdl) mdl = {};
    wdk_mdl moved;

    EXPECT(wdk_mdl_is_empty(&mdl));
    mdl = wdk_mdl_own(IoAllocateMdl(bytes, sizeof bytes, FALSE, FALSE, NULL));
    EXPECT(!wdk_mdl_is_empty(&mdl));
    EXPECT(MmGetMdlByteCount(wdk_borrow(wdk_mdl, &mdl)) == 8 * run->number);
    moved = wdk_move(&mdl);
    EXPECT(wdk_mdl_is_empty(&mdl));
    wdk_mdl_release(&moved);
    EXPECT(wdk_mdl_is_empty(&moved));
    wdk_mdl_release(&moved); /* nothing */
}

void case_stop_moved_mdl(struct run *run)
{
    WDK_SCOPED(wdk_mdl) mdl = wdk_mdl_own(IoAllocateMdl(run, sizeof *run, FALSE, FALSE, NULL));
    WDK_SCOPED(wdk_mdl) moved = wdk_move(&mdl);
    EXPECT(MmGetMdlByteCount(wdk_borrow(wdk_mdl, &mdl)) == run->number);
}

/* A thing of the driver's own. */
static ULONG given_back;
static void give_back(ULONG *thing)
{
    given_back += *thing;
}
WDK_OWNED_TYPE(thing, ULONG *, give_back);

static wdk_status leaves_early(ULONG *raw)
{
    WDK_SCOPED(thing) owned = thing_own(raw);
    WDK_TRY(STATUS_UNSUCCESSFUL);
    thing_release(&owned);
    return WDK_OK;
}

void case_owned_things_of_a_driver(struct run *run)
{
    ULONG number = run->number;

    given_back = 0;
    {
        WDK_SCOPED(thing) owned = thing_own(&number);
        WDK_SCOPED(thing) moved = wdk_move(&owned);
        EXPECT(thing_is_empty(&owned) && *wdk_borrow(thing, &moved) == 8);
    }
    EXPECT(given_back == 8); /* once */
    EXPECT_STATUS(leaves_early(&number), STATUS_UNSUCCESSFUL);
    EXPECT(given_back == 16);
}
