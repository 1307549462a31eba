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
// every loop runs over the rows. Either way a row's sum is taken in double, from its first element to its last. `in` and
// `out` must not overlap.

enum { SOFTMAX_ROWS = 64, SOFTMAX_ELEMENTS = 2048, SHORT_ROW = 32, FEW_ROWS = 16 };

static inline int64_t softmax_tile(int64_t n) {
    const int64_t rows = SOFTMAX_ELEMENTS / n;
    return rows < 1 ? 1 : rows > SOFTMAX_ROWS ? SOFTMAX_ROWS : rows;
}

/// Shifts each row by its maximum and leaves the exponentials in `o`, their sums in `sums`.
#define EXPONENTIALS(NAME, T, EXP)                                                                \
    static inline __attribute__((always_inline)) void exponentials_##NAME(                        \
        int64_t rows, int64_t n, const T *restrict x, T *restrict o, T *restrict most, T *restrict sums) { \
        for (int64_t r = 0; r < rows; r++) {                                                      \
            const T *row = x + r * n;                                                             \
            T best = row[0];                                                                      \
            for (int64_t i = 1; i < n; i++) best = row[i] > best || row[i] != row[i] ? row[i] : best; \
            most[r] = best;                                                                       \
            for (int64_t i = 0; i < n; i++) o[r * n + i] = row[i] - best;                         \
        }                                                                                         \
        for (int64_t i = 0; i < rows * n; i++) o[i] = EXP(o[i]);                                  \
        for (int64_t r = 0; r < rows; r++) {                                                      \
            double sum = 0;                                                                       \
            for (int64_t i = 0; i < n; i++) sum += o[r * n + i];                                  \
            sums[r] = (T)sum;                                                                     \
        }                                                                                         \
    }

#define SHORT_ROWS(NAME, T, EXP, LOG)                                                             \
    static inline __attribute__((always_inline)) void short_rows_##NAME(                          \
        bool logarithm, int64_t rows, int64_t n, const T *restrict x, T *restrict o) {            \
        T t[SHORT_ROW][SOFTMAX_ROWS], e[SHORT_ROW][SOFTMAX_ROWS], most[SOFTMAX_ROWS];             \
        T sums[SOFTMAX_ROWS];                                                                     \
        double exact[SOFTMAX_ROWS] = {0};                                                         \
        for (int64_t i = 0; i < n; i++) {                                                         \
            for (int64_t r = 0; r < rows; r++) t[i][r] = x[r * n + i];                            \
            for (int64_t r = rows; r < SOFTMAX_ROWS; r++) t[i][r] = 0;                            \
        }                                                                                         \
        for (int r = 0; r < SOFTMAX_ROWS; r++) most[r] = t[0][r];                                 \
        for (int64_t i = 1; i < n; i++)                                                           \
            for (int r = 0; r < SOFTMAX_ROWS; r++) {                                              \
                const T a = t[i][r];                                                              \
                most[r] = a > most[r] ? a : a != a ? a : most[r];                                 \
            }                                                                                     \
        for (int64_t i = 0; i < n; i++)                                                           \
            for (int r = 0; r < SOFTMAX_ROWS; r++) {                                              \
                t[i][r] -= most[r];                                                               \
                e[i][r] = EXP(t[i][r]);                                                           \
            }                                                                                     \
        for (int64_t i = 0; i < n; i++)                                                           \
            for (int r = 0; r < SOFTMAX_ROWS; r++) exact[r] += e[i][r];                           \
        for (int r = 0; r < SOFTMAX_ROWS; r++)                                                    \
            sums[r] = logarithm ? LOG((T)exact[r]) : (T)exact[r];                                 \
        for (int64_t i = 0; i < n; i++)                                                           \
            for (int r = 0; r < SOFTMAX_ROWS; r++)                                                \
                e[i][r] = logarithm ? t[i][r] - sums[r] : e[i][r] / sums[r];                      \
        for (int64_t r = 0; r < rows; r++)                                                        \
            for (int64_t i = 0; i < n; i++) o[r * n + i] = e[i][r];                               \
    }

