/*
 * What decides the choices of one run of an exploration, and the strategies that make such plans. All of this is
 * arithmetic: nothing here runs anything.
 */
#ifndef NTSIM_RUN_PLANS_H
#define NTSIM_RUN_PLANS_H

#include "ntsim/machine/services.h"
#include "ntsim/run/shard.h"

/* The decision where nobody decides: this processor goes on, or else the next that can; of threads the first. */
uint32_t plan_stay(const struct machine_choice *choice);
/* Whether the choice is another than where nobody decides. */
bool plan_is_switch(const struct machine_choice *choice);

/* --- decisions: those in the list; all else stays --- */

struct decisions {
    struct machine_decision *list; /* the owner's; they ascend */
    uint64_t count;
};

/* A decision that does not fit the choice is none. */
uint32_t decisions_choose(const struct decisions *decisions, const struct machine_choice *choice);
/* What was decided in a run, out of the record of it. `out` has room for `count`. */
uint64_t decisions_of(const struct machine_choice *record, uint64_t count, struct machine_decision *out);

/*
 * --- PCT: Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs" (2010) ---
 *
 * Processors have priorities, drawn; the highest that can goes on. At depth - 1 choices, drawn among `length`, the one
 * that is running falls below all others; so does who
 * has gone on at 1000 choices in a row, since it may wait for another. A mistake that takes `depth` orderings among
 * `processors` is met with a probability of at least 1 / (processors * length^(depth-1)).
 */
enum { PCT_MOST_DEPTH = 8 };

struct pct {
    uint64_t state, changes[PCT_MOST_DEPTH];
    uint32_t priorities[MACHINE_ANOTHER_THREAD + 1], depth, lowest, last, turns;
};

void pct_begin(struct pct *pct, uint64_t seed, uint64_t number, uint32_t depth, uint64_t length);
uint32_t pct_choose(struct pct *pct, const struct machine_choice *choice);
double pct_chance(unsigned processors, uint64_t length, uint32_t depth, uint64_t runs);

/*
 * --- all schedules with a bounded number of switches: Emmi, Qadeer and Rakamaric, "Delay-Bounded
 * Scheduling" (2011) ---
 *
 * Those without any come first, then those with one, and so on; so the first that fails has the fewest. Each is a row
 * of decisions after which all stays, and its run shows which further rows there are.
 *
 * A switch before a step that no other step of any run depends on (conflicts.h) makes no other difference than one
 * after it, so it is put off until some run shows a conflict (dynamic partial order reduction: Flanagan and Godefroid,
 * 2005; that the switches stay as many makes it fit the bound).
 */
struct search;

struct search *search_begin(uint32_t most_switches);
/* Only the rows of this part: those whose first decision it owns, and the row without any. */
void search_shard(struct search *search, struct shard shard);
/* The next row, into `out`, which is the search's; false: there is none, or memory has ended (search_is_complete). */
bool search_next(struct search *search, struct decisions *out);
/* What the run of that row was. */
void search_learn(struct search *search, const struct machine_choice *record, uint64_t count);
/* Every switch is tried, whatever its step touches. */
void search_without_reduction(struct search *search);
/* Switches that were put off, and still are. */
uint64_t search_left_out(const struct search *search);
bool search_is_complete(const struct search *search);
void search_end(struct search *search);

#endif
