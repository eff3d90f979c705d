/* gpio.h: requests to GPIO pins that a driver opened as a connection. */
#ifndef WDK_GPIO_H
#define WDK_GPIO_H
#include <devioctl.h>

#ifdef __cplusplus
extern "C" {
#endif

#define IOCTL_GPIO_READ_PINS CTL_CODE(FILE_DEVICE_GPIO, 0x0, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_GPIO_WRITE_PINS CTL_CODE(FILE_DEVICE_GPIO, 0x1, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_GPIO_CONTROLLER_SPECIFIC_FUNCTION CTL_CODE(FILE_DEVICE_GPIO, 0x2, METHOD_BUFFERED, FILE_ANY_ACCESS)

#ifdef __cplusplus
}
#endif
#endif
