// Arithmetic of two operands of one type. Integers wrap around; division and remainder follow Python's signs.

#pragma STDC FP_CONTRACT OFF

#include "include/ck_elementwise.h"
#include "ck_loops.h"

#include <math.h>

#define NOTHING
#define SCALE(T) const T alpha = (T) * (const double *)context

#define FLOAT_PAIR(NAME, PREPARE32, PREPARE64, E32, E64)                                          \
    CK_BINARY_LOOP(NAME##_f32, float, float, PREPARE32, E32)                                      \
    CK_BINARY_LOOP(NAME##_f64, double, double, PREPARE64, E64)

#define INTEGERS(NAME, P64, P32, P8, E64, E32, E8)                                                \
    CK_BINARY_LOOP(NAME##_i64, int64_t, int64_t, P64, E64)                                        \
    CK_BINARY_LOOP(NAME##_i32, int32_t, int32_t, P32, E32)                                        \
    CK_BINARY_LOOP(NAME##_u8, uint8_t, uint8_t, P8, E8)

FLOAT_PAIR(add, NOTHING, NOTHING, a + b, a + b)
INTEGERS(add, NOTHING, NOTHING, NOTHING, (uint64_t)a + (uint64_t)b, (uint32_t)a + (uint32_t)b, a + b)
CK_BINARY_LOOP(add_bool, uint8_t, uint8_t, NOTHING, (a | b) != 0)
FLOAT_PAIR(add_scaled, SCALE(float), SCALE(double), a + alpha * b, a + alpha * b)
INTEGERS(add_scaled, SCALE(int64_t), SCALE(int32_t), SCALE(int64_t),
    (uint64_t)a + (uint64_t)alpha * (uint64_t)b, (uint32_t)a + (uint32_t)alpha * (uint32_t)b,
    a + (uint8_t)alpha * b)
FLOAT_PAIR(sub, NOTHING, NOTHING, a - b, a - b)
INTEGERS(sub, NOTHING, NOTHING, NOTHING, (uint64_t)a - (uint64_t)b, (uint32_t)a - (uint32_t)b, a - b)
FLOAT_PAIR(sub_scaled, SCALE(float), SCALE(double), a - alpha * b, a - alpha * b)
INTEGERS(sub_scaled, SCALE(int64_t), SCALE(int32_t), SCALE(int64_t),
    (uint64_t)a - (uint64_t)alpha * (uint64_t)b, (uint32_t)a - (uint32_t)alpha * (uint32_t)b,
    a - (uint8_t)alpha * b)
FLOAT_PAIR(mul, NOTHING, NOTHING, a * b, a * b)
INTEGERS(mul, NOTHING, NOTHING, NOTHING, (uint64_t)a * (uint64_t)b, (uint32_t)a * (uint32_t)b, a * b)
CK_BINARY_LOOP(mul_bool, uint8_t, uint8_t, NOTHING, (a & b) != 0)
FLOAT_PAIR(div, NOTHING, NOTHING, a / b, a / b)

#define FLOOR_DIVIDE(T, SUFFIX, FMOD, FLOOR, COPYSIGN)                                            \
    static inline T floor_divide##SUFFIX(T a, T b) {                                              \
        if (b == 0) return a / b;                                                                 \
        T mod = FMOD(a, b), quotient = (a - mod) / b;                                             \
        if (mod != 0 && (b < 0) != (mod < 0)) quotient -= 1;                                      \
        if (quotient == 0) return COPYSIGN(0, a / b);                                             \
        T floored = FLOOR(quotient);                                                              \
        return quotient - floored > (T)0.5 ? floored + 1 : floored;                               \
    }                                                                                             \
    static inline T remainder##SUFFIX(T a, T b) {                                                 \
        T mod = FMOD(a, b);                                                                       \
        return mod != 0 && (b < 0) != (mod < 0) ? mod + b : mod;                                  \
    }
FLOOR_DIVIDE(float, 32, fmodf, floorf, copysignf)
FLOOR_DIVIDE(double, 64, fmod, floor, copysign)

static inline int64_t floor_divide_int(int64_t a, int64_t b) {
    if (b == -1) return (int64_t)(0 - (uint64_t)a);
    if (b == 0) return 0;
    int64_t q = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}
static inline int64_t remainder_int(int64_t a, int64_t b) {
    if (b == -1 || b == 0) return 0;
    int64_t r = a % b;
    return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}
static inline int64_t fmod_int(int64_t a, int64_t b) { return b == -1 || b == 0 ? 0 : a % b; }

FLOAT_PAIR(floor_divide, NOTHING, NOTHING, floor_divide32(a, b), floor_divide64(a, b))
INTEGERS(floor_divide, NOTHING, NOTHING, NOTHING, floor_divide_int(a, b), floor_divide_int(a, b),
    floor_divide_int(a, b))
FLOAT_PAIR(remainder, NOTHING, NOTHING, remainder32(a, b), remainder64(a, b))
INTEGERS(remainder, NOTHING, NOTHING, NOTHING, remainder_int(a, b), remainder_int(a, b),
    remainder_int(a, b))
FLOAT_PAIR(fmod, NOTHING, NOTHING, fmodf(a, b), fmod(a, b))
INTEGERS(fmod, NOTHING, NOTHING, NOTHING, fmod_int(a, b), fmod_int(a, b), fmod_int(a, b))

static inline int64_t pow_int(int64_t a, int64_t b) {
    if (b < 0) return a == 1 ? 1 : a == -1 ? (b % 2 ? -1 : 1) : 0;
    uint64_t base = (uint64_t)a, result = 1;
    for (; b; b >>= 1, base *= base)
        if (b & 1) result *= base;
    return (int64_t)result;
}
FLOAT_PAIR(pow, NOTHING, NOTHING, powf(a, b), pow(a, b))
INTEGERS(pow, NOTHING, NOTHING, NOTHING, pow_int(a, b), pow_int(a, b), pow_int(a, b))
// Powers that have a shorter way, as PyTorch takes it.
FLOAT_PAIR(square, NOTHING, NOTHING, a * a, a * a)
FLOAT_PAIR(cube, NOTHING, NOTHING, a * a * a, a * a * a)
FLOAT_PAIR(root, NOTHING, NOTHING, sqrtf(a), sqrt(a))
FLOAT_PAIR(inverse, NOTHING, NOTHING, 1 / a, 1 / a)
FLOAT_PAIR(inverse_root, NOTHING, NOTHING, 1 / sqrtf(a), 1 / sqrt(a))
FLOAT_PAIR(inverse_square, NOTHING, NOTHING, 1 / (a * a), 1 / (a * a))

FLOAT_PAIR(maximum, NOTHING, NOTHING, a != a ? a : b != b ? b : a > b ? a : b,
    a != a ? a : b != b ? b : a > b ? a : b)
INTEGERS(maximum, NOTHING, NOTHING, NOTHING, a > b ? a : b, a > b ? a : b, a > b ? a : b)
FLOAT_PAIR(minimum, NOTHING, NOTHING, a != a ? a : b != b ? b : a < b ? a : b,
    a != a ? a : b != b ? b : a < b ? a : b)
INTEGERS(minimum, NOTHING, NOTHING, NOTHING, a < b ? a : b, a < b ? a : b, a < b ? a : b)
FLOAT_PAIR(atan2, NOTHING, NOTHING, atan2f(a, b), atan2(a, b))

INTEGERS(and, NOTHING, NOTHING, NOTHING, a & b, a & b, a & b)
INTEGERS(or, NOTHING, NOTHING, NOTHING, a | b, a | b, a | b)
INTEGERS(xor, NOTHING, NOTHING, NOTHING, a ^ b, a ^ b, a ^ b)
CK_BINARY_LOOP(xor_bool, uint8_t, uint8_t, NOTHING, (a != 0) != (b != 0))
INTEGERS(shift_left, NOTHING, NOTHING, NOTHING,
    b < 0 || b > 63 ? 0 : (uint64_t)a << b, b < 0 || b > 31 ? 0 : (uint32_t)a << b,
    b > 7 ? 0 : a << b)
INTEGERS(shift_right, NOTHING, NOTHING, NOTHING, a >> (b < 0 || b > 63 ? 63 : b),
    a >> (b < 0 || b > 31 ? 31 : b), b > 7 ? 0 : a >> b)

// Gradients from the gradient a of the result and the result b itself.
// What is not a number lets gradients through.
FLOAT_PAIR(relu_backward, NOTHING, NOTHING, b <= 0 ? 0 : a, b <= 0 ? 0 : a)
FLOAT_PAIR(sigmoid_backward, NOTHING, NOTHING, a * (1 - b) * b, a * (1 - b) * b)
FLOAT_PAIR(tanh_backward, NOTHING, NOTHING, a * (1 - b * b), a * (1 - b * b))

#define FLOATS(NAME) NAME##_f32, NAME##_f64
#define INTS(NAME) NAME##_i64, NAME##_i32, NAME##_u8
#define NO_FLOATS 0, 0
#define NO_INTS 0, 0, 0

static const ck_loop loops[CK_ARITHMETIC_OPS][CK_DTYPES] = {
    [CK_ADD] = {FLOATS(add), INTS(add), add_bool},
    [CK_SUB] = {FLOATS(sub), INTS(sub), 0},
    [CK_MUL] = {FLOATS(mul), INTS(mul), mul_bool},
    [CK_DIV] = {FLOATS(div), NO_INTS, 0},
    [CK_POW] = {FLOATS(pow), INTS(pow), 0},
    [CK_FLOOR_DIVIDE] = {FLOATS(floor_divide), INTS(floor_divide), 0},
    [CK_REMAINDER] = {FLOATS(remainder), INTS(remainder), 0},
    [CK_FMOD] = {FLOATS(fmod), INTS(fmod), 0},
    [CK_MAXIMUM] = {FLOATS(maximum), INTS(maximum), add_bool},
    [CK_MINIMUM] = {FLOATS(minimum), INTS(minimum), mul_bool},
    [CK_ATAN2] = {FLOATS(atan2), NO_INTS, 0},
    [CK_AND] = {NO_FLOATS, INTS(and), mul_bool},
    [CK_OR] = {NO_FLOATS, INTS(or), add_bool},
    [CK_XOR] = {NO_FLOATS, INTS(xor), xor_bool},
    [CK_SHIFT_LEFT] = {NO_FLOATS, INTS(shift_left), 0},
    [CK_SHIFT_RIGHT] = {NO_FLOATS, INTS(shift_right), 0},
    [CK_RELU_BACKWARD] = {FLOATS(relu_backward), NO_INTS, 0},
    [CK_SIGMOID_BACKWARD] = {FLOATS(sigmoid_backward), NO_INTS, 0},
    [CK_TANH_BACKWARD] = {FLOATS(tanh_backward), NO_INTS, 0},
};
static const ck_loop add_scaled_loops[CK_DTYPES] = {FLOATS(add_scaled), INTS(add_scaled), add_bool};
static const ck_loop sub_scaled_loops[CK_DTYPES] = {FLOATS(sub_scaled), INTS(sub_scaled), 0};

static ck_loop power_loop(int dtype, double exponent) {
    static const struct {
        double exponent;
        ck_loop loops[2];
    } shortcuts[] = {
        {2, {FLOATS(square)}},   {3, {FLOATS(cube)}},          {0.5, {FLOATS(root)}},
        {-1, {FLOATS(inverse)}}, {-0.5, {FLOATS(inverse_root)}}, {-2, {FLOATS(inverse_square)}},
    };
    for (unsigned i = 0; i < sizeof shortcuts / sizeof *shortcuts; i++)
        if (shortcuts[i].exponent == exponent) return shortcuts[i].loops[dtype];
    return loops[CK_POW][dtype];
}

bool ck_binary(
    int op, int dtype, double alpha, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands) {
    ck_loop loop = loops[op][dtype];
    if (!loop) return false;
    if (alpha != 1 && op == CK_ADD) loop = add_scaled_loops[dtype];
    if (alpha != 1 && op == CK_SUB) loop = sub_scaled_loops[dtype];
    int cost = 1;
    if (op == CK_POW || op == CK_ATAN2 || op == CK_FMOD || op == CK_REMAINDER) cost = 16;
    if (op == CK_POW && dtype <= CK_FLOAT64) {
        bool constant = true;
        for (int d = 0; d < ndim; d++) constant &= strides[2 * ndim + d] == 0;
        if (constant) {
            double exponent = dtype == CK_FLOAT32 ? *(const float *)operands.data[2]
                                                 : *(const double *)operands.data[2];
            loop = power_loop(dtype, exponent);
        }
    }
    int size = ck_itemsize[dtype];
    int sizes[3] = {size, size, size};
    ck_iterate(loop, &alpha, cost, 3, sizes, ndim, shape, strides, (char *const *)operands.data);
    return true;
}
