/*
 * Where an imported function or variable comes from: the module that exports it
 * and the first Windows build that does.
 *
 *   WDK_EXPORT("ntoskrnl.exe", "10.0.19041")
 *   PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag);
 *
 * For the driver's own build this is `dllimport`. With WDK_SYS_EXPORTS defined it
 * is an annotation that the export tool reads; the import libraries and
 * exports.tsv are made from nothing else. An empty version means "not known".
 *
 * Version strings: 5.0.2195 2000, 5.1.2600 XP, 5.2.3790 Server 2003, 6.0.6000 Vista,
 * 6.1.7600 7, 6.2.9200 8, 6.3.9600 8.1, 10.0.NNNNN from there on.
 */
#ifndef WDK_EXPORT_H
#define WDK_EXPORT_H

#if defined(WDK_SYS_EXPORTS)
#define WDK_EXPORT(module, since) __attribute__((annotate("export:" module ":" since)))
#elif defined(WDK_SYS_IMPLEMENTS) /* the simulator, whose modules define these */
#define WDK_EXPORT(module, since) __declspec(dllexport)
#elif defined(__clang__) || defined(__GNUC__) || defined(_MSC_VER)
#define WDK_EXPORT(module, since) __declspec(dllimport)
#endif

/* The same for names that the compiler itself may call (memcpy …): never `dllimport`. */
#if defined(WDK_SYS_EXPORTS) || defined(WDK_SYS_IMPLEMENTS)
#define WDK_EXPORT_PLAIN(module, since) WDK_EXPORT(module, since)
#else
#define WDK_EXPORT_PLAIN(module, since)
#endif

/*
 * A variable of the module's that drivers declare as a pointer to it: the name is that of the import table's slot, in
 * which the loader puts the address. `*IoFileObjectType` is the object type. With `dllimport` the compiler would read
 * through the slot once more.
 */
#if defined(WDK_SYS_EXPORTS)
#define WDK_EXPORT_ADDRESS(module, since) WDK_EXPORT(module, since)
#else
#define WDK_EXPORT_ADDRESS(module, since)
#endif

/* The two modules that nearly everything comes from. */
#define WDK_NTOS(since) WDK_EXPORT("ntoskrnl.exe", since)
#define WDK_HAL(since) WDK_EXPORT("hal.dll", since)

#endif
