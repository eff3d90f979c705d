/* Threads: fibers with a kernel stack, objects of the thread type. */
#include "ntsim/ps/psp.h"

#include "ntsim/mm/mi.h"
#include "ntsim/ob/obp.h"

static void delete_thread(PVOID body);

static OBJECT_TYPE thread_type = {
    .Name = L"Thread", .BodySize = sizeof(struct _ETHREAD), .Delete = delete_thread, .Waitable = TRUE};
static ULONG64 next_id = 4;

static void delete_thread(PVOID body)
{
    PKTHREAD thread = body;
    if (thread->KernelStack)
        mi_free_stack(thread->KernelStack, KI_KERNEL_STACK);
    if (thread->StackLimit)
        mi_free_stack(thread->StackLimit, (SIZE_T)(thread->StackBase - thread->StackLimit));
}

static void begin(void)
{
    PKTHREAD thread = ki_current_thread();
    thread->StartRoutine(thread->StartContext);
    ki_exit_thread(STATUS_SUCCESS);
}

PKTHREAD psp_create_thread(PKPROCESS process, SIZE_T stack_size, PKSTART_ROUTINE routine, PVOID context)
{
    PKTHREAD thread = ob_create(&thread_type, 0);
    if (!thread)
        return NULL;
    PUCHAR stack = mi_allocate_stack(stack_size);
    if (!stack) {
        ObDereferenceObject(thread);
        return NULL;
    }
    ki_init_thread(thread, process, (HANDLE)next_id);
    next_id += 4;
    thread->StackLimit = stack;
    thread->StackBase = stack + stack_size;
    thread->StartRoutine = routine;
    thread->StartContext = context;
    thread->StackPointer = ki_prepare_stack(thread->StackBase, begin);
    ObReferenceObject(thread);
    return thread;
}
