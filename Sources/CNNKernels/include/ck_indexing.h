#ifndef CK_INDEXING_H
#define CK_INDEXING_H

#include "ck_base.h"
#include "ck_elementwise.h"

/// Elements picked by three tables of offsets (in elements): out[(i, b, r)] = in[before[i] + middle[b] + after[r]],
/// with `out` contiguous. `run` says that after[r] = r.
void ck_pick(
    int itemsize, const void *in, void *out, int64_t befores, const int64_t *before,
    int64_t middles, const int64_t *middle, int64_t afters, const int64_t *after, bool run);

/// The reverse: out[before[i] + middle[b] + after[r]] = in[(i, b, r)], or += with `accumulate`, in order.
void ck_put(
    int dtype, bool accumulate, const void *in, void *out, int64_t befores, const int64_t *before,
    int64_t middles, const int64_t *middle, int64_t afters, const int64_t *after);

/// Operands out, index (int64), in: out = in[index · step], where `in` has stride 0 along the dimension that is gathered from,
/// whose stride and size are `step` and `size`. Returns an index out of range, or -1 - 2^62 if there was none.
int64_t ck_gather(
    int dtype, int64_t step, int64_t size, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands);

enum { CK_SCATTER_SET, CK_SCATTER_ADD, CK_SCATTER_MULTIPLY, CK_SCATTER_MAX, CK_SCATTER_MIN };
/// Operands out (stride 0 along that dimension), index, in: out[index · step] = in, in order.
int64_t ck_scatter(
    int op, int dtype, int64_t step, int64_t size, int ndim, const int64_t *shape,
    const int64_t *strides, ck_operands operands);

#define CK_NO_BAD_INDEX (-4611686018427387905LL)

/// The places of the nonzero elements of a contiguous bool operand; `out` has room for them all. Returns how many.
int64_t ck_nonzero(const uint8_t *mask, int64_t count, int64_t *out);

#endif
