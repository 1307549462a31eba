// Batch normalization. One channel is one block of work: its planes are summed one after the other, so
// that the order of summation is fixed. Within a plane the sums run in a vector of partial sums and
// deviations are taken from the plane's own mean while it is still in the cache; planes are combined in
// double by Chan's formula, so that a large mean does not cancel the variance.

#include "ck_batchnorm.h"

#include "ck_base.h"
#include "serial.h"

#include "real_f32.h"
#include "batchnorm_planes.h"
#include "batchnorm_template.h"
#include "real_f64.h"
#include "batchnorm_planes.h"
#include "batchnorm_template.h"
