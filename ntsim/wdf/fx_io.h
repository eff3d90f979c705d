/* Inside the framework: devices, queues, requests, memory, files, targets, and what they know of each other. */
#ifndef NTSIM_WDF_FX_IO_H
#define NTSIM_WDF_FX_IO_H

/* --- what a device is made from, device_init.c and pdo.c --- */

enum fx_device_kind { FX_FDO, FX_PDO, FX_CONTROL, FX_MINIPORT };

struct fx_preprocess {
    PFN_WDFDEVICE_WDM_IRP_PREPROCESS Routine;
    ULONG MinorCount; /* 0: all of them */
    UCHAR Minors[64];
};

/* WdfDeviceConfigureWdmIrpDispatchCallback */
struct fx_irp_dispatch {
    struct fx_irp_dispatch *Next;
    UCHAR Major;
    PFN_WDFDEVICE_WDM_IRP_DISPATCH Routine;
    WDFCONTEXT Context;
};

struct fx_device_text {
    struct fx_device_text *Next;
    LCID Locale;
    UNICODE_STRING Description, Location;
};

struct fx_state_callback {
    struct fx_state_callback *Next;
    ULONG State; /* of one of the three machines, which the numbers tell apart */
    ULONG Types;
    union {
        PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION Pnp;
        PFN_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION Power;
        PFN_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION Policy;
    };
};

/* Strings, each with its zero, and a zero at the end. */
struct fx_multi_string {
    PWCHAR Buffer;
    ULONG Bytes;
};

struct WDFDEVICE_INIT {
    struct fx_driver *Driver;
    enum fx_device_kind Kind;
    PDEVICE_OBJECT PhysicalDevice; /* below an FDO */
    struct fx_device *Created;     /* by WdfDeviceCreate */
    DEVICE_TYPE DeviceType;
    ULONG Characteristics;
    BOOLEAN Exclusive, Filter, PolicyOwner, PolicyOwnerSet, PowerPageable, PowerPageableSet, PowerInrush, HasClass;
    WDF_DEVICE_IO_TYPE ReadWriteIoType, ControlIoType;
    ULONG DirectTransferThreshold;
    UNICODE_STRING Name, Sddl;
    GUID Class;
    WDF_PNPPOWER_EVENT_CALLBACKS Pnp;
    WDF_POWER_POLICY_EVENT_CALLBACKS Policy;
    WDF_FDO_EVENT_CALLBACKS Fdo;
    WDF_PDO_EVENT_CALLBACKS Pdo;
    WDF_FILEOBJECT_CONFIG File;
    WDF_OBJECT_ATTRIBUTES FileAttributes, RequestAttributes, ChildListAttributes;
    BOOLEAN HasFileConfig, HasFileAttributes, HasRequestAttributes, HasChildListConfig, HasChildListAttributes;
    PFN_WDF_IO_IN_CALLER_CONTEXT InCallerContext;
    struct fx_preprocess *Preprocess[IRP_MJ_MAXIMUM_FUNCTION + 1];
    struct fx_state_callback *StateCallbacks;
    WDF_CHILD_LIST_CONFIG ChildListConfig;
    ULONG RemoveLockFlags;
    WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE ReleaseOrder;
    /* PDOs */
    struct fx_device *Parent;
    struct fx_child *Child; /* in a dynamic list, or NULL */
    UNICODE_STRING DeviceId, InstanceId, ContainerId;
    struct fx_multi_string HardwareIds, CompatibleIds;
    struct fx_device_text *Texts;
    LCID DefaultLocale;
    BOOLEAN Raw, ForwardsToParent, NoPowerDependency, NoDispatchOverride;
    GUID RawClass;
    /* control devices */
    PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION Shutdown;
    UCHAR ShutdownFlags;
};

struct WDFDEVICE_INIT *fx_new_init(struct fx_driver *driver, enum fx_device_kind kind);
/* Frees an init, and what it holds unless a device has taken that over. */
void fx_free_init(struct WDFDEVICE_INIT *init);
void fx_free_init_parts(struct WDFDEVICE_INIT *init);
NTSTATUS fx_append_multi(struct fx_driver *driver, struct fx_multi_string *list, PCUNICODE_STRING string);

