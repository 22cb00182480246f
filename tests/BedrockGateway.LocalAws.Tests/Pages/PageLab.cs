using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Tests.Lambda;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.LocalAws.Tests.Pages;

/// <summary>An emulator with a clock of the test's own, in which a small gateway is deployed.</summary>
public sealed class PageLab : IAsyncLifetime
{
    public const string Password = "Correct-Horse-9";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Starts on Wednesday 2026-04-15 10:00 UTC.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 4, 15, 10, 0, 0, TimeSpan.Zero));

    public LocalAws Aws { get; private set; } = null!;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public IReadOnlyDictionary<string, string> Outputs { get; private set; } = new Dictionary<string, string>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Aws = await LocalAws.StartAsync(new() { Clock = Clock, Bootstrapped = false }, Token);
        Http.BaseAddress = Aws.Endpoint;
        using var cloudFormation = new QueryClient(Aws.Endpoint, "cloudformation");
        var template = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "gateway-stack.json"), Token);
        await cloudFormation.CallAsync("CreateStack", ("StackName", "demo"), ("TemplateBody", template));
        var stack = await UntilAsync("stacks?name=demo", found =>
            (string?)found["stack"]!["status"] != "CREATE_IN_PROGRESS");
        Assert.Equal("CREATE_COMPLETE", (string?)stack["stack"]!["status"]);
        Outputs = stack["outputs"]!.AsArray().ToDictionary(
            output => (string)output!["key"]!, output => (string)output!["value"]!);
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Aws.DisposeAsync();
    }

    /// <summary>Data of the page.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri($"/_local/data/{path}", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
    }

    /// <summary>Asks until the answer is as it should be.</summary>
    public async Task<JsonNode> UntilAsync(string path, Predicate<JsonNode> accept)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (true)
        {
            var found = await GetAsync(path);
            if (accept(found))
            {
                return found;
            }

            await Task.Delay(LookPause, patience.Token);
        }
    }

    /// <summary>Sends an event as the page does, and returns the request id.</summary>
    public async Task<string> SendAsync(string function, string payload, string? from = null)
    {
        var query = from is null ? string.Empty : $"?from={Uri.EscapeDataString(from)}";
        var (status, reply) = await PostAsync($"data/functions/{function}/invocations{query}", payload);
        Assert.Equal(HttpStatusCode.Accepted, status);
        return (string)reply!["requestId"]!;
    }

    public async Task<(HttpStatusCode Status, JsonNode? Reply)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri($"/_local/{path}", UriKind.Relative), content, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    internal async Task<Poller> PollAsync(string function) => new(await Aws.OpenRuntimeApiAsync(function, Token));

    /// <summary>Signs somebody up, whom the trigger confirms or not.</summary>
    /// <returns>The event that the trigger got.</returns>
    public async Task<JsonNode> SignUpAsync(string email, bool confirm)
    {
        using var trigger = await PollAsync("demo-pre-signup");
        var call = CognitoAsync("SignUp", new JsonObject
        {
            ["ClientId"] = Outputs["ClientId"],
            ["Username"] = email,
            ["Password"] = Password,
            ["UserAttributes"] = new JsonArray(
                new JsonObject { ["Name"] = "email", ["Value"] = email },
                new JsonObject { ["Name"] = "name", ["Value"] = "Ada Lovelace" }),
        });
        var asked = await trigger.NextAsync();
        var answer = JsonNode.Parse(asked.Body)!;
        answer["response"]!["autoConfirmUser"] = confirm;
        await trigger.RespondAsync(asked.Id, answer.ToJsonString());
        Assert.NotNull(await call);
        return JsonNode.Parse(asked.Body)!;
    }

    /// <summary>Signs somebody in who is confirmed, and returns the ID token.</summary>
    public async Task<string> SignInAsync(string email)
    {
        var reply = await CognitoAsync("InitiateAuth", new JsonObject
        {
            ["AuthFlow"] = "USER_PASSWORD_AUTH",
            ["ClientId"] = Outputs["ClientId"],
            ["AuthParameters"] = new JsonObject { ["USERNAME"] = email, ["PASSWORD"] = Password },
        });
        return (string)reply["AuthenticationResult"]!["IdToken"]!;
    }

    private async Task<JsonNode> CognitoAsync(string operation, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Aws.Endpoint);
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        request.Content = new StringContent(body.ToJsonString());
        using var response = await Http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
    }
}
