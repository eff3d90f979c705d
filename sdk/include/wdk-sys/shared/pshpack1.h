/* Packing of 1 until <poppack.h>. */
#pragma pack(push, 1)
