namespace BedrockGateway.Infra.Tests.Settings;

public sealed class SettingWarningsTests
{
    [Theory]
    [InlineData("API_THROTLE_RATE_LIMIT", "API_THROTTLE_RATE_LIMIT")]
    [InlineData("api_quota_limit", "API_QUOTA_LIMIT")]
    [InlineData("api-quota-limit", "API_QUOTA_LIMIT")]
    [InlineData("EMAIL_FORM", "EMAIL_FROM")]
    [InlineData("QUOTA_PERIOD", null)]
    [InlineData("MODEL_LIMIT", null)]
    public void UnknownNameLikeASetting_IsNamedWithTheOneItResembles(string name, string? meant)
    {
        var warning = Assert.Single(SettingWarnings.OfNames([name], isOurs: _ => true));

        Assert.Equal($"BedrockGateway:unknownSetting:{name}", warning.Id);
        Assert.Equal(
            $"{name} is no setting of the gateway and has no effect"
            + (meant is null ? "; docs/configuration.md lists them." : $"; was {meant} meant?"),
            warning.Text);
    }

    [Theory]
    [InlineData("API_QUOTA_LIMIT")]
    [InlineData("aws:cdk:bundling-stacks")]
    [InlineData("@aws-cdk/aws-iam:minimizePolicies")]
    [InlineData("vpc-provider:account=123456789012")]
    [InlineData("gateway-port")]
    [InlineData("PORT")]
    [InlineData("ASPIRE_ALLOW_UNSECURED_TRANSPORT")]
    [InlineData("DOTNET_ENVIRONMENT")]
    public void OtherNames_AreLeftAlone(string name) =>
        Assert.Empty(SettingWarnings.OfNames([name], isOurs: _ => true));

    [Fact]
    public void NameFromElsewhere_MustResembleASetting()
    {
        var warnings = SettingWarnings.OfNames(["CI_PIPELINE_ID", "IMAGE_NAME", "STACK_NAMES"], isOurs: _ => false);

        Assert.Equal(
            "STACK_NAMES is no setting of the gateway and has no effect; was STACK_NAME meant?",
            Assert.Single(warnings).Text);
    }

    [Fact]
    public void AdoptedPool_IsSaidToKeepItsTrigger()
    {
        var adopting = new GatewaySettings { StackName = "Team", UserPoolId = "eu-west-1_aB3dE5gH7" };

        Assert.Equal(
            "eu-west-1_aB3dE5gH7 is adopted and CloudFormation cannot change it: if it has a PreSignUp trigger, from a "
            + "stack with ORGANIZATION_DOMAIN, nobody can register until the trigger is removed or the setting is "
            + "given again.",
            Assert.Single(SettingWarnings.Of(adopting)).Text);
        Assert.Equal(
            "eu-west-1_aB3dE5gH7 is adopted and CloudFormation cannot change it: only if its PreSignUp trigger is the "
            + "function Team-pre-signup does registration stay limited to example.com.",
            Assert.Single(SettingWarnings.Of(adopting with { OrganizationDomain = "example.com" })).Text);
        Assert.Empty(SettingWarnings.Of(new()));
    }
}
