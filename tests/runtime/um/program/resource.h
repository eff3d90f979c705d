/* Numbers of the program's resources. */
#define IDS_GREETING 101
#define IDR_BYTES    102
