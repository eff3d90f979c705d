/*
 * The driver's files of bitcode as modules of LLVM, given out one after the other. Threads parse the next ones, each in
 * a context of its own, and free those that were read, while one is being read.
 */
#ifndef CWDK_CHECK_MODULES_H
#define CWDK_CHECK_MODULES_H

#include <llvm-c/Types.h>

struct modules;

struct module {
    const char *file;
    LLVMModuleRef parsed; /* NULL: the file cannot be read */
    char *problem;        /* why it cannot be opened, or NULL: what it holds is no bitcode */
    LLVMContextRef context;
    LLVMMemoryBufferRef buffer;
    enum { MODULE_UNTOUCHED, MODULE_STARTED, MODULE_PARSED, MODULE_READ, MODULE_FREED } state;
};

/* Begins with the first ones, `jobs` at a time with the caller (0 is as 1). `files` ends with NULL and outlives it. */
struct modules *modules_open(const char *const *files, unsigned jobs);
/* The next module, by the order of files; NULL after the last. It is there until it is given back. */
struct module *modules_next(struct modules *m);
void modules_give_back(struct modules *m, struct module *module);
/* At any time; every module was given back. */
void modules_close(struct modules *m);

#endif
