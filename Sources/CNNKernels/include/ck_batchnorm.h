#ifndef CK_BATCHNORM_H
#define CK_BATCHNORM_H

#include <stdbool.h>
#include <stdint.h>

// A contiguous (n, c, s) array, s being the product of the dimensions after the channel's.
// Statistics are in double, whatever the elements are.

/// Mean and sum of squared deviations of each channel.
void ck_bn_statistics_f32(const float *x, int64_t n, int64_t c, int64_t s, double *mean, double *m2);
void ck_bn_statistics_f64(const double *x, int64_t n, int64_t c, int64_t s, double *mean, double *m2);
/// y = x * scale[channel] + shift[channel]
void ck_bn_apply_f32(const float *x, float *y, int64_t n, int64_t c, int64_t s, const float *scale,
                     const float *shift);
void ck_bn_apply_f64(const double *x, double *y, int64_t n, int64_t c, int64_t s, const double *scale,
                     const double *shift);
/// Gradients of all three. `weight`, `dx`, `dweight` and `dbias` may be null. With `batch` the
/// statistics were the batch's own and depend on x; without it they were constants.
void ck_bn_backward_f32(const float *x, const float *dy, int64_t n, int64_t c, int64_t s,
                        const double *mean, const double *invstd, const float *weight, bool batch,
                        float *dx, float *dweight, float *dbias);
void ck_bn_backward_f64(const double *x, const double *dy, int64_t n, int64_t c, int64_t s,
                        const double *mean, const double *invstd, const double *weight, bool batch,
                        double *dx, double *dweight, double *dbias);

#endif
