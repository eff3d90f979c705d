/*
 * math3dhelper.h: vectors and rotations as classes of C++. Names from the public reference and from their use in Microsoft's
 * driver samples; the mathematics is textbook.
 */
#ifndef WDK_MATH3DHELPER_H
#define WDK_MATH3DHELPER_H
#include <windows.h>
#include <math.h>
#include <sensorsstructures.h>

#ifdef __cplusplus

#define FLOAT_TOLERANCE 0.00001f

const FLOAT RadToDegRatio = 57.2957795f;

inline bool FloatEq(FLOAT x, FLOAT y)
{
    return fabsf(x - y) < FLOAT_TOLERANCE;
}

/* The remainder that has the sign of y. */
inline FLOAT RealModulo(FLOAT x, FLOAT y)
{
    return x - y * floorf(x / y);
}

class CVEC3D : public VEC3D
{
public:
    CVEC3D() : VEC3D()
    {
    }
    CVEC3D(FLOAT _X, FLOAT _Y, FLOAT _Z) : VEC3D{_X, _Y, _Z}
    {
    }
    CVEC3D(const VEC3D &_V) : VEC3D(_V)
    {
    }
    CVEC3D &operator+=(const VEC3D &_V)
    {
        X += _V.X;
        Y += _V.Y;
        Z += _V.Z;
        return *this;
    }
    CVEC3D &operator-=(const VEC3D &_V)
    {
        X -= _V.X;
        Y -= _V.Y;
        Z -= _V.Z;
        return *this;
    }
};

class CQUATERNION : public QUATERNION
{
public:
    CQUATERNION() : QUATERNION{0, 0, 0, 1}
    {
    }
    CQUATERNION(FLOAT _X, FLOAT _Y, FLOAT _Z, FLOAT _W) : QUATERNION{_X, _Y, _Z, _W}
    {
    }
    CQUATERNION(const QUATERNION &_Q) : QUATERNION(_Q)
    {
    }
    /* The angle of the rotation in radians, 0 to 2 pi; and the axis, of length 1, or along x if nothing turns. */
    FLOAT ToAngleAxis(_Out_opt_ VEC3D *Axis) const
    {
        const FLOAT sine = sqrtf(X * X + Y * Y + Z * Z);

        if (Axis != nullptr) {
            *Axis = sine > 0 ? VEC3D{X / sine, Y / sine, Z / sine} : VEC3D{1, 0, 0};
        }
        return 2 * atan2f(sine, W);
    }
};

#endif
#endif
