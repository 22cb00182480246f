using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Clients;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>One API in front of LocalAws for all rows of a route, and the faults of each row.</summary>
public sealed class FaultTable : IAsyncLifetime
{
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

    internal EmulatedGateway Gateway => _gateway!;

    /// <summary>Rows for the calls of a route, each named <c>service:operation</c>.</summary>
    public static TheoryData<string, string> Rows(params string[] calls) =>
        [.. calls.SelectMany(call => Kinds.Keys.Select(kind => new TheoryDataRow<string, string>(call, kind)))];

    public async ValueTask InitializeAsync() => _gateway = await EmulatedGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway?.DisposeAsync() ?? ValueTask.CompletedTask;

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
        var rule = JsonNode.Parse(Kinds[kind])!.AsObject();
        (rule["service"], rule["operation"]) = (call.Split(':')[0], call.Split(':')[1]);
        await Gateway.InjectAsync(rule);
        EmulatedReply first;
        try
        {
            first = await send();
        }
        finally
        {
            await Gateway.ClearFaultsAsync();
        }

        // A key that a rotation could not take back has an end of its own, and may be that of a row before.
        await Gateway.LookAfterAsync();
        if (first.Status == 200)
        {
            Assert.Empty(await Gateway.FindingsAsync());
            return (first, null);
        }

        // Whoever is told of a failure tries again.
        var before = await Gateway.FindingsAsync();
        var second = await send();
        var after = await Gateway.FindingsAsync();
        Assert.True(!after.Any(), $"{string.Join('\n', before)}\n{second}\n{string.Join('\n', after)}\n{Gateway.Log}");
        return (first, second);
    }
}
