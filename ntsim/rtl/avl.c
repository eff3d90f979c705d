/*
 * Generic tables over AVL trees. The tree hangs as the right child of the table's own links; Balance is the height of
 * the right subtree less that of the left. An element is its links, then the driver's data.
 */
#include <ntifs.h>

typedef RTL_BALANCED_LINKS node;

struct element {
    node Links;
    LONGLONG Data[];
};

static PVOID data_of(node *links)
{
    return links ? CONTAINING_RECORD(links, struct element, Links)->Data : NULL;
}

static node *root_of(PRTL_AVL_TABLE table)
{
    return table->BalancedRoot.RightChild;
}

/* Sides are -1 and 1, as balances are. */
static node **child(node *parent, int side)
{
    return side < 0 ? &parent->LeftChild : &parent->RightChild;
}

static int side_of(const node *links)
{
    return links->Parent->LeftChild == links ? -1 : 1;
}

static void attach(node *parent, int side, node *links)
{
    *child(parent, side) = links;
    if (links)
        links->Parent = parent;
}

VOID RtlInitializeGenericTableAvl(PRTL_AVL_TABLE Table, PRTL_AVL_COMPARE_ROUTINE CompareRoutine,
                                  PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine, PRTL_AVL_FREE_ROUTINE FreeRoutine,
                                  PVOID TableContext)
{
    RtlZeroMemory(Table, sizeof(*Table));
    Table->BalancedRoot.Parent = &Table->BalancedRoot;
    Table->CompareRoutine = CompareRoutine;
    Table->AllocateRoutine = AllocateRoutine;
    Table->FreeRoutine = FreeRoutine;
    Table->TableContext = TableContext;
}

/* --- balance --- */

/* Puts the child of that side in the place of its parent. */
static void rotate(node *parent, int side)
{
    node *up = *child(parent, side), *above = parent->Parent;
    const int place = side_of(parent);
    attach(parent, side, *child(up, -side));
    attach(up, -side, parent);
    attach(above, place, up);
}

/* The subtree of that side is too high by two. TRUE: the whole is one lower now. */
static BOOLEAN level(node *parent, int side)
{
    node *heavy = *child(parent, side);
    if (heavy->Balance == -side) {
        node *inner = *child(heavy, -side);
        const int balance = inner->Balance;
        rotate(heavy, -side);
        rotate(parent, side);
        parent->Balance = (CHAR)(balance == side ? -side : 0);
        heavy->Balance = (CHAR)(balance == -side ? side : 0);
        inner->Balance = 0;
        return TRUE;
    }
    rotate(parent, side);
    if (heavy->Balance == 0) {
        heavy->Balance = (CHAR)-side;
        return FALSE;
    }
    heavy->Balance = parent->Balance = 0;
    return TRUE;
}

/* --- search --- */

static TABLE_SEARCH_RESULT search(PRTL_AVL_TABLE table, PVOID buffer, node **found)
{
    node *at = root_of(table);
    *found = NULL;
    while (at) {
        *found = at;
        const RTL_GENERIC_COMPARE_RESULTS order = table->CompareRoutine(table, buffer, data_of(at));
        if (order == GenericEqual)
            return TableFoundNode;
        const int side = order == GenericLessThan ? -1 : 1;
        if (!*child(at, side))
            return side < 0 ? TableInsertAsLeft : TableInsertAsRight;
        at = *child(at, side);
    }
    return TableEmptyTree;
}

PVOID RtlLookupElementGenericTableFullAvl(PRTL_AVL_TABLE Table, PVOID Buffer, PVOID *NodeOrParent,
                                          TABLE_SEARCH_RESULT *SearchResult)
{
    node *found;
    *SearchResult = search(Table, Buffer, &found);
    *NodeOrParent = found;
    return *SearchResult == TableFoundNode ? data_of(found) : NULL;
}

PVOID RtlLookupElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer)
{
    node *found;
    return search(Table, Buffer, &found) == TableFoundNode ? data_of(found) : NULL;
}

