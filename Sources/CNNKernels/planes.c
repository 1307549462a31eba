// Fused passes over planes. A block of work is an image or a channel; within it each plane is produced
// in a buffer on the stack (a copy of memory, or rows of a convolution), changed there, and consumed: stored,
// pooled, summed. The loops are those of the plain passes, so that the order of summation is theirs.

#include "planes_gradient.h"

#include "batchnorm_planes.h"

typedef struct {
    const ck_map *map;
    const ck_window *pool;
    float *y;
    uint8_t *place;
} map_work;

/// y = relu(x * scale + shift) over a plane; x and y may be the same.
CK_INLINE void apply_map(float *y, const float *x, int64_t s, bool affine, float scale, float shift, bool relu) {
    if (affine && relu) {
#pragma clang loop vectorize(assume_safety)
        for (int64_t i = 0; i < s; i++) {
            float v = x[i] * scale + shift;
            y[i] = v <= 0 ? 0 : v;
        }
    } else if (affine) {
#pragma clang loop vectorize(assume_safety)
        for (int64_t i = 0; i < s; i++) y[i] = x[i] * scale + shift;
    } else if (relu) {
#pragma clang loop vectorize(assume_safety)
        for (int64_t i = 0; i < s; i++) y[i] = x[i] <= 0 ? 0 : x[i];
    } else if (x != y) {
        memcpy(y, x, (size_t)s * sizeof *y);
    }
}

/// One image, four channels at a time. A convolution scales and shifts what it has in registers, and pooling does the ReLU.
CK_CLONES
static void map_block(void *context, int64_t image) {
    const map_work *work = context;
    const ck_map *o = work->map;
    const ck_window *g = o->window, *pool = work->pool;
    int64_t plane = o->h * o->w, pooled = pool ? pool->oh * pool->ow : 0;
    float buffer[4 * CK_PLANE_LIMIT + 2 * LANES];
    int64_t offsets[CK_DIRECT_TAPS];
    int64_t in = g ? g->c * ck_padded_rows(g) * ck_padded_columns(g) : 0;
    if (g) tap_offsets_f32(g, offsets);
    for (int64_t first = 0; first < o->c; first += 4) {
        int64_t wide = o->c - first < 4 ? o->c - first : 4;
        int64_t at = image * o->c + first;
        float *computed = pool ? buffer : work->y + at * plane;
        if (g) {
            conv_rows_f32(g, offsets, o->padded + image * in, o->weight, o->bias, o->scale, o->shift, first, 0,
                          g->oh, computed, plane);
        }
        for (int64_t j = 0; j < wide; j++) {
            float scale = o->scale ? o->scale[first + j] : 1, shift = o->shift ? o->shift[first + j] : 0;
            float *to = computed + j * plane;
            const float *x = g ? to : o->x + (at + j) * plane;
            if (!pool) {
                apply_map(to, x, plane, !g && o->scale, scale, shift, o->relu);
                continue;
            }
            int64_t later = o->c - first - j - 1, readable = g || o->scale ? 2 * LANES : later * plane;
            if (!g && o->scale) {
                apply_map(to, x, plane, true, scale, shift, false);
                x = to;
            }
            max_twos_plane_f32(pool, x, work->y + (at + j) * pooled, work->place + (at + j) * pooled, o->relu,
                               readable, later * pooled);
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
