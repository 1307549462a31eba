#ifndef CNNKERNELS_H
#define CNNKERNELS_H
#endif
