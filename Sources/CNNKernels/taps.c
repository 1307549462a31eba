// Sums over all places of a convolution with few taps: of a gradient times what each tap reads there, which give the gradients
// of its weights, and of what two taps read there, which give the mean and the variance of its output.

#include "planes_gradient.h"

typedef uint8_t bytes8 __attribute__((vector_size(8), aligned(1), may_alias));
enum { HALF = half_f32, ROWS_OF_THREE = 9, CHANNELS = 4, SPLIT_LIMIT = 8192 };

/// Sums at nine taps and of the gradient alone, in half a vector each: with the four parts of a gradient they fit the
/// registers of AVX2.
typedef struct {
    hvec_f32 taps[ROWS_OF_THREE + 1];
} three_sums;

/// The even and then the odd columns of a padded plane, `step` to a row of each.
CK_INLINE void split_columns(const float *x, int64_t rows, int64_t columns, int64_t step, float *even, float *odd) {
    for (int64_t row = 0; row < rows; row++, x += columns, even += step, odd += step) {
        for (int64_t i = 0; i < columns / 2; i += HALF) {
            if (i + HALF > columns / 2) i = columns / 2 - HALF;
            hvec_f32 a = *(const uhvec_f32 *)(x + 2 * i), b = *(const uhvec_f32 *)(x + 2 * i + HALF);
            *(uhvec_f32 *)(even + i) = __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14);
            *(uhvec_f32 *)(odd + i) = __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15);
        }
        if (columns % 2 != 0) even[columns / 2] = x[columns - 1];
    }
}

/// Whether the sums can be taken from the pooled gradient: 3 x 3 taps of one channel, planes that are large enough for a vector
/// and small enough for the buffer.
static bool sums_pooled(const ck_gradient *o, const ck_window *g) {
    int64_t step = ck_padded_columns(g) / 2 + 1;
    return o->place && is_twos_f32(o->pool) && o->pool->ow >= HALF && g->c == 1 && g->kh == 3 && g->kw == 3
        && g->dh == 1 && g->dw == 1 && 2 * step * ck_padded_rows(g) <= SPLIT_LIMIT;
}

/// Adds the sums of a plane. A gradient stands at one of four places of its window; so there are four vectors, one for each
/// place and zero where the gradient stands elsewhere, and each reads the input from a column on.
CK_INLINE void pooled_plane(const ck_gradient *o, int64_t p, const float *even, const float *odd, int64_t step,
                            three_sums *total) {
    const ck_window *pool = o->pool;
    const float *dy = o->dy + p * pool->oh * pool->ow;
    const uint8_t *place = o->place + p * pool->oh * pool->ow;
    hvec_f32 s0 = {}, s1 = {}, s2 = {}, s3 = {}, s4 = {}, s5 = {}, s6 = {}, s7 = {}, s8 = {}, all = {};
    ihvec_f32 lane = {0, 1, 2, 3, 4, 5, 6, 7};
    for (int64_t row = 0; row < pool->oh; row++, dy += pool->ow, place += pool->ow) {
        for (int64_t next = 0; next < pool->ow; next += HALF) {
            // The last vector of a row ends with it; what an earlier one had does not count again.
            int64_t i = next + HALF > pool->ow ? pool->ow - HALF : next;
            ihvec_f32 d = (ihvec_f32)*(const uhvec_f32 *)(dy + i);
            ihvec_f32 where = __builtin_convertvector(*(const bytes8 *)(place + i), ihvec_f32) & o->keep;
            d &= (where < 4) & (lane >= (int32_t)(next - i));
            hvec_f32 d0 = (hvec_f32)(d & (where == 0)), d1 = (hvec_f32)(d & (where == 1));
            hvec_f32 d2 = (hvec_f32)(d & (where == 2)), d3 = (hvec_f32)(d & (where == 3));
            all += (hvec_f32)d;
            const float *e = even + 2 * row * step + i, *f = odd + 2 * row * step + i;
#define X(r, c) (*(const uhvec_f32 *)(((c) % 2 ? f : e) + (r) * step + (c) / 2))
            hvec_f32 x0 = X(0, 0), x1 = X(0, 1), x2 = X(0, 2), x3 = X(0, 3);
            s0 += d0 * x0, s1 += d0 * x1, s2 += d0 * x2;
            s0 += d1 * x1, s1 += d1 * x2, s2 += d1 * x3;
            x0 = X(1, 0), x1 = X(1, 1), x2 = X(1, 2), x3 = X(1, 3);
            s3 += d0 * x0, s4 += d0 * x1, s5 += d0 * x2;
            s0 += d2 * x0, s1 += d2 * x1, s2 += d2 * x2;
            s3 += d1 * x1, s4 += d1 * x2, s5 += d1 * x3;
            s0 += d3 * x1, s1 += d3 * x2, s2 += d3 * x3;
            x0 = X(2, 0), x1 = X(2, 1), x2 = X(2, 2), x3 = X(2, 3);
            s6 += d0 * x0, s7 += d0 * x1, s8 += d0 * x2;
            s3 += d2 * x0, s4 += d2 * x1, s5 += d2 * x2;
            s6 += d1 * x1, s7 += d1 * x2, s8 += d1 * x3;
            s3 += d3 * x1, s4 += d3 * x2, s5 += d3 * x3;
            x0 = X(3, 0), x1 = X(3, 1), x2 = X(3, 2), x3 = X(3, 3);
            s6 += d2 * x0, s7 += d2 * x1, s8 += d2 * x2;
            s6 += d3 * x1, s7 += d3 * x2, s8 += d3 * x3;
#undef X
        }
    }
    total->taps[0] += s0, total->taps[1] += s1, total->taps[2] += s2, total->taps[3] += s3, total->taps[4] += s4;
    total->taps[5] += s5, total->taps[6] += s6, total->taps[7] += s7, total->taps[8] += s8, total->taps[9] += all;
}

