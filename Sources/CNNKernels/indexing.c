// Reading and writing elements at places that tensors give.

#include "include/ck_indexing.h"
#include "ck_iterate.h"
#include "include/ck_pool.h"

#include <stdatomic.h>
#include <string.h>

typedef struct {
    int itemsize;
    const char *in;
    char *out;
    int64_t befores, middles, afters, perBlock;
    const int64_t *before, *middle, *after;
    bool run;
} pick;

static void pick_block(void *context, int64_t block) {
    const pick *p = context;
    int64_t first = block * p->perBlock, last = first + p->perBlock;
    if (last > p->befores * p->middles) last = p->befores * p->middles;
    int64_t row = p->afters * p->itemsize;
    for (int64_t k = first; k < last; k++) {
        const char *from = p->in + (p->before[k / p->middles] + p->middle[k % p->middles]) * p->itemsize;
        char *to = p->out + k * row;
        if (p->run) {
            memcpy(to, from, (size_t)row);
        } else if (p->itemsize == 4) {
            for (int64_t r = 0; r < p->afters; r++) ((uint32_t *)to)[r] = ((const uint32_t *)from)[p->after[r]];
        } else if (p->itemsize == 8) {
            for (int64_t r = 0; r < p->afters; r++) ((uint64_t *)to)[r] = ((const uint64_t *)from)[p->after[r]];
        } else {
            for (int64_t r = 0; r < p->afters; r++) to[r] = from[p->after[r]];
        }
    }
}

void ck_pick(
    int itemsize, const void *in, void *out, int64_t befores, const int64_t *before,
    int64_t middles, const int64_t *middle, int64_t afters, const int64_t *after, bool run) {
    if (befores * middles * afters == 0) return;
    pick p = {itemsize, in, out, befores, middles, afters, 0, before, middle, after, run};
    int64_t perBlock = (1 << 15) / afters;
    p.perBlock = perBlock < 1 ? 1 : perBlock;
    ck_parallel((befores * middles + p.perBlock - 1) / p.perBlock, pick_block, &p);
}

#define PUT(T, STATEMENT)                                                                         \
    {                                                                                             \
        const T *x = in;                                                                          \
        for (int64_t i = 0; i < befores; i++)                                                     \
            for (int64_t b = 0; b < middles; b++) {                                               \
                T *to = (T *)out + before[i] + middle[b];                                         \
                for (int64_t r = 0; r < afters; r++) {                                            \
                    T *o = to + after[r];                                                         \
                    const T a = *x++;                                                             \
                    STATEMENT;                                                                    \
                }                                                                                 \
            }                                                                                     \
    }

void ck_put(
    int dtype, bool accumulate, const void *in, void *out, int64_t befores, const int64_t *before,
    int64_t middles, const int64_t *middle, int64_t afters, const int64_t *after) {
    if (!accumulate) {
        switch (ck_itemsize[dtype]) {
        case 4: PUT(uint32_t, *o = a) break;
        case 8: PUT(uint64_t, *o = a) break;
        default: PUT(uint8_t, *o = a)
        }
        return;
    }
    switch (dtype) {
    case CK_FLOAT32: PUT(float, *o += a) break;
    case CK_FLOAT64: PUT(double, *o += a) break;
    case CK_INT64: PUT(uint64_t, *o += a) break;
    case CK_INT32: PUT(uint32_t, *o += a) break;
    case CK_BOOL: PUT(uint8_t, *o |= a) break;
    default: PUT(uint8_t, *o = (uint8_t)(*o + a))
    }
}

typedef struct {
    int64_t step, size;
    _Atomic(int64_t) bad;
} along;

#define GATHER(NAME, T)                                                                           \
    static void gather_##NAME(                                                                    \
        int64_t n, char *const *data, const int64_t *s, const void *context) {                    \
        along *where = (along *)context;                                                          \
        for (int64_t i = 0; i < n; i++) {                                                         \
            int64_t index = *(const int64_t *)(data[1] + i * s[1]);                               \
            if (index < 0 || index >= where->size) {                                              \
                int64_t none = CK_NO_BAD_INDEX;                                                   \
                atomic_compare_exchange_strong(&where->bad, &none, index);                        \
                continue;                                                                         \
            }                                                                                     \
            *(T *)(data[0] + i * s[0]) = ((const T *)(data[2] + i * s[2]))[index * where->step];  \
        }                                                                                         \
    }
