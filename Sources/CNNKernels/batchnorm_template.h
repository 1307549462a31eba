typedef struct {
    const REAL *x, *dy, *scale, *shift, *weight;
    REAL *y, *dx, *dweight, *dbias;
    int64_t n, c, s;
    const double *known_mean, *invstd;
    double *mean, *m2;
    bool batch;
} NAME(bn);

/// Channels of a block where the channel is the innermost dimension.
enum { NAME(bn_columns) = LANES };

CK_INLINE double NAME(sum)(const REAL *x, int64_t s) {
    AVEC a = {}, b = {};
    int64_t i = 0;
    for (; i + 2 * LANES <= s; i += 2 * LANES) {
        a += LOAD(x + i);
        b += LOAD(x + i + LANES);
    }
    a += b;
    double total = (double)NAME(lanes)(&a);
    for (; i < s; i++) total += (double)x[i];
    return total;
}

CK_INLINE double NAME(deviations)(const REAL *x, int64_t s, REAL mean) {
    AVEC a = {}, b = {};
    int64_t i = 0;
    for (; i + 2 * LANES <= s; i += 2 * LANES) {
        AVEC p = LOAD(x + i) - mean, q = LOAD(x + i + LANES) - mean;
        a += p * p;
        b += q * q;
    }
    a += b;
    double total = (double)NAME(lanes)(&a);
    for (; i < s; i++) {
        double d = (double)(x[i] - mean);
        total += d * d;
    }
    return total;
}

CK_CLONES
static void NAME(bn_statistics_planes)(void *context, int64_t channel) {
    const NAME(bn) *o = context;
    double mean = 0, m2 = 0;
    double size = (double)o->s;
    for (int64_t n = 0; n < o->n; n++) {
        const REAL *x = o->x + (n * o->c + channel) * o->s;
        double sum = NAME(sum)(x, o->s);
        REAL near = (REAL)(sum / size);
        // The deviations are from `near`, the mean as rounded; what rounding took is put back.
        double slip = sum / size - (double)near;
        double within = NAME(deviations)(x, o->s, near) - size * slip * slip;
        double step = sum / size - mean;
        mean += step / (double)(n + 1);
        m2 += within + step * step * size * (double)n / (double)(n + 1);
    }
    o->mean[channel] = mean;
    o->m2[channel] = m2 > 0 || m2 != m2 ? m2 : 0;
}

CK_CLONES
static void NAME(bn_statistics_columns)(void *context, int64_t block) {
    const NAME(bn) *o = context;
    int64_t first = block * NAME(bn_columns);
    int64_t width = o->c - first < NAME(bn_columns) ? o->c - first : NAME(bn_columns);
    double mean[NAME(bn_columns)] = {0}, m2[NAME(bn_columns)] = {0};
    for (int64_t row = 0; row < o->n; row++) {
        const REAL *x = o->x + row * o->c + first;
        for (int64_t i = 0; i < width; i++) mean[i] += (double)x[i];
    }
    for (int64_t i = 0; i < width; i++) mean[i] /= (double)o->n;
    for (int64_t row = 0; row < o->n; row++) {
        const REAL *x = o->x + row * o->c + first;
        for (int64_t i = 0; i < width; i++) {
            double d = (double)x[i] - mean[i];
            m2[i] += d * d;
        }
    }
    for (int64_t i = 0; i < width; i++) {
        o->mean[first + i] = mean[i];
        o->m2[first + i] = m2[i];
    }
}

void NAME(ck_bn_statistics)(const REAL *x, int64_t n, int64_t c, int64_t s, double *mean, double *m2) {
    NAME(bn) o = {.x = x, .n = n, .c = c, .s = s, .mean = mean, .m2 = m2};
    if (s == 1) {
        ck_share(n * c, (c + NAME(bn_columns) - 1) / NAME(bn_columns), NAME(bn_statistics_columns), &o);
    } else {
        ck_share(n * c * s, c, NAME(bn_statistics_planes), &o);
    }
}

CK_CLONES
static void NAME(bn_apply_planes)(void *context, int64_t image) {
    const NAME(bn) *o = context;
    for (int64_t c = 0; c < o->c; c++) {
        const REAL *restrict x = o->x + (image * o->c + c) * o->s;
        REAL *restrict y = o->y + (image * o->c + c) * o->s;
        REAL scale = o->scale[c], shift = o->shift[c];
        for (int64_t i = 0; i < o->s; i++) y[i] = x[i] * scale + shift;
    }
}

