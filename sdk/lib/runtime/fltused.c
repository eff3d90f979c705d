/*
 * _fltused: the compiler refers to it from every object that uses floating point, and wants nothing from it.
 */
extern int _fltused;
int _fltused = 0x9875;
