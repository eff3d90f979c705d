/* Packing of 4 until <poppack.h>. */
#pragma pack(push, 4)
