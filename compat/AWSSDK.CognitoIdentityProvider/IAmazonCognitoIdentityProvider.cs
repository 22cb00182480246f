using System.Diagnostics.CodeAnalysis;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Calls Amazon Cognito user pools.</summary>
public interface IAmazonCognitoIdentityProvider : IAmazonService, IDisposable
{
    /// <summary>Calls <c>AdminConfirmSignUp</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
    /// </remarks>
    Task<AdminConfirmSignUpResponse> AdminConfirmSignUpAsync(
        AdminConfirmSignUpRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminDeleteUser</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
    /// </remarks>
    Task<AdminDeleteUserResponse> AdminDeleteUserAsync(
        AdminDeleteUserRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminGetUser</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
    /// </remarks>
    Task<AdminGetUserResponse> AdminGetUserAsync(
        AdminGetUserRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>AdminUpdateUserAttributes</c>.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
    /// </remarks>
    Task<AdminUpdateUserAttributesResponse> AdminUpdateUserAttributesAsync(
        AdminUpdateUserAttributesRequest request, CancellationToken cancellationToken = default);

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

    /// <summary>Calls <c>SignUp</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
    /// </remarks>
    Task<SignUpResponse> SignUpAsync(
        SignUpRequest request, CancellationToken cancellationToken = default);

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
