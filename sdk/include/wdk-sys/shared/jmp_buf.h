/*
 * jmp_buf of Microsoft's ABI: 16 words of 128 bits on amd64, 24 of 64 bits on arm64. Facts: the public ABI
 * documentation.
 */
#ifndef WDK_JMP_BUF_H
#define WDK_JMP_BUF_H

#if defined(__aarch64__)
#define _JBLEN  24
#define _JBTYPE unsigned __int64
#else
#define _JBLEN 16
typedef struct __declspec(align(16)) _SETJMP_FLOAT128 {
    unsigned __int64 Part[2];
} _JBTYPE;
#endif
typedef _JBTYPE jmp_buf[_JBLEN];

#endif
