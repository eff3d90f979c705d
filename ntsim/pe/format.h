/*
 * The Portable Executable format as numbers: offsets of fields inside the records of a PE32+ file and the
 * values they take. Only what this project reads. Source of facts: Microsoft's public "PE Format"
 * specification and the public documentation of IMAGE_LOAD_CONFIG_DIRECTORY64; written down afresh.
 *
 * Offsets are in bytes from the start of their record; every field is little-endian and may lie unaligned.
 */
#ifndef NTSIM_PE_FORMAT_H
#define NTSIM_PE_FORMAT_H

enum pe_dos {
    PE_DOS_SIZE = 64,
    PE_DOS_MAGIC = 0x5A4D, /* "MZ" */
    PE_DOS_NT_OFFSET = 60,
};

#define PE_NT_SIGNATURE 0x00004550u /* "PE", NUL, NUL */

/* The COFF file header, which follows the signature. */
enum pe_file_header_field {
    PE_FILE_MACHINE = 0,
    PE_FILE_SECTIONS = 2,
    PE_FILE_TIME = 4,
    PE_FILE_SYMBOLS = 8,
    PE_FILE_OPTIONAL_SIZE = 16,
    PE_FILE_CHARACTERISTICS = 18,
    PE_FILE_SIZE = 20,
};

enum pe_machine {
    PE_MACHINE_I386 = 0x014C,
    PE_MACHINE_ARM = 0x01C4,
    PE_MACHINE_AMD64 = 0x8664,
    PE_MACHINE_ARM64 = 0xAA64,
};

enum pe_characteristics {
    PE_CHAR_RELOCS_STRIPPED = 0x0001,
    PE_CHAR_EXECUTABLE = 0x0002,
    PE_CHAR_LARGE_ADDRESS_AWARE = 0x0020,
    PE_CHAR_DEBUG_STRIPPED = 0x0200,
    PE_CHAR_SYSTEM = 0x1000,
    PE_CHAR_DLL = 0x2000,
};

/* The optional header of PE32+. */
enum pe_optional_field {
    PE_OPT_MAGIC = 0,
    PE_OPT_LINKER_MAJOR = 2,
    PE_OPT_LINKER_MINOR = 3,
    PE_OPT_ENTRY = 16,
    PE_OPT_IMAGE_BASE = 24,
    PE_OPT_SECTION_ALIGNMENT = 32,
    PE_OPT_FILE_ALIGNMENT = 36,
    PE_OPT_OS_MAJOR = 40,
    PE_OPT_OS_MINOR = 42,
    PE_OPT_IMAGE_MAJOR = 44,
    PE_OPT_IMAGE_MINOR = 46,
    PE_OPT_SUBSYSTEM_MAJOR = 48,
    PE_OPT_SUBSYSTEM_MINOR = 50,
    PE_OPT_IMAGE_SIZE = 56,
    PE_OPT_HEADERS_SIZE = 60,
    PE_OPT_CHECKSUM = 64,
    PE_OPT_SUBSYSTEM = 68,
    PE_OPT_DLL_CHARACTERISTICS = 70,
    PE_OPT_STACK_RESERVE = 72,
    PE_OPT_STACK_COMMIT = 80,
    PE_OPT_HEAP_RESERVE = 88,
    PE_OPT_HEAP_COMMIT = 96,
    PE_OPT_DIRECTORY_COUNT = 108,
    PE_OPT_DIRECTORIES = 112,
};

enum pe_optional_magic { PE_MAGIC_PE32 = 0x10B, PE_MAGIC_PE32_PLUS = 0x20B };

enum pe_subsystem {
    PE_SUBSYSTEM_NATIVE = 1,
    PE_SUBSYSTEM_WINDOWS_GUI = 2,
    PE_SUBSYSTEM_WINDOWS_CONSOLE = 3,
    PE_SUBSYSTEM_EFI_APPLICATION = 10,
    PE_SUBSYSTEM_EFI_BOOT_DRIVER = 11,
    PE_SUBSYSTEM_EFI_RUNTIME_DRIVER = 12,
    PE_SUBSYSTEM_BOOT_APPLICATION = 16,
};

