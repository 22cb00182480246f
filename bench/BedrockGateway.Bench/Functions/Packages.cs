namespace BedrockGateway.Bench.Functions;

/// <summary>Folders of the published functions.</summary>
internal sealed record Packages(string Native, string Managed, string EmptyHost, string Floor)
{
    /// <summary>Publishes all four, the gateway's own as a deployment does.</summary>
    /// <exception cref="BenchException">A build failed; the message has its output.</exception>
    public static async Task<Packages> PublishAsync(CancellationToken cancellationToken)
    {
        var api = Repository.Project("BedrockGateway.Api", "BedrockGateway.Api.csproj");
        return new(
            await DotNet.PublishAsync("native", api, cancellationToken, "-p:LambdaPackage=native"),
            await DotNet.PublishAsync("managed", api, cancellationToken, "-p:LambdaPackage=managed"),
            await DotNet.PublishAsync("empty-host", Beside("BedrockGateway.Bench.EmptyHost"), cancellationToken),
            await DotNet.PublishAsync("floor", Beside("BedrockGateway.Bench.Floor"), cancellationToken));
    }

    private static string Beside(string name) => Repository.Project("bench", name, $"{name}.csproj");
}
