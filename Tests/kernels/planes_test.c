// Compares the kernels on planes with plain loops, for random shapes and with 1, 2 and 8 threads. scripts/test-kernels
// builds it once for each instruction set and under the sanitizers.

#include "support.h"

/// Input with the window's padding taken into account.
static double at(const ck_window *g, const float *x, int64_t n, int64_t c, int64_t y, int64_t xx) {
    y -= g->ph, xx -= g->pw;
    if (y < 0 || xx < 0 || y >= g->h || xx >= g->w) return 0;
    return (double)x[((n * g->c + c) * g->h + y) * g->w + xx];
}

static double convolved(const ck_window *g, const float *x, const float *w, const float *b, int64_t n, int64_t k,
                        int64_t y, int64_t xx) {
    double sum = b ? (double)b[k] : 0;
    for (int64_t c = 0; c < g->c; c++)
        for (int64_t i = 0; i < g->kh; i++)
            for (int64_t j = 0; j < g->kw; j++)
                sum += at(g, x, n, c, y + i, xx + j) * (double)w[((k * g->c + c) * g->kh + i) * g->kw + j];
    return sum;
}

static void one(int threads) {
    ck_set_num_threads(threads);
    ck_window g = {.n = 1 + below(5), .c = 1, .k = 1 + below(9), .sh = 1, .sw = 1, .dh = 1, .dw = 1, .groups = 1};
    g.kh = g.kw = 1 + below(3);
    if (g.kh == 2) g.c = 1 + below(3);
    g.ph = g.pw = below(2);
    g.h = 4 + below(30), g.w = 4 + below(40);
    g.oh = g.h + 2 * g.ph - g.kh + 1, g.ow = g.w + 2 * g.pw - g.kw + 1;
    int64_t taps = g.c * g.kh * g.kw, plane = g.oh * g.ow, planes = g.n * g.k;
    int64_t padded = g.n * g.c * ck_padded_rows(&g) * ck_padded_columns(&g);
    float *x = floats(g.n * g.c * g.h * g.w, true), *pad = floats(padded, false);
    float *w = floats(g.k * taps, true), *b = below(3) ? floats(g.k, true) : NULL;
    float *scale = floats(g.k, true), *shift = floats(g.k, true);
    float *y = floats(planes * plane, false), *mapped = floats(planes * plane, false);
    ck_conv_pad_f32(&g, x, pad);
    ck_conv_direct_f32(&g, pad, w, b, y);
    for (int64_t p = 0; p < planes; p++)
        for (int64_t i = 0; i < plane; i++)
            check("convolution", y[p * plane + i],
                  convolved(&g, x, w, b, p / g.k, p % g.k, i / g.ow, i % g.ow), (double)taps);

    bool relu = below(3) != 0, affine = below(3) != 0;
    ck_map map = {.n = g.n, .c = g.k, .h = g.oh, .w = g.ow, .window = &g, .padded = pad, .weight = w, .bias = b,
                  .scale = affine ? scale : NULL, .shift = affine ? shift : NULL, .relu = relu};
    ck_map_store(&map, mapped);
    ck_map memory = map;
    memory.window = NULL, memory.x = y;
    float *again = floats(planes * plane, false);
    ck_map_store(&memory, again);
    for (int64_t i = 0; i < planes * plane; i++) {
        int64_t k = i / plane % g.k;
        double v = affine ? (double)y[i] * (double)scale[k] + (double)shift[k] : (double)y[i];
        check("map", mapped[i], relu && v < 0 ? 0 : v, 4);
        check("map of memory", again[i], mapped[i], 0);
    }

    ck_window pool = {.n = g.n, .c = g.k, .h = g.oh, .w = g.ow, .k = g.k, .kh = 2, .kw = 2, .sh = 2, .sw = 2,
                      .dh = 1, .dw = 1, .groups = 1, .oh = g.oh / 2, .ow = g.ow / 2};
    int64_t out = pool.oh * pool.ow;
    if (out > 0) {
        float *pooled = floats(planes * out, false), *dy = floats(planes * out, true);
        float *dense = floats(planes * plane, false), *dx = floats(planes * plane, false);
        uint8_t *place = malloc((size_t)(planes * out));
        ck_map_pool(&map, &pool, pooled, place);
        int keep = relu && below(2) ? 7 : 3;
        for (int64_t i = 0; i < planes * plane; i++) dense[i] = 0;
        for (int64_t p = 0; p < planes; p++) {
            for (int64_t i = 0; i < out; i++) {
                int64_t best = 0;
                const float *from = mapped + p * plane + 2 * (i / pool.ow) * g.ow + 2 * (i % pool.ow);
                for (int64_t t = 1; t < 4; t++)
                    if (from[t / 2 * g.ow + t % 2] > from[best / 2 * g.ow + best % 2]) best = t;
                float value = from[best / 2 * g.ow + best % 2];
                check("maximum", pooled[p * out + i], value, 0);
                check("place", place[p * out + i], (double)(best + (relu && !(value > 0) ? 4 : 0)), 0);
                if (keep == 7 && !(value > 0)) continue;
                dense[from - mapped + best / 2 * g.ow + best % 2] = dy[p * out + i];
            }
        }
        ck_gradient gradient = {.dy = dy, .place = place, .pool = &pool, .keep = keep};
        ck_gradient_store(&gradient, g.n, g.k, g.oh, g.ow, dx);
        for (int64_t i = 0; i < planes * plane; i++) check("spread gradient", dx[i], dense[i], 0);

        float *sums = floats(g.k * (taps + 1), false);
        ck_gradient_taps(&gradient, &g, pad, sums);
        for (int64_t k = 0; k < g.k; k++) {
            for (int64_t t = 0; t <= taps; t++) {
                double sum = 0, size = 0;
                for (int64_t n = 0; n < g.n; n++) {
                    for (int64_t i = 0; i < plane; i++) {
                        double d = (double)dense[(n * g.k + k) * plane + i];
                        double v = t == taps ? 1
                            : at(&g, x, n, t / (g.kh * g.kw), i / g.ow + t / g.kw % g.kh, i % g.ow + t % g.kw);
                        sum += d * v;
                        size += fabs(d * v);
                    }
                }
                check("taps", sums[k * (taps + 1) + t], sum, size);
            }
        }

        double mean[16], invstd[16];
        for (int64_t k = 0; k < g.k; k++) mean[k] = 0.1 * (double)k, invstd[k] = 1 + 0.1 * (double)k;
        float *dw = floats(g.k, false), *db = floats(g.k, false), *dw2 = floats(g.k, false), *db2 = floats(g.k, false);
        float *dx2 = floats(planes * plane, false);
        ck_gradient_bn_backward(&gradient, y, g.n, g.k, g.oh, g.ow, mean, invstd, scale, true, dx, dw, db);
        ck_gradient whole = {.dy = dense, .keep = 3};
        ck_gradient_bn_backward(&whole, y, g.n, g.k, g.oh, g.ow, mean, invstd, scale, true, dx2, dw2, db2);
        for (int64_t i = 0; i < planes * plane; i++) check("normalised gradient", dx[i], dx2[i], 0);
        for (int64_t k = 0; k < g.k; k++) {
            check("gradient of gamma", dw[k], dw2[k], 0);
            check("gradient of beta", db[k], db2[k], 0);
        }
        free(pooled), free(dy), free(dense), free(dx), free(place), free(sums);
        free(dw), free(db), free(dw2), free(db2), free(dx2);
    }

    double *moments = malloc((size_t)(g.n * taps * (taps + 1)) * sizeof *moments);
    ck_tap_moments(&g, pad, moments);
    for (int64_t n = 0; n < g.n; n++) {
        for (int64_t s = 0; s < taps; s++) {
            for (int64_t t = s; t < taps; t++) {
                double sum = 0, product = 0;
                for (int64_t i = 0; i < plane; i++) {
                    double u = at(&g, x, n, s / (g.kh * g.kw), i / g.ow + s / g.kw % g.kh, i % g.ow + s % g.kw);
                    double v = at(&g, x, n, t / (g.kh * g.kw), i / g.ow + t / g.kw % g.kh, i % g.ow + t % g.kw);
                    sum += u, product += u * v;
                }
                const double *row = moments + n * taps * (taps + 1);
                check("sum of a tap", row[s], sum, 1);
                check("product of taps", row[taps + s * taps + t], product, 1);
            }
        }
    }
    free(moments), free(x), free(pad), free(w), free(b), free(scale), free(shift), free(y), free(mapped), free(again);
}

