/* Tokens. */
#include "ntsim/se/sep.h"

#include "ntsim/ps/psp.h"

static OBJECT_TYPE token_type = {.Name = L"Token",
                                 .BodySize = sizeof(struct sep_token),
                                 .Mapping = {TOKEN_READ, TOKEN_WRITE, TOKEN_EXECUTE, TOKEN_ALL_ACCESS}};
POBJECT_TYPE token_object_type = &token_type;
POBJECT_TYPE *SeTokenObjectType = &token_object_type;
#pragma comment(linker, "/EXPORT:SeTokenObjectType=token_object_type,DATA")

/* SIDs with two sub-authorities at most, but for those of the machine's users. */
struct long_sid {
    UCHAR Revision, SubAuthorityCount;
    SID_IDENTIFIER_AUTHORITY IdentifierAuthority;
    ULONG SubAuthority[5];
};

#define NT_SID(count, ...)                                                                                             \
    {                                                                                                                  \
        SID_REVISION, count, {{0, 0, 0, 0, 0, 5}},                                                                     \
        {                                                                                                              \
            __VA_ARGS__                                                                                                \
        }                                                                                                              \
    }
static const struct long_sid local_system = NT_SID(1, SECURITY_LOCAL_SYSTEM_RID);
static const struct long_sid authenticated = NT_SID(1, SECURITY_AUTHENTICATED_USER_RID);
static const struct long_sid interactive = NT_SID(1, SECURITY_INTERACTIVE_RID);
static const struct long_sid administrators = NT_SID(2, SECURITY_BUILTIN_DOMAIN_RID, DOMAIN_ALIAS_RID_ADMINS);
static const struct long_sid users = NT_SID(2, SECURITY_BUILTIN_DOMAIN_RID, DOMAIN_ALIAS_RID_USERS);
static const struct long_sid administrator = NT_SID(5, SECURITY_NT_NON_UNIQUE, 1, 2, 3, DOMAIN_USER_RID_ADMIN);
static const struct long_sid plain_user = NT_SID(5, SECURITY_NT_NON_UNIQUE, 1, 2, 3, 1001);
static const struct long_sid world = {SID_REVISION, 1, SECURITY_WORLD_SID_AUTHORITY, {SECURITY_WORLD_RID}};

#define SID_OF(name) ((const SID *)&(name))
/* What every user has: shutting down, change notification, undocking, working sets, the time zone. */
#define PLAIN_PRIVILEGES                                                                                               \
    (1ULL << SE_SHUTDOWN_PRIVILEGE | 1ULL << SE_CHANGE_NOTIFY_PRIVILEGE | 1ULL << SE_UNDOCK_PRIVILEGE |                \
     1ULL << SE_INC_WORKING_SET_PRIVILEGE | 1ULL << SE_TIME_ZONE_PRIVILEGE)

static const struct sep_token kinds[] = {
    [SIM_USER_ADMINISTRATOR] = {SID_OF(administrator),
                                {SID_OF(administrators), SID_OF(users), SID_OF(world), SID_OF(authenticated),
                                 SID_OF(interactive)},
                                MAXULONG64},
    [SIM_USER_PLAIN] = {SID_OF(plain_user),
                        {SID_OF(users), SID_OF(world), SID_OF(authenticated), SID_OF(interactive)},
                        PLAIN_PRIVILEGES},
    [SIM_USER_SYSTEM] = {SID_OF(local_system),
                         {SID_OF(administrators), SID_OF(world), SID_OF(authenticated)},
                         MAXULONG64},
};

static struct sep_token *tokens[RTL_NUMBER_OF(kinds)];
static enum sim_user_kind user_kind;

static struct sep_token *token_of(enum sim_user_kind kind)
{
    if (!tokens[kind]) {
        tokens[kind] = ob_create(&token_type, 0);
        if (!tokens[kind])
            ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
        *tokens[kind] = kinds[kind];
    }
    return tokens[kind];
}

static struct sep_token *token_of_process(PKPROCESS process)
{
    return token_of(process == ki_system_process ? SIM_USER_SYSTEM : user_kind);
}

struct sep_token *sep_current_token(void)
{
    return token_of_process(ki_current_thread()->Process);
}

BOOLEAN sep_has_sid(const struct sep_token *token, const SID *sid)
{
    if (RtlEqualSid((PSID)token->User, (PSID)sid))
        return TRUE;
    for (ULONG i = 0; i < SEP_MOST_GROUPS && token->Groups[i]; i++)
        if (RtlEqualSid((PSID)token->Groups[i], (PSID)sid))
            return TRUE;
    return FALSE;
}

__declspec(dllexport) bool SimRunAs(uint32_t kind)
{
    if (kind >= RTL_NUMBER_OF(kinds))
        return false;
    user_kind = kind;
    return true;
}

/* --- what drivers ask --- */

PACCESS_TOKEN PsReferencePrimaryToken(PEPROCESS Process)
{
    struct sep_token *token = token_of_process(&Process->Pcb);
    ObReferenceObject(token);
    return token;
}

VOID PsDereferencePrimaryToken(PACCESS_TOKEN PrimaryToken)
{
    ObDereferenceObject(PrimaryToken);
}

/* Nobody impersonates. */
PACCESS_TOKEN PsReferenceImpersonationToken(PETHREAD Thread, PBOOLEAN CopyOnOpen, PBOOLEAN EffectiveOnly,
                                            PSECURITY_IMPERSONATION_LEVEL ImpersonationLevel)
{
    return NULL;
}

VOID PsDereferenceImpersonationToken(PACCESS_TOKEN ImpersonationToken)
{
}

BOOLEAN SeTokenIsAdmin(PACCESS_TOKEN Token)
{
    return sep_has_sid(Token, SID_OF(administrators));
}

BOOLEAN SeTokenIsRestricted(PACCESS_TOKEN Token)
{
    return FALSE;
}

TOKEN_TYPE SeTokenType(PACCESS_TOKEN Token)
{
    return TokenPrimary;
}

/* The answer is the caller's to free. */
NTSTATUS SeQueryInformationToken(PACCESS_TOKEN Token, TOKEN_INFORMATION_CLASS TokenInformationClass,
                                 PVOID *TokenInformation)
{
    const struct sep_token *token = Token;
    if (TokenInformationClass != TokenUser)
        return STATUS_NOT_SUPPORTED;
    ULONG length = RtlLengthSid((PSID)token->User);
    PTOKEN_USER user = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*user) + length, 'oTeS');
    if (!user)
        return STATUS_INSUFFICIENT_RESOURCES;
    user->User.Sid = user + 1;
    RtlCopyMemory(user->User.Sid, token->User, length);
    *TokenInformation = user;
    return STATUS_SUCCESS;
}
