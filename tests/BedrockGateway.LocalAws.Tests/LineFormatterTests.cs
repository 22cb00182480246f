using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BedrockGateway.LocalAws.Tests;

public sealed class LineFormatterTests
{
    [Fact]
    public void ReportOfSeveralLines_HasThePrefixOnEach() =>
        Assert.Equal(
            ["[aws] accounts: START RequestId: 1", "[aws] END RequestId: 1", "[aws] REPORT RequestId: 1\t"],
            Write(LogLevel.Information, "accounts: START RequestId: 1\nEND RequestId: 1\nREPORT RequestId: 1\t"));

    [Fact]
    public void Defect_NamesItsLevelAndFollowsTheText() =>
        Assert.Equal(
            ["[aws] Error: sts:AssumeRole failed", "[aws] System.InvalidOperationException: a", "[aws] b"],
            Write(LogLevel.Error, "sts:AssumeRole failed", new InvalidOperationException("a\nb")));

    private static string[] Write(LogLevel level, string text, Exception? defect = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string>(level, "BedrockGateway", default, text, defect, (state, _) => state);

        new LineFormatter().Write(entry, scopeProvider: null, writer);

        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
