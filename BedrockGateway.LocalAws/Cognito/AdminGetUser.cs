using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminGetUser</c>: everything about one user, all attributes included.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
/// </remarks>
internal static class AdminGetUser
{
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username).ThrowIfViolated();
        var user = store.Get(request.UserPoolId!).GetUser(request.Username!);
        return new(
            user.Username,
            user.Attributes.ToWire(),
            EpochSeconds.Of(user.CreatedAt),
            EpochSeconds.Of(user.ModifiedAt),
            user.IsEnabled,
            user.Status,
            MfaSettings.PreferredOf(user),
            MfaSettings.ListOf(user));
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null);

    internal sealed record Response(
        string Username,
        IReadOnlyList<AttributeType> UserAttributes,
        decimal UserCreateDate,
        decimal UserLastModifiedDate,
        bool Enabled,
        string UserStatus,
        string? PreferredMfaSetting,
        IReadOnlyList<string>? UserMFASettingList);
}
