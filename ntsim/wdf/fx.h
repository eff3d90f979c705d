/*
 * Inside the framework: wdf01000.sys, the KMDF runtime of the simulator, which the loader also knows as wdfldr.sys.
 *
 * Every handle of a driver is the address of a struct fx_object, the header of each kind of object. Functions that a
 * driver reaches through the table are called api_Xxx for WdfXxx; functions.def lists them all, and the compiler checks
 * each against the type that the drivers' own headers give it.
 *
 * Nothing here is preempted between two instructions (ke/ki.h), so lists and counts of the framework need no locks.
 * What must be thought of is that every callback of a driver, and every function of the kernel that may lower the IRQL
 * or make a thread ready, is a place where others run.
 *
 * A function in here may be called at the IRQLs that the documentation gives for the functions of WDF which stand on
 * it, and fails with their statuses. What fx_allocate gave belongs to the object that keeps it, and goes with that
 * object.
 *
 * Sources of behaviour: the public documentation of KMDF, and microsoft/Windows-Driver-Frameworks for the order of
 * things that it leaves open.
 */
#ifndef NTSIM_WDF_FX_H
#define NTSIM_WDF_FX_H

#include <ntifs.h>

#include <wdf.h>

#include <usb.h>
#include <usbdlib.h>
#include <wdfusb.h>

#include <wdfminiport.h>

#include <wdfldr.h>

/* --- functions of the table, table.c --- */

#define FUNCTION(name, upper) __typeof__(*(PFN_WDF##upper)0) api_##name;
#define MISSING(name)
#include "ntsim/wdf/functions.def"
#undef FUNCTION
#undef MISSING

/* --- objects, object.c --- */

struct fx_driver;
struct fx_device;
struct fx_file;
struct fx_object;
struct fx_queue;
struct fx_request;

enum fx_type {
    FX_GENERAL = 1,
    FX_DRIVER,
    FX_DEVICE,
    FX_QUEUE,
    FX_REQUEST,
    FX_FILE,
    FX_MEMORY,
    FX_LOOKASIDE,
    FX_TIMER,
    FX_DPC,
    FX_WORK_ITEM,
    FX_INTERRUPT,
    FX_WAIT_LOCK,
    FX_SPIN_LOCK,
    FX_TARGET,
    FX_USB_DEVICE,
    FX_USB_INTERFACE,
    FX_USB_PIPE,
    FX_DMA_ENABLER,
    FX_DMA_TRANSACTION,
    FX_COMMON_BUFFER,
    FX_KEY,
    FX_STRING,
    FX_COLLECTION,
    FX_CHILD_LIST,
    FX_IO_REQUIREMENTS,
    FX_IO_RESOURCES,
    FX_CM_RESOURCES,
    FX_WMI_PROVIDER,
    FX_WMI_INSTANCE,
};

/* A kind of object. Dispose runs once all children and the driver's cleanup callbacks are through; Destroy before the
 * memory goes, when the last reference has. Either may be NULL. */
struct fx_class {
    enum fx_type Type;
    SIZE_T Size;
    void (*Dispose)(struct fx_object *object);
    void (*Destroy)(struct fx_object *object);
    /* Keeps the memory for the next object, and says so. */
    BOOLEAN (*Recycle)(struct fx_object *object);
    BOOLEAN PassiveDispose; /* Dispose waits, or calls what must be called at PASSIVE_LEVEL */
    BOOLEAN DriverMayNotDelete;
};

struct fx_context {
    struct fx_context *Next;
    struct fx_object *Object;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO Type; /* NULL: callbacks only */
    PFN_WDF_OBJECT_CONTEXT_CLEANUP Cleanup;
    PFN_WDF_OBJECT_CONTEXT_DESTROY Destroy;
    SIZE_T Size;
    DECLSPEC_ALIGN(16) UCHAR Data[];
};

enum fx_state { FX_ALIVE, FX_DISPOSING, FX_DISPOSED, FX_DELETED };

struct fx_object {
    ULONG Signature; /* FX_SIGNATURE, until the memory is given back */
    UCHAR Type;
    UCHAR State;
    BOOLEAN Embedded;  /* part of its parent's memory */
    BOOLEAN Protected; /* the driver may not delete it */
    LONG References;
    UCHAR ExecutionLevel;       /* WDF_EXECUTION_LEVEL, never to inherit */
    UCHAR SynchronizationScope; /* WDF_SYNCHRONIZATION_SCOPE, never to inherit */
    BOOLEAN NeedsPassive;       /* it or one below it must be deleted at PASSIVE_LEVEL */
    const struct fx_class *Class;
    struct fx_object *Parent;
    LIST_ENTRY Children, Sibling;
    struct fx_context *Contexts;
    struct fx_driver *Driver;
    struct fx_device *Device; /* that it belongs to, or NULL */
    struct fx_object *NextDeferred;
    ULONG DeletedAt; /* by the driver, or as what came of its deletion: a stack of the verifier */
};

enum { FX_SIGNATURE = 'jOxF', FX_FREED = 'xOxF', FX_TAG = 'rDxF' };

#define ROUND_UP_16(size) (((SIZE_T)(size) + 15) & ~(SIZE_T)15)

/* Zeroed non-paged pool, tagged with the driver's tag where there is a driver. */
PVOID fx_allocate(struct fx_driver *driver, SIZE_T size);
void fx_free(PVOID memory);

/*
 * A new object of a class with the attributes' context and the attributes' parent, or `parent`. NULL parent: the driver
 * object's. A parent of no allowed kind gives STATUS_INVALID_DEVICE_REQUEST by the caller, who knows. The object can be
 * undone with fx_abandon until its creator gives it to the driver.
 */
