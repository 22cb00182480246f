using System.Globalization;
using Amazon.Runtime;

namespace BedrockGateway.Infra.Accounts;

/// <summary>Says what is wrong with a stack's users and keys, line by line, and mends it if asked to.</summary>
internal sealed class CheckCommand(
    AccountsStore store, AccountMender mender, AccountRules rules, bool repair, TextWriter output)
{
    /// <returns>Whether nothing is wrong any more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var all = await store.ReadAsync(cancellationToken);
        var findings = rules.Judge(all);
        var mended = 0;
        foreach (var finding in findings)
        {
            mended += await TellAsync(finding, cancellationToken) ? 1 : 0;
        }

        await output.WriteLineAsync(
            $"{Count(all.Users.Count, "user")}, {Count(all.Keys.Count, "key")}: {Count(findings.Count, "finding")}"
            + $"{(repair && findings.Count > 0 ? $", {mended} mended" : "")}.");
        return mended == findings.Count;
    }

    private async Task<bool> TellAsync(Finding finding, CancellationToken cancellationToken)
    {
        if (!repair)
        {
            await output.WriteLineAsync(finding.Text);
            return false;
        }

        try
        {
            await mender.MendAsync(finding, cancellationToken);
            await output.WriteLineAsync($"{finding.Text} Mended.");
            return true;
        }
        catch (AmazonServiceException fault)
        {
            await output.WriteLineAsync($"{finding.Text} Not mended: AWS answered {fault.ErrorCode ?? "nothing"}.");
            return false;
        }
    }

    private static string Count(int number, string noun) =>
        number == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{number} {noun}s");
}
