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

/// One image, four output channels at a time.
CK_CLONES
static void NAME(conv_direct_block)(void *context, int64_t image) {
    const NAME(conv) *o = context;
    const ck_window *g = o->g;
    int64_t in = ck_padded_rows(g) * ck_padded_columns(g), out = g->oh * g->ow;
    int64_t offsets[CK_DIRECT_TAPS];
    NAME(tap_offsets)(g, offsets);
    for (int64_t first = 0; first < g->k; first += 4) {
        NAME(conv_rows)(g, offsets, o->x + image * g->c * in, o->weight, o->bias, 0, 0, first, 0,
                        g->oh, o->y + (image * g->k + first) * out, out);
    }
}

void NAME(ck_conv_direct)(const ck_window *g, const REAL *padded, const REAL *weight, const REAL *bias,
                          REAL *y) {
    NAME(conv) o = {.g = g, .x = padded, .weight = weight, .bias = bias, .y = y};
    ck_share(g->n * g->k * g->oh * g->ow, g->n, NAME(conv_direct_block), &o);
}

/// One output channel over all images, nine taps at a time. Images are added up in order.
CK_CLONES
static void NAME(conv_weight_block)(void *context, int64_t k) {
    const NAME(conv) *o = context;
    const ck_window *g = o->g;
    int64_t in = ck_padded_rows(g) * ck_padded_columns(g), plane = g->oh * g->ow;
    int64_t cg = g->c / g->groups, kg = g->k / g->groups, taps = cg * g->kh * g->kw;
    int64_t offsets[CK_DIRECT_TAPS + CK_TAPS_AT_ONCE] = {0};
    NAME(tap_offsets)(g, offsets);
    for (int64_t first = 0; first < taps; first += CK_TAPS_AT_ONCE) {
        NAME(tap_sums) total = {};
        for (int64_t image = 0; image < g->n; image++) {
            NAME(weight_plane)(g, offsets + first, o->x + (image * g->c + k / kg * cg) * in,
                               o->dy + (image * g->k + k) * plane, &total);
        }
        for (int64_t t = first; t < taps && t < first + CK_TAPS_AT_ONCE; t++) {
            o->dweight[k * taps + t] = NAME(tap_sum)(&total, (int)(t - first));
        }
        if (o->dbias && first == 0) o->dbias[k] = NAME(tap_sum)(&total, -1);
    }
}

void NAME(ck_conv_direct_weight)(const ck_window *g, const REAL *padded, const REAL *dy, REAL *dweight,
                                 REAL *dbias) {
    NAME(conv) o = {.g = g, .x = padded, .dy = dy, .dweight = dweight, .dbias = dbias};
    ck_share(g->n * g->k * g->oh * g->ow, g->k, NAME(conv_weight_block), &o);
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
