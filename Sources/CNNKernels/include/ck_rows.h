#ifndef CK_ROWS_H
#define CK_ROWS_H

#include "ck_base.h"

/// Operations along rows: `rows` runs of `n` elements, one after the other in memory.

enum { CK_CUMSUM, CK_CUMPROD, CK_CUMMAX, CK_CUMMIN };
/// Running sums, products or extrema (with their places in `indices`). For CK_CUMSUM and CK_CUMPROD integers must be int64.
bool ck_scan(int op, int dtype, int64_t rows, int64_t n, const void *in, void *out, int64_t *indices);

/// Sorts each row in place, keeping equal elements in order; `indices` receives where each came from. NaN counts as the
/// greatest. `scratch`: room for n elements and n indices, for one row at a time.
void ck_sort(
    int dtype, bool descending, int64_t rows, int64_t n, void *data, int64_t *indices,
    void *scratch, int64_t *scratchIndices);

/// Softmax (or its logarithm) of each row, float32 or float64. `across` says that the rows lie along another dimension than
/// the last, where PyTorch adds and rounds in another order.
bool ck_softmax(
    int dtype, bool logarithm, bool across, int64_t rows, int64_t n, const void *in, void *out);
/// The gradient of the rows from that of the result and the result.
bool ck_softmax_backward(
    int dtype, bool logarithm, bool across, int64_t rows, int64_t n, const void *gradient,
    const void *result, void *out);

#endif
