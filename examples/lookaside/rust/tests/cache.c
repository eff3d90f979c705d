#include "../../checks.h"
