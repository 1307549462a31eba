// Scans, sorts and softmax along contiguous rows.

#pragma STDC FP_CONTRACT OFF

#include "include/ck_rows.h"
#include "ck_iterate.h"
#include "ck_loops.h"
#include "ck_math.h"
#include "include/ck_pool.h"

#include <math.h>
#include <string.h>

// MARK: Scans

typedef struct {
    int64_t n, perBlock, rows;
    const char *in;
    const char *second;
    char *out;
    int64_t *indices;
    void (*row)(int64_t n, const void *in, const void *second, void *out, int64_t *indices);
    /// Instead of `row`: takes a whole block of rows.
    void (*many)(int64_t rows, int64_t n, const void *in, const void *second, void *out);
    int64_t size, outSize;
} row_work;

static void run_rows(void *context, int64_t block) {
    const row_work *w = context;
    int64_t last = (block + 1) * w->perBlock;
    if (last > w->rows) last = w->rows;
    if (w->many) {
        const int64_t first = block * w->perBlock, inOffset = first * w->n * w->size;
        w->many(
            last - first, w->n, w->in + inOffset, w->second ? w->second + inOffset : 0,
            w->out + first * w->n * w->outSize);
        return;
    }
    for (int64_t r = block * w->perBlock; r < last; r++)
        w->row(
            w->n, w->in + r * w->n * w->size, w->second ? w->second + r * w->n * w->size : 0,
            w->out + r * w->n * w->outSize, w->indices ? w->indices + r * w->n : 0);
}

static void for_rows(row_work *w, int64_t cost) {
    if (w->rows == 0 || w->n == 0) return;
    w->perBlock = (1 << 15) / (w->n * cost);
    if (w->perBlock < 1) w->perBlock = 1;
    ck_parallel((w->rows + w->perBlock - 1) / w->perBlock, run_rows, w);
}

#define SCAN(NAME, T, ACC, START, STEP)                                                           \
    static void NAME(int64_t n, const void *in, const void *second, void *out, int64_t *indices) { \
        const T *x = in;                                                                          \
        T *o = out;                                                                               \
        ACC acc = START;                                                                          \
        (void)second;                                                                             \
        (void)indices;                                                                            \
        for (int64_t i = 0; i < n; i++) {                                                         \
            acc = STEP;                                                                           \
            o[i] = (T)acc;                                                                        \
        }                                                                                         \
    }
SCAN(cumsum_f32, float, double, 0, acc + x[i])
SCAN(cumsum_f64, double, double, 0, acc + x[i])
SCAN(cumsum_i64, int64_t, uint64_t, 0, acc + (uint64_t)x[i])
SCAN(cumprod_f32, float, double, 1, acc * x[i])
SCAN(cumprod_f64, double, double, 1, acc * x[i])
SCAN(cumprod_i64, int64_t, uint64_t, 1, acc * (uint64_t)x[i])

#define SCAN_EXTREMUM(NAME, T, BETTER)                                                            \
    static void NAME(int64_t n, const void *in, const void *second, void *out, int64_t *indices) { \
        const T *x = in;                                                                          \
        T *o = out, best = x[0];                                                                  \
        int64_t place = 0;                                                                        \
        (void)second;                                                                             \
        for (int64_t i = 0; i < n; i++) {                                                         \
            if (x[i] != x[i] || (best == best && x[i] BETTER best)) {                             \
                best = x[i];                                                                      \
                place = i;                                                                        \
            }                                                                                     \
            o[i] = best;                                                                          \
            indices[i] = place;                                                                   \
        }                                                                                         \
    }
