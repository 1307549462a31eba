// Copies between layouts and types, selection by a mask, filling.

#include "include/ck_elementwise.h"
#include "ck_loops.h"

#include <string.h>

/// Out of range and NaN become the smallest integer, as the processors that PyTorch's results are known
/// from have it; a plain cast would be undefined.
static inline int64_t to_int64(double a) {
    return a >= -9223372036854775808.0 && a < 9223372036854775808.0 ? (int64_t)a : INT64_MIN;
}
static inline int32_t to_int32(double a) {
    return a > -2147483649.0 && a < 2147483648.0 ? (int32_t)a : INT32_MIN;
}

#define FROM(NAME, A, TO_I64, TO_I32, TO_U8)                                                      \
    CK_UNARY_LOOP(NAME##_f32, float, A, a)                                                        \
    CK_UNARY_LOOP(NAME##_f64, double, A, a)                                                       \
    CK_UNARY_LOOP(NAME##_i64, int64_t, A, TO_I64)                                                 \
    CK_UNARY_LOOP(NAME##_i32, int32_t, A, TO_I32)                                                 \
    CK_UNARY_LOOP(NAME##_u8, uint8_t, A, TO_U8)                                                   \
    CK_UNARY_LOOP(NAME##_bool, uint8_t, A, a != 0)

FROM(f32, float, to_int64(a), to_int32(a), (uint8_t)to_int64(a))
FROM(f64, double, to_int64(a), to_int32(a), (uint8_t)to_int64(a))
FROM(i64, int64_t, a, a, a)
FROM(i32, int32_t, a, a, a)
FROM(u8, uint8_t, a, a, a)

#define ROW(TO) {f32_##TO, f64_##TO, i64_##TO, i32_##TO, u8_##TO, u8_##TO}
static const ck_loop loops[CK_DTYPES][CK_DTYPES] = {ROW(f32), ROW(f64), ROW(i64),
    ROW(i32), ROW(u8), ROW(bool)};

void ck_copy(
    int to, int from, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands) {
    int sizes[2] = {ck_itemsize[to], ck_itemsize[from]};
    ck_iterate(loops[to][from], NULL, 1, 2, sizes, ndim, shape, strides, (char *const *)operands.data);
}

#define WHERE(NAME, T)                                                                            \
    CK_CLONES static void where_##NAME(                                                           \
        int64_t n, char *const *data, const int64_t *s, const void *context) {                    \
        (void)context;                                                                            \
        char *po = data[0];                                                                       \
        const char *pc = data[1], *pa = data[2], *pb = data[3];                                   \
        const int64_t size = sizeof(T);                                                           \
        if (s[0] == size && s[1] == 1 && s[2] == size && s[3] == size) {                          \
            T *o = (T *)po;                                                                       \
            const T *x = (const T *)pa, *y = (const T *)pb;                                       \
            CK_VECTORISE for (int64_t i = 0; i < n; i++) {                                        \
                const T a = x[i], b = y[i];                                                       \
                o[i] = pc[i] ? a : b;                                                             \
            }                                                                                     \
        } else if (s[0] == size && s[1] == 1 && s[2] == 0 && s[3] == size) {                      \
            T *o = (T *)po;                                                                       \
            const T a = *(const T *)pa, *y = (const T *)pb;                                       \
            CK_VECTORISE for (int64_t i = 0; i < n; i++) {                                        \
                const T b = y[i];                                                                 \
                o[i] = pc[i] ? a : b;                                                             \
            }                                                                                     \
        } else {                                                                                  \
            for (int64_t i = 0; i < n; i++)                                                       \
                *(T *)(po + i * s[0]) =                                                           \
                    pc[i * s[1]] ? *(const T *)(pa + i * s[2]) : *(const T *)(pb + i * s[3]);     \
        }                                                                                         \
    }
WHERE(1, uint8_t)
WHERE(4, uint32_t)
WHERE(8, uint64_t)

void ck_where(
    int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands) {
    int size = ck_itemsize[dtype];
    int sizes[4] = {size, 1, size, size};
    ck_loop loop = size == 8 ? where_8 : size == 4 ? where_4 : where_1;
    ck_iterate(loop, NULL, 1, 4, sizes, ndim, shape, strides, (char *const *)operands.data);
}

#define ACCUMULATE(NAME, T, U)                                                                    \
    static void accumulate_##NAME(                                                                \
        int64_t n, char *const *data, const int64_t *s, const void *context) {                    \
        (void)context;                                                                            \
        for (int64_t i = 0; i < n; i++) {                                                         \
            U *o = (U *)(data[0] + i * s[0]);                                                     \
            *o = (U)(*o + *(const U *)(data[1] + i * s[1]));                                      \
        }                                                                                         \
    }
ACCUMULATE(f32, float, float)
ACCUMULATE(f64, double, double)
ACCUMULATE(i64, int64_t, uint64_t)
ACCUMULATE(i32, int32_t, uint32_t)
ACCUMULATE(u8, uint8_t, uint8_t)

bool ck_accumulate(
    int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands) {
    static const ck_loop loops[CK_DTYPES] = {accumulate_f32, accumulate_f64, accumulate_i64,
        accumulate_i32, accumulate_u8, 0};
    if (!loops[dtype]) return false;
    int sizes[2] = {ck_itemsize[dtype], ck_itemsize[dtype]};
    ck_iterate_in_order(loops[dtype], NULL, 2, sizes, ndim, shape, strides, (char *const *)operands.data);
    return true;
}

void ck_fill(char *data, int64_t count, int itemsize, const char *value) {
    bool zero = true;
    for (int i = 0; i < itemsize; i++) zero &= value[i] == 0;
    if (zero || itemsize == 1) {
        memset(data, value[0], (size_t)(count * itemsize));
    } else if (itemsize == 4) {
        uint32_t word, *out = (uint32_t *)data;
        memcpy(&word, value, 4);
        for (int64_t i = 0; i < count; i++) out[i] = word;
    } else {
        uint64_t word, *out = (uint64_t *)data;
        memcpy(&word, value, 8);
        for (int64_t i = 0; i < count; i++) out[i] = word;
    }
}
