/*
 * sensorsdef.h: what sensor drivers and their class extension talk about: kinds of sensors, lists of properties and values.
 *
 * Records and enumerations are those of the public reference and of the Win32 metadata, which agree; GUIDs are those of the
 * metadata. Property keys: only those whose numbers Microsoft's open tools (microsoft/busiotools, MIT) or two independent
 * observations of readings show. The others, most data fields among them, are in no public source (docs/sensors.md): a driver
 * that needs one declares it itself.
 *
 * As with Microsoft's kit, GUIDs and keys that a driver declares behind this header are defined where they stand.
 */
#ifndef WDK_SENSORSDEF_H
#define WDK_SENSORSDEF_H
#include <windows.h>
#include <initguid.h>
#include <propidl.h>
#include <propkeydef.h>
#include <sensorsstructures.h>

DEFINE_GUID(GUID_SensorCategory_All, 0xC317C286, 0xC468, 0x4288, 0x99, 0x75, 0xD4, 0xC4, 0x58, 0x7C, 0x44, 0x2C);
DEFINE_GUID(GUID_SensorCategory_Biometric, 0xCA19690F, 0xA2C7, 0x477D, 0xA9, 0x9E, 0x99, 0xEC, 0x6E, 0x2B, 0x56, 0x48);
DEFINE_GUID(GUID_SensorCategory_Electrical, 0xFB73FCD8, 0xFC4A, 0x483C, 0xAC, 0x58, 0x27, 0xB6, 0x91, 0xC6, 0xBE, 0xFF);
DEFINE_GUID(GUID_SensorCategory_Environmental, 0x323439AA, 0x7F66, 0x492B, 0xBA, 0x0C, 0x73, 0xE9, 0xAA, 0x0A, 0x65, 0xD5);
DEFINE_GUID(GUID_SensorCategory_Light, 0x17A665C0, 0x9063, 0x4216, 0xB2, 0x02, 0x5C, 0x7A, 0x25, 0x5E, 0x18, 0xCE);
DEFINE_GUID(GUID_SensorCategory_Location, 0xBFA794E4, 0xF964, 0x4FDB, 0x90, 0xF6, 0x51, 0x05, 0x6B, 0xFE, 0x4B, 0x44);
DEFINE_GUID(GUID_SensorCategory_Mechanical, 0x8D131D68, 0x8EF7, 0x4656, 0x80, 0xB5, 0xCC, 0xCB, 0xD9, 0x37, 0x91, 0xC5);
DEFINE_GUID(GUID_SensorCategory_Motion, 0xCD09DAF1, 0x3B2E, 0x4C3D, 0xB5, 0x98, 0xB5, 0xE5, 0xFF, 0x93, 0xFD, 0x46);
DEFINE_GUID(GUID_SensorCategory_Orientation, 0x9E6C04B6, 0x96FE, 0x4954, 0xB7, 0x26, 0x68, 0x68, 0x2A, 0x47, 0x3F, 0x69);
DEFINE_GUID(GUID_SensorCategory_Other, 0x2C90E7A9, 0xF4C9, 0x4FA2, 0xAF, 0x37, 0x56, 0xD4, 0x71, 0xFE, 0x5A, 0x3D);
DEFINE_GUID(GUID_SensorCategory_PersonalActivity, 0xF1609081, 0x1E12, 0x412B, 0xA1, 0x4D, 0xCB, 0xB0, 0xE9, 0x5B, 0xD2, 0xE5);
DEFINE_GUID(GUID_SensorCategory_Scanner, 0xB000E77E, 0xF5B5, 0x420F, 0x81, 0x5D, 0x02, 0x70, 0xA7, 0x26, 0xF2, 0x70);
DEFINE_GUID(GUID_SensorCategory_Unsupported, 0x2BEAE7FA, 0x19B0, 0x48C5, 0xA1, 0xF6, 0xB5, 0x48, 0x0D, 0xC2, 0x06, 0xB0);
DEFINE_GUID(GUID_SensorType_Accelerometer3D, 0xC2FB0F5F, 0xE2D2, 0x4C78, 0xBC, 0xD0, 0x35, 0x2A, 0x95, 0x82, 0x81, 0x9D);
DEFINE_GUID(GUID_SensorType_ActivityDetection, 0x9D9E0118, 0x1807, 0x4F2E, 0x96, 0xE4, 0x2C, 0xE5, 0x71, 0x42, 0xE1, 0x96);
DEFINE_GUID(GUID_SensorType_AmbientLight, 0x97F115C8, 0x599A, 0x4153, 0x88, 0x94, 0xD2, 0xD1, 0x28, 0x99, 0x91, 0x8A);
DEFINE_GUID(GUID_SensorType_Barometer, 0x0E903829, 0xFF8A, 0x4A93, 0x97, 0xDF, 0x3D, 0xCB, 0xDE, 0x40, 0x22, 0x88);
DEFINE_GUID(GUID_SensorType_Custom, 0xE83AF229, 0x8640, 0x4D18, 0xA2, 0x13, 0xE2, 0x26, 0x75, 0xEB, 0xB2, 0xC3);
DEFINE_GUID(GUID_SensorType_FloorElevation, 0xADE4987F, 0x7AC4, 0x4DFA, 0x97, 0x22, 0x0A, 0x02, 0x71, 0x81, 0xC7, 0x47);
DEFINE_GUID(GUID_SensorType_GeomagneticOrientation, 0xE77195F8, 0x2D1F, 0x4823, 0x97, 0x1B, 0x1C, 0x44, 0x67, 0x55, 0x6C, 0x9D);
DEFINE_GUID(GUID_SensorType_GravityVector, 0x03B52C73, 0xBB76, 0x463F, 0x95, 0x24, 0x38, 0xDE, 0x76, 0xEB, 0x70, 0x0B);
DEFINE_GUID(GUID_SensorType_Gyrometer3D, 0x09485F5A, 0x759E, 0x42C2, 0xBD, 0x4B, 0xA3, 0x49, 0xB7, 0x5C, 0x86, 0x43);
DEFINE_GUID(GUID_SensorType_HingeAngle, 0x82358065, 0xF4C4, 0x4DA1, 0xB2, 0x72, 0x13, 0xC2, 0x33, 0x32, 0xA2, 0x07);
DEFINE_GUID(GUID_SensorType_Humidity, 0x5C72BF67, 0xBD7E, 0x4257, 0x99, 0x0B, 0x98, 0xA3, 0xBA, 0x3B, 0x40, 0x0A);
DEFINE_GUID(GUID_SensorType_LinearAccelerometer, 0x038B0283, 0x97B4, 0x41C8, 0xBC, 0x24, 0x5F, 0xF1, 0xAA, 0x48, 0xFE, 0xC7);
DEFINE_GUID(GUID_SensorType_Magnetometer3D, 0x55E5EFFB, 0x15C7, 0x40DF, 0x86, 0x98, 0xA8, 0x4B, 0x7C, 0x86, 0x3C, 0x53);
DEFINE_GUID(GUID_SensorType_Orientation, 0xCDB5D8F7, 0x3CFD, 0x41C8, 0x85, 0x42, 0xCC, 0xE6, 0x22, 0xCF, 0x5D, 0x6E);
DEFINE_GUID(GUID_SensorType_Pedometer, 0xB19F89AF, 0xE3EB, 0x444B, 0x8D, 0xEA, 0x20, 0x25, 0x75, 0xA7, 0x15, 0x99);
DEFINE_GUID(GUID_SensorType_Proximity, 0x5220DAE9, 0x3179, 0x4430, 0x9F, 0x90, 0x06, 0x26, 0x6D, 0x2A, 0x34, 0xDE);
DEFINE_GUID(GUID_SensorType_RelativeOrientation, 0x40993B51, 0x4706, 0x44DC, 0x98, 0xD5, 0xC9, 0x20, 0xC0, 0x37, 0xFF, 0xAB);
DEFINE_GUID(GUID_SensorType_SimpleDeviceOrientation, 0x86A19291, 0x0482, 0x402C, 0xBF, 0x4C, 0xAD, 0xDA, 0xC5, 0x2B, 0x1C, 0x39);
DEFINE_GUID(GUID_SensorType_Temperature, 0x04FD0EC4, 0xD5DA, 0x45FA, 0x95, 0xA9, 0x5D, 0xB3, 0x8E, 0xE1, 0x93, 0x06);