#define SCAN_EXTREMA(NAME, BETTER)                                                                \
    SCAN_EXTREMUM(NAME##_f32, float, BETTER)                                                      \
    SCAN_EXTREMUM(NAME##_f64, double, BETTER)                                                     \
    SCAN_EXTREMUM(NAME##_i64, int64_t, BETTER)                                                    \
    SCAN_EXTREMUM(NAME##_i32, int32_t, BETTER)                                                    \
    SCAN_EXTREMUM(NAME##_u8, uint8_t, BETTER)
SCAN_EXTREMA(cummax, >=)
SCAN_EXTREMA(cummin, <=)

bool ck_scan(int op, int dtype, int64_t rows, int64_t n, const void *in, void *out, int64_t *indices) {
    static void (*const kernels[4][CK_DTYPES])(
        int64_t, const void *, const void *, void *, int64_t *) = {
        {cumsum_f32, cumsum_f64, cumsum_i64, 0, 0, 0},
        {cumprod_f32, cumprod_f64, cumprod_i64, 0, 0, 0},
        {cummax_f32, cummax_f64, cummax_i64, cummax_i32, cummax_u8, cummax_u8},
        {cummin_f32, cummin_f64, cummin_i64, cummin_i32, cummin_u8, cummin_u8},
    };
    row_work w = {.n = n, .rows = rows, .in = in, .out = out, .indices = indices};
    w.row = kernels[op][dtype];
    if (!w.row) return false;
    w.size = w.outSize = ck_itemsize[dtype];
    for_rows(&w, 2);
    return true;
}

// MARK: Sorting: merges of ever longer runs, which keeps equal elements in order.

#define LESS_FLOAT(a, b) ((a) < (b) || ((b) != (b) && (a) == (a)))
#define LESS_INT(a, b) ((a) < (b))

#define SORT(NAME, T, LESS)                                                                       \
    static void NAME(bool descending, int64_t n, T *data, int64_t *indices, T *other, int64_t *otherIndices) { \
        T *from = data, *to = other;                                                              \
        int64_t *fromIndices = indices, *toIndices = otherIndices;                                \
        for (int64_t i = 0; i < n; i++) indices[i] = i;                                           \
        for (int64_t width = 1; width < n; width *= 2) {                                          \
            for (int64_t start = 0; start < n; start += 2 * width) {                              \
                int64_t middle = start + width < n ? start + width : n;                           \
                int64_t end = start + 2 * width < n ? start + 2 * width : n;                      \
                int64_t i = start, j = middle;                                                    \
                for (int64_t k = start; k < end; k++) {                                           \
                    bool second = i >= middle                                                     \
                        || (j < end && (descending ? LESS(from[i], from[j]) : LESS(from[j], from[i]))); \
                    int64_t take = second ? j++ : i++;                                            \
                    to[k] = from[take];                                                           \
                    toIndices[k] = fromIndices[take];                                             \
                }                                                                                 \
            }                                                                                     \
            T *swap = from;                                                                       \
            from = to;                                                                            \
            to = swap;                                                                            \
            int64_t *swapIndices = fromIndices;                                                   \
            fromIndices = toIndices;                                                              \
            toIndices = swapIndices;                                                              \
        }                                                                                         \
        if (from != data) {                                                                       \
            memcpy(data, from, (size_t)n * sizeof(T));                                            \
            memcpy(indices, fromIndices, (size_t)n * sizeof(int64_t));                            \
        }                                                                                         \
    }
SORT(sort_f32, float, LESS_FLOAT)
SORT(sort_f64, double, LESS_FLOAT)
SORT(sort_i64, int64_t, LESS_INT)
SORT(sort_i32, int32_t, LESS_INT)
SORT(sort_u8, uint8_t, LESS_INT)

void ck_sort(
    int dtype, bool descending, int64_t rows, int64_t n, void *data, int64_t *indices,
    void *scratch, int64_t *scratchIndices) {
    for (int64_t r = 0; r < rows; r++) {
        int64_t *places = indices + r * n;
        char *row = (char *)data + r * n * ck_itemsize[dtype];
        switch (dtype) {
        case CK_FLOAT32: sort_f32(descending, n, (float *)row, places, scratch, scratchIndices); break;
        case CK_FLOAT64: sort_f64(descending, n, (double *)row, places, scratch, scratchIndices); break;
        case CK_INT64: sort_i64(descending, n, (int64_t *)row, places, scratch, scratchIndices); break;
        case CK_INT32: sort_i32(descending, n, (int32_t *)row, places, scratch, scratchIndices); break;
        default: sort_u8(descending, n, (uint8_t *)row, places, scratch, scratchIndices);
        }
    }
}

// MARK: Softmax
//
// Rows are taken some at a time, so that the exponentials of short rows fill the vectors too: the maxima of each, then
// one loop of exponentials over all of them, then the sums of each. Many very short rows are turned on their side, where
// every loop runs over the rows. `in` and `out` must not overlap.
//
// Sums of floats are PyTorch's. Along the last dimension (`across` is false) it takes a row of eight and more in eight
// lanes, which it adds in pairs at the end, and multiplies by the sum's reciprocal; along another dimension it adds from the
// first element to the last, and divides.

enum { SOFTMAX_ROWS = 64, SOFTMAX_ELEMENTS = 2048, SHORT_ROW = 32, FEW_ROWS = 16, SUM_LANES = 8 };

static inline int64_t softmax_tile(int64_t n) {
    const int64_t rows = SOFTMAX_ELEMENTS / n;
    return rows < 1 ? 1 : rows > SOFTMAX_ROWS ? SOFTMAX_ROWS : rows;
}

static inline __attribute__((always_inline)) float pairs_of_lanes(const float *a) {
    return ((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7]));
}

static inline __attribute__((always_inline)) float row_sum(bool across, int64_t n, const float *x) {
    if (across || n < SUM_LANES) {
        float sum = x[0];
        for (int64_t i = 1; i < n; i++) sum += x[i];
        return sum;
    }
    float lanes[SUM_LANES];
    for (int l = 0; l < SUM_LANES; l++) lanes[l] = x[l];
    int64_t i = SUM_LANES;
    for (; i + SUM_LANES <= n; i += SUM_LANES)
        for (int l = 0; l < SUM_LANES; l++) lanes[l] += x[i + l];
    for (int l = 0; i + l < n; l++) lanes[l] += x[i + l];
    return pairs_of_lanes(lanes);
}

/// The sum of products. Across, PyTorch's compiler makes a product and a sum one step.
static inline __attribute__((always_inline)) float row_dot(bool across, int64_t n, const float *x, const float *y) {
    if (across) {
#pragma STDC FP_CONTRACT ON
        float sum = 0;
        for (int64_t i = 0; i < n; i++) sum += x[i] * y[i];
        return sum;
    }
    if (n < SUM_LANES) {
        float sum = x[0] * y[0];
        for (int64_t i = 1; i < n; i++) sum += x[i] * y[i];
        return sum;
    }
    float lanes[SUM_LANES];
    for (int l = 0; l < SUM_LANES; l++) lanes[l] = x[l] * y[l];
    int64_t i = SUM_LANES;
    for (; i + SUM_LANES <= n; i += SUM_LANES)
        for (int l = 0; l < SUM_LANES; l++) lanes[l] += x[i + l] * y[i + l];
    for (int l = 0; i + l < n; l++) lanes[l] += x[i + l] * y[i + l];
    return pairs_of_lanes(lanes);
}

static inline __attribute__((always_inline)) void short_rows(
    bool logarithm, bool across, int64_t rows, int64_t n, const float *restrict x, float *restrict o) {
    float t[SHORT_ROW][SOFTMAX_ROWS], e[SHORT_ROW][SOFTMAX_ROWS], most[SOFTMAX_ROWS];
    float sums[SOFTMAX_ROWS], lanes[SUM_LANES][SOFTMAX_ROWS];
    for (int64_t i = 0; i < n; i++) {
        for (int64_t r = 0; r < rows; r++) t[i][r] = x[r * n + i];
        for (int64_t r = rows; r < SOFTMAX_ROWS; r++) t[i][r] = 0;
    }
    for (int r = 0; r < SOFTMAX_ROWS; r++) most[r] = t[0][r];
    for (int64_t i = 1; i < n; i++)
        for (int r = 0; r < SOFTMAX_ROWS; r++) {
            const float a = t[i][r];
            most[r] = a > most[r] ? a : a != a ? a : most[r];
        }
    for (int64_t i = 0; i < n; i++)
        for (int r = 0; r < SOFTMAX_ROWS; r++) {
            t[i][r] -= most[r];
            e[i][r] = ck_expf(t[i][r]);
        }
    if (across || n < SUM_LANES) {
        for (int r = 0; r < SOFTMAX_ROWS; r++) sums[r] = e[0][r];
        for (int64_t i = 1; i < n; i++)
            for (int r = 0; r < SOFTMAX_ROWS; r++) sums[r] += e[i][r];
    } else {
        memcpy(lanes, e, sizeof lanes);
        for (int64_t i = SUM_LANES; i < n; i++)
            for (int r = 0; r < SOFTMAX_ROWS; r++) lanes[i % SUM_LANES][r] += e[i][r];
        for (int r = 0; r < SOFTMAX_ROWS; r++)
            sums[r] = ((lanes[0][r] + lanes[4][r]) + (lanes[2][r] + lanes[6][r]))
                + ((lanes[1][r] + lanes[5][r]) + (lanes[3][r] + lanes[7][r]));
    }
    for (int r = 0; r < SOFTMAX_ROWS; r++)
        sums[r] = logarithm ? ck_sum_logf(sums[r]) : across ? sums[r] : 1 / sums[r];
    for (int64_t i = 0; i < n; i++)
        for (int r = 0; r < SOFTMAX_ROWS; r++)
            e[i][r] = logarithm ? t[i][r] - sums[r] : across ? e[i][r] / sums[r] : e[i][r] * sums[r];
    for (int64_t r = 0; r < rows; r++)
        for (int64_t i = 0; i < n; i++) o[r * n + i] = e[i][r];
}

static inline __attribute__((always_inline)) void softmax_tiles(
    bool logarithm, bool across, int64_t rows, int64_t n, const float *in, float *out) {
    float most[SOFTMAX_ROWS], sums[SOFTMAX_ROWS];
    const int64_t tile = softmax_tile(n);
    for (int64_t start = 0; start < rows; start += tile) {
        const int64_t count = rows - start < tile ? rows - start : tile;
        const float *restrict x = in + start * n;
        float *restrict o = out + start * n;
        if (n <= SHORT_ROW && count >= FEW_ROWS) {
            short_rows(logarithm, across, count, n, x, o);
            continue;
        }
        for (int64_t r = 0; r < count; r++) {
            const float *row = x + r * n;
            float best = row[0];
            for (int64_t i = 1; i < n; i++) best = row[i] > best || row[i] != row[i] ? row[i] : best;
            most[r] = best;
            for (int64_t i = 0; i < n; i++) o[r * n + i] = row[i] - best;
        }
        for (int64_t i = 0; i < count * n; i++) o[i] = ck_expf(o[i]);
        for (int64_t r = 0; r < count; r++) sums[r] = row_sum(across, n, o + r * n);
        if (logarithm) {
            for (int64_t r = 0; r < count; r++) sums[r] = ck_sum_logf(sums[r]);
            for (int64_t r = 0; r < count; r++)
                for (int64_t i = 0; i < n; i++) o[r * n + i] = x[r * n + i] - most[r] - sums[r];
        } else if (across) {
            for (int64_t r = 0; r < count; r++)
                for (int64_t i = 0; i < n; i++) o[r * n + i] /= sums[r];
        } else {
            for (int64_t r = 0; r < count; r++) {
                const float factor = 1 / sums[r];
                for (int64_t i = 0; i < n; i++) o[r * n + i] *= factor;
            }
        }
    }
}

static inline __attribute__((always_inline)) void softmax_back(
    bool across, int64_t rows, int64_t n, const float *in, const float *second, float *out) {
    for (int64_t r = 0; r < rows; r++) {
        const float *g = in + r * n, *y = second + r * n;
        float *o = out + r * n;
        const float sum = row_dot(across, n, g, y);
        for (int64_t i = 0; i < n; i++) o[i] = (g[i] - sum) * y[i];
    }
}

static inline __attribute__((always_inline)) void log_softmax_back(
    bool across, int64_t rows, int64_t n, const float *in, const float *restrict y, float *restrict out) {
    for (int64_t i = 0; i < rows * n; i++) out[i] = ck_expf(y[i]);
    for (int64_t r = 0; r < rows; r++) {
        const float *g = in + r * n;
        float *o = out + r * n;
        const float sum = row_sum(across, n, g);
        {
            // One step, as in PyTorch.
#pragma STDC FP_CONTRACT ON
            for (int64_t i = 0; i < n; i++) o[i] = g[i] - o[i] * sum;
        }
    }
}

#define SOFTMAX_F32(NAME, ACROSS)                                                                 \
    CK_CLONES static void softmax_##NAME(                                                         \
        int64_t rows, int64_t n, const void *in, const void *second, void *out) {                 \
        (void)second;                                                                             \
        softmax_tiles(false, ACROSS, rows, n, in, out);                                           \
    }                                                                                             \
    CK_CLONES static void log_softmax_##NAME(                                                     \
        int64_t rows, int64_t n, const void *in, const void *second, void *out) {                 \
        (void)second;                                                                             \
        softmax_tiles(true, ACROSS, rows, n, in, out);                                            \
    }                                                                                             \
    CK_CLONES static void softmax_backward_##NAME(                                                \
        int64_t rows, int64_t n, const void *in, const void *second, void *out) {                 \
        softmax_back(ACROSS, rows, n, in, second, out);                                           \
    }                                                                                             \
    CK_CLONES static void log_softmax_backward_##NAME(                                            \
        int64_t rows, int64_t n, const void *in, const void *second, void *out) {                 \
        log_softmax_back(ACROSS, rows, n, in, second, out);                                       \
    }
