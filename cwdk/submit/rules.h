/* The steps of submit_make, each in a file of its own. Private to cwdk/submit. */
#ifndef CWDK_SUBMIT_RULES_H
#define CWDK_SUBMIT_RULES_H

#include "cwdk/submit/submit.h"

/* The documented limits: folder names have fewer characters than the one, paths in the cabinet than the other. */
enum { SUBMIT_FOLDER_LIMIT = 40, SUBMIT_PATH_LIMIT = 160 };

/* Each reports what it finds; what is found is in `d`. */
void submit_check_folders(const struct submit_driver *drivers, size_t count, struct diag *d);
void submit_check_names(const struct submit_driver *driver, struct arena *a, struct diag *d);
void submit_check_systems(const struct submit_driver *drivers, size_t count, struct arena *a, struct diag *d);

/* Looks for the PDB of each image of the driver, and adds those that belong to it to its files. */
void submit_add_symbols(struct submit_driver *driver, const char *const *folders, struct arena *a, struct diag *d);

/* The cabinet's bytes, compressed with MSZIP. The same input gives the same bytes. Reports
 * SUB4001. */
bool submit_cabinet(const struct submit_driver *drivers, size_t count, time_t date, struct arena *a, struct bytes *out,
                    struct diag *d);

/* The signer's certificate in a signed cabinet: SUB3004 and false where it is not valid or rests on an older hash than
 * SHA-2, SUB3003 where no policy of it says extended validation. */
bool submit_check_signer(struct bytes cabinet, const char *path, struct diag *d);

#endif
