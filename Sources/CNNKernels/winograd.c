// Convolution by kernels of 3 x 3 with fewer multiplications: Winograd's minimal filtering F(2 x 2, 3 x 3), after Lavin and
// Gray, https://arxiv.org/abs/1509.09308. Of each tile of 4 x 4 inputs, which overlap by two, 16 sums and differences are made
// (V); of the weights 16 likewise, once (U); the products M = U V, summed over the channels, are
// sixteen products of matrices; and sums of these are the tile's 2 x 2 outputs. That is 16 multiplications for four outputs
// instead of 36, and all the transforms add and halve, so that small whole numbers stay exact.
//
// A band of some rows of tiles is done at a time and stays in the second-level cache: its input is turned so
// that a vector holds 16 channels of a place, transformed, multiplied for 16 output channels at a time, transformed back
// and turned back into planes. The gradient of the input is the convolution of dy with the turned weights. That of the
// weights is the same in reverse: dy's tiles are spread to 16 parts (Z), and Z times V, summed over the tiles, are the
// gradients of U. Each sum runs in an order that the shapes alone give.

#include "winograd_tiles.h"

#include "ck_pool.h"

enum { MOST_RUNS = 8 };

bool ck_winograd_fits(const ck_window *g) {
    return g->kh == 3 && g->kw == 3 && g->sh == 1 && g->sw == 1 && g->dh == 1 && g->dw == 1 && g->groups == 1
        && g->ph <= 2 && g->pw <= 2 && g->c >= LANES && g->k >= LANES && g->oh >= 4 && g->ow >= 4
        && g->h >= 1 && g->w >= 1;
}

typedef struct {
    const ck_window *g;
    tiling t;
    const float *x, *weight, *u, *bias, *dy;
    float *y, *dweight, *scratch;
    bool turned;
    int64_t runs, size;
    bool finite[MOST_RUNS];
} winograd;

int64_t ck_winograd_weights_count(const ck_window *g) {
    tiling t = tiling_of(g);
    return 16 * part_of(g->c, t.k);
}

/// 16 output channels.
CK_CLONES
static void weights_block(void *context, int64_t block) {
    const winograd *o = context;
    const ck_window *g = o->g;
    int64_t lane = o->turned ? 9 : g->c * 9, channel = o->turned ? g->k * 9 : 9;
    int64_t wide = g->k - block * LANES < LANES ? g->k - block * LANES : LANES;
    float *u = o->y + block * g->c * LANES;
    for (int64_t c = 0; c < g->c; c++) {
        AVEC taps[9] = {};
        const float *from = o->weight + block * LANES * lane + c * channel;
        for (int64_t j = 0; j < wide; j++) {
            for (int i = 0; i < 9; i++) taps[o->turned ? 8 - i : i][j] = from[j * lane + i];
        }
        transform_weights(taps, u + c * LANES, part_of(g->c, o->t.k));
    }
}

void ck_winograd_weights(const ck_window *g, const float *weight, bool turned, float *u) {
    winograd o = {.g = g, .t = tiling_of(g), .weight = weight, .turned = turned, .y = u};
    ck_parallel(o.t.k / LANES, weights_block, &o);
}

/// Row i: the sum over the channels of v[i] times 16 output channels' weights.
CK_INLINE void multiply(int rows, const float *v, int64_t step, const float *u, int64_t channels, float *m) {
    AVEC s0 = {}, s1 = {}, s2 = {}, s3 = {}, s4 = {}, s5 = {};
    const float *v3 = v + 3 * step;
    for (int64_t c = 0; c < channels; c++) {
        AVEC w = LOAD(u + c * LANES);
        s0 += w * v[c];
        if (rows > 1) s1 += w * v[step + c];
        if (rows > 2) s2 += w * v[2 * step + c];
        if (rows > 3) s3 += w * v3[c];
        if (rows > 4) s4 += w * v3[step + c];
        if (rows > 5) s5 += w * v3[2 * step + c];
    }
    STORE(m, s0);
    if (rows > 1) STORE(m + LANES, s1);
    if (rows > 2) STORE(m + 2 * LANES, s2);
    if (rows > 3) STORE(m + 3 * LANES, s3);
    if (rows > 4) STORE(m + 4 * LANES, s4);
    if (rows > 5) STORE(m + 5 * LANES, s5);
}

