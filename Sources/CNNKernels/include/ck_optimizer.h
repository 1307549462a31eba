#ifndef CK_OPTIMIZER_H
#define CK_OPTIMIZER_H

#include <stdbool.h>
#include <stdint.h>

// One step of an optimizer on n neighbouring parameters `p` with gradients `g`; what is left are its
// buffers. `decay` is added to the gradient as decay * p, except where a decoupled decay is said.
// Elementwise, so that any cut of the parameters gives the same numbers.

typedef struct {
    double lr, decay, momentum, dampening, eps, beta1, beta2, rho;
    /// Adam: step size = lr / correction1, root of correction2. NAdam: correction2 and two step sizes.
    double step_size, root2, step_gradient, step_average;
    /// Adagrad's decayed rate.
    double rate;
    bool nesterov, maximize, decoupled, centered, first, amsgrad;
} ck_step;

void ck_sgd_f32(const ck_step *o, int64_t n, float *p, const float *g, float *velocity);
void ck_sgd_f64(const ck_step *o, int64_t n, double *p, const double *g, double *velocity);
void ck_adam_f32(const ck_step *o, int64_t n, float *p, const float *g, float *m, float *v, float *vmax);
void ck_adam_f64(const ck_step *o, int64_t n, double *p, const double *g, double *m, double *v,
                 double *vmax);
void ck_nadam_f32(const ck_step *o, int64_t n, float *p, const float *g, float *m, float *v);
void ck_nadam_f64(const ck_step *o, int64_t n, double *p, const double *g, double *m, double *v);
void ck_rmsprop_f32(const ck_step *o, int64_t n, float *p, const float *g, float *square, float *average,
                    float *velocity);
void ck_rmsprop_f64(const ck_step *o, int64_t n, double *p, const double *g, double *square,
                    double *average, double *velocity);
void ck_adagrad_f32(const ck_step *o, int64_t n, float *p, const float *g, float *sum);
void ck_adagrad_f64(const ck_step *o, int64_t n, double *p, const double *g, double *sum);
void ck_adadelta_f32(const ck_step *o, int64_t n, float *p, const float *g, float *square, float *delta);
void ck_adadelta_f64(const ck_step *o, int64_t n, double *p, const double *g, double *square,
                     double *delta);

/// y = x * scale where mask is 1, x * 0 where it is 0.
void ck_mask_scale_f32(const float *x, const uint8_t *mask, float scale, float *y, int64_t n);
void ck_mask_scale_f64(const double *x, const uint8_t *mask, double scale, double *y, int64_t n);

#endif
