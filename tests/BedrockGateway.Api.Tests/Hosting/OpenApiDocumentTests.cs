using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>GET /openapi.json.</summary>
public sealed class OpenApiDocumentTests
{
    [Theory]
    [InlineData(FunctionRole.Kestrel)]
    [InlineData(FunctionRole.Accounts)]
    internal async Task Document_IsTheFileInDocs(FunctionRole role)
    {
        var token = TestContext.Current.CancellationToken;
        await using var gateway = await Gateway.StartAsync(role);

        using var reply = await gateway.SendAsync(HttpMethod.Get, "/openapi.json");

        Assert.Equal(200, (int)reply.StatusCode);
        Assert.Equal("application/json", reply.Content.Headers.ContentType?.ToString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json"), token)),
            await reply.Content.ReadFromJsonAsync<JsonNode>(token)));
    }

    [Fact]
    public async Task FunctionOfModels_DoesNotServeIt()
    {
        await using var gateway = await Gateway.StartAsync(FunctionRole.Models);

        using var reply = await gateway.SendAsync(HttpMethod.Get, "/openapi.json");

        await reply.IsRefusedAsync(403, "permission_error", "Missing Authentication Token");
    }
}
