/* Numbers on the command line, the same for every option that takes one. */
#ifndef CWDK_CMD_NUMBER_H
#define CWDK_CMD_NUMBER_H

#include <argp.h>
#include <stdint.h>

/* `text` as a number from `least` to `most`; what is none ends the program with status 2, naming `option` ("--seed").
 */
uint64_t option_number(struct argp_state *state, const char *text, const char *option, uint64_t least, uint64_t most);

/* The argument of -j: how many processes at a time. */
unsigned option_jobs(struct argp_state *state, const char *text);

#endif
