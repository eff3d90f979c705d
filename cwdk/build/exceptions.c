/*
 * Structured exception handling. By default clang lets a handler see what is thrown by a call, but not a fault of an
 * instruction in the __try block itself, such as reading a program's buffer; -fasync-exceptions makes it do so. With
 * that, clang 19's register allocator still keeps values that only the handler needs in registers that the fault
 * destroys. The fast allocator keeps every value that lives on across a branch in memory, which is right.
 * docs/runtime.md has the case. Where a __try block ends in a call that does not return, such as ExRaiseStatus, the
 * block's range includes the first byte of what comes next; if that is the handler, a __finally within does not run,
 * hence -trap-unreachable, which puts an instruction between. And where a __try block uses a variable that the function
 * returns in memory of its caller, clang 19 crashes unless the variable has a place of its own, which
 * -fno-elide-constructors gives it, in C too.
 */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <string.h>

static bool is_word(unsigned char c)
{
    return isalnum(c) || c == '_';
}

/* `word` stands in the text on its own; before `next`, spaces aside, unless that is 0. */
static bool has_word(const char *text, const char *word, char next)
{
    const size_t length = strlen(word);
    for (const char *at = text; (at = strstr(at, word)) != NULL; at += length) {
        const char *after = at + length;
        if ((at > text && is_word((unsigned char)at[-1])) || is_word((unsigned char)*after))
            continue;
        after += strspn(after, " \t\r\n");
        if (!next || *after == next)
            return true;
    }
    return false;
}

/* A source that cannot be read has none: the compiler will say what is wrong with it. */
static bool has_try(const char *path)
{
    struct arena arena = {0};
    struct diag unread = {0};
    struct bytes source;
    const bool found = file_read(path, &arena, &source, &unread) && (has_word((const char *)source.data, "__try", 0) ||
                                                                     has_word((const char *)source.data, "try", '{'));
    diag_free(&unread);
    arena_free(&arena);
    return found;
}

void exceptions_source(const struct plan *plan, const struct unit_source *source, struct arguments *out)
{
    static const char *const handled[] = {"-Xclang", "-fasync-exceptions", "-Xclang", "-fno-elide-constructors", NULL};
    static const char *const in_memory[] = {"-mllvm", "-optimize-regalloc=0", "-mllvm", "-regalloc=fast",
                                            "-mllvm", "-trap-unreachable",    NULL};
    if (!has_try(source->source->path))
        return;
    arguments_add_all(out, "", handled);
    if (plan->options->profile != PROFILE_DEV)
        arguments_add_all(out, "", in_memory);
}
