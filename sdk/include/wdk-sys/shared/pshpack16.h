/* Packing of 16 until <poppack.h>. */
#pragma pack(push, 16)
