using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>ChangePassword</c>: a new password for a user who is signed in and knows the old one.</summary>
/// <remarks>
/// Five attempts an hour, right or wrong. Tokens stay as they are.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
/// </remarks>
internal sealed class ChangePassword(AccessTokens tokens, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the old password is wrong; <c>InvalidPasswordException</c>,
    /// <c>LimitExceededException</c>, <c>InvalidParameterException</c>, and those of <see cref="AccessTokens"/>.
    /// </exception>
    public EmptyResponse Handle(Request request)
    {
        new RequestConstraints()
            .Password(request.PreviousPassword, "previousPassword")
            .Password(request.ProposedPassword, "proposedPassword")
            .Token("accessToken", request.AccessToken)
            .ThrowIfViolated();
        var holder = tokens.Authorize(request.AccessToken!);
        var now = clock.GetUtcNow();
        var user = holder.Update(current => AttemptLimit.ChangePassword.Count(current, now));
        if (!user.Password.Matches(request.PreviousPassword!))
        {
            throw CognitoFaults.WrongPassword();
        }

        holder.Pool.PasswordPolicy.Check(request.ProposedPassword!);
        var password = UserPassword.Of(holder.Pool.Id, user.Username, request.ProposedPassword!);
        holder.Update(current => ReferenceEquals(current.Password, user.Password)
            ? current.WithPassword(password, now)
            : throw CognitoFaults.WrongPassword());
        return EmptyResponse.Instance;
    }

    internal sealed record Request(
        string? PreviousPassword = null, string? ProposedPassword = null, string? AccessToken = null);
}
