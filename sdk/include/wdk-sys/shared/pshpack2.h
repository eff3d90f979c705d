/* Packing of 2 until <poppack.h>. */
#pragma pack(push, 2)
