/* For entries about what threads do to each other: two of them, begun together and waited for. */
#pragma once
#include "gallery.h"

static inline PETHREAD GalleryThread(PKSTART_ROUTINE Routine, PVOID Context)
{
    OBJECT_ATTRIBUTES Attributes;
    HANDLE Handle;
    PETHREAD Thread = NULL;
    InitializeObjectAttributes(&Attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    if (!NT_SUCCESS(PsCreateSystemThread(&Handle, THREAD_ALL_ACCESS, &Attributes, NULL, NULL, Routine, Context)))
        return NULL;
    if (!NT_SUCCESS(ObReferenceObjectByHandle(Handle, SYNCHRONIZE, *PsThreadType, KernelMode, (PVOID *)&Thread, NULL)))
        Thread = NULL;
    ZwClose(Handle);
    return Thread;
}

static inline VOID GalleryJoin(PETHREAD Thread)
{
    if (!Thread)
        return;
    KeWaitForSingleObject(Thread, Executive, KernelMode, FALSE, NULL);
    ObDereferenceObject(Thread);
}

static inline VOID GalleryThreads(PKSTART_ROUTINE First, PKSTART_ROUTINE Second)
{
    PETHREAD One = GalleryThread(First, NULL), Other = GalleryThread(Second, NULL);
    GalleryJoin(One);
    GalleryJoin(Other);
}
