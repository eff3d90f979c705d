/* Packing of 8 until <poppack.h>. */
#pragma pack(push, 8)