/* --- devices, device.c --- */

enum fx_pnp_phase {
    FX_PNP_CREATED,
    FX_PNP_STARTED,
    FX_PNP_STOPPED,
    FX_PNP_FAILED,
    FX_PNP_SURPRISE_REMOVED,
    FX_PNP_REMOVED,
};

enum fx_self_managed {
    FX_SELF_NEW,
    FX_SELF_STARTED,
    FX_SELF_SUSPENDED,
    FX_SELF_FAILED,
    FX_SELF_FLUSHED,
    FX_SELF_CLEANED
};

/* The machine of plug and play, that of power, that of the power policy. One thread at a time is in each. */
enum fx_machine_kind { FX_PNP_MACHINE, FX_POWER_MACHINE, FX_POLICY_MACHINE, FX_MACHINES };

struct fx_machine {
    ULONG State;     /* of WDF_DEVICE_PNP_STATE and its kin, without NP */
    BOOLEAN Settled; /* what the state does is done */
    KEVENT Free;
};

struct fx_interface {
    struct fx_interface *Next;
    GUID Class;
    UNICODE_STRING Reference, Link; /* Link: once it is registered */
    BOOLEAN Enabled, AutoEnable;
};

struct fx_query_interface {
    struct fx_query_interface *Next;
    WDF_QUERY_INTERFACE_CONFIG Config;
    GUID Type;
    PINTERFACE Interface;
};

enum { FX_CREATE, FX_READ, FX_WRITE, FX_CONTROL_CODE, FX_INTERNAL_CODE, FX_REQUEST_KINDS };

struct fx_device {
    struct fx_object Object;
    struct WDFDEVICE_INIT Init;
    PDEVICE_OBJECT DeviceObject, Attached;
    LIST_ENTRY DriverEntry;
    struct fx_lock Lock; /* of its callbacks, at synchronization scope device */
    struct fx_queue *DefaultQueue;
    struct fx_queue *QueueOf[FX_REQUEST_KINDS];
    LIST_ENTRY Queues, Files, Targets, Interrupts, ChildLists, DmaEnablers, WmiProviders;
    struct fx_irp_dispatch *IrpDispatch;
    struct fx_target *LocalTarget;
    struct fx_request *FreeRequests, *LastFreeRequest;
    ULONG FreeRequestCount;
    SIZE_T RequestSize; /* with room for the context */
    UNICODE_STRING SymbolicLink, MofResource;
    BOOLEAN WmiRegistered;
    BOOLEAN CopiesNeither; /* of a user-mode driver: it takes requests of METHOD_NEITHER */
    struct fx_interface *Interfaces;
    struct fx_query_interface *QueryInterfaces;
    BOOLEAN Finished;        /* control devices: WdfControlFinishInitializing */
    BOOLEAN DeletedByDriver; /* control devices: waits for its files */
    BOOLEAN Gone;            /* its DEVICE_OBJECT is deleted */
    LONG OpenFiles;
    /* plug and play */
    struct fx_machine Machines[FX_MACHINES];
    enum fx_pnp_phase Phase;
    BOOLEAN HardwarePrepared, PreparingHardware, AchievedStart, InternalFailure, FailureQueued;
    BOOLEAN QueryReference; /* in D0 for what a question may bring */
    LONG StopRemoveDenials;
    WDF_DEVICE_FAILED_ACTION FailedAction;
    WORK_QUEUE_ITEM FailureItem;
    WDF_DEVICE_STATE State;
    WDF_DEVICE_PNP_CAPABILITIES PnpCapabilities;
    WDF_DEVICE_POWER_CAPABILITIES PowerCapabilities;
    BOOLEAN HasPnpCapabilities, HasPowerCapabilities, HasBusInformation, SpecialFile[WdfSpecialFileMax];
    LONG SpecialFileCount[WdfSpecialFileMax];
    PNP_BUS_INFORMATION BusInformation;
    struct fx_resource_list *RawResources, *TranslatedResources;
    struct fx_device_list *RemovalRelations, *EjectionRelations, *UsageDependents;
    struct fx_child_list *DefaultChildList, *StaticChildren;
    BOOLEAN PdoMissing, PdoReported;
    LONG StaticIterations;
    /* power */
    DEVICE_POWER_STATE DeviceState;
    SYSTEM_POWER_STATE SystemState, SystemWake; /* SystemWake: the deepest that it can wake the system from */
    WDF_POWER_DEVICE_STATE LastPower;           /* what EvtDeviceD0Entry is told of */
    BOOLEAN AtD0;                               /* for I/O: not on the way */
    enum fx_self_managed SelfManaged;
    BOOLEAN QueuesHeld; /* power-managed ones do not deliver */
    BOOLEAN IdleEnabled, IdleTimerSet, IdleExpired, IdleChanged, DmaUp, HasWakeSettings, WakeEnabled;
    BOOLEAN WakeTriggered, WakeFailed, WakeAtBus, WakeInterruptsStay, HoldsParent;
    WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS Idle;
    WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS Wake;
    LONG PowerReferences; /* reasons to stay in D0 */
    KEVENT PoweredUp;
    KTIMER IdleTimer;
    KDPC IdleDpc;
    WORK_QUEUE_ITEM PolicyItem, WakeItem;
    BOOLEAN PolicyItemQueued;
    POWER_ACTION PowerAction;
    PIRP WaitWakeIrp, EndedWaitWakeIrp;
    KEVENT WakeArrived, WakeDone;
    struct fx_pox *Pox; /* WdfDeviceWdmAssignPowerFrameworkSettings; or NULL */
    NTSTATUS WakeStatus;
    LONG ArmedChildren;
};

