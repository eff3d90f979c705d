/*
 * windows.devices.sensors.h: of the Windows Runtime's sensors the values that drivers hand up, as C++ has them. They are the
 * public contract of Windows.Devices.Sensors; its interfaces are not there.
 */
#ifndef WDK_WINDOWS_DEVICES_SENSORS_H
#define WDK_WINDOWS_DEVICES_SENSORS_H

#ifdef __cplusplus
namespace ABI {
namespace Windows {
namespace Devices {
namespace Sensors {

enum SimpleOrientation : int {
    SimpleOrientation_NotRotated = 0,
    SimpleOrientation_Rotated90DegreesCounterclockwise = 1,
    SimpleOrientation_Rotated180DegreesCounterclockwise = 2,
    SimpleOrientation_Rotated270DegreesCounterclockwise = 3,
    SimpleOrientation_Faceup = 4,
    SimpleOrientation_Facedown = 5,
};

enum ActivityType : int {
    ActivityType_Unknown = 0,
    ActivityType_Idle = 1,
    ActivityType_Stationary = 2,
    ActivityType_Fidgeting = 3,
    ActivityType_Walking = 4,
    ActivityType_Running = 5,
    ActivityType_InVehicle = 6,
    ActivityType_Biking = 7,
};

enum PedometerStepKind : int {
    PedometerStepKind_Unknown = 0,
    PedometerStepKind_Walking = 1,
    PedometerStepKind_Running = 2,
};

enum MagnetometerAccuracy : int {
    MagnetometerAccuracy_Unknown = 0,
    MagnetometerAccuracy_Unreliable = 1,
    MagnetometerAccuracy_Approximate = 2,
    MagnetometerAccuracy_High = 3,
};

} // namespace Sensors
} // namespace Devices
} // namespace Windows
} // namespace ABI
#endif
#endif
