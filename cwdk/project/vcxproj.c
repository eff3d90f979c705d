#include "cwdk/diag/codes.h"
#include "cwdk/project/reader.h"
bool vcxproj_read(struct reader *r, const char *path, const char *configuration, const char *platform,
                  struct project **out)
{
    (void)configuration, (void)platform, (void)out;
    return diag_error(r->d, CODE_PRJ3001, diag_in_file(path), "this build of cwdk does not read .vcxproj files yet");
}
bool solution_read(struct reader *r, const char *path)
{
    return diag_error(r->d, CODE_PRJ3001, diag_in_file(path), "this build of cwdk does not read .sln files yet");
}