extern const struct fx_class fx_device_class;
struct fx_device *fx_device_of(PDEVICE_OBJECT device_object);
NTSTATUS fx_create_device(struct WDFDEVICE_INIT **init, PWDF_OBJECT_ATTRIBUTES attributes, struct fx_device **result);
/* The device leaves its stack: its DEVICE_OBJECT goes, and then the object with all its children. */
void fx_device_removed(struct fx_device *device);
DRIVER_DISPATCH fx_dispatch; /* every major function of the driver's, dispatch.c */
NTSTATUS fx_forward(struct fx_device *device, PIRP irp);
NTSTATUS fx_forward_and_wait(struct fx_device *device, PIRP irp);
NTSTATUS fx_complete_irp(PIRP irp, NTSTATUS status, ULONG_PTR information);
void fx_enable_interfaces(struct fx_device *device, BOOLEAN enable);
void fx_free_interfaces(struct fx_device *device);
void fx_free_device_lists(struct fx_device *device);
NTSTATUS fx_create_default_children(struct fx_device *device);
NTSTATUS fx_dispatch_wmi(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack);
/* user_mode.c: whether that device's user-mode drivers take requests of METHOD_NEITHER. */
BOOLEAN fx_copies_neither(PDEVICE_OBJECT pdo);
/* The device provides no more blocks. */
void fx_leave_wmi(struct fx_device *device);

/* --- the machines' states, states.c --- */

void fx_init_machines(struct fx_device *device);
/* One thread at a time changes a machine's state: these are around what it does, at PASSIVE_LEVEL. */
void fx_enter_machine(struct fx_device *device, enum fx_machine_kind kind);
void fx_leave_machine(struct fx_device *device, enum fx_machine_kind kind);
/* Into a state: who has asked for it hears of it, and of the one that is left. */
void fx_to(struct fx_device *device, enum fx_machine_kind kind, ULONG state);
/* What the state does is done, and the machine waits in it. */
void fx_settle(struct fx_device *device, enum fx_machine_kind kind);

/* --- plug and play: pnp.c, pnp_query.c, restart.c --- */

