/* Strings and collections. */
#include "ntsim/wdf/fx.h"

struct fx_string {
    struct fx_object Object;
    UNICODE_STRING Text;
};

static void destroy_string(struct fx_object *object)
{
    fx_free(((struct fx_string *)object)->Text.Buffer);
}

static const struct fx_class string_class = {
    .Type = FX_STRING, .Size = sizeof(struct fx_string), .Destroy = destroy_string};

NTSTATUS api_StringCreate(PWDF_DRIVER_GLOBALS globals, PCUNICODE_STRING text, PWDF_OBJECT_ATTRIBUTES attributes,
                          WDFSTRING *result)
{
    struct fx_string *string;
    FX_REQUIRE(result);
    *result = NULL;
    NTSTATUS status = fx_create(&string_class, fx_driver_of(globals), attributes, NULL, &string);
    if (!NT_SUCCESS(status))
        return status;
    if (text && text->Length > 0)
        status = fx_copy_string(string->Object.Driver, &string->Text, text);
    if (!NT_SUCCESS(status)) {
        fx_abandon(&string->Object);
        return status;
    }
    *result = (WDFSTRING)string;
    return STATUS_SUCCESS;
}

VOID api_StringGetUnicodeString(PWDF_DRIVER_GLOBALS globals, WDFSTRING handle, PUNICODE_STRING text)
{
    FX_REQUIRE(text);
    *text = ((struct fx_string *)fx_object_of(handle, FX_STRING))->Text;
}

NTSTATUS fx_set_string(WDFSTRING handle, PCUNICODE_STRING text)
{
    struct fx_string *string = fx_object_of(handle, FX_STRING);
    UNICODE_STRING copy;
    const NTSTATUS status = fx_copy_string(string->Object.Driver, &copy, text);
    if (NT_SUCCESS(status)) {
        fx_free(string->Text.Buffer);
        string->Text = copy;
    }
    return status;
}

/* --- collections: each item is kept by a reference --- */

struct fx_collection {
    struct fx_object Object;
    struct fx_object **Items;
    ULONG Count, Room;
};

static void destroy_collection(struct fx_object *object)
{
    struct fx_collection *collection = (struct fx_collection *)object;
    for (ULONG i = 0; i < collection->Count; i++)
        fx_dereference(collection->Items[i]);
    fx_free(collection->Items);
}

static const struct fx_class collection_class = {
    .Type = FX_COLLECTION, .Size = sizeof(struct fx_collection), .Destroy = destroy_collection};

static struct fx_collection *collection_from(WDFCOLLECTION handle)
{
    return fx_object_of(handle, FX_COLLECTION);
}

NTSTATUS api_CollectionCreate(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, WDFCOLLECTION *result)
{
    struct fx_collection *collection;
    FX_REQUIRE(result);
    const NTSTATUS status = fx_create(&collection_class, fx_driver_of(globals), attributes, NULL, &collection);
    *result = (WDFCOLLECTION)collection;
    return status;
}

ULONG api_CollectionGetCount(PWDF_DRIVER_GLOBALS globals, WDFCOLLECTION handle)
{
    return collection_from(handle)->Count;
}

NTSTATUS api_CollectionAdd(PWDF_DRIVER_GLOBALS globals, WDFCOLLECTION handle, WDFOBJECT item)
{
    struct fx_collection *collection = collection_from(handle);
    struct fx_object *object = fx_any_object(item);
    enum { FIRST_ROOM = 8 };
    if (collection->Count == collection->Room) {
        const ULONG room = collection->Room ? 2 * collection->Room : FIRST_ROOM;
        struct fx_object **items = fx_allocate(collection->Object.Driver, room * sizeof(*items));
        if (!items)
            return STATUS_INSUFFICIENT_RESOURCES;
        if (collection->Items)
            RtlCopyMemory(items, collection->Items, collection->Count * sizeof(*items));
        fx_free(collection->Items);
        collection->Items = items;
        collection->Room = room;
    }
    fx_reference(object);
    collection->Items[collection->Count++] = object;
    return STATUS_SUCCESS;
}

static void remove_at(struct fx_collection *collection, ULONG index)
{
    struct fx_object *object = collection->Items[index];
    collection->Count--;
    for (ULONG i = index; i < collection->Count; i++)
        collection->Items[i] = collection->Items[i + 1];
    fx_dereference(object);
}

VOID api_CollectionRemove(PWDF_DRIVER_GLOBALS globals, WDFCOLLECTION handle, WDFOBJECT item)
{
    struct fx_collection *collection = collection_from(handle);
    const struct fx_object *object = fx_any_object(item);
    for (ULONG i = 0; i < collection->Count; i++)
        if (collection->Items[i] == object) {
            remove_at(collection, i);
            return;
        }
}

VOID api_CollectionRemoveItem(PWDF_DRIVER_GLOBALS globals, WDFCOLLECTION handle, ULONG index)
{
    struct fx_collection *collection = collection_from(handle);
    if (index < collection->Count)
        remove_at(collection, index);
}

WDFOBJECT api_CollectionGetItem(PWDF_DRIVER_GLOBALS globals, WDFCOLLECTION handle, ULONG index)
{
    const struct fx_collection *collection = collection_from(handle);
    return index < collection->Count ? collection->Items[index] : NULL;
}

WDFOBJECT api_CollectionGetFirstItem(PWDF_DRIVER_GLOBALS globals, WDFCOLLECTION handle)
{
    return api_CollectionGetItem(globals, handle, 0);
}

WDFOBJECT api_CollectionGetLastItem(PWDF_DRIVER_GLOBALS globals, WDFCOLLECTION handle)
{
    const struct fx_collection *collection = collection_from(handle);
    return collection->Count > 0 ? collection->Items[collection->Count - 1] : NULL;
}
