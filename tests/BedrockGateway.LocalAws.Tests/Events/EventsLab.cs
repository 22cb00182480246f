using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Tests.Lambda;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BedrockGateway.LocalAws.Tests.Events;

/// <summary>An emulator whose clock a test drives, with a function that a rule may invoke.</summary>
internal sealed class EventsLab : IAsyncDisposable
{
    public const string Function = "sweeper";

    private HttpClient _http = null!;
    private IServiceProvider _services = null!;

    private EventsLab()
    {
    }

    /// <summary>Starts on Wednesday 2026-04-15 10:00 UTC.</summary>
    public WatchedClock Clock { get; } = new(new DateTimeOffset(2026, 4, 15, 10, 0, 0, TimeSpan.Zero));

    public KeptLog Log { get; } = new();

    public LocalAws Aws { get; private set; } = null!;

    /// <summary>Invocations of the function, the newest first.</summary>
    public IReadOnlyList<JournalEntry> Journal =>
        _services.GetRequiredService<InvocationJournal>().Of(Function);

    public static string FunctionArn => $"arn:aws:lambda:us-east-1:000000000000:function:{Function}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="source">What the function's policy lets EventBridge invoke it for.</param>
    public static async Task<EventsLab> StartAsync(string source = "arn:aws:events:us-east-1:000000000000:rule/*")
    {
        var lab = new EventsLab();
        lab.Aws = await LocalAws.StartAsync(
            new() { Clock = lab.Clock, LoggerFactory = lab.Log },
            services => services.AddSingleton<IHostedService>(provider => new Capture(lab, provider)),
            Token);
        lab._http = new() { BaseAddress = lab.Aws.Endpoint };
        var functions = lab._services.GetRequiredService<FunctionStore>();
        functions.Add(new(Function, TimeSpan.FromSeconds(30), 128));
        var permission = new PolicyStatement(null, "lambda:InvokeFunction", "events.amazonaws.com", source);
        functions.Change(Function, function => function with { Policy = function.Policy.SetItem("p", permission) });
        return lab;
    }

    public async Task<Poller> PollAsync() => new(await Aws.OpenRuntimeApiAsync(Function, Token));

    /// <summary>Calls EventBridge; an error is what comes back, too.</summary>
    public async Task<JsonObject> CallAsync(string operation, string request)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(request) };
        call.Headers.Add("X-Amz-Target", $"AWSEvents.{operation}");
        using var reply = await _http.SendAsync(call, Token);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!.AsObject();
    }

    /// <summary>A rule with the function as its target.</summary>
    public async Task PutAsync(string name, string expression, string input)
    {
        await CallAsync("PutRule", $$"""{"Name":"{{name}}","ScheduleExpression":"{{expression}}"}""");
        await CallAsync(
            "PutTargets", $$"""{"Rule":"{{name}}","Targets":[{"Id":"t","Arn":"{{FunctionArn}}"{{input}}}]}""");
    }

    public async Task<(int Status, string Body)> SendLocalAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var reply = await _http.SendAsync(request, Token);
        return ((int)reply.StatusCode, await reply.Content.ReadAsStringAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Aws.DisposeAsync();
        Log.Dispose();
    }

    private sealed class Capture : IHostedService
    {
        public Capture(EventsLab lab, IServiceProvider provider) => lab._services = provider;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
