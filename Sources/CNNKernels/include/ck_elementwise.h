#ifndef CK_ELEMENTWISE_H
#define CK_ELEMENTWISE_H

#include "ck_base.h"

/// The operands' first elements.
typedef struct {
    void *data[CK_MAX_OPERANDS];
} ck_operands;

/// Elementwise loops over strided operands of one shape. Operand 0 is the output. `strides` holds `ndim`
/// strides of operand 0, then of operand 1 and so on, in elements (0 where it is broadcast). An input may be the output itself;
/// it must not overlap it otherwise.

enum {
    CK_ADD, CK_SUB, CK_MUL, CK_DIV, CK_POW, CK_FLOOR_DIVIDE, CK_REMAINDER, CK_FMOD, CK_MAXIMUM,
    CK_MINIMUM, CK_ATAN2, CK_AND, CK_OR, CK_XOR, CK_SHIFT_LEFT, CK_SHIFT_RIGHT, CK_RELU_BACKWARD,
    CK_SIGMOID_BACKWARD, CK_TANH_BACKWARD, CK_ARITHMETIC_OPS,
};
/// out = a op b, all of `dtype`. For CK_ADD and CK_SUB, b is multiplied by `alpha` first. Returns false when the
/// operation does not exist for the type.
bool ck_binary(
    int op, int dtype, double alpha, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands);

enum {
    CK_EQ, CK_NE, CK_LT, CK_LE, CK_GT, CK_GE, CK_LOGICAL_AND, CK_LOGICAL_OR, CK_LOGICAL_XOR,
    CK_COMPARISON_OPS,
};
/// out (bool) = a op b, with a and b of `dtype`.
bool ck_compare(
    int op, int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands);

enum {
    CK_NEG, CK_ABS, CK_EXP, CK_LOG, CK_SQRT, CK_RSQRT, CK_SIN, CK_COS, CK_TAN, CK_ASIN, CK_ACOS,
    CK_ATAN, CK_SINH, CK_COSH, CK_TANH, CK_ASINH, CK_ACOSH, CK_ATANH, CK_LOG2, CK_LOG10, CK_LOG1P, CK_EXP2, CK_EXPM1,
    CK_ERF, CK_ERFC, CK_ERFINV, CK_LGAMMA, CK_DIGAMMA, CK_FLOOR, CK_CEIL, CK_ROUND, CK_TRUNC, CK_SIGN, CK_RECIPROCAL,
    CK_SIGMOID, CK_SILU, CK_GELU, CK_SOFTPLUS, CK_LOG_SIGMOID, CK_RELU, CK_BITWISE_NOT, CK_UNARY_OPS,
};
/// out = op(a), both of `dtype`.
bool ck_unary(
    int op, int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands);

enum { CK_ISNAN, CK_ISINF, CK_ISFINITE, CK_LOGICAL_NOT, CK_SIGNBIT, CK_PREDICATES };
/// out (bool) = op(a), with a of `dtype`.
bool ck_predicate(
    int op, int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands);

/// out (of type `to`) = a (of type `from`), converted as C++ does; to bool: nonzero.
void ck_copy(
    int to, int from, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands);

/// out = condition (bool) ? a : b; operands out, condition, a, b; a and b of `dtype`.
void ck_where(
    int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands);

/// out += a, one element after the other, so that an output that overlaps itself (an expanded
/// view) receives every term.
bool ck_accumulate(
    int dtype, int ndim, const int64_t *shape, const int64_t *strides,
    ck_operands operands);

/// Sets `count` elements to the value of 1, 4 or 8 bytes at `value`.
void ck_fill(char *data, int64_t count, int itemsize, const char *value);

#endif
