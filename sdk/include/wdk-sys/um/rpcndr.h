/*
 * mingw-w64's header leaves the identities of COM's interfaces and classes to templates of its own; with Microsoft's compiler, and
 * clang in its place, they belong to the types, which __uuidof asks.
 */
#include_next <rpcndr.h>

#if defined(__cplusplus) && !defined(CWDK_UM_RPCNDR_H)
#define CWDK_UM_RPCNDR_H
#undef MIDL_INTERFACE
#undef DECLSPEC_UUID
#define DECLSPEC_UUID(x)  __declspec(uuid(x))
#define MIDL_INTERFACE(x) struct __declspec(uuid(x)) __declspec(novtable)
#endif
