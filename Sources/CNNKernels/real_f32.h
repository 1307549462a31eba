#include <stdint.h>

#undef REAL
#undef INT
#undef LANES
#undef NAME
#undef VEC
#undef AVEC
#undef IVEC
#define REAL float
#define INT int32_t
#define LANES 16
#define NAME(x) x##_f32
#include "vector_template.h"
