// Convolution in two ways. With few input channels and stride 1 it is computed directly: the input is
// copied once into zero-padded planes, and each vector of neighbouring outputs of four channels is the
// sum over the taps of a weight times a shifted load. Otherwise patches become a matrix (im2col) for a
// matrix product, which the caller does in blocks that stay in the cache.

#include "ck_convolution.h"

#include <string.h>

#include "ck_base.h"
#include "serial.h"

#include "real_f32.h"
#include "convolution_rows.h"
#include "convolution_template.h"
#include "real_f64.h"
#include "convolution_rows.h"
#include "convolution_template.h"
