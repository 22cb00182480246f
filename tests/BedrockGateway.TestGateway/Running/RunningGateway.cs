using System.Text.RegularExpressions;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.TestGateway.Running;

/// <summary>An app host that is up, and clients of what it printed.</summary>
internal sealed partial class RunningGateway : IAsyncDisposable
{
    private RunningGateway(AppHostProcess process)
    {
        Process = process;
        var table = process.Output;
        Client = new(new(Gateway().Match(table).Groups[1].Value));
        Aws = new(new(Endpoint().Match(table).Groups[1].Value));
        Outputs = OutputLine().Matches(table[table.IndexOf("\nOutputs of the stack", StringComparison.Ordinal)..])
            .ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value);
    }

    public AppHostProcess Process { get; }

    public GatewayClient Client { get; }

    public AwsClients Aws { get; }

    /// <summary>Outputs of the stack as printed.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; }

    /// <summary>Starts an app host on free ports, in Development, and waits until all of it answers.</summary>
    /// <param name="settings">Such as <c>--API_QUOTA_LIMIT=5</c>.</param>
    public static Task<RunningGateway> StartAsync(params IEnumerable<string> settings) =>
        UpAsync(AppHostProcess.Start(["--gateway-port", "0", "--aws-port", "0", .. settings]));

    /// <summary>Waits until all of an app host answers.</summary>
    public static async Task<RunningGateway> UpAsync(AppHostProcess process, TimeSpan? patience = null)
    {
        try
        {
            await process.UntilUpAsync(patience);
            return new(process);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Aws.Dispose();
        await Process.DisposeAsync();
    }

    [GeneratedRegex(@"^  Gateway +(\S+)$", RegexOptions.Multiline)]
    private static partial Regex Gateway();

    [GeneratedRegex(@"^  AWS endpoint +(\S+)   ", RegexOptions.Multiline)]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"^  (\w+) +(\S+)$", RegexOptions.Multiline)]
    private static partial Regex OutputLine();
}
