// What the passes over planes share: how a plane of a gradient is had.

#include "ck_planes.h"

#include <string.h>

#include "ck_base.h"
#include "serial.h"

#include "real_f32.h"
#include "convolution_rows.h"
#include "pooling_twos.h"

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