NTSTATUS fx_dispatch_pnp(struct fx_device *device, PIRP irp);
NTSTATUS fx_query_pnp(struct fx_device *device, PIRP irp);
NTSTATUS fx_pdo_query_pnp(struct fx_device *device, PIRP irp);
NTSTATUS fx_query_interface(PDEVICE_OBJECT target, const GUID *type, PINTERFACE interface, USHORT size, USHORT version,
                            PVOID data);
NTSTATUS fx_query_capabilities(struct fx_device *device, PDEVICE_CAPABILITIES capabilities);
/* The device has failed on the way up or down: the PnP manager is to remove it. */
void fx_device_failed(struct fx_device *device);
/* Asks the bus to take the device away and report it again. FALSE: it cannot, or has done so too often. */
BOOLEAN fx_ask_for_restart(struct fx_device *device);

/* --- power: power.c --- */

NTSTATUS fx_dispatch_power(struct fx_device *device, PIRP irp);
/* Into D0 when the device starts, and out of it, and out of what is left of it in Dx, for good. */
NTSTATUS fx_power_start(struct fx_device *device);
NTSTATUS fx_power_stop(struct fx_device *device);
NTSTATUS fx_pass_power_on(struct fx_device *device, PIRP irp);
void fx_self_managed_flush(struct fx_device *device);
void fx_self_managed_cleanup(struct fx_device *device);

/* --- power policy: policy.c, idle.c, wake.c --- */

NTSTATUS fx_policy_start(struct fx_device *device);
NTSTATUS fx_policy_stop(struct fx_device *device, BOOLEAN by_surprise);
void fx_policy_remove(struct fx_device *device);
NTSTATUS fx_set_system_power(struct fx_device *device, PIRP irp);
/* The policy machine looks whether there is something to do, soon. At DISPATCH_LEVEL or below. */
void fx_policy_wake_up(struct fx_device *device);
/* Asked by the power machine on its way down and up. */
void fx_policy_io_stopped(struct fx_device *device);
void fx_policy_hardware_started(struct fx_device *device);
void fx_init_idle(struct fx_device *device);
void fx_start_idle_timer(struct fx_device *device);
void fx_stop_idle_timer(struct fx_device *device);
/* The device has something to do, or no longer. `wait` until it is in D0, at PASSIVE_LEVEL. A reference that was
 * refused has to be released all the same. */
NTSTATUS fx_power_reference(struct fx_device *device, BOOLEAN wait);
void fx_power_release(struct fx_device *device);
/* A PDO's reference to its parent. */
NTSTATUS fx_hold_parent(struct fx_device *device);
void fx_release_parent(struct fx_device *device);

enum { FX_WAKE_DEVICE = 1, FX_WAKE_CHILDREN = 2 };
/* Why the device is to be able to wake the system: 0, it is not. */
ULONG fx_wake_reasons(const struct fx_device *device);
/* Returns when the request has got to the bus. FALSE: it could not be made. */
BOOLEAN fx_send_wait_wake(struct fx_device *device, SYSTEM_POWER_STATE from);
void fx_cancel_wait_wake(struct fx_device *device);
NTSTATUS fx_forward_wait_wake(struct fx_device *device, PIRP irp);
NTSTATUS fx_pdo_wait_wake(struct fx_device *device, PIRP irp);
NTSTATUS fx_enable_wake_at_bus(struct fx_device *device);
void fx_disable_wake_at_bus(struct fx_device *device);
void fx_indicate_wake_to_children(struct fx_device *device, NTSTATUS status);

/* --- the power framework: pox.c; each does nothing where the driver has not asked for it --- */

NTSTATUS fx_pox_start(struct fx_device *device);
void fx_pox_remove(struct fx_device *device);
/* The device is idle; it is down; it is wanted; it is in D0, all but its I/O. */
void fx_pox_idle(struct fx_device *device);
void fx_pox_down(struct fx_device *device);
void fx_pox_active(struct fx_device *device);
void fx_pox_powered(struct fx_device *device);

