using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>DeleteUserPool</c>: removes a pool with its users and clients.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html
/// </remarks>
internal static class DeleteUserPool
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: deletion protection is active; <c>ResourceNotFoundException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).ThrowIfViolated();
        store.Delete(request.UserPoolId!);
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null);
}
