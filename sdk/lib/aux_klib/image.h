/* The export directory of an image in memory. Part of aux_klib.lib; knows nothing of the kernel, so that it can be
 * tested elsewhere. */
#ifndef WDK_AUX_KLIB_IMAGE_H
#define WDK_AUX_KLIB_IMAGE_H

/* The directory within the image that is mapped at `base`; NULL where that is no image, or one that exports nothing. */
const void *image_export_directory(const void *base);

#endif
