// Maxima of windows of 2 x 2, and their gradients. The place of a maximum within its window is a byte, 0 to
// 3; with `dead` = 4 it is 4 more where the maximum is not positive, so that a ReLU before the pooling lets no
// gradient through. `keep` = 7 heeds that when gradients are spread, and 3 does not.

typedef uint8_t NAME(bytes) __attribute__((vector_size(LANES)));
typedef uint8_t NAME(ubytes) __attribute__((vector_size(LANES), aligned(1), may_alias));

#undef EVEN
#undef ODD
#undef LOW
#undef HIGH
#undef PICK

CK_INLINE bool NAME(is_twos)(const ck_window *g) {
    return g->kh == 2 && g->kw == 2 && g->sh == 2 && g->sw == 2 && g->ph == 0 && g->pw == 0
        && g->dh == 1 && g->dw == 1 && 2 * g->oh <= g->h && 2 * g->ow <= g->w;
}

#if LANES == 16
#define EVEN(a, b) __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)
#define ODD(a, b) __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)
#define LOW(a, b) __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define HIGH(a, b) __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#else
#define EVEN(a, b) __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14)
#define ODD(a, b) __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15)
#define LOW(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define HIGH(a, b) __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#endif
#define PICK(m, a, b) (AVEC)(((m) & (IVEC)(a)) | (~(m) & (IVEC)(b)))

/// Whether a vector from the start of a row stays in the plane, among the outputs as among the inputs.
CK_INLINE bool NAME(has_room)(const ck_window *g, int64_t row) {
    return row * g->ow + LANES <= g->oh * g->ow && (2 * row + 1) * g->w + 2 * LANES <= g->h * g->w;
}

/// Two rows of 2 * LANES columns to LANES maxima.
CK_INLINE void NAME(max_twos)(const REAL *top, const REAL *bottom, REAL *y, uint8_t *place,
                              INT dead) {
    AVEC t0 = LOAD(top), t1 = LOAD(top + LANES), b0 = LOAD(bottom), b1 = LOAD(bottom + LANES);
    AVEC best = EVEN(t0, t1);
    IVEC where = {};
    AVEC v = ODD(t0, t1);
    IVEC m = (IVEC)(v > best) | (IVEC)(v != v);
    best = PICK(m, v, best);
    where = m & 1;
    v = EVEN(b0, b1);
    m = (IVEC)(v > best) | (IVEC)(v != v);
    best = PICK(m, v, best);
    where = (m & 2) | (~m & where);
    v = ODD(b0, b1);
    m = (IVEC)(v > best) | (IVEC)(v != v);
    best = PICK(m, v, best);
    where = (m & 3) | (~m & where);
    where |= ~(IVEC)(best > 0) & dead;
    STORE(y, best);
    *(NAME(ubytes) *)place = __builtin_convertvector(where, NAME(bytes));
}

CK_INLINE void NAME(max_twos_plane)(const ck_window *g, const REAL *x, REAL *y, uint8_t *place,
                                    INT dead) {
    for (int64_t row = 0; row < g->oh; row++, y += g->ow, place += g->ow) {
        const REAL *top = x + 2 * row * g->w, *bottom = top + g->w;
        int64_t i = 0;
        for (; i + LANES <= g->ow; i += LANES) {
            NAME(max_twos)(top + 2 * i, bottom + 2 * i, y + i, place + i, dead);
        }
        if (i == g->ow) continue;
        // The last vector starts early enough to end with the row. In a row shorter than that it runs on
        // into the next one, which is written later; where that would leave the plane, through a copy.
        if (g->ow >= LANES || NAME(has_room)(g, row)) {
            if (g->ow >= LANES) i = g->ow - LANES;
            NAME(max_twos)(top + 2 * i, bottom + 2 * i, y + i, place + i, dead);
            continue;
        }
        REAL rows[2][2 * LANES] = {{0}}, out[LANES];
        uint8_t where[LANES];
        size_t size = (size_t)g->ow;
        memcpy(rows[0], top, 2 * size * sizeof *top);
        memcpy(rows[1], bottom, 2 * size * sizeof *top);
        NAME(max_twos)(rows[0], rows[1], out, where, dead);
        memcpy(y, out, size * sizeof *y);
        memcpy(place, where, size);
    }
}

/// LANES gradients to two rows of 2 * LANES columns.
CK_INLINE void NAME(spread_twos)(const REAL *dy, const uint8_t *place, REAL *top, REAL *bottom,
                                 INT keep) {
    IVEC where = __builtin_convertvector((NAME(bytes))*(const NAME(ubytes) *)place, IVEC) & keep;
    IVEC d = (IVEC)LOAD(dy);
    AVEC v0 = (AVEC)((IVEC)(where == 0) & d), v1 = (AVEC)((IVEC)(where == 1) & d);
    AVEC v2 = (AVEC)((IVEC)(where == 2) & d), v3 = (AVEC)((IVEC)(where == 3) & d);
    STORE(top, LOW(v0, v1));
    STORE(top + LANES, HIGH(v0, v1));
    STORE(bottom, LOW(v2, v3));
    STORE(bottom + LANES, HIGH(v2, v3));
}

CK_INLINE void NAME(spread_twos_plane)(const ck_window *g, const REAL *dy, const uint8_t *place,
                                       REAL *dx, INT keep) {
    for (int64_t row = 0; row < g->oh; row++, dy += g->ow, place += g->ow) {
        REAL *top = dx + 2 * row * g->w, *bottom = top + g->w;
        int64_t i = 0;
        for (; i + LANES <= g->ow; i += LANES) {
            NAME(spread_twos)(dy + i, place + i, top + 2 * i, bottom + 2 * i, keep);
        }
        if (i < g->ow && (g->ow >= LANES || NAME(has_room)(g, row))) {
            if (g->ow >= LANES) i = g->ow - LANES;
            NAME(spread_twos)(dy + i, place + i, top + 2 * i, bottom + 2 * i, keep);
        } else if (i < g->ow) {
            REAL d[LANES] = {0}, rows[2][2 * LANES];
            uint8_t where[LANES] = {0};
            size_t size = (size_t)g->ow;
            memcpy(d, dy, size * sizeof *dy);
            memcpy(where, place, size);
            NAME(spread_twos)(d, where, rows[0], rows[1], keep);
            memcpy(top, rows[0], 2 * size * sizeof *top);
            memcpy(bottom, rows[1], 2 * size * sizeof *top);
        }
        for (i = 2 * g->ow; i < g->w; i++) top[i] = bottom[i] = 0;
    }
    for (int64_t i = 2 * g->oh * g->w; i < g->h * g->w; i++) dx[i] = 0;
}

