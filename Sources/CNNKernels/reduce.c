// Reductions. A "row" kernel folds one strided run into an accumulator; accumulators combine in a fixed order.
//
// Every output element has its own accumulator; outputs are cut into blocks for the threads. A reduction
// with few outputs and long rows is cut along the rows as well, into pieces whose number depends on the length alone,
// so that the same bits come out for any number of threads. Sums of long rows keep eight partial sums in double:
// vectorised without reordering licences, and as exact as pairwise summation in float. Shorter ones add in PyTorch's
// order (see below), so that a printed loss agrees to its last digit.
// Sums over outer dimensions with the kept dimension contiguous go down the columns instead, a tile at a time.

#pragma STDC FP_CONTRACT OFF

#include "include/ck_reduce.h"
#include "ck_iterate.h"
#include "include/ck_pool.h"

#include <math.h>
#include <string.h>

enum { LANES = 8, EXTREMA = 16, PIECE = 1 << 15, MAX_PIECES = 128, TILE = 64, SHORT = 128 };

/// d: the value in floating point (mean for a variance); m: the second moment; i: the value as integer; k: the place
/// of the extremum, or the count folded so far.
typedef struct {
    double d, m;
    int64_t i, k;
} accumulator;

typedef void (*row_kernel)(
    accumulator *acc, const char *p, int64_t n, int64_t stride, int64_t first, double parameter);

#include "reduce_rows.h"

typedef struct {
    int op, dtype, outSize;
    double parameter;
    row_kernel kernel;
    const char *data;
    char *out;
    int64_t *indices;
    int64_t outputs, length, perBlock, piece;
    int kept, reduced;
    int64_t keptShape[CK_MAX_DIMS], keptStrides[CK_MAX_DIMS];
    int64_t shape[CK_MAX_DIMS], strides[CK_MAX_DIMS];
    accumulator *pieces;
} reduction;

static accumulator empty(const reduction *r) {
    accumulator acc = {0, 0, 0, 0};
    if (r->op == CK_PROD) acc.d = acc.i = 1;
    if (r->op == CK_ALL) acc.i = 1;
    if (r->op == CK_MAX || r->op == CK_MIN || r->op == CK_ARGMAX || r->op == CK_ARGMIN) acc.k = -1;
    if (r->op == CK_NORM && r->parameter == -INFINITY) acc.d = INFINITY;
    return acc;
}

static void combine(const reduction *r, accumulator *a, const accumulator *b) {
    switch (r->op) {
    case CK_PROD:
        a->d *= b->d;
        a->i = (int64_t)((uint64_t)a->i * (uint64_t)b->i);
        break;
    case CK_ANY: a->i |= b->i; break;
    case CK_ALL: a->i &= b->i; break;
    case CK_VAR:
    case CK_STD: combine_moments(a, b); break;
    case CK_MAX:
    case CK_MIN:
    case CK_ARGMAX:
    case CK_ARGMIN: {
        if (b->k < 0) break;
        bool larger = r->op == CK_MAX || r->op == CK_ARGMAX, better;
        if (a->k < 0) better = true;
        else if (r->dtype <= CK_FLOAT64)
            better = a->d == a->d && (b->d != b->d || (larger ? b->d > a->d : b->d < a->d));
        else better = larger ? b->i > a->i : b->i < a->i;
        if (better) *a = *b;
        break;
    }
    case CK_NORM:
        if (r->parameter == INFINITY) {
            if (b->d > a->d || b->d != b->d) a->d = b->d;
            break;
        }
        if (r->parameter == -INFINITY) {
            if (b->d < a->d || b->d != b->d) a->d = b->d;
            break;
        }
        a->d += b->d;
        break;
    default:
        a->d += b->d;
        a->i = (int64_t)((uint64_t)a->i + (uint64_t)b->i);
    }
}

static void store_float(const reduction *r, int64_t index, double value) {
    if (r->dtype == CK_FLOAT32) ((float *)r->out)[index] = (float)value;
    else ((double *)r->out)[index] = value;
}

