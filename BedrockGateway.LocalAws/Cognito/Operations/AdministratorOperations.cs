using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Operations;

/// <summary>What administrators do with users.</summary>
internal static class AdministratorOperations
{
    public static AwsJsonOperations MapAdministrator(this AwsJsonOperations operations, IServiceProvider provider)
    {
        var json = CognitoJsonContext.Default;
        var store = provider.GetRequiredService<UserPoolStore>();
        var clock = provider.GetRequiredService<TimeProvider>();
        return operations
            .Map(
                "AdminCreateUser",
                json.AdminCreateUserRequest,
                json.AdminCreateUserResponse,
                provider.GetRequiredService<AdminCreateUser>().HandleAsync)
            .Map(
                "AdminConfirmSignUp",
                json.AdminConfirmSignUpRequest,
                json.EmptyResponse,
                provider.GetRequiredService<AdminConfirmSignUp>().HandleAsync)
            .Map(
                "AdminGetUser",
                json.AdminGetUserRequest,
                json.AdminGetUserResponse,
                request => AdminGetUser.Handle(request, store))
            .Map(
                "AdminUpdateUserAttributes",
                json.AdminUpdateUserAttributesRequest,
                json.EmptyResponse,
                provider.GetRequiredService<AdminUpdateUserAttributes>().Handle)
            .Map(
                "AdminDeleteUser",
                json.AdminDeleteUserRequest,
                json.EmptyResponse,
                request => AdminDeleteUser.Handle(request, store))
            .Map(
                "AdminDisableUser",
                json.AdminDisableUserRequest,
                json.EmptyResponse,
                request => AdminDisableUser.Handle(request, store, clock))
            .Map(
                "AdminEnableUser",
                json.AdminEnableUserRequest,
                json.EmptyResponse,
                request => AdminEnableUser.Handle(request, store, clock))
            .Map(
                "AdminResetUserPassword",
                json.AdminResetUserPasswordRequest,
                json.EmptyResponse,
                provider.GetRequiredService<AdminResetUserPassword>().Handle)
            .Map(
                "AdminSetUserPassword",
                json.AdminSetUserPasswordRequest,
                json.EmptyResponse,
                provider.GetRequiredService<AdminSetUserPassword>().Handle)
            .Map(
                "AdminUserGlobalSignOut",
                json.AdminUserGlobalSignOutRequest,
                json.EmptyResponse,
                request => AdminUserGlobalSignOut.Handle(request, store))
            .Map(
                "AdminSetUserMFAPreference",
                json.AdminSetUserMFAPreferenceRequest,
                json.EmptyResponse,
                request => AdminSetUserMFAPreference.Handle(request, store))
            .Map(
                "AdminInitiateAuth",
                json.AdminInitiateAuthRequest,
                json.SignInReply,
                provider.GetRequiredService<AdminInitiateAuth>().HandleAsync)
            .Map(
                "AdminRespondToAuthChallenge",
                json.AdminRespondToAuthChallengeRequest,
                json.SignInReply,
                provider.GetRequiredService<AdminRespondToAuthChallenge>().HandleAsync)
            .Map(
                "ListUsers",
                json.ListUsersRequest,
                json.ListUsersResponse,
                request => ListUsers.Handle(request, store));
    }
}
