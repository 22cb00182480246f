namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>What API Gateway knows about the account and region as a whole.</summary>
internal sealed class AccountSettings
{
    private volatile string? _cloudWatchRoleArn;

    /// <summary>
    /// Role with which stages write logs; <see langword="null"/> for an account that never set one, where no stage may
    /// ask for logs.
    /// </summary>
    public string? CloudWatchRoleArn
    {
        get => _cloudWatchRoleArn;
        set => _cloudWatchRoleArn = value;
    }
}
