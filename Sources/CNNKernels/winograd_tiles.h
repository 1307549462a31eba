// The parts of Winograd's convolution that work on channels in the lanes of vectors: planes turned into places of
// channels and back, and the transforms of tiles.

#include <string.h>

#include "ck_base.h"
#include "ck_winograd.h"

#include "real_f32.h"
#include "turn.h"

/// How a convolution is cut. A tile is 2 x 2 outputs, and the rows of tiles of all images are counted through.
typedef struct {
    /// Rows and columns of tiles of an image.
    int64_t rows, columns;
    /// Rows of tiles in a band, which is what is transformed and multiplied at a time; its tiles; bands in all.
    int64_t band, tiles, bands;
    /// Channels in and out, rounded up to whole vectors.
    int64_t c, k;
} tiling;

CK_INLINE tiling tiling_of(const ck_window *g) {
    tiling t = {.rows = (g->oh + 1) / 2, .columns = (g->ow + 1) / 2};
    t.c = (g->c + LANES - 1) / LANES * LANES;
    t.k = (g->k + LANES - 1) / LANES * LANES;
    // What a band's input becomes is to fit in the second-level cache.
    int64_t most = 3072 / t.c;
    most = most < 24 ? 24 : most > 48 ? 48 : most;
    t.band = most / t.columns < 1 ? 1 : most / t.columns;
    t.tiles = t.band * t.columns;
    t.bands = (g->n * t.rows + t.band - 1) / t.band;
    return t;
}

/// Floats between the parts of transformed tiles. A vector more than they need, so that the parts of a tile
/// do not all want the same places of the cache.
CK_INLINE int64_t part_of(int64_t tiles, int64_t channels) { return tiles * channels + LANES; }

/// Turns 8 x 8 numbers: columns become rows.
CK_INLINE void turn_eight(const float *from, int64_t step, float *to, int64_t pace) {
    hvec a[8];
    for (int i = 0; i < 8; i++) a[i] = *(const uhvec *)(from + i * step);
    turn_vectors(a);
    for (int i = 0; i < 8; i++) *(uhvec *)(to + i * pace) = a[i];
}

/// to[j * pace + i] = from[i * step + j] for i < m, j < n. `by_column`: planes that are far apart are those written, and
/// are taken eight by eight, since more than that many lines at such distances do not stay in the cache.
CK_INLINE void turn(const float *from, int64_t step, int64_t m, int64_t n, float *to, int64_t pace,
                    bool by_column) {
    if (m < 8 || n < 8) {
        for (int64_t i = 0; i < m; i++) {
            for (int64_t j = 0; j < n; j++) to[j * pace + i] = from[i * step + j];
        }
        return;
    }
    int64_t outer = by_column ? n : m, inner = by_column ? m : n;
    for (int64_t i = 0; i < outer; i += 8) {
        // The last eight start early enough to end with the row.
        int64_t a = i + 8 > outer ? outer - 8 : i;
        for (int64_t j = 0; j < inner; j += 8) {
            int64_t b = j + 8 > inner ? inner - 8 : j, row = by_column ? b : a, column = by_column ? a : b;
            turn_eight(from + row * step + column, step, to + column * pace + row, pace);
        }
    }
}

/// One row of an image (`channels` planes of h x w) as `width` places of `lanes` channels, of which the image's
/// first column is number `before`; zeros where the image is not. Lanes beyond the channels are left alone.
CK_INLINE void load_row(const float *image, int64_t channels, int64_t h, int64_t w, int64_t row, int64_t before,
                        int64_t width, int64_t lanes, float *to) {
    if (row < 0 || row >= h) {
        memset(to, 0, (size_t)(width * lanes) * sizeof *to);
        return;
    }
    int64_t inside = w < width - before ? w : width - before;
    memset(to, 0, (size_t)(before * lanes) * sizeof *to);
    turn(image + row * w, h * w, channels, inside, to + before * lanes, lanes, false);
    int64_t after = before + inside;
    memset(to + after * lanes, 0, (size_t)((width - after) * lanes) * sizeof *to);
}