/* --- hardware: resources.c, interrupt.c, dma.c --- */

struct fx_resource_list {
    struct fx_object Object;
    ULONG Count, Room;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptors;
    BOOLEAN Changeable;
};

NTSTATUS fx_create_resource_list(struct fx_device *device, PCM_RESOURCE_LIST resources, struct fx_resource_list **list);
PIO_RESOURCE_REQUIREMENTS_LIST fx_requirements_for_pdo(struct fx_device *device, NTSTATUS *status);
NTSTATUS fx_filter_requirements(struct fx_device *device, PIRP irp);
void fx_assign_interrupts(struct fx_device *device);
/* Connected, and enabled by the driver's callback: in the order in which they were made, and back in reverse. */
NTSTATUS fx_interrupts_up(struct fx_device *device);
/* The first failure of the drivers. `armed`: those that can wake the device stay connected. */
NTSTATUS fx_interrupts_down(struct fx_device *device, BOOLEAN armed);
/* Those that were made for the hardware go with it. */
void fx_interrupts_released(struct fx_device *device);
NTSTATUS fx_dma_up(struct fx_device *device);
void fx_dma_down(struct fx_device *device);

/* --- bus drivers: child_list.c and pdo.c --- */

void fx_scan_children(struct fx_device *device);
NTSTATUS fx_report_children(struct fx_device *device, PIRP irp);
/* The device goes: its children have gone before it. */
void fx_children_parent_removed(struct fx_device *device);
/* The bus loses the PDO and finds its device again. FALSE: it is not of a dynamic list. */
BOOLEAN fx_report_anew(struct fx_device *pdo);
/* A PDO has been removed: TRUE where its object goes too, since the bus no longer has the device. */
BOOLEAN fx_pdo_removed(struct fx_device *device);
struct fx_device_list {
    ULONG Count, Room;
    PDEVICE_OBJECT *Devices;
};
NTSTATUS fx_add_device(struct fx_driver *driver, struct fx_device_list **list, PDEVICE_OBJECT device);
void fx_remove_device(struct fx_device_list *list, PDEVICE_OBJECT device);
void fx_clear_devices(struct fx_device_list *list);
/* DEVICE_RELATIONS with those of `list` added to what the IRP has already. */
NTSTATUS fx_add_relations(PIRP irp, PDEVICE_OBJECT const *devices, ULONG count);

/* --- queues, queue.c and queue_dispatch.c --- */

struct fx_queue {
    struct fx_object Object;
    struct fx_device *Device;
    LIST_ENTRY DeviceEntry;
    WDF_IO_QUEUE_CONFIG Config;
    BOOLEAN PowerManaged, PassiveLevel;
    struct fx_lock OwnLock, *Lock; /* Lock: NULL where callbacks are not serialised */
    LIST_ENTRY Waiting, WithDriver;
    ULONG WaitingCount, DriverCount, Limit;
    BOOLEAN Accepting, Dispatching; /* as the driver has set them */
    BOOLEAN PowerBusy;              /* keeps its device in D0 */
    BOOLEAN Removed;
    PKTHREAD Dispatcher;
    ULONG Dispatchers; /* threads that deliver from it, within the driver's callback */
    BOOLEAN Again;
    WORK_QUEUE_ITEM Item;
    BOOLEAN ItemQueued;
    KEVENT Settled; /* set when a request leaves the driver, or it acknowledges a stop */
    PFN_WDF_IO_QUEUE_STATE Ready;
    WDFCONTEXT ReadyContext;
    PFN_WDF_IO_QUEUE_STATE Stopped, Emptied; /* WdfIoQueueStop; Drain and Purge */
    WDFCONTEXT StoppedContext, EmptiedContext;
    WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY ForwardProgress;
    struct fx_request *Reserved; /* those that are free */
    LIST_ENTRY WaitingIrps;      /* for one of them */
};

