using System.Diagnostics.CodeAnalysis;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Calls Amazon Cognito user pools.</summary>
public interface IAmazonCognitoIdentityProvider : IAmazonService, IDisposable
{
    /// <summary>Calls <c>AdminAddUserToGroup</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
    /// </remarks>
    Task<AdminAddUserToGroupResponse> AdminAddUserToGroupAsync(
        AdminAddUserToGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminConfirmSignUp</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
    /// </remarks>
    Task<AdminConfirmSignUpResponse> AdminConfirmSignUpAsync(
        AdminConfirmSignUpRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminCreateUser</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
    /// </remarks>
    Task<AdminCreateUserResponse> AdminCreateUserAsync(
        AdminCreateUserRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminDeleteUser</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
    /// </remarks>
    Task<AdminDeleteUserResponse> AdminDeleteUserAsync(
        AdminDeleteUserRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminDisableUser</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
    /// </remarks>
    Task<AdminDisableUserResponse> AdminDisableUserAsync(
        AdminDisableUserRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminEnableUser</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html
    /// </remarks>
    Task<AdminEnableUserResponse> AdminEnableUserAsync(
        AdminEnableUserRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminGetUser</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
    /// </remarks>
    Task<AdminGetUserResponse> AdminGetUserAsync(
        AdminGetUserRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminListGroupsForUser</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html
    /// </remarks>
    Task<AdminListGroupsForUserResponse> AdminListGroupsForUserAsync(
        AdminListGroupsForUserRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminRemoveUserFromGroup</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html
    /// </remarks>
    Task<AdminRemoveUserFromGroupResponse> AdminRemoveUserFromGroupAsync(
        AdminRemoveUserFromGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminSetUserMFAPreference</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html
    /// </remarks>
    Task<AdminSetUserMFAPreferenceResponse> AdminSetUserMFAPreferenceAsync(
        AdminSetUserMFAPreferenceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminUpdateUserAttributes</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
    /// </remarks>
    Task<AdminUpdateUserAttributesResponse> AdminUpdateUserAttributesAsync(
        AdminUpdateUserAttributesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminUserGlobalSignOut</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
    /// </remarks>
    Task<AdminUserGlobalSignOutResponse> AdminUserGlobalSignOutAsync(
        AdminUserGlobalSignOutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AssociateSoftwareToken</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html
    /// </remarks>
    Task<AssociateSoftwareTokenResponse> AssociateSoftwareTokenAsync(
        AssociateSoftwareTokenRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ChangePassword</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
    /// </remarks>
    Task<ChangePasswordResponse> ChangePasswordAsync(
        ChangePasswordRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ConfirmForgotPassword</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html
    /// </remarks>
    Task<ConfirmForgotPasswordResponse> ConfirmForgotPasswordAsync(
        ConfirmForgotPasswordRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ConfirmSignUp</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
    /// </remarks>
    Task<ConfirmSignUpResponse> ConfirmSignUpAsync(
        ConfirmSignUpRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ForgotPassword</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
    /// </remarks>
    Task<ForgotPasswordResponse> ForgotPasswordAsync(
        ForgotPasswordRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GlobalSignOut</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html
    /// </remarks>
    Task<GlobalSignOutResponse> GlobalSignOutAsync(
        GlobalSignOutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>InitiateAuth</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
    /// </remarks>
    Task<InitiateAuthResponse> InitiateAuthAsync(
        InitiateAuthRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ListUsers</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
    /// </remarks>
    Task<ListUsersResponse> ListUsersAsync(
        ListUsersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ListUsersInGroup</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html
    /// </remarks>
    Task<ListUsersInGroupResponse> ListUsersInGroupAsync(
        ListUsersInGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ResendConfirmationCode</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html
    /// </remarks>
    Task<ResendConfirmationCodeResponse> ResendConfirmationCodeAsync(
        ResendConfirmationCodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>RespondToAuthChallenge</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
    /// </remarks>
    Task<RespondToAuthChallengeResponse> RespondToAuthChallengeAsync(
        RespondToAuthChallengeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>RevokeToken</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
    /// </remarks>
    Task<RevokeTokenResponse> RevokeTokenAsync(
        RevokeTokenRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>SetUserMFAPreference</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
    /// </remarks>
    Task<SetUserMFAPreferenceResponse> SetUserMFAPreferenceAsync(
        SetUserMFAPreferenceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>SignUp</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
    /// </remarks>
    Task<SignUpResponse> SignUpAsync(
        SignUpRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>VerifySoftwareToken</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
    /// </remarks>
    Task<VerifySoftwareTokenResponse> VerifySoftwareTokenAsync(
        VerifySoftwareTokenRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonCognitoIdentityProviderConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCognitoIdentityProviderConfig();

    [UnconditionalSuppressMessage(
        "AssemblyLoadTrimming",
        "IL2026:RequiresUnreferencedCode",
        Justification = "The warning is about one other service's client; this one is safe for trimming.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonCognitoIdentityProviderConfig config)
        {
            throw new AmazonClientException(
                $"ClientConfig is not of type {nameof(AmazonCognitoIdentityProviderConfig)} to create "
                + nameof(AmazonCognitoIdentityProviderClient));
        }

        return awsCredentials is null
            ? new AmazonCognitoIdentityProviderClient(config)
            : new AmazonCognitoIdentityProviderClient(awsCredentials, config);
    }
}
