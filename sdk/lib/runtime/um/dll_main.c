/*
 * DllMain, for DLLs that have none of their own.
 */
int DllMain(void *instance, unsigned long reason, void *reserved);

int DllMain(void *instance, unsigned long reason, void *reserved)
{
    (void)instance;
    (void)reason;
    (void)reserved;
    return 1;
}
