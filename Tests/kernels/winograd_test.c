// Compares Winograd's convolution and the gradients that go with it with plain sums in double, for random shapes, and the
// bits that 1, 2 and 8 threads give.

#include "support.h"

static double at(const ck_window *g, const float *x, int64_t n, int64_t c, int64_t y, int64_t xx) {
    y -= g->ph, xx -= g->pw;
    if (y < 0 || xx < 0 || y >= g->h || xx >= g->w) return 0;
    return (double)x[((n * g->c + c) * g->h + y) * g->w + xx];
}

/// Whether those of the first `n` floats that are not NaN twice have the same bits.
static void same(const char *what, const float *a, const float *b, int64_t n) {
    if (memcmp(a, b, (size_t)n * sizeof *a) == 0) return;
    if (failures++ < 20) printf("%s: the bits depend on the number of threads\n", what);
}

static void one(void) {
    ck_window g = {.n = 1 + below(4), .c = 16 + below(30), .k = 16 + below(30), .kh = 3, .kw = 3, .sh = 1, .sw = 1,
                   .dh = 1, .dw = 1, .groups = 1, .ph = below(3), .pw = below(3)};
    g.oh = 4 + below(14), g.ow = 4 + below(20);
    g.h = g.oh + 2 - 2 * g.ph, g.w = g.ow + 2 - 2 * g.pw;
    if (below(4) == 0) g.h++, g.oh++;
    if (g.h < 1 || g.w < 1 || !ck_winograd_fits(&g)) return;
    int64_t inputs = g.n * g.c * g.h * g.w, outputs = g.n * g.k * g.oh * g.ow, weights = g.k * g.c * 9;
    float *x = floats(inputs, true), *w = floats(weights, true), *b = below(3) ? floats(g.k, true) : NULL;
    float *dy = floats(outputs, true), *y = floats(outputs, false), *dw = floats(weights, false);
    float *y2 = floats(outputs, false), *dw2 = floats(weights, false), *dx = floats(inputs, false);
    ck_window back = g;
    back.c = g.k, back.k = g.c, back.h = g.oh, back.w = g.ow, back.oh = g.h, back.ow = g.w;
    back.ph = 2 - g.ph, back.pw = 2 - g.pw;
    bool turned = ck_winograd_fits(&back);
    const int threads[] = {1, 2, 8};
    for (int i = 0; i < 3; i++) {
        ck_set_num_threads(threads[i]);
        // Uninitialised memory is NaN here: what is read before it is written shows.
        float *u = floats(ck_winograd_weights_count(&g), false), *scratch = floats(ck_winograd_scratch(&g), false);
        float *sums = floats(ck_winograd_gradient_scratch(&g), false);
        ck_winograd_weights(&g, w, false, u);
        if (!ck_winograd_forward(&g, x, u, b, i ? y2 : y, scratch)) failures++, printf("finite, but refused\n");
        if (!ck_winograd_gradient(&g, x, dy, i ? dw2 : dw, sums)) failures++, printf("finite, but refused\n");
        if (i) same("convolution", y, y2, outputs), same("gradient of the weights", dw, dw2, weights);
        free(u), free(scratch), free(sums);
        if (!turned || i > 0) continue;
        u = floats(ck_winograd_weights_count(&back), false), scratch = floats(ck_winograd_scratch(&back), false);
        ck_winograd_weights(&back, w, true, u);
        if (!ck_winograd_forward(&back, dy, u, NULL, dx, scratch)) failures++, printf("finite, but refused\n");
        free(u), free(scratch);
    }
    // Some of the values, since plain sums take their time.
    for (int i = 0; i < 200; i++) {
        int64_t n = below(g.n), k = below(g.k), r = below(g.oh), s = below(g.ow), c = below(g.c);
        double sum = b ? (double)b[k] : 0;
        for (int64_t j = 0; j < g.c; j++)
            for (int64_t t = 0; t < 9; t++)
                sum += at(&g, x, n, j, r + t / 3, s + t % 3) * (double)w[(k * g.c + j) * 9 + t];
        check("convolution", y[((n * g.k + k) * g.oh + r) * g.ow + s], sum, 4);
        int64_t row = below(g.h), column = below(g.w), t = below(9);
        sum = 0;
        for (int64_t j = 0; j < g.k; j++)
            for (int64_t p = 0; p < 9; p++)
                sum += at(&back, dy, n, j, row + p / 3, column + p % 3)
                    * (double)w[(j * g.c + c) * 9 + 8 - p];
        if (turned) check("gradient of the input", dx[((n * g.c + c) * g.h + row) * g.w + column], sum, 4);
        if (i % 10) continue;
        sum = 0;
        for (int64_t m = 0; m < g.n; m++)
            for (int64_t p = 0; p < g.oh * g.ow; p++)
                sum += (double)dy[(m * g.k + k) * g.oh * g.ow + p]
                    * at(&g, x, m, c, p / g.ow + t / 3, p % g.ow + t % 3);
        check("gradient of the weights", dw[(k * g.c + c) * 9 + t], sum, 8);
    }
    // One value that is not finite is told of.
    float *u = floats(ck_winograd_weights_count(&g), false), *scratch = floats(ck_winograd_scratch(&g), false);
    float *sums = floats(ck_winograd_gradient_scratch(&g), false);
    ck_winograd_weights(&g, w, false, u);
    int64_t p = (below(g.n) * g.c + below(g.c)) * g.h * g.w + g.h / 2 * g.w + g.w / 2;
    x[p] = below(2) ? NAN : INFINITY;
    if (ck_winograd_forward(&g, x, u, b, y, scratch)) failures++, printf("a NaN is not told of\n");
    if (ck_winograd_gradient(&g, x, dy, dw, sums)) failures++, printf("a NaN in a gradient is not told of\n");
    free(u), free(scratch), free(sums), free(x), free(w), free(b), free(dy), free(y), free(dw), free(y2), free(dw2);
    free(dx);
}

int main(int count, char **arguments) {
    int rounds = count > 1 ? atoi(arguments[1]) : 300;
    for (int i = 0; i < rounds; i++) one();
    printf(failures ? "%d differences\n" : "%d differences in %d rounds\n", failures, rounds);
    return failures != 0;
}
