/* The security reference monitor: tokens, impersonation, access checks, audits, logon sessions. */
#ifndef WDK_FS_SE_H
#define WDK_FS_SE_H

#include "base.h"
#include "se_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SECURITY_CLIENT_CONTEXT {
    SECURITY_QUALITY_OF_SERVICE SecurityQos;
    PACCESS_TOKEN ClientToken;
    BOOLEAN DirectlyAccessClientToken;
    BOOLEAN DirectAccessEffectiveOnly;
    BOOLEAN ServerIsRemote;
    TOKEN_CONTROL ClientTokenControl;
} SECURITY_CLIENT_CONTEXT, *PSECURITY_CLIENT_CONTEXT;
typedef struct _SE_EXPORTS {
    LUID SeCreateTokenPrivilege;
    LUID SeAssignPrimaryTokenPrivilege;
    LUID SeLockMemoryPrivilege;
    LUID SeIncreaseQuotaPrivilege;
    LUID SeUnsolicitedInputPrivilege;
    LUID SeTcbPrivilege;
    LUID SeSecurityPrivilege;
    LUID SeTakeOwnershipPrivilege;
    LUID SeLoadDriverPrivilege;
    LUID SeCreatePagefilePrivilege;
    LUID SeIncreaseBasePriorityPrivilege;
    LUID SeSystemProfilePrivilege;
    LUID SeSystemtimePrivilege;
    LUID SeProfileSingleProcessPrivilege;
    LUID SeCreatePermanentPrivilege;
    LUID SeBackupPrivilege;
    LUID SeRestorePrivilege;
    LUID SeShutdownPrivilege;
    LUID SeDebugPrivilege;
    LUID SeAuditPrivilege;
    LUID SeSystemEnvironmentPrivilege;
    LUID SeChangeNotifyPrivilege;
    LUID SeRemoteShutdownPrivilege;
    PSID SeNullSid;
    PSID SeWorldSid;
    PSID SeLocalSid;
    PSID SeCreatorOwnerSid;
    PSID SeCreatorGroupSid;
    PSID SeNtAuthoritySid;
    PSID SeDialupSid;
    PSID SeNetworkSid;
    PSID SeBatchSid;
    PSID SeInteractiveSid;
    PSID SeLocalSystemSid;
    PSID SeAliasAdminsSid;
    PSID SeAliasUsersSid;
    PSID SeAliasGuestsSid;
    PSID SeAliasPowerUsersSid;
    PSID SeAliasAccountOpsSid;
    PSID SeAliasSystemOpsSid;
    PSID SeAliasPrintOpsSid;
    PSID SeAliasBackupOpsSid;
    PSID SeAuthenticatedUsersSid;
    PSID SeRestrictedSid;
    PSID SeAnonymousLogonSid;
    LUID SeUndockPrivilege;
    LUID SeSyncAgentPrivilege;
    LUID SeEnableDelegationPrivilege;
    PSID SeLocalServiceSid;
    PSID SeNetworkServiceSid;
    LUID SeManageVolumePrivilege;
    LUID SeImpersonatePrivilege;
    LUID SeCreateGlobalPrivilege;
    LUID SeTrustedCredManAccessPrivilege;
    LUID SeRelabelPrivilege;
    LUID SeIncreaseWorkingSetPrivilege;
    LUID SeTimeZonePrivilege;
    LUID SeCreateSymbolicLinkPrivilege;
    PSID SeIUserSid;
    PSID SeUntrustedMandatorySid;
    PSID SeLowMandatorySid;
    PSID SeMediumMandatorySid;
    PSID SeHighMandatorySid;
    PSID SeSystemMandatorySid;
    PSID SeOwnerRightsSid;
} SE_EXPORTS, *PSE_EXPORTS;
WDK_NTOS("5.0.2195") extern PSE_EXPORTS SeExports;
typedef struct _SE_IMPERSONATION_STATE {
    PACCESS_TOKEN Token;
    BOOLEAN CopyOnOpen;
    BOOLEAN EffectiveOnly;
    SECURITY_IMPERSONATION_LEVEL Level;
} SE_IMPERSONATION_STATE, *PSE_IMPERSONATION_STATE;
/* Impersonation. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeCreateClientSecurity(
    _In_ PETHREAD ClientThread, _In_ PSECURITY_QUALITY_OF_SERVICE ClientSecurityQos, _In_ BOOLEAN RemoteSession,
    _Out_ PSECURITY_CLIENT_CONTEXT ClientContext);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeCreateClientSecurityFromSubjectContext(
    _In_ PSECURITY_SUBJECT_CONTEXT SubjectContext, _In_ PSECURITY_QUALITY_OF_SERVICE ClientSecurityQos,
    _In_ BOOLEAN ServerIsRemote, _Out_ PSECURITY_CLIENT_CONTEXT ClientContext);
WDK_NTOS("5.0.2195")
VOID SeImpersonateClient(_In_ PSECURITY_CLIENT_CONTEXT ClientContext, _In_ PETHREAD ServerThread);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeImpersonateClientEx(_In_ PSECURITY_CLIENT_CONTEXT ClientContext, _In_opt_ PETHREAD ServerThread);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS PsImpersonateClient(
    _Inout_ PETHREAD Thread, _In_ PACCESS_TOKEN Token, _In_ BOOLEAN CopyOnOpen, _In_ BOOLEAN EffectiveOnly,
    _In_ SECURITY_IMPERSONATION_LEVEL ImpersonationLevel);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
VOID PsRevertToSelf(VOID);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
HANDLE PsReferencePrimaryToken(_Inout_ PEPROCESS Process);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
PACCESS_TOKEN PsReferenceImpersonationToken(
    _Inout_ PETHREAD Thread, _Out_ PBOOLEAN CopyOnOpen, _Out_ PBOOLEAN EffectiveOnly,
    _Out_ PSECURITY_IMPERSONATION_LEVEL ImpersonationLevel);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID PsDereferencePrimaryToken(_In_ PACCESS_TOKEN PrimaryToken);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID PsDereferenceImpersonationToken(_In_ PACCESS_TOKEN ImpersonationToken);
WDK_NTOS("5.0.2195")
BOOLEAN PsDisableImpersonation(_In_ PETHREAD Thread, _In_ PSE_IMPERSONATION_STATE ImpersonationState);
WDK_NTOS("5.0.2195")
VOID PsRestoreImpersonation(_In_ PETHREAD Thread, _In_ PSE_IMPERSONATION_STATE ImpersonationState);
#define SeStopImpersonatingClient() PsRevertToSelf()
#define SeDeleteClientSecurity(C)                                                                                      \
    {                                                                                                                  \
        if (SeTokenType((C)->ClientToken) == TokenPrimary) {                                                           \
            PsDereferencePrimaryToken((C)->ClientToken);                                                               \
        } else {                                                                                                       \
            PsDereferenceImpersonationToken((C)->ClientToken);                                                         \
        }                                                                                                              \
    }
/* Tokens. */
WDK_NTOS("5.0.2195")
TOKEN_TYPE SeTokenType(_In_ PACCESS_TOKEN Token);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN SeTokenIsAdmin(_In_ PACCESS_TOKEN Token);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN SeTokenIsRestricted(_In_ PACCESS_TOKEN Token);
WDK_NTOS("5.0.2195")
BOOLEAN SeTokenIsWriteRestricted(_In_ PACCESS_TOKEN Token);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeQueryAuthenticationIdToken(_In_ PACCESS_TOKEN Token, _Out_ PLUID AuthenticationId);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeQueryInformationToken(
    _In_ PACCESS_TOKEN Token, _In_ TOKEN_INFORMATION_CLASS TokenInformationClass,
    _Outptr_ PVOID *TokenInformation);
