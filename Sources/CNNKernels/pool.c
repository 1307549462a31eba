// A pool of worker threads for short bodies of work.
//
// A job is published by writing its fields and then a "ticket": generation and next block number in one
// 64-bit word. Threads claim blocks by compare-and-swap on the ticket, so a worker that wakes late either
// sees a newer generation or finds no block left; it can never run a block of a finished job. The caller
// works too and waits only for blocks that others have claimed, never for a worker that sleeps. A worker
// that finds nothing spins for some tens of microseconds, because the next job of a training step comes
// soon, and then sleeps on a condition variable.

#include "include/ck_pool.h"
#include "include/ck_base.h"

#include <pthread.h>
#include <signal.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <time.h>
#include <unistd.h>

enum { CK_MAX_THREADS = 64, CK_SPINS = 4000 };

static _Atomic(uint64_t) ticket;
static _Atomic(ck_task) job_body;
static _Atomic(void *) job_context;
static _Atomic(int64_t) job_blocks;
static _Atomic(int64_t) job_done;

static _Atomic(int) wanted_threads;
static _Atomic(int) sleepers;
static int started_workers;
static pthread_mutex_t owner = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t sleep_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
static _Thread_local bool inside;

_Thread_local ck_thread_state ck_this_thread;

__attribute__((noinline)) void *ck_get_teardown(void) { return ck_this_thread.teardown; }
__attribute__((noinline)) void ck_set_teardown(void *list) { ck_this_thread.teardown = list; }

static inline void relax(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

static uint32_t generation(uint64_t value) { return (uint32_t)(value >> 32); }

/// Claims and runs blocks of the present job until none is left; returns its generation.
static uint32_t work(void) {
    uint64_t seen = atomic_load_explicit(&ticket, memory_order_acquire);
    for (;;) {
        ck_task body = atomic_load_explicit(&job_body, memory_order_relaxed);
        void *context = atomic_load_explicit(&job_context, memory_order_relaxed);
        int64_t blocks = atomic_load_explicit(&job_blocks, memory_order_relaxed);
        uint32_t next = (uint32_t)seen;
        if ((int64_t)next >= blocks) {
            uint64_t again = atomic_load_explicit(&ticket, memory_order_acquire);
            if (generation(again) == generation(seen)) return generation(seen);
            seen = again;
            continue;
        }
        if (atomic_compare_exchange_weak_explicit(
                &ticket, &seen, seen + 1, memory_order_acq_rel, memory_order_acquire)) {
            body(context, next);
            atomic_fetch_add_explicit(&job_done, 1, memory_order_release);
            seen = atomic_load_explicit(&ticket, memory_order_acquire);
        }
    }
}

static void *worker(void *argument) {
    int index = (int)(intptr_t)argument;
    inside = true;
    uint32_t last = 0;
    for (;;) {
        int spins = 0;
        for (;;) {
            uint32_t now = generation(atomic_load_explicit(&ticket, memory_order_acquire));
            bool mine = index < atomic_load_explicit(&wanted_threads, memory_order_relaxed);
            if (now != last && mine) break;
            if (now != last) last = now;
            if (++spins < CK_SPINS && mine) {
                relax();
                continue;
            }
            pthread_mutex_lock(&sleep_lock);
            if (mine) atomic_fetch_add(&sleepers, 1);
            while (generation(atomic_load(&ticket)) == last) pthread_cond_wait(&wake, &sleep_lock);
            if (mine) atomic_fetch_sub(&sleepers, 1);
            pthread_mutex_unlock(&sleep_lock);
            spins = 0;
        }
        last = work();
    }
    return NULL;
}

static void start_workers(int count) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, 8 << 20);
    /* Signals are for the program's own threads. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    while (started_workers < count) {
        pthread_t thread;
        if (pthread_create(&thread, &attributes, worker, (void *)(intptr_t)(started_workers + 1)))
            break;
        started_workers++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
}

int ck_get_num_threads(void) {
    int count = atomic_load_explicit(&wanted_threads, memory_order_relaxed);
    if (count > 0) return count;
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    count = online < 1 ? 1 : online > CK_MAX_THREADS ? CK_MAX_THREADS : (int)online;
    int none = 0;
    atomic_compare_exchange_strong(&wanted_threads, &none, count);
    return atomic_load(&wanted_threads);
}

void ck_set_num_threads(int count) {
    if (count < 1) count = 1;
    if (count > CK_MAX_THREADS) count = CK_MAX_THREADS;
    atomic_store(&wanted_threads, count);
}

void ck_forget_threads(void) {
    started_workers = 0;
    atomic_store(&sleepers, 0);
    pthread_mutex_init(&owner, NULL);
    pthread_mutex_init(&sleep_lock, NULL);
    pthread_cond_init(&wake, NULL);
}

void ck_parallel(int64_t blocks, ck_task body, void *context) {
    int threads = ck_get_num_threads();
    if (blocks <= 1 || threads <= 1 || inside || blocks > UINT32_MAX - 1
        || pthread_mutex_trylock(&owner) != 0) {
        for (int64_t block = 0; block < blocks; block++) body(context, block);
        return;
    }
    if (started_workers < threads - 1) start_workers(threads - 1);
    inside = true;
    // The last job's ticket is closed first: whoever still holds it can no longer claim with it, so the
    // fields may change.
    uint32_t last = generation(atomic_load_explicit(&ticket, memory_order_relaxed));
    atomic_exchange(&ticket, (uint64_t)last << 32 | UINT32_MAX);
    atomic_thread_fence(memory_order_seq_cst);
    atomic_store_explicit(&job_done, 0, memory_order_relaxed);
    atomic_store_explicit(&job_body, body, memory_order_relaxed);
    atomic_store_explicit(&job_context, context, memory_order_relaxed);
    atomic_store_explicit(&job_blocks, blocks, memory_order_relaxed);
    atomic_store(&ticket, (uint64_t)(last + 1) << 32);
    if (atomic_load(&sleepers) > 0) {
        pthread_mutex_lock(&sleep_lock);
        pthread_cond_broadcast(&wake);
        pthread_mutex_unlock(&sleep_lock);
    }
    work();
    int spins = 0;
    while (atomic_load_explicit(&job_done, memory_order_acquire) < blocks) {
        if (++spins < CK_SPINS) relax();
        else sched_yield();
    }
    inside = false;
    pthread_mutex_unlock(&owner);
}
