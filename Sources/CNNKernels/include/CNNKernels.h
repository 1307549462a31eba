#ifndef CNNKERNELS_H
#define CNNKERNELS_H

#include "ck_base.h"
#include "ck_elementwise.h"
#include "ck_pool.h"
#include "ck_reduce.h"

#endif