/// Pooling of values in memory with NaN, infinities and equal numbers among them, with and without a scale and a ReLU.
static void odd_values(int threads) {
    ck_set_num_threads(threads);
    ck_window pool = {.n = 1 + below(3), .c = 1 + below(5), .h = 2 + below(24), .w = 2 + below(60), .kh = 2, .kw = 2,
                      .sh = 2, .sw = 2, .dh = 1, .dw = 1, .groups = 1};
    pool.k = pool.c, pool.oh = pool.h / 2, pool.ow = pool.w / 2;
    int64_t planes = pool.n * pool.c, plane = pool.h * pool.w, out = pool.oh * pool.ow;
    float *x = floats(planes * plane, false), *scale = floats(pool.c, true), *shift = floats(pool.c, true);
    for (int64_t i = 0; i < planes * plane; i++) {
        int64_t kind = below(40);
        x[i] = kind == 0 ? NAN : kind == 1 ? INFINITY : kind == 2 ? -INFINITY : (float)(below(5) - 2);
    }
    bool relu = below(2), affine = below(2);
    ck_map map = {.n = pool.n, .c = pool.c, .h = pool.h, .w = pool.w, .x = x, .scale = affine ? scale : NULL,
                  .shift = affine ? shift : NULL, .relu = relu};
    float *mapped = floats(planes * plane, false), *pooled = floats(planes * out, false);
    uint8_t *place = malloc((size_t)(planes * out));
    ck_map_store(&map, mapped);
    ck_map_pool(&map, &pool, pooled, place);
    for (int64_t i = 0; i < planes * out; i++) {
        const float *from = mapped + i / out * plane + i % out / pool.ow * 2 * pool.w + i % pool.ow * 2;
        int64_t best = 0;
        for (int64_t t = 1; t < 4; t++) {
            float v = from[t / 2 * pool.w + t % 2];
            if (v > from[best / 2 * pool.w + best % 2] || v != v) best = t;
        }
        float value = from[best / 2 * pool.w + best % 2];
        check("odd maximum", pooled[i], value, 0);
        check("place of an odd maximum", place[i], (double)(best + (relu && !(value > 0) ? 4 : 0)), 0);
    }
    free(x), free(scale), free(shift), free(mapped), free(pooled), free(place);
}

int main(int count, char **arguments) {
    int rounds = count > 1 ? atoi(arguments[1]) : 300;
    const int threads[] = {1, 2, 8};
    for (int i = 0; i < rounds; i++) one(threads[i % 3]), odd_values(threads[i % 3]);
    printf(failures ? "%d differences\n" : "%d differences in %d rounds\n", failures, rounds);
    return failures != 0;
}