/// Some channels over all images, from the pooled gradient. Images are added up in order.
CK_CLONES
static void pooled_taps_block(void *context, int64_t block) {
    const gradient_work *o = context;
    const ck_window *g = o->window;
    int64_t rows = ck_padded_rows(g), columns = ck_padded_columns(g), step = columns / 2 + 1;
    float split[SPLIT_LIMIT];
    three_sums total[CHANNELS] = {};
    int64_t first = block * CHANNELS, wide = g->k - first < CHANNELS ? g->k - first : CHANNELS;
    for (int64_t image = 0; image < g->n; image++) {
        split_columns(o->padded + image * rows * columns, rows, columns, step, split, split + rows * step);
        for (int64_t j = 0; j < wide; j++) {
            pooled_plane(o->gradient, image * g->k + first + j, split, split + rows * step, step, &total[j]);
        }
    }
    for (int64_t j = 0; j < wide; j++) {
        for (int t = 0; t <= ROWS_OF_THREE; t++) {
            float lanes[HALF];
            for (int i = 0; i < HALF; i++) lanes[i] = total[j].taps[t][i];
            for (int half = HALF / 2; half > 0; half /= 2) {
                for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
            }
            o->dweight[(first + j) * (ROWS_OF_THREE + 1) + t] = lanes[0];
        }
    }
}

/// One channel over all images, from any gradient.
CK_CLONES
static void taps_block(void *context, int64_t k) {
    const gradient_work *o = context;
    const ck_window *g = o->window;
    float buffer[CK_PLANE_LIMIT];
    int64_t in = g->c * ck_padded_rows(g) * ck_padded_columns(g), plane = g->oh * g->ow;
    int64_t taps = g->c * g->kh * g->kw;
    int64_t offsets[CK_DIRECT_TAPS + CK_TAPS_AT_ONCE] = {0};
    tap_offsets_f32(g, offsets);
    enum { PARTS = (CK_MOMENT_TAPS + CK_TAPS_AT_ONCE - 1) / CK_TAPS_AT_ONCE };
    tap_sums_f32 total[PARTS] = {};
    for (int64_t image = 0; image < g->n; image++) {
        const float *dy = gradient_plane(o->gradient, image * g->k + k, plane, buffer);
        for (int64_t part = 0; part * CK_TAPS_AT_ONCE < taps; part++) {
            weight_plane_f32(g, offsets + part * CK_TAPS_AT_ONCE, o->padded + image * in, dy, total + part);
        }
    }
    float *sums = o->dweight + k * (taps + 1);
    for (int64_t t = 0; t < taps; t++) {
        sums[t] = tap_sum_f32(&total[t / CK_TAPS_AT_ONCE], (int)(t % CK_TAPS_AT_ONCE));
    }
    sums[taps] = tap_sum_f32(&total[0], -1);
}

void ck_gradient_taps(const ck_gradient *gradient, const ck_window *window, const float *padded, float *sums) {
    gradient_work work = {.gradient = gradient, .window = window, .padded = padded, .dweight = sums};
    int64_t size = window->n * window->k * window->oh * window->ow;
    if (sums_pooled(gradient, window)) {
        ck_share(size, (window->k + CHANNELS - 1) / CHANNELS, pooled_taps_block, &work);
    } else {
        ck_share(size, window->k, taps_block, &work);
    }
}

