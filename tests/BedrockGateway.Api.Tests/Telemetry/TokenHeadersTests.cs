using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using BedrockGateway.Api.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.Api.Tests.Telemetry;

/// <summary>Bedrock's token counts, as the SDK's own client brings them.</summary>
public sealed class TokenHeadersTests
{
    [Theory]
    [InlineData("X-Amzn-Bedrock-Input-Token-Count", "x-amzn-bedrock-output-token-count", 21, 9)]
    [InlineData("X-Other", "x-amzn-bedrock-output-token-count", null, 9)]
    public async Task Counts_AreThoseOfTheReplysHeaders(
        string input, string output, int? inputTokens, int? outputTokens)
    {
        await using var bedrock = await StartAsync(input, output);
        using var client = new AmazonBedrockRuntimeClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonBedrockRuntimeConfig { ServiceURL = bedrock.Urls.Single(), AuthenticationRegion = "eu-west-1" });
        var headers = new TokenHeaders();
        headers.Watch(client);
        var request = new InvokeModelRequest { ModelId = "mistral.mistral-7b-instruct-v0:2", Body = new() };

        await client.InvokeModelAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(new Tokens(inputTokens, outputTokens), headers.Take(request));
        Assert.Equal(default, headers.Take(request));
    }

    private static async Task<WebApplication> StartAsync(string input, string output)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.MapPost("/model/{id}/invoke", async (HttpContext http) =>
        {
            http.Response.Headers[input] = "21";
            http.Response.Headers[output] = "9";
            await http.Response.WriteAsync("{}", http.RequestAborted);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
