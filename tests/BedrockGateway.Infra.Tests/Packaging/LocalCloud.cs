using System.Net.Http.Headers;

namespace BedrockGateway.Infra.Tests.Packaging;

/// <summary>An emulator of its own, and the few calls of it that tests make.</summary>
internal sealed class LocalCloud : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;

    private LocalCloud(LocalAws.LocalAws aws)
    {
        Aws = aws;
        _http = new() { BaseAddress = aws.Endpoint, Timeout = Patience };
    }

    public LocalAws.LocalAws Aws { get; }

    public static async Task<LocalCloud> StartAsync() => new(await LocalAws.LocalAws.StartAsync(
        new() { EdgePort = 0, GatewayPort = 0 }, TestContext.Current.CancellationToken));

    /// <summary>Creates a stack and returns its description once it is complete.</summary>
    public async Task<string> CreateStackAsync(string template)
    {
        await CallAsync(
            ("Action", "CreateStack"),
            ("StackName", "test"),
            ("TemplateBody", template),
            ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        string stack;
        do
        {
            deadline.Token.ThrowIfCancellationRequested();
            stack = await CallAsync(("Action", "DescribeStacks"), ("StackName", "test"));
        }
        while (stack.Contains("CREATE_IN_PROGRESS", StringComparison.Ordinal));
        Assert.True(stack.Contains("CREATE_COMPLETE", StringComparison.Ordinal), stack);
        return stack;
    }

    /// <summary>What a function answers, or its error.</summary>
    public Task<string> InvokeAsync(string function, string payload) =>
        SendAsync("lambda", $"2015-03-31/functions/{function}/invocations", new StringContent(payload));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Aws.DisposeAsync();
    }

    private Task<string> CallAsync(params (string Name, string Value)[] fields) => SendAsync(
        "cloudformation",
        "/",
        new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private async Task<string> SendAsync(string service, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = content,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential=test/20260102/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var reply = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
