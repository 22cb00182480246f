using System.Runtime.InteropServices;
using Amazon.Runtime;

namespace BedrockGateway.Infra.Keys;

/// <summary><c>dotnet run --project BedrockGateway.Infra -- keys list|prune</c>.</summary>
internal static class KeysProgram
{
    /// <returns>
    /// The exit code: 0; 1 when something refused; 2 for arguments that are not understood; 130 after Ctrl-C.
    /// </returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (!KeysArguments.TryParse(arguments, out var parsed, out var problem))
        {
            await errors.WriteLineAsync(problem);
            return 2;
        }

        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            stopping.Cancel();
        });
        try
        {
            var account = AwsAccount.OfEnvironment();
            using var gateway = account.ApiGateway();
            using var stacks = account.CloudFormation();
            await new KeysCommand(gateway, stacks, parsed, output).RunAsync(stopping.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped. What was deleted is gone; the same command does the rest.");
            return 130;
        }
        catch (KeysException refused)
        {
            await errors.WriteLineAsync(refused.Message);
        }
        catch (AmazonServiceException fault)
        {
            await errors.WriteLineAsync($"AWS answered {fault.ErrorCode ?? "nothing"}: {fault.Message}");
        }
        catch (Exception unreachable) when (unreachable is AmazonClientException or HttpRequestException)
        {
            await errors.WriteLineAsync($"AWS was not reached: {unreachable.Message}");
        }

        return 1;
    }
}
