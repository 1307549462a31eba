typedef struct {
    const ck_window *g;
    const REAL *x, *dy;
    REAL *y, *dx;
    uint8_t *place;
    const uint8_t *known_place;
    int64_t *indices;
    const int64_t *known_indices;
    bool count_padding;
    int64_t divisor;
} NAME(pool);

/// The part of a window that lies inside the image: taps lo ..< hi.
CK_INLINE void NAME(taps)(int64_t start, int64_t step, int64_t taps, int64_t size, int64_t *lo,
                          int64_t *hi) {
    int64_t a = start >= 0 ? 0 : (-start + step - 1) / step;
    int64_t b = start >= size ? 0 : (size - start + step - 1) / step;
    *lo = a < taps ? a : taps;
    *hi = b < taps ? b : taps;
}

CK_INLINE void NAME(max_plane)(const ck_window *g, const REAL *x, REAL *y, uint8_t *place,
                               int64_t *indices) {
    for (int64_t oy = 0; oy < g->oh; oy++) {
        int64_t y0 = oy * g->sh - g->ph, ylo, yhi;
        NAME(taps)(y0, g->dh, g->kh, g->h, &ylo, &yhi);
        for (int64_t ox = 0; ox < g->ow; ox++) {
            int64_t x0 = ox * g->sw - g->pw, xlo, xhi;
            NAME(taps)(x0, g->dw, g->kw, g->w, &xlo, &xhi);
            REAL best = -(REAL)__builtin_inf();
            int64_t by = ylo, bx = xlo;
            for (int64_t ky = ylo; ky < yhi; ky++) {
                const REAL *from = x + (y0 + ky * g->dh) * g->w + x0;
                for (int64_t kx = xlo; kx < xhi; kx++) {
                    REAL v = from[kx * g->dw];
                    if (v > best || v != v) {
                        best = v;
                        by = ky;
                        bx = kx;
                    }
                }
            }
            *y++ = best;
            if (indices) {
                *indices++ = (y0 + by * g->dh) * g->w + x0 + bx * g->dw;
            } else {
                *place++ = (uint8_t)(by * g->kw + bx);
            }
        }
    }
}

CK_CLONES
static void NAME(max_pool_block)(void *context, int64_t image) {
    const NAME(pool) *o = context;
    const ck_window *g = o->g;
    bool twos = NAME(is_twos)(g) && !o->indices;
    int64_t out = g->oh * g->ow;
    for (int64_t p = image * g->c; p < (image + 1) * g->c; p++) {
        const REAL *x = o->x + p * g->h * g->w;
        if (twos) {
            int64_t later = (image + 1) * g->c - p - 1;
            NAME(max_twos_plane)(g, x, o->y + p * out, o->place + p * out, false, later * g->h * g->w,
                                 later * out);
        } else {
            NAME(max_plane)(g, x, o->y + p * out, o->place ? o->place + p * out : 0,
                            o->indices ? o->indices + p * out : 0);
        }
    }
}

void NAME(ck_max_pool)(const ck_window *g, const REAL *x, REAL *y, uint8_t *place) {
    NAME(pool) o = {.g = g, .x = x, .y = y, .place = place};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(max_pool_block), &o);
}

void NAME(ck_max_pool_indices)(const ck_window *g, const REAL *x, REAL *y, int64_t *indices) {
    NAME(pool) o = {.g = g, .x = x, .y = y, .indices = indices};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(max_pool_block), &o);
}

CK_CLONES
static void NAME(max_pool_backward_block)(void *context, int64_t image) {
    const NAME(pool) *o = context;
    const ck_window *g = o->g;
    bool twos = NAME(is_twos)(g) && !o->known_indices;
    int64_t out = g->oh * g->ow;
    for (int64_t p = image * g->c; p < (image + 1) * g->c; p++) {
        REAL *dx = o->dx + p * g->h * g->w;
        const REAL *dy = o->dy + p * out;
        if (twos) {
            NAME(spread_twos_plane)(g, dy, o->known_place + p * out, dx, 3);
            continue;
        }
        memset(dx, 0, (size_t)(g->h * g->w) * sizeof *dx);
        if (o->known_indices) {
            const int64_t *indices = o->known_indices + p * out;
            for (int64_t i = 0; i < out; i++) {
                if (indices[i] >= 0 && indices[i] < g->h * g->w) dx[indices[i]] += dy[i];
            }
            continue;
        }
        const uint8_t *place = o->known_place + p * out;
        for (int64_t oy = 0; oy < g->oh; oy++) {
            for (int64_t ox = 0; ox < g->ow; ox++, place++, dy++) {
                int64_t y = oy * g->sh - g->ph + *place / g->kw * g->dh;
                int64_t x = ox * g->sw - g->pw + *place % g->kw * g->dw;
                if (y >= 0 && y < g->h && x >= 0 && x < g->w) dx[y * g->w + x] += *dy;
            }
        }
    }
}