#define SOFTMAX(NAME, T, EXP, LOG)                                                                \
    EXPONENTIALS(NAME, T, EXP)                                                                    \
    SHORT_ROWS(NAME, T, EXP, LOG)                                                                 \
    CK_CLONES static void softmax_##NAME(                                                         \
        int64_t rows, int64_t n, const void *in, const void *second, void *out) {                 \
        T most[SOFTMAX_ROWS], sums[SOFTMAX_ROWS];                                                 \
        const int64_t tile = softmax_tile(n);                                                     \
        (void)second;                                                                             \
        for (int64_t start = 0; start < rows; start += tile) {                                    \
            const int64_t count = rows - start < tile ? rows - start : tile;                      \
            const T *x = (const T *)in + start * n;                                               \
            T *o = (T *)out + start * n;                                                          \
            if (sizeof(T) == 4 && n <= SHORT_ROW && count >= FEW_ROWS) {                          \
                short_rows_##NAME(false, count, n, x, o);                                         \
                continue;                                                                         \
            }                                                                                     \
            exponentials_##NAME(count, n, x, o, most, sums);                                      \
            for (int64_t r = 0; r < count; r++)                                                   \
                for (int64_t i = 0; i < n; i++) o[r * n + i] /= sums[r];                          \
        }                                                                                         \
    }                                                                                             \
    CK_CLONES static void log_softmax_##NAME(                                                     \
        int64_t rows, int64_t n, const void *in, const void *second, void *out) {                 \
        T most[SOFTMAX_ROWS], sums[SOFTMAX_ROWS];                                                 \
        const int64_t tile = softmax_tile(n);                                                     \
        (void)second;                                                                             \
        for (int64_t start = 0; start < rows; start += tile) {                                    \
            const int64_t count = rows - start < tile ? rows - start : tile;                      \
            const T *x = (const T *)in + start * n;                                               \
            T *o = (T *)out + start * n;                                                          \
            if (sizeof(T) == 4 && n <= SHORT_ROW && count >= FEW_ROWS) {                          \
                short_rows_##NAME(true, count, n, x, o);                                          \
                continue;                                                                         \
            }                                                                                     \
            exponentials_##NAME(count, n, x, o, most, sums);                                      \
            for (int64_t r = 0; r < count; r++) sums[r] = LOG(sums[r]);                           \
            for (int64_t r = 0; r < count; r++)                                                   \
                for (int64_t i = 0; i < n; i++) o[r * n + i] = x[r * n + i] - most[r] - sums[r];  \
        }                                                                                         \
    }                                                                                             \
    CK_CLONES static void softmax_backward_##NAME(                                                \
        int64_t rows, int64_t n, const void *in, const void *second, void *out) {                 \
        for (int64_t r = 0; r < rows; r++) {                                                      \
            const T *g = (const T *)in + r * n, *y = (const T *)second + r * n;                   \
            T *o = (T *)out + r * n;                                                              \
            double sum = 0;                                                                       \
            for (int64_t i = 0; i < n; i++) sum += (double)g[i] * y[i];                           \
            for (int64_t i = 0; i < n; i++) o[i] = (g[i] - (T)sum) * y[i];                        \
        }                                                                                         \
    }                                                                                             \
    CK_CLONES static void log_softmax_backward_##NAME(                                            \
        int64_t rows, int64_t n, const void *in, const void *second, void *out) {                 \
        const T *restrict y = second;                                                             \
        T *restrict result = out;                                                                 \
        for (int64_t i = 0; i < rows * n; i++) result[i] = EXP(y[i]);                             \
        for (int64_t r = 0; r < rows; r++) {                                                      \
            const T *g = (const T *)in + r * n;                                                   \
            T *o = (T *)out + r * n;                                                              \
            double sum = 0;                                                                       \
            for (int64_t i = 0; i < n; i++) sum += g[i];                                          \
            for (int64_t i = 0; i < n; i++) o[i] = g[i] - o[i] * (T)sum;                          \
        }                                                                                         \
    }
SOFTMAX(f32, float, ck_expf, ck_logf)
SOFTMAX(f64, double, exp, log)

bool ck_softmax(int dtype, bool logarithm, int64_t rows, int64_t n, const void *in, void *out) {
    if (dtype > CK_FLOAT64) return false;
    row_work w = {.n = n, .rows = rows, .in = in, .out = out};
    w.size = w.outSize = ck_itemsize[dtype];
    if (dtype == CK_FLOAT32) w.many = logarithm ? log_softmax_f32 : softmax_f32;
    else w.many = logarithm ? log_softmax_f64 : softmax_f64;
    for_rows(&w, 16);
    return true;
}

bool ck_softmax_backward(
    int dtype, bool logarithm, int64_t rows, int64_t n, const void *gradient, const void *result,
    void *out) {
    if (dtype > CK_FLOAT64) return false;
    row_work w = {.n = n, .rows = rows, .in = gradient, .second = result, .out = out};
    w.size = w.outSize = ck_itemsize[dtype];
    if (dtype == CK_FLOAT32) w.many = logarithm ? log_softmax_backward_f32 : softmax_backward_f32;
    else w.many = logarithm ? log_softmax_backward_f64 : softmax_backward_f64;
    for_rows(&w, logarithm ? 16 : 4);
    return true;
}
