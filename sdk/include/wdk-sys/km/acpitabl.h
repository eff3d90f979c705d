/*
 * acpitabl.h: what ACPI's tables and _PLD have in common with drivers: the header of each table, and where a device sits.
 * Facts: the ACPI specification, the public reference, the samples. The many single tables are not there.
 */
#ifndef WDK_ACPITABL_H
#define WDK_ACPITABL_H
#include <ntdef.h>

#pragma pack(push, 1)
typedef struct _DESCRIPTION_HEADER {
    ULONG Signature;
    ULONG Length;
    UCHAR Revision;
    UCHAR Checksum;
    CHAR OEMID[6];
    CHAR OEMTableID[8];
    ULONG OEMRevision;
    CHAR CreatorID[4];
    ULONG CreatorRev;
} DESCRIPTION_HEADER, *PDESCRIPTION_HEADER;

/* What _PLD returns. */
typedef struct _ACPI_PLD_BUFFER {
    ULONG Revision : 7;
    ULONG IgnoreColor : 1;
    ULONG Color : 24;
    ULONG Width : 16;
    ULONG Height : 16;
    ULONG UserVisible : 1;
    ULONG Dock : 1;
    ULONG Lid : 1;
    ULONG Panel : 3;
    ULONG VerticalPosition : 2;
    ULONG HorizontalPosition : 2;
    ULONG Shape : 4;
    ULONG GroupOrientation : 1;
    ULONG GroupToken : 8;
    ULONG GroupPosition : 8;
    ULONG Bay : 1;
    ULONG Ejectable : 1;
    ULONG EjectionRequired : 1;
    ULONG CabinetNumber : 8;
    ULONG CardCageNumber : 8;
    ULONG Reference : 1;
    ULONG Rotation : 4;
    ULONG Order : 5;
    ULONG Reserved : 4;
} ACPI_PLD_BUFFER, *PACPI_PLD_BUFFER;
typedef struct _ACPI_PLD_V2_BUFFER {
    ULONG Revision : 7;
    ULONG IgnoreColor : 1;
    ULONG Color : 24;
    ULONG Width : 16;
    ULONG Height : 16;
    ULONG UserVisible : 1;
    ULONG Dock : 1;
    ULONG Lid : 1;
    ULONG Panel : 3;
    ULONG VerticalPosition : 2;
    ULONG HorizontalPosition : 2;
    ULONG Shape : 4;
    ULONG GroupOrientation : 1;
    ULONG GroupToken : 8;
    ULONG GroupPosition : 8;
    ULONG Bay : 1;
    ULONG Ejectable : 1;
    ULONG EjectionRequired : 1;
    ULONG CabinetNumber : 8;
    ULONG CardCageNumber : 8;
    ULONG Reference : 1;
    ULONG Rotation : 4;
    ULONG Order : 5;
    ULONG Reserved : 4;
    ULONG VerticalOffset : 16;
    ULONG HorizontalOffset : 16;
} ACPI_PLD_V2_BUFFER, *PACPI_PLD_V2_BUFFER;
#pragma pack(pop)

/* The values of their members: the ACPI specification, _PLD. */
typedef enum _ACPI_PLD_PANEL {
    AcpiPldPanelTop,
    AcpiPldPanelBottom,
    AcpiPldPanelLeft,
    AcpiPldPanelRight,
    AcpiPldPanelFront,
    AcpiPldPanelBack,
    AcpiPldPanelUnknown
} ACPI_PLD_PANEL, *PACPI_PLD_PANEL;
typedef ACPI_PLD_PANEL AcpiPldPanel;
typedef enum _ACPI_PLD_VERTICAL_POSITION {
    AcpiPldVPosUpper,
    AcpiPldVPosCenter,
    AcpiPldVPosLower
} ACPI_PLD_VERTICAL_POSITION, *PACPI_PLD_VERTICAL_POSITION;
typedef enum _ACPI_PLD_HORIZONTAL_POSITION {
    AcpiPldHPosLeft,
    AcpiPldHPosCenter,
    AcpiPldHPosRight
} ACPI_PLD_HORIZONTAL_POSITION, *PACPI_PLD_HORIZONTAL_POSITION;
typedef enum _ACPI_PLD_SHAPE {
    AcpiPldShapeRound,
    AcpiPldShapeOval,
    AcpiPldShapeSquare,
    AcpiPldShapeVRect,
    AcpiPldShapeHRect,
    AcpiPldShapeVTrap,
    AcpiPldShapeHTrap,
    AcpiPldShapeUnknown,
    AcpiPldShapeChamfered
} ACPI_PLD_SHAPE, *PACPI_PLD_SHAPE;
typedef enum _ACPI_PLD_ORIENTATION {
    AcpiPldOrientationHorizontal,
    AcpiPldOrientationVertical
} ACPI_PLD_ORIENTATION, *PACPI_PLD_ORIENTATION;
typedef enum _ACPI_PLD_ROTATION { /* clockwise, in steps of 45 degrees */
    AcpiPldRotation0,
    AcpiPldRotation45,
    AcpiPldRotation90,
    AcpiPldRotation135,
    AcpiPldRotation180,
    AcpiPldRotation225,
    AcpiPldRotation270,
    AcpiPldRotation315
} ACPI_PLD_ROTATION, *PACPI_PLD_ROTATION;
typedef ACPI_PLD_ROTATION AcpiPldRotation;

#endif
