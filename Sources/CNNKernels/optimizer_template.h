/// The root as an instruction: `sqrt` itself may set errno, which keeps a loop from becoming vectors.
#define SQRT __builtin_elementwise_sqrt

CK_CLONES
void NAME(ck_sgd)(const ck_step *o, int64_t n, REAL *restrict p, const REAL *restrict g,
                  REAL *restrict velocity) {
    REAL lr = (REAL)o->lr, decay = (REAL)o->decay, momentum = (REAL)o->momentum;
    REAL sign = o->maximize ? -1 : 1, fresh = (REAL)(1 - o->dampening);
    if (!velocity) {
        for (int64_t i = 0; i < n; i++) p[i] -= lr * (sign * g[i] + decay * p[i]);
    } else if (o->first) {
        REAL ahead = o->nesterov ? momentum : 0;
        REAL now = 1;
        for (int64_t i = 0; i < n; i++) {
            REAL d = sign * g[i] + decay * p[i];
            velocity[i] = d;
            p[i] -= lr * (now * d + ahead * d);
        }
    } else if (o->nesterov) {
        for (int64_t i = 0; i < n; i++) {
            REAL d = sign * g[i] + decay * p[i];
            REAL v = momentum * velocity[i] + fresh * d;
            velocity[i] = v;
            p[i] -= lr * (d + momentum * v);
        }
    } else {
        for (int64_t i = 0; i < n; i++) {
            REAL d = sign * g[i] + decay * p[i];
            REAL v = momentum * velocity[i] + fresh * d;
            velocity[i] = v;
            p[i] -= lr * v;
        }
    }
}

CK_CLONES
void NAME(ck_adam)(const ck_step *o, int64_t n, REAL *restrict p, const REAL *restrict g,
                   REAL *restrict m, REAL *restrict v, REAL *restrict vmax) {
    REAL sign = o->maximize ? -1 : 1, decay = o->decoupled ? 0 : (REAL)o->decay;
    REAL shrink = o->decoupled ? (REAL)(1 - o->lr * o->decay) : 1;
    REAL fresh1 = (REAL)(1 - o->beta1), beta2 = (REAL)o->beta2, fresh2 = (REAL)(1 - o->beta2);
    REAL step = (REAL)o->step_size, root2 = (REAL)o->root2, eps = (REAL)o->eps;
    if (vmax) {
        for (int64_t i = 0; i < n; i++) {
            REAL q = p[i] * shrink, d = sign * g[i] + decay * q;
            m[i] += fresh1 * (d - m[i]);
            v[i] = v[i] * beta2 + fresh2 * d * d;
            vmax[i] = vmax[i] > v[i] ? vmax[i] : v[i];
            p[i] = q - step * m[i] / (SQRT(vmax[i]) / root2 + eps);
        }
    } else {
        for (int64_t i = 0; i < n; i++) {
            REAL q = p[i] * shrink, d = sign * g[i] + decay * q;
            m[i] += fresh1 * (d - m[i]);
            v[i] = v[i] * beta2 + fresh2 * d * d;
            p[i] = q - step * m[i] / (SQRT(v[i]) / root2 + eps);
        }
    }
}

CK_CLONES
void NAME(ck_nadam)(const ck_step *o, int64_t n, REAL *restrict p, const REAL *restrict g,
                    REAL *restrict m, REAL *restrict v) {
    REAL sign = o->maximize ? -1 : 1, decay = o->decoupled ? 0 : (REAL)o->decay;
    REAL shrink = o->decoupled ? (REAL)(1 - o->lr * o->decay) : 1;
    REAL fresh1 = (REAL)(1 - o->beta1), beta2 = (REAL)o->beta2, fresh2 = (REAL)(1 - o->beta2);
    REAL by_gradient = (REAL)o->step_gradient, by_average = (REAL)o->step_average;
    REAL root2 = (REAL)o->root2, eps = (REAL)o->eps;
    for (int64_t i = 0; i < n; i++) {
        REAL q = p[i] * shrink, d = sign * g[i] + decay * q;
        m[i] += fresh1 * (d - m[i]);
        v[i] = v[i] * beta2 + fresh2 * d * d;
        REAL below = SQRT(v[i] / root2) + eps;
        q -= by_gradient * d / below;
        p[i] = q - by_average * m[i] / below;
    }
}

CK_CLONES
void NAME(ck_rmsprop)(const ck_step *o, int64_t n, REAL *restrict p, const REAL *restrict g,
                      REAL *restrict square, REAL *restrict average, REAL *restrict velocity) {
    REAL sign = o->maximize ? -1 : 1, decay = (REAL)o->decay, lr = (REAL)o->lr, eps = (REAL)o->eps;
    REAL alpha = (REAL)o->rho, fresh = (REAL)(1 - o->rho), momentum = (REAL)o->momentum;
    for (int64_t i = 0; i < n; i++) {
        REAL d = sign * g[i] + decay * p[i];
        square[i] = square[i] * alpha + fresh * d * d;
        REAL spread = square[i];
        if (average) {
            average[i] += fresh * (d - average[i]);
            spread -= average[i] * average[i];
        }
        REAL below = SQRT(spread) + eps;
        if (velocity) {
            velocity[i] = velocity[i] * momentum + d / below;
            p[i] -= lr * velocity[i];
        } else {
            p[i] -= lr * d / below;
        }
    }
}

CK_CLONES
void NAME(ck_adagrad)(const ck_step *o, int64_t n, REAL *restrict p, const REAL *restrict g,
                      REAL *restrict sum) {
    REAL sign = o->maximize ? -1 : 1, decay = (REAL)o->decay, rate = (REAL)o->rate;
    REAL eps = (REAL)o->eps;
    for (int64_t i = 0; i < n; i++) {
        REAL d = sign * g[i] + decay * p[i];
        sum[i] += d * d;
        p[i] -= rate * d / (SQRT(sum[i]) + eps);
    }
}

CK_CLONES
void NAME(ck_adadelta)(const ck_step *o, int64_t n, REAL *restrict p, const REAL *restrict g,
                       REAL *restrict square, REAL *restrict delta) {
    REAL sign = o->maximize ? -1 : 1, decay = (REAL)o->decay, lr = (REAL)o->lr, eps = (REAL)o->eps;
    REAL rho = (REAL)o->rho, fresh = (REAL)(1 - o->rho);
    for (int64_t i = 0; i < n; i++) {
        REAL d = sign * g[i] + decay * p[i];
        square[i] = square[i] * rho + fresh * d * d;
        REAL move = SQRT(delta[i] + eps) / SQRT(square[i] + eps) * d;
        delta[i] = delta[i] * rho + fresh * move * move;
        p[i] -= lr * move;
    }
}

CK_CLONES
void NAME(ck_mask_scale)(const REAL *restrict x, const uint8_t *restrict mask, REAL scale,
                         REAL *restrict y, int64_t n) {
    for (int64_t i = 0; i < n; i++) y[i] = x[i] * ((REAL)mask[i] * scale);
}

#undef SQRT
