using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>An app host whose stack is in an account: a second LocalAws, which it knows by its address alone.</summary>
internal sealed class AccountRun : IAsyncDisposable
{
    // An account gets the functions' package, which may have to be built first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly LocalAws.LocalAws _account;
    private readonly RunningGateway _gateway;

    private AccountRun(LocalAws.LocalAws account, RunningGateway gateway) =>
        (_account, _gateway, Aws) = (account, gateway, new(account.Endpoint));

    /// <summary>The gateway on this machine.</summary>
    public GatewayClient Client => _gateway.Client;

    public IReadOnlyDictionary<string, string> Outputs => _gateway.Outputs;

    /// <summary>What the app host has written.</summary>
    public string Output => _gateway.Process.Output;

    /// <summary>The account.</summary>
    public AwsClients Aws { get; }

    /// <param name="settings">Such as <c>--API_QUOTA_LIMIT=5</c>.</param>
    public static Task<AccountRun> StartAsync(params IEnumerable<string> settings) =>
        StartWithFaultsAsync(null, settings);

    /// <param name="faults">What the account fails to do, as <c>--faults</c> takes it.</param>
    /// <param name="settings">Such as <c>--API_QUOTA_LIMIT=5</c>.</param>
    public static async Task<AccountRun> StartWithFaultsAsync(string? faults, params IEnumerable<string> settings)
    {
        var account = await LocalAws.LocalAws.StartAsync(
            new() { Region = "eu-central-1", AccountId = "111122223333", Faults = faults },
            TestContext.Current.CancellationToken);
        try
        {
            var process = AppHostProcess.Start(
                ["--gateway-port=0", "--aws-port=0", "--aws=endpoint", .. settings],
                ("AWS_ENDPOINT_URL", account.Endpoint.ToString()),
                ("AWS_REGION", "eu-central-1"),
                ("AWS_ACCESS_KEY_ID", "developer"),
                ("AWS_SECRET_ACCESS_KEY", "secret"));
            return new(account, await RunningGateway.UpAsync(process, Patience));
        }
        catch
        {
            await account.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        Aws.Dispose();
        await _account.DisposeAsync();
    }
}
