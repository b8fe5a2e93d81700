//! Classic concurrency bugs, each beside its right form. The wrong one is found, and how it is told is a snapshot; the
//! right one is accepted, and how much was looked at is in the same snapshot. Beside each stands the pattern that its order shows.

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
            loads_then_stores: LostUpdate,
            checks_then_subtracts: CheckThenAct,
            compares_then_raises: LostUpdate,
            looks_again_after_subtracting: none,
            ignores_a_failed_exchange: none,
            initialises_twice: CheckThenAct,
            raises_the_flag_too_late: CheckThenAct,
            says_ready_before_it_is: none,
            reads_two_halves: none,
            trusts_an_old_neighbour: CheckThenAct,
        ],
        sections: [
            locks_to_read_and_again_to_write: LostUpdate,
            locks_a_lock_of_its_own: LostUpdate,
            checks_the_balance_then_withdraws: CheckThenAct,
            asks_whether_it_is_empty_first: CheckThenAct,
            uses_what_was_there_a_moment_ago: CheckThenAct,
            adds_up_money_on_its_way: none,
            prints_a_line_in_pieces: none,
            computes_what_another_computes: CheckThenAct,
            trusts_what_it_read_before_writing: CheckThenAct,
            counts_in_a_thread_local: none,
            lets_the_guard_go_with_the_if: EmptySection,
        ],
        alone: [
            locks_the_same_lock_again: LockedTwice,
            locks_twice_in_one_line: LockedTwice,
            keeps_the_guard_in_the_match: LockedTwice,
            calls_back_while_holding: LockedTwice,
            drops_what_locks: LockedTwice,
            asks_to_write_while_reading: LockedTwice,
            initialises_itself: none,
        ],
        deadlock: [
            joins_while_holding: HoldAndWait,
            locks_in_opposite_order: LockCycle,
            takes_the_left_fork_first: LockCycle,
            seats_as_many_as_there_are_forks: LockCycle,
            sends_while_holding: HoldAndWait,
            waits_for_a_job_of_its_own_pool: none,
        ],
        wakeup: [
            asks_once_after_waking: none,
            takes_waking_for_a_notice: TrustedWaking,
            waits_for_a_notice_already_given: EarlySignal,
            notifies_before_the_change: HastyNotice,
            changes_the_condition_without_the_lock: LostWakeup,
            wakes_the_wrong_kind: WrongWaiter,
            wakes_one_where_all_must: FewWoken,
            wakes_one_of_different_needs: WrongWaiter,
            never_notifies: none,
        ],
        signals: [
            clears_the_event_at_once: none,
            parks_without_asking_why_it_woke: none,
            counts_wakeups: none,
            relies_on_the_order_of_waking: none,
            waits_for_one_who_never_comes: none,
            takes_a_token_left_over: LeftoverWakeup,
        ],
        time: [
            sleeps_instead_of_waiting: none,
            asks_without_a_pause: none,
            takes_without_a_pause: none,
            tries_the_lock_without_a_pause: none,
            naps_between_looks: Polling,
            restarts_the_limit: none,
            gives_each_item_the_whole_limit: none,
            sleeps_then_tries_once: none,
            takes_a_timeout_for_an_answer: none,
        ],
        pace: [
            joins_in_the_spawning_loop: none,
            works_while_holding: none,
            keeps_the_guard_in_the_while_let: none,
            drifts: none,
            steps_aside_for_ever: none,
            stops_after_its_nap: none,
            locks_the_whole_bank: none,
        ],
        channel: [
            keeps_a_sender_of_its_own: none,
            sends_one_sentinel_to_two_workers: none,
            stops_at_the_first_sentinel: none,
            sends_to_itself: none,
            works_for_nobody: none,
            stops_at_an_empty_moment: none,
            lets_the_queue_grow: none,
            takes_arrival_for_order: none,
            sends_all_before_it_receives: none,
        ],
        tasks: [
            skips_task_done_when_there_is_nothing_to_do: none,
            says_task_done_twice: none,
            closes_without_a_word: none,
        ],
        semaphore: [
            releases_twice: none,
            keeps_the_permit_on_an_error: none,
            takes_permits_one_by_one: none,
            waits_while_holding_the_mutex: HoldAndWait,
            looks_then_takes: CheckThenAct,
            releases_many_and_wakes_one: FewWoken,
            releases_what_it_did_not_get: none,
        ],
        puzzles: [
            waits_before_it_signals: none,
            opens_the_barrier_for_one: none,
            waits_at_the_barrier_with_the_lock: HoldAndWait,
            laps_the_others: none,
            counts_readers_without_a_lock: LostUpdate,
            takes_one_thing_at_a_time: none,
            wakes_the_cook_twice: CheckThenAct,
            sits_down_quietly: none,
        ],
        threads: [
            never_joins: none,
            leaves_a_thread_waiting: none,
            leaves_before_the_log_is_written: none,
            takes_a_panic_for_a_success: none,
            stops_joining_at_the_first_panic: none,
            unwraps_a_poisoned_lock: Poisoned,
            unlocks_only_on_success: none,
            leaves_a_marker_behind: none,
            waits_for_a_dead_producer: none,
            starts_the_thread_too_early: none,
        ],
        of_parking_lot: [
            forgets_the_guard: none,
            gives_up_when_busy: none,
            gives_up_after_a_second: none,
            reads_then_writes: CheckThenAct,
            reads_again_behind_a_writer: LockedTwice,
            keeps_a_part_and_so_the_whole: none,
            waits_for_where_until_is_meant: none,
            comes_back_in_the_middle: none,
            leaves_half_of_it_behind: none,
            opens_the_lock_for_a_moment: CheckThenAct,
        ],
        of_crossbeam: [
            loads_a_cell_then_stores: LostUpdate,
            drops_what_the_scope_says: none,
            tries_to_send_where_nobody_waits: none,
            starts_the_clock_in_the_loop: none,
            asks_with_a_default: none,
            keeps_a_copy_of_the_group: none,
            asks_whether_it_is_full_first: CheckThenAct,
            tells_one_of_two_to_stop: none,
            receives_as_many_as_there_were: none,
        ],
    }
}
