using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>The functions run as their roles: what the template does not allow them, they cannot do.</summary>
/// <param name="shared">Its template is known, and is what the tests take a permission from.</param>
public sealed class PermissionTests(SharedGateway shared)
{
    private const string Parameters = """{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MissingPermission_IsMissedAndNamedInTheLog()
    {
        await using var gateway = await StartWithoutInvokeModelAsync("--ALLOWED_MODELS=amazon.*");
        var member = await gateway.Client.EnrolAsync();

        var denied = await gateway.Client.InvokeAsync(member, "amazon.nova-lite-v1:0", Parameters);
        var refused = await gateway.Client.InvokeAsync(member, "us.anthropic.claude-sonnet-4-6", Parameters);

        Assert.Equal(
            GatewayReply.Failure(502, "AWS denied the gateway a call that this request needs."), denied.Whole);
        Assert.Matches(
            "assumed-role/[^ ]+-ModelsHandler[^ ]+/[^ ]+-models is not authorized to perform: bedrock:InvokeModel "
            + "on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0 because no "
            + "identity-based policy allows the bedrock:InvokeModel action",
            gateway.Process.Output);
        Assert.Equal(
            GatewayReply.Failure(
                403,
                "This gateway does not allow the model us.anthropic.claude-sonnet-4-6. "
                + "GET /bedrock lists those that it allows."),
            refused.Whole);
    }

    [Fact]
    public async Task SettingOff_LetsTheFunctionsDoEverything()
    {
        await using var gateway = await StartWithoutInvokeModelAsync("--enforce-policies=false");
        var member = await gateway.Client.EnrolAsync();

        var reply = await gateway.Client.InvokeAsync(member, "amazon.nova-lite-v1:0", Parameters);

        Assert.Equal(200, (int)reply.Status);
    }

    private async Task<RunningGateway> StartWithoutInvokeModelAsync(string setting)
    {
        var name = Templates.FreshStackName();
        string[] settings = [.. SharedGateway.Settings, $"--STACK_NAME={name}", setting];
        var known = await File.ReadAllTextAsync(Templates.PathOf([.. SharedGateway.Settings]), Token);
        Assert.Contains("\"bedrock:InvokeModel\"", known, StringComparison.Ordinal);
        var template = Templates.PathOf(settings);
        await File.WriteAllTextAsync(
            template,
            known.Replace(shared.Outputs["StackName"], name, StringComparison.Ordinal)
                .Replace("\"bedrock:InvokeModel\"", "\"bedrock:CountTokens\"", StringComparison.Ordinal),
            Token);
        try
        {
            return await RunningGateway.StartAsync(settings);
        }
        finally
        {
            File.Delete(template);
        }
    }
}
