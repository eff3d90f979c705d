/* The cases that the driver runs, and the tests ask for. A case that is to stop the system says so by its name. */
#pragma once

#define RUN_CASES(X)                                                                                                   \
    X(list_keeps_order)                                                                                                \
    X(list_walk_may_remove)                                                                                            \
    X(stop_list_in_two)                                                                                                \
    X(stop_list_damaged)                                                                                               \
    X(ring_keeps_order_and_wraps)                                                                                      \
    X(ring_is_full)                                                                                                    \
    X(seqlock_reads_what_was_written)                                                                                  \
    X(rundown_refuses_once_it_ran_down)                                                                                \
    X(rundown_waits_for_uses)                                                                                          \
    X(stop_rundown_use_twice)                                                                                          \
    X(lookaside_gives_zeroes_and_takes_back)                                                                           \
    X(lookaside_moves)                                                                                                 \
    X(stop_lookaside_empty)                                                                                            \
    X(stop_lookaside_outstanding)                                                                                      \
    X(spin_lock_raises)                                                                                                \
    X(queued_spin_lock_raises)                                                                                         \
    X(fast_mutex_raises_to_apc)                                                                                        \
    X(push_lock_holds_others_off)                                                                                      \
    X(resource_holds_others_off)                                                                                       \
    X(mutex_holds_others_off)                                                                                          \
    X(lock_is_left_by_return)                                                                                          \
    X(arena_gives_zeroes)                                                                                              \
    X(stop_arena_span_end)                                                                                             \
    X(slab_gives_each_once)                                                                                            \
    X(stop_slab_twice)                                                                                                 \
    X(stop_slab_foreign)                                                                                               \
    X(table_finds_by_key)                                                                                              \
    X(stop_table_in_two)                                                                                               \
    X(mmio_block_reads_and_writes)                                                                                     \
    X(mmio_block_wants_room)                                                                                           \
    X(stop_mmio_end)                                                                                                   \
    X(stop_mmio_unaligned)                                                                                             \
    X(stop_mmio_not_mapped)                                                                                            \
    X(user_memory_faults_into_a_status)                                                                                \
    X(trace_says_what_it_is_told)                                                                                      \
    X(target_answers)                                                                                                  \
    X(target_reads_and_writes)                                                                                         \
    X(own_request_is_used_again)                                                                                       \
    X(stop_own_request_sent_twice)                                                                                     \
    X(stop_own_request_released)                                                                                       \
    X(common_buffer_is_shared)                                                                                         \
    X(device_was_told)                                                                                                 \
    X(collection_keeps_handles)                                                                                        \
    X(stop_collection_end)                                                                                             \
    X(checked_numbers)                                                                                                 \
    X(stop_difference_below_zero)                                                                                      \
    X(stop_product_too_large)                                                                                          \
    X(bytes_as_records)                                                                                                \
    X(texts)                                                                                                           \
    X(stop_text_end)                                                                                                   \
    X(paged_memory)                                                                                                    \
    X(handles_and_references)                                                                                          \
    X(timers_come_in_time)                                                                                             \
    X(work_items_and_dpcs)                                                                                             \
    X(contexts_of_objects_of_a_device)                                                                                 \
    X(contexts_of_other_objects)                                                                                       \
    X(registry_values)                                                                                                 \
    X(levels_are_left)                                                                                                 \
    X(stop_not_passive)                                                                                                \
    X(memory_lists)                                                                                                    \
    X(stop_moved_mdl)                                                                                                  \
    X(mmio_computed_places)                                                                                            \
    X(functions_for_holders)                                                                                           \
    X(owned_things_of_a_driver)

enum run_case {
#define RUN_CASE_NUMBER(name) CASE_##name,
    RUN_CASES(RUN_CASE_NUMBER)
};
