// Functions of one operand.

#pragma STDC FP_CONTRACT OFF

#include "include/ck_elementwise.h"
#include "ck_loops.h"
#include "ck_math.h"

#include <math.h>
#include <stddef.h>

#define FLOAT_PAIR(NAME, E32, E64)                                                                \
    CK_UNARY_LOOP(NAME##_f32, float, float, E32)                                                  \
    CK_UNARY_LOOP(NAME##_f64, double, double, E64)
#define CHAIN(NAME, E32, E64)                                                                     \
    CK_UNARY_LOOP_AS(CK_VECTORISE_PAIRS, NAME##_f32, float, float, E32)                           \
    CK_UNARY_LOOP(NAME##_f64, double, double, E64)
#define WIDE_CHAIN(NAME, E32, E64)                                                                \
    CK_UNARY_LOOP_AS(CK_VECTORISE_EIGHT, NAME##_f32, float, float, E32)                           \
    CK_UNARY_LOOP(NAME##_f64, double, double, E64)
#define CALL(NAME) FLOAT_PAIR(NAME, NAME##f(a), NAME(a))
/// Computed in double, so that a float is rounded once.
#define CALL_WIDE(NAME) FLOAT_PAIR(NAME, (float)NAME((double)a), NAME(a))

FLOAT_PAIR(neg, -a, -a)
FLOAT_PAIR(absolute, fabsf(a), fabs(a))
CHAIN(exp, ck_precise_expf(a), exp(a))
// The nudge, a sixtieth of the last digit, makes it 1 for the float next to e, as it is with MKL.
WIDE_CHAIN(log, ck_precise_logf(a, 1 + 1e-9), log(a))
// The builtin leaves errno alone, and so becomes one instruction.
#define ROOT(a) __builtin_elementwise_sqrt(a)
FLOAT_PAIR(sqrt, ROOT(a), ROOT(a))
FLOAT_PAIR(rsqrt, 1 / ROOT(a), 1 / ROOT(a))
CALL(sin)
CALL(cos)
CALL(tan)
CALL(asin)
CALL(acos)
CALL(atan)
CALL(sinh)
CALL(cosh)
CHAIN(tanh, ck_precise_tanhf(a), tanh(a))
CALL(asinh)
CALL(acosh)
CALL(atanh)
WIDE_CHAIN(log2, ck_precise_logf(a, 1.4426950408889634), log2(a))
WIDE_CHAIN(log10, ck_precise_logf(a, 0.43429448190325182), log10(a))
WIDE_CHAIN(log1p, ck_precise_log1pf(a), log1p(a))
CALL(exp2)
CHAIN(expm1, ck_precise_expm1f(a), expm1(a))
CALL(erf)
CALL(erfc)
CALL_WIDE(lgamma)
CALL(floor)
CALL(ceil)
FLOAT_PAIR(round, rintf(a), rint(a))
CALL(trunc)
FLOAT_PAIR(sign, (float)((a > 0) - (a < 0)), (double)((a > 0) - (a < 0)))
FLOAT_PAIR(reciprocal, 1 / a, 1 / a)
CHAIN(sigmoid, ck_sigmoidf(a), 1 / (1 + exp(-a)))
CHAIN(silu, a / (1.0f + ck_expf(-a)), a / (1 + exp(-a)))
CHAIN(gelu, ck_geluf(a), a * 0.5 * (1 + erf(a * 0.70710678118654752440)))
WIDE_CHAIN(softplus, ck_precise_log1pf(ck_expf(a)), log1p(exp(a)))
WIDE_CHAIN(
    log_sigmoid, (a < 0 ? a : 0) - ck_precise_log1pf(ck_expf(-fabsf(a))),
    (a < 0 ? a : 0) - log1p(exp(-fabs(a))))
FLOAT_PAIR(relu, a < 0 ? 0 : a, a < 0 ? 0 : a)

/// The inverse of erf: Giles's starting value ("Approximating the erfinv function", 2010), then Newton steps.
static double erfinv(double x) {
    if (!(fabs(x) < 1)) return x == 1 ? INFINITY : x == -1 ? -INFINITY : NAN;
    double w = -log((1 - x) * (1 + x)), y;
    if (w < 5) {
        w -= 2.5;
        y = 2.81022636e-08;
        y = 3.43273939e-07 + y * w;
        y = -3.5233877e-06 + y * w;
        y = -4.39150654e-06 + y * w;
        y = 0.00021858087 + y * w;
        y = -0.00125372503 + y * w;
        y = -0.00417768164 + y * w;
        y = 0.246640727 + y * w;
        y = 1.50140941 + y * w;
    } else {
        w = sqrt(w) - 3;
        y = -0.000200214257;
        y = 0.000100950558 + y * w;
        y = 0.00134934322 + y * w;
        y = -0.00367342844 + y * w;
        y = 0.00573950773 + y * w;
        y = -0.0076224613 + y * w;
        y = 0.00943887047 + y * w;
        y = 1.00167406 + y * w;
        y = 2.83297682 + y * w;
    }
    y *= x;
    for (int step = 0; step < 2; step++) {
        double error = fabs(x) < 0.5 ? erf(y) - x : (x > 0 ? 1 - x - erfc(y) : erfc(-y) - 1 - x);
        y -= error / (1.1283791670955126 * exp(-y * y));
    }
    return y;
}
FLOAT_PAIR(erfinv, erfinv(a), erfinv(a))

/// The derivative of lgamma: reflection below zero, recurrence up to 10, then the asymptotic series.
static double digamma(double x) {
    if (x == 0) return copysign(INFINITY, -x);
    if (x < 0) {
        if (x == trunc(x)) return NAN;
        double whole, part = modf(x, &whole);
        return digamma(1 - x) - 3.14159265358979323846 / tan(3.14159265358979323846 * part);
    }
    double result = 0;
    while (x < 10) {
        result -= 1 / x;
        x += 1;
    }
    double y = 1 / (x * x);
    double series = y * (1.0 / 12 - y * (1.0 / 120 - y * (1.0 / 252 - y * (1.0 / 240
        - y * (1.0 / 132 - y * (691.0 / 32760 - y / 12))))));
    return result + log(x) - 0.5 / x - series;
}
FLOAT_PAIR(digamma, digamma(a), digamma(a))

CK_UNARY_LOOP(neg_i64, int64_t, int64_t, 0 - (uint64_t)a)
CK_UNARY_LOOP(neg_i32, int32_t, int32_t, 0 - (uint32_t)a)
CK_UNARY_LOOP(neg_u8, uint8_t, uint8_t, 0 - a)
CK_UNARY_LOOP(abs_i64, int64_t, int64_t, a < 0 ? 0 - (uint64_t)a : (uint64_t)a)
CK_UNARY_LOOP(abs_i32, int32_t, int32_t, a < 0 ? 0 - (uint32_t)a : (uint32_t)a)
CK_UNARY_LOOP(same_i64, int64_t, int64_t, a)
CK_UNARY_LOOP(same_i32, int32_t, int32_t, a)
CK_UNARY_LOOP(same_u8, uint8_t, uint8_t, a)
CK_UNARY_LOOP(sign_i64, int64_t, int64_t, (a > 0) - (a < 0))
CK_UNARY_LOOP(sign_i32, int32_t, int32_t, (a > 0) - (a < 0))
CK_UNARY_LOOP(sign_u8, uint8_t, uint8_t, a > 0)
CK_UNARY_LOOP(relu_i64, int64_t, int64_t, a > 0 ? a : 0)
CK_UNARY_LOOP(relu_i32, int32_t, int32_t, a > 0 ? a : 0)
CK_UNARY_LOOP(not_i64, int64_t, int64_t, ~a)
CK_UNARY_LOOP(not_i32, int32_t, int32_t, ~a)
CK_UNARY_LOOP(not_u8, uint8_t, uint8_t, ~a)
CK_UNARY_LOOP(not_bool, uint8_t, uint8_t, a == 0)

#define FLOATS(NAME) NAME##_f32, NAME##_f64
#define SAME same_i64, same_i32, same_u8

typedef struct {
    ck_loop loops[CK_DTYPES];
    int cost;
} row;

static const row rows[CK_UNARY_OPS] = {
    [CK_NEG] = {{FLOATS(neg), neg_i64, neg_i32, neg_u8, 0}, 1},
    [CK_ABS] = {{FLOATS(absolute), abs_i64, abs_i32, same_u8, same_u8}, 1},
    [CK_EXP] = {{FLOATS(exp)}, 8},
    [CK_LOG] = {{FLOATS(log)}, 8},
    [CK_SQRT] = {{FLOATS(sqrt)}, 2},
    [CK_RSQRT] = {{FLOATS(rsqrt)}, 2},
    [CK_SIN] = {{FLOATS(sin)}, 8},
    [CK_COS] = {{FLOATS(cos)}, 8},
    [CK_TAN] = {{FLOATS(tan)}, 16},
    [CK_ASIN] = {{FLOATS(asin)}, 16},
    [CK_ACOS] = {{FLOATS(acos)}, 16},
    [CK_ATAN] = {{FLOATS(atan)}, 16},
    [CK_SINH] = {{FLOATS(sinh)}, 16},
    [CK_COSH] = {{FLOATS(cosh)}, 16},
    [CK_TANH] = {{FLOATS(tanh)}, 8},
    [CK_ASINH] = {{FLOATS(asinh)}, 16},
    [CK_ACOSH] = {{FLOATS(acosh)}, 16},
    [CK_ATANH] = {{FLOATS(atanh)}, 16},
    [CK_LOG2] = {{FLOATS(log2)}, 8},
    [CK_LOG10] = {{FLOATS(log10)}, 8},
    [CK_LOG1P] = {{FLOATS(log1p)}, 16},
    [CK_EXP2] = {{FLOATS(exp2)}, 8},
    [CK_EXPM1] = {{FLOATS(expm1)}, 16},
    [CK_ERF] = {{FLOATS(erf)}, 16},
    [CK_ERFC] = {{FLOATS(erfc)}, 16},
    [CK_ERFINV] = {{FLOATS(erfinv)}, 64},
    [CK_LGAMMA] = {{FLOATS(lgamma)}, 32},
    [CK_DIGAMMA] = {{FLOATS(digamma)}, 32},
    [CK_FLOOR] = {{FLOATS(floor), SAME, 0}, 1},
    [CK_CEIL] = {{FLOATS(ceil), SAME, 0}, 1},
    [CK_ROUND] = {{FLOATS(round), SAME, 0}, 1},
    [CK_TRUNC] = {{FLOATS(trunc), SAME, 0}, 1},
    [CK_SIGN] = {{FLOATS(sign), sign_i64, sign_i32, sign_u8, same_u8}, 1},
    [CK_RECIPROCAL] = {{FLOATS(reciprocal)}, 1},
    [CK_SIGMOID] = {{FLOATS(sigmoid)}, 8},
    [CK_SILU] = {{FLOATS(silu)}, 8},
    [CK_GELU] = {{FLOATS(gelu)}, 8},
    [CK_SOFTPLUS] = {{FLOATS(softplus)}, 16},
    [CK_LOG_SIGMOID] = {{FLOATS(log_sigmoid)}, 16},
    [CK_RELU] = {{FLOATS(relu), relu_i64, relu_i32, same_u8, 0}, 1},
    [CK_BITWISE_NOT] = {{0, 0, not_i64, not_i32, not_u8, not_bool}, 1},
};

bool ck_unary(
    int op, int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands) {
    ck_loop loop = rows[op].loops[dtype];
    if (!loop) return false;
    int sizes[2] = {ck_itemsize[dtype], ck_itemsize[dtype]};
    ck_iterate(loop, NULL, rows[op].cost, 2, sizes, ndim, shape, strides, (char *const *)operands.data);
    return true;
}
