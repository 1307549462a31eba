// Compares reductions, scans, sorts and softmax with plain loops, for random shapes and strides, and their bits with 1, 2 and
// 8 threads. scripts/test-kernels builds it once for each instruction set and under the sanitizers.

#include "support.h"

enum { MOST = 4 };

/// A random value: now and then a repeated one, an infinity or NaN.
static double value(bool hostile) {
    if (hostile && below(40) == 0) return below(2) ? NAN : below(2) ? INFINITY : -INFINITY;
    if (below(4) == 0) return (double)(below(5) - 2);
    return (double)(next() >> 40) / (1 << 23) - 1;
}

static int64_t size_of(int dtype) {
    const int64_t sizes[] = {4, 8, 8, 4, 1, 1};
    return sizes[dtype];
}

static void put(int dtype, void *p, int64_t i, double v) {
    switch (dtype) {
    case CK_FLOAT32: ((float *)p)[i] = (float)v; break;
    case CK_FLOAT64: ((double *)p)[i] = v; break;
    case CK_INT64: ((int64_t *)p)[i] = (int64_t)(v * 3); break;
    case CK_INT32: ((int32_t *)p)[i] = (int32_t)(v * 3); break;
    case CK_UINT8: ((uint8_t *)p)[i] = (uint8_t)(fabs(v) * 3); break;
    default: ((uint8_t *)p)[i] = fabs(v) > 0.5;
    }
}

static double get(int dtype, const void *p, int64_t i) {
    switch (dtype) {
    case CK_FLOAT32: return (double)((const float *)p)[i];
    case CK_FLOAT64: return ((const double *)p)[i];
    case CK_INT64: return (double)((const int64_t *)p)[i];
    case CK_INT32: return (double)((const int32_t *)p)[i];
    default: return ((const uint8_t *)p)[i];
    }
}

static bool better(bool most, double a, double b) { return isnan(a) ? !isnan(b) : most ? a > b : a < b; }

/// What a reduction of `x[offsets[0 ..< n]]` is; `place` receives that of an extremum, `scale` the size of the terms.
static double reduced(
    int op, double parameter, int dtype, const void *x, const int64_t *offsets, int64_t n, int64_t *place, double *scale) {
    double sum = 0, size = 0, product = 1, any = 0, all = 1, count = 0, norm = 0, best = 0;
    *place = -1;
    if (parameter == -INFINITY) norm = INFINITY;
    for (int64_t i = 0; i < n; i++) {
        double v = get(dtype, x, offsets[i]), a = fabs(v);
        sum += v, size += a, product *= v;
        any = any || v != 0, all = all && v != 0, count += v != 0;
        if (parameter == INFINITY) norm = a > norm || isnan(a) ? a : norm;
        else if (parameter == -INFINITY) norm = a < norm || isnan(a) ? a : norm;
        else norm += parameter == 0 ? v != 0 : pow(a, parameter);
        bool most = op == CK_MAX || op == CK_ARGMAX;
        if (*place < 0 || (!isnan(best) && better(most, v, best))) best = v, *place = i;
    }
    *scale = size;
    double mean = sum / (double)n, moment = 0;
    for (int64_t i = 0; i < n; i++) moment += (get(dtype, x, offsets[i]) - mean) * (get(dtype, x, offsets[i]) - mean);
    double left = (double)n - parameter, variance = moment / (left > 0 ? left : 0);
    switch (op) {
    case CK_SUM: return sum;
    case CK_MEAN: return mean;
    case CK_PROD: *scale = fabs(product); return product;
    case CK_MAX: case CK_MIN: return best;
    case CK_ARGMAX: case CK_ARGMIN: return (double)*place;
    case CK_ANY: return any;
    case CK_ALL: return all;
    case CK_VAR: *scale = variance; return variance;
    case CK_STD: *scale = sqrt(variance); return sqrt(variance);
    case CK_COUNT_NONZERO: return count;
    default:
        *scale = norm;
        if (parameter == 0 || isinf(parameter)) return norm;
        return pow(norm, 1 / parameter);
    }
}

