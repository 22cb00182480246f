using BedrockGateway.Infra;

namespace BedrockGateway.AppHost.Unenforced;

/// <summary>What a run does not check by design, whatever is behind it.</summary>
internal static class KnownChecks
{
    public static IEnumerable<UnenforcedCheck> Of(AwsTarget target, GatewaySettings settings)
    {
        if (settings.EnableWaf)
        {
            yield return new("web ACL", "No AWS WAF stands before the gateway here: ENABLE_WAF blocks nobody.");
        }

        if (target.Kind is AwsKind.Local)
        {
            yield break;
        }

        yield return new(
            "roles", "The functions have your permissions: nothing that their roles forbid is refused.");
        yield return new(
            "usage",
            "Throttle and quota are counted here, anew in every run; GET /account/usage does not see it.");
        if (settings.Plans is not null)
        {
            yield return new(
                "plans", "Keys of the plan UsagePlanId alone are let in: those of PLANS are refused with Forbidden.");
        }

        if (target.Kind is AwsKind.Endpoint)
        {
            yield return new(
                "schedule",
                "Keys past their end go only if the endpoint runs the stack's rule and its function.");
        }
    }
}
