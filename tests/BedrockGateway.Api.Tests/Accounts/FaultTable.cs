using System.Globalization;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Clients;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>One API in front of LocalAws for all rows of a route, and the faults of each row.</summary>
public sealed class FaultTable : IAsyncLifetime
{
    /// <summary>More than a row calls an operation.</summary>
    private const long Always = 1_000_000;

    private const int MostAdministrators = 400;

    /// <summary>Every way in which a call of AWS can go wrong.</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["is refused"] = """{"code":"InvalidParameterException","status":400}""",
        ["fails"] = """{"code":"InternalErrorException","status":500}""",
        ["fails once"] = """{"code":"InternalErrorException","status":500,"times":1}""",
        ["is throttled once"] = """{"code":"TooManyRequestsException","status":429,"times":1}""",
        ["is late"] = """{"latencyMs":300,"times":1}""",
        ["is never made"] = """{"drop":"call"}""",
        ["is never answered"] = """{"drop":"reply"}""",
        ["is once not answered"] = """{"drop":"reply","times":1}""",
    };

    private EmulatedGateway? _gateway;
    private int _administrators;

    internal EmulatedGateway Gateway => _gateway!;

    /// <summary>
    /// Rows for the calls of a route, each named <c>service:operation</c>; <c>#2</c> behind it is for the second call
    /// of the operation and all that follow.
    /// </summary>
    public static TheoryData<string, string> Rows(params string[] calls) =>
        [.. calls.SelectMany(call => Kinds.Keys.Select(kind => new TheoryDataRow<string, string>(call, kind)))];

    // What passes passes with one repetition, and what lasts is not waited out.
    public async ValueTask InitializeAsync() => _gateway = await EmulatedGateway.StartAsync(
        options: null,
        maxErrorRetry: 1,
        $"--ADMIN_EMAILS={string.Join(',', Enumerable.Range(0, MostAdministrators).Select(AddressOf))}");

    public ValueTask DisposeAsync() => _gateway?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Whether a call that goes wrong in this way is well when it is repeated at once.</summary>
    internal static bool Passes(string kind) => JsonNode.Parse(Kinds[kind])!["times"] is not null;

    /// <summary>An address of one's own that <c>ADMIN_EMAILS</c> names.</summary>
    internal string NextAdministrator()
    {
        Assert.InRange(_administrators, 0, MostAdministrators - 1);
        return AddressOf(_administrators++);
    }

    /// <summary>A user of one's own with a token.</summary>
    internal async Task<(string Email, string Token)> EnterAsync()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        Assert.Equal(200, (await Gateway.RegisterAsync(email)).Status);
        return (email, await Gateway.EnterAsync(email));
    }

    /// <summary>
    /// Makes a request while a call goes wrong: then nothing is to be found, or the same request, made again when all
    /// is well, leaves nothing to be found.
    /// </summary>
    internal async Task<(EmulatedReply First, EmulatedReply? Second)> RunAsync(
        string call, string kind, Func<Task<EmulatedReply>> send)
    {
        var first = await FailAsync(call, kind, send);

        // A key that a rotation could not take back has an end of its own, and may be that of a row before.
        await Gateway.LookAfterAsync(TimeSpan.Zero);
        if (first.Status == 200)
        {
            Assert.Empty(await Gateway.FindingsAsync());
            return (first, null);
        }

        // Whoever is told of a failure tries again, and comes back later when told to.
        var before = await Gateway.FindingsAsync();
        var second = await send();
        if (second.RetryAfter is { } wait)
        {
            await Gateway.LookAfterAsync(wait + TimeSpan.FromSeconds(1));
            second = await send();
        }

        var after = await Gateway.FindingsAsync();
        Assert.True(!after.Any(), $"{string.Join('\n', before)}\n{second}\n{string.Join('\n', after)}\n{Gateway.Log}");
        return (first, second);
    }

    /// <summary>Makes a request while a call goes wrong, which is certain to be made.</summary>
    internal async Task<EmulatedReply> FailAsync(string call, string kind, Func<Task<EmulatedReply>> send)
    {
        var rule = RuleOf(call, kind);
        await Gateway.InjectAsync(rule);
        EmulatedReply reply;
        long left;
        try
        {
            reply = await send();
            left = await Gateway.FaultsLeftAsync();
        }
        finally
        {
            await Gateway.ClearFaultsAsync();
        }

        Assert.True(left < (long)rule["times"]!, $"{call} was not called: {reply}");
        return reply;
    }

    private static JsonObject RuleOf(string call, string kind)
    {
        var parts = call.Split(':', '#');
        var rule = JsonNode.Parse(Kinds[kind])!.AsObject();
        (rule["service"], rule["operation"]) = (parts[0], parts[1]);
        rule["times"] ??= Always;
        if (parts.Length > 2)
        {
            rule["after"] = int.Parse(parts[2], CultureInfo.InvariantCulture) - 1;
        }

        return rule;
    }

    private static string AddressOf(int administrator) => $"first{administrator}@example.com";
}