WDK_NTOS("5.0.2195")
NTSTATUS SeQuerySessionIdToken(_In_ PACCESS_TOKEN Token, _In_ PULONG SessionId);
WDK_NTOS("")
NTSTATUS SeSetSessionIdToken(_In_ PACCESS_TOKEN Token, _In_ ULONG SessionId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS SeFilterToken(
    _In_ PACCESS_TOKEN ExistingToken, _In_ ULONG Flags, _In_opt_ PTOKEN_GROUPS SidsToDisable,
    _In_opt_ PTOKEN_PRIVILEGES PrivilegesToDelete, _In_opt_ PTOKEN_GROUPS RestrictedSids,
    _In_ PACCESS_TOKEN *FilteredToken);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.17134")
NTSTATUS SeQuerySessionIdTokenEx(_In_ PACCESS_TOKEN Token, _Out_ PULONG SessionId);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
BOOLEAN SeTokenIsNoChildProcessRestrictionEnforced(_In_ PACCESS_TOKEN Token, _Out_opt_ PBOOLEAN UnlessSecure);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
NTSTATUS SeTokenSetNoChildProcessRestricted(
    _In_ PACCESS_TOKEN Token, _In_ BOOLEAN UnlessSecure, _In_ BOOLEAN AuditOnly);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
VOID SeTokenGetNoChildProcessRestricted(
    _In_ PACCESS_TOKEN Token, _Out_ PBOOLEAN Enforced, _Out_ PBOOLEAN UnlessSecure, _Out_ PBOOLEAN AuditOnly);
#define SeQuerySubjectContextToken(SubjectContext)                                                                     \
    (ARGUMENT_PRESENT(((PSECURITY_SUBJECT_CONTEXT)(SubjectContext))->ClientToken)                                      \
         ? ((PSECURITY_SUBJECT_CONTEXT)(SubjectContext))->ClientToken                                                  \
         : ((PSECURITY_SUBJECT_CONTEXT)(SubjectContext))->PrimaryToken)
#define SeLengthSid(Sid) (8 + (4 * ((SID *)(Sid))->SubAuthorityCount))
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
VOID SeCaptureSubjectContextEx(
    _In_ PETHREAD Thread, _In_ PEPROCESS Process, _In_ PSECURITY_SUBJECT_CONTEXT SubjectContext);
/* Checks. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeAppendPrivileges(_Inout_ PACCESS_STATE AccessState, _In_ PPRIVILEGE_SET Privileges);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID SeFreePrivileges(_In_ PPRIVILEGE_SET Privileges);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN SePrivilegeCheck(
    _Inout_ PPRIVILEGE_SET RequiredPrivileges, _In_ PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
    _In_ KPROCESSOR_MODE AccessMode);
WDK_NTOS("5.0.2195")
BOOLEAN SeAccessCheckFromState(
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ PTOKEN_ACCESS_INFORMATION PrimaryTokenInformation,
    _In_ PTOKEN_ACCESS_INFORMATION ClientTokenInformation, _In_ ACCESS_MASK DesiredAccess,
    _In_ ACCESS_MASK PreviouslyGrantedAccess, _Outptr_opt_result_maybenull_ PPRIVILEGE_SET *Privileges,
    _In_ PGENERIC_MAPPING GenericMapping, _In_ KPROCESSOR_MODE AccessMode, _In_ PACCESS_MASK GrantedAccess,
    _In_ PNTSTATUS AccessStatus);
WDK_NTOS("")
BOOLEAN SeAccessCheckFromStateEx(
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ PACCESS_TOKEN PrimaryToken, _In_ PACCESS_TOKEN ClientToken,
    _In_ ACCESS_MASK DesiredAccess, _In_ ACCESS_MASK PreviouslyGrantedAccess,
    _Outptr_opt_result_maybenull_ PPRIVILEGE_SET *Privileges, _In_ PGENERIC_MAPPING GenericMapping,
    _In_ KPROCESSOR_MODE AccessMode, _In_ PACCESS_MASK GrantedAccess, _In_ PNTSTATUS AccessStatus);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID SeSetAccessStateGenericMapping(_Inout_ PACCESS_STATE AccessState, _In_ PGENERIC_MAPPING GenericMapping);
/* Security of objects. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeQuerySecurityDescriptorInfo(
    _In_ PSECURITY_INFORMATION SecurityInformation, _Out_ PSECURITY_DESCRIPTOR SecurityDescriptor,
    _Inout_ PULONG Length, _Inout_ PSECURITY_DESCRIPTOR *ObjectsSecurityDescriptor);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeSetSecurityDescriptorInfo(
    _In_opt_ PVOID Object, _In_ PSECURITY_INFORMATION SecurityInformation,
    _In_ PSECURITY_DESCRIPTOR ModificationDescriptor, _Inout_ PSECURITY_DESCRIPTOR *ObjectsSecurityDescriptor,
    _In_ POOL_TYPE PoolType, _In_ PGENERIC_MAPPING GenericMapping);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeSetSecurityDescriptorInfoEx(
    _In_opt_ PVOID Object, _In_ PSECURITY_INFORMATION SecurityInformation,
    _In_ PSECURITY_DESCRIPTOR ModificationDescriptor, _Inout_ PSECURITY_DESCRIPTOR *ObjectsSecurityDescriptor,
    _In_ ULONG AutoInheritFlags, _In_ POOL_TYPE PoolType, _In_ PGENERIC_MAPPING GenericMapping);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeLocateProcessImageName(_In_ PEPROCESS Process, _Outptr_ PUNICODE_STRING *pImageFileName);
/* Audits. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID SeOpenObjectAuditAlarm(
    _In_ PUNICODE_STRING ObjectTypeName, _In_opt_ PVOID Object, _In_opt_ PUNICODE_STRING AbsoluteObjectName,
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ PACCESS_STATE AccessState, _In_ BOOLEAN ObjectCreated,
    _In_ BOOLEAN AccessGranted, _In_ KPROCESSOR_MODE AccessMode, _Out_ PBOOLEAN GenerateOnClose);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID SeOpenObjectForDeleteAuditAlarm(
    _In_ PUNICODE_STRING ObjectTypeName, _In_opt_ PVOID Object, _In_opt_ PUNICODE_STRING AbsoluteObjectName,
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ PACCESS_STATE AccessState, _In_ BOOLEAN ObjectCreated,
    _In_ BOOLEAN AccessGranted, _In_ KPROCESSOR_MODE AccessMode, _Out_ PBOOLEAN GenerateOnClose);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID SeDeleteObjectAuditAlarm(_In_ PVOID Object, _In_ HANDLE Handle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN SeAuditingFileEvents(_In_ BOOLEAN AccessGranted, _In_ PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN SeAuditingFileOrGlobalEvents(
    _In_ BOOLEAN AccessGranted, _In_ PSECURITY_DESCRIPTOR SecurityDescriptor,
    _In_ PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext);
WDK_NTOS("5.0.2195")
BOOLEAN SeAuditingFileEventsWithContext(
    _In_ BOOLEAN AccessGranted, _In_ PSECURITY_DESCRIPTOR SecurityDescriptor,
    _In_ PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext);
WDK_NTOS("5.0.2195")
BOOLEAN SeAuditingHardLinkEvents(_In_ BOOLEAN AccessGranted, _In_ PSECURITY_DESCRIPTOR SecurityDescriptor);
WDK_NTOS("5.0.2195")
BOOLEAN SeAuditingHardLinkEventsWithContext(
    _In_ BOOLEAN AccessGranted, _In_ PSECURITY_DESCRIPTOR SecurityDescriptor,
    _In_ PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext);
WDK_NTOS("5.0.2195")
VOID SeAuditHardLinkCreation(_In_ PUNICODE_STRING FileName, _In_ PUNICODE_STRING LinkName, _In_ BOOLEAN bSuccess);
WDK_NTOS("5.0.2195")
VOID SeAuditHardLinkCreationWithTransaction(
    _In_ PUNICODE_STRING FileName, _In_ PUNICODE_STRING LinkName, _In_ BOOLEAN bSuccess,
    _In_ GUID *TransactionId);
/* Logon sessions. */
typedef NTSTATUS (*PSE_LOGON_SESSION_TERMINATED_ROUTINE)(_In_ PLUID LogonId);
typedef VOID (*PSE_LOGON_SESSION_TERMINATED_ROUTINE_EX)(_In_ PLUID LogonId, _In_opt_ PVOID Context);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeRegisterLogonSessionTerminatedRoutine(_In_ PSE_LOGON_SESSION_TERMINATED_ROUTINE CallbackRoutine);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeUnregisterLogonSessionTerminatedRoutine(_In_ PSE_LOGON_SESSION_TERMINATED_ROUTINE CallbackRoutine);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS SeMarkLogonSessionForTerminationNotification(_In_ PLUID LogonId);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.3.9600")
NTSTATUS SeRegisterLogonSessionTerminatedRoutineEx(
    _In_ PSE_LOGON_SESSION_TERMINATED_ROUTINE_EX CallbackRoutine, _In_opt_ PVOID Context);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.3.9600")
NTSTATUS SeUnregisterLogonSessionTerminatedRoutineEx(
    _In_ PSE_LOGON_SESSION_TERMINATED_ROUTINE_EX CallbackRoutine, _In_opt_ PVOID Context);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.3.9600")
NTSTATUS SeGetLogonSessionToken(_In_ PLUID LogonId, _In_opt_ PVOID Reserved, _Outptr_ PACCESS_TOKEN *Token);

#ifdef __cplusplus
}
#endif
#endif