/* What a driver says of a sensor when it initializes it: DEVPKEY_…; and what the sensor has while it runs: PKEY_Sensor_…. */
#define WDK_SENSOR_KEY(name, pid) \
    DEFINE_PROPERTYKEY(name, 0xD4247382, 0x969D, 0x4F24, 0xBB, 0x14, 0xFB, 0x96, 0x71, 0x87, 0x0B, 0xBF, pid)
WDK_SENSOR_KEY(DEVPKEY_Sensor_Type, 2);                  /* VT_CLSID */
WDK_SENSOR_KEY(DEVPKEY_Sensor_Category, 3);              /* VT_CLSID */
WDK_SENSOR_KEY(DEVPKEY_Sensor_ConnectionType, 4);        /* VT_UI4, SENSOR_CONNECTION_TYPES */
WDK_SENSOR_KEY(DEVPKEY_Sensor_IsPrimary, 5);             /* VT_BOOL */
WDK_SENSOR_KEY(DEVPKEY_Sensor_Name, 6);                  /* VT_LPWSTR */
WDK_SENSOR_KEY(DEVPKEY_Sensor_Manufacturer, 7);          /* VT_LPWSTR */
WDK_SENSOR_KEY(DEVPKEY_Sensor_Model, 8);                 /* VT_LPWSTR */
WDK_SENSOR_KEY(DEVPKEY_Sensor_PersistentUniqueId, 9);    /* VT_CLSID */
WDK_SENSOR_KEY(DEVPKEY_Sensor_VendorDefinedSubType, 10); /* VT_CLSID */
WDK_SENSOR_KEY(PKEY_Sensor_State, 20);                   /* VT_UI4, SENSOR_STATE */
WDK_SENSOR_KEY(DEVPKEY_Sensor_ProximityType, 80);        /* VT_UI4, PROXIMITY_TYPE */
WDK_SENSOR_KEY(DEVPKEY_Sensor_HumanPresenceDetectionType, 81); /* VT_UI4, HUMAN_PRESENCE_DETECTION_TYPE */
#undef WDK_SENSOR_KEY

