/*
 * The power framework (PoFx): components of devices that are active or idle, their Fx states, and whether the device
 * has to have power.
 *
 * One function, pop_fx_run, looks at what is wanted and at what there is, and calls the driver for the next step of
 * whatever is behind, until nothing is or all that is waits for the driver. Everything else only changes what is
 * wanted, or notes that the driver is done with a step.
 */
#ifndef NTSIM_PO_FX_H
#define NTSIM_PO_FX_H

#include "ntsim/po/pop.h"

enum pop_fx_condition {
    POP_FX_ACTIVE,
    POP_FX_GOING_IDLE, /* until PoFxCompleteIdleCondition */
    POP_FX_IDLE
};

enum pop_fx_power {
    POP_FX_REQUIRED,
    POP_FX_GOING_UNREQUIRED, /* until PoFxCompleteDevicePowerNotRequired */
    POP_FX_NOT_REQUIRED,
    POP_FX_GOING_REQUIRED /* until PoFxReportDevicePoweredOn */
};

struct pop_fx_component {
    LONG References;
    enum pop_fx_condition Condition;
    ULONG Fx;
    BOOLEAN Changing; /* to Fx, until PoFxCompleteIdleState */
    BOOLEAN Wake;
    ULONGLONG Latency, Residency; /* what its users bear */
    ULONG DeepestWakeable;
    ULONG StateCount, ProviderCount;
    PPO_FX_COMPONENT_IDLE_STATE States;
    PULONG Providers;
    KEVENT Activated, Idled; /* notification events */
};

/* What the driver registered. */
struct pop_fx_callbacks {
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK OnActive;
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK OnIdle;
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK OnIdleState;
    PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK OnPowerRequired;
    PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK OnPowerNotRequired;
    PPO_FX_POWER_CONTROL_CALLBACK OnPowerControl;
    PVOID Context;
};

struct pop_fx_device {
    LIST_ENTRY Entry;
    PDEVICE_OBJECT Pdo; /* referenced */
    struct pop_fx_callbacks Driver;
    enum pop_fx_power Power;
    BOOLEAN Started, Dead;
    BOOLEAN Running, Again; /* within pop_fx_run; what it looks at has changed */
    BOOLEAN Queued;         /* Item waits for its worker */
    BOOLEAN TimerSet, TimerExpired;
    ULONGLONG IdleTimeout; /* 100 ns */
    WORK_QUEUE_ITEM Item;
    KTIMER Timer;
    KDPC Dpc;
    KEVENT Quiet; /* neither Running nor Queued */
    ULONG ComponentCount;
    struct pop_fx_component Components[];
};

static inline struct pop_fx_device *pop_fx_of(POHANDLE handle)
{
    return (struct pop_fx_device *)handle;
}

/* The driver breaks a rule of the framework: bug check 0xA0. */
DECLSPEC_NORETURN void pop_fx_stop(ULONG64 rule, PVOID object, ULONG64 p3, ULONG64 p4, const char *message);

/* --- fx_run.c --- */
void pop_fx_run(struct pop_fx_device *device);
/* The same on a worker thread. */
void pop_fx_run_later(struct pop_fx_device *device);
void pop_fx_init_runner(struct pop_fx_device *device);

#endif
