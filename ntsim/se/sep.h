/*
 * Inside Se: who somebody is. There are three tokens: that of the system, whose process drivers' threads belong to, and
 * those of an administrator and of a plain user, one of which the process of the test has.
 */
#ifndef NTSIM_SE_SEP_H
#define NTSIM_SE_SEP_H

#include "ntsim/ob/obp.h"
#include "ntsim/se/sim.h"

enum { SEP_MOST_GROUPS = 8 };

struct sep_token {
    const SID *User;
    const SID *Groups[SEP_MOST_GROUPS]; /* up to a NULL */
    ULONG64 Privileges;                 /* a bit for each number of a privilege */
};

/* The token of the running thread's process. */
struct sep_token *sep_current_token(void);
BOOLEAN sep_has_sid(const struct sep_token *token, const SID *sid);

static inline BOOLEAN sep_has_privilege(const struct sep_token *token, LONG privilege)
{
    return (token->Privileges >> privilege & 1) != 0;
}

/* --- sddl.c --- */
/* In pool, to be freed with SeDeassignSecurity. */
NTSTATUS sep_make_descriptor(PCWSTR sddl, PSECURITY_DESCRIPTOR *result);

#endif
