# The flattened JSON of `cwdk inspect` as the lines that readobj.awk makes.

function base_plus(rva) { return rva == 0 ? "0" : sprintf("%.0f", base + rva) }
function hex(text,    i, value) {
    value = 0
    text = tolower(substr(text, 3))
    for (i = 1; i <= length(text); i++) value = value * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
    return value
}
BEGIN {
    split("export import resource exception certificate relocation debug architecture global_pointer tls load_config " \
          "bound_import import_address delay_import clr reserved", ours)
    split("exporttable importtable resourcetable exceptiontable certificatetable baserelocationtable debug architecture " \
          "globalptr tlstable loadconfigtable boundimport iat delayimportdescriptor clrruntimeheader reserved", theirs)
    for (i in ours) directory[ours[i]] = theirs[i]
}
{ at = index($0, "="); key = substr($0, 1, at - 1); value = substr($0, at + 1); last = key; sub(/.*\./, "", last) }
key == "headers.machine" { print "machine", value }
key == "headers.entry" { print "entry", value }
key == "headers.image_base" { base = hex(value); print "base", sprintf("%.0f", base) }
key == "headers.section_alignment" || key == "headers.file_alignment" { print last, value }
key == "headers.image_size" || key == "headers.headers_size" || key == "headers.subsystem_version" { print last, value }
key == "headers.checksum.stored" { print "checksum", value }
key == "headers.subsystem_value" { print "subsystem", value }
key == "headers.dll_characteristics_value" { print "dll_characteristics", value }
key ~ /^directories/ {
    if (last == "name") name = directory[value]
    if (last == "address") address = value
    if (last == "size") print "directory", name, address, value
}
key ~ /^sections/ {
    if (last == "name") name = value
    if (last == "address") va = value
    if (last == "virtual_size") vsize = value
    if (last == "file_offset") offset = value
    if (last == "file_size") raw = value
    if (last == "flags_value" && name !~ /^\//) print "section", name, va, vsize, offset, raw, value
}
key ~ /^imports/ {
    if (last == "module") module = value
    if (last == "delayed") kind = value == "true" ? "delayimport" : "import"
    if (last == "name" && key ~ /functions\[[0-9]*\]\.name$/) print kind, module, value
    if (last == "ordinal") print kind, module, "#" value
}
key ~ /^exports/ {
    if (last == "ordinal") { ordinal = value; name = "" }
    if (last == "name") name = value
    if (last == "address" || last == "forwarder") print "export", ordinal, name, value
}
key == "load_config.size" { print "load_config", value }
key == "load_config.security_cookie" { print "cookie", base_plus(value) }
key == "load_config.guard_check" { print "guard_check", base_plus(value) }
key == "load_config.guard_dispatch" { print "guard_dispatch", base_plus(value) }
key == "load_config.guard_function_table" { print "guard_table", base_plus(value) }
key == "load_config.guard_functions" { print "guard_count", value }
key == "load_config.guard_flags_value" { print "guard_flags", value }
key == "pdb.guid" { print "guid", value }
key == "pdb.age" { print "age", value }
key == "pdb.path" { print "pdb", value }
key == "relocations" { print "relocations", value }
