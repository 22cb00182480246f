using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

/// <summary>Tells that a code was sent, and where to.</summary>
internal sealed record DeliveryReply(int Status, bool Success, string Message, DeliveryData Data)
{
    public static Reply<DeliveryReply> Of(CodeDeliveryDetailsType? details)
    {
        var to = new DeliveryData(details?.Destination, details?.DeliveryMedium?.Value);
        return new(
            StatusCodes.Status200OK,
            new(StatusCodes.Status200OK, Success: true, $"A code was sent to {to.Destination ?? "the user"}.", to),
            AccountsJsonContext.Wire.DeliveryReply);
    }
}

/// <summary>Where a code went.</summary>
/// <param name="Destination">The address, masked by Cognito: <c>a***@e***</c>.</param>
/// <param name="Medium"><c>EMAIL</c> or <c>SMS</c>.</param>
internal sealed record DeliveryData(string? Destination, string? Medium);