/// Loads a band's input, from tile row `first`, and transforms it.
CK_INLINE void band_input(const winograd *o, int64_t first, int64_t rows, float *places, float *v) {
    const ck_window *g = o->g;
    const tiling *t = &o->t;
    int64_t width = 2 * t->columns + 2, line = width * t->c, part = part_of(t->tiles, t->c);
    for (int64_t i = 0; i < rows; i++) {
        int64_t n = (first + i) / t->rows, row = (first + i) % t->rows;
        const float *image = o->x + n * g->c * g->h * g->w;
        // The first two lines are the last two of the row of tiles above.
        bool known = i > 0 && row > 0;
        if (i > 0) places += known ? 2 * line : 4 * line;
        for (int64_t j = known ? 2 : 0; j < 4; j++) {
            load_row(image, g->c, g->h, g->w, 2 * row + j - g->ph, g->pw, width, t->c, places + j * line);
        }
        for (int64_t x = 0; x < t->columns; x++) {
            for (int64_t c = 0; c < t->c; c += LANES) {
                transform_input(places + 2 * x * t->c + c, line, t->c, v + (i * t->columns + x) * t->c + c,
                                part);
            }
        }
    }
}

/// Floats of a band's lines of places, then of its transformed input.
CK_INLINE int64_t places_count(const tiling *t) { return 4 * t->band * (2 * t->columns + 2) * t->c; }

CK_CLONES
static void forward_run(void *context, int64_t run) {
    winograd *o = context;
    const ck_window *g = o->g;
    const tiling *t = &o->t;
    int64_t part = part_of(t->tiles, t->c), sums = part_of(t->tiles, LANES), plane = g->oh * g->ow;
    float *places = o->scratch + run * o->size, *v = places + places_count(t), *m = v + 16 * part;
    float *out = m + 16 * sums;
    int64_t line = 2 * t->columns * LANES;
    memset(places, 0, (size_t)places_count(t) * sizeof *places);
    AVEC check = {};
    for (int64_t band = run * t->bands / o->runs; band < (run + 1) * t->bands / o->runs; band++) {
        int64_t first = band * t->band, left = g->n * t->rows - first;
        int64_t rows = left < t->band ? left : t->band, tiles = rows * t->columns;
        band_input(o, first, rows, places, v);
        for (int64_t k = 0; k < g->k; k += LANES) {
            int64_t wide = g->k - k < LANES ? g->k - k : LANES;
            for (int p = 0; p < 16; p++) {
                const float *u = o->u + p * part_of(g->c, t->k) + k * g->c, *from = v + p * part;
                float *to = m + p * sums;
                int64_t i = 0;
                for (; i + 6 <= tiles; i += 6) multiply(6, from + i * t->c, t->c, u, g->c, to + i * LANES);
                from += i * t->c, to += i * LANES;
                switch (tiles - i) {
                case 1: multiply(1, from, t->c, u, g->c, to); break;
                case 2: multiply(2, from, t->c, u, g->c, to); break;
                case 3: multiply(3, from, t->c, u, g->c, to); break;
                case 4: multiply(4, from, t->c, u, g->c, to); break;
                case 5: multiply(5, from, t->c, u, g->c, to); break;
                }
            }
            AVEC bias = {};
            for (int64_t j = 0; o->bias && j < wide; j++) bias[j] = o->bias[k + j];
            for (int64_t i = 0; i < rows; i++) {
                int64_t n = (first + i) / t->rows, row = 2 * ((first + i) % t->rows);
                for (int64_t x = 0; x < t->columns; x++) {
                    transform_output(m + (i * t->columns + x) * LANES, sums, &bias, out + 2 * x * LANES, line,
                                     &check);
                }
                float *y = o->y + (n * g->k + k) * plane + row * g->ow;
                turn(out, LANES, g->ow, wide, y, plane, true);
                if (row + 1 < g->oh) turn(out + line, LANES, g->ow, wide, y + g->ow, plane, true);
            }
        }
    }
    float sum = NAME(lanes)(&check);
    o->finite[run] = sum == sum;
}

