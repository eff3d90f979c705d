/* Faults, for the I/O manager: a driver below that completes a request with an error. */
#ifndef NTSIM_VERIFIER_FAULTS_H
#define NTSIM_VERIFIER_FAULTS_H

#include "ntsim/verifier/vf.h"

/* The next request that is sent is to go to this device instead of its own. */
extern BOOLEAN vf_refusing;
PDEVICE_OBJECT vf_refuser(void);

#endif
