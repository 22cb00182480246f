namespace BedrockGateway.Bench.Streams.Servers;

/// <summary>Programs of the published servers.</summary>
internal sealed record ServerPackages(string Gateway, string Yarp)
{
    /// <summary>Publishes both as they run on Kestrel: Release, compiled while they run.</summary>
    /// <exception cref="BenchException">A build failed; the message has its output.</exception>
    public static async Task<ServerPackages> PublishAsync(CancellationToken cancellationToken) => new(
        await ProgramOfAsync("kestrel", "BedrockGateway.Api", [], cancellationToken),
        await ProgramOfAsync("yarp", "BedrockGateway.Bench.Yarp", ["bench"], cancellationToken));

    private static async Task<string> ProgramOfAsync(
        string name, string project, string[] folders, CancellationToken cancellationToken)
    {
        var file = Repository.Project([.. folders, project, $"{project}.csproj"]);
        return Path.Combine(
            await DotNet.PublishAsync(name, file, cancellationToken, "--self-contained", "false"), project);
    }
}
