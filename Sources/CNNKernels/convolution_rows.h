// The inner loops of the direct convolution: some rows of four output channels, and the sums over a plane
// that give the gradient of a channel's weights. Input is in zero-padded planes.

/// Most taps (channels of a group times kernel size) that the direct method takes.
#ifndef CK_DIRECT_TAPS
#define CK_DIRECT_TAPS 128
/// Taps whose sums are kept in registers at once.
#define CK_TAPS_AT_ONCE 9
#endif

/// Half of a vector: what one register of AVX2 holds.
typedef REAL NAME(hvec) __attribute__((vector_size(32)));
typedef REAL NAME(uhvec) __attribute__((vector_size(32), aligned(sizeof(REAL)), may_alias));
typedef INT NAME(ihvec) __attribute__((vector_size(32)));

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

/// Rows `row` ..< `end` of output channels `first` ..< `first` + 4 (as many of them as exist) of one image
/// `x`, to `y`, whose channels are `plane` apart; row 0 would lie at `y`. With `scale` each is scaled and shifted.
CK_INLINE void NAME(conv_rows)(const ck_window *g, const int64_t *offsets, const REAL *image,
                               const REAL *weight, const REAL *bias, const REAL *scale,
                               const REAL *shift, int64_t first, int64_t row, int64_t end, REAL *y,
                               int64_t plane) {
    int64_t in = ck_padded_rows(g) * ck_padded_columns(g), columns = ck_padded_columns(g);
    int64_t cg = g->c / g->groups, kg = g->k / g->groups, taps = cg * g->kh * g->kw;
    int64_t wide = g->k - first < 4 ? g->k - first : 4;
    REAL w[CK_DIRECT_TAPS][4], b[4] = {0}, a[4], c[4];
    for (int64_t j = 0; j < 4; j++) {
        int64_t k = j < wide ? first + j : first;
        for (int64_t t = 0; t < taps; t++) w[t][j] = weight[k * taps + t];
        if (bias) b[j] = bias[k];
        if (scale) a[j] = scale[k], c[j] = shift[k];
    }
    size_t size = (size_t)(g->ow < LANES ? g->ow : LANES) * sizeof *y;
    if (kg % 4 != 0 && g->groups > 1) {
        // Four neighbours may belong to different groups: one channel at a time.
        for (int64_t j = 0; j < wide; j++) {
            const REAL *x = image + (first + j) / kg * cg * in;
            for (int64_t r = row; r < end; r++) {
                for (int64_t i = 0; i < g->ow; i += LANES) {
                    int64_t at = i + LANES > g->ow && g->ow >= LANES ? g->ow - LANES : i;
                    AVEC sum = (AVEC){} + b[j];
                    for (int64_t t = 0; t < taps; t++) {
                        sum += LOAD(x + r * columns + at + offsets[t]) * w[t][j];
                    }
                    if (scale) sum = sum * a[j] + c[j];
                    memcpy(y + j * plane + r * g->ow + at, &sum, size);
                }
            }
        }
        return;
    }
    const REAL *x = image + first / kg * cg * in;
    for (int64_t r = row; r < end; r++) {
        for (int64_t i = 0; i < g->ow; i += LANES) {
            // The last vector of a row starts early enough to end with the row.
            int64_t at = i + LANES > g->ow && g->ow >= LANES ? g->ow - LANES : i;
            const REAL *from = x + r * columns + at;
            AVEC s0 = (AVEC){} + b[0], s1 = (AVEC){} + b[1];
            AVEC s2 = (AVEC){} + b[2], s3 = (AVEC){} + b[3];
            for (int64_t t = 0; t < taps; t++) {
                AVEC v = LOAD(from + offsets[t]);
                s0 += v * w[t][0];
                s1 += v * w[t][1];
                s2 += v * w[t][2];
                s3 += v * w[t][3];
            }
            if (scale) {
                s0 = s0 * a[0] + c[0], s1 = s1 * a[1] + c[1];
                s2 = s2 * a[2] + c[2], s3 = s3 * a[3] + c[3];
            }
            REAL *to = y + r * g->ow + at;
            if (g->ow >= LANES) {
                STORE(to, s0);
                if (wide > 1) STORE(to + plane, s1);
                if (wide > 2) STORE(to + 2 * plane, s2);
                if (wide > 3) STORE(to + 3 * plane, s3);
            } else {
                // Copies, so that the sums themselves need no address and stay in registers.
                AVEC copies[4] = {s0, s1, s2, s3};
                for (int64_t j = 0; j < wide; j++) memcpy(to + j * plane, &copies[j], size);
            }
        }
    }
}

enum { NAME(half) = LANES / 2 };

/// Sums at nine taps and of dy alone, each in two halves of a vector.
typedef struct {
    NAME(hvec) taps[2][CK_TAPS_AT_ONCE], bias[2];
} NAME(tap_sums);

