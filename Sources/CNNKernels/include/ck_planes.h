#ifndef CK_PLANES_H
#define CK_PLANES_H

#include <stdbool.h>
#include <stdint.h>

#include "ck_convolution.h"

// Work on whole planes of (n, c, h, w), float32, done plane by plane in a buffer that stays in the
// first-level cache: what one operation leaves there the next one reads, and no array of the full size is
// written or read in between.

/// Most elements of a plane, so that the buffers fit.
#define CK_PLANE_LIMIT 8192
/// Most taps of a convolution whose moments are kept.
#define CK_MOMENT_TAPS 12

/// Values that have not been computed: relu(x * scale[c] + shift[c]), where x lies in memory or is the direct
/// convolution `window` of `padded`. `scale` and `shift` may be null together.
typedef struct {
    int64_t n, c, h, w;
    const float *x;
    const ck_window *window;
    const float *padded, *weight, *bias;
    const float *scale, *shift;
    bool relu;
} ck_map;

/// Computes them all.
void ck_map_store(const ck_map *map, float *y);
/// Pools them by windows of 2 x 2 without storing them; see `ck_max_pool_f32`. The byte is 4 more where a maximum is
/// not positive, if the map ends with a ReLU.
void ck_map_pool(const ck_map *map, const ck_window *pool, float *y, uint8_t *place);

/// A gradient that has not been computed: dy itself, or spread to where the maxima of `pool` were if `place` is
/// given. Where a ReLU was, it passes only where the result was positive: says `mask`, the result itself,
/// or the bytes, with `keep` = 7 (else 3).
typedef struct {
    const float *dy, *mask;
    const uint8_t *place;
    const ck_window *pool;
    int keep;
} ck_gradient;

/// Computes it, for planes of h x w.
void ck_gradient_store(const ck_gradient *gradient, int64_t n, int64_t c, int64_t h, int64_t w, float *dx);
/// `ck_bn_backward_f32` from such a gradient.
void ck_gradient_bn_backward(
    const ck_gradient *gradient, const float *x, int64_t n, int64_t c, int64_t h, int64_t w,
    const double *mean, const double *invstd, const float *weight, bool batch, float *dx, float *dweight,
    float *dbias);
/// For each output channel the sums of the gradient times the input at each tap, and of the gradient alone:
/// `window.k` rows of taps + 1.
void ck_gradient_taps(const ck_gradient *gradient, const ck_window *window, const float *padded, float *sums);

/// The sums over all outputs of what each tap reads, and of the products of each two: for each image taps + taps * taps
/// doubles (the products on and above the diagonal).
void ck_tap_moments(const ck_window *window, const float *padded, double *moments);

#endif
