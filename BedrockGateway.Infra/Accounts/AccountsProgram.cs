using System.Runtime.InteropServices;
using Amazon.Runtime;
using BedrockGateway.Infra.Keys;

namespace BedrockGateway.Infra.Accounts;

/// <summary><c>dotnet run --project BedrockGateway.Infra -- accounts check|prune-unconfirmed</c>.</summary>
internal static class AccountsProgram
{
    private const int Fine = 0;
    private const int Found = 1;
    private const int Failed = 2;
    private const int Interrupted = 130;

    // A registration takes 25 s at the most.
    private static readonly TimeSpan InFlight = TimeSpan.FromMinutes(1);

    /// <returns>
    /// The exit code: 0 when nothing is wrong, or all has been mended; 1 when something is; 2 when the arguments are
    /// not understood or AWS refuses; 130 after Ctrl-C.
    /// </returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (!AccountsArguments.TryParse(arguments, out var parsed, out var problem))
        {
            await errors.WriteLineAsync(problem);
            return Failed;
        }

        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            stopping.Cancel();
        });
        try
        {
            return await RunAsync(parsed, output, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped. What was done is done; the same command does the rest.");
            return Interrupted;
        }
        catch (Exception refused) when (refused is AccountsException or KeysException)
        {
            await errors.WriteLineAsync(refused.Message);
        }
        catch (AmazonServiceException fault)
        {
            await errors.WriteLineAsync($"AWS answered {fault.ErrorCode ?? "nothing"}: {fault.Message}");
        }
        catch (Exception unreachable) when (
            unreachable is AmazonClientException or HttpRequestException or IOException)
        {
            await errors.WriteLineAsync($"AWS was not reached: {unreachable.Message}");
        }

        return Failed;
    }

    private static async Task<int> RunAsync(
        AccountsArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var account = AwsAccount.OfEnvironment();
        using var cognito = account.Cognito();
        using var gateway = account.ApiGateway();
        using var stacks = account.CloudFormation();
        var stack = await StackOutputs.ReadAsync(stacks, arguments.StackName, cancellationToken);
        var store = new AccountsStore(cognito, gateway, stack, TimeProvider.System);
        var mender = new AccountMender(cognito, gateway, stack);
        if (arguments.Older is { } older)
        {
            await new PruneUnconfirmedCommand(store, mender, cognito, stack, output)
                .RunAsync(older, arguments.DryRun, cancellationToken);
            return Fine;
        }

        var check = new CheckCommand(store, mender, new(InFlight), arguments.Repair, output);
        return await check.RunAsync(cancellationToken) ? Fine : Found;
    }
}
