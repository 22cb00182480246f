using System.Net.Http.Json;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Edge;

namespace BedrockGateway.LocalAws.Tests.Edge;

/// <summary>The list of what is emulated, and the README that repeats it for people.</summary>
public sealed partial class EmulatedOperationsTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private static readonly string[] Readme = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "README.md"));

    [Fact]
    public async Task ReadmesTable_IsWhatIsRegistered()
    {
        var emulated = await ReadAsync();

        var table = Readme
            .Select(line => OperationsRow().Match(line))
            .Where(row => row.Success)
            .ToDictionary(row => row.Groups["service"].Value, row => Quoted(row.Groups["operations"].Value));

        Assert.Equal(
            emulated.Services.Select(service => $"{service.Key}: {string.Join(' ', service.Value)}"),
            table.Select(row => $"{row.Key}: {string.Join(' ', row.Value)}"));
    }

    [Fact]
    public async Task ReadmesResourceTypes_AreThoseWithAHandler()
    {
        var emulated = await ReadAsync();

        var line = Assert.Single(
            Readme, line => line.StartsWith("CloudFormation makes these resource types", StringComparison.Ordinal));

        Assert.Equal(emulated.ResourceTypes, Quoted(line));
    }

    [GeneratedRegex(@"^\| [^|]+ \| `(?<service>[a-z0-9-]+)` \| [^|]+ \| (?<operations>[^|]+) \|$")]
    private static partial Regex OperationsRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    private static string[] Quoted(string text) => [.. Code().Matches(text).Select(match => match.Groups[1].Value)];

    private async Task<EmulatedOperations> ReadAsync()
    {
        using var http = new HttpClient { BaseAddress = fixture.Aws.Endpoint };
        return (await http.GetFromJsonAsync(
            "/_local/operations", EdgeJsonContext.Default.EmulatedOperations, TestContext.Current.CancellationToken))!;
    }
}
