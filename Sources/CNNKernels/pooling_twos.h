// Maxima of windows of 2 x 2, and their gradients. The place of a maximum within its window is a byte, 0 to
// 3. With `relu` what is pooled is first put through a ReLU, and the byte is 4 more where the maximum is not positive,
// so that it lets no gradient through. `keep` = 7 heeds that when gradients are spread, and 3 does not.

typedef uint8_t NAME(bytes) __attribute__((vector_size(LANES)));
typedef uint8_t NAME(ubytes) __attribute__((vector_size(LANES), aligned(1), may_alias));

#undef EVEN
#undef ODD
#undef LOW
#undef HIGH
#undef PICK
#undef SORT

CK_INLINE bool NAME(is_twos)(const ck_window *g) {
    return g->kh == 2 && g->kw == 2 && g->sh == 2 && g->sw == 2 && g->ph == 0 && g->pw == 0
        && g->dh == 1 && g->dw == 1 && 2 * g->oh <= g->h && 2 * g->ow <= g->w;
}

// EVEN and ODD leave the columns in an order that needs one shuffle of AVX2 instead of two; SORT brings it to rights.
#if LANES == 16
#define EVEN(a, b) __builtin_shufflevector(a, b, 0, 2, 8, 10, 4, 6, 12, 14, 16, 18, 24, 26, 20, 22, 28, 30)
#define ODD(a, b) __builtin_shufflevector(a, b, 1, 3, 9, 11, 5, 7, 13, 15, 17, 19, 25, 27, 21, 23, 29, 31)
#define SORT(a) __builtin_shufflevector(a, a, 0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15)
#define LOW(a, b) __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define HIGH(a, b) __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#else
#define EVEN(a, b) __builtin_shufflevector(a, b, 0, 4, 2, 6, 8, 12, 10, 14)
#define ODD(a, b) __builtin_shufflevector(a, b, 1, 5, 3, 7, 9, 13, 11, 15)
#define SORT(a) __builtin_shufflevector(a, a, 0, 2, 1, 3, 4, 6, 5, 7)
#define LOW(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define HIGH(a, b) __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#endif
#define PICK(m, a, b) (AVEC)(((m) & (IVEC)(a)) | (~(m) & (IVEC)(b)))

/// Whether a vector from the start of a row stays in what may be written and read, which is so many numbers more than the
/// plane.
CK_INLINE bool NAME(has_room)(const ck_window *g, int64_t row, int64_t more_out, int64_t more_in) {
    return row * g->ow + LANES <= g->oh * g->ow + more_out
        && (2 * row + 1) * g->w + 2 * LANES <= g->h * g->w + more_in;
}

/// The greatest of four and its place. A later one of equal numbers does not count, and a NaN always does if it is
/// `heeded`. The place is a number of their own type: compilers would narrow bytes early, with shuffles at every step.
CK_INLINE void NAME(greatest)(const AVEC v[4], bool heeded, AVEC *value, AVEC *place) {
    AVEC best = v[0], where = {};
#define NEXT(V, P)                                                                                \
    {                                                                                             \
        IVEC m = heeded ? (IVEC)((V) > best) | (IVEC)((V) != (V)) : (IVEC)((V) > best);           \
        best = PICK(m, V, best);                                                                  \
        where = PICK(m, (AVEC){} + P, where);                                                     \
    }
    NEXT(v[1], 1)
    NEXT(v[2], 2)
    NEXT(v[3], 3)
#undef NEXT
    *value = best;
    *place = where;
}

/// Two rows of 2 * LANES columns to LANES maxima.
CK_INLINE void NAME(max_twos)(const REAL *top, const REAL *bottom, REAL *y, uint8_t *place,
                              bool relu) {
    AVEC t0 = LOAD(top), t1 = LOAD(top + LANES), b0 = LOAD(bottom), b1 = LOAD(bottom + LANES);
    AVEC four[4] = {EVEN(t0, t1), ODD(t0, t1), EVEN(b0, b1), ODD(b0, b1)}, best, where;
    NAME(greatest)(four, false, &best, &where);
    IVEC odd = (IVEC)(t0 != t0) | (IVEC)(t1 != t1) | (IVEC)(b0 != b0) | (IVEC)(b1 != b1);
    if (__builtin_reduce_or(odd)) NAME(greatest)(four, true, &best, &where);
    if (relu) {
        // Where no number is positive the ReLU gives four zeros, the first of which is the maximum.
        IVEC dead = (IVEC)(best <= 0);
        where = PICK((IVEC)(best > 0), where, (AVEC)(~dead & (IVEC)where) + 4);
        best = (AVEC)(~dead & (IVEC)best);
    }
    STORE(y, SORT(best));
    NAME(bytes) bytes = __builtin_convertvector(__builtin_convertvector(where, IVEC), NAME(bytes));
    *(NAME(ubytes) *)place = SORT(bytes);
}

/// So many numbers after the plane's own may be read (`more_in`), and written (`more_out`) because they are written later.
CK_INLINE void NAME(max_twos_plane)(const ck_window *g, const REAL *x, REAL *y, uint8_t *place,
                                    bool relu, int64_t more_in, int64_t more_out) {
    for (int64_t row = 0; row < g->oh; row++, y += g->ow, place += g->ow) {
        const REAL *top = x + 2 * row * g->w, *bottom = top + g->w;
        int64_t i = 0;
        for (; i + LANES <= g->ow; i += LANES) {
            NAME(max_twos)(top + 2 * i, bottom + 2 * i, y + i, place + i, relu);
        }
        if (i == g->ow) continue;
        // The last vector starts early enough to end with the row. In a row shorter than that it runs on
        // into what is written later; where that is not possible, through a copy.
        if (g->ow >= LANES || NAME(has_room)(g, row, more_out, more_in)) {
            if (g->ow >= LANES) i = g->ow - LANES;
            NAME(max_twos)(top + 2 * i, bottom + 2 * i, y + i, place + i, relu);
            continue;
        }
        REAL rows[2][2 * LANES] = {{0}}, out[LANES];
        uint8_t where[LANES];
        size_t size = (size_t)g->ow;
        memcpy(rows[0], top, 2 * size * sizeof *top);
        memcpy(rows[1], bottom, 2 * size * sizeof *top);
        NAME(max_twos)(rows[0], rows[1], out, where, relu);
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
        if (i < g->ow && (g->ow >= LANES || NAME(has_room)(g, row, 0, 0))) {
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

