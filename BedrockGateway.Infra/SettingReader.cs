using System.Globalization;
using System.Text.RegularExpressions;

namespace BedrockGateway.Infra;

/// <summary>Reads and checks single context values.</summary>
internal sealed partial class SettingReader(Func<string, string?> read)
{
    private const double MaxRate = 10_000;

    // A role's policies have room for 10,240 characters; a pattern stands in up to four ARNs.
    private const int MaxPatterns = 20;
    private const int MaxPatternChars = 1_000;

    public double Rate(string name, double fallback) =>
        Given(name) is not { } text
            ? fallback
            : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
                && rate is > 0 and <= MaxRate
                ? rate
                : throw new InvalidSettingException(
                    name, text, "a number of requests per second above 0, at most 10000");

    public int Count(string name, int fallback, int max) =>
        Given(name) is not { } text
            ? fallback
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count >= 1 && count <= max
                ? count
                : throw new InvalidSettingException(name, text, $"a whole number from 1 to {max}");

    public QuotaPeriod Period(string name, QuotaPeriod fallback) => Given(name) switch
    {
        null => fallback,
        "DAY" => QuotaPeriod.Day,
        "WEEK" => QuotaPeriod.Week,
        "MONTH" => QuotaPeriod.Month,
        var text => throw new InvalidSettingException(name, text, "DAY, WEEK or MONTH"),
    };

    public LambdaPackage Package(string name, LambdaPackage fallback) => Given(name) switch
    {
        null => fallback,
        "native" => LambdaPackage.Native,
        "managed" => LambdaPackage.Managed,
        var text => throw new InvalidSettingException(name, text, "native or managed"),
    };

    public LambdaArch Arch(string name, LambdaArch fallback) => Given(name) switch
    {
        null => fallback,
        "x86_64" => LambdaArch.X64,
        "arm64" => LambdaArch.Arm64,
        var text => throw new InvalidSettingException(name, text, "x86_64 or arm64"),
    };

    public string? Domain(string name) =>
        Given(name) is not { } text
            ? null
            : DomainName().IsMatch(text) && text.Length <= 254
                ? text.TrimStart('@').ToLowerInvariant()
                : throw new InvalidSettingException(
                    name, text, "a domain such as example.com or @example.com, in ASCII");

    public string Models(string name, string fallback)
    {
        if (Given(name) is not { } text)
        {
            return fallback;
        }

        string[] patterns = [.. text.Split(',').Select(pattern => pattern.Trim()).Distinct(StringComparer.Ordinal)];
        var joined = string.Join(',', patterns);
        return patterns.All(pattern => ModelPattern().IsMatch(pattern))
            && patterns.Length <= MaxPatterns && joined.Length <= MaxPatternChars
                ? joined
                : throw new InvalidSettingException(
                    name,
                    text,
                    "at most 20 ids of models or inference profiles, with * and ? as wildcards, separated by commas, "
                    + "such as anthropic.claude-*,eu.amazon.nova-lite-v1:0,application-inference-profile/a1b2c3d4e5f6, "
                    + "in at most 1000 characters");
    }

    public string StackName(string name, string fallback) =>
        Given(name) is not { } text
            ? fallback
            : StackNamePattern().IsMatch(text)
                ? text
                : throw new InvalidSettingException(name, text, "1 to 50 letters, digits and hyphens, a letter first");

    private string? Given(string name) => read(name)?.Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"\A@?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex DomainName();

    // Not an ARN: Region and account are IAM's business.
    [GeneratedRegex(@"\A(application-inference-profile/)?(?!arn:)[A-Za-z0-9.:_*?-]+\z")]
    private static partial Regex ModelPattern();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{0,49}\z")]
    private static partial Regex StackNamePattern();
}