typedef double dvec __attribute__((vector_size(32)));
typedef float fvec4 __attribute__((vector_size(16), aligned(4), may_alias));
enum { DLANES = 4, PIECE = 8, TILE = 3, TILES = CK_MOMENT_TAPS / TILE };

typedef struct {
    const ck_window *window;
    const float *padded;
    double *moments;
} moment_work;

CK_INLINE double dlanes(const dvec *v) { return ((*v)[0] + (*v)[2]) + ((*v)[1] + (*v)[3]); }

/// Adds the products of what three taps read in a piece of a row and what three others do.
CK_INLINE void multiply_tile(const dvec (*s)[PIECE], const dvec (*t)[PIECE], int64_t count,
                             dvec sums[TILE][TILE]) {
    dvec a0 = sums[0][0], a1 = sums[0][1], a2 = sums[0][2], b0 = sums[1][0], b1 = sums[1][1], b2 = sums[1][2];
    dvec c0 = sums[2][0], c1 = sums[2][1], c2 = sums[2][2];
    for (int64_t i = 0; i < count; i++) {
        dvec x = t[0][i], y = t[1][i], z = t[2][i];
        dvec a = s[0][i], b = s[1][i], c = s[2][i];
        a0 += a * x, a1 += a * y, a2 += a * z;
        b0 += b * x, b1 += b * y, b2 += b * z;
        c0 += c * x, c1 += c * y, c2 += c * z;
    }
    sums[0][0] = a0, sums[0][1] = a1, sums[0][2] = a2, sums[1][0] = b0, sums[1][1] = b1, sums[1][2] = b2;
    sums[2][0] = c0, sums[2][1] = c1, sums[2][2] = c2;
}

/// One image. A piece of a row is read once for each tap, in double; then each three are multiplied with each three.
CK_CLONES
static void moment_block(void *context, int64_t image) {
    const moment_work *o = context;
    const ck_window *g = o->window;
    int64_t columns = ck_padded_columns(g);
    int64_t in = g->c * ck_padded_rows(g) * columns, taps = g->c * g->kh * g->kw, tiles = (taps + TILE - 1) / TILE;
    int64_t offsets[CK_DIRECT_TAPS];
    tap_offsets_f32(g, offsets);
    dvec sums[CK_MOMENT_TAPS] = {}, products[TILES][TILES][TILE][TILE] = {}, rows[CK_MOMENT_TAPS][PIECE] = {};
    const float *x = o->padded + image * in;
    for (int64_t row = 0; row < g->oh; row++) {
        for (int64_t first = 0; first < g->ow; first += PIECE * DLANES) {
            int64_t width = g->ow - first < PIECE * DLANES ? g->ow - first : PIECE * DLANES;
            int64_t vectors = (width + DLANES - 1) / DLANES;
            for (int64_t t = 0; t < taps; t++) {
                const float *from = x + row * columns + first + offsets[t];
                dvec sum = sums[t];
                int64_t i = 0;
                for (; (i + 1) * DLANES <= width; i++) {
                    rows[t][i] = __builtin_convertvector(*(const fvec4 *)(from + i * DLANES), dvec);
                    sum += rows[t][i];
                }
                if (i < vectors) {
                    rows[t][i] = (dvec){};
                    for (int64_t j = 0; i * DLANES + j < width; j++) rows[t][i][j] = from[i * DLANES + j];
                    sum += rows[t][i];
                }
                sums[t] = sum;
            }
            for (int64_t s = 0; s < tiles; s++) {
                for (int64_t t = s; t < tiles; t++) {
                    multiply_tile(rows + s * TILE, rows + t * TILE, vectors, products[s][t]);
                }
            }
        }
    }
    double *out = o->moments + image * taps * (taps + 1);
    for (int64_t s = 0; s < taps; s++) {
        out[s] = dlanes(&sums[s]);
        for (int64_t t = 0; t < taps; t++) {
            out[taps + s * taps + t] = t < s ? 0 : dlanes(&products[s / TILE][t / TILE][s % TILE][t % TILE]);
        }
    }
}

void ck_tap_moments(const ck_window *window, const float *padded, double *moments) {
    moment_work work = {.window = window, .padded = padded, .moments = moments};
    int64_t taps = window->c * window->kh * window->kw;
    ck_share(window->n * window->oh * window->ow * taps, window->n, moment_block, &work);
}
