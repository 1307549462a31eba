typedef struct {
    const ck_window *g;
    const REAL *x, *weight, *bias, *dy;
    REAL *y, *dweight, *dbias;
    int64_t s;
} NAME(conv);

CK_CLONES
static void NAME(conv_pad_plane)(void *context, int64_t plane) {
    const NAME(conv) *o = context;
    const ck_window *g = o->g;
    int64_t rows = ck_padded_rows(g), columns = ck_padded_columns(g);
    const REAL *x = o->x + plane * g->h * g->w;
    REAL *y = o->y + plane * rows * columns;
    int64_t width = g->w < columns - g->pw ? g->w : columns - g->pw;
    for (int64_t row = 0; row < rows; row++, y += columns) {
        int64_t from = row - g->ph;
        if (from < 0 || from >= g->h || width <= 0) {
            memset(y, 0, (size_t)columns * sizeof *y);
            continue;
        }
        memset(y, 0, (size_t)g->pw * sizeof *y);
        memcpy(y + g->pw, x + from * g->w, (size_t)width * sizeof *y);
        memset(y + g->pw + width, 0, (size_t)(columns - g->pw - width) * sizeof *y);
    }
}

void NAME(ck_conv_pad)(const ck_window *g, const REAL *x, REAL *padded) {
    NAME(conv) o = {.g = g, .x = x, .y = padded};
    ck_share(2 * g->n * g->c * g->h * g->w, g->n * g->c, NAME(conv_pad_plane), &o);
}

/// Most taps (channels of a group times kernel size) that the direct method takes.
#ifndef CK_DIRECT_TAPS
#define CK_DIRECT_TAPS 128
#endif

/// Where each tap of a group reads, from the place of the first.
CK_INLINE void NAME(tap_offsets)(const ck_window *g, int64_t *offsets) {
    int64_t rows = ck_padded_rows(g), columns = ck_padded_columns(g), t = 0;
    for (int64_t c = 0; c < g->c / g->groups; c++) {
        for (int64_t y = 0; y < g->kh; y++) {
            for (int64_t x = 0; x < g->kw; x++) {
                offsets[t++] = (c * rows + y * g->dh) * columns + x * g->dw;
            }
        }
    }
}

/// One image, four output channels at a time, of which `wide` exist.
CK_CLONES
static void NAME(conv_direct_block)(void *context, int64_t image) {
    const NAME(conv) *o = context;
    const ck_window *g = o->g;
    int64_t rows = ck_padded_rows(g), columns = ck_padded_columns(g);
    int64_t cg = g->c / g->groups, kg = g->k / g->groups, taps = cg * g->kh * g->kw;
    int64_t offsets[CK_DIRECT_TAPS];
    NAME(tap_offsets)(g, offsets);
    for (int64_t first = 0; first < g->k; first += 4) {
        // Channels of two groups do not share their input.
        int64_t group = first / kg;
        if (kg % 4 != 0) group = -1;
        int64_t wide = g->k - first < 4 ? g->k - first : 4;
        REAL w[CK_DIRECT_TAPS][4], b[4] = {0};
        for (int64_t j = 0; j < 4; j++) {
            int64_t k = j < wide ? first + j : first;
            for (int64_t t = 0; t < taps; t++) w[t][j] = o->weight[k * taps + t];
            if (o->bias) b[j] = o->bias[k];
        }
        const REAL *x = o->x + (image * g->c + (group < 0 ? 0 : group * cg)) * rows * columns;
        REAL *y = o->y + (image * g->k + first) * g->oh * g->ow;
        int64_t plane = g->oh * g->ow;
        if (group < 0) {
            // Four neighbours may belong to different groups: one channel at a time.
            for (int64_t j = 0; j < wide; j++) {
                const REAL *from = x + ((first + j) / kg) * cg * rows * columns;
                for (int64_t row = 0; row < g->oh; row++) {
                    for (int64_t i = 0; i < g->ow; i += LANES) {
                        int64_t at = i + LANES > g->ow && g->ow >= LANES ? g->ow - LANES : i;
                        AVEC sum = (AVEC){} + b[j];
                        for (int64_t t = 0; t < taps; t++) {
                            sum += LOAD(from + row * columns + at + offsets[t]) * w[t][j];
                        }
                        REAL *to = y + j * plane + row * g->ow + at;
                        if (g->ow >= LANES) {
                            STORE(to, sum);
                        } else {
                            memcpy(to, &sum, (size_t)g->ow * sizeof *to);
                        }
                    }
                }
            }
            continue;
        }
        for (int64_t row = 0; row < g->oh; row++) {
            for (int64_t i = 0; i < g->ow; i += LANES) {
                // The last vector of a row starts early enough to end with the row.
                int64_t at = i + LANES > g->ow && g->ow >= LANES ? g->ow - LANES : i;
                const REAL *from = x + row * columns + at;
                AVEC s0 = (AVEC){} + b[0], s1 = (AVEC){} + b[1];
                AVEC s2 = (AVEC){} + b[2], s3 = (AVEC){} + b[3];
                for (int64_t t = 0; t < taps; t++) {
                    AVEC v = LOAD(from + offsets[t]);
                    s0 += v * w[t][0];
                    s1 += v * w[t][1];
                    s2 += v * w[t][2];
                    s3 += v * w[t][3];
                }
                REAL *to = y + row * g->ow + at;
                if (g->ow >= LANES) {
                    STORE(to, s0);
                    if (wide > 1) STORE(to + plane, s1);
                    if (wide > 2) STORE(to + 2 * plane, s2);
                    if (wide > 3) STORE(to + 3 * plane, s3);
                } else {
                    size_t size = (size_t)g->ow * sizeof *to;
                    memcpy(to, &s0, size);
                    if (wide > 1) memcpy(to + plane, &s1, size);
                    if (wide > 2) memcpy(to + 2 * plane, &s2, size);
                    if (wide > 3) memcpy(to + 3 * plane, &s3, size);
                }
            }
        }
    }
}

