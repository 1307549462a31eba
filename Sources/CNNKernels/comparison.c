// Comparisons, logic and predicates: loops whose output is bool.

#include "include/ck_elementwise.h"
#include "ck_loops.h"

#include <math.h>
#include <stddef.h>

#define NOTHING
#define ALL_TYPES(NAME, EXPRESSION)                                                               \
    CK_BINARY_LOOP(NAME##_f32, uint8_t, float, NOTHING, EXPRESSION)                               \
    CK_BINARY_LOOP(NAME##_f64, uint8_t, double, NOTHING, EXPRESSION)                              \
    CK_BINARY_LOOP(NAME##_i64, uint8_t, int64_t, NOTHING, EXPRESSION)                             \
    CK_BINARY_LOOP(NAME##_i32, uint8_t, int32_t, NOTHING, EXPRESSION)                             \
    CK_BINARY_LOOP(NAME##_u8, uint8_t, uint8_t, NOTHING, EXPRESSION)

ALL_TYPES(eq, a == b)
ALL_TYPES(ne, a != b)
ALL_TYPES(lt, a < b)
ALL_TYPES(le, a <= b)
ALL_TYPES(gt, a > b)
ALL_TYPES(ge, a >= b)
ALL_TYPES(logical_and, (a != 0) & (b != 0))
ALL_TYPES(logical_or, (a != 0) | (b != 0))
ALL_TYPES(logical_xor, (a != 0) ^ (b != 0))

#define ROW(NAME) {NAME##_f32, NAME##_f64, NAME##_i64, NAME##_i32, NAME##_u8, NAME##_u8}

static const ck_loop loops[CK_COMPARISON_OPS][CK_DTYPES] = {
    [CK_EQ] = ROW(eq), [CK_NE] = ROW(ne), [CK_LT] = ROW(lt), [CK_LE] = ROW(le), [CK_GT] = ROW(gt),
    [CK_GE] = ROW(ge), [CK_LOGICAL_AND] = ROW(logical_and), [CK_LOGICAL_OR] = ROW(logical_or),
    [CK_LOGICAL_XOR] = ROW(logical_xor),
};

bool ck_compare(
    int op, int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands) {
    int sizes[3] = {1, ck_itemsize[dtype], ck_itemsize[dtype]};
    ck_iterate(loops[op][dtype], NULL, 1, 3, sizes, ndim, shape, strides, (char *const *)operands.data);
    return true;
}

CK_UNARY_LOOP(isnan_f32, uint8_t, float, a != a)
CK_UNARY_LOOP(isnan_f64, uint8_t, double, a != a)
CK_UNARY_LOOP(isinf_f32, uint8_t, float, fabsf(a) == INFINITY)
CK_UNARY_LOOP(isinf_f64, uint8_t, double, fabs(a) == INFINITY)
CK_UNARY_LOOP(isfinite_f32, uint8_t, float, fabsf(a) < INFINITY)
CK_UNARY_LOOP(isfinite_f64, uint8_t, double, fabs(a) < INFINITY)
CK_UNARY_LOOP(not_f32, uint8_t, float, a == 0)
CK_UNARY_LOOP(not_f64, uint8_t, double, a == 0)
CK_UNARY_LOOP(not_i64, uint8_t, int64_t, a == 0)
CK_UNARY_LOOP(not_i32, uint8_t, int32_t, a == 0)
CK_UNARY_LOOP(not_u8, uint8_t, uint8_t, a == 0)
CK_UNARY_LOOP(signbit_f32, uint8_t, float, signbit(a) != 0)
CK_UNARY_LOOP(signbit_f64, uint8_t, double, signbit(a) != 0)
CK_UNARY_LOOP(signbit_i64, uint8_t, int64_t, a < 0)
CK_UNARY_LOOP(signbit_i32, uint8_t, int32_t, a < 0)
CK_UNARY_LOOP(yes, uint8_t, uint8_t, 1 | (a & 0))
CK_UNARY_LOOP(no, uint8_t, uint8_t, a & 0)
CK_UNARY_LOOP(yes_i64, uint8_t, int64_t, 1 | (a & 0))
CK_UNARY_LOOP(no_i64, uint8_t, int64_t, a & 0)
CK_UNARY_LOOP(yes_i32, uint8_t, int32_t, 1 | (a & 0))
CK_UNARY_LOOP(no_i32, uint8_t, int32_t, a & 0)

static const ck_loop predicates[CK_PREDICATES][CK_DTYPES] = {
    [CK_ISNAN] = {isnan_f32, isnan_f64, no_i64, no_i32, no, no},
    [CK_ISINF] = {isinf_f32, isinf_f64, no_i64, no_i32, no, no},
    [CK_ISFINITE] = {isfinite_f32, isfinite_f64, yes_i64, yes_i32, yes, yes},
    [CK_LOGICAL_NOT] = {not_f32, not_f64, not_i64, not_i32, not_u8, not_u8},
    [CK_SIGNBIT] = {signbit_f32, signbit_f64, signbit_i64, signbit_i32, no, no},
};

bool ck_predicate(
    int op, int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands) {
    int sizes[2] = {1, ck_itemsize[dtype]};
    ck_iterate(predicates[op][dtype], NULL, 1, 2, sizes, ndim, shape, strides, (char *const *)operands.data);
    return true;
}
