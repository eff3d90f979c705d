#include <classpnp.h>
