#ifndef CK_ITERATE_H
#define CK_ITERATE_H

#include "include/ck_base.h"

/// The inner loop over one dimension: operands' addresses and strides in bytes.
typedef void (*ck_loop)(int64_t n, char *const *data, const int64_t *strides, const void *context);

/// Runs `loop` over all dimensions but the innermost, on all threads when the work is large. `cost`
/// weighs one element: 1 for an addition, 10 for an exponential.
void ck_iterate(
    ck_loop loop, const void *context, int cost, int operands, const int *itemsizes, int ndim,
    const int64_t *shape, const int64_t *strides, char *const *data);

/// The same on the calling thread, in the order of the last dimension first.
void ck_iterate_in_order(
    ck_loop loop, const void *context, int operands, const int *itemsizes, int ndim,
    const int64_t *shape, const int64_t *strides, char *const *data);

extern const int ck_itemsize[CK_DTYPES];

#endif
