using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>VerifyUserAttribute</c>: verifies an address with the code that went to it, and puts in force one that
/// waited for that.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html
/// </remarks>
internal sealed class VerifyUserAttribute(AccessTokens tokens, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>CodeMismatchException</c>, <c>ExpiredCodeException</c>, <c>LimitExceededException</c>,
    /// <c>AliasExistsException</c>, <c>InvalidParameterException</c>, and those of <see cref="AccessTokens"/>.
    /// </exception>
    public EmptyResponse Handle(Request request)
    {
        new RequestConstraints()
            .Token("accessToken", request.AccessToken)
            .AttributeName(request.AttributeName)
            .ConfirmationCode(request.Code, "code")
            .ThrowIfViolated();
        var holder = tokens.Authorize(request.AccessToken!);
        var now = clock.GetUtcNow();
        holder.Update(current => AttemptLimit.VerifyAttribute.Count(current, now));
        holder.Update(current => Verify(current, request.AttributeName!, request.Code!, now));
        return EmptyResponse.Instance;
    }

    private static User Verify(User user, string attribute, string given, DateTimeOffset now)
    {
        var code = user.FindCode(CodePurpose.Attribute, attribute);
        if (code is null || now >= code.ExpiresAt)
        {
            throw CognitoFaults.CodeExpired();
        }

        return code.Value == given
            ? user.WithoutCode(CodePurpose.Attribute, attribute) with
            {
                Attributes = user.Attributes.With(attribute, code.Address).With($"{attribute}_verified", "true"),
                ModifiedAt = now,
            }
            : throw CognitoFaults.CodeMismatch();
    }

    internal sealed record Request(string? AccessToken = null, string? AttributeName = null, string? Code = null);
}
