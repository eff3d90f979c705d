/*
 * The fields of TraceLogging: TraceLoggingXxx(value[, name[, description[, tags]]]), and for most the array of a count that the
 * event carries, TraceLoggingXxxArray(pointer, count, …), and of a fixed one, TraceLoggingXxxFixedArray(pointer, count, …).
 * traceloggingprovider.h includes this file. The last two numbers are how a value is laid out and how it is shown.
 */
#define TraceLoggingInt8(value, ...) _TLG_SCALAR(INT8, value, #value, 3, 0, __VA_ARGS__)
#define TraceLoggingUInt8(value, ...) _TLG_SCALAR(UINT8, value, #value, 4, 0, __VA_ARGS__)
#define TraceLoggingHexInt8(value, ...) _TLG_SCALAR(INT8, value, #value, 3, 4, __VA_ARGS__)
#define TraceLoggingHexUInt8(value, ...) _TLG_SCALAR(UINT8, value, #value, 4, 4, __VA_ARGS__)
#define TraceLoggingInt16(value, ...) _TLG_SCALAR(INT16, value, #value, 5, 0, __VA_ARGS__)
#define TraceLoggingUInt16(value, ...) _TLG_SCALAR(UINT16, value, #value, 6, 0, __VA_ARGS__)
#define TraceLoggingHexInt16(value, ...) _TLG_SCALAR(INT16, value, #value, 5, 4, __VA_ARGS__)
#define TraceLoggingHexUInt16(value, ...) _TLG_SCALAR(UINT16, value, #value, 6, 4, __VA_ARGS__)
#define TraceLoggingInt32(value, ...) _TLG_SCALAR(INT32, value, #value, 7, 0, __VA_ARGS__)
#define TraceLoggingUInt32(value, ...) _TLG_SCALAR(UINT32, value, #value, 8, 0, __VA_ARGS__)
#define TraceLoggingHexInt32(value, ...) _TLG_SCALAR(INT32, value, #value, 20, 0, __VA_ARGS__)
#define TraceLoggingHexUInt32(value, ...) _TLG_SCALAR(UINT32, value, #value, 20, 0, __VA_ARGS__)
#define TraceLoggingInt64(value, ...) _TLG_SCALAR(INT64, value, #value, 9, 0, __VA_ARGS__)
#define TraceLoggingUInt64(value, ...) _TLG_SCALAR(UINT64, value, #value, 10, 0, __VA_ARGS__)
#define TraceLoggingHexInt64(value, ...) _TLG_SCALAR(INT64, value, #value, 21, 0, __VA_ARGS__)
#define TraceLoggingHexUInt64(value, ...) _TLG_SCALAR(UINT64, value, #value, 21, 0, __VA_ARGS__)
#define TraceLoggingLong(value, ...) _TLG_SCALAR(LONG, value, #value, 7, 0, __VA_ARGS__)
#define TraceLoggingULong(value, ...) _TLG_SCALAR(ULONG, value, #value, 8, 0, __VA_ARGS__)
#define TraceLoggingHexLong(value, ...) _TLG_SCALAR(LONG, value, #value, 20, 0, __VA_ARGS__)
#define TraceLoggingHexULong(value, ...) _TLG_SCALAR(ULONG, value, #value, 20, 0, __VA_ARGS__)
#define TraceLoggingIntPtr(value, ...) _TLG_SCALAR(INT_PTR, value, #value, 9, 0, __VA_ARGS__)
#define TraceLoggingUIntPtr(value, ...) _TLG_SCALAR(UINT_PTR, value, #value, 10, 0, __VA_ARGS__)
#define TraceLoggingHexIntPtr(value, ...) _TLG_SCALAR(INT_PTR, value, #value, 21, 0, __VA_ARGS__)
#define TraceLoggingHexUIntPtr(value, ...) _TLG_SCALAR(UINT_PTR, value, #value, 21, 0, __VA_ARGS__)
#define TraceLoggingFloat32(value, ...) _TLG_SCALAR(float, value, #value, 11, 0, __VA_ARGS__)
#define TraceLoggingFloat64(value, ...) _TLG_SCALAR(double, value, #value, 12, 0, __VA_ARGS__)
#define TraceLoggingBoolean(value, ...) _TLG_SCALAR(UINT8, value, #value, 4, 3, __VA_ARGS__)
#define TraceLoggingBool(value, ...) _TLG_SCALAR(INT32, value, #value, 13, 0, __VA_ARGS__)
#define TraceLoggingChar(value, ...) _TLG_SCALAR(char, value, #value, 4, 2, __VA_ARGS__)
#define TraceLoggingWChar(value, ...) _TLG_SCALAR(WCHAR, value, #value, 6, 2, __VA_ARGS__)
#define TraceLoggingChar16(value, ...) _TLG_SCALAR(WCHAR, value, #value, 6, 2, __VA_ARGS__)
#define TraceLoggingPointer(value, ...) _TLG_SCALAR(const void *, value, #value, 21, 0, __VA_ARGS__)
#define TraceLoggingCodePointer(value, ...) _TLG_SCALAR(const void *, value, #value, 21, 37, __VA_ARGS__)
#define TraceLoggingPid(value, ...) _TLG_SCALAR(UINT32, value, #value, 8, 5, __VA_ARGS__)
#define TraceLoggingTid(value, ...) _TLG_SCALAR(UINT32, value, #value, 8, 6, __VA_ARGS__)
#define TraceLoggingPort(value, ...) _TLG_SCALAR(UINT16, value, #value, 6, 7, __VA_ARGS__)
#define TraceLoggingWinError(value, ...) _TLG_SCALAR(UINT32, value, #value, 8, 13, __VA_ARGS__)
#define TraceLoggingNTStatus(value, ...) _TLG_SCALAR(LONG, value, #value, 8, 14, __VA_ARGS__)
#define TraceLoggingHResult(value, ...) _TLG_SCALAR(LONG, value, #value, 7, 15, __VA_ARGS__)