enum pe_dll_characteristics {
    PE_DLL_HIGH_ENTROPY_VA = 0x0020,
    PE_DLL_DYNAMIC_BASE = 0x0040,
    PE_DLL_FORCE_INTEGRITY = 0x0080,
    PE_DLL_NX_COMPAT = 0x0100,
    PE_DLL_NO_ISOLATION = 0x0200,
    PE_DLL_NO_SEH = 0x0400,
    PE_DLL_NO_BIND = 0x0800,
    PE_DLL_APPCONTAINER = 0x1000,
    PE_DLL_WDM_DRIVER = 0x2000,
    PE_DLL_GUARD_CF = 0x4000,
    PE_DLL_TERMINAL_SERVER_AWARE = 0x8000,
};

/* The data directories, eight bytes each: RVA (for certificates a file offset) and size. */
enum pe_directory {
    PE_DIR_EXPORT,
    PE_DIR_IMPORT,
    PE_DIR_RESOURCE,
    PE_DIR_EXCEPTION,
    PE_DIR_CERTIFICATE,
    PE_DIR_RELOCATION,
    PE_DIR_DEBUG,
    PE_DIR_ARCHITECTURE,
    PE_DIR_GLOBAL_POINTER,
    PE_DIR_TLS,
    PE_DIR_LOAD_CONFIG,
    PE_DIR_BOUND_IMPORT,
    PE_DIR_IAT,
    PE_DIR_DELAY_IMPORT,
    PE_DIR_CLR,
    PE_DIR_RESERVED,
    PE_DIR_COUNT,
};

enum pe_section_header_field {
    PE_SECTION_NAME = 0,
    PE_SECTION_NAME_SIZE = 8,
    PE_SECTION_VIRTUAL_SIZE = 8,
    PE_SECTION_RVA = 12,
    PE_SECTION_RAW_SIZE = 16,
    PE_SECTION_RAW_OFFSET = 20,
    PE_SECTION_FLAGS = 36,
    PE_SECTION_SIZE = 40,
};

#define PE_SECTION_CODE          0x00000020u
#define PE_SECTION_INITIALIZED   0x00000040u
#define PE_SECTION_UNINITIALIZED 0x00000080u
#define PE_SECTION_DISCARDABLE   0x02000000u
#define PE_SECTION_NOT_CACHED    0x04000000u
#define PE_SECTION_NOT_PAGED     0x08000000u
#define PE_SECTION_SHARED        0x10000000u
#define PE_SECTION_EXECUTE       0x20000000u
#define PE_SECTION_READ          0x40000000u
#define PE_SECTION_WRITE         0x80000000u

enum pe_import_descriptor_field {
    PE_IMPORT_LOOKUP = 0,
    PE_IMPORT_TIME = 4,
    PE_IMPORT_FORWARDER = 8,
    PE_IMPORT_NAME = 12,
    PE_IMPORT_ADDRESS = 16,
    PE_IMPORT_SIZE = 20,
};

enum pe_delay_descriptor_field {
    PE_DELAY_ATTRIBUTES = 0, /* bit 0: the addresses below are RVAs */
    PE_DELAY_NAME = 4,
    PE_DELAY_MODULE = 8,
    PE_DELAY_ADDRESS = 12,
    PE_DELAY_LOOKUP = 16,
    PE_DELAY_TIME = 28,
    PE_DELAY_SIZE = 32,
};

#define PE_IMPORT_BY_ORDINAL ((uint64_t)1 << 63)

enum pe_export_directory_field {
    PE_EXPORT_TIME = 4,
    PE_EXPORT_NAME = 12,
    PE_EXPORT_BASE = 16,
    PE_EXPORT_FUNCTIONS = 20,
    PE_EXPORT_NAMES = 24,
    PE_EXPORT_FUNCTION_TABLE = 28,
    PE_EXPORT_NAME_TABLE = 32,
    PE_EXPORT_ORDINAL_TABLE = 36,
    PE_EXPORT_SIZE = 40,
};

enum pe_debug_entry_field {
    PE_DEBUG_TIME = 4,
    PE_DEBUG_TYPE = 12,
    PE_DEBUG_DATA_SIZE = 16,
    PE_DEBUG_DATA_RVA = 20,
    PE_DEBUG_DATA_OFFSET = 24,
    PE_DEBUG_SIZE = 28,
};

enum pe_debug_type {
    PE_DEBUG_CODEVIEW = 2,
    PE_DEBUG_POGO = 13,
    PE_DEBUG_REPRO = 16,
    PE_DEBUG_EX_DLL_CHARACTERISTICS = 20,
};

