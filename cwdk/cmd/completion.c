/* cwdk completion SHELL: the script that makes bash or zsh complete cwdk's commands and options. */
#include "cwdk/cmd/commands.h"

#include <argp.h>
#include <stdio.h>
#include <string.h>

/* Both ask the tool itself, so they never fall behind it. */
static const char bash_script[] =
    "# bash completion of cwdk; install: cwdk completion bash > "
    "~/.local/share/bash-completion/completions/cwdk\n"
    "_cwdk() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} tool=${COMP_WORDS[0]}\n"
    "    COMPREPLY=()\n"
    "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
    "        COMPREPLY=($(compgen -W \"$(\"$tool\" completion --commands)\" -- \"$word\"))\n"
    "    elif [ \"${word#-}\" != \"$word\" ]; then\n"
    "        COMPREPLY=($(compgen -W \"$(\"$tool\" \"${COMP_WORDS[1]}\" --help 2>/dev/null |\n"
    "            grep -oE -e '--[a-z][a-z0-9-]*' | sort -u)\" -- \"$word\"))\n"
    "    elif [ \"${COMP_WORDS[1]}\" = explain ]; then\n"
    "        COMPREPLY=($(compgen -W \"$(\"$tool\" explain --list | cut -d' ' -f1)\" -- \"$word\"))\n"
    "    else\n"
    "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
    "    fi\n"
    "}\n"
    "complete -F _cwdk cwdk\n";

static const char zsh_script[] =
    "#compdef cwdk\n"
    "# zsh completion of cwdk; install: cwdk completion zsh > some folder of $fpath under the name _cwdk\n"
    "_cwdk() {\n"
    "    local tool=${words[1]}\n"
    "    if (( CURRENT == 2 )); then\n"
    "        compadd -- ${(f)\"$($tool completion --commands)\"}\n"
    "    elif [[ ${words[CURRENT]} == -* ]]; then\n"
    "        compadd -- ${(fu)\"$($tool ${words[2]} --help 2>/dev/null | grep -oE -e "
    "'--[a-z][a-z0-9-]*')\"}\n"
    "    elif [[ ${words[2]} == explain ]]; then\n"
    "        compadd -- ${(f)\"$($tool explain --list | cut -d' ' -f1)\"}\n"
    "    else\n"
    "        _files\n"
    "    fi\n"
    "}\n"
    "_cwdk \"$@\"\n";

struct arguments {
    const char *shell;
    bool commands;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'c':
        arguments->commands = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one SHELL at a time");
        if (strcmp(text, "bash") != 0 && strcmp(text, "zsh") != 0)
            argp_error(state, "there are scripts for bash and zsh, not for '%s'", text);
        arguments->shell = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->shell && !arguments->commands)
            argp_error(state, "name the SHELL: bash or zsh");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int cmd_completion(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"commands", 'c', NULL, 0, "print the names of all commands instead, one a line", 0}, {0}};
    static const struct argp argp = {
        options,
        parse,
        "bash|zsh",
        "Prints the completion script for a shell.\v"
        "example:\n  cwdk completion bash > ~/.local/share/bash-completion/completions/cwdk\n",
        NULL,
        NULL,
        NULL};
    struct arguments arguments = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    if (arguments.commands) {
        for (size_t i = 0; command_at(i); i++)
            puts(command_at(i)->name);
        return CWDK_OK;
    }
    fputs(strcmp(arguments.shell, "zsh") ? bash_script : zsh_script, stdout);
    return CWDK_OK;
}
