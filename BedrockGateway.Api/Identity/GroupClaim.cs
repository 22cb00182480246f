namespace BedrockGateway.Api.Identity;

/// <summary>The groups of the pool that an ID token names.</summary>
/// <remarks>
/// An array in the token, of which the handler makes a claim each. API Gateway hands each claim on as one text and
/// joins an array with commas: <c>admins,plan-pro</c>. No name of the stack's groups has a comma in it. HTTP APIs,
/// which this is none, write <c>[admins plan-pro]</c>.
/// </remarks>
internal static class GroupClaim
{
    public const string Name = "cognito:groups";

    public static string[] Read(IEnumerable<string> claims) =>
    [
        .. claims.SelectMany(
            claim => claim.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];
}
