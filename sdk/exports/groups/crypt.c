/* Cryptography in the kernel. */
#include <bcrypt.h>
