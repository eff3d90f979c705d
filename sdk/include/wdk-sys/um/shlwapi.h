/* shlwapi.h: mingw-w64's, at whose functions strsafe.h may have put names that nothing has, so that nobody calls them. */
#if defined(_STRSAFE_H_INCLUDED_) && !defined(_INC_SHLWAPI)
#pragma push_macro("StrCat")
#undef StrCat
#pragma push_macro("StrCatA")
#undef StrCatA
#pragma push_macro("StrCatN")
#undef StrCatN
#pragma push_macro("StrCatW")
#undef StrCatW
#pragma push_macro("StrCpy")
#undef StrCpy
#pragma push_macro("StrCpyA")
#undef StrCpyA
#pragma push_macro("StrCpyW")
#undef StrCpyW
#pragma push_macro("StrNCat")
#undef StrNCat
#pragma push_macro("StrNCatA")
#undef StrNCatA
#pragma push_macro("StrNCatW")
#undef StrNCatW
#include_next <shlwapi.h>
#pragma pop_macro("StrCat")
#pragma pop_macro("StrCatA")
#pragma pop_macro("StrCatN")
#pragma pop_macro("StrCatW")
#pragma pop_macro("StrCpy")
#pragma pop_macro("StrCpyA")
#pragma pop_macro("StrCpyW")
#pragma pop_macro("StrNCat")
#pragma pop_macro("StrNCatA")
#pragma pop_macro("StrNCatW")
#else
#include_next <shlwapi.h>
#endif
