// Sums and gradients of batch normalization over one plane, which both the plain and the fused passes use, so
// that their results have the same bits. (Where the compiler is told not to optimise, its word on
// vectorisation is no news.)

#pragma clang diagnostic ignored "-Wpass-failed"

/// Adds the sums of dy and of dy * (x - mean) over a plane.
CK_INLINE void NAME(bn_plane_sums)(const REAL *x, const REAL *dy, int64_t s, REAL mean, double *sum,
                                   double *dot) {
    AVEC a = {}, b = {}, d = {}, e = {};
    int64_t i = 0;
    for (; i + 2 * LANES <= s; i += 2 * LANES) {
        AVEC p = LOAD(dy + i), q = LOAD(dy + i + LANES);
        a += p;
        b += q;
        d += p * (LOAD(x + i) - mean);
        e += q * (LOAD(x + i + LANES) - mean);
    }
    a += b;
    d += e;
    *sum += (double)NAME(lanes)(&a);
    *dot += (double)NAME(lanes)(&d);
    for (; i < s; i++) {
        *sum += (double)dy[i];
        *dot += (double)dy[i] * (double)(x[i] - mean);
    }
}

/// What the gradient of a channel's inputs is made of: (dy - level - (x - mean) * slope) * factor.
typedef struct {
    REAL mean, factor, slope, level;
} NAME(bn_slopes);

CK_INLINE NAME(bn_slopes) NAME(bn_slopes_of)(double sum, double dot, double count, double mean,
                                             double invstd, const REAL *weight, bool batch) {
    NAME(bn_slopes) r = {.mean = (REAL)mean};
    r.factor = (REAL)(invstd * (weight ? (double)*weight : 1.0));
    r.slope = batch ? (REAL)(dot * invstd * invstd / count) : 0;
    r.level = batch ? (REAL)(sum / count) : 0;
    return r;
}

/// dx may be x or dy.
CK_INLINE void NAME(bn_plane_gradient)(const REAL *x, const REAL *dy, int64_t s, NAME(bn_slopes) r,
                                       bool batch, REAL *dx) {
    if (batch) {
#pragma clang loop vectorize(assume_safety)
        for (int64_t i = 0; i < s; i++) dx[i] = (dy[i] - r.level - (x[i] - r.mean) * r.slope) * r.factor;
    } else {
#pragma clang loop vectorize(assume_safety)
        for (int64_t i = 0; i < s; i++) dx[i] = dy[i] * r.factor;
    }
}
