using Amazon.CognitoIdentityProvider.Model;
using Amazon.CognitoIdentityProvider.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Calls Amazon Cognito user pools; safe for use by several threads.</summary>
public class AmazonCognitoIdentityProviderClient : AmazonServiceClient, IAmazonCognitoIdentityProvider
{
    private static readonly ServiceName Metadata = new(AmazonCognitoIdentityProviderConfig.ServiceId);

    public AmazonCognitoIdentityProviderClient()
        : base(new AmazonCognitoIdentityProviderConfig())
    {
    }

    public AmazonCognitoIdentityProviderClient(RegionEndpoint region)
        : base(new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region })
    {
    }

    public AmazonCognitoIdentityProviderClient(AmazonCognitoIdentityProviderConfig config)
        : base(config)
    {
    }

    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials)
        : this(credentials, new AmazonCognitoIdentityProviderConfig())
    {
    }

    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region })
    {
    }

    public AmazonCognitoIdentityProviderClient(
        AWSCredentials credentials, AmazonCognitoIdentityProviderConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCognitoIdentityProviderConfig())
    {
    }

    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(
            awsAccessKeyId, awsSecretAccessKey, new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region })
    {
    }

    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonCognitoIdentityProviderConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCognitoIdentityProviderConfig())
    {
    }

    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(
            awsAccessKeyId,
            awsSecretAccessKey,
            awsSessionToken,
            new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region })
    {
    }

    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonCognitoIdentityProviderConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<AdminAddUserToGroupResponse> AdminAddUserToGroupAsync(
        AdminAddUserToGroupRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminAddUserToGroupResponse>(
            request, AdminAddUserToGroupWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminConfirmSignUpResponse> AdminConfirmSignUpAsync(
        AdminConfirmSignUpRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminConfirmSignUpResponse>(request, AdminConfirmSignUpWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminCreateUserResponse> AdminCreateUserAsync(
        AdminCreateUserRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminCreateUserResponse>(request, AdminCreateUserWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminDeleteUserResponse> AdminDeleteUserAsync(
        AdminDeleteUserRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminDeleteUserResponse>(request, AdminDeleteUserWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminDisableUserResponse> AdminDisableUserAsync(
        AdminDisableUserRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminDisableUserResponse>(request, AdminDisableUserWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminEnableUserResponse> AdminEnableUserAsync(
        AdminEnableUserRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminEnableUserResponse>(request, AdminEnableUserWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminGetUserResponse> AdminGetUserAsync(
        AdminGetUserRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminGetUserResponse>(request, AdminGetUserWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminListGroupsForUserResponse> AdminListGroupsForUserAsync(
        AdminListGroupsForUserRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminListGroupsForUserResponse>(
            request, AdminListGroupsForUserWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminRemoveUserFromGroupResponse> AdminRemoveUserFromGroupAsync(
        AdminRemoveUserFromGroupRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminRemoveUserFromGroupResponse>(
            request, AdminRemoveUserFromGroupWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminSetUserMFAPreferenceResponse> AdminSetUserMFAPreferenceAsync(
        AdminSetUserMFAPreferenceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminSetUserMFAPreferenceResponse>(
            request, AdminSetUserMFAPreferenceWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminUpdateUserAttributesResponse> AdminUpdateUserAttributesAsync(
        AdminUpdateUserAttributesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminUpdateUserAttributesResponse>(
            request, AdminUpdateUserAttributesWire.Operation.Options(), cancellationToken);

    public virtual Task<AdminUserGlobalSignOutResponse> AdminUserGlobalSignOutAsync(
        AdminUserGlobalSignOutRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AdminUserGlobalSignOutResponse>(
            request, AdminUserGlobalSignOutWire.Operation.Options(), cancellationToken);

    public virtual Task<AssociateSoftwareTokenResponse> AssociateSoftwareTokenAsync(
        AssociateSoftwareTokenRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AssociateSoftwareTokenResponse>(
            request, AssociateSoftwareTokenWire.Operation.Options(), cancellationToken);

    public virtual Task<ChangePasswordResponse> ChangePasswordAsync(
        ChangePasswordRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ChangePasswordResponse>(request, ChangePasswordWire.Operation.Options(), cancellationToken);

    public virtual Task<ConfirmForgotPasswordResponse> ConfirmForgotPasswordAsync(
        ConfirmForgotPasswordRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ConfirmForgotPasswordResponse>(
            request, ConfirmForgotPasswordWire.Operation.Options(), cancellationToken);

    public virtual Task<ConfirmSignUpResponse> ConfirmSignUpAsync(
        ConfirmSignUpRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ConfirmSignUpResponse>(request, ConfirmSignUpWire.Operation.Options(), cancellationToken);

    public virtual Task<ForgotPasswordResponse> ForgotPasswordAsync(
        ForgotPasswordRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ForgotPasswordResponse>(request, ForgotPasswordWire.Operation.Options(), cancellationToken);

    public virtual Task<GlobalSignOutResponse> GlobalSignOutAsync(
        GlobalSignOutRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GlobalSignOutResponse>(request, GlobalSignOutWire.Operation.Options(), cancellationToken);

    public virtual Task<InitiateAuthResponse> InitiateAuthAsync(
        InitiateAuthRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InitiateAuthResponse>(request, InitiateAuthWire.Operation.Options(), cancellationToken);

    public virtual Task<ListUsersResponse> ListUsersAsync(
        ListUsersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListUsersResponse>(request, ListUsersWire.Operation.Options(), cancellationToken);

    public virtual Task<ListUsersInGroupResponse> ListUsersInGroupAsync(
        ListUsersInGroupRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListUsersInGroupResponse>(request, ListUsersInGroupWire.Operation.Options(), cancellationToken);

    public virtual Task<ResendConfirmationCodeResponse> ResendConfirmationCodeAsync(
        ResendConfirmationCodeRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ResendConfirmationCodeResponse>(
            request, ResendConfirmationCodeWire.Operation.Options(), cancellationToken);

    public virtual Task<RespondToAuthChallengeResponse> RespondToAuthChallengeAsync(
        RespondToAuthChallengeRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RespondToAuthChallengeResponse>(
            request, RespondToAuthChallengeWire.Operation.Options(), cancellationToken);

    public virtual Task<RevokeTokenResponse> RevokeTokenAsync(
        RevokeTokenRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RevokeTokenResponse>(request, RevokeTokenWire.Operation.Options(), cancellationToken);

    public virtual Task<SetUserMFAPreferenceResponse> SetUserMFAPreferenceAsync(
        SetUserMFAPreferenceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SetUserMFAPreferenceResponse>(
            request, SetUserMFAPreferenceWire.Operation.Options(), cancellationToken);

    public virtual Task<SignUpResponse> SignUpAsync(
        SignUpRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SignUpResponse>(request, SignUpWire.Operation.Options(), cancellationToken);

    public virtual Task<VerifySoftwareTokenResponse> VerifySoftwareTokenAsync(
        VerifySoftwareTokenRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<VerifySoftwareTokenResponse>(
            request, VerifySoftwareTokenWire.Operation.Options(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        ServicePipeline.Customize(pipeline, new AuthSchemes(
            AuthSchemeOption.DEFAULT_SIGV4,
            nameof(AssociateSoftwareTokenRequest),
            nameof(ChangePasswordRequest),
            nameof(ConfirmForgotPasswordRequest),
            nameof(ConfirmSignUpRequest),
            nameof(ForgotPasswordRequest),
            nameof(GlobalSignOutRequest),
            nameof(InitiateAuthRequest),
            nameof(ResendConfirmationCodeRequest),
            nameof(RespondToAuthChallengeRequest),
            nameof(RevokeTokenRequest),
            nameof(SignUpRequest),
            nameof(VerifySoftwareTokenRequest)));
}
