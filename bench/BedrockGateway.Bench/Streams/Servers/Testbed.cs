using BedrockGateway.Bench.Machine;
using BedrockGateway.Bench.Streams.Client;
using BedrockGateway.Bench.Streams.Upstream;

namespace BedrockGateway.Bench.Streams.Servers;

/// <summary>The gateway and a YARP forwarder, each in a fresh process, before the same upstream.</summary>
internal sealed class Testbed(FakeAws aws, ServerPackages packages) : IAsyncDisposable
{
    private static readonly (string, string)[] Signature =
    [
        ("X-Amz-Date", "20260101T000000Z"),
        (
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/bedrock/aws4_request, "
                + $"SignedHeaders=content-type;host;x-amz-date, Signature={new string('0', 64)}"
        ),
    ];

    private readonly ServerProcess _gateway = new(packages.Gateway, StackEnvironment.For(aws.Endpoint));

    private readonly ServerProcess _yarp = new(
        packages.Yarp, [.. StackEnvironment.Inherited(), ("UPSTREAM_URL", aws.Endpoint.ToString())]);

    private readonly (string, string)[] _caller =
    [
        ("Authorization", $"Bearer {aws.IdToken(TimeProvider.System)}"),
        ("x-api-key", FakeAccount.ApiKey),
    ];

    public FakeAws Aws => aws;

    /// <exception cref="BenchException">A process ended before it listened.</exception>
    public async Task WaitUntilUpAsync(CancellationToken cancellationToken)
    {
        await _gateway.WaitUntilUpAsync(cancellationToken);
        await _yarp.WaitUntilUpAsync(cancellationToken);
    }

    public ServerProcess ProcessOf(string target) => target == Targets.Gateway ? _gateway : _yarp;

    /// <summary>A lane to a gateway's route, not yet connected.</summary>
    public Lane LaneTo(Route route) => Create(Targets.Gateway, route.Name, route.Path, route.Body);

    /// <summary>A lane to Bedrock's own operation, plain or over YARP, not yet connected.</summary>
    public Lane LaneTo(BedrockCall call, string target) => Create(target, call.Path, call.Path, call.Body);

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _yarp.DisposeAsync();
    }

    private Lane Create(string target, string what, string path, string body)
    {
        var server = target == Targets.Plain ? aws.Endpoint : ProcessOf(target).Address;
        var headers = target == Targets.Gateway ? _caller : Signature;
        return new(new(target, what), server, RequestBytes.Of(server, path, body, headers));
    }
}
