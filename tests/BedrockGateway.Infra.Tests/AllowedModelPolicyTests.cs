using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Models;

namespace BedrockGateway.Infra.Tests;

/// <summary>The models role judges ids as the API does: the cases are the same.</summary>
public sealed class AllowedModelPolicyTests
{
    public static TheoryData<string> Settings => [.. AllowedModelCases.All.Keys];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Policy_JudgesAsTheApiDoes(string patterns)
    {
        var (allowed, refused) = AllowedModelCases.All[patterns];
        await using var stack = await DeployedStack.StartAsync(new() { AllowedModels = patterns });
        using var made = await stack.SendAsync(
            function: null,
            "bedrock POST /inference-profiles {\"inferenceProfileName\":\"p\",\"modelSource\":{\"copyFrom\":"
            + "\"arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.anthropic.claude-sonnet-4-6\"}}");
        var profile = JsonNode.Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var application = ((string)profile["inferenceProfileArn"]!).Split('/')[1];

        foreach (var (id, isAllowed) in allowed.Select(id => (id, true)).Concat(refused.Select(id => (id, false))))
        {
            var named = id.Replace(AllowedModelCases.Application, application, StringComparison.Ordinal);
            var refusal = await stack.RefusalAsync(
                "models", $"bedrock POST /model/{Uri.EscapeDataString(named)}/invoke {{}}");

            Assert.True(refusal is null == isAllowed, $"{patterns} and {named}: {refusal ?? "allowed"}");
        }
    }
}
