namespace BedrockGateway.Infra.Tests;

/// <summary>Everything that the template's roles may do. A new line here is a decision, not a formality.</summary>
public sealed class RoleStatementTests
{
    private const string Region = "${AWS::Region}";
    private const string Keys = "arn:${AWS::Partition}:apigateway:" + Region + "::/apikeys";
    private const string Bedrock = "arn:${AWS::Partition}:bedrock:*:";
    private const string Account = "${AWS::AccountId}:";

    [Fact]
    public void Roles_MayDoThisAndNothingElse()
    {
        var template = SynthesizedStack.Template(new() { OrganizationDomain = "example.com" });

        Assert.Equal(
            [
                "x",
            ],
            StatementText.Of(template).Order(StringComparer.Ordinal));
        Assert.Empty(template.Resources("AWS::IAM::ManagedPolicy"));
    }

    [Fact]
    public void AllowedModels_AreNamedInThePolicyAndTheFunction()
    {
        var template = SynthesizedStack.Template(new()
        {
            AllowedModels = "anthropic.claude-*,amazon.nova-lite-v1:0,application-inference-profile/a1b2c3d4e5f6",
        });

        Assert.Equal(
            [
                "y",
            ],
            StatementText.Of(template).Where(line => line.Contains("InvokeModel", StringComparison.Ordinal)));
        Assert.Equal(
            "anthropic.claude-*,amazon.nova-lite-v1:0,application-inference-profile/a1b2c3d4e5f6",
            Assert.Single(
                template.Resources("AWS::Lambda::Function")
                    .Select(function => (string?)function.Properties["Environment"]?["Variables"]?["ALLOWED_MODELS"])
                    .OfType<string>()));
    }
}
