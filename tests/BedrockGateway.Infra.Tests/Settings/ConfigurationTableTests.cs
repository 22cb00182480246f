using System.Runtime.CompilerServices;

namespace BedrockGateway.Infra.Tests.Settings;

public sealed class ConfigurationTableTests
{
    private const string Regenerate = "REGENERATE_DOCS";

    private const string Begin = "<!-- The table is made from the settings; see the end of this page. -->\n\n";

    private const string End = "\n\n<!-- End of the table. -->";

    [Fact]
    public void Page_HasEverySettingAsItIsDeclared()
    {
        var root = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..");
        var page = Path.Combine(root, "docs", "configuration.md");
        var table = new ConfigurationTable(
            Path.Combine(AppContext.BaseDirectory, "BedrockGateway.Infra.xml"),
            Path.Combine(root, "BedrockGateway.AppHost", "appsettings.Development.json"));

        var text = File.ReadAllText(page);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, start, StringComparison.Ordinal);
        var expected = string.Concat(text.AsSpan(0, start), table.Write(), text.AsSpan(end));
        if (Environment.GetEnvironmentVariable(Regenerate) is not null)
        {
            File.WriteAllText(page, expected);
            return;
        }

        Assert.True(
            expected == text,
            $"docs/configuration.md is not what the settings say. Run this test with {Regenerate}=1 to write it:\n"
            + $"{Regenerate}=1 dotnet test --project tests/BedrockGateway.Infra.Tests "
            + $"-- --filter-class '*{nameof(ConfigurationTableTests)}'");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
