// The optimizers' steps, each one pass over memory. The order of operations is PyTorch's, so that
// trajectories agree to rounding.

#include "ck_optimizer.h"

#include "ck_base.h"

#include "real_f32.h"
#include "optimizer_template.h"
#include "real_f64.h"
#include "optimizer_template.h"