/* In C the value must be an l-value. */
#define TraceLoggingGuid(value, ...) _TLG_BYTES(value, 16, #value, 15, 0, __VA_ARGS__)
#define TraceLoggingFileTime(value, ...) _TLG_BYTES(value, 8, #value, 17, 0, __VA_ARGS__)
#define TraceLoggingFileTimeUtc(value, ...) _TLG_BYTES(value, 8, #value, 17, 38, __VA_ARGS__)
#define TraceLoggingSystemTime(value, ...) _TLG_BYTES(value, 16, #value, 18, 0, __VA_ARGS__)
#define TraceLoggingSystemTimeUtc(value, ...) _TLG_BYTES(value, 16, #value, 18, 38, __VA_ARGS__)
#define TraceLoggingIPv4Address(value, ...) _TLG_BYTES(value, 4, #value, 8, 8, __VA_ARGS__)
#define TraceLoggingIPv6Address(pointer, ...) _TLG_COUNTED(pointer, 16, #pointer, 14, 9, __VA_ARGS__)

/* Texts that end by NUL, and by their length in characters. NULL is written as an empty one. */
#define TraceLoggingString(text, ...)     _TLG_ONE(_tlgText(text), #text, 2, 0, __VA_ARGS__)
#define TraceLoggingUtf8String(text, ...) _TLG_ONE(_tlgText(text), #text, 2, 35, __VA_ARGS__)
#define TraceLoggingWideString(text, ...) _TLG_ONE(_tlgWide(text), #text, 1, 0, __VA_ARGS__)
#define TraceLoggingString16(text, ...)   _TLG_ONE(_tlgWide(text), #text, 1, 0, __VA_ARGS__)
#define TraceLoggingCountedString(text, length, ...)     _TLG_COUNTED(text, (length), #text, 23, 0, __VA_ARGS__)
#define TraceLoggingCountedUtf8String(text, length, ...) _TLG_COUNTED(text, (length), #text, 23, 35, __VA_ARGS__)
#define TraceLoggingCountedWideString(text, length, ...) _TLG_COUNTED(text, 2 * (length), #text, 22, 0, __VA_ARGS__)
#define TraceLoggingCountedString16(text, length, ...)   _TLG_COUNTED(text, 2 * (length), #text, 22, 0, __VA_ARGS__)
#define TraceLoggingUnicodeString(string, ...) \
    _TLG_COUNTED((string)->Buffer, (string)->Length, #string, 22, 0, __VA_ARGS__)
#define TraceLoggingAnsiString(string, ...) _TLG_COUNTED((string)->Buffer, (string)->Length, #string, 23, 0, __VA_ARGS__)

#define TraceLoggingBinary(pointer, size, ...)   _TLG_COUNTED(pointer, (size), #pointer, 14, 0, __VA_ARGS__)
#define TraceLoggingBinaryEx(pointer, size, out, ...) _TLG_COUNTED(pointer, (size), #pointer, 14, out, __VA_ARGS__)
#define TraceLoggingSocketAddress(pointer, size, ...) _TLG_COUNTED(pointer, (size), #pointer, 14, 10, __VA_ARGS__)
#define TraceLoggingSid(sid, ...)                _TLG_ONE(_tlgSid(sid), #sid, 19, 0, __VA_ARGS__)

/* The next `count` fields belong together under `name`. */
#define TraceLoggingStruct(count, name, ...) (_tlg_struct, name, 24, count)

/* Arrays. The count is a number up to 65535; that of a fixed array a constant. */
#define TraceLoggingInt8Array(pointer, count, ...) _TLG_ARRAY(INT8, pointer, count, #pointer, 3, 0, __VA_ARGS__)
#define TraceLoggingInt8FixedArray(pointer, count, ...) \
    _TLG_FIXED(INT8, pointer, count, #pointer, 3, 0, __VA_ARGS__)
#define TraceLoggingUInt8Array(pointer, count, ...) _TLG_ARRAY(UINT8, pointer, count, #pointer, 4, 0, __VA_ARGS__)
#define TraceLoggingUInt8FixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT8, pointer, count, #pointer, 4, 0, __VA_ARGS__)
#define TraceLoggingHexInt8Array(pointer, count, ...) _TLG_ARRAY(INT8, pointer, count, #pointer, 3, 4, __VA_ARGS__)
#define TraceLoggingHexInt8FixedArray(pointer, count, ...) \
    _TLG_FIXED(INT8, pointer, count, #pointer, 3, 4, __VA_ARGS__)
#define TraceLoggingHexUInt8Array(pointer, count, ...) _TLG_ARRAY(UINT8, pointer, count, #pointer, 4, 4, __VA_ARGS__)
#define TraceLoggingHexUInt8FixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT8, pointer, count, #pointer, 4, 4, __VA_ARGS__)
#define TraceLoggingInt16Array(pointer, count, ...) _TLG_ARRAY(INT16, pointer, count, #pointer, 5, 0, __VA_ARGS__)
#define TraceLoggingInt16FixedArray(pointer, count, ...) \
    _TLG_FIXED(INT16, pointer, count, #pointer, 5, 0, __VA_ARGS__)
#define TraceLoggingUInt16Array(pointer, count, ...) _TLG_ARRAY(UINT16, pointer, count, #pointer, 6, 0, __VA_ARGS__)
#define TraceLoggingUInt16FixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT16, pointer, count, #pointer, 6, 0, __VA_ARGS__)
#define TraceLoggingHexInt16Array(pointer, count, ...) _TLG_ARRAY(INT16, pointer, count, #pointer, 5, 4, __VA_ARGS__)
#define TraceLoggingHexInt16FixedArray(pointer, count, ...) \
    _TLG_FIXED(INT16, pointer, count, #pointer, 5, 4, __VA_ARGS__)
#define TraceLoggingHexUInt16Array(pointer, count, ...) _TLG_ARRAY(UINT16, pointer, count, #pointer, 6, 4, __VA_ARGS__)
#define TraceLoggingHexUInt16FixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT16, pointer, count, #pointer, 6, 4, __VA_ARGS__)
#define TraceLoggingInt32Array(pointer, count, ...) _TLG_ARRAY(INT32, pointer, count, #pointer, 7, 0, __VA_ARGS__)
#define TraceLoggingInt32FixedArray(pointer, count, ...) \
    _TLG_FIXED(INT32, pointer, count, #pointer, 7, 0, __VA_ARGS__)
#define TraceLoggingUInt32Array(pointer, count, ...) _TLG_ARRAY(UINT32, pointer, count, #pointer, 8, 0, __VA_ARGS__)
#define TraceLoggingUInt32FixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT32, pointer, count, #pointer, 8, 0, __VA_ARGS__)
#define TraceLoggingHexInt32Array(pointer, count, ...) _TLG_ARRAY(INT32, pointer, count, #pointer, 20, 0, __VA_ARGS__)
#define TraceLoggingHexInt32FixedArray(pointer, count, ...) \
    _TLG_FIXED(INT32, pointer, count, #pointer, 20, 0, __VA_ARGS__)
#define TraceLoggingHexUInt32Array(pointer, count, ...) _TLG_ARRAY(UINT32, pointer, count, #pointer, 20, 0, __VA_ARGS__)
#define TraceLoggingHexUInt32FixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT32, pointer, count, #pointer, 20, 0, __VA_ARGS__)
#define TraceLoggingInt64Array(pointer, count, ...) _TLG_ARRAY(INT64, pointer, count, #pointer, 9, 0, __VA_ARGS__)
#define TraceLoggingInt64FixedArray(pointer, count, ...) \
    _TLG_FIXED(INT64, pointer, count, #pointer, 9, 0, __VA_ARGS__)
#define TraceLoggingUInt64Array(pointer, count, ...) _TLG_ARRAY(UINT64, pointer, count, #pointer, 10, 0, __VA_ARGS__)
#define TraceLoggingUInt64FixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT64, pointer, count, #pointer, 10, 0, __VA_ARGS__)
#define TraceLoggingHexInt64Array(pointer, count, ...) _TLG_ARRAY(INT64, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingHexInt64FixedArray(pointer, count, ...) \
    _TLG_FIXED(INT64, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingHexUInt64Array(pointer, count, ...) _TLG_ARRAY(UINT64, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingHexUInt64FixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT64, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingLongArray(pointer, count, ...) _TLG_ARRAY(LONG, pointer, count, #pointer, 7, 0, __VA_ARGS__)
#define TraceLoggingLongFixedArray(pointer, count, ...) \
    _TLG_FIXED(LONG, pointer, count, #pointer, 7, 0, __VA_ARGS__)
#define TraceLoggingULongArray(pointer, count, ...) _TLG_ARRAY(ULONG, pointer, count, #pointer, 8, 0, __VA_ARGS__)
#define TraceLoggingULongFixedArray(pointer, count, ...) \
    _TLG_FIXED(ULONG, pointer, count, #pointer, 8, 0, __VA_ARGS__)
#define TraceLoggingHexLongArray(pointer, count, ...) _TLG_ARRAY(LONG, pointer, count, #pointer, 20, 0, __VA_ARGS__)
#define TraceLoggingHexLongFixedArray(pointer, count, ...) \
    _TLG_FIXED(LONG, pointer, count, #pointer, 20, 0, __VA_ARGS__)
#define TraceLoggingHexULongArray(pointer, count, ...) _TLG_ARRAY(ULONG, pointer, count, #pointer, 20, 0, __VA_ARGS__)
#define TraceLoggingHexULongFixedArray(pointer, count, ...) \
    _TLG_FIXED(ULONG, pointer, count, #pointer, 20, 0, __VA_ARGS__)
#define TraceLoggingIntPtrArray(pointer, count, ...) _TLG_ARRAY(INT_PTR, pointer, count, #pointer, 9, 0, __VA_ARGS__)
#define TraceLoggingIntPtrFixedArray(pointer, count, ...) \
    _TLG_FIXED(INT_PTR, pointer, count, #pointer, 9, 0, __VA_ARGS__)
#define TraceLoggingUIntPtrArray(pointer, count, ...) _TLG_ARRAY(UINT_PTR, pointer, count, #pointer, 10, 0, __VA_ARGS__)
#define TraceLoggingUIntPtrFixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT_PTR, pointer, count, #pointer, 10, 0, __VA_ARGS__)
#define TraceLoggingHexIntPtrArray(pointer, count, ...) _TLG_ARRAY(INT_PTR, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingHexIntPtrFixedArray(pointer, count, ...) \
    _TLG_FIXED(INT_PTR, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingHexUIntPtrArray(pointer, count, ...) _TLG_ARRAY(UINT_PTR, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingHexUIntPtrFixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT_PTR, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingFloat32Array(pointer, count, ...) _TLG_ARRAY(float, pointer, count, #pointer, 11, 0, __VA_ARGS__)
#define TraceLoggingFloat32FixedArray(pointer, count, ...) \
    _TLG_FIXED(float, pointer, count, #pointer, 11, 0, __VA_ARGS__)
#define TraceLoggingFloat64Array(pointer, count, ...) _TLG_ARRAY(double, pointer, count, #pointer, 12, 0, __VA_ARGS__)
#define TraceLoggingFloat64FixedArray(pointer, count, ...) \
    _TLG_FIXED(double, pointer, count, #pointer, 12, 0, __VA_ARGS__)
#define TraceLoggingBooleanArray(pointer, count, ...) _TLG_ARRAY(UINT8, pointer, count, #pointer, 4, 3, __VA_ARGS__)
#define TraceLoggingBooleanFixedArray(pointer, count, ...) \
    _TLG_FIXED(UINT8, pointer, count, #pointer, 4, 3, __VA_ARGS__)
#define TraceLoggingBoolArray(pointer, count, ...) _TLG_ARRAY(INT32, pointer, count, #pointer, 13, 0, __VA_ARGS__)
#define TraceLoggingBoolFixedArray(pointer, count, ...) \
    _TLG_FIXED(INT32, pointer, count, #pointer, 13, 0, __VA_ARGS__)
#define TraceLoggingCharArray(pointer, count, ...) _TLG_ARRAY(char, pointer, count, #pointer, 4, 2, __VA_ARGS__)
#define TraceLoggingCharFixedArray(pointer, count, ...) \
    _TLG_FIXED(char, pointer, count, #pointer, 4, 2, __VA_ARGS__)
#define TraceLoggingWCharArray(pointer, count, ...) _TLG_ARRAY(WCHAR, pointer, count, #pointer, 6, 2, __VA_ARGS__)
#define TraceLoggingWCharFixedArray(pointer, count, ...) \
    _TLG_FIXED(WCHAR, pointer, count, #pointer, 6, 2, __VA_ARGS__)
#define TraceLoggingChar16Array(pointer, count, ...) _TLG_ARRAY(WCHAR, pointer, count, #pointer, 6, 2, __VA_ARGS__)
#define TraceLoggingChar16FixedArray(pointer, count, ...) \
    _TLG_FIXED(WCHAR, pointer, count, #pointer, 6, 2, __VA_ARGS__)
#define TraceLoggingPointerArray(pointer, count, ...) _TLG_ARRAY(const void *, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingPointerFixedArray(pointer, count, ...) \
    _TLG_FIXED(const void *, pointer, count, #pointer, 21, 0, __VA_ARGS__)
#define TraceLoggingCodePointerArray(pointer, count, ...) _TLG_ARRAY(const void *, pointer, count, #pointer, 21, 37, __VA_ARGS__)
#define TraceLoggingCodePointerFixedArray(pointer, count, ...) \
    _TLG_FIXED(const void *, pointer, count, #pointer, 21, 37, __VA_ARGS__)
#define TraceLoggingGuidArray(pointer, count, ...) _TLG_ARRAY(GUID, pointer, count, #pointer, 15, 0, __VA_ARGS__)