void NAME(ck_conv_direct)(const ck_window *g, const REAL *padded, const REAL *weight, const REAL *bias,
                          REAL *y) {
    NAME(conv) o = {.g = g, .x = padded, .weight = weight, .bias = bias, .y = y};
    ck_share(g->n * g->k * g->oh * g->ow, g->n, NAME(conv_direct_block), &o);
}

/// One pair of output channels over all images: nine taps at a time stay in registers for an image,
/// and images are added up in order.
CK_CLONES
static void NAME(conv_weight_block)(void *context, int64_t pair) {
    const NAME(conv) *o = context;
    const ck_window *g = o->g;
    int64_t rows = ck_padded_rows(g), columns = ck_padded_columns(g);
    int64_t cg = g->c / g->groups, kg = g->k / g->groups, taps = cg * g->kh * g->kw;
    int64_t plane = g->oh * g->ow;
    int64_t k0 = 2 * pair, k1 = 2 * pair + 1 < g->k ? 2 * pair + 1 : 2 * pair;
    int64_t offsets[CK_DIRECT_TAPS + 9];
    NAME(tap_offsets)(g, offsets);
    for (int64_t t = taps; t < taps + 9; t++) offsets[t] = 0;
    // The last vector of a row counts only the lanes that no vector before it had.
    int64_t fresh = g->ow % LANES == 0 ? LANES : g->ow % LANES;
    IVEC mask;
    for (int64_t i = 0; i < LANES; i++) mask[i] = -(INT)(i >= LANES - fresh);
    bool shared = k0 / kg == k1 / kg;
    for (int64_t t0 = 0; t0 < taps; t0 += 9) {
        AVEC total0[9] = {}, total1[9] = {}, bias0 = {}, bias1 = {};
        for (int64_t image = 0; image < g->n; image++) {
            const REAL *x0 = o->x + (image * g->c + k0 / kg * cg) * rows * columns;
            const REAL *x1 = shared ? x0 : o->x + (image * g->c + k1 / kg * cg) * rows * columns;
            const REAL *dy0 = o->dy + (image * g->k + k0) * plane;
            const REAL *dy1 = o->dy + (image * g->k + k1) * plane;
            AVEC sum0[9] = {}, sum1[9] = {}, b0 = {}, b1 = {};
            for (int64_t row = 0; row < g->oh; row++) {
                for (int64_t i = 0; i < g->ow; i += LANES) {
                    AVEC d0, d1;
                    int64_t at = i;
                    if (i + LANES <= g->ow) {
                        d0 = LOAD(dy0 + row * g->ow + at);
                        d1 = LOAD(dy1 + row * g->ow + at);
                    } else if (g->ow >= LANES) {
                        at = g->ow - LANES;
                        d0 = LOAD(dy0 + row * g->ow + at);
                        d1 = LOAD(dy1 + row * g->ow + at);
                        d0 = (AVEC)((IVEC)d0 & mask);
                        d1 = (AVEC)((IVEC)d1 & mask);
                    } else {
                        d0 = d1 = (AVEC){};
                        memcpy(&d0, dy0 + row * g->ow, (size_t)g->ow * sizeof *dy0);
                        memcpy(&d1, dy1 + row * g->ow, (size_t)g->ow * sizeof *dy1);
                    }
                    b0 += d0;
                    b1 += d1;
                    const REAL *from = x0 + row * columns + at;
                    if (shared) {
                        for (int t = 0; t < 9; t++) {
                            AVEC v = LOAD(from + offsets[t0 + t]);
                            sum0[t] += d0 * v;
                            sum1[t] += d1 * v;
                        }
                    } else {
                        const REAL *from1 = x1 + row * columns + at;
                        for (int t = 0; t < 9; t++) {
                            sum0[t] += d0 * LOAD(from + offsets[t0 + t]);
                            sum1[t] += d1 * LOAD(from1 + offsets[t0 + t]);
                        }
                    }
                }
            }
            for (int t = 0; t < 9; t++) {
                total0[t] += sum0[t];
                total1[t] += sum1[t];
            }
            bias0 += b0;
            bias1 += b1;
        }
        for (int64_t t = t0; t < taps && t < t0 + 9; t++) {
            o->dweight[k0 * taps + t] = NAME(lanes)(&total0[t - t0]);
            o->dweight[k1 * taps + t] = NAME(lanes)(&total1[t - t0]);
        }
        if (o->dbias && t0 == 0) {
            o->dbias[k0] = NAME(lanes)(&bias0);
            o->dbias[k1] = NAME(lanes)(&bias1);
        }
    }
}