int64_t ck_winograd_runs(const ck_window *g) {
    tiling t = tiling_of(g);
    return t.bands < MOST_RUNS ? t.bands : MOST_RUNS;
}

static int64_t forward_size(const tiling *t) {
    return places_count(t) + 16 * (part_of(t->tiles, t->c) + part_of(t->tiles, LANES))
        + 4 * t->columns * LANES;
}

int64_t ck_winograd_scratch(const ck_window *g) {
    tiling t = tiling_of(g);
    return ck_winograd_runs(g) * forward_size(&t);
}

static bool all_finite(const winograd *o) {
    for (int64_t run = 0; run < o->runs; run++) {
        if (!o->finite[run]) return false;
    }
    return true;
}

bool ck_winograd_forward(const ck_window *g, const float *x, const float *u, const float *bias, float *y,
                         float *scratch) {
    winograd o = {.g = g, .t = tiling_of(g), .x = x, .u = u, .bias = bias, .y = y, .scratch = scratch,
                  .runs = ck_winograd_runs(g)};
    o.size = forward_size(&o.t);
    ck_parallel(o.runs, forward_run, &o);
    return all_finite(&o);
}

/// Adds to row i the sum over the tiles of z[i] times 16 input channels' v; writes it if `first`.
CK_INLINE void accumulate(int rows, bool first, const float *z, int64_t zstep, const float *v, int64_t vstep,
                          int64_t tiles, float *s, int64_t step) {
    AVEC s0 = {}, s1 = {}, s2 = {}, s3 = {}, s4 = {}, s5 = {};
    if (!first) {
        s0 = LOAD(s);
        if (rows > 1) s1 = LOAD(s + step);
        if (rows > 2) s2 = LOAD(s + 2 * step);
        if (rows > 3) s3 = LOAD(s + 3 * step);
        if (rows > 4) s4 = LOAD(s + 4 * step);
        if (rows > 5) s5 = LOAD(s + 5 * step);
    }
    for (int64_t i = 0; i < tiles; i++, z += zstep, v += vstep) {
        AVEC x = LOAD(v);
        s0 += x * z[0];
        if (rows > 1) s1 += x * z[1];
        if (rows > 2) s2 += x * z[2];
        if (rows > 3) s3 += x * z[3];
        if (rows > 4) s4 += x * z[4];
        if (rows > 5) s5 += x * z[5];
    }
    STORE(s, s0);
    if (rows > 1) STORE(s + step, s1);
    if (rows > 2) STORE(s + 2 * step, s2);
    if (rows > 3) STORE(s + 3 * step, s3);
    if (rows > 4) STORE(s + 4 * step, s4);
    if (rows > 5) STORE(s + 5 * step, s5);
}

/// Loads a band's dy and spreads it to 16 parts.
CK_INLINE void band_gradient(const winograd *o, int64_t first, int64_t rows, float *places, float *z) {
    const ck_window *g = o->g;
    const tiling *t = &o->t;
    int64_t width = 2 * t->columns, line = width * t->k, part = part_of(t->tiles, t->k);
    for (int64_t i = 0; i < rows; i++) {
        int64_t n = (first + i) / t->rows, row = 2 * ((first + i) % t->rows);
        const float *image = o->dy + n * g->k * g->oh * g->ow;
        for (int64_t j = 0; j < 2; j++) {
            load_row(image, g->k, g->oh, g->ow, row + j, 0, width, t->k, places + j * line);
        }
        for (int64_t x = 0; x < t->columns; x++) {
            for (int64_t k = 0; k < t->k; k += LANES) {
                transform_gradient(places + 2 * x * t->k + k, line, t->k,
                                   z + (i * t->columns + x) * t->k + k, part);
            }
        }
    }
}

CK_INLINE int64_t gradient_sums(const tiling *t) { return 16 * t->k * t->c; }

