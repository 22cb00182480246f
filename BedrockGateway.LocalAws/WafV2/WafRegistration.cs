using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.WafV2;

/// <summary>AWS WAF: web ACLs and what they protect exist in stacks; no rule is enforced.</summary>
internal static class WafRegistration
{
    public static IServiceCollection AddWafV2(this IServiceCollection services) => services
        .AddSingleton<WebAclStore>()
        .AddSingleton<IResourceHandler, WebAclHandler>()
        .AddSingleton<IResourceHandler, WebAclAssociationHandler>();
}
