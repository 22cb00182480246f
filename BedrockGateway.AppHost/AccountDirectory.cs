using Amazon.CloudFormation.Model;
using BedrockGateway.LocalAws;
using BedrockGateway.LocalAws.Cognito;

namespace BedrockGateway.AppHost;

/// <summary>Users and keys of the stack in an account, known as soon as that is provisioned.</summary>
internal sealed class AccountDirectory(AwsTarget target) : IAccountDirectory, IDisposable
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PoolTokens? _tokens;
    private PlanKeys? _keys;

    /// <param name="outputs">Outputs of the stack.</param>
    public Task OpenAsync(IReadOnlyCollection<Output> outputs)
    {
        var (pool, client) = (ValueOf(outputs, "UserPoolId"), ValueOf(outputs, "UserPoolClientId"));
        _tokens = new(pool, client, target, TimeProvider.System);
        _keys = new(ValueOf(outputs, "UsagePlanId"), target);
        _opened.TrySetResult();
        return Task.CompletedTask;
    }

    public async ValueTask<TokenVerdict> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        await _opened.Task.WaitAsync(cancellationToken);
        return await _tokens!.VerifyAsync(token, cancellationToken);
    }

    public async ValueTask<string?> FindKeyAsync(string value, CancellationToken cancellationToken)
    {
        await _opened.Task.WaitAsync(cancellationToken);
        return await _keys!.FindAsync(value, cancellationToken);
    }

    public void Dispose()
    {
        _tokens?.Dispose();
        _keys?.Dispose();
    }

    private static string ValueOf(IEnumerable<Output> outputs, string key) =>
        outputs.First(output => output.OutputKey == key).OutputValue;
}
