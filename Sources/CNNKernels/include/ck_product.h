#ifndef CK_PRODUCT_H
#define CK_PRODUCT_H

#include <stdbool.h>
#include <stdint.h>

/// A matrix of float32: element (i, j) at `at[i * leading + j]`, or at `at[j * leading + i]` if it is `turned`.
typedef struct {
    const float *at;
    int64_t leading;
    bool turned;
} ck_matrix;

/// c (m x n, rows `leading` apart) = a (m x k) b (k x n), or added to what is there; on the calling thread. The order of
/// each sum depends on k alone.
void ck_product_f32(int64_t m, int64_t n, int64_t k, ck_matrix a, ck_matrix b, bool add, float *c, int64_t leading);

#endif
