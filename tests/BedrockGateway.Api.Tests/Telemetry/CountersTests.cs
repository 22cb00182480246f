using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.TestGateway.Telemetry;

namespace BedrockGateway.Api.Tests.Telemetry;

/// <summary>What the gateway counts of its own business.</summary>
public sealed class CountersTests : IAsyncLifetime
{
    private OtlpCollector? _collector;

    public async ValueTask InitializeAsync() => _collector = await OtlpCollector.StartAsync();

    public ValueTask DisposeAsync() => _collector!.DisposeAsync();

    [Fact]
    public async Task Registrations_AreCountedWithTheErrorOfThoseThatFail()
    {
        await using var gateway = await Gateway.StartAsync(settings: [.. _collector!.Settings]);

        await gateway.EnterAsync();
        gateway.Faults.Before("SignUp", () => new TimeZoneNotFoundException());
        using var failed = await gateway.PostAsync(
            "/register", """{"email":"bob@example.com","password":"Passw0rd!","fullname":"Bob"}""");

        await UntilAsync("gateway.registrations", "{registration}", "error.type", "");
        await UntilAsync("gateway.registrations", "{registration}", "error.type", "System.TimeZoneNotFoundException");
    }

    [Fact]
    public async Task Rejections_AreCountedByReason()
    {
        await using var gateway = await Gateway.StartAsync(
            settings: [.. _collector!.Settings, "--ALLOWED_MODELS=amazon.*"]);
        var (token, key) = await gateway.EnterAsync();

        using var nobody = await gateway.PostAsync("/bedrock", "{}");
        using var keyless = await gateway.PostAsync("/bedrock", "{}", token, "no-such-key-as-this-one");
        using var forbidden = await gateway.PostAsync(
            "/bedrock", """{"modelId":"meta.llama3","inferenceParameters":{"prompt":"x"}}""", token, key);
        using var lost = await gateway.PostAsync("/nowhere", "{}");

        string[] reasons =
            ["UNAUTHORIZED", "INVALID_API_KEY", "MODEL_NOT_ALLOWED", "MISSING_AUTHENTICATION_TOKEN"];
        foreach (var reason in reasons)
        {
            await UntilAsync("gateway.rejected_requests", "{request}", "reason", reason);
            await _collector.UntilAsync(seen => seen.Spans.FirstOrDefault(span =>
                span.Kind == "Server" && span.Attributes.GetValueOrDefault("error.type") == reason));
        }
    }

    private Task<ExportedPoint> UntilAsync(string metric, string unit, string attribute, string value) =>
        _collector!.UntilAsync(seen => seen.Points.FirstOrDefault(point =>
            point.Metric == metric && point.Unit == unit && point.Count >= 1
            && point.Attributes.GetValueOrDefault(attribute, "") == value));
}
