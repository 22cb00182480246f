using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>GetUserAttributeVerificationCode</c>: sends a code to the user's own address.</summary>
/// <remarks>
/// To one that waits for its code, where there is one. Ignores <c>ClientMetadata</c>. Source:
/// https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/get-user-attribute-verification-code.html
/// </remarks>
internal sealed class GetUserAttributeVerificationCode(AccessTokens tokens, CodeSender codes, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: not an address, or one that the user does not have;
    /// <c>LimitExceededException</c>, and those of <see cref="AccessTokens"/>.
    /// </exception>
    public Response Handle(Request request)
    {
        new RequestConstraints()
            .Token("accessToken", request.AccessToken).AttributeName(request.AttributeName).ThrowIfViolated();
        var holder = tokens.Authorize(request.AccessToken!);
        var attribute = request.AttributeName!;
        if (attribute is not ("email" or "phone_number"))
        {
            throw CognitoFaults.InvalidParameter("Only email and phone_number can be verified.");
        }

        var address = holder.User.FindCode(CodePurpose.Attribute, attribute)?.Address
            ?? holder.User.Attributes[attribute]
            ?? throw CognitoFaults.InvalidParameter($"User does not have an attribute {attribute}.");
        holder.Update(current => AttemptLimit.AttributeCode.Count(current, clock.GetUtcNow()));
        return new(codes.Send(holder.Pool, holder.User, CodePurpose.Attribute, attribute, address));
    }

    internal sealed record Request(string? AccessToken = null, string? AttributeName = null);

    internal sealed record Response(CodeDeliveryDetails CodeDeliveryDetails);
}