CK_CLONES
static void NAME(bn_apply_columns)(void *context, int64_t row) {
    const NAME(bn) *o = context;
    const REAL *restrict x = o->x + row * o->c;
    REAL *restrict y = o->y + row * o->c;
    const REAL *restrict scale = o->scale, *restrict shift = o->shift;
    for (int64_t i = 0; i < o->c; i++) y[i] = x[i] * scale[i] + shift[i];
}

void NAME(ck_bn_apply)(const REAL *x, REAL *y, int64_t n, int64_t c, int64_t s, const REAL *scale,
                       const REAL *shift) {
    NAME(bn) o = {.x = x, .y = y, .n = n, .c = c, .s = s, .scale = scale, .shift = shift};
    ck_share(n * c * s, n, s == 1 ? NAME(bn_apply_columns) : NAME(bn_apply_planes), &o);
}

CK_CLONES
static void NAME(bn_backward_planes)(void *context, int64_t channel) {
    const NAME(bn) *o = context;
    double sum = 0, dot = 0, mean = o->known_mean[channel], invstd = o->invstd[channel];
    for (int64_t n = 0; n < o->n; n++) {
        int64_t at = (n * o->c + channel) * o->s;
        NAME(bn_plane_sums)(o->x + at, o->dy + at, o->s, (REAL)mean, &sum, &dot);
    }
    if (o->dweight) o->dweight[channel] = (REAL)(dot * invstd);
    if (o->dbias) o->dbias[channel] = (REAL)sum;
    if (!o->dx) return;
    NAME(bn_slopes) slopes = NAME(bn_slopes_of)(
        sum, dot, (double)o->n * (double)o->s, mean, invstd, o->weight ? o->weight + channel : 0,
        o->batch);
    for (int64_t n = 0; n < o->n; n++) {
        int64_t at = (n * o->c + channel) * o->s;
        NAME(bn_plane_gradient)(o->x + at, o->dy + at, o->s, slopes, o->batch, o->dx + at);
    }
}

CK_CLONES
static void NAME(bn_backward_columns)(void *context, int64_t block) {
    const NAME(bn) *o = context;
    int64_t first = block * NAME(bn_columns);
    int64_t width = o->c - first < NAME(bn_columns) ? o->c - first : NAME(bn_columns);
    double sum[NAME(bn_columns)] = {0}, dot[NAME(bn_columns)] = {0};
    for (int64_t row = 0; row < o->n; row++) {
        const REAL *x = o->x + row * o->c + first;
        const REAL *dy = o->dy + row * o->c + first;
        const double *mean = o->known_mean + first;
        for (int64_t i = 0; i < width; i++) {
            sum[i] += (double)dy[i];
            dot[i] += (double)dy[i] * ((double)x[i] - mean[i]);
        }
    }
    REAL factor[NAME(bn_columns)], slope[NAME(bn_columns)], level[NAME(bn_columns)];
    REAL mean[NAME(bn_columns)];
    for (int64_t i = 0; i < width; i++) {
        double invstd = o->invstd[first + i];
        if (o->dweight) o->dweight[first + i] = (REAL)(dot[i] * invstd);
        if (o->dbias) o->dbias[first + i] = (REAL)sum[i];
        mean[i] = (REAL)o->known_mean[first + i];
        factor[i] = (REAL)(invstd * (o->weight ? (double)o->weight[first + i] : 1.0));
        slope[i] = o->batch ? (REAL)(dot[i] * invstd * invstd / (double)o->n) : 0;
        level[i] = o->batch ? (REAL)(sum[i] / (double)o->n) : 0;
    }
    if (!o->dx) return;
    for (int64_t row = 0; row < o->n; row++) {
        const REAL *x = o->x + row * o->c + first;
        const REAL *dy = o->dy + row * o->c + first;
        REAL *dx = o->dx + row * o->c + first;
        for (int64_t i = 0; i < width; i++) {
            dx[i] = (dy[i] - level[i] - (x[i] - mean[i]) * slope[i]) * factor[i];
        }
    }
}

void NAME(ck_bn_backward)(const REAL *x, const REAL *dy, int64_t n, int64_t c, int64_t s,
                          const double *mean, const double *invstd, const REAL *weight, bool batch,
                          REAL *dx, REAL *dweight, REAL *dbias) {
    NAME(bn) o = {.x = x, .dy = dy, .n = n, .c = c, .s = s, .known_mean = mean, .invstd = invstd,
                  .weight = weight, .batch = batch, .dx = dx, .dweight = dweight, .dbias = dbias};
    if (s == 1) {
        ck_share(2 * n * c, (c + NAME(bn_columns) - 1) / NAME(bn_columns), NAME(bn_backward_columns),
                 &o);
    } else {
        ck_share(2 * n * c * s, c, NAME(bn_backward_planes), &o);
    }
}