/// The sum of tap `t`; of dy alone for `t` = -1.
CK_INLINE REAL NAME(tap_sum)(const NAME(tap_sums) *o, int t) {
    AVEC all;
    for (int i = 0; i < LANES; i++) {
        int half = i / NAME(half), lane = i % NAME(half);
        all[i] = t < 0 ? o->bias[half][lane] : o->taps[half][t][lane];
    }
    return NAME(lanes)(&all);
}

/// Adds what one half of the vectors of some rows of dy gives. There are `count` vectors in each row, LANES
/// apart and starting at `at`, and `mask` says which lanes count. `runs`: the taps are three rows of three neighbours.
CK_INLINE void NAME(weight_rows)(const int64_t *offsets, bool runs, const REAL *x, int64_t columns,
                                 const REAL *dy, int64_t ow, int64_t rows, int64_t at, int64_t count,
                                 const NAME(ihvec) *mask, NAME(hvec) *taps, NAME(hvec) *bias) {
    NAME(hvec) s0 = taps[0], s1 = taps[1], s2 = taps[2], s3 = taps[3], s4 = taps[4], s5 = taps[5];
    NAME(hvec) s6 = taps[6], s7 = taps[7], s8 = taps[8], b = *bias;
#define TAP(t) (*(const NAME(uhvec) *)(runs ? from##t : from + offsets[t]))
    for (int64_t row = 0; row < rows; row++) {
        for (int64_t i = 0; i < count; i++) {
            NAME(hvec) d = *(const NAME(uhvec) *)(dy + row * ow + at + i * LANES);
            d = (NAME(hvec))((NAME(ihvec))d & *mask);
            const REAL *from = x + row * columns + at + i * LANES;
            const REAL *from0 = from + offsets[0], *from3 = from + offsets[3], *from6 = from + offsets[6];
            const REAL *from1 = from0 + 1, *from2 = from0 + 2, *from4 = from3 + 1, *from5 = from3 + 2;
            const REAL *from7 = from6 + 1, *from8 = from6 + 2;
            b += d;
            s0 += d * TAP(0);
            s1 += d * TAP(1);
            s2 += d * TAP(2);
            s3 += d * TAP(3);
            s4 += d * TAP(4);
            s5 += d * TAP(5);
            s6 += d * TAP(6);
            s7 += d * TAP(7);
            s8 += d * TAP(8);
        }
    }
#undef TAP
    taps[0] = s0, taps[1] = s1, taps[2] = s2, taps[3] = s3, taps[4] = s4, taps[5] = s5;
    taps[6] = s6, taps[7] = s7, taps[8] = s8, *bias = b;
}

/// Adds a plane's sums of dy times the input at each tap, and of dy alone. The two halves of each
/// vector are summed one after the other: ten sums of half a vector fit the registers of AVX2.
CK_INLINE void NAME(weight_plane)(const ck_window *g, const int64_t *offsets, const REAL *x,
                                  const REAL *dy, NAME(tap_sums) *total) {
    enum { HALF = NAME(half) };
    int64_t columns = ck_padded_columns(g), full = g->ow / LANES, rest = g->ow % LANES;
    bool runs = true;
    for (int t = 0; t < 9; t++) runs &= offsets[t] == offsets[t / 3 * 3] + t % 3;
    for (int half = 0; half < 2; half++) {
        NAME(hvec) taps[CK_TAPS_AT_ONCE] = {}, bias = {};
        NAME(ihvec) all = ~(NAME(ihvec)){}, mask = {};
        // The last vector of a row counts only the lanes that no vector before it had; in a row shorter
        // than a vector it is a copy.
        for (int64_t i = 0; i < HALF; i++) mask[i] = -(INT)(i + HALF * half >= LANES - rest);
#define ROWS(RUNS, X, DY, ROWS, AT, COUNT, MASK)                                                  \
    NAME(weight_rows)(offsets, RUNS, X, columns, DY, g->ow, ROWS, (AT) + HALF * half, COUNT, MASK, taps, &bias)
        if (full > 0) {
            if (runs) ROWS(true, x, dy, g->oh, 0, full, &all);
            else ROWS(false, x, dy, g->oh, 0, full, &all);
        }
        if (rest > 0 && full > 0) {
            if (runs) ROWS(true, x, dy, g->oh, g->ow - LANES, 1, &mask);
            else ROWS(false, x, dy, g->oh, g->ow - LANES, 1, &mask);
        } else if (rest > 0) {
            for (int64_t row = 0; row < g->oh; row++) {
                REAL copy[LANES] = {0};
                memcpy(copy, dy + row * g->ow, (size_t)rest * sizeof *dy);
                ROWS(false, x + row * columns, copy, 1, 0, 1, &all);
            }
        }
#undef ROWS
        for (int t = 0; t < CK_TAPS_AT_ONCE; t++) total->taps[half][t] += taps[t];
        total->bias[half] += bias;
    }
}
