using System.Text.RegularExpressions;

namespace BedrockGateway.Connect.Tests.Fakes;

/// <summary>A folder for logins, a gateway, and the program between them.</summary>
internal sealed partial class Lab : IAsyncDisposable
{
    private readonly Dictionary<string, string> _environment = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bedrock-connect-");

    private Lab(FakeGateway gateway)
    {
        Gateway = gateway;
        Set("BEDROCK_CONNECT_HOME", Folder);
        Set("AWS_ENDPOINT_URL", gateway.Pool);
    }

    public FakeGateway Gateway { get; }

    /// <summary>Where logins are kept.</summary>
    public string Folder => Path.Combine(_folder.FullName, "home");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Lab> StartAsync() => new(await FakeGateway.StartAsync());

    public void Set(string name, string value) => _environment[name] = value;

    /// <summary>Runs a command to its end.</summary>
    public Task<int> RunAsync(FakeTerminal terminal, params string[] args) =>
        Program(terminal).RunAsync(args, Token);

    /// <summary>Logs in and forgets what was said.</summary>
    public async Task LogInAsync() => Assert.Equal(
        0, await RunAsync(new FakeTerminal(FakeGateway.Email, FakeGateway.Password), "token", Gateway.Address));

    /// <summary>Serves until it is disposed of.</summary>
    public async Task<Serving> ServeAsync(FakeTerminal terminal)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = Program(terminal).RunAsync([Gateway.Address, "--port", "0"], stop.Token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!Address().IsMatch(terminal.Told))
        {
            Assert.False(running.IsCompleted, terminal.Told);
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }

        return new(new(Address().Match(terminal.Told).Groups["url"].Value), running, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private ConnectProgram Program(FakeTerminal terminal) =>
        new(terminal, name => _environment.GetValueOrDefault(name), Gateway.Clock);

    [GeneratedRegex(@"ANTHROPIC_BASE_URL=(?<url>http://127\.0\.0\.1:\d+)\n")]
    private static partial Regex Address();
}

/// <summary>The program while it serves.</summary>
internal sealed class Serving(Uri address, Task<int> running, CancellationTokenSource stop) : IAsyncDisposable
{
    public HttpClient Client { get; } = new() { BaseAddress = address };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }
}
