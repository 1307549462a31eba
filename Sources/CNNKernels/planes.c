// Fused passes over planes. A block of work is an image or a channel; within it each plane is produced
// in a buffer on the stack (a copy of memory, or rows of a convolution), changed there, and consumed: stored,
// pooled, summed. The loops are those of the plain passes, so that the order of summation is theirs.

#include "ck_planes.h"

#include <string.h>

#include "ck_base.h"
#include "serial.h"

#include "real_f32.h"
#include "batchnorm_planes.h"
#include "convolution_rows.h"
#include "pooling_twos.h"

typedef struct {
    const ck_map *map;
    const ck_window *pool;
    float *y;
    uint8_t *place;
} map_work;

/// y = relu(x * scale + shift) over a plane; x and y may be the same.
CK_INLINE void apply_map(const ck_map *o, int64_t channel, const float *x, float *y, int64_t s) {
    float scale = o->scale ? o->scale[channel] : 1, shift = o->shift ? o->shift[channel] : 0;
    if (o->scale && o->relu) {
#pragma clang loop vectorize(assume_safety)
        for (int64_t i = 0; i < s; i++) {
            float v = x[i] * scale + shift;
            y[i] = v != v ? v : v > 0 ? v : 0;
        }
    } else if (o->scale) {
#pragma clang loop vectorize(assume_safety)
        for (int64_t i = 0; i < s; i++) y[i] = x[i] * scale + shift;
    } else if (o->relu) {
#pragma clang loop vectorize(assume_safety)
        for (int64_t i = 0; i < s; i++) {
            float v = x[i];
            y[i] = v != v ? v : v > 0 ? v : 0;
        }
    } else if (x != y) {
        memcpy(y, x, (size_t)s * sizeof *y);
    }
}

CK_CLONES
static void map_block(void *context, int64_t image) {
    const map_work *work = context;
    const ck_map *o = work->map;
    const ck_window *g = o->window, *pool = work->pool;
    int64_t plane = o->h * o->w, pooled = pool ? pool->oh * pool->ow : 0;
    float buffer[4 * CK_PLANE_LIMIT];
    int64_t offsets[CK_DIRECT_TAPS];
    int64_t in = g ? g->c * ck_padded_rows(g) * ck_padded_columns(g) : 0;
    if (g) tap_offsets_f32(g, offsets);
    for (int64_t first = 0; first < o->c; first += 4) {
        int64_t wide = o->c - first < 4 ? o->c - first : 4;
        int64_t at = image * o->c + first;
        float *computed = pool ? buffer : work->y + at * plane;
        const float *x = g ? computed : o->x + at * plane;
        if (g) {
            conv_rows_f32(g, offsets, o->padded + image * in, o->weight, o->bias, first, 0, g->oh, computed,
                          plane);
        }
        for (int64_t j = 0; j < wide; j++) {
            apply_map(o, first + j, x + j * plane, computed + j * plane, plane);
            if (!pool) continue;
            max_twos_plane_f32(pool, computed + j * plane, work->y + (at + j) * pooled,
                               work->place + (at + j) * pooled, o->relu ? 4 : 0);
        }
    }
}

void ck_map_store(const ck_map *map, float *y) {
    map_work work = {.map = map, .y = y};
    ck_share(map->n * map->c * map->h * map->w, map->n, map_block, &work);
}

void ck_map_pool(const ck_map *map, const ck_window *pool, float *y, uint8_t *place) {
    map_work work = {.map = map, .pool = pool, .y = y, .place = place};
    ck_share(map->n * map->c * map->h * map->w, map->n, map_block, &work);
}

typedef struct {
    const ck_gradient *gradient;
    const ck_window *window;
    int64_t n, c, h, w;
    const float *x, *weight, *padded;
    const double *mean, *invstd;
    bool batch;
    float *dx, *dweight, *dbias;
} gradient_work;

/// Plane number `p` of the gradient: where it lies in memory, or in `buffer`.
CK_INLINE const float *gradient_plane(const ck_gradient *o, int64_t p, int64_t s, float *buffer) {
    if (o->place) {
        int64_t pooled = o->pool->oh * o->pool->ow;
        spread_twos_plane_f32(o->pool, o->dy + p * pooled, o->place + p * pooled, buffer, o->keep);
        return buffer;
    }
    const float *restrict dy = o->dy + p * s;
    if (!o->mask) return dy;
    const float *restrict mask = o->mask + p * s;
    for (int64_t i = 0; i < s; i++) buffer[i] = mask[i] > 0 ? dy[i] : 0;
    return buffer;
}

CK_CLONES
static void gradient_block(void *context, int64_t image) {
    const gradient_work *work = context;
    int64_t s = work->h * work->w;
    for (int64_t p = image * work->c; p < (image + 1) * work->c; p++) {
        float *to = work->dx + p * s;
        const float *plane = gradient_plane(work->gradient, p, s, to);
        if (plane != to) memcpy(to, plane, (size_t)s * sizeof *to);
    }
}

void ck_gradient_store(const ck_gradient *gradient, int64_t n, int64_t c, int64_t h, int64_t w, float *dx) {
    gradient_work work = {.gradient = gradient, .n = n, .c = c, .h = h, .w = w, .dx = dx};
    ck_share(n * c * h * w, n, gradient_block, &work);
}

