/* sensorsstructures.h: vectors, matrices and rotations of sensors. From the Win32 metadata and the public reference. */
#ifndef WDK_SENSORSSTRUCTURES_H
#define WDK_SENSORSSTRUCTURES_H
#include <windows.h>

typedef enum AXIS {
    AXIS_X = 0,
    AXIS_Y,
    AXIS_Z,
    AXIS_MAX,
} AXIS;

typedef struct VEC3D {
    FLOAT X;
    FLOAT Y;
    FLOAT Z;
} VEC3D, *PVEC3D;

typedef struct MATRIX3X3 {
    __C89_NAMELESS union {
        __C89_NAMELESS struct {
            FLOAT A11, A12, A13;
            FLOAT A21, A22, A23;
            FLOAT A31, A32, A33;
        };
        __C89_NAMELESS struct {
            VEC3D V1, V2, V3;
        };
        FLOAT M[9];
    };
} MATRIX3X3, *PMATRIX3X3;

/* A rotation by theta about (X, Y, Z), whose length is sin(theta/2); W is cos(theta/2). */
typedef struct QUATERNION {
    FLOAT X;
    FLOAT Y;
    FLOAT Z;
    FLOAT W;
} QUATERNION, *PQUATERNION;

#endif