void NAME(ck_max_pool_backward)(const ck_window *g, const REAL *dy, const uint8_t *place, REAL *dx) {
    NAME(pool) o = {.g = g, .dy = dy, .known_place = place, .dx = dx};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(max_pool_backward_block), &o);
}

void NAME(ck_max_pool_indices_backward)(const ck_window *g, const REAL *dy, const int64_t *indices,
                                        REAL *dx) {
    NAME(pool) o = {.g = g, .dy = dy, .known_indices = indices, .dx = dx};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(max_pool_backward_block), &o);
}

/// One average pooling window: the taps inside the image and the divisor.
CK_INLINE REAL NAME(avg_window)(const NAME(pool) *o, int64_t oy, int64_t ox, int64_t *y0, int64_t *y1,
                                int64_t *x0, int64_t *x1) {
    const ck_window *g = o->g;
    int64_t ys = oy * g->sh - g->ph, xs = ox * g->sw - g->pw;
    int64_t ye = ys + g->kh, xe = xs + g->kw;
    // The padded size ends with the padding: a window that ceil mode lets hang over counts less.
    if (ye > g->h + g->ph) ye = g->h + g->ph;
    if (xe > g->w + g->pw) xe = g->w + g->pw;
    int64_t padded = (ye - ys) * (xe - xs);
    *y0 = ys > 0 ? ys : 0;
    *x0 = xs > 0 ? xs : 0;
    *y1 = ye < g->h ? ye : g->h;
    *x1 = xe < g->w ? xe : g->w;
    int64_t inside = (*y1 - *y0) * (*x1 - *x0);
    int64_t divisor = o->divisor ? o->divisor : o->count_padding ? padded : inside;
    return (REAL)divisor;
}

CK_CLONES
static void NAME(avg_pool_block)(void *context, int64_t image) {
    const NAME(pool) *o = context;
    const ck_window *g = o->g;
    REAL *y = o->y + image * g->c * g->oh * g->ow;
    for (int64_t p = image * g->c; p < (image + 1) * g->c; p++) {
        const REAL *x = o->x + p * g->h * g->w;
        for (int64_t oy = 0; oy < g->oh; oy++) {
            for (int64_t ox = 0; ox < g->ow; ox++) {
                int64_t y0, y1, x0, x1;
                REAL divisor = NAME(avg_window)(o, oy, ox, &y0, &y1, &x0, &x1);
                REAL sum = 0;
                for (int64_t i = y0; i < y1; i++) {
                    for (int64_t j = x0; j < x1; j++) sum += x[i * g->w + j];
                }
                *y++ = y1 > y0 && x1 > x0 ? sum / divisor : 0;
            }
        }
    }
}

void NAME(ck_avg_pool)(const ck_window *g, bool count_padding, int64_t divisor, const REAL *x, REAL *y) {
    NAME(pool) o = {.g = g, .x = x, .y = y, .count_padding = count_padding, .divisor = divisor};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(avg_pool_block), &o);
}

CK_CLONES
static void NAME(avg_pool_backward_block)(void *context, int64_t image) {
    const NAME(pool) *o = context;
    const ck_window *g = o->g;
    const REAL *dy = o->dy + image * g->c * g->oh * g->ow;
    for (int64_t p = image * g->c; p < (image + 1) * g->c; p++) {
        REAL *dx = o->dx + p * g->h * g->w;
        memset(dx, 0, (size_t)(g->h * g->w) * sizeof *dx);
        for (int64_t oy = 0; oy < g->oh; oy++) {
            for (int64_t ox = 0; ox < g->ow; ox++) {
                int64_t y0, y1, x0, x1;
                REAL divisor = NAME(avg_window)(o, oy, ox, &y0, &y1, &x0, &x1);
                REAL part = *dy++ / divisor;
                for (int64_t i = y0; i < y1; i++) {
                    for (int64_t j = x0; j < x1; j++) dx[i * g->w + j] += part;
                }
            }
        }
    }
}

