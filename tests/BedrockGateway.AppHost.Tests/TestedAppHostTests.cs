using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Aspire.Hosting.Testing;
using BedrockGateway.AppHost.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.AppHost.Tests;

/// <summary>The app as somebody tests it who knows Aspire.</summary>
[Collection("In this process")]
public sealed class TestedAppHostTests(TestedAppHost host) : IClassFixture<TestedAppHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DistributedApplication Application => host.Application;

    [Fact]
    public async Task Gateway_RegistersLogsInAndListsModels()
    {
        using var gateway = Application.CreateHttpClient("gateway");
        var email = $"{Guid.NewGuid():N}@example.com";
        const string Password = "Passw0rd!";

        var registered = await PostAsync(
            gateway, "prod/register", new { email, password = Password, fullname = "Ada Lovelace" });
        var login = await PostAsync(gateway, "prod/login", new { email, password = Password });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("prod/bedrock", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", (string?)login["IdToken"]);
        request.Headers.TryAddWithoutValidation("x-api-key", (string?)registered["data"]!["API Key"]);
        using var reply = await gateway.SendAsync(request, Token);
        var models = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

        Assert.Equal($"User {email} created successfully.", (string?)registered["message"]);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("Successfully retrieved foundation models list.", (string?)models["message"]);
        Assert.NotEmpty(models["data"]!.AsArray());
    }

    [Fact]
    public async Task AwsEndpoint_IsAnEndpointOfItsResource()
    {
        using var aws = Application.CreateHttpClient("aws", "http");

        using var reply = await aws.GetAsync(new Uri("_local/health", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(aws.BaseAddress, Application.GetEndpoint("aws"));
    }

    [Theory]
    [InlineData("aws")]
    [InlineData("stack")]
    [InlineData("gateway")]
    [InlineData("accounts")]
    [InlineData("models")]
    [InlineData("pre-signup")]
    public async Task Resource_IsHealthy(string name)
    {
        var known = await Application.ResourceNotifications.WaitForResourceHealthyAsync(name, Token)
            .WaitAsync(Patience, Token);

        Assert.Equal("Running", known.Snapshot.State?.Text);
    }

    [Fact]
    public async Task FunctionThatIsStopped_IsShownAsSuchUntilItIsStarted()
    {
        var stopped = await Application.ResourceCommands.ExecuteCommandAsync(
            "models", KnownResourceCommands.StopCommand, Token);
        await Application.ResourceNotifications.WaitForResourceAsync("models", "Finished", Token)
            .WaitAsync(Patience, Token);

        var started = await Application.ResourceCommands.ExecuteCommandAsync(
            "models", KnownResourceCommands.StartCommand, Token);
        await Application.ResourceNotifications.WaitForResourceHealthyAsync("models", Token)
            .WaitAsync(Patience, Token);

        Assert.True(stopped.Success, stopped.Message);
        Assert.True(started.Success, started.Message);
    }

    [Fact]
    public void UnknownResource_HasNoEndpoint()
    {
        var unknown = Assert.Throws<ArgumentException>(() => Application.GetEndpoint("nobody"));
        var without = Assert.Throws<ArgumentException>(() => Application.GetEndpoint("gateway", "ftp"));
        var process = Assert.Throws<ArgumentException>(() => Application.GetEndpoint("stack"));

        Assert.Equal("Resource 'nobody' not found. (Parameter 'resourceName')", unknown.Message);
        Assert.Equal("Endpoint 'ftp' for resource 'gateway' not found. (Parameter 'endpointName')", without.Message);
        Assert.Equal("Resource 'stack' has no allocated endpoints. (Parameter 'resourceName')", process.Message);
    }

    private async Task<JsonNode> PostAsync(HttpClient client, string path, object body)
    {
        using var reply = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Token);
        var text = await reply.Content.ReadAsStringAsync(Token);
        Assert.True(reply.IsSuccessStatusCode, $"{text}\n{await LogAsync("aws")}");
        return JsonNode.Parse(text)!;
    }

    private async Task<string> LogAsync(string resource)
    {
        var log = new StringBuilder();
        var loggers = Application.Services.GetRequiredService<ResourceLoggerService>();
        await foreach (var lines in loggers.GetAllAsync(resource))
        {
            log.AppendJoin('\n', lines.Select(line => line.Content)).AppendLine();
        }

        return log.ToString();
    }
}