/* Gives a request to a queue: STATUS_PENDING, or the error that it was completed with. */
NTSTATUS fx_enqueue(struct fx_queue *queue, struct fx_request *request);
void fx_queue_dispatch(struct fx_queue *queue);
/* The same after a request has left it: who delivers from it already, in this thread or another, goes on with it, so
 * that a driver which completes each request in its callback is not called for the next one from there. */
void fx_queue_go_on(struct fx_queue *queue);
/* A request leaves the driver's hands. */
void fx_queue_left(struct fx_queue *queue, struct fx_request *request);
struct fx_request *fx_queue_take(struct fx_queue *queue, struct fx_request *request);
void fx_queue_cancel_waiting(struct fx_queue *queue, struct fx_file *file);
BOOLEAN fx_queue_may_deliver(struct fx_queue *queue);
void fx_queue_check_state(struct fx_queue *queue);
void fx_queue_insert(struct fx_queue *queue, struct fx_request *request, BOOLEAN at_head);
void fx_hold_queues(struct fx_device *device);
void fx_release_queues(struct fx_device *device);
/* After a removal that the device has outlived. */
void fx_accept_requests(struct fx_device *device);
void fx_purge_queues(struct fx_device *device, BOOLEAN power_managed_only);
void fx_queue_purge_and_wait(struct fx_queue *queue);

/* --- guaranteed forward progress, forward_progress.c --- */

/* A request with the resources that the driver adds to it, or NULL: then fx_progress completes the IRP, or gives it to
 * a reserved request, now or when one is free. */
struct fx_request *fx_take_for_queue(struct fx_queue *queue, PIRP irp);
NTSTATUS fx_progress(struct fx_queue *queue, PIRP irp);
/* A reserved request is completed: the next IRP may have it. */
void fx_return_reserved(struct fx_request *request);
/* The queue is purged; it goes. */
void fx_end_progress(struct fx_queue *queue);
void fx_dispose_progress(struct fx_queue *queue);

/* --- memory, memory.c --- */

enum fx_memory_kind { FX_MEMORY_POOL, FX_MEMORY_PREALLOCATED, FX_MEMORY_LOOKASIDE, FX_MEMORY_REQUEST };

struct fx_memory {
    struct fx_object Object;
    enum fx_memory_kind Kind;
    PVOID Buffer;
    SIZE_T Size;
    PMDL Mdl; /* over Buffer, where one is known or has been needed */
    BOOLEAN OwnsMdl, ReadOnly, Locked;
    struct fx_lookaside *Lookaside;
};

NTSTATUS fx_create_memory(struct fx_driver *driver, PWDF_OBJECT_ATTRIBUTES attributes, struct fx_object *parent,
                          SIZE_T size, ULONG tag, struct fx_memory **result);
extern const struct fx_class fx_memory_class;
/* An MDL over all of the memory, made when first asked for. */
NTSTATUS fx_memory_mdl(struct fx_memory *memory, PMDL *mdl);

/* --- files, file.c --- */

struct fx_file {
    struct fx_object Object;
    struct fx_device *Device;
    PFILE_OBJECT FileObject; /* NULL for one of no file object */
    LIST_ENTRY DeviceEntry;
    UNICODE_STRING Name;
    BOOLEAN CleanedUp;
};

NTSTATUS fx_dispatch_file(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack);
struct fx_file *fx_file_of(struct fx_device *device, PFILE_OBJECT file_object);
/* A create request of which the device knows has been completed. */
void fx_create_completed(struct fx_request *request, NTSTATUS status);

/* --- requests, request.c --- */

enum fx_place { FX_NOWHERE, FX_IN_QUEUE, FX_WITH_DRIVER, FX_TARGET_HAS_IT };

