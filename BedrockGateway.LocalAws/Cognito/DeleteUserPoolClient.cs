using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>DeleteUserPoolClient</c>: nobody signs in or refreshes through the client any more.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html
/// </remarks>
internal static class DeleteUserPoolClient
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).ClientId(request.ClientId).ThrowIfViolated();
        store.DeleteClient(store.GetClient(request.UserPoolId!, request.ClientId!).Id);
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? ClientId = null);
}