/* --- insertion --- */

static void insert(PRTL_AVL_TABLE table, node *parent, int side, node *links)
{
    RtlZeroMemory(links, sizeof(*links));
    attach(parent, side, links);
    for (node *at = links; at->Parent != &table->BalancedRoot; at = at->Parent) {
        const int grown = side_of(at);
        node *above = at->Parent;
        if (above->Balance == grown) {
            level(above, grown);
            return;
        }
        above->Balance = (CHAR)(above->Balance + grown);
        if (above->Balance == 0)
            return;
    }
    table->DepthOfTree++;
}

PVOID RtlInsertElementGenericTableFullAvl(PRTL_AVL_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement,
                                          PVOID NodeOrParent, TABLE_SEARCH_RESULT SearchResult)
{
    if (NewElement)
        *NewElement = FALSE;
    if (SearchResult == TableFoundNode)
        return data_of(NodeOrParent);
    struct element *element = Table->AllocateRoutine(Table, (CLONG)(sizeof(*element) + BufferSize));
    if (!element)
        return NULL;
    RtlCopyMemory(element->Data, Buffer, BufferSize);
    if (SearchResult == TableEmptyTree)
        insert(Table, &Table->BalancedRoot, 1, &element->Links);
    else
        insert(Table, NodeOrParent, SearchResult == TableInsertAsLeft ? -1 : 1, &element->Links);
    Table->NumberGenericTableElements++;
    Table->WhichOrderedElement = 0;
    if (NewElement)
        *NewElement = TRUE;
    return element->Data;
}

PVOID RtlInsertElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement)
{
    node *found;
    const TABLE_SEARCH_RESULT result = search(Table, Buffer, &found);
    return RtlInsertElementGenericTableFullAvl(Table, Buffer, BufferSize, NewElement, found, result);
}

/* --- order --- */

static node *extreme(node *links, int side)
{
    while (links && *child(links, side))
        links = *child(links, side);
    return links;
}

/* The one after (1) or before (-1); NULL at the end. */
static node *neighbour(PRTL_AVL_TABLE table, node *links, int side)
{
    if (*child(links, side))
        return extreme(*child(links, side), -side);
    while (links->Parent != &table->BalancedRoot) {
        const int place = side_of(links);
        links = links->Parent;
        if (place == -side)
            return links;
    }
    return NULL;
}

/* --- deletion --- */

/* The subtree of that side has become one lower. */
static void shrink(PRTL_AVL_TABLE table, node *parent, int side)
{
    while (parent != &table->BalancedRoot) {
        node *const above = parent->Parent;
        const int place = side_of(parent);
        if (parent->Balance == 0) {
            parent->Balance = (CHAR)-side;
            return;
        }
        if (parent->Balance == side)
            parent->Balance = 0;
        else if (!level(parent, -side))
            return;
        parent = above;
        side = place;
    }
    table->DepthOfTree--;
}

static void take_out(PRTL_AVL_TABLE table, node *links)
{
    node *shrunk = links->Parent;
    int side = side_of(links);
    if (links->LeftChild && links->RightChild) {
        node *substitute = extreme(links->LeftChild, 1);
        shrunk = substitute->Parent;
        side = side_of(substitute);
        attach(shrunk, side, substitute->LeftChild);
        if (shrunk == links)
            shrunk = substitute;
        const int place = side_of(links);
        attach(substitute, -1, links->LeftChild);
        attach(substitute, 1, links->RightChild);
        substitute->Balance = links->Balance;
        attach(links->Parent, place, substitute);
    } else {
        attach(shrunk, side, links->LeftChild ? links->LeftChild : links->RightChild);
    }
    shrink(table, shrunk, side);
}

BOOLEAN RtlDeleteElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer)
{
    node *found;
    if (search(Table, Buffer, &found) != TableFoundNode)
        return FALSE;
    if (Table->RestartKey == found) /* an enumeration goes on with the one after it */
        Table->RestartKey = neighbour(Table, found, -1);
    take_out(Table, found);
    Table->NumberGenericTableElements--;
    Table->DeleteCount++;
    Table->WhichOrderedElement = 0;
    Table->FreeRoutine(Table, found);
    return TRUE;
}