enum pe_codeview_field {
    PE_CODEVIEW_RSDS = 0x53445352, /* "RSDS" */
    PE_CODEVIEW_GUID = 4,
    PE_CODEVIEW_AGE = 20,
    PE_CODEVIEW_PATH = 24,
};

enum pe_ex_dll_characteristics { PE_EX_DLL_CET_COMPAT = 0x01, PE_EX_DLL_FORWARD_CFI_COMPAT = 0x40 };

enum pe_load_config_field {
    PE_LOAD_SIZE = 0,
    PE_LOAD_COOKIE = 88,
    PE_LOAD_GUARD_CHECK = 112,
    PE_LOAD_GUARD_DISPATCH = 120,
    PE_LOAD_GUARD_TABLE = 128,
    PE_LOAD_GUARD_COUNT = 136,
    PE_LOAD_GUARD_FLAGS = 144,
    PE_LOAD_GUARD_IAT_TABLE = 160,
    PE_LOAD_GUARD_IAT_COUNT = 168,
    PE_LOAD_GUARD_JUMP_TABLE = 176,
    PE_LOAD_GUARD_JUMP_COUNT = 184,
    PE_LOAD_GUARD_EH_TABLE = 264,
    PE_LOAD_GUARD_EH_COUNT = 272,
};

#define PE_GUARD_CF_INSTRUMENTED       0x00000100u
#define PE_GUARD_CFW_INSTRUMENTED      0x00000200u
#define PE_GUARD_CF_TABLE_PRESENT      0x00000400u
#define PE_GUARD_COOKIE_UNUSED         0x00000800u
#define PE_GUARD_PROTECT_DELAYLOAD_IAT 0x00001000u
#define PE_GUARD_EXPORT_SUPPRESSION    0x00004000u
#define PE_GUARD_LONGJUMP_TABLE        0x00010000u
#define PE_GUARD_RETPOLINE             0x00100000u
#define PE_GUARD_EH_TABLE              0x00400000u
#define PE_GUARD_TABLE_STRIDE_SHIFT    28 /* extra bytes of each function table entry */

enum pe_tls_field {
    PE_TLS_START = 0,
    PE_TLS_END = 8,
    PE_TLS_INDEX = 16,
    PE_TLS_CALLBACKS = 24,
    PE_TLS_ZERO_FILL = 32,
    PE_TLS_SIZE = 40,
};

enum pe_relocation_block { PE_RELOC_PAGE = 0, PE_RELOC_BLOCK_SIZE = 4, PE_RELOC_HEADER = 8 };
enum pe_relocation_type { PE_RELOC_ABSOLUTE = 0, PE_RELOC_HIGHLOW = 3, PE_RELOC_DIR64 = 10 };

enum pe_certificate_field {
    PE_CERT_LENGTH = 0,
    PE_CERT_REVISION = 4,
    PE_CERT_TYPE = 6,
    PE_CERT_HEADER = 8,
    PE_CERT_PKCS7 = 2,
};

enum pe_resource_directory_field {
    PE_RES_NAMED = 12,
    PE_RES_IDS = 14,
    PE_RES_HEADER = 16,
    PE_RES_ENTRY = 8,
    PE_RES_DATA_RVA = 0,
    PE_RES_DATA_SIZE = 4,
    PE_RES_DATA = 16,
};
#define PE_RES_SUBFOLDER 0x80000000u

enum pe_resource_type { PE_RES_TYPE_VERSION = 16, PE_RES_TYPE_MANIFEST = 24 };

#define PE_VERSION_SIGNATURE 0xFEEF04BDu
enum pe_fixed_version_field {
    PE_VERSION_FILE_HIGH = 8,
    PE_VERSION_FILE_LOW = 12,
    PE_VERSION_PRODUCT_HIGH = 16,
    PE_VERSION_PRODUCT_LOW = 20,
    PE_VERSION_FLAGS_MASK = 24,
    PE_VERSION_FLAGS = 28,
    PE_VERSION_OS = 32,
    PE_VERSION_TYPE = 36,
    PE_VERSION_SUBTYPE = 40,
    PE_VERSION_FIXED_SIZE = 52,
};
enum pe_version_type { PE_VERSION_APP = 1, PE_VERSION_DLL = 2, PE_VERSION_DRIVER = 3 };

#endif
