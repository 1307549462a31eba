#ifndef CK_POOLING_H
#define CK_POOLING_H

#include <stdbool.h>
#include <stdint.h>

#include "ck_convolution.h"

// Pooling of (n, c, h, w), every plane by itself. `k` and `groups` of the geometry are not used.

/// Maximum of each window, and the place of it within the window (row by row, at most 256 places).
void ck_max_pool_f32(const ck_window *g, const float *x, float *y, uint8_t *place);
void ck_max_pool_f64(const ck_window *g, const double *x, double *y, uint8_t *place);
void ck_max_pool_backward_f32(const ck_window *g, const float *dy, const uint8_t *place, float *dx);
void ck_max_pool_backward_f64(const ck_window *g, const double *dy, const uint8_t *place, double *dx);
/// The same with places in the plane (row * w + column), as PyTorch gives them.
void ck_max_pool_indices_f32(const ck_window *g, const float *x, float *y, int64_t *indices);
void ck_max_pool_indices_f64(const ck_window *g, const double *x, double *y, int64_t *indices);
void ck_max_pool_indices_backward_f32(const ck_window *g, const float *dy, const int64_t *indices,
                                      float *dx);
void ck_max_pool_indices_backward_f64(const ck_window *g, const double *dy, const int64_t *indices,
                                      double *dx);

/// Mean of each window. The divisor is `divisor` if that is not 0, else the window's size, which
/// leaves the padding out unless `count_padding`.
void ck_avg_pool_f32(const ck_window *g, bool count_padding, int64_t divisor, const float *x, float *y);
void ck_avg_pool_f64(const ck_window *g, bool count_padding, int64_t divisor, const double *x, double *y);
void ck_avg_pool_backward_f32(const ck_window *g, bool count_padding, int64_t divisor, const float *dy,
                              float *dx);
void ck_avg_pool_backward_f64(const ck_window *g, bool count_padding, int64_t divisor, const double *dy,
                              double *dx);
/// Means of the oh x ow parts of each plane that adaptive pooling cuts.
void ck_adaptive_avg_pool_f32(const ck_window *g, const float *x, float *y);
void ck_adaptive_avg_pool_f64(const ck_window *g, const double *x, double *y);
void ck_adaptive_avg_pool_backward_f32(const ck_window *g, const float *dy, float *dx);
void ck_adaptive_avg_pool_backward_f64(const ck_window *g, const double *dy, double *dx);
/// Maxima of those parts, with places in the plane; their backward is that of `max_pool_indices`.
void ck_adaptive_max_pool_f32(const ck_window *g, const float *x, float *y, int64_t *indices);
void ck_adaptive_max_pool_f64(const ck_window *g, const double *x, double *y, int64_t *indices);

#endif