SOFTMAX_F32(along_f32, false)
SOFTMAX_F32(across_f32, true)

/// Shifts a row by its maximum, which it returns, and leaves the exponentials in `o`, their sum in `sum`.
static double exponentials_f64(int64_t n, const double *x, double *o, double *sum) {
    double best = x[0];
    for (int64_t i = 1; i < n; i++) best = x[i] > best || x[i] != x[i] ? x[i] : best;
    *sum = 0;
    for (int64_t i = 0; i < n; i++) *sum += o[i] = exp(x[i] - best);
    return best;
}

static void softmax_f64(int64_t rows, int64_t n, const void *in, const void *second, void *out) {
    (void)second;
    for (int64_t r = 0; r < rows; r++) {
        double *o = (double *)out + r * n, sum;
        exponentials_f64(n, (const double *)in + r * n, o, &sum);
        for (int64_t i = 0; i < n; i++) o[i] /= sum;
    }
}

static void log_softmax_f64(int64_t rows, int64_t n, const void *in, const void *second, void *out) {
    (void)second;
    for (int64_t r = 0; r < rows; r++) {
        const double *x = (const double *)in + r * n;
        double *o = (double *)out + r * n, sum;
        const double best = exponentials_f64(n, x, o, &sum);
        sum = log(sum);
        for (int64_t i = 0; i < n; i++) o[i] = x[i] - best - sum;
    }
}

