// Walks several strided operands of one shape together.
//
// Dimensions of size 1 are dropped, the rest sorted so that the output's smallest stride is innermost, and
// neighbours that are one run of memory for every operand are merged. A contiguous operation thus becomes one
// loop. Large work is cut into blocks of a fixed number of elements, whatever the number of threads.

#include "ck_iterate.h"
#include "include/ck_pool.h"

#include <string.h>

const int ck_itemsize[CK_DTYPES] = {4, 8, 8, 4, 1, 1};

enum { CK_BLOCK = 1 << 15 };

typedef struct {
    ck_loop loop;
    const void *context;
    int operands, ndim;
    int64_t count, block;
    int64_t shape[CK_MAX_DIMS];
    int64_t strides[CK_MAX_DIMS][CK_MAX_OPERANDS];
    char *data[CK_MAX_OPERANDS];
} ck_iterator;

/// Elements first ..< last in the iterator's order.
static void run_range(const ck_iterator *it, int64_t first, int64_t last) {
    char *data[CK_MAX_OPERANDS];
    int64_t index[CK_MAX_DIMS];
    for (int k = 0; k < it->operands; k++) data[k] = it->data[k];
    int inner = it->ndim - 1;
    int64_t rest = first;
    for (int d = inner; d >= 0; d--) {
        index[d] = rest % it->shape[d];
        rest /= it->shape[d];
        for (int k = 0; k < it->operands; k++) data[k] += index[d] * it->strides[d][k];
    }
    while (first < last) {
        int64_t n = it->shape[inner] - index[inner];
        if (n > last - first) n = last - first;
        it->loop(n, data, it->strides[inner], it->context);
        first += n;
        if (first >= last) return;
        for (int k = 0; k < it->operands; k++) data[k] -= index[inner] * it->strides[inner][k];
        index[inner] = 0;
        for (int d = inner - 1; d >= 0; d--) {
            if (++index[d] < it->shape[d]) {
                for (int k = 0; k < it->operands; k++) data[k] += it->strides[d][k];
                break;
            }
            for (int k = 0; k < it->operands; k++)
                data[k] -= (it->shape[d] - 1) * it->strides[d][k];
            index[d] = 0;
        }
    }
}

static void run_block(void *context, int64_t block) {
    const ck_iterator *it = context;
    int64_t first = block * it->block, last = first + it->block;
    run_range(it, first, last < it->count ? last : it->count);
}

/// Whether dimension a should be outside of b: by the first operand whose strides tell.
static bool goes_outside(const ck_iterator *it, int a, int b) {
    for (int k = 0; k < it->operands; k++) {
        int64_t x = it->strides[a][k], y = it->strides[b][k];
        if (x < 0) x = -x;
        if (y < 0) y = -y;
        if (x == 0 || y == 0 || x == y) continue;
        return x > y;
    }
    return true;
}

static void swap_dimensions(ck_iterator *it, int a, int b) {
    int64_t size = it->shape[a];
    it->shape[a] = it->shape[b];
    it->shape[b] = size;
    for (int k = 0; k < it->operands; k++) {
        int64_t stride = it->strides[a][k];
        it->strides[a][k] = it->strides[b][k];
        it->strides[b][k] = stride;
    }
}

/// Fills the iterator; false when there is nothing to do.
static bool prepare(
    ck_iterator *it, bool sort, int operands, const int *itemsizes, int ndim, const int64_t *shape,
    const int64_t *strides, char *const *data) {
    it->operands = operands;
    it->count = 1;
    for (int k = 0; k < operands; k++) it->data[k] = data[k];
    int n = 0;
    for (int d = 0; d < ndim; d++) {
        it->count *= shape[d];
        if (shape[d] == 1) continue;
        it->shape[n] = shape[d];
        for (int k = 0; k < operands; k++) it->strides[n][k] = strides[k * ndim + d] * itemsizes[k];
        n++;
    }
    if (it->count == 0) return false;
    if (n == 0) {
        it->shape[0] = 1;
        for (int k = 0; k < operands; k++) it->strides[0][k] = itemsizes[k];
        n = 1;
    }
    if (sort) {
        for (int i = 1; i < n; i++)
            for (int j = i; j > 0 && !goes_outside(it, j - 1, j); j--) swap_dimensions(it, j - 1, j);
    }
    int last = 0;
    for (int d = 1; d < n; d++) {
        bool merge = true;
        for (int k = 0; k < operands; k++)
            merge &= it->strides[last][k] == it->strides[d][k] * it->shape[d];
        if (merge) {
            it->shape[last] *= it->shape[d];
        } else {
            last++;
            it->shape[last] = it->shape[d];
        }
        for (int k = 0; k < operands; k++) it->strides[last][k] = it->strides[d][k];
    }
    it->ndim = last + 1;
    return true;
}

void ck_iterate(
    ck_loop loop, const void *context, int cost, int operands, const int *itemsizes, int ndim,
    const int64_t *shape, const int64_t *strides, char *const *data) {
    ck_iterator it;
    if (!prepare(&it, true, operands, itemsizes, ndim, shape, strides, data)) return;
    if (it.ndim == 1 && it.count * cost < 2 * CK_BLOCK) {
        loop(it.count, it.data, it.strides[0], context);
        return;
    }
    it.loop = loop;
    it.context = context;
    it.block = CK_BLOCK / cost;
    int64_t blocks = (it.count + it.block - 1) / it.block;
    if (blocks < 2) run_range(&it, 0, it.count);
    else ck_parallel(blocks, run_block, &it);
}

void ck_iterate_in_order(
    ck_loop loop, const void *context, int operands, const int *itemsizes, int ndim,
    const int64_t *shape, const int64_t *strides, char *const *data) {
    ck_iterator it;
    if (!prepare(&it, false, operands, itemsizes, ndim, shape, strides, data)) return;
    it.loop = loop;
    it.context = context;
    run_range(&it, 0, it.count);
}
