// Pooling. A block of work is a run of planes. The window 2 x 2 with stride 2 has a vector form: two
// rows are split into even and odd columns, three comparisons find the maximum and which of the four
// it was. A later value wins only if it is greater or not a number, as in PyTorch.

#include "ck_pooling.h"

#include <string.h>

#include "ck_base.h"
#include "serial.h"

#include "real_f32.h"
#include "pooling_twos.h"
#include "pooling_template.h"
#include "real_f64.h"
#include "pooling_twos.h"
#include "pooling_template.h"
