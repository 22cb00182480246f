using System.Collections.Concurrent;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.AppHost.Tests;

/// <summary>With <c>--bedrock aws</c> all is local but the models.</summary>
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