/* Fields of a sample. */
#define WDK_SENSOR_KEY(name, pid) \
    DEFINE_PROPERTYKEY(name, 0xC458F8A7, 0x4AE8, 0x4777, 0x96, 0x07, 0x2E, 0x9B, 0xDD, 0x65, 0x11, 0x0A, pid)
WDK_SENSOR_KEY(PKEY_SensorData_Timestamp, 2);           /* VT_FILETIME */
WDK_SENSOR_KEY(PKEY_SensorData_LightChromaticityX, 62); /* VT_R4 */
WDK_SENSOR_KEY(PKEY_SensorData_LightChromaticityY, 63); /* VT_R4 */
#undef WDK_SENSOR_KEY

typedef enum SENSOR_STATE {
    SensorState_Initializing = 0,
    SensorState_Idle,
    SensorState_Active,
    SensorState_Error,
} SENSOR_STATE, *PSENSOR_STATE;

typedef enum SENSOR_CONNECTION_TYPES {
    SensorConnectionType_Integrated = 0,
    SensorConnectionType_Attached,
    SensorConnectionType_External,
} SENSOR_CONNECTION_TYPES, *PSENSOR_CONNECTION_TYPES;

typedef enum ACTIVITY_STATE_COUNT {
    ActivityStateCount = 8,
} ACTIVITY_STATE_COUNT;

typedef enum ACTIVITY_STATE {
    ActivityState_Unknown = 0x01,
    ActivityState_Stationary = 0x02,
    ActivityState_Fidgeting = 0x04,
    ActivityState_Walking = 0x08,
    ActivityState_Running = 0x10,
    ActivityState_InVehicle = 0x20,
    ActivityState_Biking = 0x40,
    ActivityState_Idle = 0x80,
    ActivityState_Max = 1 << ActivityStateCount,
    ActivityState_Force_Dword = -1,
} ACTIVITY_STATE;

typedef enum ELEVATION_CHANGE_MODE {
    ElevationChangeMode_Unknown = 0,
    ElevationChangeMode_Elevator,
    ElevationChangeMode_Stepping,
    ElevationChangeMode_Max,
    ElevationChangeMode_Force_Dword = -1,
} ELEVATION_CHANGE_MODE;

typedef enum MAGNETOMETER_ACCURACY {
    MagnetometerAccuracy_Unknown = 0,
    MagnetometerAccuracy_Unreliable,
    MagnetometerAccuracy_Approximate,
    MagnetometerAccuracy_High,
} MAGNETOMETER_ACCURACY;

typedef enum PEDOMETER_STEP_TYPE_COUNT {
    PedometerStepTypeCount = 3,
} PEDOMETER_STEP_TYPE_COUNT;

typedef enum PEDOMETER_STEP_TYPE {
    PedometerStepType_Unknown = 0x01,
    PedometerStepType_Walking = 0x02,
    PedometerStepType_Running = 0x04,
    PedometerStepType_Max = 1 << PedometerStepTypeCount,
    PedometerStepType_Force_Dword = -1,
} PEDOMETER_STEP_TYPE;

typedef enum PROXIMITY_TYPE {
    ProximityType_ObjectProximity = 0,
    ProximityType_HumanProximity,
    ProximityType_Force_Dword = -1,
} PROXIMITY_TYPE;

typedef enum HUMAN_PRESENCE_DETECTION_TYPE_COUNT {
    HumanPresenceDetectionTypeCount = 4,
} HUMAN_PRESENCE_DETECTION_TYPE_COUNT;

