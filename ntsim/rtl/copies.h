/*
 * Included first by the files whose functions touch memory for who calls them, and for nothing else: they lie between
 * rtlp_copies_begin and rtlp_copies_end, so that a fault in one is known to be its caller's.
 */
#ifndef NTSIM_RTL_COPIES_H
#define NTSIM_RTL_COPIES_H

#pragma code_seg(".text$mc")

#endif
