# llvm-readobj's text about a PE image as lines "key value", the same as ours.awk makes of cwdk's JSON. Numbers in decimal.

function hex(text,    i, value) {
    if (text !~ /^0x/) return text
    value = 0
    text = tolower(substr(text, 3))
    for (i = 1; i <= length(text); i++) value = value * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
    return sprintf("%.0f", value)
}
function parenthesised(text) { sub(/.*\(/, "", text); sub(/\).*/, "", text); return hex(text) }

/^[A-Za-z].*[[{] *$/ || /^File:/ { block = $1 }
block == "ImageFileHeader" && $1 == "Machine:" { print "machine", parenthesised($0) }
block == "ImageOptionalHeader" {
    key = substr($1, 1, length($1) - 1)
    if (key == "AddressOfEntryPoint") print "entry", hex($2)
    if (key == "ImageBase") print "base", hex($2)
    if (key == "SectionAlignment") print "section_alignment", $2
    if (key == "FileAlignment") print "file_alignment", $2
    if (key == "SizeOfImage") print "image_size", $2
    if (key == "SizeOfHeaders") print "headers_size", $2
    if (key == "CheckSum") print "checksum", hex($2)
    if (key == "Subsystem") print "subsystem", parenthesised($0)
    if (key == "MajorSubsystemVersion") major = $2
    if (key == "MinorSubsystemVersion") print "subsystem_version", major "." $2
    if ($1 == "Characteristics" && $2 == "[") print "dll_characteristics", parenthesised($0)
    if (key ~ /RVA$/) { rva = hex($2); name = substr(key, 1, length(key) - 3) }
    if (key ~ /Size$/ && name != "" && (rva != 0 || hex($2) != 0)) {
        directory[name] = rva " " hex($2)
        print "directory", tolower(name), directory[name]
        name = ""
    }
}
block == "Sections" {
    if ($1 == "Name:") section = $2
    if ($1 == "VirtualSize:") vsize = hex($2)
    if ($1 == "VirtualAddress:") va = hex($2)
    if ($1 == "RawDataSize:") raw = hex($2)
    if ($1 == "PointerToRawData:") at = hex($2)
    # A name longer than its field stands in a string table, which images should not have: readobj follows it, cwdk does not.
    if ($1 == "Characteristics" && length(section) <= 8) print "section", section, va, vsize, at, raw, parenthesised($0)
}
block == "Import" || block == "DelayImport" {
    if ($1 == "Name:") module = $2
    if ($1 == "Symbol:" && NF == 3) print tolower(block), module, $2
    if ($1 == "Symbol:" && NF == 2) print tolower(block), module, "#" parenthesised($2)
}
block == "Export" {
    if ($1 == "Ordinal:") ordinal = $2
    if ($1 == "Name:") name = $2
    if ($1 == "ForwardedTo:") print "export", ordinal, name, $2
    if ($1 == "RVA:" && hex($2) != 0) print "export", ordinal, name, hex($2) # an empty slot exports nothing
}
block == "LoadConfig" {
    if ($1 == "Size:") print "load_config", hex($2)
    if ($1 == "SecurityCookie:") print "cookie", hex($2)
    if ($1 == "GuardCFCheckFunction:") print "guard_check", hex($2)
    if ($1 == "GuardCFCheckDispatch:") print "guard_dispatch", hex($2)
    if ($1 == "GuardCFFunctionTable:") print "guard_table", hex($2)
    if ($1 == "GuardCFFunctionCount:") print "guard_count", $2
    if ($1 == "GuardFlags") print "guard_flags", parenthesised($0)
}
block == "DebugDirectory" {
    if ($1 == "PDBGUID:") print "guid", $2
    if ($1 == "PDBAge:") print "age", $2
    if ($1 == "PDBFileName:") print "pdb", $2
}
block == "BaseReloc" && $1 == "Type:" && $2 != "ABSOLUTE" { relocations++ }
END { print "relocations", relocations + 0 }
