/*
 * The load configuration directory: where the loader finds the stack cookie and the tables of control-flow guard.
 *
 * The linker recognises the record by its name, _load_config_used, points the PE header at it, and defines the
 * __guard_* table symbols that stand in it: tables for /guard:cf, zeros without. The tables' symbols are absolute or
 * addresses, so each is declared as an array and used for its address only.
 */
#include "runtime.h"

/* IMAGE_LOAD_CONFIG_DIRECTORY64 as of Windows 11. */
struct load_config {
    uint32_t size;
    uint32_t time_date_stamp;
    uint16_t major_version;
    uint16_t minor_version;
    uint32_t global_flags_clear;
    uint32_t global_flags_set;
    uint32_t critical_section_default_timeout;
    uint64_t decommit_free_block_threshold;
    uint64_t decommit_total_free_threshold;
    const void *lock_prefix_table;
    uint64_t maximum_allocation_size;
    uint64_t virtual_memory_threshold;
    uint64_t process_affinity_mask;
    uint32_t process_heap_flags;
    uint16_t csd_version;
    uint16_t dependent_load_flags;
    const void *edit_list;
    const uintptr_t *security_cookie;
    const void *se_handler_table;
    uint64_t se_handler_count;
    const void *guard_cf_check_function_pointer;
    const void *guard_cf_dispatch_function_pointer;
    const void *guard_cf_function_table;
    const void *guard_cf_function_count;
    const void *guard_flags; /* 32 bits of flags; the upper half is CodeIntegrity's Flags and Catalog, which stay 0 */
    uint32_t code_integrity_catalog_offset;
    uint32_t code_integrity_reserved;
    const void *guard_address_taken_iat_entry_table;
    const void *guard_address_taken_iat_entry_count;
    const void *guard_long_jump_target_table;
    const void *guard_long_jump_target_count;
    const void *dynamic_value_relocation_table;
    const void *hybrid_metadata_pointer;
    const void *guard_rf_failure_routine;
    const void *guard_rf_failure_routine_function_pointer;
    uint32_t dynamic_value_relocation_table_offset;
    uint16_t dynamic_value_relocation_table_section;
    uint16_t reserved2;
    const void *guard_rf_verify_stack_pointer_function_pointer;
    uint32_t hot_patch_table_offset;
    uint32_t reserved3;
    const void *enclave_configuration_pointer;
    const void *volatile_metadata_pointer;
    const void *guard_eh_continuation_table;
    const void *guard_eh_continuation_count;
    const void *guard_xfg_check_function_pointer;
    const void *guard_xfg_dispatch_function_pointer;
    const void *guard_xfg_table_dispatch_function_pointer;
    const void *cast_guard_os_determined_failure_mode;
    const void *guard_memcpy_function_pointer;
};

_Static_assert(offsetof(struct load_config, security_cookie) == 0x58, "SecurityCookie");
_Static_assert(offsetof(struct load_config, guard_cf_check_function_pointer) == 0x70, "GuardCFCheckFunctionPointer");
_Static_assert(offsetof(struct load_config, guard_flags) == 0x90, "GuardFlags");
_Static_assert(offsetof(struct load_config, guard_eh_continuation_table) == 0x108, "GuardEHContinuationTable");
_Static_assert(sizeof(struct load_config) == 0x140, "IMAGE_LOAD_CONFIG_DIRECTORY64");

/* Defined by the linker. */
extern const char __guard_fids_table[], __guard_fids_count[];
extern const char __guard_iat_table[], __guard_iat_count[];
extern const char __guard_longjmp_table[], __guard_longjmp_count[];
extern const char __guard_eh_cont_table[], __guard_eh_cont_count[];
extern const char __guard_flags[];

extern const void *const __guard_check_icall_fptr;
extern const void *const __guard_dispatch_icall_fptr;

extern const struct load_config _load_config_used;
const struct load_config _load_config_used = {
    .size = sizeof(struct load_config),
    .security_cookie = &__security_cookie,
    .guard_cf_check_function_pointer = &__guard_check_icall_fptr,
    .guard_cf_dispatch_function_pointer = &__guard_dispatch_icall_fptr,
    .guard_cf_function_table = __guard_fids_table,
    .guard_cf_function_count = __guard_fids_count,
    .guard_flags = __guard_flags,
    .guard_address_taken_iat_entry_table = __guard_iat_table,
    .guard_address_taken_iat_entry_count = __guard_iat_count,
    .guard_long_jump_target_table = __guard_longjmp_table,
    .guard_long_jump_target_count = __guard_longjmp_count,
    .guard_eh_continuation_table = __guard_eh_cont_table,
    .guard_eh_continuation_count = __guard_eh_cont_count,
};
