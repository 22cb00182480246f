using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

/// <summary>What POST /account/mfa answers first: what an authenticator app is set up with.</summary>
internal sealed record MfaReply(int Status, bool Success, string Message, MfaData Data)
{
    public static Reply<MfaReply> Of(MfaData data) => new(
        StatusCodes.Status200OK,
        new(
            StatusCodes.Status200OK,
            Success: true,
            "Give the secret to the authenticator app, then send a code of it.",
            data),
        AccountsJsonContext.Wire.MfaReply);
}

/// <summary>A secret of an authenticator app, which nothing shows again.</summary>
/// <param name="Secret">In Base32.</param>
/// <param name="Uri">The same as <c>otpauth://</c>, for a QR code.</param>
/// <param name="Next">For people: the request that comes next.</param>
internal sealed record MfaData(string Secret, string Uri, string Next)
{
    // A record would print the secret.
    public override string ToString() => nameof(MfaData);
}
