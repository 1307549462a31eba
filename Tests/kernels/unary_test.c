// Compares the exponential and its relatives, which are computed without the library, with the library's in double: at random
// places, at their limits, for every length of the last vector, and side by side or strided.

#include "support.h"

/// As PyTorch computes it: where the exponential leaves the floats, it is 0.
static double sigmoid(double x) {
    double e = exp(-x);
    return (float)e == INFINITY ? 0 : 1 / (1 + e);
}

typedef struct {
    const char *name;
    int op;
    double (*exact)(double);
    /// Units in the last place that may be missing.
    double slack;
} function;

static const function functions[] = {
    {"exp", CK_EXP, exp, 2}, {"log", CK_LOG, log, 3}, {"tanh", CK_TANH, tanh, 4}, {"sigmoid", CK_SIGMOID, sigmoid, 3},
};

static float argument(void) {
    const float special[] = {0, -0.0f, 1, -1, NAN, INFINITY, -INFINITY, 88.72f, 88.73f, 89, -87.3f, -88, -103.9f, -104,
                             -104.1f, 1e-30f, -1e-30f, 1e-40f, 3.4e38f, -3.4e38f, 10, -10};
    if (below(8) == 0) return special[below(sizeof special / sizeof *special)];
    float x = (float)(next() >> 40) / (1 << 23) - 1;
    return below(2) ? x : x * 110;
}

static void one(void) {
    const function *f = &functions[below(4)];
    int64_t n = below(3) ? 1 + below(70) : 1 + below(100000), step = 1 + below(3), pace = 1 + below(2);
    float *x = floats((n - 1) * step + 1, false), *y = floats((n - 1) * pace + 1, false);
    for (int64_t i = 0; i < n; i++) x[i * step] = argument();
    int64_t shape[] = {n}, strides[] = {pace, step};
    ck_set_num_threads((const int[]){1, 2, 8}[below(3)]);
    ck_operands operands = {.data = {(void *)y, (void *)x}};
    ck_unary(f->op, CK_FLOAT32, 1, shape, strides, operands);
    for (int64_t i = 0; i < n; i++) {
        double exact = f->exact((double)x[i * step]), value = (double)y[i * pace];
        if (exact == value || (isnan(exact) && isnan(value)) || (float)exact == y[i * pace]) continue;
        // The unit in the last place of the exact value; below the normal numbers it is that of the smallest.
        double size = fabs(exact) < 0x1p-126 ? 0x1p-126 : fabs(exact), unit = ldexp(1, ilogb(size) - 23);
        if (fabs(exact - value) <= f->slack * unit) continue;
        if (failures++ < 20) printf("%s(%.9g): %.9g, but should be %.9g\n", f->name, (double)x[i * step], value, exact);
    }
    free(x), free(y);
}

int main(int count, char **arguments) {
    int rounds = count > 1 ? atoi(arguments[1]) : 300;
    for (int i = 0; i < rounds; i++) one();
    printf(failures ? "%d differences\n" : "%d differences in %d rounds\n", failures, rounds);
    return failures != 0;
}