static void finish(const reduction *r, int64_t index, accumulator acc) {
    bool isFloat = r->dtype <= CK_FLOAT64;
    switch (r->op) {
    case CK_MEAN: store_float(r, index, acc.d / (double)r->length); return;
    case CK_VAR:
    case CK_STD: {
        double divisor = (double)r->length - r->parameter;
        double value = acc.m / (divisor > 0 ? divisor : 0);
        store_float(r, index, r->op == CK_STD ? sqrt(value) : value);
        return;
    }
    case CK_NORM: {
        double p = r->parameter, value = acc.d;
        if (p == 2) value = sqrt(value);
        else if (p != 1 && p != 0 && !isinf(p)) value = pow(value, 1 / p);
        store_float(r, index, value);
        return;
    }
    case CK_ANY:
    case CK_ALL: r->out[index] = acc.i != 0; return;
    case CK_ARGMAX:
    case CK_ARGMIN: ((int64_t *)r->out)[index] = acc.k; return;
    case CK_COUNT_NONZERO: ((int64_t *)r->out)[index] = isFloat ? (int64_t)acc.d : acc.i; return;
    case CK_MAX:
    case CK_MIN:
        if (r->indices) r->indices[index] = acc.k;
        if (isFloat) store_float(r, index, acc.d);
        else if (r->dtype == CK_INT64) ((int64_t *)r->out)[index] = acc.i;
        else if (r->dtype == CK_INT32) ((int32_t *)r->out)[index] = (int32_t)acc.i;
        else ((uint8_t *)r->out)[index] = (uint8_t)acc.i;
        return;
    default:
        if (isFloat) store_float(r, index, acc.d);
        else ((int64_t *)r->out)[index] = acc.i;
    }
}

/// Folds the elements first ..< last of the reduced dimensions, starting at `base`.
static void fold(
    const reduction *r, accumulator *acc, const char *base, int64_t first, int64_t last) {
    // Of no elements there is no place to begin at: a size may be 0.
    if (first >= last) return;
    int64_t index[CK_MAX_DIMS];
    int inner = r->reduced - 1;
    int64_t rest = first;
    const char *p = base;
    for (int d = inner; d >= 0; d--) {
        index[d] = rest % r->shape[d];
        rest /= r->shape[d];
        p += index[d] * r->strides[d];
    }
    while (first < last) {
        int64_t n = r->shape[inner] - index[inner];
        if (n > last - first) n = last - first;
        r->kernel(acc, p, n, r->strides[inner], first, r->parameter);
        first += n;
        if (first >= last) return;
        p -= index[inner] * r->strides[inner];
        index[inner] = 0;
        for (int d = inner - 1; d >= 0; d--) {
            p += r->strides[d];
            if (++index[d] < r->shape[d]) break;
            p -= r->shape[d] * r->strides[d];
            index[d] = 0;
        }
    }
}

static const char *base_of(const reduction *r, int64_t output) {
    const char *p = r->data;
    for (int d = r->kept - 1; d >= 0; d--) {
        p += output % r->keptShape[d] * r->keptStrides[d];
        output /= r->keptShape[d];
    }
    return p;
}

static void run_outputs(void *context, int64_t block) {
    const reduction *r = context;
    int64_t first = block * r->perBlock, last = first + r->perBlock;
    if (last > r->outputs) last = r->outputs;
    for (int64_t output = first; output < last; output++) {
        accumulator acc = empty(r);
        fold(r, &acc, base_of(r, output), 0, r->length);
        finish(r, output, acc);
    }
}

static void run_piece(void *context, int64_t block) {
    const reduction *r = context;
    int64_t pieces = (r->length + r->piece - 1) / r->piece;
    int64_t output = block / pieces, first = block % pieces * r->piece, last = first + r->piece;
    accumulator acc = empty(r);
    fold(r, &acc, base_of(r, output), first, last < r->length ? last : r->length);
    r->pieces[block] = acc;
}

#include "reduce_tables.h"

/// Drops dimensions of size 1 and merges neighbours that are one run.
static int merge(int n, const int64_t *shape, const int64_t *strides, int64_t size, int64_t *toShape, int64_t *toStrides) {
    int count = 0;
    for (int d = 0; d < n; d++) {
        if (shape[d] == 1) continue;
        int64_t stride = strides[d] * size;
        if (count > 0 && toStrides[count - 1] == stride * shape[d]) {
            toShape[count - 1] *= shape[d];
            toStrides[count - 1] = stride;
        } else {
            toShape[count] = shape[d];
            toStrides[count++] = stride;
        }
    }
    return count;
}

