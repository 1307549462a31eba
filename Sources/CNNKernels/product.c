// Products of matrices of float32 for sizes where a library's preparations cost much of the time: those of fully connected
// layers, where one side is a batch. As in Goto and van de Geijn, https://doi.org/10.1145/1356052.1356053: a block of A is
// packed into panels of a few rows and stays in the second-level cache, some columns of B are packed into strips of a
// vector's width, and a kernel multiplies a panel with a strip while all sums are in registers. Unlike a library's, it
// writes C where it would first clear it, and reads a turned matrix as fast as another.

#include "ck_product.h"

#include <string.h>

#include "ck_base.h"

#include "real_f32.h"
#include "turn.h"

enum { MOST_ROWS = 96, MOST_INNER = 256, STRIPS = 4, COLUMNS = STRIPS * LANES, AHEAD = 8 };

/// Rows of a panel: the sums of a panel and a strip fill the registers, 16 of AVX2 and 32 of AVX-512.
enum { PANEL = 6, WIDE_PANEL = 12 };

/// Rows first ..< first + rows of A, columns inner ..< inner + k, as k times `panel` numbers.
CK_INLINE void pack_panel(ck_matrix a, int64_t first, int64_t rows, int64_t inner, int64_t k, int panel, float *to) {
    if (a.turned) {
        const float *from = a.at + inner * a.leading + first;
        if (rows == panel) {
            for (int64_t i = 0; i < k; i++) {
                for (int r = 0; r < panel; r++) to[i * panel + r] = from[i * a.leading + r];
            }
            return;
        }
        for (int64_t i = 0; i < k; i++) {
            for (int r = 0; r < panel; r++) to[i * panel + r] = r < rows ? from[i * a.leading + r] : 0;
        }
        return;
    }
    const float *from = a.at + first * a.leading + inner;
    int64_t i = 0;
    for (; i + 8 <= k; i += 8) {
        // Six rows of eight numbers are turned in registers; two more numbers are written than belong there, before
        // those that do.
        hvec v[WIDE_PANEL / PANEL][8] = {};
        for (int g = 0; g < panel / PANEL; g++) {
            for (int r = 0; r < PANEL; r++) {
                if (g * PANEL + r < rows) v[g][r] = *(const uhvec *)(from + (g * PANEL + r) * a.leading + i);
            }
            turn_vectors(v[g]);
        }
        for (int j = 0; j < 8; j++) {
            for (int g = 0; g < panel / PANEL; g++) *(uhvec *)(to + (i + j) * panel + g * PANEL) = v[g][j];
        }
    }
    for (; i < k; i++) {
        for (int r = 0; r < panel; r++) to[i * panel + r] = r < rows ? from[r * a.leading + i] : 0;
    }
}

/// Columns first ..< first + columns (at most COLUMNS) of B, rows inner ..< inner + k, as strips of k times LANES numbers.
CK_INLINE void pack_strips(ck_matrix b, int64_t first, int64_t columns, int64_t inner, int64_t k, float *to) {
    if (!b.turned && columns == COLUMNS) {
        // Row by row: the rows lie far apart, and their next numbers are asked for some rows ahead.
        const float *from = b.at + inner * b.leading + first;
        for (int64_t i = 0; i < k; i++, from += b.leading) {
            if (i + AHEAD < k) {
                for (int s = 0; s < STRIPS; s++) __builtin_prefetch(from + AHEAD * b.leading + s * LANES);
            }
            for (int s = 0; s < STRIPS; s++) STORE(to + (s * k + i) * LANES, LOAD(from + s * LANES));
        }
        return;
    }
    for (int64_t strip = 0; strip * LANES < columns; strip++) {
        int64_t width = columns - strip * LANES < LANES ? columns - strip * LANES : LANES;
        float *out = to + strip * k * LANES;
        int64_t at = first + strip * LANES;
        if (width < LANES) memset(out, 0, (size_t)(k * LANES) * sizeof *out);
        if (!b.turned) {
            const float *from = b.at + inner * b.leading + at;
            if (width == LANES) {
                for (int64_t i = 0; i < k; i++) STORE(out + i * LANES, LOAD(from + i * b.leading));
            } else {
                for (int64_t i = 0; i < k; i++) {
                    for (int64_t j = 0; j < width; j++) out[i * LANES + j] = from[i * b.leading + j];
                }
            }
            continue;
        }
        const float *from = b.at + at * b.leading + inner;
        int64_t j = 0;
        for (; j + 8 <= width; j += 8) {
            int64_t i = 0;
            for (; i + 8 <= k; i += 8) {
                hvec v[8];
                for (int r = 0; r < 8; r++) v[r] = *(const uhvec *)(from + (j + r) * b.leading + i);
                turn_vectors(v);
                for (int r = 0; r < 8; r++) *(uhvec *)(out + (i + r) * LANES + j) = v[r];
            }
            for (; i < k; i++) {
                for (int r = 0; r < 8; r++) out[i * LANES + j + r] = from[(j + r) * b.leading + i];
            }
        }
        for (; j < width; j++) {
            for (int64_t i = 0; i < k; i++) out[i * LANES + j] = from[j * b.leading + i];
        }
    }
}

