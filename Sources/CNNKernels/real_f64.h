#include <stdint.h>

#undef REAL
#undef INT
#undef LANES
#undef NAME
#undef VEC
#undef AVEC
#undef IVEC
#define REAL double
#define INT int64_t
#define LANES 8
#define NAME(x) x##_f64
#include "vector_template.h"
