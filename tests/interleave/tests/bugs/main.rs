//! Classic concurrency bugs, each beside its right form. The wrong one is found, and how it is told is a snapshot; the
//! right one is accepted, and how much was looked at is in the same snapshot.

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;

mod alone;
mod atomics;
mod channel;
mod counting;
mod deadlock;
mod gallery;
mod of_crossbeam;
mod of_parking_lot;
mod pace;
mod puzzles;
mod sections;
mod semaphore;
mod signals;
mod tasks;
mod threads;
mod time;
mod wakeup;

mod found {
    crate::gallery::tests! {
        atomics: [
            loads_then_stores,
            checks_then_subtracts,
            compares_then_raises,
            looks_again_after_subtracting,
            ignores_a_failed_exchange,
            initialises_twice,
            raises_the_flag_too_late,
            says_ready_before_it_is,
            reads_two_halves,
            trusts_an_old_neighbour,
        ],
        sections: [
            locks_to_read_and_again_to_write,
            locks_a_lock_of_its_own,
            checks_the_balance_then_withdraws,
            asks_whether_it_is_empty_first,
            uses_what_was_there_a_moment_ago,
            adds_up_money_on_its_way,
            prints_a_line_in_pieces,
            computes_what_another_computes,
            trusts_what_it_read_before_writing,
            counts_in_a_thread_local,
        ],
        alone: [
            locks_the_same_lock_again,
            locks_twice_in_one_line,
            keeps_the_guard_in_the_match,
            calls_back_while_holding,
            drops_what_locks,
            asks_to_write_while_reading,
            initialises_itself,
        ],
        deadlock: [
            joins_while_holding,
            locks_in_opposite_order,
            takes_the_left_fork_first,
            seats_as_many_as_there_are_forks,
            sends_while_holding,
            waits_for_a_job_of_its_own_pool,
        ],
        wakeup: [
            asks_once_after_waking,
            waits_for_a_notice_already_given,
            changes_the_condition_without_the_lock,
            wakes_the_wrong_kind,
            wakes_one_where_all_must,
            wakes_one_of_different_needs,
            never_notifies,
        ],
        signals: [
            clears_the_event_at_once,
            parks_without_asking_why_it_woke,
            counts_wakeups,
            relies_on_the_order_of_waking,
            waits_for_one_who_never_comes,
        ],
        time: [
            sleeps_instead_of_waiting,
            asks_without_a_pause,
            tries_the_lock_without_a_pause,
            naps_between_looks,
            restarts_the_limit,
            gives_each_item_the_whole_limit,
            sleeps_then_tries_once,
            takes_a_timeout_for_an_answer,
        ],
        pace: [
            joins_in_the_spawning_loop,
            works_while_holding,
            keeps_the_guard_in_the_while_let,
            drifts,
            steps_aside_for_ever,
            stops_after_its_nap,
            locks_the_whole_bank,
        ],
        channel: [
            keeps_a_sender_of_its_own,
            sends_one_sentinel_to_two_workers,
            stops_at_the_first_sentinel,
            sends_to_itself,
            works_for_nobody,
            stops_at_an_empty_moment,
            lets_the_queue_grow,
            takes_arrival_for_order,
            sends_all_before_it_receives,
        ],
        tasks: [
            skips_task_done_when_there_is_nothing_to_do,
            says_task_done_twice,
            closes_without_a_word,
        ],
        semaphore: [
            releases_twice,
            keeps_the_permit_on_an_error,
            takes_permits_one_by_one,
            waits_while_holding_the_mutex,
            looks_then_takes,
            releases_many_and_wakes_one,
            releases_what_it_did_not_get,
        ],
        puzzles: [
            waits_before_it_signals,
            opens_the_barrier_for_one,
            waits_at_the_barrier_with_the_lock,
            laps_the_others,
            counts_readers_without_a_lock,
            takes_one_thing_at_a_time,
            wakes_the_cook_twice,
            sits_down_quietly,
        ],
        threads: [
            never_joins,
            leaves_a_thread_waiting,
            leaves_before_the_log_is_written,
            takes_a_panic_for_a_success,
            stops_joining_at_the_first_panic,
            unwraps_a_poisoned_lock,
            unlocks_only_on_success,
            leaves_a_marker_behind,
            waits_for_a_dead_producer,
            starts_the_thread_too_early,
        ],
        of_parking_lot: [
            forgets_the_guard,
            gives_up_when_busy,
            gives_up_after_a_second,
            reads_then_writes,
            reads_again_behind_a_writer,
            keeps_a_part_and_so_the_whole,
            waits_for_where_until_is_meant,
            comes_back_in_the_middle,
            leaves_half_of_it_behind,
            opens_the_lock_for_a_moment,
        ],
        of_crossbeam: [
            loads_a_cell_then_stores,
            drops_what_the_scope_says,
            tries_to_send_where_nobody_waits,
            starts_the_clock_in_the_loop,
            asks_with_a_default,
            keeps_a_copy_of_the_group,
            asks_whether_it_is_full_first,
            tells_one_of_two_to_stop,
            receives_as_many_as_there_were,
        ],
    }
}
