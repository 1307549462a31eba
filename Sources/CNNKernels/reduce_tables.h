// Sums of whole tables at once: many short rows, or down the columns.

// Included by reduce.c alone, which has `reduction`.

/// Sums of many short rows: what a row's kernel computes (`cascade_…`, where no level is filled), without a call for each.
#define SHORT_ROWS(NAME, T, V)                                                                    \
    static inline __attribute__((always_inline)) T NAME##_sum(const T *x, int64_t n) {            \
        T sum = 0, lanes[PARTS * V] = {0};                                                        \
        if (n < V) {                                                                              \
            for (int64_t i = 0; i < n / PARTS * PARTS; i++) lanes[i % PARTS] += x[i];             \
            for (int64_t i = n / PARTS * PARTS; i < n; i++) lanes[0] += x[i];                     \
            for (int k = 1; k < PARTS; k++) lanes[0] += lanes[k];                                 \
            return lanes[0];                                                                      \
        }                                                                                         \
        const int64_t vectors = n / V, whole = vectors / PARTS;                                   \
        for (int64_t i = 0; i < whole; i++)                                                       \
            for (int w = 0; w < PARTS * V; w++) lanes[w] += x[i * PARTS * V + w];                 \
        for (int64_t i = whole * PARTS; i < vectors; i++)                                         \
            for (int w = 0; w < V; w++) lanes[w] += x[i * V + w];                                 \
        for (int k = 1; k < PARTS; k++)                                                           \
            for (int w = 0; w < V; w++) lanes[w] += lanes[k * V + w];                             \
        for (int64_t i = vectors * V; i < n; i++) sum += x[i];                                    \
        for (int w = 0; w < V; w++) sum += lanes[w];                                              \
        return sum;                                                                               \
    }                                                                                             \
    CK_CLONES static void NAME(void *context, int64_t block) {                                    \
        const reduction *r = context;                                                             \
        int64_t first = block * r->perBlock, last = first + r->perBlock;                          \
        if (last > r->outputs) last = r->outputs;                                                 \
        const int64_t n = r->length, step = r->kept > 0 ? r->keptStrides[0] : 0;                  \
        const double divisor = r->op == CK_MEAN ? (double)n : 1;                                  \
        for (int64_t output = first; output < last; output++) {                                   \
            const T sum = NAME##_sum((const T *)(r->data + output * step), n);                    \
            ((T *)r->out)[output] = (T)(sum / divisor);                                           \
        }                                                                                         \
    }
SHORT_ROWS(short_rows_f32, float, 8)
SHORT_ROWS(short_rows_f64, double, 4)

/// Sums down the columns: the last kept dimension is contiguous, the reduced ones lie outside of it.
#define COLUMNS(NAME, T)                                                                          \
    CK_CLONES static void NAME(void *context, int64_t block) {                                    \
        const reduction *r = context;                                                             \
        int64_t width = r->keptShape[r->kept - 1], tiles = (width + TILE - 1) / TILE;             \
        int64_t row = block / tiles, column = block % tiles * TILE;                               \
        int64_t n = width - column < TILE ? width - column : TILE;                                \
        const char *base = base_of(r, row * width) + column * (int64_t)sizeof(T);                 \
        int64_t index[CK_MAX_DIMS] = {0};                                                         \
        double sums[TILE] = {0};                                                                  \
        if (r->reduced == 1 && n == 8) {                                                          \
            double eight[8] = {0};                                                                \
            for (int64_t k = 0; k < r->length; k++) {                                             \
                const T *x = (const T *)(base + k * r->strides[0]);                               \
                for (int j = 0; j < 8; j++) eight[j] += x[j];                                     \
            }                                                                                     \
            memcpy(sums, eight, sizeof eight);                                                    \
        } else for (int64_t k = 0; k < r->length; k++) {                                          \
            const T *x = (const T *)base;                                                         \
            if (n == TILE) for (int64_t j = 0; j < TILE; j++) sums[j] += x[j];                    \
            else for (int64_t j = 0; j < n; j++) sums[j] += x[j];                                 \
            for (int d = r->reduced - 1; d >= 0; d--) {                                           \
                base += r->strides[d];                                                            \
                if (++index[d] < r->shape[d]) break;                                              \
                base -= r->shape[d] * r->strides[d];                                              \
                index[d] = 0;                                                                     \
            }                                                                                     \
        }                                                                                         \
        double divisor = r->op == CK_MEAN ? (double)r->length : 1;                                \
        T *out = (T *)r->out + row * width + column;                                              \
        for (int64_t j = 0; j < n; j++) out[j] = (T)(sums[j] / divisor);                          \
    }
COLUMNS(columns_f32, float)
COLUMNS(columns_f64, double)

/// Sums down the columns of few elements, in PyTorch's order: it takes columns by fours of vectors, then by vectors, then
/// one by one.
#define SHORT_COLUMNS(T, V)                                                                       \
    CK_CLONES static void short_columns_##T(const reduction *r) {                                 \
        int64_t width = r->keptShape[r->kept - 1], n = r->length, step = r->strides[0];           \
        int64_t apart = r->keptStrides[r->kept - 1];                                              \
        for (int64_t row = 0; row < r->outputs / width; row++) {                                  \
            const char *x = base_of(r, row * width);                                              \
            T *out = (T *)r->out + row * width;                                                   \
            int64_t j = 0;                                                                        \
            if (width >= V && apart == sizeof(T)) {                                               \
                for (; j + PARTS * V <= width; j += PARTS * V)                                    \
                    levels_##T(x + j * sizeof(T), step, n, PARTS * V, sizeof(T), out + j);        \
                for (; j + V <= width; j += V)                                                    \
                    vector_parts_##T(x + j * sizeof(T), step, n, out + j);                        \
            } else {                                                                              \
                for (; j + PARTS <= width; j += PARTS)                                            \
                    levels_##T(x + j * apart, step, n, PARTS, apart, out + j);                    \
            }                                                                                     \
            for (; j < width; j++) out[j] = parts_##T(x + j * apart, step, n);                    \
            if (r->op == CK_MEAN) for (j = 0; j < width; j++) out[j] /= (T)n;                     \
        }                                                                                         \
    }
SHORT_COLUMNS(float, 8)
SHORT_COLUMNS(double, 4)
