using System.Security.Cryptography;
using System.Text;
using BedrockGateway.AppHost.Tests.Clients;
using BedrockGateway.AppHost.Tests.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>The way of a person through the gateway: register, log in, list models, call them.</summary>
public sealed class TourTests(SharedGateway gateway)
{
    // Model id, its parameters, and what it says before the digest of the parameters.
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
    public async Task Model_ReceivesItsParametersByteForByteAndItsTextComesBack(
        string modelId, string parameters, string opening)
    {
        var member = await gateway.Client.EnrolAsync();

        var reply = await gateway.Client.InvokeAsync(member, modelId, parameters);

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parameters)))[..12];
        var data = $"{opening.Replace("\n", "\\n", StringComparison.Ordinal)} \\\"Hello\\\" in request {digest}.";
        Assert.Equal(
            (200,
                """{"status":200,"success":true,"message":"Successfully retrieved response from foundation model.","""
                + $"\"data\":\"{data}\"}}"),
            reply.Whole);
    }

    [Fact]
    public async Task Registration_AnswersWithTheKeyThatTheTokenCarries()
    {
        var email = $"{Guid.NewGuid():N}@example.com";

        var registered = await gateway.Client.RegisterAsync(email, "Passw0rd!");
        var login = await gateway.Client.LoginAsync(email, "Passw0rd!");

        var key = (string)registered.Json["data"]!["API Key"]!;
        Assert.Matches("^[A-Za-z0-9]{40}$", key);
        Assert.Equal(
            (200,
                $$$"""
                {"status":200,"success":true,"message":"User {{{email}}} created successfully.","data":{"API Key":"{{{key}}}"}}
                """),
            registered.Whole);
        Assert.Equal(key, (string?)TokenText.Claims((string)login.Json["IdToken"]!)["custom:api_key"]);
    }

    [Fact]
    public async Task Login_AnswersWithTheTokensTwice()
    {
        var member = await gateway.Client.EnrolAsync();

        var login = await gateway.Client.LoginAsync(member.Email, member.Password);

        var tokens = login.Json["message"]!.AsObject();
        var (id, access, refresh) = ((string?)tokens["IdToken"], (string?)tokens["AccessToken"], (string?)tokens["RefreshToken"]);
        var five = $$"""
            "IdToken":"{{id}}","AccessToken":"{{access}}","RefreshToken":"{{refresh}}","ExpiresIn":3600,"TokenType":"Bearer"
            """;
        Assert.Equal(
            (200, $$$"""{"status":200,"success":true,{{{five}}},"message":{""" + five + "}}"), login.Whole);
        Assert.Equal("id", (string?)TokenText.Claims(id!)["token_use"]);
        Assert.Equal("access", (string?)TokenText.Claims(access!)["token_use"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    public async Task ModelList_IsGivenToRawAndBearerTokens(string scheme)
    {
        var member = await gateway.Client.EnrolAsync();

        var reply = await gateway.Client.GetAsync("bedrock", scheme + member.IdToken, member.Key);

        var list = reply.Json.AsObject();
        Assert.Equal(200, (int)reply.Status);
        Assert.Equal(
            ["status", "success", "message", "data", "foundationModels"], list.Select(property => property.Key));
        Assert.Equal("Successfully retrieved foundation models list.", (string?)list["message"]);
        Assert.Equal(
            list["foundationModels"]!.AsArray().Select(model => ((string?)model!["modelId"], (string?)model["modelName"])),
            list["data"]!.AsArray().Select(model => ((string?)model!["modelId"], (string?)model["modelName"])));
        Assert.Contains(
            list["data"]!.AsArray(),
            model => model!.ToJsonString()
                == """{"modelId":"amazon.titan-text-express-v1","modelName":"Titan Text G1 - Express"}""");
    }
}