CK_CLONES
static void gradient_bn_block(void *context, int64_t channel) {
    const gradient_work *o = context;
    float buffer[CK_PLANE_LIMIT];
    int64_t s = o->h * o->w;
    double sum = 0, dot = 0, mean = o->mean[channel], invstd = o->invstd[channel];
    for (int64_t n = 0; n < o->n; n++) {
        int64_t p = n * o->c + channel;
        const float *dy = gradient_plane(o->gradient, p, s, buffer);
        bn_plane_sums_f32(o->x + p * s, dy, s, (float)mean, &sum, &dot);
    }
    if (o->dweight) o->dweight[channel] = (float)(dot * invstd);
    if (o->dbias) o->dbias[channel] = (float)sum;
    if (!o->dx) return;
    bn_slopes_f32 slopes = bn_slopes_of_f32(
        sum, dot, (double)o->n * (double)s, mean, invstd, o->weight ? o->weight + channel : 0, o->batch);
    for (int64_t n = 0; n < o->n; n++) {
        int64_t p = n * o->c + channel;
        const float *dy = gradient_plane(o->gradient, p, s, buffer);
        bn_plane_gradient_f32(o->x + p * s, dy, s, slopes, o->batch, o->dx + p * s);
    }
}

void ck_gradient_bn_backward(
    const ck_gradient *gradient, const float *x, int64_t n, int64_t c, int64_t h, int64_t w,
    const double *mean, const double *invstd, const float *weight, bool batch, float *dx, float *dweight,
    float *dbias) {
    gradient_work work = {
        .gradient = gradient, .x = x, .n = n, .c = c, .h = h, .w = w, .mean = mean, .invstd = invstd,
        .weight = weight, .batch = batch, .dx = dx, .dweight = dweight, .dbias = dbias,
    };
    ck_share(2 * n * c * h * w, c, gradient_bn_block, &work);
}

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
    ck_share(window->n * window->k * window->oh * window->ow, window->k, taps_block, &work);
}

typedef double dvec __attribute__((vector_size(64)));
typedef float fvec8 __attribute__((vector_size(32), aligned(4), may_alias));
enum { DLANES = 8 };

typedef struct {
    const ck_window *window;
    const float *padded;
    double *moments;
} moment_work;

CK_INLINE double dlanes(const dvec *v) {
    double t[DLANES];
    for (int i = 0; i < DLANES; i++) t[i] = (*v)[i];
    for (int half = DLANES / 2; half > 0; half /= 2) {
        for (int i = 0; i < half; i++) t[i] += t[i + half];
    }
    return t[0];
}

/// One image. A piece of a row is read once for each tap, in double; then each two are multiplied.
CK_CLONES
static void moment_block(void *context, int64_t image) {
    const moment_work *o = context;
    const ck_window *g = o->window;
    int64_t columns = ck_padded_columns(g);
    int64_t in = g->c * ck_padded_rows(g) * columns, taps = g->c * g->kh * g->kw;
    int64_t offsets[CK_DIRECT_TAPS];
    tap_offsets_f32(g, offsets);
    dvec sums[CK_MOMENT_TAPS] = {}, products[CK_MOMENT_TAPS][CK_MOMENT_TAPS] = {};
    dvec rows[CK_MOMENT_TAPS][4];
    const float *x = o->padded + image * in;
    for (int64_t row = 0; row < g->oh; row++) {
        for (int64_t first = 0; first < g->ow; first += 4 * DLANES) {
            int64_t width = g->ow - first < 4 * DLANES ? g->ow - first : 4 * DLANES;
            int64_t vectors = (width + DLANES - 1) / DLANES;
            for (int64_t t = 0; t < taps; t++) {
                const float *from = x + row * columns + first + offsets[t];
                int64_t i = 0;
                for (; (i + 1) * DLANES <= width; i++) {
                    rows[t][i] = __builtin_convertvector(*(const fvec8 *)(from + i * DLANES), dvec);
                }
                if (i < vectors) {
                    rows[t][i] = (dvec){};
                    for (int64_t j = 0; i * DLANES + j < width; j++) rows[t][i][j] = from[i * DLANES + j];
                }
                for (i = 0; i < vectors; i++) sums[t] += rows[t][i];
            }
            for (int64_t s = 0; s < taps; s++) {
                for (int64_t t = s; t < taps; t++) {
                    dvec sum = products[s][t];
                    for (int64_t i = 0; i < vectors; i++) sum += rows[s][i] * rows[t][i];
                    products[s][t] = sum;
                }
            }
        }
    }
    double *out = o->moments + image * taps * (taps + 1);
    for (int64_t s = 0; s < taps; s++) {
        out[s] = dlanes(&sums[s]);
        for (int64_t t = 0; t < taps; t++) {
            out[taps + s * taps + t] = t < s ? 0 : dlanes(&products[s][t]);
        }
    }
}

void ck_tap_moments(const ck_window *window, const float *padded, double *moments) {
    moment_work work = {.window = window, .padded = padded, .moments = moments};
    int64_t taps = window->c * window->kh * window->kw;
    ck_share(window->n * window->oh * window->ow * taps, window->n, moment_block, &work);
}