NTSTATUS fx_create(const struct fx_class *class, struct fx_driver *driver, PWDF_OBJECT_ATTRIBUTES attributes,
                   struct fx_object *parent, PVOID object);
/* The same in memory that the caller has, zeroed, of the class's size and fx_context_room() bytes more. */
void fx_init_in_place(struct fx_object *object, const struct fx_class *class, struct fx_driver *driver,
                      PWDF_OBJECT_ATTRIBUTES attributes, struct fx_object *parent);
SIZE_T fx_context_room(PWDF_OBJECT_ATTRIBUTES attributes);
NTSTATUS fx_check_attributes(PWDF_OBJECT_ATTRIBUTES attributes);
/* Deletes an object that the driver has not seen: without its callbacks. */
void fx_abandon(struct fx_object *object);

void fx_delete(struct fx_object *object);
/* Children and cleanup callbacks now; fx_delete later does the rest. */
void fx_dispose(struct fx_object *object);
void fx_reference(struct fx_object *object);
void fx_dereference(struct fx_object *object);
void fx_set_parent(struct fx_object *object, struct fx_object *parent);

/* The object behind a handle; stops the machine where it is none of that type. */
PVOID fx_object_of(WDFOBJECT handle, enum fx_type type);
struct fx_object *fx_any_object(WDFOBJECT handle);
/* The nearest ancestor (or itself) of a type, or NULL. */
PVOID fx_ancestor(struct fx_object *object, enum fx_type type);

DECLSPEC_NORETURN void fx_violation(ULONG_PTR p1, ULONG_PTR p2, ULONG_PTR p3, ULONG_PTR p4);
DECLSPEC_NORETURN void fx_null_parameter(PVOID caller);
/* For arguments that must not be NULL. */
#define FX_REQUIRE(pointer)                                                                                            \
    do {                                                                                                               \
        if (!(pointer))                                                                                                \
            fx_null_parameter(__builtin_return_address(0));                                                            \
    } while (0)

/* Copies a structure that begins with its size, which an older driver may give in a shorter form. FALSE: the size is
 * larger than this framework's, or is none. */
BOOLEAN fx_copy_sized(PVOID to, ULONG to_size, const void *from, ULONG shortest);
#define FX_COPY(to, from) fx_copy_sized(&(to), sizeof(to), (from), sizeof(ULONG))

NTSTATUS fx_copy_string(struct fx_driver *driver, PUNICODE_STRING to, PCUNICODE_STRING from);

/* --- callbacks' locks, lock.c --- */

/* What serialises a device's or a queue's callbacks: a spin lock, or at execution level passive a mutex. A thread may
 * take it again while it has it. */
struct fx_lock {
    BOOLEAN Passive; /* Event is the lock, else Lock */
    KIRQL Irql;
    ULONG Depth;
    PKTHREAD Owner;
    KSPIN_LOCK Lock;
    KEVENT Event;
};

/* Of Ke (ke/schedule.h): the driver has called what made others able to go on. `kind`: enum machine_point. */
__declspec(dllimport) void SimSchedulingPoint(ULONG kind, const VOID *object);
__declspec(dllimport) extern BOOLEAN SimPreemptive; /* points matter */
#define FX_POINT(kind, object)                                                                                         \
    do {                                                                                                               \
        if (SimPreemptive)                                                                                             \
            SimSchedulingPoint(kind, object);                                                                          \
    } while (0)

void fx_init_lock(struct fx_lock *lock, BOOLEAN passive);
void fx_acquire(struct fx_lock *lock);
void fx_release(struct fx_lock *lock);
/* The lock that serialises an object's callbacks with its parent's, for timers, DPCs and work items: NULL where its
 * parent has none. */
NTSTATUS fx_serializing_lock(struct fx_object *parent, BOOLEAN at_dispatch, struct fx_lock **lock);

/* --- drivers, driver.c and bind.c --- */

struct fx_driver {
    struct fx_object Object;
    PWDF_DRIVER_GLOBALS Globals;
    PDRIVER_OBJECT DriverObject;
    WDF_DRIVER_CONFIG Config;
    UNICODE_STRING RegistryPath;
    LIST_ENTRY Devices; /* not yet deleted */
};

struct fx_globals {
    WDF_DRIVER_GLOBALS Public; /* what the driver's WdfDriverGlobals points at */
    struct fx_driver *Driver;
    PDRIVER_OBJECT DriverObject;
    ULONG Minor;      /* version of the framework that the driver was built for */
    BOOLEAN UserMode; /* UMDF: everything runs at PASSIVE_LEVEL */
    struct fx_globals *Next;
    WDFFUNC *Functions; /* the driver's table: gates of the verifier; NULL: none of its own */
};

static inline struct fx_globals *fx_globals_of(PWDF_DRIVER_GLOBALS globals)
{
    return CONTAINING_RECORD(globals, struct fx_globals, Public);
}

static inline struct fx_driver *fx_driver_of(PWDF_DRIVER_GLOBALS globals)
{
    return fx_globals_of(globals)->Driver;
}

struct fx_globals *fx_globals_by_driver(PDRIVER_OBJECT driver_object);

/* A string is an object of its own, strings.c. */
NTSTATUS fx_set_string(WDFSTRING string, PCUNICODE_STRING text);

extern const WDFFUNC fx_functions[];
extern const ULONG fx_function_count;
/* The table for that driver. */
const WDFFUNC *fx_gated_functions(struct fx_globals *globals);

#include "ntsim/wdf/fx_io.h"

#endif
