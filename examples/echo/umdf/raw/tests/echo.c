#include "../../../checks.h"
