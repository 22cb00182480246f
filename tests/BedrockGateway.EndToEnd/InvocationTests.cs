using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Models of every provider, older and newer, by the JSON of their own.</summary>
public sealed class InvocationTests(TestedGateway gateway)
{
    private const string UnitedStates = "us.";

    // Model id, its parameters, and what LocalAws says before the digest of the parameters.
    public static TheoryData<string, string, string> Models => new()
    {
        { "ai21.j2-mid-v1", """{"prompt":"Hello","maxTokens":200}""", "\nJurassic-2 Mid heard" },
        {
            "anthropic.claude-instant-v1",
            """{"prompt":"\n\nHuman: Hello\n\nAssistant:","max_tokens_to_sample":200}""",
            " Claude Instant heard"
        },
        { "amazon.titan-text-express-v1", """{"inputText":"Hello"}""", "\nTitan Text G1 - Express heard" },
        { "meta.llama2-13b-chat-v1", """{"prompt":"Hello","max_gen_len":200}""", "Llama 2 Chat 13B heard" },
        {
            "us.anthropic.claude-sonnet-4-6",
            """
            { "anthropic_version": "bedrock-2023-05-31", "max_tokens": 200,
              "messages": [{ "role": "user", "content": "Hello" }] }
            """,
            "Claude Sonnet 4.6 heard"
        },
        {
            "amazon.nova-lite-v1:0",
            """{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}""",
            "Nova Lite heard"
        },
        {
            "us.meta.llama3-3-70b-instruct-v1:0",
            """
            {"prompt":"<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nHello<|eot_id|>"}
            """,
            "Llama 3.3 70B Instruct heard"
        },
        {
            "mistral.mistral-large-2407-v1:0",
            """{"messages":[{"role":"user","content":"Hello"}],"max_tokens":200}""",
            "Mistral Large (24.07) heard"
        },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Model_AnswersWithTheTextOfItsReply(string modelId, string parameters, string opening)
    {
        var member = await gateway.People.SomebodyAsync(2);
        await SkipUnlessOfferedAsync(member, modelId);

        var reply = await gateway.Client.InvokeAsync(member, modelId, parameters);

        SkipWithoutAccess(reply, modelId);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        Assert.Equal(["status", "success", "message", "data"], reply.Json.AsObject().Select(field => field.Key));
        Assert.Equal(200, (int?)reply.Json["status"]);
        Assert.True((bool?)reply.Json["success"]);
        Assert.Equal("Successfully retrieved response from foundation model.", (string?)reply.Json["message"]);
        Assert.Equal(JsonValueKind.String, reply.Json["data"]!.GetValueKind());
        Assert.NotEqual("", (string?)reply.Json["data"]);
        if (gateway.IsLocal)
        {
            // The digest shows that the parameters have arrived byte for byte.
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parameters)))[..12];
            Assert.Equal($"{opening} \"Hello\" in request {digest}.", (string?)reply.Json["data"]);
        }
    }

    private async Task SkipUnlessOfferedAsync(Member member, string modelId)
    {
        if (gateway.IsLocal)
        {
            return;
        }

        var isProfile = modelId.StartsWith(UnitedStates, StringComparison.Ordinal);
        Assert.SkipWhen(
            isProfile && !gateway.Region.SystemName.StartsWith("us-", StringComparison.Ordinal),
            $"{modelId} is called from Regions of the United States.");
        var list = await gateway.Client.GetAsync("bedrock", member.IdToken, member.Key);
        var offered = list.Json["data"]!.AsArray().Select(model => (string?)model!["modelId"]);
        Assert.SkipUnless(
            offered.Contains(isProfile ? modelId[UnitedStates.Length..] : modelId),
            $"{modelId} is not among the models that the gateway lists.");
    }

    // An account that has not subscribed to a model is no defect. A role that may not call it is, and answers 502.
    private void SkipWithoutAccess(GatewayReply reply, string modelId) =>
        Assert.SkipWhen(
            !gateway.IsLocal && reply.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound,
            $"The account has no access to {modelId}: {reply.Json["message"]}");
}
