using System.Net;
using BedrockGateway.Containers.Tests.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.Containers.Tests;

/// <summary>An emulator that dies under the API, as any upstream may.</summary>
public sealed class KilledContainerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CallersGetAClearError_UntilTheContainerIsBack()
    {
        await Engine.RequireLocalAwsAsync();
        await using var api = await ApiContainer.StartAsync();
        using var client = api.Client();
        var member = await client.EnrolAsync();

        await DockerCli.RunAsync("kill", api.Aws.Container.Id);
        var login = await client.LoginAsync(member.Email, member.Password);
        var models = await client.GetAsync("bedrock", member.IdToken, member.Key);
        var health = await client.GetAsync("health");

        Assert.Equal((502, """{"status":502,"success":false,"message":"AWS could not be reached."}"""), login.Whole);
        Assert.Equal(
            GatewayReply.Rejection(503, "api_error", "The user pool's signing keys cannot be read."), models.Whole);
        Assert.Equal(HttpStatusCode.OK, health.Status);

        await api.Aws.Container.StartAsync(Token);
        var again = await client.LoginAsync(member.Email, member.Password);
        var listed = await client.GetAsync("bedrock", (string?)again.Json["IdToken"], member.Key);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (again.Status, listed.Status));
    }
}
