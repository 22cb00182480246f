using Amazon.CloudFormation.Model;
using BedrockGateway.LocalAws;
using BedrockGateway.LocalAws.Cognito;

namespace BedrockGateway.AppHost;

/// <summary>Users and keys of the stack in an account, known as soon as that is provisioned.</summary>
internal sealed class AccountDirectory(AwsTarget target) : IAccountDirectory, IDisposable
{
    private readonly TaskCompletionSource<(PoolTokens Tokens, PlanKeys Keys)> _stack =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="outputs">Outputs of the stack.</param>
    public void Open(IReadOnlyCollection<Output> outputs) => _stack.TrySetResult((
        new(ValueOf(outputs, "UserPoolId"), target, TimeProvider.System),
        new(ValueOf(outputs, "UsagePlanId"), target)));

    public async ValueTask<TokenVerdict> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        var (tokens, _) = await _stack.Task.WaitAsync(cancellationToken);
        return await tokens.VerifyAsync(token, cancellationToken);
    }

    public async ValueTask<string?> FindKeyAsync(string value, CancellationToken cancellationToken)
    {
        var (_, keys) = await _stack.Task.WaitAsync(cancellationToken);
        return await keys.FindAsync(value, cancellationToken);
    }

    public void Dispose()
    {
        if (_stack.Task.IsCompletedSuccessfully)
        {
            var (tokens, keys) = _stack.Task.Result;
            tokens.Dispose();
            keys.Dispose();
        }
    }

    private static string ValueOf(IEnumerable<Output> outputs, string key) =>
        outputs.First(output => output.OutputKey == key).OutputValue;
}
