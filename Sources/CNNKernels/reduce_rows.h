// What a reduction does along one strided run: sums, products, norms, extrema with their place, moments; and the table that
// picks the kernel of an operation and a type.

// Included by reduce.c alone, which has `accumulator`.

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

// Extrema with their place, or (`parameter` 0) without; k < 0 says that nothing was seen yet. NaN wins, the first one. Long
// runs are searched for the value first, in lanes, and then for the first place that has it.
#define EXTREMUM_ROW(NAME, T, MEMBER, BETTER, ISNAN)                                              \
    CK_CLONES static void NAME(                                                                   \
        accumulator *acc, const char *p, int64_t n, int64_t stride, int64_t first,                \
        double parameter) {                                                                       \
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
                if (most BETTER best && parameter == 0) {                                         \
                    best = most;                                                                  \
                } else if (most BETTER best) {                                                    \
                    int64_t j = 0;                                                                \
                    for (unsigned any = 0; !any; j += EXTREMA)                                    \
                        for (int l = 0; l < EXTREMA; l++) any |= x[j + l] == most;                \
                    for (j -= EXTREMA; x[j] != most;) j++;                                        \
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
