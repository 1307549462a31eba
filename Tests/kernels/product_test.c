// Compares products of matrices with plain loops in double, for random sizes, turned and not, written and added.

#include "support.h"

static ck_matrix matrix(float **memory, int64_t rows, int64_t columns) {
    ck_matrix o = {.turned = below(2)};
    int64_t width = o.turned ? rows : columns, count = o.turned ? columns : rows;
    o.leading = width + below(3);
    // Exactly as much as the last row needs.
    *memory = floats(count > 0 ? (count - 1) * o.leading + width : 0, true);
    o.at = *memory;
    return o;
}

static double element(const ck_matrix *o, int64_t i, int64_t j) {
    return (double)o->at[o->turned ? j * o->leading + i : i * o->leading + j];
}

static void one(void) {
    int64_t m = 1 + below(below(4) ? 30 : 210), n = 1 + below(below(4) ? 80 : 150), k = below(below(4) ? 40 : 600);
    float *x, *y;
    ck_matrix a = matrix(&x, m, k), b = matrix(&y, k, n);
    int64_t leading = n + below(3);
    bool add = below(2);
    float *c = floats((m - 1) * leading + n, true), *before = floats((m - 1) * leading + n, false);
    memcpy(before, c, (size_t)((m - 1) * leading + n) * sizeof *c);
    ck_product_f32(m, n, k, a, b, add, c, leading);
    for (int64_t i = 0; i < m; i++) {
        for (int64_t j = 0; j < leading && i * leading + j < (m - 1) * leading + n; j++) {
            double sum = j >= n || add ? (double)before[i * leading + j] : 0;
            if (j < n) {
                for (int64_t t = 0; t < k; t++) sum += element(&a, i, t) * element(&b, t, j);
            }
            check(j < n ? "product" : "between the rows", c[i * leading + j], sum, j < n ? sqrt((double)k) : 0);
        }
    }
    free(x), free(y), free(c), free(before);
}

int main(int count, char **arguments) {
    int rounds = count > 1 ? atoi(arguments[1]) : 300;
    for (int i = 0; i < rounds; i++) one();
    printf(failures ? "%d differences\n" : "%d differences in %d rounds\n", failures, rounds);
    return failures != 0;
}