/* --- enumeration --- */

PVOID RtlEnumerateGenericTableWithoutSplayingAvl(PRTL_AVL_TABLE Table, PVOID *RestartKey)
{
    node *next = *RestartKey ? neighbour(Table, *RestartKey, 1) : extreme(root_of(Table), -1);
    if (next)
        *RestartKey = next;
    return data_of(next);
}

PVOID RtlEnumerateGenericTableAvl(PRTL_AVL_TABLE Table, BOOLEAN Restart)
{
    PVOID key = Restart ? NULL : Table->RestartKey;
    PVOID data = RtlEnumerateGenericTableWithoutSplayingAvl(Table, &key);
    Table->RestartKey = key;
    return data;
}

/* By the order of keys. OrderedPointer is where the last call ended: element WhichOrderedElement, from 1 on. */
PVOID RtlGetElementGenericTableAvl(PRTL_AVL_TABLE Table, ULONG I)
{
    if (I >= Table->NumberGenericTableElements)
        return NULL;
    if (Table->WhichOrderedElement == 0 || I + 1 < Table->WhichOrderedElement) {
        Table->OrderedPointer = extreme(root_of(Table), -1);
        Table->WhichOrderedElement = 1;
    }
    for (; Table->WhichOrderedElement < I + 1; Table->WhichOrderedElement++)
        Table->OrderedPointer = neighbour(Table, Table->OrderedPointer, 1);
    return data_of(Table->OrderedPointer);
}

ULONG RtlNumberGenericTableElementsAvl(PRTL_AVL_TABLE Table)
{
    return Table->NumberGenericTableElements;
}

BOOLEAN RtlIsGenericTableEmptyAvl(PRTL_AVL_TABLE Table)
{
    return Table->NumberGenericTableElements == 0;
}

/* Equal elements need not be one, where the driver compares by other rules than it inserted by. */
PVOID RtlLookupFirstMatchingElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer, PVOID *RestartKey)
{
    node *found;
    *RestartKey = NULL;
    if (search(Table, Buffer, &found) != TableFoundNode)
        return NULL;
    for (node *before = neighbour(Table, found, -1);
         before && Table->CompareRoutine(Table, Buffer, data_of(before)) == GenericEqual;
         before = neighbour(Table, before, -1))
        found = before;
    *RestartKey = found;
    return data_of(found);
}

/* The first element not before `buffer`; `after`: after it. */
static node *from_buffer(PRTL_AVL_TABLE table, PVOID buffer, BOOLEAN after)
{
    node *found;
    switch (search(table, buffer, &found)) {
    case TableFoundNode:
        return after ? neighbour(table, found, 1) : found;
    case TableInsertAsLeft:
        return found;
    case TableInsertAsRight:
        return neighbour(table, found, 1);
    default:
        return NULL;
    }
}

PVOID RtlEnumerateGenericTableLikeADirectory(PRTL_AVL_TABLE Table, PRTL_AVL_MATCH_FUNCTION MatchFunction,
                                             PVOID MatchData, ULONG NextFlag, PVOID *RestartKey, PULONG DeleteCount,
                                             PVOID Buffer)
{
    if (*DeleteCount != Table->DeleteCount)
        *RestartKey = NULL; /* it may be gone */
    node *at = *RestartKey;
    if (!at)
        at = from_buffer(Table, Buffer, NextFlag != 0);
    else if (NextFlag)
        at = neighbour(Table, at, 1);
    while (at && MatchFunction) {
        const NTSTATUS status = MatchFunction(Table, data_of(at), MatchData);
        if (status == STATUS_SUCCESS)
            break;
        at = status == STATUS_NO_MORE_MATCHES ? NULL : neighbour(Table, at, 1);
    }
    *RestartKey = at;
    *DeleteCount = Table->DeleteCount;
    return data_of(at);
}
