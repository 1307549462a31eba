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

#define AT(T, index) (*(const T *)(p + (index) * stride))

#define SUM_ROW(NAME, T, TERM)                                                                    \
    CK_CLONES static void NAME(                                                                   \
        accumulator *acc, const char *p, int64_t n, int64_t stride, int64_t first,                \
        double parameter) {                                                                       \
        double sums[LANES] = {0};                                                                 \
        (void)first;                                                                              \
        (void)parameter;                                                                          \
        int64_t j = 0;                                                                            \
        if (stride == sizeof(T)) {                                                                \
            const T *x = (const T *)p;                                                            \
            for (; j + LANES <= n; j += LANES)                                                    \
                for (int l = 0; l < LANES; l++) {                                                 \
                    const double a = x[j + l];                                                    \
                    sums[l] += TERM;                                                              \
                }                                                                                 \
        } else {                                                                                  \
            for (; j + LANES <= n; j += LANES)                                                    \
                for (int l = 0; l < LANES; l++) {                                                 \
                    const double a = AT(T, j + l);                                                \
                    sums[l] += TERM;                                                              \
                }                                                                                 \
        }                                                                                         \
        for (int l = 0; j < n; j++, l++) {                                                        \
            const double a = AT(T, j);                                                            \
            sums[l] += TERM;                                                                      \
        }                                                                                         \
        acc->d += ((sums[0] + sums[4]) + (sums[2] + sums[6]))                                     \
            + ((sums[1] + sums[5]) + (sums[3] + sums[7]));                                        \
    }

#include "cascade_sum.h"

CASCADE(float, 8)
CASCADE(double, 4)

/// The sum of squares of elements side by side as PyTorch's norm adds them: 8 partial sums, their total, then what is left
/// over, the last 1 to 3 terms with one rounding each.
CK_CLONES static void norm_squares_f32(
    accumulator *acc, const char *p, int64_t n, int64_t stride, int64_t first, double parameter) {
    const float *x = (const float *)p;
    float lanes[LANES] = {0};
    int64_t i = 0;
    (void)stride;
    (void)first;
    (void)parameter;
    for (; i + LANES <= n; i += LANES)
        for (int l = 0; l < LANES; l++) lanes[l] += x[i + l] * x[i + l];
    float sum = lanes[0];
    for (int l = 1; l < LANES; l++) sum += lanes[l];
    for (int64_t fours = i + (n - i) / 4 * 4; i < fours; i++) sum += x[i] * x[i];
    for (; i < n; i++) sum = fmaf(x[i], x[i], sum);
    acc->d = sum;
}

SUM_ROW(sum_f32, float, a)
SUM_ROW(sum_f64, double, a)
SUM_ROW(squares_f32, float, a * a)
SUM_ROW(squares_f64, double, a * a)
SUM_ROW(absolutes_f32, float, fabs(a))
SUM_ROW(absolutes_f64, double, fabs(a))
SUM_ROW(powers_f32, float, pow(fabs(a), parameter))
SUM_ROW(powers_f64, double, pow(fabs(a), parameter))
SUM_ROW(nonzeros_f32, float, a != 0)
SUM_ROW(nonzeros_f64, double, a != 0)

#define FOLD_ROW(NAME, T, STATEMENT)                                                              \
    CK_CLONES static void NAME(                                                                   \
        accumulator *acc, const char *p, int64_t n, int64_t stride, int64_t first,                \
        double parameter) {                                                                       \
        (void)first;                                                                              \
        (void)parameter;                                                                          \
        for (int64_t j = 0; j < n; j++) {                                                         \
            const T a = AT(T, j);                                                                 \
            STATEMENT;                                                                            \
        }                                                                                         \
    }

