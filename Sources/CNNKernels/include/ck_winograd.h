#ifndef CK_WINOGRAD_H
#define CK_WINOGRAD_H

#include <stdbool.h>
#include <stdint.h>

#include "ck_convolution.h"

// Convolutions by kernels of 3 x 3 with many channels, float32, by Winograd's F(2 x 2, 3 x 3): see winograd.c. Work is cut
// into at most `ck_winograd_runs` runs, each with scratch memory of its own.

/// Whether the window is one that these functions take: 3 x 3 with stride 1, one group, and enough channels and places for it
/// to pay.
bool ck_winograd_fits(const ck_window *g);

/// Floats that the transformed weights take.
int64_t ck_winograd_weights_count(const ck_window *g);
/// Transforms the weights (k, c, 3, 3). `turned`: those of the convolution whose input's gradient `g` computes, that is
/// (c, k, 3, 3), which are turned by half a circle.
void ck_winograd_weights(const ck_window *g, const float *weight, bool turned, float *u);

int64_t ck_winograd_runs(const ck_window *g);
/// Floats of scratch memory of all runs.
int64_t ck_winograd_scratch(const ck_window *g);

/// y (n, k, oh, ow) from x (n, c, h, w) and transformed weights; `bias` may be null. False if any value of y is not finite:
/// then it may be another than the plain sum gives, since a NaN reaches a tile's neighbours.
bool ck_winograd_forward(const ck_window *g, const float *x, const float *u, const float *bias, float *y,
                         float *scratch);

/// The same for the gradient of the weights, (k, c, 3, 3).
int64_t ck_winograd_gradient_runs(const ck_window *g);
int64_t ck_winograd_gradient_scratch(const ck_window *g);
bool ck_winograd_gradient(const ck_window *g, const float *x, const float *dy, float *dweight, float *scratch);

#endif