static void softmax_backward_f64(int64_t rows, int64_t n, const void *in, const void *second, void *out) {
    for (int64_t r = 0; r < rows; r++) {
        const double *g = (const double *)in + r * n, *y = (const double *)second + r * n;
        double *o = (double *)out + r * n, sum = 0;
        for (int64_t i = 0; i < n; i++) sum += g[i] * y[i];
        for (int64_t i = 0; i < n; i++) o[i] = (g[i] - sum) * y[i];
    }
}

static void log_softmax_backward_f64(int64_t rows, int64_t n, const void *in, const void *second, void *out) {
    for (int64_t r = 0; r < rows; r++) {
        const double *g = (const double *)in + r * n, *y = (const double *)second + r * n;
        double *o = (double *)out + r * n, sum = 0;
        for (int64_t i = 0; i < n; i++) sum += g[i];
        for (int64_t i = 0; i < n; i++) o[i] = g[i] - exp(y[i]) * sum;
    }
}

bool ck_softmax(
    int dtype, bool logarithm, bool across, int64_t rows, int64_t n, const void *in, void *out) {
    if (dtype > CK_FLOAT64) return false;
    row_work w = {.n = n, .rows = rows, .in = in, .out = out};
    w.size = w.outSize = ck_itemsize[dtype];
    if (dtype == CK_FLOAT64) w.many = logarithm ? log_softmax_f64 : softmax_f64;
    else if (across) w.many = logarithm ? log_softmax_across_f32 : softmax_across_f32;
    else w.many = logarithm ? log_softmax_along_f32 : softmax_along_f32;
    for_rows(&w, 16);
    return true;
}

bool ck_softmax_backward(
    int dtype, bool logarithm, bool across, int64_t rows, int64_t n, const void *gradient,
    const void *result, void *out) {
    if (dtype > CK_FLOAT64) return false;
    row_work w = {.n = n, .rows = rows, .in = gradient, .second = result, .out = out};
    w.size = w.outSize = ck_itemsize[dtype];
    if (dtype == CK_FLOAT64) w.many = logarithm ? log_softmax_backward_f64 : softmax_backward_f64;
    else if (across) w.many = logarithm ? log_softmax_backward_across_f32 : softmax_backward_across_f32;
    else w.many = logarithm ? log_softmax_backward_along_f32 : softmax_backward_along_f32;
    for_rows(&w, logarithm ? 16 : 4);
    return true;
}
