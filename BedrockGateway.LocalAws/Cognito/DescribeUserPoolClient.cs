using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>DescribeUserPoolClient</c>: what a client was told, and its secret.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html
/// </remarks>
internal static class DescribeUserPoolClient
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).ClientId(request.ClientId).ThrowIfViolated();
        return new(UserPoolClientType.Of(request.UserPoolId!, store.GetClient(request.UserPoolId!, request.ClientId!)));
    }

    internal sealed record Request(string? UserPoolId = null, string? ClientId = null);

    internal sealed record Response(UserPoolClientType UserPoolClient);
}