/// A panel times a strip: `rows` rows of LANES sums.
CK_INLINE void multiply_panel(int rows, int panel, int64_t k, const float *a, const float *b, bool add, float *c,
                              int64_t leading, int64_t width) {
    AVEC s[WIDE_PANEL] = {};
    for (int64_t i = 0; i < k; i++, a += panel, b += LANES) {
        AVEC v = LOAD(b);
#pragma clang loop unroll(full)
        for (int r = 0; r < rows; r++) s[r] += v * a[r];
    }
    if (width == LANES && add) {
#pragma clang loop unroll(full)
        for (int r = 0; r < rows; r++) STORE(c + r * leading, LOAD(c + r * leading) + s[r]);
    } else if (width == LANES) {
#pragma clang loop unroll(full)
        for (int r = 0; r < rows; r++) STORE(c + r * leading, s[r]);
    } else {
        AVEC copies[WIDE_PANEL];
#pragma clang loop unroll(full)
        for (int r = 0; r < rows; r++) copies[r] = s[r];
        for (int r = 0; r < rows; r++) {
            for (int64_t j = 0; j < width; j++) c[r * leading + j] = (add ? c[r * leading + j] : 0) + copies[r][j];
        }
    }
}

typedef struct {
    int64_t m, n, k;
    ck_matrix a, b;
    bool add;
    float *c;
    int64_t leading;
} product;

/// All of it. Blocks of the inner dimension come first, so that each sum is that of its blocks in order.
CK_INLINE void multiply_all(const product *o, int panel) {
    _Alignas(64) float packed_a[(MOST_ROWS + WIDE_PANEL) * MOST_INNER + LANES];
    _Alignas(64) float packed_b[COLUMNS * MOST_INNER];
    int64_t parts = (o->k + MOST_INNER - 1) / MOST_INNER, inner = ((o->k + parts - 1) / parts + 7) & ~7;
    for (int64_t top = 0; top < o->m; top += MOST_ROWS) {
        int64_t rows = o->m - top < MOST_ROWS ? o->m - top : MOST_ROWS;
        for (int64_t from = 0; from < o->k; from += inner) {
            int64_t k = o->k - from < inner ? o->k - from : inner;
            bool add = o->add || from > 0;
            for (int64_t r = 0; r < rows; r += panel) {
                pack_panel(o->a, top + r, rows - r < panel ? rows - r : panel, from, k, panel, packed_a + r * k);
            }
            for (int64_t column = 0; column < o->n; column += COLUMNS) {
                int64_t columns = o->n - column < COLUMNS ? o->n - column : COLUMNS;
                pack_strips(o->b, column, columns, from, k, packed_b);
                for (int64_t strip = 0; strip * LANES < columns; strip++) {
                    int64_t width = columns - strip * LANES < LANES ? columns - strip * LANES : LANES;
                    const float *b = packed_b + strip * k * LANES;
                    for (int64_t r = 0; r < rows; r += panel) {
                        float *c = o->c + (top + r) * o->leading + column + strip * LANES;
                        const float *a = packed_a + r * k;
#define ROWS(N)                                                                                   \
    case N:                                                                                       \
        if (N <= panel) multiply_panel(N, panel, k, a, b, add, c, o->leading, width);             \
        break;
                        switch (rows - r < panel ? rows - r : panel) {
                            ROWS(1) ROWS(2) ROWS(3) ROWS(4) ROWS(5) ROWS(6)
                            ROWS(7) ROWS(8) ROWS(9) ROWS(10) ROWS(11) ROWS(12)
                        }
#undef ROWS
                    }
                }
            }
        }
    }
}

#if defined(__x86_64__) && defined(__linux__) && !defined(CK_NO_CLONES)

__attribute__((target("arch=x86-64-v4"))) static void multiply_v4(const product *o) { multiply_all(o, WIDE_PANEL); }
__attribute__((target("arch=x86-64-v3"))) static void multiply_v3(const product *o) { multiply_all(o, PANEL); }
static void multiply_v1(const product *o) { multiply_all(o, PANEL); }

static void multiply(const product *o) {
    if (__builtin_cpu_supports("x86-64-v4")) multiply_v4(o);
    else if (__builtin_cpu_supports("x86-64-v3")) multiply_v3(o);
    else multiply_v1(o);
}

#elif defined(__AVX512F__) || defined(CK_WIDE_PANELS)
// `CK_WIDE_PANELS` has them tested where there is no AVX-512.
static void multiply(const product *o) { multiply_all(o, WIDE_PANEL); }
#else
static void multiply(const product *o) { multiply_all(o, PANEL); }
#endif

void ck_product_f32(int64_t m, int64_t n, int64_t k, ck_matrix a, ck_matrix b, bool add, float *c, int64_t leading) {
    product o = {.m = m, .n = n, .k = k, .a = a, .b = b, .add = add, .c = c, .leading = leading};
    if (k > 0) {
        multiply(&o);
    } else if (!add) {
        for (int64_t i = 0; i < m; i++) memset(c + i * leading, 0, (size_t)n * sizeof *c);
    }
}
