#ifndef CNNKERNELS_H
#define CNNKERNELS_H

#include "ck_base.h"
#include "ck_batchnorm.h"
#include "ck_convolution.h"
#include "ck_elementwise.h"
#include "ck_indexing.h"
#include "ck_optimizer.h"
#include "ck_planes.h"
#include "ck_pool.h"
#include "ck_pooling.h"
#include "ck_product.h"
#include "ck_random.h"
#include "ck_reduce.h"
#include "ck_rows.h"
#include "ck_winograd.h"

#endif