static void reduction(void) {
    const double powers[] = {0, 1, 2, 3, 2.5, INFINITY, -INFINITY};
    int op = (int)below(CK_REDUCTIONS), dtype = (int)below(CK_DTYPES);
    bool floating = dtype <= CK_FLOAT64, hostile = floating && below(4) == 0;
    double parameter = op == CK_NORM ? powers[below(7)] : op == CK_VAR || op == CK_STD ? (double)below(2) : 0;
    int kept = (int)below(MOST), count = (int)below(MOST);
    int64_t shape[2 * MOST], strides[2 * MOST], order[2 * MOST];
    // Sometimes one long dimension, so that the ways for long rows and for many columns are taken.
    int64_t room = below(8) == 0 ? 200000 : 6000;
    for (int d = 0; d < kept + count; d++) {
        shape[d] = 1 + below(below(3) == 0 && room > 60 ? room / 4 : room < 7 ? room : 7);
        room /= shape[d];
        order[d] = d;
    }
    for (int d = kept + count - 1; d > 0; d--) {
        int64_t other = below(d + 1), swap = order[d];
        order[d] = order[other], order[other] = swap;
    }
    if (below(2)) for (int d = 0; d < kept + count; d++) order[d] = d;
    int64_t elements = 1, outputs = 1, length = 1;
    for (int d = kept + count - 1; d >= 0; d--) strides[order[d]] = elements, elements *= shape[order[d]] + (below(6) == 0);
    for (int d = 0; d < kept; d++) outputs *= shape[d];
    for (int d = kept; d < kept + count; d++) length *= shape[d];
    int64_t last = 0;
    for (int d = 0; d < kept + count; d++) last += (shape[d] - 1) * strides[d];
    void *x = malloc((size_t)((last + 1) * size_of(dtype)));
    for (int64_t i = 0; i <= last; i++) put(dtype, x, i, value(hostile));
    bool wide = op == CK_ARGMAX || op == CK_ARGMIN || op == CK_COUNT_NONZERO
        || (!floating && (op == CK_SUM || op == CK_PROD));
    int outType = op == CK_ANY || op == CK_ALL ? CK_BOOL : wide ? CK_INT64 : dtype;
    size_t bytes = (size_t)(outputs * size_of(outType));
    void *out[3];
    int64_t *places[3];
    bool done = true;
    for (int t = 0; t < 3; t++) {
        ck_set_num_threads((const int[]){1, 2, 8}[t]);
        out[t] = malloc(bytes), places[t] = malloc((size_t)outputs * sizeof(int64_t));
        done = ck_reduce(op, dtype, parameter, x, out[t], op == CK_MAX || op == CK_MIN ? places[t] : NULL,
                         kept, shape, strides, count, shape + kept, strides + kept);
    }
    // Extrema without their places are found in another way.
    void *bare = malloc(bytes);
    if (op == CK_MAX || op == CK_MIN) {
        ck_reduce(op, dtype, parameter, x, bare, NULL, kept, shape, strides, count, shape + kept, strides + kept);
        for (int64_t o = 0; o < outputs; o++)
            check("extremum without its place", get(dtype, bare, o), get(dtype, out[0], o), 0);
    }
    free(bare);
    bool exists = floating || !(op == CK_MEAN || op == CK_VAR || op == CK_STD || op == CK_NORM);
    check("a reduction exists", done, exists, 0);
    int64_t *offsets = malloc((size_t)length * sizeof *offsets);
    for (int64_t o = 0; o < outputs && done; o++) {
        int64_t base = 0, rest = o;
        for (int d = kept - 1; d >= 0; d--) base += rest % shape[d] * strides[d], rest /= shape[d];
        for (int64_t i = 0; i < length; i++) {
            offsets[i] = base, rest = i;
            for (int d = kept + count - 1; d >= kept; d--) offsets[i] += rest % shape[d] * strides[d], rest /= shape[d];
        }
        int64_t place;
        double scale, expected = reduced(op, parameter, dtype, x, offsets, length, &place, &scale);
        if (op == CK_PROD && !floating && fabs(expected) > 1e15) continue;
        check("reduction", get(outType, out[0], o), expected, scale);
        if (op == CK_MAX || op == CK_MIN) check("place", (double)places[0][o], (double)place, 0);
    }
    for (int t = 1; t < 3 && done; t++)
        check("the same bits with more threads", memcmp(out[0], out[t], bytes), 0, 0);
    for (int t = 0; t < 3; t++) free(out[t]), free(places[t]);
    free(x), free(offsets);
}