bool ck_reduce(
    int op, int dtype, double parameter, const char *data, char *out, int64_t *indices, int kept,
    const int64_t *keptShape, const int64_t *keptStrides, int reduced, const int64_t *reducedShape,
    const int64_t *reducedStrides) {
    reduction r;
    r.kernel = op == CK_NORM && dtype <= CK_FLOAT64 ? norm_kernel(dtype, parameter) : kernels[op][dtype];
    if (!r.kernel) return false;
    r.op = op;
    r.dtype = dtype;
    r.parameter = op == CK_MAX || op == CK_MIN ? indices != NULL : op == CK_ARGMAX || op == CK_ARGMIN ? 1 : parameter;
    r.data = data;
    r.out = out;
    r.indices = indices;
    r.outputs = r.length = 1;
    for (int d = 0; d < kept; d++) r.outputs *= keptShape[d];
    for (int d = 0; d < reduced; d++) r.length *= reducedShape[d];
    if (r.outputs == 0) return true;
    int64_t size = ck_itemsize[dtype];
    r.kept = merge(kept, keptShape, keptStrides, size, r.keptShape, r.keptStrides);
    if (r.length == 0) {
        r.reduced = 1;
        r.shape[0] = 0;
        r.strides[0] = size;
    } else {
        r.reduced = merge(reduced, reducedShape, reducedStrides, size, r.shape, r.strides);
        if (r.reduced == 0) {
            r.reduced = 1;
            r.shape[0] = 1;
            r.strides[0] = size;
        }
    }
    bool isSum = (op == CK_SUM || op == CK_MEAN) && dtype <= CK_FLOAT64;
    bool isShort = r.outputs * r.length < PARALLEL;
    if (isSum && isShort && r.kept > 0 && r.reduced == 1 && r.length > 1
        && r.keptStrides[r.kept - 1] >= size && r.strides[0] > r.keptStrides[r.kept - 1]) {
        if (dtype == CK_FLOAT32) short_columns_float(&r);
        else short_columns_double(&r);
        return true;
    }
    if (isSum && (isShort || (r.outputs > 16 && r.strides[r.reduced - 1] == size)))
        r.kernel = dtype == CK_FLOAT32 ? cascade_float : cascade_double;
    if (op == CK_NORM && dtype == CK_FLOAT32 && parameter == 2 && r.reduced == 1 && r.strides[0] == size) {
        r.kernel = norm_squares_f32;
        r.perBlock = r.length >= PIECE ? 1 : PIECE / (r.length > 0 ? r.length : 1);
        ck_parallel((r.outputs + r.perBlock - 1) / r.perBlock, run_outputs, &r);
        return true;
    }
    bool columns = (op == CK_SUM || op == CK_MEAN) && dtype <= CK_FLOAT64 && r.kept > 0
        && r.length > 1 && r.keptStrides[r.kept - 1] == size
        && r.strides[r.reduced - 1] != size && r.keptShape[r.kept - 1] >= 8;
    if (columns && !isShort) {
        int64_t width = r.keptShape[r.kept - 1];
        int64_t blocks = r.outputs / width * ((width + TILE - 1) / TILE);
        ck_task body = dtype == CK_FLOAT32 ? columns_f32 : columns_f64;
        if (r.outputs * r.length < PIECE) for (int64_t b = 0; b < blocks; b++) body(&r, b);
        else ck_parallel(blocks, body, &r);
        return true;
    }
    if (r.length > PIECE && r.outputs <= 16) {
        accumulator pieces[MAX_PIECES * 2];
        int64_t most = MAX_PIECES / r.outputs;
        r.piece = PIECE / 2;
        if (r.length > most * r.piece) r.piece = (r.length + most - 1) / most;
        int64_t count = (r.length + r.piece - 1) / r.piece;
        r.pieces = pieces;
        ck_parallel(count * r.outputs, run_piece, &r);
        for (int64_t output = 0; output < r.outputs; output++) {
            accumulator acc = empty(&r);
            for (int64_t k = 0; k < count; k++) combine(&r, &acc, &pieces[output * count + k]);
            finish(&r, output, acc);
        }
        return true;
    }
    r.perBlock = r.length >= PIECE ? 1 : PIECE / (r.length > 0 ? r.length : 1);
    int64_t blocks = (r.outputs + r.perBlock - 1) / r.perBlock;
    bool shortRows = (op == CK_SUM || op == CK_MEAN) && dtype <= CK_FLOAT64 && r.reduced == 1 && r.kept <= 1
        && r.strides[0] == size && r.length <= SHORT;
    ck_task body = !shortRows ? run_outputs : dtype == CK_FLOAT32 ? short_rows_f32 : short_rows_f64;
    if (blocks < 2) body(&r, 0);
    else ck_parallel(blocks, body, &r);
    return true;
}