/// V = Bt d B: what 4 x 4 inputs, rows `row` and places `place` apart, are multiplied as; to 16 parts.
CK_INLINE void transform_input(const float *d, int64_t row, int64_t place, float *v, int64_t part) {
    AVEC t[4][4];
    for (int j = 0; j < 4; j++, d += place) {
        AVEC d0 = LOAD(d), d1 = LOAD(d + row), d2 = LOAD(d + 2 * row), d3 = LOAD(d + 3 * row);
        t[0][j] = d0 - d2;
        t[1][j] = d1 + d2;
        t[2][j] = d2 - d1;
        t[3][j] = d1 - d3;
    }
    for (int i = 0; i < 4; i++, v += 4 * part) {
        STORE(v, t[i][0] - t[i][2]);
        STORE(v + part, t[i][1] + t[i][2]);
        STORE(v + 2 * part, t[i][2] - t[i][1]);
        STORE(v + 3 * part, t[i][1] - t[i][3]);
    }
}

/// y = At M A + bias: the 2 x 2 outputs of a tile from its 16 parts. Adds to `check` what is NaN if one of them is not finite.
CK_INLINE void transform_output(const float *m, int64_t part, const AVEC *bias, float *y, int64_t row, AVEC *check) {
    AVEC t[2][4];
    for (int j = 0; j < 4; j++, m += part) {
        AVEC m0 = LOAD(m), m1 = LOAD(m + 4 * part), m2 = LOAD(m + 8 * part), m3 = LOAD(m + 12 * part);
        t[0][j] = m0 + m1 + m2;
        t[1][j] = m1 - m2 - m3;
    }
    for (int i = 0; i < 2; i++, y += row) {
        AVEC a = t[i][0] + t[i][1] + t[i][2] + *bias, b = t[i][1] - t[i][2] - t[i][3] + *bias;
        STORE(y, a);
        STORE(y + LANES, b);
        *check += a * 0 + b * 0;
    }
}

/// Z = A dy At: the gradient of M from that of the 2 x 2 outputs.
CK_INLINE void transform_gradient(const float *dy, int64_t row, int64_t place, float *z, int64_t part) {
    AVEC t[4][2];
    for (int j = 0; j < 2; j++, dy += place) {
        AVEC d0 = LOAD(dy), d1 = LOAD(dy + row);
        t[0][j] = d0;
        t[1][j] = d0 + d1;
        t[2][j] = d0 - d1;
        t[3][j] = -d1;
    }
    for (int i = 0; i < 4; i++, z += 4 * part) {
        STORE(z, t[i][0]);
        STORE(z + part, t[i][0] + t[i][1]);
        STORE(z + 2 * part, t[i][0] - t[i][1]);
        STORE(z + 3 * part, -t[i][1]);
    }
}

/// U = G g Gt, of 3 x 3 weights to 16 parts.
CK_INLINE void transform_weights(const AVEC *g, float *u, int64_t part) {
    AVEC t[4][3];
    for (int j = 0; j < 3; j++) {
        AVEC ends = g[j] + g[6 + j];
        t[0][j] = g[j];
        t[1][j] = 0.5f * (ends + g[3 + j]);
        t[2][j] = 0.5f * (ends - g[3 + j]);
        t[3][j] = g[6 + j];
    }
    for (int i = 0; i < 4; i++, u += 4 * part) {
        AVEC ends = t[i][0] + t[i][2];
        STORE(u, t[i][0]);
        STORE(u + part, 0.5f * (ends + t[i][1]));
        STORE(u + 2 * part, 0.5f * (ends - t[i][1]));
        STORE(u + 3 * part, t[i][2]);
    }
}

/// g = Gt S G: the gradient of 3 x 3 weights from that of their 16 parts.
CK_INLINE void transform_back(const AVEC *s, AVEC *g) {
    AVEC t[3][4];
    for (int j = 0; j < 4; j++) {
        AVEC sum = 0.5f * (s[4 + j] + s[8 + j]);
        t[0][j] = s[j] + sum;
        t[1][j] = 0.5f * (s[4 + j] - s[8 + j]);
        t[2][j] = sum + s[12 + j];
    }
    for (int i = 0; i < 3; i++) {
        AVEC sum = 0.5f * (t[i][1] + t[i][2]);
        g[3 * i] = t[i][0] + sum;
        g[3 * i + 1] = 0.5f * (t[i][1] - t[i][2]);
        g[3 * i + 2] = sum + t[i][3];
    }
}