CK_CLONES
static void gradient_run(void *context, int64_t run) {
    const winograd *o = context;
    const ck_window *g = o->g;
    const tiling *t = &o->t;
    int64_t vpart = part_of(t->tiles, t->c), zpart = part_of(t->tiles, t->k);
    float *sums = o->scratch + run * o->size, *places = sums + gradient_sums(t);
    float *lines = places + places_count(t), *v = lines + 4 * t->columns * t->k, *z = v + 16 * vpart;
    memset(places, 0, (size_t)(v - places) * sizeof *places);
    int64_t begin = run * t->bands / o->runs;
    for (int64_t band = begin; band < (run + 1) * t->bands / o->runs; band++) {
        int64_t first = band * t->band, left = g->n * t->rows - first;
        int64_t rows = left < t->band ? left : t->band, tiles = rows * t->columns;
        band_input(o, first, rows, places, v);
        band_gradient(o, first, rows, lines, z);
        for (int p = 0; p < 16; p++) {
            const float *vp = v + p * vpart, *zp = z + p * zpart;
            for (int64_t c = 0; c < t->c; c += LANES) {
                float *s = sums + p * t->k * t->c + c;
                int64_t k = 0;
#define ACCUMULATE(ROWS)                                                                              \
    accumulate(ROWS, band == begin, zp + k, t->k, vp + c, t->c, tiles, s + k * t->c, t->c)
                for (; k + 6 <= g->k; k += 6) ACCUMULATE(6);
                switch (g->k - k) {
                case 1: ACCUMULATE(1); break;
                case 2: ACCUMULATE(2); break;
                case 3: ACCUMULATE(3); break;
                case 4: ACCUMULATE(4); break;
                case 5: ACCUMULATE(5); break;
                }
#undef ACCUMULATE
            }
        }
    }
}

/// One output channel: adds what the runs found, in their order, and transforms it back.
CK_CLONES
static void gradient_block(void *context, int64_t k) {
    const winograd *o = context;
    const ck_window *g = o->g;
    const tiling *t = &o->t;
    for (int64_t c = 0; c < g->c; c += LANES) {
        AVEC s[16], taps[9];
        for (int p = 0; p < 16; p++) {
            const float *from = o->scratch + (p * t->k + k) * t->c + c;
            s[p] = LOAD(from);
            for (int64_t run = 1; run < o->runs; run++) s[p] += LOAD(from + run * o->size);
        }
        transform_back(s, taps);
        for (int64_t j = 0; j < LANES && c + j < g->c; j++) {
            float *to = o->dweight + (k * g->c + c + j) * 9;
            for (int i = 0; i < 9; i++) to[i] = taps[i][j];
        }
    }
}

int64_t ck_winograd_gradient_runs(const ck_window *g) {
    tiling t = tiling_of(g);
    // Each run has sums of its own: with very many channels there are fewer.
    int64_t most = (16 << 20) / gradient_sums(&t);
    most = most < 2 ? 2 : most > MOST_RUNS ? MOST_RUNS : most;
    return t.bands < most ? t.bands : most;
}

static int64_t gradient_size(const tiling *t) {
    return gradient_sums(t) + places_count(t) + 4 * t->columns * t->k
        + 16 * (part_of(t->tiles, t->c) + part_of(t->tiles, t->k));
}

int64_t ck_winograd_gradient_scratch(const ck_window *g) {
    tiling t = tiling_of(g);
    return ck_winograd_gradient_runs(g) * gradient_size(&t);
}

bool ck_winograd_gradient(const ck_window *g, const float *x, const float *dy, float *dweight, float *scratch) {
    winograd o = {.g = g, .t = tiling_of(g), .x = x, .dy = dy, .dweight = dweight, .scratch = scratch,
                  .runs = ck_winograd_gradient_runs(g)};
    o.size = gradient_size(&o.t);
    ck_parallel(o.runs, gradient_run, &o);
    ck_parallel(g->k, gradient_block, &o);
    double sum = 0;
    for (int64_t i = 0; i < g->k * g->c * 9; i++) sum += (double)dweight[i] * 0;
    return sum == sum;
}
