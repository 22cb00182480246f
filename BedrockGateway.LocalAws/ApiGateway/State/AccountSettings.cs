using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>What API Gateway knows about the account and region as a whole.</summary>
internal sealed class AccountSettings
{
    // There is one account, and its settings are one record.
    private const string Only = "account";

    private readonly SavedRecords<SavedAccount> _saved;
    private volatile string? _cloudWatchRoleArn;

    public AccountSettings(StateLog state)
    {
        _saved = state.Open(
            "apigateway.account", ApiGatewayStateContext.Default.SavedAccount, _ => new(_cloudWatchRoleArn));
        _cloudWatchRoleArn = _saved.Load().Select(record => record.Value.CloudWatchRoleArn).FirstOrDefault();
    }

    /// <summary>
    /// Role with which stages write logs; <see langword="null"/> for an account that never set one, where no stage may
    /// ask for logs.
    /// </summary>
    public string? CloudWatchRoleArn
    {
        get => _cloudWatchRoleArn;
        set
        {
            _cloudWatchRoleArn = value;
            _saved.Changed(Only);
        }
    }
}

/// <summary>The settings of the account, as they are kept.</summary>
internal sealed record SavedAccount(string? CloudWatchRoleArn);