typedef enum HUMAN_PRESENCE_DETECTION_TYPE {
    HumanPresenceDetectionType_VendorDefinedNonBiometric = 0x01,
    HumanPresenceDetectionType_VendorDefinedBiometric = 0x02,
    HumanPresenceDetectionType_FacialBiometric = 0x04,
    HumanPresenceDetectionType_AudioBiometric = 0x08,
    HumanPresenceDetectionType_Force_Dword = -1,
} HUMAN_PRESENCE_DETECTION_TYPE;

typedef enum SIMPLE_DEVICE_ORIENTATION {
    SimpleDeviceOrientation_NotRotated = 0,
    SimpleDeviceOrientation_Rotated90DegreesCounterclockwise,
    SimpleDeviceOrientation_Rotated180DegreesCounterclockwise,
    SimpleDeviceOrientation_Rotated270DegreesCounterclockwise,
    SimpleDeviceOrientation_Faceup,
    SimpleDeviceOrientation_Facedown,
} SIMPLE_DEVICE_ORIENTATION;

typedef struct SENSOR_VALUE_PAIR {
    PROPERTYKEY Key;
    PROPVARIANT Value;
} SENSOR_VALUE_PAIR, *PSENSOR_VALUE_PAIR;

/* Both lists: a header with the size of the whole in bytes and the number of entries in use, then the entries. */
typedef struct SENSOR_COLLECTION_LIST {
    ULONG AllocatedSizeInBytes;
    ULONG Count;
    SENSOR_VALUE_PAIR List[1];
} SENSOR_COLLECTION_LIST, *PSENSOR_COLLECTION_LIST;
typedef const SENSOR_COLLECTION_LIST *PCSENSOR_COLLECTION_LIST;

typedef struct SENSOR_PROPERTY_LIST {
    ULONG AllocatedSizeInBytes;
    ULONG Count;
    PROPERTYKEY List[1];
} SENSOR_PROPERTY_LIST, *PSENSOR_PROPERTY_LIST;
typedef const SENSOR_PROPERTY_LIST *PCSENSOR_PROPERTY_LIST;

#define SENSOR_COLLECTION_LIST_HEADER_SIZE ((ULONG)FIELD_OFFSET(SENSOR_COLLECTION_LIST, List))
#define SENSOR_PROPERTY_LIST_HEADER_SIZE   ((ULONG)FIELD_OFFSET(SENSOR_PROPERTY_LIST, List))

#ifdef __cplusplus
extern "C" {
#endif

/* The size in bytes of a list of so many entries. */
FORCEINLINE ULONG SENSOR_COLLECTION_LIST_SIZE(_In_ ULONG Count)
{
    return SENSOR_COLLECTION_LIST_HEADER_SIZE + Count * (ULONG)sizeof(SENSOR_VALUE_PAIR);
}

FORCEINLINE ULONG SENSOR_PROPERTY_LIST_SIZE(_In_ ULONG Count)
{
    return SENSOR_PROPERTY_LIST_HEADER_SIZE + Count * (ULONG)sizeof(PROPERTYKEY);
}

FORCEINLINE VOID SENSOR_COLLECTION_LIST_INIT(
    _Out_writes_bytes_(CollectionListSize) PSENSOR_COLLECTION_LIST pCollectionList, _In_ ULONG CollectionListSize)
{
    RtlZeroMemory(pCollectionList, CollectionListSize);
    pCollectionList->AllocatedSizeInBytes = CollectionListSize;
}

FORCEINLINE VOID SENSOR_PROPERTY_LIST_INIT(
    _Out_writes_bytes_(PropertyListSize) PSENSOR_PROPERTY_LIST pPropertyList, _In_ ULONG PropertyListSize)
{
    RtlZeroMemory(pPropertyList, PropertyListSize);
    pPropertyList->AllocatedSizeInBytes = PropertyListSize;
}

/* How many entries a list has room for. */
FORCEINLINE ULONG SENSOR_COLLECTION_LIST_CALCULATE_MAX_COUNT(_In_ const SENSOR_COLLECTION_LIST *pCollectionList)
{
    return pCollectionList->AllocatedSizeInBytes < SENSOR_COLLECTION_LIST_HEADER_SIZE
               ? 0
               : (pCollectionList->AllocatedSizeInBytes - SENSOR_COLLECTION_LIST_HEADER_SIZE) / (ULONG)sizeof(SENSOR_VALUE_PAIR);
}

FORCEINLINE ULONG SENSOR_PROPERTY_LIST_CALCULATE_MAX_COUNT(_In_ const SENSOR_PROPERTY_LIST *pPropertyList)
{
    return pPropertyList->AllocatedSizeInBytes < SENSOR_PROPERTY_LIST_HEADER_SIZE
               ? 0
               : (pPropertyList->AllocatedSizeInBytes - SENSOR_PROPERTY_LIST_HEADER_SIZE) / (ULONG)sizeof(PROPERTYKEY);
}

#ifdef __cplusplus
}
#endif
#endif
