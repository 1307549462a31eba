#ifndef CK_BASE_H
#define CK_BASE_H

#pragma clang diagnostic ignored "-Wnullability-completeness"

#include <stdbool.h>
#include <stdint.h>

// The thread sanitizer counts calls, and would count that of the loader before it is there itself.
#if __has_feature(thread_sanitizer) && !defined(CK_NO_CLONES)
#define CK_NO_CLONES
#endif

/// Put before a function with hot loops: it is compiled for AVX-512, AVX2 and the baseline, and the
/// loader takes the best one for the processor at hand. Elsewhere there is one portable variant.
#if defined(__x86_64__) && defined(__linux__) && !defined(CK_NO_CLONES)
#define CK_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CK_CLONES
#endif

/// The most dimensions a tensor may have (PyTorch's limit).
#define CK_MAX_DIMS 64
/// The most operands of one elementwise loop, the output included.
#define CK_MAX_OPERANDS 4

/// Element types, in the order of `DType`.
enum {
    CK_FLOAT32 = 0,
    CK_FLOAT64 = 1,
    CK_INT64 = 2,
    CK_INT32 = 3,
    CK_UINT8 = 4,
    CK_BOOL = 5,
    CK_DTYPES = 6,
};

/// What a thread knows of itself; all zero at its start. Tensors and graphs are confined to one
/// thread, so none of this needs a lock.
typedef struct {
    /// Grad mode and inference mode; grad mode is kept inverted so that zero means "on".
    bool gradDisabled;
    bool inference;
    /// Whether a backward pass looks for NaN in what each step gives.
    bool anomaly;
    /// Whether new floating-point tensors are float64.
    bool doubleByDefault;
    /// Whether a step was recorded that keeps an inference tensor, and nobody was told yet.
    bool inferenceSaved;
    /// Whether work is put off: see `Deferral.Mode`.
    uint8_t deferral;
    /// Objects made and not yet released on this thread.
    int64_t liveTensors;
    int64_t liveNodes;
    int64_t liveStorages;
    /// Counts graph nodes, so that later ones run first in a backward pass.
    uint64_t sequence;
    /// Owned by Swift: the account that allocations are charged to, and the teardown list.
    void *account;
    /// A view whose history is lost and which a recorded step reads, if nobody was told yet.
    void *lostView;
    void *teardown;
} ck_thread_state;

extern _Thread_local ck_thread_state ck_this_thread;

/// The teardown list. Calls, so that a compiler cannot move a release across them.
void *ck_get_teardown(void);
void ck_set_teardown(void *list);

static inline ck_thread_state *_Nonnull ck_thread(void) { return &ck_this_thread; }

#endif