GATHER(1, uint8_t)
GATHER(4, uint32_t)
GATHER(8, uint64_t)

int64_t ck_gather(
    int dtype, int64_t step, int64_t size, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands) {
    along where = {step, size, CK_NO_BAD_INDEX};
    int item = ck_itemsize[dtype], sizes[3] = {item, 8, item};
    ck_loop loop = item == 8 ? gather_8 : item == 4 ? gather_4 : gather_1;
    ck_iterate(loop, &where, 2, 3, sizes, ndim, shape, strides, (char *const *)operands.data);
    return where.bad;
}

#define SCATTER(NAME, T, STATEMENT)                                                               \
    static void scatter_##NAME(                                                                   \
        int64_t n, char *const *data, const int64_t *s, const void *context) {                    \
        along *where = (along *)context;                                                          \
        for (int64_t i = 0; i < n; i++) {                                                         \
            int64_t index = *(const int64_t *)(data[1] + i * s[1]);                               \
            if (index < 0 || index >= where->size) {                                              \
                int64_t none = CK_NO_BAD_INDEX;                                                   \
                atomic_compare_exchange_strong(&where->bad, &none, index);                        \
                continue;                                                                         \
            }                                                                                     \
            T *o = (T *)(data[0] + i * s[0]) + index * where->step;                               \
            const T a = *(const T *)(data[2] + i * s[2]);                                         \
            STATEMENT;                                                                            \
        }                                                                                         \
    }
#define SCATTERS(NAME, STATEMENT)                                                                 \
    SCATTER(NAME##_f32, float, STATEMENT)                                                         \
    SCATTER(NAME##_f64, double, STATEMENT)                                                        \
    SCATTER(NAME##_i64, int64_t, STATEMENT)                                                       \
    SCATTER(NAME##_i32, int32_t, STATEMENT)                                                       \
    SCATTER(NAME##_u8, uint8_t, STATEMENT)
SCATTERS(set, *o = a)
SCATTER(add_f32, float, *o += a)
SCATTER(add_f64, double, *o += a)
SCATTER(add_i64, uint64_t, *o += a)
SCATTER(add_i32, uint32_t, *o += a)
SCATTER(add_u8, uint8_t, *o = (uint8_t)(*o + a))
SCATTER(multiply_f32, float, *o *= a)
SCATTER(multiply_f64, double, *o *= a)
SCATTER(multiply_i64, uint64_t, *o *= a)
SCATTER(multiply_i32, uint32_t, *o *= a)
SCATTER(multiply_u8, uint8_t, *o = (uint8_t)(*o * a))
SCATTERS(max, if (a > *o || a != a) *o = a)
SCATTERS(min, if (a < *o || a != a) *o = a)

#define ROW(NAME) {NAME##_f32, NAME##_f64, NAME##_i64, NAME##_i32, NAME##_u8, NAME##_u8}
static const ck_loop scatters[5][CK_DTYPES] = {
    ROW(scatter_set), ROW(scatter_add), ROW(scatter_multiply), ROW(scatter_max), ROW(scatter_min)};

int64_t ck_scatter(
    int op, int dtype, int64_t step, int64_t size, int ndim, const int64_t *shape,
    const int64_t *strides, ck_operands operands) {
    along where = {step, size, CK_NO_BAD_INDEX};
    int item = ck_itemsize[dtype], sizes[3] = {item, 8, item};
    ck_iterate_in_order(
        scatters[op][dtype], &where, 3, sizes, ndim, shape, strides, (char *const *)operands.data);
    return where.bad;
}

int64_t ck_nonzero(const uint8_t *mask, int64_t count, int64_t *out) {
    int64_t found = 0;
    for (int64_t i = 0; i < count; i++)
        if (mask[i]) out[found++] = i;
    return found;
}
