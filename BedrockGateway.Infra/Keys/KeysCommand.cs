using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudFormation;

namespace BedrockGateway.Infra.Keys;

/// <summary>Lists or removes the keys of one stack, and says so line by line.</summary>
/// <remarks>
/// Keys are made when people register, so CloudFormation does not know them and leaves them when the stack goes. While
/// it is there people call it with them: a removal would lock everybody out, and waits for <c>--force</c>.
/// </remarks>
internal sealed class KeysCommand(
    IAmazonAPIGateway gateway, IAmazonCloudFormation stacks, KeysArguments arguments, TextWriter output)
{
    private readonly StackKeyStore _store = new(gateway, arguments.StackName);

    /// <exception cref="KeysException">The stack still exists.</exception>
    public Task RunAsync(CancellationToken cancellationToken) =>
        !arguments.Prune ? ListAsync(cancellationToken)
        : arguments.DryRun ? RehearseAsync(cancellationToken)
        : PruneAsync(cancellationToken);

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var keys = await FindAsync(cancellationToken);
        foreach (var key in keys.Own)
        {
            var created = key.CreatedDate?.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await output.WriteLineAsync($"{key.Id}  {created}  {key.Name}{(key.Enabled == false ? "  disabled" : "")}");
        }

        await output.WriteLineAsync($"{Count(keys.Own.Count)} of stack {arguments.StackName}.");
    }

    private async Task RehearseAsync(CancellationToken cancellationToken)
    {
        var keys = await FindAsync(cancellationToken);
        foreach (var key in keys.Own)
        {
            await output.WriteLineAsync($"Would delete {key.Name}.");
        }

        await output.WriteLineAsync(
            $"{Count(keys.Own.Count)} of stack {arguments.StackName} would be deleted; none was.");
        if (!arguments.Force && await stacks.StatusAsync(arguments.StackName, cancellationToken) is { } status)
        {
            await output.WriteLineAsync(InUse(status));
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        if (!arguments.Force && await stacks.StatusAsync(arguments.StackName, cancellationToken) is { } status)
        {
            throw new KeysException(InUse(status));
        }

        var keys = await FindAsync(cancellationToken);
        var deleted = 0;
        for (var i = 0; i < keys.Own.Count; i++)
        {
            deleted += await DeleteAsync(keys.Own[i], $"{i + 1}/{keys.Own.Count}", cancellationToken) ? 1 : 0;
        }

        await output.WriteLineAsync($"{Count(deleted)} of stack {arguments.StackName} deleted.");
    }

    private async Task<bool> DeleteAsync(ApiKey key, string progress, CancellationToken cancellationToken)
    {
        var deleted = await _store.DeleteAsync(key, cancellationToken);
        await output.WriteLineAsync($"[{progress}] {(deleted ? "Deleted" : "Gone already:")} {key.Name}");
        return deleted;
    }

    private async Task<FoundKeys> FindAsync(CancellationToken cancellationToken)
    {
        var keys = await _store.FindAsync(cancellationToken);
        if (keys.Others > 0)
        {
            await output.WriteLineAsync(
                $"{Count(keys.Others)} named {_store.Prefix}... without the tag stack={arguments.StackName}: "
                + "left alone.");
        }

        return keys;
    }

    private string InUse(string status) =>
        $"Stack {arguments.StackName} exists ({status}), and its users call it with these keys: prune refuses. Remove "
        + "the stack first (npx aws-cdk destroy), or lock everybody out with --force.";

    private static string Count(int keys) =>
        keys == 1 ? "1 key" : string.Create(CultureInfo.InvariantCulture, $"{keys} keys");
}
