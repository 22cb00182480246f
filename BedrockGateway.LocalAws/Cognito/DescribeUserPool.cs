using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>DescribeUserPool</c>: what a pool was told, defaults filled in.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html
/// </remarks>
internal static class DescribeUserPool
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).ThrowIfViolated();
        return new(UserPoolType.Of(store.Get(request.UserPoolId!)));
    }

    internal sealed record Request(string? UserPoolId = null);

    internal sealed record Response(UserPoolType UserPool);
}
