/* A read that is under way when the program ends, as cwdk fuzz ends each of its inputs. */
#include "../gallery_test.h"

TEST(read)
{
    static char buffer[8];
    struct sim_file *file = gallery_open();
    sim_begin_read(file, buffer, sizeof(buffer));
    sim_end(file);
}
