using System.Net.Http.Json;
using BedrockGateway.Containers.Tests.Running;
using BedrockGateway.TestGateway.Attacks;

namespace BedrockGateway.Containers.Tests;

/// <summary>The API as a container: nobody gets in with a bad token, and nobody is cut off when it ends.</summary>
public sealed class ApiImageTests
{
    private const string Model = "amazon.nova-lite-v1:0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryTokenAttack_IsRefused()
    {
        await Engine.RequireLocalAwsAsync();
        await using var api = await ApiContainer.StartAsync();
        using var client = api.Client();
        var member = await client.EnrolAsync();
        var genuine = await GenuineToken.FetchAsync(
            member.IdToken, member.AccessToken, address => new(api.Aws.Endpoint, address.AbsolutePath));
        var attacked = new AttackedGateway(api.Address, member.Key, genuine);

        await attacked.AdmitsTheGenuineAsync();
        foreach (var attack in TokenAttacks.All)
        {
            await attacked.RefusesAsync(attack.Name);
        }

        await attacked.AdmitsTheGenuineAsync();
    }

    [Fact]
    public async Task Stop_LetsAStreamComeToItsEnd()
    {
        await Engine.RequireLocalAwsAsync();
        await using var api = await ApiContainer.StartAsync(("SHUTDOWN_GRACE_SECONDS", "600"));
        using var client = api.Client();
        var member = await client.EnrolAsync();
        await api.Aws.InjectAsync(
            new { service = "bedrock-runtime", operation = "ConverseStream", afterEvents = 2, then = "hold" });
        using var http = new HttpClient { BaseAddress = api.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions");
        request.Headers.TryAddWithoutValidation("Authorization", member.IdToken);
        request.Headers.Add("x-api-key", member.Key);
        request.Content = JsonContent.Create(
            new { model = Model, stream = true, messages = new[] { new { role = "user", content = "Hello" } } });
        using var reply = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var stream = new StreamReader(await reply.Content.ReadAsStreamAsync(Token));
        var first = await stream.ReadLineAsync(Token);

#pragma warning disable CA2025 // It is awaited below, before the container is disposed.
        var stopped = api.Container.StopAsync(Token);
#pragma warning restore CA2025
        await api.UntilLoggedAsync("Shutting down with 1 requests under way");
        await api.Aws.ReleaseAsync();
        var rest = await stream.ReadToEndAsync(Token);
        await stopped;

        Assert.StartsWith("data: {", first, StringComparison.Ordinal);
        Assert.EndsWith("data: [DONE]\n\n", rest, StringComparison.Ordinal);
        Assert.Equal(0, await api.Container.GetExitCodeAsync(Token));
        var (output, _) = await api.Container.GetLogsAsync(ct: Token);
        Assert.Contains("\"message\":\"Shut down, 0 requests were cut\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAPool_TheContainerEndsWithOneLine()
    {
        await Engine.RequireLocalAwsAsync();

        var outcome = await DockerCli.TryAsync(TimeSpan.FromMinutes(1), "run", "--rm", "--network", "none", Engine.Api);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "BedrockGateway.Api cannot start: settings are missing or wrong (UserPoolId: not set",
            outcome.Output + outcome.Error,
            StringComparison.Ordinal);
    }
}
