/* The words of Win32 that kernel code borrows. */
#ifndef WDK_MINWINDEF_H
#define WDK_MINWINDEF_H
#define _MINWINDEF_
#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MAX_PATH 260
#define CALLBACK __stdcall
#define WINAPI __stdcall
#define WINAPIV __cdecl
#define APIENTRY WINAPI
#define APIPRIVATE __stdcall
#define PASCAL __stdcall
#define FAR
#define NEAR

typedef unsigned long DWORD;
typedef int BOOL;
typedef unsigned char BYTE;
typedef unsigned short WORD;
typedef float FLOAT;
typedef FLOAT *PFLOAT;
typedef BOOL *PBOOL, *LPBOOL;
typedef BYTE *PBYTE, *LPBYTE;
typedef int *LPINT;
typedef WORD *PWORD, *LPWORD;
typedef long *LPLONG;
typedef DWORD *PDWORD, *LPDWORD;
typedef void *LPVOID;
typedef const void *LPCVOID;
typedef UINT_PTR WPARAM;
typedef LONG_PTR LPARAM;
typedef LONG_PTR LRESULT;
typedef HANDLE *LPHANDLE;
typedef WORD ATOM;
typedef int HFILE;
DECLARE_HANDLE(HINSTANCE);
typedef HINSTANCE HMODULE;
typedef struct _FILETIME {
    DWORD dwLowDateTime;
    DWORD dwHighDateTime;
} FILETIME, *PFILETIME, *LPFILETIME;

#define MAKEWORD(a, b) ((WORD)(((BYTE)((ULONG_PTR)(a) & 0xff)) | ((WORD)((BYTE)((ULONG_PTR)(b) & 0xff))) << 8))
#define MAKELONG(a, b) ((LONG)(((WORD)((ULONG_PTR)(a) & 0xffff)) | ((DWORD)((WORD)((ULONG_PTR)(b) & 0xffff))) << 16))
#define LOWORD(l) ((WORD)((ULONG_PTR)(l) & 0xffff))
#define HIWORD(l) ((WORD)(((ULONG_PTR)(l) >> 16) & 0xffff))
#define LOBYTE(w) ((BYTE)((ULONG_PTR)(w) & 0xff))
#define HIBYTE(w) ((BYTE)(((ULONG_PTR)(w) >> 8) & 0xff))

#ifdef __cplusplus
}
#endif
#endif
