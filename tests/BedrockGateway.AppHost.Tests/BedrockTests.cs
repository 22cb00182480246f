using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.AppHost.Tests;

/// <summary>Models that others have, where all the rest is local.</summary>
public sealed class BedrockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Models_AreCalledAtAwsAsTheDeveloper()
    {
        var callers = new ConcurrentQueue<string>();
        await using var bedrock = await StartBedrockAsync(callers);
        await using var gateway = await RunningGateway.UpAsync(AppHostProcess.Start(
            ["--gateway-port=0", "--aws-port=0", "--bedrock=aws", .. SharedGateway.Settings],
            ("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.Urls.Single()),
            ("AWS_REGION", "eu-central-1"),
            ("AWS_ACCESS_KEY_ID", "AKIADEVELOPER"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_SESSION_TOKEN", "session")));

        var ada = await gateway.Client.EnrolAsync();
        var reply = await gateway.Client.InvokeAsync(ada, "amazon.titan-text-express-v1", """{"inputText":"Hello"}""");

        Assert.Equal("From Frankfurt", (string?)reply.Json["data"]);
        Assert.Matches(
            "Credential=AKIADEVELOPER/[0-9]{8}/eu-central-1/bedrock/aws4_request,.*[|]session$", Assert.Single(callers));
    }

    [Fact]
    public async Task Models_AreThoseOfAServerOfOpenAisApi()
    {
        await using var server = await StartServerAsync();
        await using var gateway = await RunningGateway.StartAsync(
        [
            $"--bedrock-upstream={server.Urls.Single()}/v1",
            "--bedrock-upstream-model=qwen3, amazon.nova-micro-v1:0=llama3.2",
            """--MODEL_ALIASES={"small":"amazon.nova-micro-v1:0"}""",
            .. SharedGateway.Settings,
        ]);
        var ada = await gateway.Client.EnrolAsync();

        var large = await AskAsync("amazon.nova-lite-v1:0");
        var small = await AskAsync("small");

        Assert.Equal("I am qwen3", (string?)large.Json["choices"]![0]!["message"]!["content"]);
        Assert.Equal("I am llama3.2", (string?)small.Json["choices"]![0]!["message"]!["content"]);

        Task<GatewayReply> AskAsync(string model) => gateway.Client.PostAsync(
            "v1/chat/completions",
            $$"""{"model":"{{model}}","messages":[{"role":"user","content":"Who are you?"}]}""",
            ada.IdToken,
            ada.Key);
    }

    private static async Task<WebApplication> StartServerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.MapPost("/v1/chat/completions", async (HttpRequest request) =>
        {
            var body = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return Results.Text(
                $$$"""
                data: {"choices":[{"index":0,"delta":{"content":"I am {{{body!["model"]}}}"}}]}

                data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

                data: [DONE]


                """,
                "text/event-stream");
        });
        await server.StartAsync(Token);
        return server;
    }

    private static async Task<WebApplication> StartBedrockAsync(ConcurrentQueue<string> callers)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var bedrock = builder.Build();
        bedrock.MapPost("/model/{id}/invoke", (HttpRequest request) =>
        {
            callers.Enqueue($"{request.Headers.Authorization}|{request.Headers["X-Amz-Security-Token"]}");
            return Results.Text("""{"results":[{"outputText":"From Frankfurt"}]}""", "application/json");
        });
        await bedrock.StartAsync(Token);
        return bedrock;
    }
}
