// PyTorch's order of addition, in the type of the elements (ATen/native/cpu/SumKernel.cpp): 4 partial sums (of vectors of
// 32 bytes where elements lie side by side) take every fourth term, each on 4 levels, a level's sum moving to the next
// one every 16 terms; then levels, partial sums and the vector's lanes are added in order.

// Included by reduce_rows.h alone, which has `accumulator`.

enum { LEVELS = 4, PARTS = 4, PARALLEL = 1 << 15 };

static int64_t level_power(int64_t size) {
    int64_t log = 0;
    while (((int64_t)1 << log) < size) log++;
    return log / LEVELS > 4 ? log / LEVELS : 4;
}

#define CASCADE(T, V)                                                                             \
    /* out[w] = sum of x[k * step + w] over k < n, for `width` columns side by side. */           \
    static inline __attribute__((always_inline)) void levels_##T(                                 \
        const char *x, int64_t step, int64_t n, int width, int64_t apart, T *out) {               \
        T acc[LEVELS][PARTS * V] = {{0}};                                                         \
        int64_t power = level_power(n), size = (int64_t)1 << power, i = 0;                        \
        while (i + size <= n) {                                                                   \
            for (int64_t j = 0; j < size; j++, i++, x += step)                                    \
                for (int w = 0; w < width; w++) acc[0][w] += *(const T *)(x + w * apart);         \
            for (int j = 1; j < LEVELS; j++) {                                                    \
                for (int w = 0; w < width; w++) {                                                 \
                    acc[j][w] += acc[j - 1][w];                                                   \
                    acc[j - 1][w] = 0;                                                            \
                }                                                                                 \
                if ((i & ((size - 1) << (j * power))) != 0) break;                                \
            }                                                                                     \
        }                                                                                         \
        for (; i < n; i++, x += step)                                                             \
            for (int w = 0; w < width; w++) acc[0][w] += *(const T *)(x + w * apart);             \
        for (int j = 1; j < LEVELS; j++)                                                          \
            for (int w = 0; w < width; w++) acc[0][w] += acc[j][w];                               \
        for (int w = 0; w < width; w++) out[w] = acc[0][w];                                       \
    }                                                                                             \
    /* The same for one column, every fourth term in a partial sum of its own. */                 \
    static T parts_##T(const char *x, int64_t step, int64_t n) {                                  \
        T sums[PARTS];                                                                            \
        int64_t whole = n / PARTS;                                                                \
        levels_##T(x, step * PARTS, whole, PARTS, step, sums);                                    \
        for (int64_t i = whole * PARTS; i < n; i++) sums[0] += *(const T *)(x + i * step);        \
        for (int k = 1; k < PARTS; k++) sums[0] += sums[k];                                       \
        return sums[0];                                                                           \
    }                                                                                             \
    /* V columns side by side, every fourth row in a partial sum of its own. */                   \
    CK_CLONES static void vector_parts_##T(const char *x, int64_t step, int64_t n, T *out) {      \
        T sums[PARTS][V];                                                                         \
        int64_t whole = n / PARTS;                                                                \
        for (int k = 0; k < PARTS; k++)                                                           \
            levels_##T(x + k * step, step * PARTS, whole, V, sizeof(T), sums[k]);                 \
        for (int64_t i = whole * PARTS; i < n; i++)                                               \
            for (int w = 0; w < V; w++) sums[0][w] += ((const T *)(x + i * step))[w];             \
        for (int k = 1; k < PARTS; k++)                                                           \
            for (int w = 0; w < V; w++) sums[0][w] += sums[k][w];                                 \
        for (int w = 0; w < V; w++) out[w] = sums[0][w];                                          \
    }                                                                                             \
    CK_CLONES static void cascade_##T(                                                            \
        accumulator *acc, const char *p, int64_t n, int64_t stride, int64_t first,                \
        double parameter) {                                                                       \
        (void)first;                                                                              \
        (void)parameter;                                                                          \
        T sum = 0;                                                                                \
        if (stride == sizeof(T) && n >= V) {                                                      \
            T lanes[PARTS * V];                                                                   \
            int64_t vectors = n / V, whole = vectors / PARTS;                                     \
            levels_##T(p, PARTS * V * sizeof(T), whole, PARTS * V, sizeof(T), lanes);             \
            const T *x = (const T *)p;                                                            \
            for (int64_t i = whole * PARTS; i < vectors; i++)                                     \
                for (int w = 0; w < V; w++) lanes[w] += x[i * V + w];                             \
            for (int k = 1; k < PARTS; k++)                                                       \
                for (int w = 0; w < V; w++) lanes[w] += lanes[k * V + w];                         \
            for (int64_t i = vectors * V; i < n; i++) sum += x[i];                                \
            for (int w = 0; w < V; w++) sum += lanes[w];                                          \
        } else {                                                                                  \
            sum = parts_##T(p, stride, n);                                                        \
        }                                                                                         \
        acc->d = (T)acc->d + sum;                                                                 \
    }
