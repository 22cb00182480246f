using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>DeleteGroup</c>: removes a group; its users stay, and are out of it.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html
/// </remarks>
internal static class DeleteGroup
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).GroupName(request.GroupName).ThrowIfViolated();
        var groups = store.Get(request.UserPoolId!).Groups;
        groups.Remove(groups.Get(request.GroupName!).GroupName);
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? GroupName = null);
}
