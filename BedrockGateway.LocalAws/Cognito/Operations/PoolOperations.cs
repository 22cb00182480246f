using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Operations;

/// <summary>Pools and their app clients.</summary>
internal static class PoolOperations
{
    public static AwsJsonOperations MapPool(this AwsJsonOperations operations, IServiceProvider provider)
    {
        var json = CognitoJsonContext.Default;
        var store = provider.GetRequiredService<UserPoolStore>();
        var clock = provider.GetRequiredService<TimeProvider>();
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
                request => DeleteUserPool.Handle(request, store))
            .Map(
                "GetUserPoolMfaConfig",
                json.GetUserPoolMfaConfigRequest,
                json.UserPoolMfa,
                request => GetUserPoolMfaConfig.Handle(request, store))
            .Map(
                "SetUserPoolMfaConfig",
                json.SetUserPoolMfaConfigRequest,
                json.UserPoolMfa,
                request => SetUserPoolMfaConfig.Handle(request, store, clock))
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