static void rows(void) {
    int64_t n = 1 + below(below(4) ? 40 : 3000), count = 1 + below(below(4) ? 90 : 3), all = n * count;
    ck_set_num_threads((const int[]){1, 2, 8}[below(3)]);
    int dtype = (int)below(2);
    size_t bytes = (size_t)(all * size_of(dtype));
    void *x = malloc(bytes), *y = malloc(bytes), *dy = malloc(bytes), *dx = malloc(bytes);
    for (int64_t i = 0; i < all; i++) put(dtype, x, i, 8 * value(false)), put(dtype, dy, i, value(false));
    bool logarithm = below(2), across = below(2);
    ck_softmax(dtype, logarithm, across, count, n, x, y);
    ck_softmax_backward(dtype, logarithm, across, count, n, dy, y, dx);
    for (int64_t r = 0; r < count; r++) {
        double most = -INFINITY, sum = 0, inner = 0, size = 0;
        for (int64_t i = 0; i < n; i++) most = fmax(most, get(dtype, x, r * n + i));
        for (int64_t i = 0; i < n; i++) sum += exp(get(dtype, x, r * n + i) - most);
        for (int64_t i = 0; i < n; i++) {
            double e = exp(get(dtype, x, r * n + i) - most) / sum, d = get(dtype, dy, r * n + i);
            check("softmax", get(dtype, y, r * n + i), logarithm ? log(e) : e, logarithm ? fabs(log(e)) : 0);
            inner += logarithm ? d : d * e, size += fabs(d);
        }
        for (int64_t i = 0; i < n; i++) {
            double e = exp(get(dtype, x, r * n + i) - most) / sum, d = get(dtype, dy, r * n + i);
            check("gradient of softmax", get(dtype, dx, r * n + i), logarithm ? d - e * inner : e * (d - inner), size);
        }
    }

    int kind = (int)below(4);
    int64_t *places = malloc((size_t)all * sizeof *places), *places2 = malloc((size_t)n * sizeof *places2);
    for (int64_t i = 0; i < all; i++) put(dtype, x, i, value(kind >= CK_CUMMAX));
    ck_scan(kind, dtype, count, n, x, y, kind >= CK_CUMMAX ? places : NULL);
    for (int64_t r = 0; r < count; r++) {
        double sum = 0, product = 1, size = 0, best = get(dtype, x, r * n);
        for (int64_t i = 0; i < n; i++) {
            double v = get(dtype, x, r * n + i);
            sum += v, product *= v, size += fabs(v);
            if (isnan(v) || better(kind == CK_CUMMAX, v, best)) best = v;
            double expected = kind == CK_CUMSUM ? sum : kind == CK_CUMPROD ? product : best;
            check("scan", get(dtype, y, r * n + i), expected, kind >= CK_CUMMAX ? 0 : size);
            if (kind >= CK_CUMMAX) check("place of a scan", get(dtype, x, r * n + places[r * n + i]), expected, 0);
        }
    }

    bool descending = below(2);
    int type = (int)below(CK_DTYPES);
    void *data = malloc((size_t)(all * size_of(type))), *before = malloc((size_t)(all * size_of(type)));
    void *scratch = malloc((size_t)(n * size_of(type)));
    for (int64_t i = 0; i < all; i++) put(type, data, i, value(type <= CK_FLOAT64));
    memcpy(before, data, (size_t)(all * size_of(type)));
    ck_sort(type, descending, count, n, data, places, scratch, places2);
    for (int64_t r = 0; r < count; r++) {
        for (int64_t i = 0; i < n; i++) {
            double v = get(type, data, r * n + i);
            check("sorted from", v, get(type, before, r * n + places[r * n + i]), 0);
            if (i == 0) continue;
            double u = get(type, data, r * n + i - 1);
            bool wrong = descending ? better(true, v, u) : better(true, u, v);
            bool stable = u != v || places[r * n + i - 1] < places[r * n + i];
            check("sorted", wrong || !stable, 0, 0);
        }
    }
    free(x), free(y), free(dy), free(dx), free(places), free(places2), free(data), free(before), free(scratch);
}

int main(int count, char **arguments) {
    int rounds = count > 1 ? atoi(arguments[1]) : 300;
    for (int i = 0; i < rounds; i++) {
        for (int j = 0; j < 8; j++) reduction();
        rows();
    }
    printf(failures ? "%d differences\n" : "%d differences in %d rounds\n", failures, rounds);
    return failures != 0;
}
