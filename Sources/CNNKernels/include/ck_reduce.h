#ifndef CK_REDUCE_H
#define CK_REDUCE_H

#include "ck_base.h"

/// Reductions over some dimensions of a strided operand.

enum {
    CK_SUM, CK_MEAN, CK_PROD, CK_MAX, CK_MIN, CK_ARGMAX, CK_ARGMIN, CK_ANY, CK_ALL, CK_VAR,
    CK_STD, CK_NORM, CK_COUNT_NONZERO, CK_REDUCTIONS,
};

/// Reduces `data` of `dtype`. The kept dimensions (`kept`, with sizes and strides in elements) give the
/// contiguous output's shape, the reduced ones (`reduced`) are folded in row-major order. Output types: float to the
/// same float, integers and bool to int64, CK_MAX/CK_MIN to `dtype`, CK_ARGMAX/CK_ARGMIN/CK_COUNT_NONZERO to int64 (index into
/// the reduced dimensions taken as one), CK_ANY/CK_ALL to bool. `parameter`: the correction of CK_VAR and CK_STD, the p of
/// CK_NORM. For CK_MAX and CK_MIN, `indices` (if given) receives the places, int64. Returns false when the
/// operation does not exist for the type. Sums of fewer than 32,768 elements add in PyTorch's order, in the type of the elements;
/// longer ones in double (integers in int64). The order depends on the sizes only.
bool ck_reduce(
    int op, int dtype, double parameter, const char *data, char *out, int64_t *indices, int kept,
    const int64_t *keptShape, const int64_t *keptStrides, int reduced, const int64_t *reducedShape,
    const int64_t *reducedStrides);

#endif
