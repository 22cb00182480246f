namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>Plans as the stack tells the functions of them, and tokens of users who are in groups.</summary>
internal static class PlanTokens
{
    public const string ProId = "plan02";
    public const string FreeId = "plan03";

    /// <summary>The default, one for Anthropic's models and Amazon's, and one for Amazon's Nova.</summary>
    public const string Setting =
        "--AWS:Resources:Plans={\"default\":{\"id\":\"" + FakeApiGateway.PlanId + "\"},"
        + "\"free\":{\"id\":\"" + FreeId + "\",\"models\":\"amazon.nova-*\"},"
        + "\"pro\":{\"id\":\"" + ProId + "\",\"models\":\"anthropic.*,amazon.*\"}}";

    public static string TokenOf(this Gateway gateway, string email, params string[] groups)
    {
        var user = gateway.Cognito.Users.Single(user => user.Email == email);
        var claims = UserPool.Claims(user.Subject, user.ApiKey, gateway.Clock);
        claims["cognito:username"] = user.Email;
        if (groups.Length > 0)
        {
            claims["cognito:groups"] = groups;
        }

        return gateway.Pool.Sign(claims);
    }
}
