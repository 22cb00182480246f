using BedrockGateway.Infra;

namespace BedrockGateway.Deploy.Tests;

/// <summary>An account into which the CDK CLI has deployed the gateway, with its functions running.</summary>
public sealed class DeployedAccount : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private RunningFunctions? _functions;
    private string? _whyNot;
    private Account? _account;

    /// <summary>What every test begins with.</summary>
    internal static GatewaySettings Settings { get; } = new();

    /// <summary>The account; skips the test where the CLI cannot run.</summary>
    internal Account Account
    {
        get
        {
            Assert.SkipUnless(_whyNot is null, _whyNot ?? string.Empty);
            return _account!;
        }
    }

    /// <summary>What the CLI wrote while it deployed for the first time.</summary>
    internal string FirstOutput { get; private set; } = string.Empty;

    internal string FunctionsOutput => _functions?.Output ?? string.Empty;

    public async ValueTask InitializeAsync()
    {
        _whyNot = await Account.WhyNoCliAsync();
        if (_whyNot is null)
        {
            _account = await Account.OpenAsync();
            _functions = RunningFunctions.Start(_account);
            FirstOutput = await _account.DeployAsync(Assemble(Settings));
        }
    }

    internal string Assemble(GatewaySettings settings, Action<GatewayStack>? change = null) =>
        CloudAssembly.Write(_folder.Path, settings, change);

    public async ValueTask DisposeAsync()
    {
        if (_functions is not null)
        {
            await _functions.DisposeAsync();
        }

        if (_account is not null)
        {
            await _account.DisposeAsync();
        }

        _folder.Dispose();
    }
}
