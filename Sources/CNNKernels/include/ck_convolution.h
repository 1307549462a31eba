#ifndef CK_CONVOLUTION_H
#define CK_CONVOLUTION_H

#include <stdint.h>

/// The geometry of a two-dimensional convolution or pooling. `c` and `k` are channels in and out,
/// `kh` and `kw` the kernel, `oh` and `ow` the output's size; padding is what comes before the first
/// row and column (what comes after follows from the sizes).
typedef struct {
    int64_t n, c, h, w, k, kh, kw, oh, ow;
    int64_t sh, sw, ph, pw, dh, dw, groups;
} ck_window;

/// The padded input that the direct method reads: rows and columns of a plane.
static inline int64_t ck_padded_rows(const ck_window *g) { return g->oh + (g->kh - 1) * g->dh; }
static inline int64_t ck_padded_columns(const ck_window *g) {
    int64_t wide = g->ow < 16 ? 16 : g->ow;
    return wide + (g->kw - 1) * g->dw;
}

/// Copies x (n, c, h, w) into zero-padded planes of the size above.
void ck_conv_pad_f32(const ck_window *g, const float *x, float *padded);
void ck_conv_pad_f64(const ck_window *g, const double *x, double *padded);

/// Convolution of stride 1 straight from the padded input; for few input channels. `bias` may be null.
void ck_conv_direct_f32(const ck_window *g, const float *padded, const float *weight, const float *bias,
                        float *y);
void ck_conv_direct_f64(const ck_window *g, const double *padded, const double *weight,
                        const double *bias, double *y);
/// The gradients of weight and, if not null, bias, likewise.
void ck_conv_direct_weight_f32(const ck_window *g, const float *padded, const float *dy, float *dweight,
                               float *dbias);
void ck_conv_direct_weight_f64(const ck_window *g, const double *padded, const double *dy,
                               double *dweight, double *dbias);

/// The patches of output rows `row ..< row + rows` of one image's group of channels `x` (cg, h, w), as
/// the matrix (cg * kh * kw, rows * ow).
void ck_im2col_f32(const ck_window *g, int64_t cg, const float *x, int64_t row, int64_t rows,
                   float *columns);
void ck_im2col_f64(const ck_window *g, int64_t cg, const double *x, int64_t row, int64_t rows,
                   double *columns);
/// Adds such a matrix back onto the image.
void ck_col2im_f32(const ck_window *g, int64_t cg, const float *columns, int64_t row, int64_t rows,
                   float *dx);
void ck_col2im_f64(const ck_window *g, int64_t cg, const double *columns, int64_t row, int64_t rows,
                   double *dx);
/// The sums of dy (n, k, s) over n and s.
void ck_channel_sums_f32(const float *dy, int64_t n, int64_t k, int64_t s, float *sums);
void ck_channel_sums_f64(const double *dy, int64_t n, int64_t k, int64_t s, double *sums);

#endif
