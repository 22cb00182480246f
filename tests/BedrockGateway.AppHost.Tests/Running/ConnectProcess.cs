using System.Diagnostics;
using System.Text.RegularExpressions;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>BedrockGateway.Connect as a process that serves the gateway to the programs of this machine.</summary>
internal sealed partial class ConnectProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly DirectoryInfo _home;

    private ConnectProcess(Process process, DirectoryInfo home)
    {
        _process = process;
        _home = home;
    }

    /// <summary>What it tells to set: names and values.</summary>
    public Dictionary<string, string?> Settings { get; private set; } = [];

    public static async Task<ConnectProcess> StartAsync(GatewayClient gateway, AwsClients aws, Member member)
    {
        var home = Directory.CreateTempSubdirectory("bedrock-connect-");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "BedrockGateway.Connect.dll"),
                gateway.Address.ToString(), "--port", "0",
            ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["BEDROCK_CONNECT_HOME"] = home.FullName;
        start.Environment["BEDROCK_GATEWAY_EMAIL"] = member.Email;
        start.Environment["BEDROCK_GATEWAY_PASSWORD"] = member.Password;
        start.Environment["AWS_ENDPOINT_URL"] = aws.Endpoint.ToString();
        var connect = new ConnectProcess(Process.Start(start)!, home);
        try
        {
            await connect.ReadSettingsAsync();
            return connect;
        }
        catch
        {
            await connect.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _home.Delete(recursive: true);
    }

    private async Task ReadSettingsAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var told = string.Empty;
        while (!told.Contains("Ctrl+C ends it.", StringComparison.Ordinal))
        {
            var line = await _process.StandardError.ReadLineAsync(patience.Token);
            Assert.True(line is not null, told);
            told += $"{line}\n";
        }

        Settings = Setting().Matches(told)
            .ToDictionary(match => match.Groups[1].Value, match => (string?)match.Groups[2].Value);
    }

    [GeneratedRegex("^  ([A-Z_]+)=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
