using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>GetUser</c>: the user of an access token, with the attributes that its client may read.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html
/// </remarks>
internal static class GetUser
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>, and those of <see cref="AccessTokens"/>.
    /// </exception>
    public static Response Handle(Request request, AccessTokens tokens)
    {
        new RequestConstraints().Token("accessToken", request.AccessToken).ThrowIfViolated();
        var holder = tokens.Authorize(request.AccessToken!);
        var readable = holder.User.Attributes
            .Where(attribute => attribute.Key == "sub" || holder.Client.CanRead(attribute.Key));
        return new(
            holder.User.Username,
            [.. readable.Select(attribute => new AttributeType(attribute.Key, attribute.Value))],
            MfaSettings.PreferredOf(holder.User),
            MfaSettings.ListOf(holder.User));
    }

    internal sealed record Request(string? AccessToken = null);

    internal sealed record Response(
        string Username,
        IReadOnlyList<AttributeType> UserAttributes,
        string? PreferredMfaSetting,
        IReadOnlyList<string>? UserMFASettingList);
}

/// <summary>The second factors of a user, as they are described; absent where there are none.</summary>
internal static class MfaSettings
{
    public static string? PreferredOf(User user) =>
        user.SoftwareToken is { IsEnabled: true, IsPreferred: true } ? SoftwareToken.Factor : null;

    public static IReadOnlyList<string>? ListOf(User user) =>
        user.SoftwareToken is { IsEnabled: true } ? [SoftwareToken.Factor] : null;
}
