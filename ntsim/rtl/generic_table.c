/* Generic tables over splay trees. An element is its links, its place in the order of insertion, then the driver's
 * data. */
#include <ntifs.h>

struct element {
    RTL_SPLAY_LINKS Links;
    LIST_ENTRY Order;
    UCHAR Data[];
};

static struct element *of_links(PRTL_SPLAY_LINKS links)
{
    return CONTAINING_RECORD(links, struct element, Links);
}

static PVOID data_of(PRTL_SPLAY_LINKS links)
{
    return links ? of_links(links)->Data : NULL;
}

VOID RtlInitializeGenericTable(PRTL_GENERIC_TABLE Table, PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine,
                               PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine, PRTL_GENERIC_FREE_ROUTINE FreeRoutine,
                               PVOID TableContext)
{
    RtlZeroMemory(Table, sizeof(*Table));
    InitializeListHead(&Table->InsertOrderList);
    Table->OrderedPointer = &Table->InsertOrderList;
    Table->CompareRoutine = CompareRoutine;
    Table->AllocateRoutine = AllocateRoutine;
    Table->FreeRoutine = FreeRoutine;
    Table->TableContext = TableContext;
}

/* The node that equals, or the one to insert below, and on which side. */
static TABLE_SEARCH_RESULT search(PRTL_GENERIC_TABLE table, PVOID buffer, PRTL_SPLAY_LINKS *found)
{
    PRTL_SPLAY_LINKS at = table->TableRoot;
    *found = NULL;
    while (at) {
        *found = at;
        switch (table->CompareRoutine(table, buffer, data_of(at))) {
        case GenericLessThan:
            if (!at->LeftChild)
                return TableInsertAsLeft;
            at = at->LeftChild;
            break;
        case GenericGreaterThan:
            if (!at->RightChild)
                return TableInsertAsRight;
            at = at->RightChild;
            break;
        default:
            return TableFoundNode;
        }
    }
    return TableEmptyTree;
}

PVOID RtlInsertElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement)
{
    PRTL_SPLAY_LINKS found;
    const TABLE_SEARCH_RESULT result = search(Table, Buffer, &found);
    if (NewElement)
        *NewElement = result != TableFoundNode;
    if (result != TableFoundNode) {
        struct element *element = Table->AllocateRoutine(Table, (CLONG)(sizeof(*element) + BufferSize));
        if (!element) {
            if (NewElement)
                *NewElement = FALSE;
            return NULL;
        }
        RtlInitializeSplayLinks(&element->Links);
        InsertTailList(&Table->InsertOrderList, &element->Order);
        Table->NumberGenericTableElements++;
        if (result == TableInsertAsLeft) {
            RtlInsertAsLeftChild(found, &element->Links);
        } else if (result == TableInsertAsRight) {
            RtlInsertAsRightChild(found, &element->Links);
        }
        RtlCopyMemory(element->Data, Buffer, BufferSize);
        found = &element->Links;
    }
    Table->TableRoot = RtlSplay(found);
    return data_of(found);
}

PVOID RtlLookupElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer)
{
    PRTL_SPLAY_LINKS found;
    if (search(Table, Buffer, &found) != TableFoundNode)
        return NULL;
    Table->TableRoot = RtlSplay(found);
    return data_of(found);
}

BOOLEAN RtlDeleteElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer)
{
    PRTL_SPLAY_LINKS found;
    if (search(Table, Buffer, &found) != TableFoundNode)
        return FALSE;
    struct element *element = of_links(found);
    Table->TableRoot = RtlDelete(found);
    RemoveEntryList(&element->Order);
    Table->NumberGenericTableElements--;
    Table->WhichOrderedElement = 0;
    Table->OrderedPointer = &Table->InsertOrderList;
    Table->FreeRoutine(Table, element);
    return TRUE;
}

static PRTL_SPLAY_LINKS first(PRTL_GENERIC_TABLE table)
{
    PRTL_SPLAY_LINKS at = table->TableRoot;
    while (at && at->LeftChild)
        at = at->LeftChild;
    return at;
}

/* The element last returned is at the root, which is how the next one is found. */
PVOID RtlEnumerateGenericTable(PRTL_GENERIC_TABLE Table, BOOLEAN Restart)
{
    if (!Table->TableRoot)
        return NULL;
    PRTL_SPLAY_LINKS next = Restart ? first(Table) : RtlRealSuccessor(Table->TableRoot);
    if (next)
        Table->TableRoot = RtlSplay(next);
    return data_of(next);
}

PVOID RtlEnumerateGenericTableWithoutSplaying(PRTL_GENERIC_TABLE Table, PVOID *RestartKey)
{
    PRTL_SPLAY_LINKS next = *RestartKey ? RtlRealSuccessor(*RestartKey) : first(Table);
    if (next)
        *RestartKey = next;
    return data_of(next);
}

/* By the order of insertion. OrderedPointer is where the last call ended: element WhichOrderedElement, from 1 on. */
PVOID RtlGetElementGenericTable(PRTL_GENERIC_TABLE Table, ULONG I)
{
    if (I >= Table->NumberGenericTableElements)
        return NULL;
    if (Table->WhichOrderedElement == 0 || I + 1 < Table->WhichOrderedElement) {
        Table->OrderedPointer = Table->InsertOrderList.Flink;
        Table->WhichOrderedElement = 1;
    }
    for (; Table->WhichOrderedElement < I + 1; Table->WhichOrderedElement++)
        Table->OrderedPointer = Table->OrderedPointer->Flink;
    return CONTAINING_RECORD(Table->OrderedPointer, struct element, Order)->Data;
}

ULONG RtlNumberGenericTableElements(PRTL_GENERIC_TABLE Table)
{
    return Table->NumberGenericTableElements;
}

BOOLEAN RtlIsGenericTableEmpty(PRTL_GENERIC_TABLE Table)
{
    return !Table->TableRoot;
}
