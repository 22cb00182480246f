using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Clients;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Draining;

/// <summary>The program as a process that serves HTTP, LocalAws for its accounts, and a scripted model.</summary>
internal sealed class DrainedApi : IAsyncDisposable
{
    public const string Model = "amazon.nova-lite-v1:0";

    private const string Person = """{"email":"ann@example.com","password":"Passw0rd!-9","fullname":"Ann Lee"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly EmulatedAccount _account;
    private readonly HttpClient _client;

    private DrainedApi(EmulatedAccount account, ScriptedBedrock bedrock, ApiProcess process, Uri address)
    {
        (_account, Bedrock, Process, Address) = (account, bedrock, process, address);
        _client = new() { BaseAddress = address, Timeout = Patience };
    }

    public ScriptedBedrock Bedrock { get; }

    public ApiProcess Process { get; }

    public Uri Address { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="graceSeconds">Value of <c>SHUTDOWN_GRACE_SECONDS</c>.</param>
    public static async Task<DrainedApi> StartAsync(string graceSeconds)
    {
        var account = await EmulatedAccount.StartAsync(Token);
        var settings = await account.DeployAsync(Token);
        var bedrock = await ScriptedBedrock.StartAsync();
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = bedrock.Address,
            ["AWS_REGION"] = "us-east-1",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["SHUTDOWN_GRACE_SECONDS"] = graceSeconds,
        };
        // --AWS:Resources:UserPoolId=us-east-1_x
        foreach (var setting in settings)
        {
            var (name, value) = (setting[2..setting.IndexOf('=')], setting[(setting.IndexOf('=') + 1)..]);
            environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = ApiProcess.Start(environment);
        var line = JsonElement.Parse(await process.LineAsync("Now listening on"));
        var api = new DrainedApi(account, bedrock, process, new(line.GetProperty("address").GetString()!));
        await api.EnterAsync(environment["AWS__Resources__UserPoolId"]);
        return api;
    }

    /// <summary>Sends a request, and comes back when its reply has begun.</summary>
    public async Task<HttpResponseMessage> AskAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(body, mediaType: new("application/json"));
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    /// <summary>Waits until nobody is let in any more.</summary>
    public async Task UntilRefusedAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(Patience);
        while (true)
        {
            try
            {
                using var caller = new TcpClient();
                await caller.ConnectAsync(Address.Host, Address.Port, deadline.Token);
            }
            catch (SocketException fault)
            {
                if (fault.SocketErrorCode is SocketError.ConnectionRefused)
                {
                    return;
                }

                // Whom the server had not yet accepted when it closed its port.
                Assert.Equal(SocketError.ConnectionReset, fault.SocketErrorCode);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        Process.Dispose();
        await Bedrock.DisposeAsync();
        await _account.DisposeAsync();
    }

    private async Task EnterAsync(string poolId)
    {
        var key = (string)(await PostAsync("/register"))["data"]!["API Key"]!;
        await _account.ConfirmAsync(poolId, "ann@example.com", Token);
        _client.DefaultRequestHeaders.Add("x-api-key", key);
        _client.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", (string)(await PostAsync("/login"))["IdToken"]!);
    }

    private async Task<JsonNode> PostAsync(string path)
    {
        using var reply = await _client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(Person), Token);
        var body = await reply.Content.ReadFromJsonAsync<JsonNode>(Token);
        Assert.True(reply.IsSuccessStatusCode, $"{path}: {(int)reply.StatusCode} {body}");
        return body!;
    }
}
