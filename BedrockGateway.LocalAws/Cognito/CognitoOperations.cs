using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>The operations of <c>cognito-idp</c>, by name.</summary>
internal static class CognitoOperations
{
    public static AwsJsonService Create(IServiceProvider provider) =>
        new("cognito-idp", "AWSCognitoIdentityProviderService", () => new AwsJsonOperations()
            .MapSignIn(provider)
            .MapUsers(provider.GetRequiredService<UserPoolStore>(), provider.GetRequiredService<TimeProvider>())
            .MapPools(provider.GetRequiredService<UserPoolStore>())
            .MapClients(provider.GetRequiredService<UserPoolStore>()));

    private static AwsJsonOperations MapSignIn(this AwsJsonOperations operations, IServiceProvider provider)
    {
        var json = CognitoJsonContext.Default;
        var store = provider.GetRequiredService<UserPoolStore>();
        var tokens = provider.GetRequiredService<UserPoolTokens>();
        return operations
            .Map("SignUp", json.SignUpRequest, json.SignUpResponse, provider.GetRequiredService<SignUp>().HandleAsync)
            .Map(
                "InitiateAuth",
                json.InitiateAuthRequest,
                json.InitiateAuthResponse,
                provider.GetRequiredService<InitiateAuth>().HandleAsync)
            .Map(
                "ConfirmSignUp",
                json.ConfirmSignUpRequest,
                json.EmptyResponse,
                provider.GetRequiredService<ConfirmSignUp>().Handle)
            .Map(
                "ResendConfirmationCode",
                json.ResendConfirmationCodeRequest,
                json.ResendConfirmationCodeResponse,
                provider.GetRequiredService<ResendConfirmationCode>().Handle)
            .Map(
                "GetUser",
                json.GetUserRequest,
                json.GetUserResponse,
                request => GetUser.Handle(request, store, tokens))
            .Map(
                "RevokeToken",
                json.RevokeTokenRequest,
                json.EmptyResponse,
                request => RevokeToken.Handle(request, store));
    }

    private static AwsJsonOperations MapUsers(
        this AwsJsonOperations operations, UserPoolStore store, TimeProvider clock)
    {
        var json = CognitoJsonContext.Default;
        return operations
            .Map(
                "AdminConfirmSignUp",
                json.AdminConfirmSignUpRequest,
                json.EmptyResponse,
                request => AdminConfirmSignUp.Handle(request, store, clock))
            .Map(
                "AdminGetUser",
                json.AdminGetUserRequest,
                json.AdminGetUserResponse,
                request => AdminGetUser.Handle(request, store))
            .Map(
                "AdminUpdateUserAttributes",
                json.AdminUpdateUserAttributesRequest,
                json.EmptyResponse,
                request => AdminUpdateUserAttributes.Handle(request, store, clock))
            .Map(
                "AdminDeleteUser",
                json.AdminDeleteUserRequest,
                json.EmptyResponse,
                request => AdminDeleteUser.Handle(request, store))
            .Map(
                "AdminAddUserToGroup",
                json.AdminAddUserToGroupRequest,
                json.EmptyResponse,
                request => AdminAddUserToGroup.Handle(request, store))
            .Map(
                "ListUsers",
                json.ListUsersRequest,
                json.ListUsersResponse,
                request => ListUsers.Handle(request, store));
    }

    private static AwsJsonOperations MapPools(this AwsJsonOperations operations, UserPoolStore store)
    {
        var json = CognitoJsonContext.Default;
        return operations
            .Map(
                "CreateUserPool",
                json.CreateUserPoolRequest,
                json.CreateUserPoolResponse,
                request => CreateUserPool.Handle(request, store))
            .Map(
                "DescribeUserPool",
                json.DescribeUserPoolRequest,
                json.DescribeUserPoolResponse,
                request => DescribeUserPool.Handle(request, store))
            .Map(
                "ListUserPools",
                json.ListUserPoolsRequest,
                json.ListUserPoolsResponse,
                request => ListUserPools.Handle(request, store))
            .Map(
                "DeleteUserPool",
                json.DeleteUserPoolRequest,
                json.EmptyResponse,
                request => DeleteUserPool.Handle(request, store));
    }

    private static AwsJsonOperations MapClients(this AwsJsonOperations operations, UserPoolStore store)
    {
        var json = CognitoJsonContext.Default;
        return operations
            .Map(
                "CreateUserPoolClient",
                json.CreateUserPoolClientRequest,
                json.CreateUserPoolClientResponse,
                request => CreateUserPoolClient.Handle(request, store))
            .Map(
                "DescribeUserPoolClient",
                json.DescribeUserPoolClientRequest,
                json.DescribeUserPoolClientResponse,
                request => DescribeUserPoolClient.Handle(request, store))
            .Map(
                "DeleteUserPoolClient",
                json.DeleteUserPoolClientRequest,
                json.EmptyResponse,
                request => DeleteUserPoolClient.Handle(request, store));
    }
}
