/* A controller's registers and doorbells. Facts: mingw-w64; sizes and places as NVM Express has them. */
#ifndef WDK_NVME_REGISTERS_H
#define WDK_NVME_REGISTERS_H

#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { NVME_AMS_ROUND_ROBIN = 0, NVME_AMS_WEIGHTED_ROUND_ROBIN_URGENT } NVME_AMS_OPTION;
typedef union {
    struct {
        ULONGLONG MQES : 16;
        ULONGLONG CQR : 1;
        ULONGLONG AMS_WeightedRoundRobinWithUrgent : 1;
        ULONGLONG AMS_VendorSpecific : 1;
        ULONGLONG Reserved0 : 5;
        ULONGLONG TO : 8;
        ULONGLONG DSTRD : 4;
        ULONGLONG NSSRS : 1;
        ULONGLONG CSS_NVM : 1;
        ULONGLONG CSS_Reserved0 : 1;
        ULONGLONG CSS_Reserved1 : 1;
        ULONGLONG CSS_Reserved2 : 1;
        ULONGLONG CSS_Reserved3 : 1;
        ULONGLONG CSS_Reserved4 : 1;
        ULONGLONG CSS_MultipleIo : 1;
        ULONGLONG CSS_AdminOnly : 1;
        ULONGLONG Reserved2 : 3;
        ULONGLONG MPSMIN : 4;
        ULONGLONG MPSMAX : 4;
        ULONGLONG Reserved3 : 8;
    };
    ULONGLONG AsUlonglong;
} NVME_CONTROLLER_CAPABILITIES, *PNVME_CONTROLLER_CAPABILITIES;
typedef union {
    struct {
        ULONG TER : 8;
        ULONG MNR : 8;
        ULONG MJR : 16;
    };
    ULONG AsUlong;
} NVME_VERSION, *PNVME_VERSION;
typedef enum {
    NVME_CC_SHN_NO_NOTIFICATION = 0,
    NVME_CC_SHN_NORMAL_SHUTDOWN,
    NVME_CC_SHN_ABRUPT_SHUTDOWN,
} NVME_CC_SHN_SHUTDOWN_NOTIFICATIONS;
typedef enum {
    NVME_CSS_NVM_COMMAND_SET = 0,
    NVME_CSS_ALL_SUPPORTED_IO_COMMAND_SET = 6,
    NVME_CSS_ADMIN_COMMAND_SET_ONLY,
} NVME_CSS_COMMAND_SETS;
typedef union {
    struct {
        ULONG EN : 1;
        ULONG Reserved0 : 3;
        ULONG CSS : 3;
        ULONG MPS : 4;
        ULONG AMS : 3;
        ULONG SHN : 2;
        ULONG IOSQES : 4;
        ULONG IOCQES : 4;
        ULONG Reserved1 : 8;
    };
    ULONG AsUlong;
} NVME_CONTROLLER_CONFIGURATION, *PNVME_CONTROLLER_CONFIGURATION;
typedef enum {
    NVME_CSTS_SHST_NO_SHUTDOWN = 0,
    NVME_CSTS_SHST_SHUTDOWN_IN_PROCESS,
    NVME_CSTS_SHST_SHUTDOWN_COMPLETED,
} NVME_CSTS_SHST_SHUTDOWN_STATUS;
typedef union {
    struct {
        ULONG RDY : 1;
        ULONG CFS : 1;
        ULONG SHST : 2;
        ULONG NSSRO : 1;
        ULONG PP : 1;
        ULONG Reserved0 : 26;
    };
    ULONG AsUlong;
} NVME_CONTROLLER_STATUS, *PNVME_CONTROLLER_STATUS;
typedef struct _NVME_NVM_SUBSYSTEM_RESET {
    ULONG NSSRC;
} NVME_NVM_SUBSYSTEM_RESET, *PNVME_NVM_SUBSYSTEM_RESET;
typedef union {
    struct {
        ULONG ASQS : 12;
        ULONG Reserved0 : 4;
        ULONG ACQS : 12;
        ULONG Reserved1 : 4;
    };
    ULONG AsUlong;
} NVME_ADMIN_QUEUE_ATTRIBUTES, *PNVME_ADMIN_QUEUE_ATTRIBUTES;
typedef union {
    struct {
        ULONGLONG Reserved0 : 12;
        ULONGLONG ASQB : 52;
    };
    ULONGLONG AsUlonglong;
} NVME_ADMIN_SUBMISSION_QUEUE_BASE_ADDRESS, *PNVME_ADMIN_SUBMISSION_QUEUE_BASE_ADDRESS;
typedef union {
    struct {
        ULONGLONG Reserved0 : 12;
        ULONGLONG ACQB : 52;
    };
    ULONGLONG AsUlonglong;
} NVME_ADMIN_COMPLETION_QUEUE_BASE_ADDRESS, *PNVME_ADMIN_COMPLETION_QUEUE_BASE_ADDRESS;
typedef union {
    struct {
        ULONG BIR : 3;
        ULONG Reserved : 9;
        ULONG OFST : 20;
    };
    ULONG AsUlong;
} NVME_CONTROLLER_MEMORY_BUFFER_LOCATION, *PNVME_CONTROLLER_MEMORY_BUFFER_LOCATION;
typedef enum {
    NVME_CMBSZ_SIZE_UNITS_4KB = 0,
    NVME_CMBSZ_SIZE_UNITS_64KB,
    NVME_CMBSZ_SIZE_UNITS_1MB,
    NVME_CMBSZ_SIZE_UNITS_16MB,
    NVME_CMBSZ_SIZE_UNITS_256MB,
    NVME_CMBSZ_SIZE_UNITS_4GB,
    NVME_CMBSZ_SIZE_UNITS_64GB,
} NVME_CMBSZ_SIZE_UNITS;
typedef union {
    struct {
        ULONG SQS : 1;
        ULONG CQS : 1;
        ULONG LISTS : 1;
        ULONG RDS : 1;
        ULONG WDS : 1;
        ULONG Reserved : 3;
        ULONG SZU : 4;
        ULONG SZ : 20;
    };
    ULONG AsUlong;
} NVME_CONTROLLER_MEMORY_BUFFER_SIZE, *PNVME_CONTROLLER_MEMORY_BUFFER_SIZE;
typedef union {
    struct {
        ULONG SQT : 16;
        ULONG Reserved0 : 16;
    };
    ULONG AsUlong;
} NVME_SUBMISSION_QUEUE_TAIL_DOORBELL, *PNVME_SUBMISSION_QUEUE_TAIL_DOORBELL;
typedef union {
    struct {
        ULONG CQH : 16;
        ULONG Reserved0 : 16;
    };
    ULONG AsUlong;
} NVME_COMPLETION_QUEUE_HEAD_DOORBELL, *PNVME_COMPLETION_QUEUE_HEAD_DOORBELL;
typedef struct {
    NVME_CONTROLLER_CAPABILITIES CAP;
    NVME_VERSION VS;
    ULONG INTMS;
    ULONG INTMC;
    NVME_CONTROLLER_CONFIGURATION CC;
    ULONG Reserved0;
    NVME_CONTROLLER_STATUS CSTS;
    NVME_NVM_SUBSYSTEM_RESET NSSR;
    NVME_ADMIN_QUEUE_ATTRIBUTES AQA;
    NVME_ADMIN_SUBMISSION_QUEUE_BASE_ADDRESS ASQ;
    NVME_ADMIN_COMPLETION_QUEUE_BASE_ADDRESS ACQ;
    NVME_CONTROLLER_MEMORY_BUFFER_LOCATION CMBLOC;
    NVME_CONTROLLER_MEMORY_BUFFER_SIZE CMBSZ;
    ULONG Reserved2[944];
    ULONG Reserved3[64];
    ULONG Doorbells[0];
} NVME_CONTROLLER_REGISTERS, *PNVME_CONTROLLER_REGISTERS;

#ifdef __cplusplus
}
#endif
#endif