struct fx_request {
    struct fx_object Object;
    PIRP Irp;
    struct fx_device *Device; /* whose dispatch routine took the IRP; NULL for the driver's own requests */
    struct fx_queue *Queue;
    LIST_ENTRY Entry; /* in Queue's Waiting or WithDriver */
    struct fx_request *NextFree;
    struct fx_queue *ReservedBy; /* of Reserved ones */
    UCHAR Place;
    BOOLEAN Own;     /* made by WdfRequestCreate */
    BOOLEAN OwnsIrp; /* frees the IRP */
    BOOLEAN Completed, Presented, Canceled, InCallerContext, Reserved, StopPending, StopAcknowledged,
        Stopping;                  /* Stopping: the driver is being told */
    PFN_WDF_REQUEST_CANCEL Cancel; /* marked cancelable */
    struct fx_file *File;          /* of an IRP_MJ_CREATE */
    PMDL InputMdl;                 /* made for METHOD_BUFFERED */
    LIST_ENTRY LockedMemories;
    struct fx_memory *NeitherInput, *NeitherOutput; /* of METHOD_NEITHER, for a user-mode driver */
    struct fx_send *Send;                           /* of a request that has been formatted or sent, send.c */
    ULONG_PTR Information;
    GUID Activity;
    BOOLEAN HasActivity, UserModeDriver;
    NTSTATUS SentStatus;
    PIRP LastIrp;    /* that it was completed with */
    ULONG FetchedAt; /* by the driver itself: a stack of the verifier */
    /* From here on only valid once initialised. */
    DECLSPEC_ALIGN(16) struct fx_memory Input;
    DECLSPEC_ALIGN(16) struct fx_memory Output;
};

struct fx_request *fx_take_request(struct fx_device *device, PIRP irp);
/* In memory of its own, whatever is free. */
struct fx_request *fx_new_request(struct fx_device *device, PIRP irp);
void fx_complete(struct fx_request *request, NTSTATUS status, CCHAR boost);
struct fx_request *fx_request_of(WDFREQUEST handle);
/* The request as the driver may use it: not completed. Stops the machine otherwise. */
PIRP fx_irp_of(struct fx_request *request);
NTSTATUS fx_set_cancel(struct fx_request *request, PDRIVER_CANCEL routine);
/* FALSE: the cancel routine runs, or has run. */
BOOLEAN fx_clear_cancel(struct fx_request *request);
void fx_free_requests(struct fx_device *device);
void fx_fill_parameters(struct fx_request *request, PWDF_REQUEST_PARAMETERS parameters);
NTSTATUS fx_retrieve(struct fx_request *request, BOOLEAN output, struct fx_memory **memory);
void fx_release_buffers(struct fx_request *request);
/* For requests of METHOD_NEITHER that a program makes of a user-mode driver: refused, or their buffers made reachable.
 */
NTSTATUS fx_take_neither(struct fx_request *request);
void fx_forget_send(struct fx_request *request);

/* --- targets, target.c and send.c --- */

struct fx_target {
    struct fx_object Object;
    struct fx_device *Device; /* whose driver uses it */
    LIST_ENTRY DeviceEntry;
    BOOLEAN Local, OwnsFile;
    WDF_IO_TARGET_STATE State;
    PDEVICE_OBJECT TargetDevice, TargetPhysicalDevice;
    PFILE_OBJECT FileObject;
    HANDLE FileHandle;
    LIST_ENTRY Sent;    /* requests at the target */
    LIST_ENTRY Pending; /* sent while it was stopped */
    KEVENT Empty;       /* set while Sent is empty */
    WDF_IO_TARGET_OPEN_PARAMS OpenParameters;
    PVOID Notification;
    void (*Start)(struct fx_target *target); /* continuous readers */
    void (*Stop)(struct fx_target *target);
};

NTSTATUS fx_create_target(const struct fx_class *class, struct fx_device *device, PWDF_OBJECT_ATTRIBUTES attributes,
                          PVOID result);
void fx_init_target(struct fx_target *target, struct fx_device *device);
void fx_target_dispose(struct fx_object *object);
void fx_target_destroy(struct fx_object *object);
NTSTATUS fx_target_start(struct fx_target *target);
void fx_target_stop(struct fx_target *target, WDF_IO_TARGET_SENT_IO_ACTION action, WDF_IO_TARGET_STATE state);
NTSTATUS fx_create_local_target(struct fx_device *device);

#endif