#define INTEGER_ROWS(NAME, STATEMENT)                                                             \
    FOLD_ROW(NAME##_i64, int64_t, STATEMENT)                                                      \
    FOLD_ROW(NAME##_i32, int32_t, STATEMENT)                                                      \
    FOLD_ROW(NAME##_u8, uint8_t, STATEMENT)
#define ALL_ROWS(NAME, STATEMENT)                                                                 \
    FOLD_ROW(NAME##_f32, float, STATEMENT)                                                        \
    FOLD_ROW(NAME##_f64, double, STATEMENT)                                                       \
    INTEGER_ROWS(NAME, STATEMENT)

INTEGER_ROWS(sum, acc->i = (int64_t)((uint64_t)acc->i + (uint64_t)a))
INTEGER_ROWS(nonzeros, acc->i += a != 0)
INTEGER_ROWS(prod, acc->i = (int64_t)((uint64_t)acc->i * (uint64_t)a))
FOLD_ROW(prod_f32, float, acc->d *= a)
FOLD_ROW(prod_f64, double, acc->d *= a)
ALL_ROWS(any, acc->i |= a != 0)
ALL_ROWS(all, acc->i &= a != 0)
FOLD_ROW(largest_f32, float, { const double b = fabs((double)a); if (b > acc->d || b != b) acc->d = b; })
FOLD_ROW(largest_f64, double, { const double b = fabs(a); if (b > acc->d || b != b) acc->d = b; })
FOLD_ROW(smallest_f32, float, { const double b = fabs((double)a); if (b < acc->d || b != b) acc->d = b; })
FOLD_ROW(smallest_f64, double, { const double b = fabs(a); if (b < acc->d || b != b) acc->d = b; })

// Extrema with their place; k < 0 says that nothing was seen yet. NaN wins, the first one. Long runs are searched for the
// value first, in lanes, and then for the first place that has it.
#define EXTREMUM_ROW(NAME, T, MEMBER, BETTER, ISNAN)                                              \
    CK_CLONES static void NAME(                                                                   \
        accumulator *acc, const char *p, int64_t n, int64_t stride, int64_t first,                \
        double parameter) {                                                                       \
        (void)parameter;                                                                          \
        if (n == 0) return;                                                                       \
        int64_t place = acc->k;                                                                   \
        T best = place < 0 ? AT(T, 0) : (T)acc->MEMBER;                                           \
        if (place < 0) place = first;                                                             \
        if (ISNAN(best)) n = 0;                                                                   \
        if (stride == sizeof(T) && n >= 4 * EXTREMA) {                                            \
            const T *x = (const T *)p;                                                            \
            T lanes[EXTREMA];                                                                     \
            unsigned isNaN[EXTREMA] = {0}, anyNaN = 0;                                            \
            for (int l = 0; l < EXTREMA; l++) lanes[l] = x[l];                                    \
            int64_t done = 0;                                                                     \
            for (; done + EXTREMA <= n; done += EXTREMA)                                          \
                for (int l = 0; l < EXTREMA; l++) {                                               \
                    const T a = x[done + l];                                                      \
                    lanes[l] = a BETTER lanes[l] ? a : lanes[l];                                  \
                    isNaN[l] |= ISNAN(a);                                                         \
                }                                                                                 \
            for (int l = 0; l < EXTREMA; l++) anyNaN |= isNaN[l];                                 \
            if (!anyNaN) {                                                                        \
                T most = lanes[0];                                                                \
                for (int l = 1; l < EXTREMA; l++) most = lanes[l] BETTER most ? lanes[l] : most;  \
                if (most BETTER best) {                                                           \
                    int64_t j = 0;                                                                \
                    while (x[j] != most) j++;                                                     \
                    best = x[j];                                                                  \
                    place = first + j;                                                            \
                }                                                                                 \
                p += done * stride;                                                               \
                first += done;                                                                    \
                n -= done;                                                                        \
            }                                                                                     \
        }                                                                                         \
        for (int64_t j = 0; j < n; j++) {                                                         \
            const T a = AT(T, j);                                                                 \
            if (a BETTER best || ISNAN(a)) {                                                      \
                best = a;                                                                         \
                place = first + j;                                                                \
                if (ISNAN(a)) break;                                                              \
            }                                                                                     \
        }                                                                                         \
        acc->MEMBER = best;                                                                       \
        acc->k = place;                                                                           \
    }
#define NAN_FLOAT(a) ((a) != (a))
#define NAN_INT(a) 0
#define EXTREMUM(NAME, BETTER)                                                                    \
    EXTREMUM_ROW(NAME##_f32, float, d, BETTER, NAN_FLOAT)                                         \
    EXTREMUM_ROW(NAME##_f64, double, d, BETTER, NAN_FLOAT)                                        \
    EXTREMUM_ROW(NAME##_i64, int64_t, i, BETTER, NAN_INT)                                         \
    EXTREMUM_ROW(NAME##_i32, int32_t, i, BETTER, NAN_INT)                                         \
    EXTREMUM_ROW(NAME##_u8, uint8_t, i, BETTER, NAN_INT)
EXTREMUM(max, >)
EXTREMUM(min, <)

/// Joins (mean, second moment, count) of two parts: Chan, Golub and LeVeque, 1979.
static void combine_moments(accumulator *a, const accumulator *b) {
    if (b->k == 0) return;
    if (a->k == 0) {
        *a = *b;
        return;
    }
    double count = (double)a->k + (double)b->k, delta = b->d - a->d;
    a->m += b->m + delta * delta * ((double)a->k / count) * (double)b->k;
    a->d += delta * ((double)b->k / count);
    a->k += b->k;
}

#define MOMENTS_ROW(NAME, T, SUM)                                                                 \
    CK_CLONES static void NAME(                                                                   \
        accumulator *acc, const char *p, int64_t n, int64_t stride, int64_t first,                \
        double parameter) {                                                                       \
        if (n == 0) return;                                                                       \
        accumulator part = {0, 0, 0, 0};                                                          \
        SUM(&part, p, n, stride, first, parameter);                                               \
        const double mean = part.d / (double)n;                                                   \
        double sums[LANES] = {0};                                                                 \
        int64_t j = 0;                                                                            \
        for (; j + LANES <= n; j += LANES)                                                        \
            for (int l = 0; l < LANES; l++) {                                                     \
                const double a = AT(T, j + l) - mean;                                             \
                sums[l] += a * a;                                                                 \
            }                                                                                     \
        for (int l = 0; j < n; j++, l++) {                                                        \
            const double a = AT(T, j) - mean;                                                     \
            sums[l] += a * a;                                                                     \
        }                                                                                         \
        part.d = mean;                                                                            \
        part.m = ((sums[0] + sums[4]) + (sums[2] + sums[6]))                                      \
            + ((sums[1] + sums[5]) + (sums[3] + sums[7]));                                        \
        part.k = n;                                                                               \
        combine_moments(acc, &part);                                                              \
    }
MOMENTS_ROW(moments_f32, float, sum_f32)
MOMENTS_ROW(moments_f64, double, sum_f64)

#define ROW(NAME) {NAME##_f32, NAME##_f64, NAME##_i64, NAME##_i32, NAME##_u8, NAME##_u8}
#define FLOAT_ROW(NAME) {NAME##_f32, NAME##_f64, 0, 0, 0, 0}
static const row_kernel kernels[CK_REDUCTIONS][CK_DTYPES] = {
    [CK_SUM] = ROW(sum), [CK_MEAN] = FLOAT_ROW(sum), [CK_PROD] = ROW(prod), [CK_MAX] = ROW(max),
    [CK_MIN] = ROW(min), [CK_ARGMAX] = ROW(max), [CK_ARGMIN] = ROW(min), [CK_ANY] = ROW(any),
    [CK_ALL] = ROW(all), [CK_VAR] = FLOAT_ROW(moments), [CK_STD] = FLOAT_ROW(moments),
    [CK_NORM] = FLOAT_ROW(squares), [CK_COUNT_NONZERO] = ROW(nonzeros),
};

static row_kernel norm_kernel(int dtype, double p) {
    static const row_kernel squares[2] = {squares_f32, squares_f64},
        absolutes[2] = {absolutes_f32, absolutes_f64}, nonzeros[2] = {nonzeros_f32, nonzeros_f64},
        largest[2] = {largest_f32, largest_f64}, smallest[2] = {smallest_f32, smallest_f64},
        powers[2] = {powers_f32, powers_f64};
    if (p == 2) return squares[dtype];
    if (p == 1) return absolutes[dtype];
    if (p == 0) return nonzeros[dtype];
    if (p == INFINITY) return largest[dtype];
    if (p == -INFINITY) return smallest[dtype];
    return powers[dtype];
}

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

/// Sums of many short rows: what a row's kernel computes (`cascade_…`, where no level is filled), without a call for each.
#define SHORT_ROWS(NAME, T, V)                                                                    \
    static inline __attribute__((always_inline)) T NAME##_sum(const T *x, int64_t n) {            \
        T sum = 0, lanes[PARTS * V] = {0};                                                        \
        if (n < V) {                                                                              \
            for (int64_t i = 0; i < n / PARTS * PARTS; i++) lanes[i % PARTS] += x[i];             \
            for (int64_t i = n / PARTS * PARTS; i < n; i++) lanes[0] += x[i];                     \
            for (int k = 1; k < PARTS; k++) lanes[0] += lanes[k];                                 \
            return lanes[0];                                                                      \
        }                                                                                         \
        const int64_t vectors = n / V, whole = vectors / PARTS;                                   \
        for (int64_t i = 0; i < whole; i++)                                                       \
            for (int w = 0; w < PARTS * V; w++) lanes[w] += x[i * PARTS * V + w];                 \
        for (int64_t i = whole * PARTS; i < vectors; i++)                                         \
            for (int w = 0; w < V; w++) lanes[w] += x[i * V + w];                                 \
        for (int k = 1; k < PARTS; k++)                                                           \
            for (int w = 0; w < V; w++) lanes[w] += lanes[k * V + w];                             \
        for (int64_t i = vectors * V; i < n; i++) sum += x[i];                                    \
        for (int w = 0; w < V; w++) sum += lanes[w];                                              \
        return sum;                                                                               \
    }                                                                                             \
    CK_CLONES static void NAME(void *context, int64_t block) {                                    \
        const reduction *r = context;                                                             \
        int64_t first = block * r->perBlock, last = first + r->perBlock;                          \
        if (last > r->outputs) last = r->outputs;                                                 \
        const int64_t n = r->length, step = r->kept > 0 ? r->keptStrides[0] : 0;                  \
        const double divisor = r->op == CK_MEAN ? (double)n : 1;                                  \
        for (int64_t output = first; output < last; output++) {                                   \
            const T sum = NAME##_sum((const T *)(r->data + output * step), n);                    \
            ((T *)r->out)[output] = (T)(sum / divisor);                                           \
        }                                                                                         \
    }
SHORT_ROWS(short_rows_f32, float, 8)
SHORT_ROWS(short_rows_f64, double, 4)

/// Sums down the columns: the last kept dimension is contiguous, the reduced ones lie outside of it.
#define COLUMNS(NAME, T)                                                                          \
    CK_CLONES static void NAME(void *context, int64_t block) {                                    \
        const reduction *r = context;                                                             \
        int64_t width = r->keptShape[r->kept - 1], tiles = (width + TILE - 1) / TILE;             \
        int64_t row = block / tiles, column = block % tiles * TILE;                               \
        int64_t n = width - column < TILE ? width - column : TILE;                                \
        const char *base = base_of(r, row * width) + column * (int64_t)sizeof(T);                 \
        int64_t index[CK_MAX_DIMS] = {0};                                                         \
        double sums[TILE] = {0};                                                                  \
        if (r->reduced == 1 && n == 8) {                                                          \
            double eight[8] = {0};                                                                \
            for (int64_t k = 0; k < r->length; k++) {                                             \
                const T *x = (const T *)(base + k * r->strides[0]);                               \
                for (int j = 0; j < 8; j++) eight[j] += x[j];                                     \
            }                                                                                     \
            memcpy(sums, eight, sizeof eight);                                                    \
        } else for (int64_t k = 0; k < r->length; k++) {                                          \
            const T *x = (const T *)base;                                                         \
            if (n == TILE) for (int64_t j = 0; j < TILE; j++) sums[j] += x[j];                    \
            else for (int64_t j = 0; j < n; j++) sums[j] += x[j];                                 \
            for (int d = r->reduced - 1; d >= 0; d--) {                                           \
                base += r->strides[d];                                                            \
                if (++index[d] < r->shape[d]) break;                                              \
                base -= r->shape[d] * r->strides[d];                                              \
                index[d] = 0;                                                                     \
            }                                                                                     \
        }                                                                                         \
        double divisor = r->op == CK_MEAN ? (double)r->length : 1;                                \
        T *out = (T *)r->out + row * width + column;                                              \
        for (int64_t j = 0; j < n; j++) out[j] = (T)(sums[j] / divisor);                          \
    }
COLUMNS(columns_f32, float)
COLUMNS(columns_f64, double)

/// Sums down the columns of few elements, in PyTorch's order: it takes columns by fours of vectors, then by vectors, then
/// one by one.
#define SHORT_COLUMNS(T, V)                                                                       \
    CK_CLONES static void short_columns_##T(const reduction *r) {                                 \
        int64_t width = r->keptShape[r->kept - 1], n = r->length, step = r->strides[0];           \
        int64_t apart = r->keptStrides[r->kept - 1];                                              \
        for (int64_t row = 0; row < r->outputs / width; row++) {                                  \
            const char *x = base_of(r, row * width);                                              \
            T *out = (T *)r->out + row * width;                                                   \
            int64_t j = 0;                                                                        \
            if (width >= V && apart == sizeof(T)) {                                               \
                for (; j + PARTS * V <= width; j += PARTS * V)                                    \
                    levels_##T(x + j * sizeof(T), step, n, PARTS * V, sizeof(T), out + j);        \
                for (; j + V <= width; j += V)                                                    \
                    vector_parts_##T(x + j * sizeof(T), step, n, out + j);                        \
            } else {                                                                              \
                for (; j + PARTS <= width; j += PARTS)                                            \
                    levels_##T(x + j * apart, step, n, PARTS, apart, out + j);                    \
            }                                                                                     \
            for (; j < width; j++) out[j] = parts_##T(x + j * apart, step, n);                    \
            if (r->op == CK_MEAN) for (j = 0; j < width; j++) out[j] /= (T)n;                     \
        }                                                                                         \
    }
SHORT_COLUMNS(float, 8)
SHORT_COLUMNS(double, 4)

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
    r.parameter = parameter;
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