void NAME(ck_conv_direct_weight)(const ck_window *g, const REAL *padded, const REAL *dy, REAL *dweight,
                                 REAL *dbias) {
    NAME(conv) o = {.g = g, .x = padded, .dy = dy, .dweight = dweight, .dbias = dbias};
    ck_share(g->n * g->k * g->oh * g->ow, (g->k + 1) / 2, NAME(conv_weight_block), &o);
}

/// The outputs lo ..< hi of a row whose tap reads inside the image.
CK_INLINE void NAME(inside)(int64_t out, int64_t size, int64_t stride, int64_t start, int64_t *lo,
                            int64_t *hi) {
    int64_t a = start >= 0 ? 0 : (-start + stride - 1) / stride;
    int64_t b = start >= size ? 0 : (size - start + stride - 1) / stride;
    *lo = a < out ? a : out;
    *hi = b < out ? b : out;
    if (*hi < *lo) *hi = *lo;
}

CK_CLONES
void NAME(ck_im2col)(const ck_window *g, int64_t cg, const REAL *x, int64_t row, int64_t rows,
                     REAL *columns) {
    for (int64_t c = 0; c < cg; c++) {
        for (int64_t ky = 0; ky < g->kh; ky++) {
            for (int64_t kx = 0; kx < g->kw; kx++) {
                int64_t start = kx * g->dw - g->pw, lo, hi;
                NAME(inside)(g->ow, g->w, g->sw, start, &lo, &hi);
                for (int64_t r = row; r < row + rows; r++, columns += g->ow) {
                    int64_t y = r * g->sh + ky * g->dh - g->ph;
                    if (y < 0 || y >= g->h) {
                        memset(columns, 0, (size_t)g->ow * sizeof *columns);
                        continue;
                    }
                    const REAL *from = x + (c * g->h + y) * g->w + start;
                    for (int64_t i = 0; i < lo; i++) columns[i] = 0;
                    if (g->sw == 1) {
                        for (int64_t i = lo; i < hi; i++) columns[i] = from[i];
                    } else {
                        for (int64_t i = lo; i < hi; i++) columns[i] = from[i * g->sw];
                    }
                    for (int64_t i = hi; i < g->ow; i++) columns[i] = 0;
                }
            }
        }
    }
}

CK_CLONES
void NAME(ck_col2im)(const ck_window *g, int64_t cg, const REAL *columns, int64_t row, int64_t rows,
                     REAL *dx) {
    for (int64_t c = 0; c < cg; c++) {
        for (int64_t ky = 0; ky < g->kh; ky++) {
            for (int64_t kx = 0; kx < g->kw; kx++) {
                int64_t start = kx * g->dw - g->pw, lo, hi;
                NAME(inside)(g->ow, g->w, g->sw, start, &lo, &hi);
                for (int64_t r = row; r < row + rows; r++, columns += g->ow) {
                    int64_t y = r * g->sh + ky * g->dh - g->ph;
                    if (y < 0 || y >= g->h) continue;
                    REAL *to = dx + (c * g->h + y) * g->w + start;
                    if (g->sw == 1) {
                        for (int64_t i = lo; i < hi; i++) to[i] += columns[i];
                    } else {
                        for (int64_t i = lo; i < hi; i++) to[i * g->sw] += columns[i];
                    }
                }
            }
        }
    }
}

CK_CLONES
static void NAME(channel_sum)(void *context, int64_t channel) {
    const NAME(conv) *o = context;
    double total = 0;
    for (int64_t n = 0; n < o->g->n; n++) {
        const REAL *x = o->dy + (n * o->g->k + channel) * o->s;
        AVEC a = {};
        int64_t i = 0;
        for (; i + LANES <= o->s; i += LANES) a += LOAD(x + i);
        total += (double)NAME(lanes)(&a);
        for (; i < o->s; i++) total += (double)x[i];
    }
    o->dbias[channel] = (REAL)total;
}

void NAME(ck_channel_sums)(const REAL *dy, int64_t n, int64_t k, int64_t s, REAL *sums) {
    ck_window g = {.n = n, .k = k};
    NAME(conv) o = {.g = &g, .dy = dy, .s = s, .dbias = sums};
    ck_share(n * k * s, k, NAME(channel_sum), &o);
}