void NAME(ck_avg_pool_backward)(const ck_window *g, bool count_padding, int64_t divisor, const REAL *dy,
                                REAL *dx) {
    NAME(pool) o = {.g = g, .dy = dy, .dx = dx, .count_padding = count_padding, .divisor = divisor};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(avg_pool_backward_block), &o);
}

/// Part `i` of `parts` nearly equal ones, which may overlap by one.
#define PART_START(i, parts, size) ((i) * (size) / (parts))
#define PART_END(i, parts, size) ((((i) + 1) * (size) + (parts) - 1) / (parts))

CK_CLONES
static void NAME(adaptive_block)(void *context, int64_t image) {
    const NAME(pool) *o = context;
    const ck_window *g = o->g;
    for (int64_t p = image * g->c; p < (image + 1) * g->c; p++) {
        const REAL *x = o->x + p * g->h * g->w;
        int64_t at = p * g->oh * g->ow;
        for (int64_t oy = 0; oy < g->oh; oy++) {
            int64_t y0 = PART_START(oy, g->oh, g->h), y1 = PART_END(oy, g->oh, g->h);
            for (int64_t ox = 0; ox < g->ow; ox++, at++) {
                int64_t x0 = PART_START(ox, g->ow, g->w), x1 = PART_END(ox, g->ow, g->w);
                if (o->indices) {
                    REAL best = -(REAL)__builtin_inf();
                    int64_t index = y0 * g->w + x0;
                    for (int64_t i = y0; i < y1; i++) {
                        for (int64_t j = x0; j < x1; j++) {
                            REAL v = x[i * g->w + j];
                            if (v > best || v != v) {
                                best = v;
                                index = i * g->w + j;
                            }
                        }
                    }
                    o->y[at] = best;
                    o->indices[at] = index;
                    continue;
                }
                REAL sum = 0;
                for (int64_t i = y0; i < y1; i++) {
                    for (int64_t j = x0; j < x1; j++) sum += x[i * g->w + j];
                }
                o->y[at] = sum / (REAL)(y1 - y0) / (REAL)(x1 - x0);
            }
        }
    }
}

void NAME(ck_adaptive_avg_pool)(const ck_window *g, const REAL *x, REAL *y) {
    NAME(pool) o = {.g = g, .x = x, .y = y};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(adaptive_block), &o);
}

void NAME(ck_adaptive_max_pool)(const ck_window *g, const REAL *x, REAL *y, int64_t *indices) {
    NAME(pool) o = {.g = g, .x = x, .y = y, .indices = indices};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(adaptive_block), &o);
}

CK_CLONES
static void NAME(adaptive_backward_block)(void *context, int64_t image) {
    const NAME(pool) *o = context;
    const ck_window *g = o->g;
    for (int64_t p = image * g->c; p < (image + 1) * g->c; p++) {
        REAL *dx = o->dx + p * g->h * g->w;
        const REAL *dy = o->dy + p * g->oh * g->ow;
        memset(dx, 0, (size_t)(g->h * g->w) * sizeof *dx);
        for (int64_t oy = 0; oy < g->oh; oy++) {
            int64_t y0 = PART_START(oy, g->oh, g->h), y1 = PART_END(oy, g->oh, g->h);
            for (int64_t ox = 0; ox < g->ow; ox++) {
                int64_t x0 = PART_START(ox, g->ow, g->w), x1 = PART_END(ox, g->ow, g->w);
                REAL part = *dy++ / (REAL)(y1 - y0) / (REAL)(x1 - x0);
                for (int64_t i = y0; i < y1; i++) {
                    for (int64_t j = x0; j < x1; j++) dx[i * g->w + j] += part;
                }
            }
        }
    }
}

void NAME(ck_adaptive_avg_pool_backward)(const ck_window *g, const REAL *dy, REAL *dx) {
    NAME(pool) o = {.g = g, .dy = dy, .dx = dx};
    ck_share(g->n * g->c * g->h * g->w, g->n, NAME(adaptive_backward_block), &o);
}

#undef PART_START
#undef PART_END
